import { addDays, dayNumber, dateOf, weekday, type LocalDate } from '@waymark/shared/kernel/dates';
import type { WallMinute } from '@waymark/shared/kernel/wall-clock';

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

/**
 * Where each day of a plan lands when the plan is shifted by `days`.
 *
 * A day on which people work lands on one: from a bank holiday or a weekend it goes on to the next working day. A day that was a weekend
 * or a holiday before was meant so, and only steps over bank holidays. Days stay apart and in order: what is pushed pushes what follows.
 */
export function shiftDays(plan: readonly LocalDate[], days: number, holidays: Holidays): Map<LocalDate, LocalDate> {
  const shifted = new Map<LocalDate, LocalDate>();
  let last = Number.NEGATIVE_INFINITY;
  for (const day of [...new Set(plan)].sort()) {
    const fits = isWorkingDay(day, holidays) ? (at: LocalDate) => isWorkingDay(at, holidays) : (at: LocalDate) => !holidays.has(at);
    let at = Math.max(dayNumber(day) + days, last + 1);
    while (!fits(dateOf(at))) at++;
    shifted.set(day, dateOf(at));
    last = at;
  }
  return shifted;
}

/**
 * A plan shifted by `days` (see `shiftDays`). Starts are wall-clock minutes, so a 09:30 session is at 09:30 on its new day, also across a
 * clock change. Sessions that are not on the schedule stay off it.
 */
export function shiftPlan<Session extends { start: WallMinute | null }>(
  plan: readonly Session[],
  days: number,
  holidays: Holidays,
): Session[] {
  const dayOf = (start: WallMinute): LocalDate => dateOf(Math.floor(start / 1440));
  const shifted = shiftDays(
    plan.flatMap(({ start }) => (start === null ? [] : [dayOf(start)])),
    days,
    holidays,
  );
  return plan.map((session) => {
    if (session.start === null) return session;
    const moved = dayNumber(shifted.get(dayOf(session.start))!) - Math.floor(session.start / 1440);
    return { ...session, start: session.start + moved * 1440 };
  });
}
