import { z } from 'zod';
import { localDate, localTime } from '@waymark/shared/api/schema';
import { TaskView } from '@waymark/shared/api/task-sources';
import { CohortStageCode, Named } from '../cohorts/cohorts.contract';

export const StaffHomeView = z
  .object({
    today: localDate,
    /** In order: what is most pressing first. */
    attention: z.array(TaskView),
    /** What takes place in the next seven days. */
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
