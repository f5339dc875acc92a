import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';

/** The stages of a cohort in their order, and the two it can be put aside in. */
export const COHORT_STAGES = {
  planning: 'Planning',
  open_for_applications: 'Open for applications',
  selecting: 'Selecting',
  confirmed: 'Confirmed',
  in_delivery: 'In delivery',
  delivered: 'Delivered',
  closed: 'Closed',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
} as const;
export type CohortStage = keyof typeof COHORT_STAGES;
export const COHORT_STAGE_CODES = Object.keys(COHORT_STAGES) as CohortStage[];

/**
 * What may follow what. A cohort goes from planning to confirmed at once when it has no application round: its people are put on it by
 * staff, so there is nothing to open and nobody to select. Of several steps the one that a cohort needs stands first; one that leads back takes a
 * step back, which is possible until somebody outside has been told of a place.
 */
export const STAGE_TRANSITIONS: Record<CohortStage, readonly CohortStage[]> = {
  planning: ['confirmed', 'open_for_applications', 'postponed', 'cancelled'],
  open_for_applications: ['selecting', 'planning', 'postponed', 'cancelled'],
  selecting: ['confirmed', 'open_for_applications', 'postponed', 'cancelled'],
  confirmed: ['in_delivery', 'planning', 'postponed', 'cancelled'],
  in_delivery: ['delivered', 'cancelled'],
  delivered: ['closed'],
  closed: [],
  postponed: ['planning', 'cancelled'],
  cancelled: [],
};

/** What the button says that leads to a stage. */
const STAGE_ACTIONS: Record<CohortStage, string> = {
  planning: 'Return to planning',
  open_for_applications: 'Open for applications',
  selecting: 'Start selecting',
  confirmed: 'Confirm cohort',
  in_delivery: 'Start delivery',
  delivered: 'Mark as delivered',
  closed: 'Close cohort',
  postponed: 'Postpone cohort',
  cancelled: 'Cancel cohort',
};

const ORDER: readonly CohortStage[] = ['planning', 'open_for_applications', 'selecting', 'confirmed', 'in_delivery', 'delivered', 'closed'];

/** What a step is to a cohort: the next one it needs, another way on, a step taken back, or one that puts the cohort aside. */
export type StepKind = 'next' | 'other' | 'back' | 'aside';

function kindOf(from: CohortStage, to: CohortStage): StepKind {
  if (to === 'postponed' || to === 'cancelled') return 'aside';
  if (ORDER.includes(from) && ORDER.indexOf(to) < ORDER.indexOf(from)) return 'back';
  return STAGE_TRANSITIONS[from][0] === to ? 'next' : 'other';
}

/** Stages in which people can be put on a cohort or taken off it. */
const TAKES_PEOPLE: readonly CohortStage[] = ['planning', 'open_for_applications', 'selecting', 'confirmed', 'in_delivery'];
export const takesPeople = (stage: CohortStage): boolean => TAKES_PEOPLE.includes(stage);

/** Stages after which the plan is history: neither settings nor dates change any more. */
export const isOver = (stage: CohortStage): boolean => stage === 'delivered' || stage === 'closed' || stage === 'cancelled';

/** A step that takes something away from people has a reason. */
const needsReason = (to: CohortStage): boolean => to === 'postponed' || to === 'cancelled';

/** What a change of stage is judged by. */
export interface StageFacts {
  stage: CohortStage;
  startsOn: LocalDate;
  endsOn: LocalDate;
  /** Confirmed and active enrolments. */
  held: number;
  minViable: number;
  /** Somebody outside has been told of a place here: with that they may know what the cohort is. */
  told: boolean;
}

type StageCode =
  | 'cohorts_stage_seen'
  | 'cohorts_stage_not_next'
  | 'cohorts_reason_needed'
  | 'cohorts_below_viable'
  | 'cohorts_not_started'
  | 'cohorts_not_ended';

/**
 * Why a cohort may not go to this stage. Too few people is the one guard that a reason overrides. `others` is what the domains above have
 * against the step, where it is one from here.
 */
export function stageRefusals(
  facts: StageFacts,
  to: CohortStage,
  reason: string | null,
  today: LocalDate,
  others: readonly Refusal[] = [],
): Refusal[] {
  if (!STAGE_TRANSITIONS[facts.stage].includes(to)) {
    return [{ code: 'cohorts_stage_not_next', facts: { from: lower(facts.stage), to: lower(to) } }];
  }
  const refusals: Refusal[] = [];
  const say = (refusal: Refusal<StageCode>) => refusals.push(refusal);
  if (kindOf(facts.stage, to) === 'back' && facts.told) say({ code: 'cohorts_stage_seen' });
  if (needsReason(to) && !reason) say({ code: 'cohorts_reason_needed', pointer: '/reason' });
  if (to === 'confirmed' && facts.held < facts.minViable && !reason)
    say({ code: 'cohorts_below_viable', facts: { held: facts.held, minViable: facts.minViable }, pointer: '/reason' });
  if (to === 'in_delivery' && today < facts.startsOn) say({ code: 'cohorts_not_started' });
  if (to === 'delivered' && today < facts.endsOn) say({ code: 'cohorts_not_ended' });
  return [...refusals, ...others];
}

const lower = (stage: CohortStage): string => COHORT_STAGES[stage].toLowerCase();

interface StageStep {
  to: CohortStage;
  kind: StepKind;
  action: string;
  /** The page asks for a reason: always where the step is negative, and where it overrides too few people. */
  reason: boolean;
  refusals: Refusal[];
}

/** What the button says: a step that is taken back says so. */
const actionOf = (from: CohortStage, to: CohortStage): string =>
  kindOf(from, to) === 'back' ? `Go back to ${lower(to)}` : STAGE_ACTIONS[to];

/** Every step from here with what stands in its way today, so that a page can explain a button before it is pressed. */
export function nextSteps(facts: StageFacts, today: LocalDate, others: (to: CohortStage) => readonly Refusal[] = () => []): StageStep[] {
  return STAGE_TRANSITIONS[facts.stage].map((to) => ({
    to,
    kind: kindOf(facts.stage, to),
    action: actionOf(facts.stage, to),
    reason: needsReason(to) || (to === 'confirmed' && facts.held < facts.minViable),
    refusals: stageRefusals(facts, to, needsReason(to) ? 'given' : null, today, others(to)),
  }));
}
