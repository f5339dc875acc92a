import { Injectable } from '@nestjs/common';
import { rulesOf, type Rules } from '@waymark/catalogue/domain/programme-rules';
import type { Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { cursorIn, cursorOf, escaped, page, type Page } from '@waymark/shared/api/page';
import { found } from '@waymark/shared/kernel/refusal';
import { editors, readable, readers } from '../readable';
import type { ListProgrammes, ProgrammeItem, ProgrammeView } from './programmes.contract';

@Injectable()
export class ProgrammesQueries {
  constructor(private readonly db: Db) {}

  list(actor: Actor, { query = '', status, after, limit }: ListProgrammes): Promise<Page<ProgrammeItem>> {
    const [title, id] = cursorIn(after, 2) ?? [null, null];
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<ProgrammeItem>(
        `${VIEW}
          WHERE ${readable('p.provider_id', 1)}
            AND ($3 = '' OR waymark_fold(p.title) LIKE '%' || waymark_fold($3) || '%' OR p.code = upper($3))
            AND ($4::text IS NULL OR p.status = $4)
            AND ($5::text IS NULL OR (p.title, p.id) > ($5::text, $6::uuid))
          ORDER BY p.title, p.id LIMIT $7`,
        [...readers(actor, 'programmes:read'), escaped(query), status ?? null, title, id, limit + 1],
      );
      return page(rows, limit, (row) => cursorOf(row.title, row.id));
    });
  }

  seen(actor: Actor, id: string): Promise<ProgrammeView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<ProgrammeView>(`${VIEW} WHERE p.id = $1 AND ${readable('p.provider_id', 2)}`, [
        id,
        ...readers(actor, 'programmes:read'),
      ]);
      return withRules(found(row));
    });
  }

  async one(read: Reader, id: string): Promise<ProgrammeView> {
    const [row] = await read.query<ProgrammeView>(`${VIEW} WHERE p.id = $1`, [id]);
    return withRules(found(row));
  }

  /** Locks a programme that the actor may change; two drafts of one programme then wait for each other. */
  async forEdit(read: Reader, actor: Actor, id: string): Promise<ProgrammeRow> {
    const [row] = await read.query<ProgrammeRow>(
      `SELECT p.id, p.provider_id AS "providerId", p.title, p.code, p.summary, p.status, p.rules, p.version
         FROM programme p WHERE p.id = $1 AND p.provider_id = ANY($2::uuid[]) FOR UPDATE`,
      [id, editors(actor, 'programmes:edit')],
    );
    return found(row);
  }
}

export interface ProgrammeRow {
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

const VIEW = `
  SELECT p.id, p.provider_id AS "providerId", p.title, p.code, p.summary, p.status, p.rules, p.version,
         latest.number AS published, latest.id AS "publishedId", draft.id AS "draftId",
         (SELECT count(*)::int FROM cohort c WHERE c.programme_id = p.id) AS cohorts
    FROM programme p
    LEFT JOIN LATERAL (
      SELECT b.id, b.number FROM blueprint b WHERE b.programme_id = p.id AND b.status = 'published' ORDER BY b.number DESC LIMIT 1
    ) latest ON true
    LEFT JOIN blueprint draft ON draft.programme_id = p.id AND draft.status = 'draft'`;
