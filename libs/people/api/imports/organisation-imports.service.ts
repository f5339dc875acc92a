import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import {
  missingColumns,
  namesLost,
  parseRegisterRow,
  registerChanges,
  type Held,
  type RegisterEntry,
} from '@waymark/people/domain/council-register';
import { fold } from '@waymark/people/domain/text';
import type { ImportOrganisations, OrganisationImportReport } from './organisation-imports.contract';
import { sheetIn, type Sheet } from './uploaded-file';

const SHOWN = 500;
const CODE = 'local-authority-code';

interface Judged {
  line: number;
  entry: RegisterEntry;
  id: string;
  outcome: 'new' | 'changed' | 'same';
  fields: string[];
  /** The official name until now, where it changes. */
  was: string | null;
  /** Names that it has no more, which stay as other names. */
  lost: string[];
}

/** The council register, compared with what is here and brought in. The same file twice changes nothing. */
@Injectable()
export class OrganisationImportsService {
  constructor(private readonly db: Db) {}

  import(actor: Actor, wish: ImportOrganisations): Promise<OrganisationImportReport> {
    const sheet = sheetIn(wish);
    const missing = missingColumns(sheet.headers);
    if (missing.length > 0)
      throw Malformed.at(
        '/content',
        `This is not the council register: there is no column ${missing.map((name) => `"${name}"`).join(' or ')}`,
      );
    if (!wish.apply) return this.db.reading(actor, async (read) => report(wish.fileName, false, await this.judge(read, sheet)));
    return this.db.tx(actor, async (tx) => {
      // Two people may import at once: the second compares with what the first has written.
      await tx.query('SELECT pg_advisory_xact_lock(720513)');
      const judged = await this.judge(tx, sheet);
      if (wish.allOrNothing && judged.rejected.length > 0) return report(wish.fileName, false, judged);
      await this.write(tx, judged.rows);
      const answer = report(wish.fileName, true, judged);
      await tx.record('organisations.imported', newId(), { fileName: wish.fileName, counts: answer.counts });
      return answer;
    });
  }

  private async judge(read: Reader, sheet: Sheet) {
    const held = await heldByCode(read);
    const rows: Judged[] = [];
    const rejected: OrganisationImportReport['messages'] = [];
    const seen = new Map<string, number>();
    for (const { line, cells } of sheet.rows) {
      const { entry, messages } = parseRegisterRow(Object.fromEntries(sheet.headers.map((header, i) => [fold(header), cells[i] ?? ''])));
      const name = entry?.officialName ?? cells[sheet.headers.findIndex((header) => fold(header) === 'official-name')] ?? '';
      if (!entry) {
        rejected.push(...messages.map(({ field, message }) => ({ line, name, field, message })));
        continue;
      }
      const earlier = seen.get(entry.code);
      if (earlier !== undefined) {
        rejected.push({ line, name, field: CODE, message: `${entry.code} is on line ${earlier} already` });
        continue;
      }
      seen.set(entry.code, line);
      const here = held.get(entry.code) ?? (entry.gss ? held.get(entry.gss) : undefined);
      const fields = here ? registerChanges(here, entry) : [];
      const outcome = !here ? 'new' : fields.length > 0 ? 'changed' : 'same';
      const was = here && here.officialName !== entry.officialName ? here.officialName : null;
      rows.push({ line, entry, id: here?.id ?? newId(), outcome, fields, was, lost: here ? namesLost(here, entry) : [] });
    }
    return { total: sheet.rows.length, rows, rejected };
  }

  private async write(tx: Tx, rows: Judged[]): Promise<void> {
    const fresh = rows.filter(({ outcome }) => outcome === 'new');
    const touched = rows.filter(({ outcome }) => outcome !== 'same');
    const facts = (list: Judged[]) =>
      JSON.stringify(
        list.map(({ id, entry }) => ({
          id,
          official_name: entry.officialName,
          short_name: entry.shortName,
          sector: 'council',
          organisation_type: entry.organisationType,
          nation: entry.nation,
          region: entry.region,
          valid_from: entry.validFrom,
          valid_to: entry.validTo,
          source: 'council register',
          version: 1,
        })),
      );
    await tx.query(INSERT, [facts(fresh)]);
    await tx.query(UPDATE, [facts(touched.filter(({ outcome }) => outcome === 'changed'))]);
    await tx.query(IDENTIFY, [
      JSON.stringify(
        touched.flatMap(({ id, entry }) => [
          { id: newId(), organisation_id: id, scheme: CODE, value: entry.code },
          ...(entry.gss ? [{ id: newId(), organisation_id: id, scheme: 'gss', value: entry.gss }] : []),
        ]),
      ),
    ]);
    await tx.query(NAME, [
      JSON.stringify(
        touched.flatMap(({ id, entry, lost }) =>
          [...entry.aliases, ...lost].map((alias) => ({ id: newId(), organisation_id: id, alias, folded: fold(alias) })),
        ),
      ),
    ]);
    const idOf = new Map([...(await heldByCode(tx))].map(([code, { id }]) => [code, id]));
    const successions = rows.flatMap(({ id, entry }) =>
      entry.replacedBy.flatMap((code) =>
        idOf.has(code) && idOf.get(code) !== id ? [{ organisation_id: id, successor_id: idOf.get(code)! }] : [],
      ),
    );
    await tx.query(
      'INSERT INTO organisation_succession SELECT * FROM jsonb_populate_recordset(NULL::organisation_succession, $1) ON CONFLICT DO NOTHING',
      [JSON.stringify(successions)],
    );
  }
}

async function heldByCode(read: Reader): Promise<Map<string, Held>> {
  const rows = await read.query<Held & { codes: { scheme: string; value: string }[] }>(HELD);
  return new Map(
    rows.flatMap(({ codes, ...row }) => {
      const held = {
        ...row,
        code: codes.find(({ scheme }) => scheme === CODE)?.value ?? '',
        gss: codes.find(({ scheme }) => scheme === 'gss')?.value ?? null,
      };
      return codes.map(({ value }): [string, Held] => [value, held]);
    }),
  );
}

function report(
  fileName: string,
  applied: boolean,
  { total, rows, rejected }: { total: number; rows: Judged[]; rejected: OrganisationImportReport['messages'] },
): OrganisationImportReport {
  const count = (outcome: Judged['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    fileName,
    applied,
    counts: { rows: total, new: count('new'), changed: count('changed'), same: count('same'), rejected: total - rows.length },
    messages: rejected.slice(0, SHOWN),
    more: Math.max(0, rejected.length - SHOWN),
    changes: rows
      .filter(({ outcome }) => outcome === 'changed')
      .slice(0, SHOWN)
      .map(({ line, entry, fields, was }) => ({ line, name: entry.officialName, was, fields })),
  };
}

const HELD = `
  SELECT o.id, o.official_name AS "officialName", o.short_name AS "shortName", o.nation, o.region, o.organisation_type AS "organisationType", o.valid_from AS "validFrom", o.valid_to AS "validTo",
         ARRAY(SELECT a.alias FROM organisation_alias a WHERE a.organisation_id = o.id) AS aliases,
         (SELECT jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value)) FROM organisation_identifier i WHERE i.organisation_id = o.id AND i.scheme IN ('${CODE}', 'gss')) AS codes
    FROM organisation o WHERE EXISTS (SELECT 1 FROM organisation_identifier i WHERE i.organisation_id = o.id AND i.scheme IN ('${CODE}', 'gss'))`;
const COLUMNS = 'id, official_name, short_name, sector, organisation_type, nation, region, valid_from, valid_to, source, version';
const INSERT = `INSERT INTO organisation (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::organisation, $1)`;
const UPDATE = `
  UPDATE organisation o SET official_name = n.official_name, short_name = n.short_name, organisation_type = n.organisation_type, nation = n.nation, region = n.region,
         valid_from = n.valid_from, valid_to = n.valid_to, version = o.version + 1
    FROM jsonb_populate_recordset(NULL::organisation, $1) n WHERE n.id = o.id`;
const IDENTIFY = `
  INSERT INTO organisation_identifier (id, organisation_id, scheme, value)
  SELECT n.id, n.organisation_id, n.scheme, n.value FROM jsonb_populate_recordset(NULL::organisation_identifier, $1) n
   WHERE NOT EXISTS (SELECT 1 FROM organisation_identifier i WHERE i.organisation_id = n.organisation_id AND i.scheme = n.scheme AND i.value = n.value)`;
const NAME = `
  INSERT INTO organisation_alias (id, organisation_id, alias, folded)
  SELECT n.id, n.organisation_id, n.alias, n.folded FROM jsonb_populate_recordset(NULL::organisation_alias, $1) n ON CONFLICT DO NOTHING`;
