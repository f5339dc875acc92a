import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { page } from '@waymark/shared/api/page';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { csvOf } from '@waymark/shared/kernel/csv';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import { found } from '@waymark/shared/kernel/refusal';
import { topOf, type Row } from '@waymark/people/domain/csv';
import type { DateOrder } from '@waymark/people/domain/import-dates';
import {
  ERROR_HEADINGS,
  headersKey,
  mappingRefusals,
  PERSON_FIELDS,
  type ImportedOrganisation,
  type PersonMapping,
} from '@waymark/people/domain/person-import';
import type { Counts, ListImportRows, PeopleImportRows, PeopleImportView } from './people-imports.contract';
import type { Judged } from './people-judgement';

export type State = BatchRow['state'];

export interface BatchRow {
  id: string;
  providerId: string;
  fileName: string;
  status: PeopleImportView['status'];
  state: {
    headers: string[];
    headingLine: number;
    mapping: PersonMapping;
    remembered: boolean;
    /** The order of day and month that somebody chose, and the one that is read. */
    dateOrder: DateOrder | null;
    dates: PeopleImportView['dates'];
  };
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
    const top = await this.top(read, id);
    const sample = await read.query<{ raw: string[] }>(
      sql`SELECT raw FROM import_row WHERE batch_id = ${id} AND raw IS NOT NULL AND line > ${state.headingLine} ORDER BY line LIMIT 5`,
    );
    return {
      ...batch,
      headers: state.headers,
      headingLine: state.headingLine,
      top,
      sample: sample.map(({ raw }) => raw),
      fields: PERSON_FIELDS.map(({ field, label }) => ({ field, label })),
      mapping: state.mapping,
      dates: state.dates,
      remembered: state.remembered,
      mappingProblems: mappingRefusals(state.mapping),
      createdAt: createdAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    };
  }

  /** The first rows, one of which may be the headings. None are left when the import is done. */
  async top(read: Reader, id: string): Promise<Row[]> {
    return topOf(
      await read.query<Row>(
        sql`SELECT line, raw AS cells FROM import_row WHERE batch_id = ${id} AND raw IS NOT NULL ORDER BY line LIMIT 10`,
      ),
    );
  }

  /** For one who goes on with it at a time. */
  async batchForEdit(tx: Tx, id: string): Promise<BatchRow> {
    return this.batch(tx, tx.actor, id, sql`FOR UPDATE`);
  }

  async batch(read: Reader, actor: Actor, id: string, locked?: Sql): Promise<BatchRow> {
    const [batch] = await read.query<BatchRow>(
      sql`SELECT b.id, b.provider_id AS "providerId", b.file_name AS "fileName", b.status, b.mapping AS state, b.counts, b.created_at AS "createdAt",
                 b.finished_at AS "finishedAt", b.version
            FROM import_batch b
           WHERE b.id = ${id} AND b.kind = 'people' AND ${within(reachOf(actor, 'people:import'), 'b.provider_id')} ${sql.when(locked, (how) => how)}`,
    );
    return found(batch);
  }

  /** How the provider had these columns last time. */
  async mappingOf(read: Reader, providerId: string, headers: readonly string[]): Promise<PersonMapping | undefined> {
    const [known] = await read.query<{ mapping: PersonMapping }>(
      sql`SELECT mapping FROM import_mapping WHERE provider_id = ${providerId} AND kind = 'people' AND headers_key = ${headersKey(headers)}`,
    );
    return known?.mapping;
  }

  async rememberMapping(tx: Tx, providerId: string, { headers, mapping }: Pick<State, 'headers' | 'mapping'>): Promise<void> {
    await tx.query(
      sql`INSERT INTO import_mapping (id, provider_id, kind, headers_key, mapping)
          VALUES (${newId()}, ${providerId}, 'people', ${headersKey(headers)}, ${JSON.stringify(mapping)})
          ON CONFLICT ON CONSTRAINT people_mapping_known DO UPDATE SET mapping = excluded.mapping`,
    );
  }

  /** `rows` is JSON, as it was read from the file: `{ line, raw }` each. */
  async addRows(tx: Tx, id: string, rows: string): Promise<void> {
    await tx.query(
      sql`INSERT INTO import_row (batch_id, line, raw, outcome, messages)
          SELECT ${id}, r.line, r.raw, 'attention', '[]' FROM jsonb_to_recordset(${rows}::jsonb) AS r(line int, raw jsonb)`,
    );
  }

  /** All rows as JSON, `{ line, raw }` each, for a thread to read. */
  async rowsToRead(read: Reader, id: string): Promise<string> {
    const [found] = await read.query<{ rows: string | null }>(
      sql`SELECT json_agg(json_build_object('line', r.line, 'raw', r.raw) ORDER BY r.line)::text AS rows FROM import_row r
           WHERE r.batch_id = ${id} AND r.raw IS NOT NULL`,
    );
    return found?.rows ?? '[]';
  }

  /** Those of the register and the provider's own, by all names that either has for them. */
  organisations(read: Reader, providerId: string, today: LocalDate): Promise<ImportedOrganisation[]> {
    return read.query(
      sql`SELECT o.id, o.official_name AS "officialName",
                 ARRAY[o.official_name, o.short_name] || ARRAY(SELECT a.alias FROM organisation_alias a
                                WHERE a.organisation_id = o.id AND (a.provider_id IS NULL OR a.provider_id = ${providerId})) AS names,
                 ARRAY(SELECT i.value FROM organisation_identifier i WHERE i.organisation_id = o.id) AS codes,
                 CASE WHEN o.valid_to < ${today}::date THEN o.valid_to END AS "endedOn",
                 ARRAY(SELECT n.official_name FROM organisation_succession s JOIN organisation n ON n.id = s.successor_id
                        WHERE s.organisation_id = o.id ORDER BY n.official_name) AS successors
            FROM organisation o WHERE o.provider_id IS NULL OR o.provider_id = ${providerId}`,
    );
  }

  /** How many rows of the file there are below one. */
  async rowsBelow(read: Reader, id: string, line: number): Promise<number> {
    const [rows] = await read.query<{ many: number }>(
      sql`SELECT count(*) AS many FROM import_row WHERE batch_id = ${id} AND line > ${line}`,
    );
    return rows!.many;
  }

  async writeState(tx: Tx, id: string, state: State): Promise<void> {
    await tx.query(sql`UPDATE import_batch SET mapping = ${JSON.stringify(state)}, version = version + 1 WHERE id = ${id}`);
  }

  async writeOutcomes(tx: Tx, id: string, judged: readonly Judged[], counts: Counts): Promise<void> {
    const outcomes = JSON.stringify(judged.map(({ line, outcome, messages }) => ({ line, outcome, messages })));
    await tx.query(
      sql`UPDATE import_row r SET outcome = n.outcome, messages = n.messages
            FROM jsonb_to_recordset(${outcomes}::jsonb) AS n(line int, outcome text, messages jsonb) WHERE r.batch_id = ${id} AND r.line = n.line`,
    );
    await tx.query(sql`UPDATE import_batch SET status = 'checked', counts = ${JSON.stringify(counts)} WHERE id = ${id}`);
  }

  /** Its columns are not mapped as they must be, so nothing can be said of its rows. */
  async writeUnjudged(tx: Tx, id: string): Promise<void> {
    await tx.query(
      sql`UPDATE import_batch b SET status = 'uploaded', counts = jsonb_build_object('rows', (SELECT count(*) FROM import_row r WHERE r.batch_id = b.id AND r.line > (b.mapping->>'headingLine')::int),
                 'new', 0, 'changed', 0, 'same', 0, 'attention', 0) WHERE b.id = ${id}`,
    );
  }

  /** Rows that have done their work keep no personal data. */
  async complete(tx: Tx, id: string): Promise<void> {
    await tx.query(
      sql`DELETE FROM import_row r USING import_batch b WHERE b.id = r.batch_id AND b.id = ${id} AND r.line <= (b.mapping->>'headingLine')::int`,
    );
    await tx.query(
      sql`UPDATE import_row SET raw = NULL, messages = '[]', outcome = 'done' WHERE batch_id = ${id} AND outcome <> 'attention'`,
    );
    await tx.query(
      sql`UPDATE import_batch SET status = 'completed', finished_at = ${tx.clock.now()}, version = version + 1 WHERE id = ${id}`,
    );
  }

  /** Rows hold personal data: those of an import that nobody finished, or that needed attention, go after a month. */
  async forgetRows(tx: Tx): Promise<void> {
    await tx.query(
      sql`UPDATE import_row SET raw = NULL, messages = '[]'
           WHERE raw IS NOT NULL AND batch_id IN (SELECT id FROM import_batch WHERE created_at < ${tx.clock.now()}::timestamptz - interval '30 days')`,
    );
  }

  rows(actor: Actor, id: string, { outcome, after, limit }: ListImportRows): Promise<PeopleImportRows> {
    return this.db.reading(actor, async (read) => {
      const { state } = await this.batch(read, actor, id);
      const from = Number(after ?? 0);
      const beyond = Number.isSafeInteger(from) && from < 2 ** 31 ? from : 0;
      const rows = await read.query<{ line: number; outcome: never; raw: string[] | null; messages: never }>(
        sql`SELECT line, outcome, raw, messages FROM import_row
             WHERE batch_id = ${id} AND line > ${Math.max(beyond, state.headingLine)} ${sql.when(outcome, (outcome) => sql`AND outcome = ${outcome}`)}
             ORDER BY line LIMIT ${limit + 1}`,
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
  errors(actor: Actor, id: string): Promise<{ fileName: string; text: string; rows: number; providerId: string }> {
    return this.db.reading(actor, async (read) => {
      const { state, fileName, providerId } = await this.batch(read, actor, id);
      const rows = await read.query<{ line: number; raw: string[]; messages: { message: string }[] }>(
        sql`SELECT line, raw, messages FROM import_row WHERE batch_id = ${id} AND outcome = 'attention' AND raw IS NOT NULL AND line > ${state.headingLine} ORDER BY line`,
      );
      const records = rows.map(({ line, raw, messages }) => [
        ...state.headers.map((_, i) => raw[i] ?? ''),
        String(line),
        messages.map(({ message }) => message).join('; '),
      ]);
      const text = csvOf([[...state.headers, ...ERROR_HEADINGS], ...records]);
      return {
        fileName: `${fileName.replace(/\.\w+$/, '').replace(/[^\w -]/g, '')}-needs-attention.csv`,
        text,
        rows: rows.length,
        providerId,
      };
    });
  }
}
