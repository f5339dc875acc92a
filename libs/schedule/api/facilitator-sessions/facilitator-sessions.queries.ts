import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { cursorIn, cursorOf, page, type Page } from '@waymark/shared/api/page';
import { sql } from '@waymark/shared/api/sql';
import { found } from '@waymark/shared/kernel/refusal';
import { fromWall, toWall, wallDate, wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';
import { CatalogueUses } from '@waymark/catalogue/api/catalogue-uses';
import { withinCatalogue } from '@waymark/catalogue/api/within-catalogue';
import type { FacilitatorSession, ListFacilitatorSessions } from './facilitator-sessions.contract';

type Row = Omit<FacilitatorSession, 'startsOn' | 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date };

/** What a facilitator leads or supports, and how much of it is ahead for the catalogue's list of them. */
@Injectable()
export class FacilitatorSessionsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    uses: CatalogueUses,
  ) {
    uses.add({
      sessions: (from) => sql`
        (SELECT count(*)::int FROM session_facilitator sf JOIN session s ON s.id = sf.session_id
          WHERE sf.facilitator_id = f.id AND sf.status NOT IN ('declined', 'stood_down') AND s.status <> 'cancelled' AND s.starts_at >= ${from})`,
    });
  }

  /** From a day on, across every cohort the reader reaches. */
  list(actor: Actor, id: string, { from, after, limit }: ListFacilitatorSessions): Promise<Page<FacilitatorSession>> {
    return this.db.reading(actor, async (read) => {
      const reach = reachOf(actor, 'facilitators:read');
      found((await read.query(sql`SELECT 1 FROM facilitator f WHERE f.id = ${id} AND ${withinCatalogue(reach, 'f.provider_id')}`))[0]);
      const rows = await read.query<Row>(
        sql`SELECT s.id AS "sessionId", c.id AS "cohortId", c.name AS "cohortName", s.title, s.kind, s.starts_at AS "startsAt",
                s.ends_at AS "endsAt", r.name AS room, v.name AS venue, sf.role, sf.status AS answer, s.status
           FROM session_facilitator sf
           JOIN session s ON s.id = sf.session_id
           JOIN cohort c ON c.id = s.cohort_id
           LEFT JOIN room r ON r.id = s.room_id
           LEFT JOIN venue v ON v.id = r.venue_id
          WHERE sf.facilitator_id = ${id} AND s.starts_at >= ${fromWall(wallMinute(from ?? this.clock.today(), '00:00'))}
            ${sql.when(cursorIn(after, 2), ([start, last]) => sql`AND (s.starts_at, s.id) > (${start}::timestamptz, ${last}::uuid)`)}
          ORDER BY s.starts_at, s.id LIMIT ${limit + 1}`,
      );
      const { items, next } = page(rows, limit, (row) => cursorOf(row.startsAt.toISOString(), row.sessionId));
      return { items: items.map(sessionOf), next };
    });
  }
}

function sessionOf({ startsAt, endsAt, ...row }: Row): FacilitatorSession {
  const start = toWall(startsAt);
  return { ...row, startsOn: wallDate(start), startsAt: wallTime(start), endsAt: wallTime(toWall(endsAt)) };
}
