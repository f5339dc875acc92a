import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { page } from '@waymark/shared/api/page';
import { found } from '@waymark/shared/kernel/refusal';
import { mappingRefusals, PERSON_FIELDS, type PersonMapping } from '@waymark/people/domain/person-import';
import type { ListImportRows, PeopleImportRows, PeopleImportView } from './people-imports.contract';

interface BatchRow {
  id: string;
  providerId: string;
  fileName: string;
  status: PeopleImportView['status'];
  state: { headers: string[]; mapping: PersonMapping; remembered: boolean };
  counts: PeopleImportView['counts'];
  createdAt: Date;
  finishedAt: Date | null;
  version: number;
}

/** Imports are seen by those who may import for their provider. */
@Injectable()
export class PeopleImportsQueries {
  constructor(private readonly db: Db) {}

  one(actor: Actor, id: string): Promise<PeopleImportView> {
    return this.db.reading(actor, (read) => this.view(read, actor, id));
  }

  async view(read: Reader, actor: Actor, id: string): Promise<PeopleImportView> {
    const { state, createdAt, finishedAt, ...batch } = await this.batch(read, actor, id);
    const sample = await read.query<{ raw: string[] }>(
      'SELECT raw FROM import_row WHERE batch_id = $1 AND raw IS NOT NULL ORDER BY line LIMIT 5',
      [id],
    );
    return {
      ...batch,
      headers: state.headers,
      sample: sample.map(({ raw }) => raw),
      fields: PERSON_FIELDS.map(({ field, label }) => ({ field, label })),
      mapping: state.mapping,
      remembered: state.remembered,
      mappingProblems: mappingRefusals(state.mapping),
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    };
  }

  async batch(read: Reader, actor: Actor, id: string, lock = ''): Promise<BatchRow> {
    const [batch] = await read.query<BatchRow>(
      `SELECT id, provider_id AS "providerId", file_name AS "fileName", status, mapping AS state, counts, created_at AS "createdAt", finished_at AS "finishedAt", version
         FROM import_batch WHERE id = $1 AND kind = 'people' AND provider_id = ANY($2::uuid[]) ${lock}`,
      [id, reachOf(actor, 'people:import').providers],
    );
    return found(batch);
  }

  rows(actor: Actor, id: string, { outcome, after, limit }: ListImportRows): Promise<PeopleImportRows> {
    return this.db.reading(actor, async (read) => {
      const { state } = await this.batch(read, actor, id);
      const from = Number(after ?? 0);
      const rows = await read.query<{ line: number; outcome: never; raw: string[] | null; messages: never }>(
        'SELECT line, outcome, raw, messages FROM import_row WHERE batch_id = $1 AND line > $2 AND ($3::text IS NULL OR outcome = $3) ORDER BY line LIMIT $4',
        [id, Number.isSafeInteger(from) && from < 2 ** 31 ? from : 0, outcome ?? null, limit + 1],
      );
      const { fullName, givenName, familyName, email } = state.mapping;
      const cell = (raw: string[] | null, column: number | undefined) => (column === undefined ? '' : (raw?.[column] ?? ''));
      return page(
        rows.map(({ raw, ...row }) => ({
          ...row,
          name: [cell(raw, givenName), cell(raw, familyName)].join(' ').trim() || cell(raw, fullName),
          email: cell(raw, email),
        })),
        limit,
        ({ line }) => String(line),
      );
    });
  }

  /** The rows that need attention as the file had them, with one more column that says why. */
  errors(actor: Actor, id: string): Promise<{ fileName: string; text: string }> {
    return this.db.reading(actor, async (read) => {
      const { state, fileName } = await this.batch(read, actor, id);
      const rows = await read.query<{ line: number; raw: string[]; messages: { message: string }[] }>(
        `SELECT line, raw, messages FROM import_row WHERE batch_id = $1 AND outcome = 'attention' AND raw IS NOT NULL ORDER BY line`,
        [id],
      );
      const records = rows.map(({ line, raw, messages }) => [
        ...state.headers.map((_, i) => raw[i] ?? ''),
        line,
        messages.map(({ message }) => message).join('; '),
      ]);
      const text = stringify([[...state.headers, 'Line', 'What needs attention'], ...records], {
        bom: true,
        escape_formulas: true,
        record_delimiter: 'windows',
      });
      return { fileName: `${fileName.replace(/\.\w+$/, '').replace(/[^\w -]/g, '')}-needs-attention.csv`, text };
    });
  }
}
