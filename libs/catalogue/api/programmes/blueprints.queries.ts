import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import type { Page } from '@waymark/shared/api/page';
import { sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import { found } from '@waymark/shared/kernel/refusal';
import { withinCatalogue } from '../within-catalogue';
import type { BlueprintItem, BlueprintView, TemplateView } from './blueprints.contract';

@Injectable()
export class BlueprintsQueries {
  constructor(private readonly db: Db) {}

  /** Every version of a programme, latest first. A programme has a handful in its life. */
  list(actor: Actor, programmeId: string): Promise<Page<BlueprintItem>> {
    return this.db.reading(actor, async (read) => {
      const reach = reachOf(actor, 'programmes:read');
      found(
        (await read.query(sql`SELECT 1 FROM programme p WHERE p.id = ${programmeId} AND ${withinCatalogue(reach, 'p.provider_id')}`))[0],
      );
      const rows = await read.query<Item>(
        sql`SELECT b.id, b.programme_id AS "programmeId", b.number, b.status, b.published_at AS "publishedAt", b.capacity,
                b.min_viable AS "minViable", b.version, count(t.id)::int AS sessions, coalesce(max(t.day_offset), 0) + 1 AS days
           FROM blueprint b LEFT JOIN session_template t ON t.blueprint_id = b.id
          WHERE b.programme_id = ${programmeId} GROUP BY b.id ORDER BY b.number DESC`,
      );
      return { items: rows.map((row) => ({ ...row, publishedAt: iso(row.publishedAt) })), next: null };
    });
  }

  seen(actor: Actor, id: string): Promise<BlueprintView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<Row>(
        sql`${VIEW} WHERE b.id = ${id} AND ${withinCatalogue(reachOf(actor, 'programmes:read'), 'b.provider_id')}`,
      );
      return viewOf(found(row));
    });
  }

  async one(read: Reader, id: string): Promise<BlueprintView> {
    const [row] = await read.query<Row>(sql`${VIEW} WHERE b.id = ${id}`);
    return viewOf(found(row));
  }

  /** Locks a version that the actor may change, and says whose it is. */
  async forEdit(read: Reader, actor: Actor, id: string): Promise<BlueprintView & { providerId: string }> {
    const [row] = await read.query<{ providerId: string }>(
      sql`SELECT b.provider_id AS "providerId" FROM blueprint b WHERE b.id = ${id} AND ${within(reachOf(actor, 'programmes:edit'), 'b.provider_id')} FOR UPDATE`,
    );
    return { ...(await this.one(read, id)), providerId: found(row).providerId };
  }

  /** The highest number there is, whether there is a draft, and the latest published version. */
  async standing(read: Reader, programmeId: string): Promise<{ last: number; draft: boolean; publishedId: string | null }> {
    const [row] = await read.query<{ last: number; draft: boolean; publishedId: string | null }>(
      sql`SELECT coalesce(max(number), 0) AS last, coalesce(bool_or(status = 'draft'), false) AS draft,
              (array_agg(id ORDER BY number DESC) FILTER (WHERE status = 'published'))[1] AS "publishedId"
         FROM blueprint WHERE programme_id = ${programmeId}`,
    );
    return row!;
  }
}

type Item = Omit<BlueprintItem, 'publishedAt'> & { publishedAt: Date | null };
type Row = Omit<BlueprintView, 'publishedAt' | 'templates'> & { publishedAt: Date | null; templates: TemplateView[] };

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const viewOf = (row: Row): BlueprintView => ({ ...row, publishedAt: iso(row.publishedAt) });

const VIEW = sql`
  SELECT b.id, b.programme_id AS "programmeId", p.title AS "programmeTitle", p.code AS "programmeCode", b.number, b.status,
         b.published_at AS "publishedAt", b.capacity, b.min_viable AS "minViable", b.version,
         coalesce((
           SELECT json_agg(json_build_object(
                    'id', t.id, 'position', t.position, 'title', t.title, 'kind', t.kind, 'purpose', t.purpose, 'dayOffset', t.day_offset,
                    'startsAt', t.starts_at, 'duration', t.duration, 'mandatory', t.mandatory, 'mode', t.mode, 'layout', t.layout,
                    'equipment', t.equipment, 'setUp', t.set_up, 'clearUp', t.clear_up, 'perGroup', t.per_group,
                    'afterPosition', t.after_position, 'minGap', t.min_gap) ORDER BY t.position)
             FROM session_template t WHERE t.blueprint_id = b.id
         ), '[]'::json) AS templates
    FROM blueprint b JOIN programme p ON p.id = b.programme_id`;
