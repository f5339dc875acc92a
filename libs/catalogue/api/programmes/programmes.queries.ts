import { Injectable } from '@nestjs/common';
import { rulesOf, type Rules } from '@waymark/catalogue/domain/programme-rules';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { countUpTo, cursorIn, cursorOf, page, type CountedPage } from '@waymark/shared/api/page';
import { textFound } from '@waymark/shared/api/search';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import { found } from '@waymark/shared/kernel/refusal';
import { CatalogueUses } from '../catalogue-uses';
import { withinCatalogue } from '../within-catalogue';
import type { ListProgrammes, ProgrammeItem, ProgrammeView } from './programmes.contract';

@Injectable()
export class ProgrammesQueries {
  constructor(
    private readonly db: Db,
    private readonly uses: CatalogueUses,
  ) {}

  list(actor: Actor, { query = '', status, after, limit }: ListProgrammes): Promise<CountedPage<ProgrammeItem>> {
    const matches = sql`${withinCatalogue(reachOf(actor, 'programmes:read'), 'p.provider_id')}
            AND ${textFound(query, sql`p.title || ' ' || p.code`)}
            ${sql.when(status, (status) => sql`AND p.status = ${status}`)}`;
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<ProgrammeItem>(
        sql`${viewWith(this.uses.cohorts)}
          WHERE ${matches}
            ${sql.when(cursorIn(after, 2), ([title, id]) => sql`AND (p.title, p.id) > (${title}::text, ${id}::uuid)`)}
          ORDER BY p.title, p.id LIMIT ${limit + 1}`,
      );
      const total = await countUpTo(read, sql`SELECT 1 FROM programme p WHERE ${matches}`);
      return { ...page(rows, limit, (row) => cursorOf(row.title, row.id)), total };
    });
  }

  seen(actor: Actor, id: string): Promise<ProgrammeView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<ProgrammeView>(
        sql`${viewWith(this.uses.cohorts)} WHERE p.id = ${id} AND ${withinCatalogue(reachOf(actor, 'programmes:read'), 'p.provider_id')}`,
      );
      return withRules(found(row));
    });
  }

  async one(read: Reader, id: string): Promise<ProgrammeView> {
    const [row] = await read.query<ProgrammeView>(sql`${viewWith(this.uses.cohorts)} WHERE p.id = ${id}`);
    return withRules(found(row));
  }

  /** Locks a programme that the actor may change; two drafts of one programme then wait for each other. */
  async forEdit(read: Reader, actor: Actor, id: string): Promise<ProgrammeRow> {
    const [row] = await read.query<ProgrammeRow>(
      sql`SELECT p.id, p.provider_id AS "providerId", p.title, p.code, p.summary, p.status, p.rules, p.version
         FROM programme p WHERE p.id = ${id} AND ${within(reachOf(actor, 'programmes:edit'), 'p.provider_id')} FOR UPDATE`,
    );
    return found(row);
  }
}

interface ProgrammeRow {
  id: string;
  providerId: string;
  title: string;
  code: string;
  summary: string;
  status: 'active' | 'retired';
  rules: Partial<Rules>;
  version: number;
}

function withRules(row: ProgrammeView): ProgrammeView {
  return { ...row, rules: rulesOf(row.rules) };
}

/** `cohorts` counts those that a programme `p` has. */
const viewWith = (cohorts: Sql): Sql => sql`
  SELECT p.id, p.provider_id AS "providerId", p.title, p.code, p.summary, p.status, p.rules, p.version,
         latest.number AS published, latest.id AS "publishedId", draft.id AS "draftId",
         ${cohorts} AS cohorts
    FROM programme p
    LEFT JOIN LATERAL (
      SELECT b.id, b.number FROM blueprint b WHERE b.programme_id = p.id AND b.status = 'published' ORDER BY b.number DESC LIMIT 1
    ) latest ON true
    LEFT JOIN blueprint draft ON draft.programme_id = p.id AND draft.status = 'draft'`;
