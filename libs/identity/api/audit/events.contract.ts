import { z } from 'zod';
import { pageAsked, pageOf } from '@waymark/shared/api/page';
import { Id } from '@waymark/shared/api/schema';

/** Without a provider, everything that happened: for administrators of the installation. */
export const EventsAsked = pageAsked.extend({ providerId: Id.optional() });
export type EventsAsked = z.infer<typeof EventsAsked>;

/** What happened in a sentence, and the ids and values that it is made of. `personName` is the person that `facts.personId` names. */
export const EventView = z
  .object({
    id: Id,
    name: z.string(),
    at: z.string(),
    sentence: z.string(),
    subjectId: Id,
    actorName: z.string().nullable(),
    personName: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });
export type EventView = z.infer<typeof EventView>;

export const EventPage = pageOf(EventView).meta({ id: 'Events' });
export type EventPage = z.infer<typeof EventPage>;
