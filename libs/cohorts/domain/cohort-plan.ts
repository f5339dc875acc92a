import { addDays, dayNumber, weekday, type LocalDate } from '@waymark/shared/kernel/dates';

/** Days on which nothing is held at the venue: bank holidays of its nation. */
export type Holidays = ReadonlySet<LocalDate>;

const isWorkingDay = (day: LocalDate, holidays: Holidays): boolean => weekday(day) < 6 && !holidays.has(day);

/** The first working day on or after `day`. */
function workingDayFrom(day: LocalDate, holidays: Holidays): LocalDate {
  let found = day;
  while (!isWorkingDay(found, holidays)) found = addDays(found, 1);
  return found;
}

/** The day `count` working days before `day`, which itself is not counted: ten before Thursday 24 June 2027 is Thursday 10 June. */
export function workingDaysBefore(day: LocalDate, count: number, holidays: Holidays): LocalDate {
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, -1);
    if (isWorkingDay(found, holidays)) left--;
  }
  return found;
}

/**
 * Where each day of a plan falls, by its offset in days from `startsOn`. A day on a holiday goes to the next working day. Days never
 * swap or share a date: a day that would meet the one before it follows it. A weekend is kept, since a plan may ask for one; the page
 * warns of it.
 */
export function planDays(startsOn: LocalDate, offsets: readonly number[], holidays: Holidays): Map<number, LocalDate> {
  const days = new Map<number, LocalDate>();
  let last: LocalDate | null = null;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    const wished = addDays(startsOn, offset);
    const pushed: boolean = last !== null && wished <= last;
    const from: LocalDate = pushed ? addDays(last!, 1) : wished;
    last = pushed || holidays.has(from) ? workingDayFrom(from, holidays) : from;
    days.set(offset, last);
  }
  return days;
}

/** The same for a plan that has dates already: every day of it to its new date, when the first goes to `startsOn`. */
export function shiftedDays(days: readonly LocalDate[], startsOn: LocalDate, holidays: Holidays): Map<LocalDate, LocalDate> {
  const sorted = [...new Set(days)].sort();
  const first = sorted[0];
  if (first === undefined) return new Map();
  const offsetOf = (day: LocalDate) => dayNumber(day) - dayNumber(first);
  const planned = planDays(startsOn, sorted.map(offsetOf), holidays);
  return new Map(sorted.map((day) => [day, planned.get(offsetOf(day))!]));
}

/** `TT-ESSEX-2027-06`: programme, place and month of the start, in capitals, digits and dashes. */
export function cohortCode({ programmeCode, place, startsOn }: { programmeCode: string; place: string; startsOn: LocalDate }): string {
  return [plainCode(programmeCode), plainCode(place), startsOn.slice(0, 7)].filter(Boolean).join('-');
}

const plainCode = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 24);

/** `code` if nobody has it, else with the first free number behind it: the second cohort in Essex in June is `TT-ESSEX-2027-06-2`. */
export function freeCode(code: string, taken: readonly string[]): string {
  if (!taken.includes(code)) return code;
  let number = 2;
  while (taken.includes(`${code}-${number}`)) number++;
  return `${code}-${number}`;
}

/** `Top Talent: Essex 2027` */
export function cohortName({ programmeTitle, place, startsOn }: { programmeTitle: string; place: string; startsOn: LocalDate }): string {
  return `${programmeTitle}: ${place} ${startsOn.slice(0, 4)}`;
}

/** Working days before the start when joining instructions go out, and when it is decided whether a cohort goes ahead unless staff say otherwise. */
export const JOINING_INSTRUCTIONS = 10;
export const GO_DECISION = 20;

export interface KeyDate {
  code: 'go_decision' | 'joining_instructions' | 'starts' | 'ends';
  day: LocalDate;
}

/** The dates a team works towards, in order. */
export function keyDates(
  { startsOn, endsOn, goDecisionOn }: { startsOn: LocalDate; endsOn: LocalDate; goDecisionOn: LocalDate | null },
  holidays: Holidays,
): KeyDate[] {
  const dates: KeyDate[] = [
    ...(goDecisionOn ? [{ code: 'go_decision' as const, day: goDecisionOn }] : []),
    { code: 'joining_instructions', day: workingDaysBefore(startsOn, JOINING_INSTRUCTIONS, holidays) },
    { code: 'starts', day: startsOn },
    { code: 'ends', day: endsOn },
  ];
  return dates.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

export const KEY_DATE_WORDS: Record<KeyDate['code'], string> = {
  go_decision: 'Decide whether it goes ahead',
  joining_instructions: 'Joining instructions are due',
  starts: 'First day',
  ends: 'Last day',
};
