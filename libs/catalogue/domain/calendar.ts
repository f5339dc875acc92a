import { addDays, dayNumber, dateOf, weekday, type LocalDate } from '@waymark/shared/kernel/dates';

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
