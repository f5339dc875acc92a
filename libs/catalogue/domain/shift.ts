import { addDays, dateOf, dayNumber, weekday, type LocalDate } from '@waymark/shared/kernel/dates';
import type { WallMinute } from '@waymark/shared/kernel/wall-clock';
import { isWorkingDay, type Holidays } from './calendar';

/** A day of a plan that somebody agreed to put elsewhere than its gaps would have it. */
export interface Jump {
  from: LocalDate;
  to: LocalDate;
}

/** Where each day of a plan goes when the plan is shifted. */
export type Landing = ReadonlyMap<LocalDate, LocalDate>;

/**
 * Where each day of a plan lands, in order: `by` days on, so that the days stay as far apart as they were, also over weekends and bank
 * holidays. Only what a person agreed to jumps. There and back (`by` negated, each jump the other way round) is where it was.
 */
export function shiftDays(plan: readonly LocalDate[], by: number, jumps: readonly Jump[] = []): Map<LocalDate, LocalDate> {
  const elsewhere = new Map(jumps.map(({ from, to }) => [from, to]));
  return new Map([...new Set(plan)].sort().map((day) => [day, elsewhere.get(day) ?? addDays(day, by)]));
}

/** The jumps of a landing: what it takes, besides the days it was shifted by, to come to it; turned round, to come back. */
export const jumpsOf = (landing: readonly Jump[], by: number): Jump[] => landing.filter(({ from, to }) => addDays(from, by) !== to);

/** Which of two days that follow each other would not do so any more: the later, or the earlier where only that one jumps. */
export function outOfOrder(landing: Landing, jumps: readonly Jump[]): LocalDate | null {
  const jumped = new Set(jumps.map(({ from }) => from));
  const days = [...landing];
  const at = days.findIndex(([, to], index) => index > 0 && to <= days[index - 1]![1]);
  if (at < 0) return null;
  const [later, earlier] = [days[at]![0], days[at - 1]![0]];
  return jumped.has(later) || !jumped.has(earlier) ? later : earlier;
}

/** Why people may not work on a day. `title` names the bank holiday, or what a day at a weekend is, as Christmas Day. */
interface DayTrouble {
  kind: 'bank_holiday' | 'weekend';
  title: string;
}

export function troubleOf(day: LocalDate, titles: ReadonlyMap<LocalDate, string>): DayTrouble | null {
  const title = titles.get(day);
  if (weekday(day) > 5) return { kind: 'weekend', title: title ?? '' };
  return title === undefined ? null : { kind: 'bank_holiday', title };
}

/** Working days to choose instead of a day: so many before and after it, in order. */
export function workingDaysAround(day: LocalDate, holidays: Holidays, { before, after }: { before: number; after: number }): LocalDate[] {
  const found: LocalDate[] = [];
  for (let at = addDays(day, -1); found.length < before; at = addDays(at, -1)) if (isWorkingDay(at, holidays)) found.unshift(at);
  for (let at = addDays(day, 1); found.length < before + after; at = addDays(at, 1)) if (isWorkingDay(at, holidays)) found.push(at);
  return found;
}

/**
 * The sessions of a plan on the days where it lands. Starts are wall-clock minutes, so a 09:30 session is at 09:30 on its new day, also across a
 * clock change. Sessions that are not on the schedule stay off it.
 */
export function shiftPlan<Session extends { start: WallMinute | null }>(plan: readonly Session[], landing: Landing): Session[] {
  return plan.map((session) => {
    if (session.start === null) return session;
    const day = Math.floor(session.start / 1440);
    const to = landing.get(dateOf(day));
    return to === undefined ? session : { ...session, start: session.start + (dayNumber(to) - day) * 1440 };
  });
}
