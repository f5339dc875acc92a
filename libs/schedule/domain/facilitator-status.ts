import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { ScheduleCode } from './manifest';

/** How far it is agreed that somebody leads or supports a session. */
export const FACILITATOR_STATUSES = {
  proposed: 'Proposed',
  requested: 'Requested',
  accepted: 'Accepted',
  confirmed: 'Confirmed',
  declined: 'Declined',
  stood_down: 'Stood down',
} as const;
export type FacilitatorStatus = keyof typeof FACILITATOR_STATUSES;
export const FACILITATOR_STATUS_CODES = Object.keys(FACILITATOR_STATUSES) as FacilitatorStatus[];

/**
 * What may follow what. Who accepts is not confirmed yet: the team confirms. A facilitator declines, and the team stands somebody down, each with a
 * reason; both stay beside the session, and can be asked again.
 */
export const FACILITATOR_TRANSITIONS: Record<FacilitatorStatus, readonly FacilitatorStatus[]> = {
  proposed: ['requested'],
  requested: ['accepted', 'declined', 'stood_down'],
  accepted: ['confirmed', 'declined', 'stood_down'],
  confirmed: ['stood_down'],
  declined: ['requested'],
  stood_down: ['requested'],
};

/** Somebody new begins as one of these, as far as it was agreed with them before; the others are reached. */
export const FIRST_FACILITATOR_STATUSES = [
  'proposed',
  'requested',
  'accepted',
  'confirmed',
] as const satisfies readonly FacilitatorStatus[];

/** Does somebody with this status lead the session, as far as the plan goes? */
export const isExpectedToLead = (status: FacilitatorStatus): boolean => status !== 'declined' && status !== 'stood_down';

/** What somebody can be made next: as they are, or along the table; somebody new, as they begin. */
export const facilitatorChoices = (was: FacilitatorStatus | undefined): readonly FacilitatorStatus[] =>
  was === undefined ? FIRST_FACILITATOR_STATUSES : [was, ...FACILITATOR_TRANSITIONS[was]];

/** May somebody be taken off without a word? Only who was never asked. */
export const canBeTakenOff = (was: FacilitatorStatus | undefined): boolean => was === undefined || was === 'proposed';

interface Assigned {
  facilitatorId: string;
  status: FacilitatorStatus;
  reason?: string | undefined;
}

/** Why the facilitators of a session cannot become these. */
export function facilitatorRefusals(before: readonly Assigned[], after: readonly Assigned[]): Refusal<ScheduleCode>[] {
  const were = new Map(before.map((one) => [one.facilitatorId, one.status]));
  const refusals: Refusal<ScheduleCode>[] = [];
  for (const [at, { facilitatorId, status, reason }] of after.entries()) {
    const was = were.get(facilitatorId);
    const to = FACILITATOR_STATUSES[status].toLowerCase();
    if (!facilitatorChoices(was).includes(status)) {
      const pointer = `/facilitators/${at}/status`;
      refusals.push(
        was === undefined
          ? { code: 'schedule_facilitator_begins', facts: { to }, pointer }
          : { code: 'schedule_facilitator_not_next', facts: { from: FACILITATOR_STATUSES[was].toLowerCase(), to }, pointer },
      );
    } else if (!isExpectedToLead(status) && !reason) {
      refusals.push({ code: 'schedule_facilitator_reason', facts: { to }, pointer: `/facilitators/${at}/reason` });
    }
  }
  const gone = before.some(
    ({ facilitatorId, status }) => !canBeTakenOff(status) && !after.some((one) => one.facilitatorId === facilitatorId),
  );
  if (gone) refusals.push({ code: 'schedule_facilitator_asked', pointer: '/facilitators' });
  return refusals;
}
