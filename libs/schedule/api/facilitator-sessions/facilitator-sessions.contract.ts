import { z } from 'zod';
import { pageAsked, pageOf } from '@waymark/shared/api/page';
import { Id, localDate, localTime } from '@waymark/shared/api/schema';

/** A session they are asked for, in any cohort. Wall-clock times; `answer` is their own: proposed to confirmed, or declined. */
export const FacilitatorSession = z
  .object({
    sessionId: Id,
    cohortId: Id,
    cohortName: z.string(),
    title: z.string(),
    kind: z.string(),
    startsOn: localDate,
    startsAt: localTime,
    endsAt: localTime,
    room: z.string().nullable(),
    venue: z.string().nullable(),
    role: z.string(),
    answer: z.string(),
    status: z.string(),
  })
  .meta({ id: 'FacilitatorSession' });
export type FacilitatorSession = z.infer<typeof FacilitatorSession>;
export const FacilitatorSessionPage = pageOf(FacilitatorSession).meta({ id: 'FacilitatorSessionPage' });

export const ListFacilitatorSessions = pageAsked.extend({ from: localDate.optional() });
export type ListFacilitatorSessions = z.infer<typeof ListFacilitatorSessions>;
