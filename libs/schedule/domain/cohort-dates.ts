import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import { toWall, wallDate } from '@waymark/shared/kernel/wall-clock';
import type { ScheduleCode } from './manifest';

/** Sessions that new first and last days of their cohort would leave outside. Those that are off the schedule are nowhere, so nowhere outside. */
export function datesRefusals(
  sessions: readonly { title: string; startsAt: Date | null; endsAt: Date | null }[],
  { startsOn, endsOn }: { startsOn: LocalDate; endsOn: LocalDate },
): Refusal<ScheduleCode>[] {
  const outside = sessions.flatMap(({ title, startsAt, endsAt }) => {
    if (!startsAt || !endsAt) return [];
    const early = wallDate(toWall(startsAt)) < startsOn;
    return early || wallDate(toWall(endsAt) - 1) > endsOn ? [{ title, early }] : [];
  });
  if (outside.length === 0) return [];
  const pointer = outside.some(({ early }) => early) ? '/startsOn' : '/endsOn';
  return [{ code: 'schedule_outside_dates', facts: { sessions: named(outside.map(({ title }) => title)) }, pointer }];
}

/** "Day 1", "Day 1 and Day 2", "Day 1, Day 2 and 3 more" */
function named(titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`);
  if (quoted.length <= 3) return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' and ');
  return `${quoted.slice(0, 2).join(', ')} and ${quoted.length - 2} more sessions`;
}
