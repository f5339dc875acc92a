import { Inject, Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { MANIFEST } from '@waymark/shared/api/manifest';
import { nameOf } from '@waymark/shared/api/name.sql';
import { page } from '@waymark/shared/api/page';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { eventSentence, reasonOf } from '@waymark/shared/kernel/event-sentence';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import { Missing } from '@waymark/shared/kernel/refusal';
import type { EventPage, EventsAsked, EventView } from './events.contract';

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@Injectable()
export class EventsQueries {
  constructor(
    private readonly db: Db,
    @Inject(MANIFEST) private readonly manifest: Required<Manifest>,
  ) {}

  private get kinds(): EventPage['kinds'] {
    const kinds = Object.entries(this.manifest.kinds).map(([code, words]) => ({ code, words }));
    return kinds.sort((a, b) => a.words.localeCompare(b.words));
  }

  /** The newest first. Whom each is about becomes an id before persons are joined, or PostgreSQL would ask the walls of every person there is. */
  list(actor: Actor, asked: EventsAsked): Promise<EventPage> {
    const { providerId, after, limit } = asked;
    const everything = providerId === undefined && reachOf(actor, 'audit:read').all;
    if (!everything && !mayAt(actor, 'audit:read', { providerId: providerId ?? null })) throw new Missing();
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Omit<EventView, 'sentence' | 'reason'>>(
        sql`WITH happened AS MATERIALIZED (
              SELECT e.*, ${ABOUT_OR_SUBJECT} AS about FROM event e
               WHERE e.id < ${after ?? LAST}::uuid ${sql.when(providerId, (id) => sql`AND e.provider_id = ${id}`)} ${narrowed(asked)}
               ORDER BY e.id DESC LIMIT ${limit + 1})
            SELECT e.id, e.name, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, e.subject_id AS "subjectId",
                   ${nameOf('a')} AS "actorName", ${nameOf('p')} AS "personName", e.facts,
                   CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name) END AS cohort
              FROM happened e
              LEFT JOIN person a ON a.id = e.actor_id
              LEFT JOIN person p ON p.id = e.about
              LEFT JOIN scope c ON c.kind = 'cohort' AND c.id = e.cohort_id
             ORDER BY e.id DESC`,
      );
      const said = rows.map((row) => ({ ...row, sentence: eventSentence(row, this.manifest.events), reason: reasonOf(row.facts) }));
      return { ...page(said, limit, (row) => row.id), kinds: this.kinds };
    });
  }
}

/** Whom an event is about, where it says so. */
const ABOUT = sql`CASE WHEN e.facts ->> 'personId' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN (e.facts ->> 'personId')::uuid END`;
const ABOUT_OR_SUBJECT = sql`coalesce(${ABOUT}, e.subject_id)`;

/** To one person, cohort or kind, and to days on the clock of London. */
const narrowed = ({ personId, cohortId, kind, from, to }: EventsAsked): Sql => sql`
  ${sql.when(personId, (id) => sql`AND (e.actor_id = ${id} OR e.subject_id = ${id} OR ${ABOUT} = ${id})`)}
  ${sql.when(cohortId, (id) => sql`AND e.cohort_id = ${id}`)}
  ${sql.when(kind, (kind) => sql`AND starts_with(e.name, ${`${kind}.`})`)}
  ${sql.when(from, (day) => sql`AND e.at >= ${day}::date::timestamp AT TIME ZONE 'Europe/London'`)}
  ${sql.when(to, (day) => sql`AND e.at < (${day}::date + 1)::timestamp AT TIME ZONE 'Europe/London'`)}`;
