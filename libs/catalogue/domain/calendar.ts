import { addDays, dayNumber, dateOf, longDate, weekday, type LocalDate } from '@waymark/shared/kernel/dates';

/** The nations a venue can stand in, and the bank holidays each keeps. England and Wales share one calendar. */
export const NATIONS = { ENG: 'England', WLS: 'Wales', SCT: 'Scotland', NIR: 'Northern Ireland' } as const;
export type Nation = keyof typeof NATIONS;
export const NATION_CODES = Object.keys(NATIONS) as Nation[];

export const DIVISIONS = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
} as const;
export type Division = keyof typeof DIVISIONS;
export const DIVISION_CODES = Object.keys(DIVISIONS) as Division[];

export function divisionOfNation(nation: Nation): Division {
  if (nation === 'SCT') return 'scotland';
  return nation === 'NIR' ? 'northern-ireland' : 'england-and-wales';
}

/** The bank holidays of one division. */
export type Holidays = ReadonlySet<LocalDate>;

interface KnownHoliday {
  division: string;
  date: LocalDate;
  title: string;
  notes: string;
}

/** Bank holidays that have a day of the year of their own, by their titles without what is no letter or digit. */
const OWN_DAYS: Readonly<Record<string, `${number}-${number}`>> = {
  newyearsday: '01-01',
  '2ndjanuary': '01-02',
  stpatricksday: '03-17',
  battleoftheboyneorangemensday: '07-12',
  standrewsday: '11-30',
  christmasday: '12-25',
  boxingday: '12-26',
};

/**
 * The bank holidays with the days themselves of those that have a substitute: in 2027 Christmas Day is a Saturday and its bank holiday the Monday
 * after, and nobody should meet on either. Such a day is always at a weekend, so it changes nothing about working days.
 */
export function withOwnDays<Holiday extends KnownHoliday>(holidays: readonly Holiday[]): (Holiday | KnownHoliday)[] {
  const known = new Set(holidays.map(({ division, date }) => `${division} ${date}`));
  const own = holidays.flatMap(({ division, date, title, notes }) => {
    const day = OWN_DAYS[title.toLowerCase().replace(/[^a-z0-9]/g, '')];
    if (!/substitute/i.test(notes) || day === undefined) return [];
    const itself = { division, date: `${date.slice(0, 4)}-${day}` as LocalDate, title, notes: '' };
    return known.has(`${division} ${itself.date}`) ? [] : [itself];
  });
  return [...holidays, ...own];
}

/** The last day of the last year of which some of these are known; null where none is. */
export function knownUntil(holidays: Iterable<LocalDate>): LocalDate | null {
  const last = [...holidays].sort().at(-1);
  return last === undefined ? null : `${Number(last.slice(0, 4))}-12-31`;
}

/** Bank holidays are published a year or two ahead: a plan beyond them was checked against none, and says so. Nothing where all were known. */
export function unknownHolidays(lastDay: LocalDate, until: LocalDate | null): string {
  if (until === null) return 'No bank holidays are known yet, so these days were not checked against any';
  return lastDay <= until ? '' : `Bank holidays are known until ${longDate(until)}, so days after that were not checked against any`;
}

/** Monday to Friday, and no bank holiday. */
export function isWorkingDay(day: LocalDate, holidays: Holidays): boolean {
  return weekday(day) <= 5 && !holidays.has(day);
}

/**
 * Notice in working days: from the day `from` up to, not including, `to`. A cancellation on Tuesday for an event on Wednesday is one
 * working day. 0 when `to` is not after `from`.
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, holidays: Holidays): number {
  let count = 0;
  for (let day = dayNumber(from); day < dayNumber(to); day++) if (isWorkingDay(dateOf(day), holidays)) count++;
  return count;
}

/**
 * The day that lies `count` working days after `day`, or before it when negative; `day` itself is not counted.
 * With 0 it is `day`, whether that is a working day or not.
 */
export function addWorkingDays(day: LocalDate, count: number, holidays: Holidays): LocalDate {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = day;
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(at, holidays)) left--;
  }
  return at;
}
