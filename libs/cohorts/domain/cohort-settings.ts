import type { Refusal } from '@waymark/shared/kernel/refusal';
import { COHORT_STAGES, isOver, type CohortStage } from './cohort-lifecycle';

type SettingsCode = 'cohorts_over' | 'cohorts_below_held';

/** Why these settings may not be kept. `others` is what the domains above have against them, while the cohort can be changed at all. */
export function settingsRefusals(
  cohort: { stage: CohortStage; held: number },
  wish: { capacity: number },
  others: readonly Refusal[] = [],
): Refusal[] {
  if (isOver(cohort.stage)) return [over(cohort.stage)];
  const places: Refusal<SettingsCode>[] =
    wish.capacity < cohort.held ? [{ code: 'cohorts_below_held', facts: { held: cohort.held }, pointer: '/capacity' }] : [];
  return [...places, ...others];
}

/** What is over stays as it was. */
export const over = (stage: CohortStage): Refusal<SettingsCode> => ({
  code: 'cohorts_over',
  facts: { stage: COHORT_STAGES[stage].toLowerCase() },
});
