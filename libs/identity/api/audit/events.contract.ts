import { z } from 'zod';
import { pageAsked, pageOf } from '@waymark/shared/api/page';
import { dayCalled, Id } from '@waymark/shared/api/schema';

/** Without a provider, everything that happened: for administrators of the installation. */
export const EventsAsked = pageAsked.extend({
  providerId: Id.optional(),
  /** Who did it, or whom it is about. */
  personId: Id.optional(),
  cohortId: Id.optional(),
  /** One of the `kinds` that the list names. */
  kind: z.string().max(40).optional(),
  from: dayCalled('first day').optional(),
  to: dayCalled('last day').optional(),
});
export type EventsAsked = z.infer<typeof EventsAsked>;

/** What happened in a sentence, and the ids and values that it is made of. `personName` is the person that `facts.personId` names, or the subject itself where no one is named and it is a person. */
export const EventView = z
  .object({
    id: Id,
    name: z.string(),
    at: z.string(),
    sentence: z.string(),
    /** Why, as whoever did it wrote; empty where they did not. */
    reason: z.string(),
    cohort: z.object({ id: Id, name: z.string() }).nullable(),
    subjectId: Id,
    actorName: z.string().nullable(),
    personName: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });
export type EventView = z.infer<typeof EventView>;

/** `kinds`: by what it can be narrowed. */
export const EventPage = pageOf(EventView)
  .extend({ kinds: z.array(z.object({ code: z.string(), words: z.string() })) })
  .meta({ id: 'Events' });
export type EventPage = z.infer<typeof EventPage>;
