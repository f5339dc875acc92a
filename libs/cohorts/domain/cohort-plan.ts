import { addDays, weekday, type LocalDate } from '@waymark/shared/kernel/dates';
import { addWorkingDays, isWorkingDay, type Holidays } from '@waymark/catalogue/domain/calendar';

/**
 * Where each day of a plan falls, by its offset in days from `startsOn`. A day on a bank holiday or a weekend goes to the next working
 * day; a cohort that starts at a weekend is meant so, and only steps over bank holidays. Days never swap or share a date: a day that
 * would meet the one before it follows it.
 */
export function planDays(startsOn: LocalDate, offsets: readonly number[], holidays: Holidays): Map<number, LocalDate> {
  const fits = weekday(startsOn) > 5 ? (day: LocalDate) => !holidays.has(day) : (day: LocalDate) => isWorkingDay(day, holidays);
  const days = new Map<number, LocalDate>();
  let last: LocalDate | null = null;
  for (const offset of [...new Set(offsets)].sort((a, b) => a - b)) {
    let at = addDays(startsOn, offset);
    if (last !== null && at <= last) at = addDays(last, 1);
    while (!fits(at)) at = addDays(at, 1);
    days.set(offset, at);
    last = at;
  }
  return days;
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
const JOINING_INSTRUCTIONS = 10;
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
    { code: 'joining_instructions', day: addWorkingDays(startsOn, -JOINING_INSTRUCTIONS, holidays) },
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
