import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';

export const ENROLMENT_STATUSES = {
  confirmed: 'Confirmed',
  active: 'Active',
  completed: 'Completed',
  not_completed: 'Not completed',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
  substituted: 'Substituted',
  transferred: 'Transferred',
} as const;
export type EnrolmentStatus = keyof typeof ENROLMENT_STATUSES;
export const ENROLMENT_STATUS_CODES = Object.keys(ENROLMENT_STATUSES) as EnrolmentStatus[];

/** What may follow what. A deferral comes back as a new enrolment in another cohort, so `deferred` leads only out. */
export const ENROLMENT_TRANSITIONS: Record<EnrolmentStatus, readonly EnrolmentStatus[]> = {
  confirmed: ['active', 'deferred', 'withdrawn', 'substituted', 'transferred'],
  active: ['completed', 'not_completed', 'deferred', 'withdrawn', 'substituted', 'transferred'],
  completed: [],
  not_completed: [],
  deferred: ['withdrawn'],
  withdrawn: [],
  substituted: [],
  transferred: [],
};

/** These hold a place. */
export const LIVE_STATUSES: readonly EnrolmentStatus[] = ['confirmed', 'active'];
export const isLive = (status: EnrolmentStatus): boolean => LIVE_STATUSES.includes(status);

/** These bring another enrolment with them, so they have a route of their own and cannot be set by hand. */
const WITH_ANOTHER: readonly EnrolmentStatus[] = ['substituted', 'transferred'];
/** What staff set by hand, one person or many. */
export const SETTABLE_STATUSES = [
  'active',
  'completed',
  'not_completed',
  'deferred',
  'withdrawn',
] as const satisfies readonly EnrolmentStatus[];

/** Why an enrolment ended or was put off: coded, so that reasons can be counted. */
export const ENROLMENT_REASONS = {
  work_pressure: 'Pressure of work',
  changed_role: 'Changed role',
  left_organisation: 'Left the organisation',
  employer_withdrew: 'Employer withdrew support',
  health: 'Ill health',
  caring: 'Caring responsibilities',
  parental_leave: 'Parental leave',
  bereavement: 'Bereavement',
  career_break: 'Career break',
  expectations: 'Programme was not what they expected',
  quality: 'Quality of the programme',
  accessibility: 'Access needs could not be met',
  disengaged: 'Stopped responding',
  attendance: 'Did not attend enough',
  work_not_submitted: 'Did not submit their work',
  started_in_error: 'Enrolled by mistake',
  cohort_cancelled: 'Cohort cancelled',
  other: 'Another reason',
} as const;
export type EnrolmentReason = keyof typeof ENROLMENT_REASONS;
export const ENROLMENT_REASON_CODES = Object.keys(ENROLMENT_REASONS) as EnrolmentReason[];

/** Reasons that say something of somebody's health, family or needs: for those who may know needs, and nobody else. */
const PRIVATE: readonly EnrolmentReason[] = ['health', 'caring', 'parental_leave', 'bereavement', 'accessibility'];

/** The reason as somebody may read it who may not know needs. */
export const publicReason = (reason: EnrolmentReason | null): EnrolmentReason | null =>
  reason !== null && PRIVATE.includes(reason) ? null : reason;

/** The reason in words that stay in the log for good. What staff wrote beside it stays with the place, and goes with it. */
export const reasonWords = (reason: EnrolmentReason): string =>
  publicReason(reason) === null ? 'A private reason' : ENROLMENT_REASONS[reason];

const PERSONAL: readonly EnrolmentReason[] = [
  'work_pressure',
  'health',
  'caring',
  'parental_leave',
  'bereavement',
  'career_break',
  'other',
];
const LEAVING: readonly EnrolmentReason[] = [
  'work_pressure',
  'changed_role',
  'left_organisation',
  'employer_withdrew',
  'health',
  'caring',
  'parental_leave',
  'bereavement',
  'expectations',
  'quality',
  'accessibility',
  'disengaged',
  'started_in_error',
  'other',
];

/** The reasons each status can have; none where it needs no reason. */
export const REASONS_FOR: Record<EnrolmentStatus, readonly EnrolmentReason[]> = {
  confirmed: [],
  active: [],
  completed: [],
  not_completed: ['attendance', 'work_not_submitted', 'disengaged', 'health', 'other'],
  deferred: PERSONAL,
  withdrawn: LEAVING,
  substituted: LEAVING,
  transferred: PERSONAL,
};

export interface StatusWish {
  to: EnrolmentStatus;
  reasonCode: EnrolmentReason | null;
  note: string | null;
}

type EnrolmentStatusCode =
  'cohorts_status_not_next' | 'cohorts_status_another_way' | 'cohorts_status_reason' | 'cohorts_status_note' | 'cohorts_status_too_early';

/** Why this enrolment may not get this status. `own` is true where the route itself brings the other enrolment. */
export function statusRefusals(
  enrolment: { status: EnrolmentStatus; cohortStartsOn: LocalDate },
  wish: StatusWish,
  today: LocalDate,
  own = false,
): Refusal<EnrolmentStatusCode>[] {
  if (!ENROLMENT_TRANSITIONS[enrolment.status].includes(wish.to)) {
    return [{ code: 'cohorts_status_not_next', facts: { from: lower(enrolment.status), to: lower(wish.to) } }];
  }
  if (WITH_ANOTHER.includes(wish.to) && !own) return [{ code: 'cohorts_status_another_way', facts: { to: lower(wish.to) } }];
  const refusals: Refusal<EnrolmentStatusCode>[] = [];
  const reasons = REASONS_FOR[wish.to];
  if (reasons.length > 0 && (wish.reasonCode === null || !reasons.includes(wish.reasonCode)))
    refusals.push({ code: 'cohorts_status_reason', pointer: '/reasonCode' });
  if (wish.reasonCode === 'other' && !wish.note) refusals.push({ code: 'cohorts_status_note', pointer: '/note' });
  if (wish.to === 'active' && today < enrolment.cohortStartsOn) refusals.push({ code: 'cohorts_status_too_early' });
  return refusals;
}

const lower = (status: EnrolmentStatus): string => ENROLMENT_STATUSES[status].toLowerCase();

export const PLACE_TYPES = { funded: 'Funded', self_funded: 'Self-funded', employer_funded: 'Paid by employer' } as const;
export type PlaceType = keyof typeof PLACE_TYPES;
export const PLACE_TYPE_CODES = Object.keys(PLACE_TYPES) as PlaceType[];

/** How somebody came by a place. */
export type EnrolmentSource = 'application' | 'import' | 'direct' | 'substitution' | 'deferral' | 'transfer';
