import { Controller, Get, Inject, Injectable, Query } from '@nestjs/common';
import { z } from 'zod';
import { By, mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Allow } from '@waymark/shared/api/allow';
import { Answers } from '@waymark/shared/api/answers';
import { Db } from '@waymark/shared/api/db';
import { MANIFEST } from '@waymark/shared/api/manifest';
import { page, pageAsked, pageOf } from '@waymark/shared/api/page';
import { Id } from '@waymark/shared/api/schema';
import { eventSentence } from '@waymark/shared/kernel/event-sentence';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import { Missing } from '@waymark/shared/kernel/refusal';

/** Without a provider, everything that happened: for administrators of the installation. */
const EventsAsked = pageAsked.extend({ providerId: Id.optional() });
type EventsAsked = z.infer<typeof EventsAsked>;

/** What happened in a sentence, and the ids and values that it is made of. `personName` is the person that `facts.personId` names. */
const EventView = z
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
const EventPage = pageOf(EventView).meta({ id: 'Events' });

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class EventsQueries {
  constructor(
    private readonly db: Db,
    @Inject(MANIFEST) private readonly manifest: Manifest,
  ) {}

  /** The newest first. */
  list(actor: Actor, { providerId, after, limit }: EventsAsked): Promise<z.infer<typeof EventPage>> {
    const everything = providerId === undefined && reachOf(actor, 'audit:read').all;
    if (!everything && !mayAt(actor, 'audit:read', { providerId: providerId ?? null })) throw new Missing();
    return this.db.reading(actor, async (read) => {
      const rows = everything
        ? await read.query<Row>(`${VIEW} WHERE e.id < $1::uuid ORDER BY e.id DESC LIMIT $2`, [after ?? LAST, limit + 1])
        : await read.query<Row>(`${VIEW} WHERE e.provider_id = $3 AND e.id < $1::uuid ORDER BY e.id DESC LIMIT $2`, [
            after ?? LAST,
            limit + 1,
            providerId,
          ]);
      const said = rows.map((row) => ({ ...row, sentence: eventSentence(row, this.manifest.events) }));
      return page(said, limit, (row) => row.id);
    });
  }
}

type Row = Omit<z.infer<typeof EventView>, 'sentence'>;

const VIEW = `
  SELECT e.id, e.name, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, e.subject_id AS "subjectId",
         nullif(concat_ws(' ', a.given_name, a.family_name), '') AS "actorName", nullif(concat_ws(' ', p.given_name, p.family_name), '') AS "personName", e.facts
    FROM event e
    LEFT JOIN person a ON a.id = e.actor_id
    LEFT JOIN person p ON p.id = CASE WHEN e.facts ->> 'personId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (e.facts ->> 'personId')::uuid END`;

/** The audit log of a provider. */
@Controller('events')
export class EventsController {
  constructor(private readonly queries: EventsQueries) {}

  @Get()
  @Allow('audit:read')
  @Answers(EventPage)
  list(@By() actor: Actor, @Query({ schema: EventsAsked }) asked: EventsAsked) {
    return this.queries.list(actor, asked);
  }
}
