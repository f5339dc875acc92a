import type { Refusal } from '@waymark/shared/kernel/refusal';
import { COHORT_STAGES, takesPeople, type CohortStage } from './cohort-lifecycle';

type PlaceCode = 'cohorts_full' | 'cohorts_takes_nobody' | 'cohorts_already_on_programme' | 'cohorts_person_twice';

/** Why these people may not be put on a cohort. Places held are confirmed and active enrolments; the caller has locked the cohort. */
export function placeRefusals(
  cohort: { stage: CohortStage; capacity: number; held: number },
  people: readonly { name: string; liveOnProgramme: boolean }[],
): Refusal<PlaceCode>[] {
  const refusals: Refusal<PlaceCode>[] = [];
  if (!takesPeople(cohort.stage))
    refusals.push({ code: 'cohorts_takes_nobody', facts: { stage: COHORT_STAGES[cohort.stage].toLowerCase() } });
  const left = Math.max(0, cohort.capacity - cohort.held);
  if (people.length > left) {
    refusals.push({
      code: 'cohorts_full',
      facts: {
        capacity: cohort.capacity,
        left: left === 0 ? 'none are' : left === 1 ? '1 is' : `${left} are`,
        adding: people.length === 1 ? '1 person' : `${people.length} people`,
      },
      pointer: '/personIds',
    });
  }
  for (const { name, liveOnProgramme } of people)
    if (liveOnProgramme) refusals.push({ code: 'cohorts_already_on_programme', facts: { name }, pointer: '/personIds' });
  return refusals;
}
