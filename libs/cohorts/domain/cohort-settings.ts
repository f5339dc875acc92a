import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import { COHORT_STAGES, isOver, type CohortStage } from './cohort-lifecycle';

export type SettingsCode = 'cohorts_over' | 'cohorts_below_held' | 'cohorts_outside_dates';

/** Why these settings may not be kept. Sessions have the days they stand on; those that are off the schedule are not listed. */
export function settingsRefusals(
  cohort: { stage: CohortStage; held: number; sessions: readonly { title: string; firstDay: LocalDate; lastDay: LocalDate }[] },
  wish: { startsOn: LocalDate; endsOn: LocalDate; capacity: number },
): Refusal<SettingsCode>[] {
  if (isOver(cohort.stage)) return [{ code: 'cohorts_over', facts: { stage: COHORT_STAGES[cohort.stage].toLowerCase() } }];
  const refusals: Refusal<SettingsCode>[] = [];
  if (wish.capacity < cohort.held) refusals.push({ code: 'cohorts_below_held', facts: { held: cohort.held }, pointer: '/capacity' });
  const outside = cohort.sessions.filter(({ firstDay, lastDay }) => firstDay < wish.startsOn || lastDay > wish.endsOn);
  if (outside.length > 0) {
    const early = outside.some(({ firstDay }) => firstDay < wish.startsOn);
    refusals.push({
      code: 'cohorts_outside_dates',
      facts: { sessions: named(outside.map(({ title }) => title)) },
      pointer: early ? '/startsOn' : '/endsOn',
    });
  }
  return refusals;
}

/** "Day 1", "Day 1 and Day 2", "Day 1, Day 2 and 3 more" */
function named(titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`);
  if (quoted.length <= 3) return [quoted.slice(0, -1).join(', '), quoted.at(-1)].filter(Boolean).join(' and ');
  return `${quoted.slice(0, 2).join(', ')} and ${quoted.length - 2} more sessions`;
}
