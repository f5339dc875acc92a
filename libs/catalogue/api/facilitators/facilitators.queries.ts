import { Injectable } from '@nestjs/common';
import type { AvailabilityKind } from '@waymark/catalogue/domain/availability';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { countUpTo, cursorIn, cursorOf, page, type CountedPage, type Page } from '@waymark/shared/api/page';
import { textFound } from '@waymark/shared/api/search';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { found } from '@waymark/shared/kernel/refusal';
import { fromWall, toWall, wallDate, wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';
import { emailOf, employerOn, peopleFound, sortNameOf } from '@waymark/people/api/people.sql';
import { CatalogueUses } from '../catalogue-uses';
import { withinCatalogue } from '../within-catalogue';
import type { Candidate, FacilitatorItem, FacilitatorView, ListFacilitators } from './facilitators.contract';

@Injectable()
export class FacilitatorsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly uses: CatalogueUses,
  ) {}

  list(actor: Actor, { query = '', status, after, limit }: ListFacilitators): Promise<CountedPage<FacilitatorItem>> {
    const matches = sql`${withinCatalogue(reachOf(actor, 'facilitators:read'), 'f.provider_id')}
            AND ${textFound(query, sql`concat_ws(' ', p.given_name, p.family_name, array_to_string(f.skills, ' '))`)}
            ${sql.when(status, (status) => sql`AND f.status = ${status}`)}`;
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<FacilitatorItem & { sort: string }>(
        sql`SELECT ${factsOn(this.clock.today())}, ${SORT} AS sort,
                ${this.uses.sessions(fromWall(wallMinute(this.clock.today(), '00:00')))} AS sessions
           ${FROM}
          WHERE ${matches}
            ${sql.when(cursorIn(after, 2), ([sort, id]) => sql`AND (${SORT}, f.id) > (${sort}::text, ${id}::uuid)`)}
          ORDER BY ${SORT}, f.id LIMIT ${limit + 1}`,
      );
      const total = await countUpTo(read, sql`SELECT 1 ${FROM} WHERE ${matches}`);
      return { ...page(rows, limit, (row) => cursorOf(row.sort, row.id)), total };
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

  /** People the actor's providers know and who do not facilitate for them yet. */
  candidates(actor: Actor, query: string): Promise<Page<Candidate>> {
    return this.db.reading(actor, async (read) => {
      const items = await read.query<Candidate>(
        sql`SELECT p.id AS "personId", ${nameOf('p')} AS name, ${emailOf('p')} AS email, ${employerOn('p.id', this.clock.today())} AS organisation
           FROM person p
          WHERE EXISTS (
                  SELECT 1 FROM person_provider k WHERE k.person_id = p.id AND ${within(reachOf(actor, 'facilitators:edit'), 'k.provider_id')}
                     AND NOT EXISTS (SELECT 1 FROM facilitator f WHERE f.person_id = p.id AND f.provider_id = k.provider_id))
            ${sql.when(peopleFound(query), (found) => sql`AND ${found('p.id')}`)}
          ORDER BY ${SORT}, p.id LIMIT 20`,
      );
      return { items, next: null };
    });
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

function viewOf({ spans, ...row }: Row): FacilitatorView {
  return {
    ...row,
    availability: spans.map((span) => {
      const [start, end] = [toWall(new Date(span.startsAt)), toWall(new Date(span.endsAt))];
      return { ...span, startsOn: wallDate(start), startsAt: wallTime(start), endsOn: wallDate(end), endsAt: wallTime(end) };
    }),
  };
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
