import { Inject, Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { MANIFEST } from '@waymark/shared/api/manifest';
import { page } from '@waymark/shared/api/page';
import { sql } from '@waymark/shared/api/sql';
import { eventSentence } from '@waymark/shared/kernel/event-sentence';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import { Missing } from '@waymark/shared/kernel/refusal';
import { nameOf } from '@waymark/people/api/people.sql';
import type { EventPage, EventsAsked, EventView } from './events.contract';

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class EventsQueries {
  constructor(
    private readonly db: Db,
    @Inject(MANIFEST) private readonly manifest: Required<Manifest>,
  ) {}

  /** The newest first. */
  list(actor: Actor, { providerId, after, limit }: EventsAsked): Promise<EventPage> {
    const everything = providerId === undefined && reachOf(actor, 'audit:read').all;
    if (!everything && !mayAt(actor, 'audit:read', { providerId: providerId ?? null })) throw new Missing();
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Omit<EventView, 'sentence'>>(
        sql`SELECT e.id, e.name, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, e.subject_id AS "subjectId",
                   ${nameOf('a')} AS "actorName",
                   ${nameOf('p')} AS "personName", e.facts
              FROM event e
              LEFT JOIN person a ON a.id = e.actor_id
              LEFT JOIN person p ON p.id = CASE WHEN e.facts ->> 'personId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (e.facts ->> 'personId')::uuid END
             WHERE e.id < ${after ?? LAST}::uuid ${sql.when(providerId, (id) => sql`AND e.provider_id = ${id}`)}
             ORDER BY e.id DESC LIMIT ${limit + 1}`,
      );
      const said = rows.map((row) => ({ ...row, sentence: eventSentence(row, this.manifest.events) }));
      return page(said, limit, (row) => row.id);
    });
  }
}
