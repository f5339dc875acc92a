import { Injectable } from '@nestjs/common';
import type { AvailabilityKind } from '@waymark/catalogue/domain/availability';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { cursorIn, cursorOf, escaped, page, type Page } from '@waymark/shared/api/page';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { found } from '@waymark/shared/kernel/refusal';
import { fromWall, toWall, wallDate, wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';
import { emailOf, employerOn, nameOf, searchNameOf, sortNameOf } from '@waymark/people/api/people.sql';
import { withinCatalogue } from '../within-catalogue';
import type {
  Candidate,
  FacilitatorItem,
  FacilitatorSession,
  FacilitatorView,
  ListFacilitators,
  ListFacilitatorSessions,
} from './facilitators.contract';

@Injectable()
export class FacilitatorsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { query = '', status, after, limit }: ListFacilitators): Promise<Page<FacilitatorItem>> {
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<FacilitatorItem & { sort: string }>(
        sql`SELECT ${factsOn(this.clock.today())}, ${SORT} AS sort,
                (SELECT count(*)::int FROM session_facilitator sf JOIN session s ON s.id = sf.session_id
                  WHERE sf.facilitator_id = f.id AND sf.status NOT IN ('declined', 'stood_down') AND s.status <> 'cancelled' AND s.starts_at >= ${this.today()}) AS sessions
           ${FROM}
          WHERE ${withinCatalogue(reachOf(actor, 'facilitators:read'), 'f.provider_id')}
            ${sql.when(escaped(query), (words) => sql`AND waymark_fold(concat_ws(' ', p.given_name, p.family_name, array_to_string(f.skills, ' '))) LIKE '%' || waymark_fold(${words}) || '%'`)}
            ${sql.when(status, (status) => sql`AND f.status = ${status}`)}
            ${sql.when(cursorIn(after, 2), ([sort, id]) => sql`AND (${SORT}, f.id) > (${sort}::text, ${id}::uuid)`)}
          ORDER BY ${SORT}, f.id LIMIT ${limit + 1}`,
      );
      return page(rows, limit, (row) => cursorOf(row.sort, row.id));
    });
  }

  seen(actor: Actor, id: string): Promise<FacilitatorView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<Row>(
        sql`${viewOn(this.clock.today())} WHERE f.id = ${id} AND ${withinCatalogue(reachOf(actor, 'facilitators:read'), 'f.provider_id')}`,
      );
      return viewOf(found(row));
    });
  }

  async one(read: Reader, id: string): Promise<FacilitatorView> {
    const [row] = await read.query<Row>(sql`${viewOn(this.clock.today())} WHERE f.id = ${id}`);
    return viewOf(found(row));
  }

  /** Locks a facilitator whom the actor may change. */
  async forEdit(read: Reader, actor: Actor, id: string): Promise<FacilitatorView> {
    const held = await read.query(
      sql`SELECT 1 FROM facilitator f WHERE f.id = ${id} AND ${within(reachOf(actor, 'facilitators:edit'), 'f.provider_id')} FOR UPDATE`,
    );
    found(held[0]);
    return this.one(read, id);
  }

  /** Does the provider know this person? */
  async knows(read: Reader, providerId: string, personId: string): Promise<boolean> {
    const rows = await read.query(sql`SELECT 1 FROM person_provider WHERE provider_id = ${providerId} AND person_id = ${personId}`);
    return rows.length > 0;
  }

  /** What they lead or support from a day on, across every cohort the reader reaches. */
  sessions(actor: Actor, id: string, { from, after, limit }: ListFacilitatorSessions): Promise<Page<FacilitatorSession>> {
    return this.db.reading(actor, async (read) => {
      const reach = reachOf(actor, 'facilitators:read');
      found((await read.query(sql`SELECT 1 FROM facilitator f WHERE f.id = ${id} AND ${withinCatalogue(reach, 'f.provider_id')}`))[0]);
      const rows = await read.query<SessionRow>(
        sql`SELECT s.id AS "sessionId", c.id AS "cohortId", c.name AS "cohortName", s.title, s.kind, s.starts_at AS "startsAt",
                s.ends_at AS "endsAt", r.name AS room, v.name AS venue, sf.role, sf.status AS answer, s.status
           FROM session_facilitator sf
           JOIN session s ON s.id = sf.session_id
           JOIN cohort c ON c.id = s.cohort_id
           LEFT JOIN room r ON r.id = s.room_id
           LEFT JOIN venue v ON v.id = r.venue_id
          WHERE sf.facilitator_id = ${id} AND s.starts_at >= ${from ? fromWall(wallMinute(from, '00:00')) : this.today()}
            ${sql.when(cursorIn(after, 2), ([start, last]) => sql`AND (s.starts_at, s.id) > (${start}::timestamptz, ${last}::uuid)`)}
          ORDER BY s.starts_at, s.id LIMIT ${limit + 1}`,
      );
      const { items, next } = page(rows, limit, (row) => cursorOf(row.startsAt.toISOString(), row.sessionId));
      return { items: items.map(sessionOf), next };
    });
  }

  /** People the actor's providers know and who do not facilitate for them yet. */
  candidates(actor: Actor, query: string): Promise<Page<Candidate>> {
    return this.db.reading(actor, async (read) => {
      const items = await read.query<Candidate>(
        sql`SELECT p.id AS "personId", ${nameOf('p')} AS name, ${emailOf('p')} AS email, ${employerOn('p.id', this.clock.today())} AS organisation
           FROM person p
          WHERE EXISTS (
                  SELECT 1 FROM person_provider k WHERE k.person_id = p.id AND ${within(reachOf(actor, 'facilitators:edit'), 'k.provider_id')}
                     AND NOT EXISTS (SELECT 1 FROM facilitator f WHERE f.person_id = p.id AND f.provider_id = k.provider_id))
            AND ${searchNameOf('p')} LIKE '%' || waymark_fold(${escaped(query)}) || '%'
          ORDER BY ${SORT}, p.id LIMIT 20`,
      );
      return { items, next: null };
    });
  }

  /** Midnight in London at the start of today. */
  private today(): Date {
    return fromWall(wallMinute(this.clock.today(), '00:00'));
  }
}

interface StoredSpan {
  id: string;
  kind: AvailabilityKind;
  startsAt: string;
  endsAt: string;
  note: string;
}
type Row = Omit<FacilitatorView, 'availability'> & { spans: StoredSpan[] };
type SessionRow = Omit<FacilitatorSession, 'startsOn' | 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date };

function viewOf({ spans, ...row }: Row): FacilitatorView {
  return {
    ...row,
    availability: spans.map((span) => {
      const [start, end] = [toWall(new Date(span.startsAt)), toWall(new Date(span.endsAt))];
      return { ...span, startsOn: wallDate(start), startsAt: wallTime(start), endsOn: wallDate(end), endsAt: wallTime(end) };
    }),
  };
}

function sessionOf({ startsAt, endsAt, ...row }: SessionRow): FacilitatorSession {
  const start = toWall(startsAt);
  return { ...row, startsOn: wallDate(start), startsAt: wallTime(start), endsAt: wallTime(toWall(endsAt)) };
}

const SORT = sortNameOf('p');
const factsOn = (today: LocalDate): Sql => sql`
  f.id, f.provider_id AS "providerId", f.person_id AS "personId", ${nameOf('p')} AS name,
  ${emailOf('p')} AS email, ${employerOn('p.id', today)} AS organisation, f.status, f.skills, f.version`;
const FROM = sql`FROM facilitator f JOIN person p ON p.id = f.person_id`;
const viewOn = (today: LocalDate): Sql => sql`
  SELECT ${factsOn(today)}, f.note,
         coalesce((
           SELECT json_agg(json_build_object(
                    'id', a.id, 'kind', a.kind, 'startsAt', a.starts_at, 'endsAt', a.ends_at, 'note', a.note) ORDER BY a.starts_at, a.id)
             FROM facilitator_availability a WHERE a.facilitator_id = f.id
         ), '[]'::json) AS spans
    ${FROM}`;
