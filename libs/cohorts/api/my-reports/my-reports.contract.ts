import { z } from 'zod';
import { Id, localDate } from '@waymark/shared/api/schema';
import { COHORT_STAGE_CODES } from '@waymark/cohorts/domain/cohort-lifecycle';
import { ENROLMENT_STATUS_CODES } from '@waymark/cohorts/domain/enrolment-status';
import { several } from '../cohorts/cohorts.contract';

/** The places of these people, as many as a page of people has. */
export const ReportEnrolmentsAsked = z.object({ person: several(Id, 200) });
export type ReportEnrolmentsAsked = z.infer<typeof ReportEnrolmentsAsked>;

/** Codes with their words: who reads this knows nothing of how cohorts are run. Days are the first and last that were released, or null. */
export const ReportEnrolmentsView = z
  .object({
    items: z.array(
      z
        .object({
          id: Id,
          personId: Id,
          cohort: z.string(),
          programme: z.string(),
          startsOn: localDate.nullable(),
          endsOn: localDate.nullable(),
          stage: z.object({ code: z.enum(COHORT_STAGE_CODES), name: z.string() }),
          status: z.object({ code: z.enum(ENROLMENT_STATUS_CODES), name: z.string() }),
        })
        .meta({ id: 'ReportEnrolment' }),
    ),
    next: z.null(),
  })
  .meta({ id: 'ReportEnrolments' });
export type ReportEnrolmentsView = z.infer<typeof ReportEnrolmentsView>;
