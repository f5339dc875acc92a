import { z } from 'zod';
import { localDate, localTime } from '@waymark/shared/api/schema';
import { CohortStageCode, Named } from '../cohorts/cohorts.contract';

export const StaffHomeView = z
  .object({
    today: localDate,
    attention: z.array(
      z.object({
        cohort: Named,
        code: z.enum(['go_decision', 'clashes', 'below_viable', 'hold', 'unscheduled', 'facilitators', 'unreleased', 'start', 'deliver']),
        text: z.string(),
        tone: z.enum(['alert', 'warn']),
        due: localDate.nullable(),
        page: z.enum(['overview', 'people', 'schedule', 'settings']),
      }),
    ),
    /** Sessions of the next seven days. */
    week: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        kind: z.string(),
        cohort: Named,
        date: localDate,
        startsAt: localTime,
        endsAt: localTime,
        place: z.string().nullable(),
      }),
    ),
    atRisk: z.array(
      z.object({
        cohort: Named,
        stage: CohortStageCode,
        startsOn: localDate,
        held: z.number(),
        minViable: z.number(),
        capacity: z.number(),
      }),
    ),
    /** How many cohorts were looked at, and whether there are more than that. */
    cohorts: z.object({ count: z.number(), more: z.boolean() }),
  })
  .meta({ id: 'StaffHome' });
export type StaffHomeView = z.input<typeof StaffHomeView>;
