import { z } from 'zod';
import { Id, localDate, localTime } from '@waymark/shared/api/schema';
import { TaskView } from '@waymark/shared/api/task-sources';
import { ACCESS_CODES, type AccessFeature } from '@waymark/catalogue/domain/access';
import { CHANGES } from '@waymark/schedule/domain/release';

const MySessionView = z
  .object({
    cohortId: Id,
    cohortName: z.string(),
    as: z.enum(['participant', 'facilitator']),
    id: Id,
    title: z.string(),
    kind: z.string(),
    purpose: z.string(),
    date: localDate,
    startsAt: localTime,
    duration: z.number(),
    mode: z.enum(['in_person', 'online', 'hybrid']),
    roomName: z.string().nullable(),
    venueName: z.string().nullable(),
    venueAddress: z.string().nullable(),
    onlineUrl: z.string().nullable(),
    mandatory: z.boolean(),
    /** Whether it takes place. */
    state: z.enum(['on', 'cancelled', 'postponed']),
    groupNames: z.array(z.string()),
    leaders: z.array(z.string()),
    agenda: z.array(
      z.object({ title: z.string(), kind: z.string(), offset: z.number(), duration: z.number(), presenter: z.string().nullable() }),
    ),
    /** What changed since they last looked. */
    changes: z.array(z.enum(CHANGES)),
  })
  .meta({ id: 'MySession' });

/** A cohort that does not run as it was planned. Why stays with those who decided it. */
const OffView = z.object({ cohortId: Id, cohortName: z.string(), stage: z.enum(['cancelled', 'postponed']) }).meta({ id: 'MyCohortOff' });

export const MyAgendaView = z
  .object({
    items: z.array(MySessionView),
    next: z.null(),
    off: z.array(OffView),
    releases: z.array(z.object({ cohortId: Id, cohortName: z.string(), number: z.number(), at: z.string() })),
  })
  .meta({ id: 'MyAgenda' });
export type MyAgendaView = z.infer<typeof MyAgendaView>;

export const MyHomeView = z
  .object({
    name: z.string(),
    off: z.array(OffView),
    next: MySessionView.nullable(),
    /** In order: what is most pressing first, what is done last. */
    tasks: z.array(TaskView),
    programmes: z.array(
      z.object({
        cohortId: Id,
        name: z.string(),
        leads: z.boolean(),
        steps: z.array(z.object({ title: z.string(), detail: z.string(), state: z.enum(['done', 'now', 'next']) })),
      }),
    ),
    changes: z.array(z.object({ sessionId: Id, title: z.string(), kinds: z.array(z.enum(CHANGES)), date: localDate, startsAt: localTime })),
  })
  .meta({ id: 'MyHome' });
export type MyHomeView = z.infer<typeof MyHomeView>;

/** The releases somebody has read. */
export const LookedAt = z
  .strictObject({ releases: z.array(z.strictObject({ cohortId: Id, number: z.number().int().min(1) })).max(200) })
  .meta({ id: 'LookedAt' });
export type LookedAt = z.infer<typeof LookedAt>;

const needs = z.array(z.enum(ACCESS_CODES as [AccessFeature, ...AccessFeature[]], 'Choose from the list')).max(20);

export const MyAccessView = z
  .object({
    items: z.array(
      z.object({
        cohortId: Id,
        cohortName: z.string(),
        needs: z.array(z.string()),
        confirmedAt: z.string().nullable(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'MyAccessNeeds' });
export type MyAccessView = z.infer<typeof MyAccessView>;

export const SayAccessNeeds = z.strictObject({ cohortId: Id, needs }).meta({ id: 'SayAccessNeeds' });
export type SayAccessNeeds = z.infer<typeof SayAccessNeeds>;
