import { overlaps, type Period } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { PeopleCode } from './manifest';

export interface Job extends Period {
  organisationId: string;
  lineManagerId: string | null;
}

/** Why this job cannot be this person's. `others` are the person's other jobs. */
export function employmentRefusals(personId: string, job: Job, others: readonly Job[]): Refusal<PeopleCode>[] {
  const refusals: Refusal<PeopleCode>[] = [];
  if (job.endsOn !== null && job.endsOn < job.startsOn) return [{ code: 'people_employment_dates', pointer: '/endsOn' }];
  if (job.lineManagerId === personId) refusals.push({ code: 'people_own_manager', pointer: '/lineManagerId' });
  if (others.some((other) => other.organisationId === job.organisationId && overlaps(other, job)))
    refusals.push({ code: 'people_employment_overlap', pointer: '/startsOn' });
  return refusals;
}
