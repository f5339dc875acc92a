import type { Refusal } from '@waymark/shared/kernel/refusal';
import {
  COHORT_STAGE_CODES,
  nextSteps,
  STAGE_TRANSITIONS,
  stageRefusals,
  takesPeople,
  type CohortStage,
  type StageFacts,
} from './cohort-lifecycle';

const ready: StageFacts = {
  stage: 'planning',
  startsOn: '2027-06-24',
  endsOn: '2027-06-25',
  held: 24,
  minViable: 16,
  told: false,
};
const codes = (
  facts: Partial<StageFacts>,
  to: CohortStage,
  reason: string | null = null,
  today: `${number}-${number}-${number}` = '2027-05-03',
  others: Refusal[] = [],
) => stageRefusals({ ...ready, ...facts }, to, reason, today, others).map(({ code }) => code);
/** What a domain above has against a step. */
const clashes: Refusal[] = [{ code: 'schedule_blocking_clashes', facts: { count: 3 } }];

describe('stageRefusals', () => {
  it('lets a cohort with enough people be confirmed, when nobody else has anything against it', () => {
    expect(codes({}, 'confirmed')).toEqual([]);
    expect(codes({ stage: 'selecting' }, 'confirmed')).toEqual([]);
  });

  it('says every reason why a cohort may not be confirmed, those of others last', () => {
    expect(codes({ held: 15 }, 'confirmed', null, '2027-05-03', clashes)).toEqual(['cohorts_below_viable', 'schedule_blocking_clashes']);
  });

  it('lets a reason override too few people, and nothing else', () => {
    expect(codes({ held: 15 }, 'confirmed', 'The funder agreed')).toEqual([]);
    expect(codes({ held: 15 }, 'confirmed', 'The funder agreed', '2027-05-03', clashes)).toEqual(['schedule_blocking_clashes']);
  });

  it.each(['postponed', 'cancelled'] as const)('asks why a cohort is %s', (to) => {
    expect(codes({}, to)).toEqual(['cohorts_reason_needed']);
    expect(codes({}, to, 'The venue flooded')).toEqual([]);
  });

  it('starts delivery on the first day and ends it on the last', () => {
    expect(codes({ stage: 'confirmed' }, 'in_delivery', null, '2027-06-23')).toEqual(['cohorts_not_started']);
    expect(codes({ stage: 'confirmed' }, 'in_delivery', null, '2027-06-24')).toEqual([]);
    expect(codes({ stage: 'in_delivery' }, 'delivered', null, '2027-06-24')).toEqual(['cohorts_not_ended']);
    expect(codes({ stage: 'in_delivery' }, 'delivered', null, '2027-06-25')).toEqual([]);
  });

  it('refuses every step that is not in the table', () => {
    for (const from of COHORT_STAGE_CODES)
      for (const to of COHORT_STAGE_CODES)
        if (!STAGE_TRANSITIONS[from].includes(to))
          expect(codes({ stage: from }, to, 'why', '2027-07-01', clashes)).toEqual(['cohorts_stage_not_next']);
  });

  it('can cancel from every stage before delivered, and from none after', () => {
    expect(COHORT_STAGE_CODES.filter((from) => STAGE_TRANSITIONS[from].includes('cancelled'))).toEqual([
      'planning',
      'open_for_applications',
      'selecting',
      'confirmed',
      'in_delivery',
      'postponed',
    ]);
  });
});

describe('nextSteps', () => {
  it('offers each step with what stands in its way', () => {
    const steps = nextSteps({ ...ready, held: 3 }, '2027-05-03');
    expect(steps.map(({ to }) => to)).toEqual(['confirmed', 'open_for_applications', 'postponed', 'cancelled']);
    expect(steps.find(({ to }) => to === 'confirmed')).toMatchObject({ reason: true, refusals: [{ code: 'cohorts_below_viable' }] });
    expect(steps.find(({ to }) => to === 'cancelled')).toMatchObject({ reason: true, refusals: [] });
  });

  it('is led by what the cohort needs, with opening for applications as another way on', () => {
    const kinds = (stage: CohortStage) => nextSteps({ ...ready, stage }, '2027-05-03').map(({ kind, action }) => `${kind}: ${action}`);
    expect(kinds('planning').slice(0, 2)).toEqual(['next: Confirm cohort', 'other: Open for applications']);
    expect(kinds('open_for_applications').slice(0, 2)).toEqual(['next: Start selecting', 'back: Go back to planning']);
    expect(kinds('postponed')[0]).toBe('next: Return to planning');
  });

  it.each([
    ['open_for_applications', 'planning'],
    ['selecting', 'open_for_applications'],
    ['confirmed', 'planning'],
  ] as const)('can be taken back from %s to %s until somebody outside was told', (stage, to) => {
    expect(codes({ stage }, to)).toEqual([]);
    expect(codes({ stage, told: true }, to)).toEqual(['cohorts_stage_seen']);
  });

  it('asks others about each step', () => {
    const steps = nextSteps(ready, '2027-05-03', (to) => (to === 'confirmed' ? clashes : []));
    expect(steps.flatMap(({ to, refusals }) => refusals.map(({ code }) => [to, code]))).toEqual([
      ['confirmed', 'schedule_blocking_clashes'],
    ]);
  });
});

describe('takesPeople', () => {
  it('is true until the cohort is delivered, and not while it is put aside', () => {
    expect(COHORT_STAGE_CODES.filter(takesPeople)).toEqual(['planning', 'open_for_applications', 'selecting', 'confirmed', 'in_delivery']);
  });
});
