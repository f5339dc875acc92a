import { Injectable } from '@nestjs/common';
import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import type { Held, RegisterEntry } from '@waymark/people/domain/council-register';
import { fold } from '@waymark/people/domain/text';

/** The scheme of a council's own code. Its code at the Office for National Statistics is `gss`. */
export const CODE = 'local-authority-code';

/** An entry of the register and the organisation that it is or becomes. */
interface Registered {
  id: string;
  entry: RegisterEntry;
}

@Injectable()
export class OrganisationImportsQueries {
  /** Two people may import at once: the second compares with what the first has written. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(sql`SELECT pg_advisory_xact_lock(720513)`);
  }

  /** What the register has, by each of its codes. */
  async heldByCode(read: Reader): Promise<Map<string, Held>> {
    const rows = await read.query<Held & { codes: { scheme: string; value: string }[] }>(
      sql`SELECT o.id, o.official_name AS "officialName", o.short_name AS "shortName", o.nation, o.region, o.organisation_type AS "organisationType",
                 o.valid_from AS "validFrom", o.valid_to AS "validTo",
                 ARRAY(SELECT a.alias FROM organisation_alias a WHERE a.organisation_id = o.id AND a.provider_id IS NULL) AS aliases,
                 (SELECT jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value)) FROM organisation_identifier i
                   WHERE i.organisation_id = o.id AND i.scheme IN (${CODE}, 'gss')) AS codes
            FROM organisation o
           WHERE o.provider_id IS NULL AND EXISTS (SELECT 1 FROM organisation_identifier i WHERE i.organisation_id = o.id AND i.scheme IN (${CODE}, 'gss'))`,
    );
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

  async add(tx: Tx, rows: readonly Registered[]): Promise<void> {
    await tx.query(
      sql`INSERT INTO organisation (${COLUMNS}) SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::organisation, ${factsOf(rows)})`,
    );
  }

  async change(tx: Tx, rows: readonly Registered[]): Promise<void> {
    await tx.query(
      sql`UPDATE organisation o SET official_name = n.official_name, short_name = n.short_name, organisation_type = n.organisation_type, nation = n.nation,
                 region = n.region, valid_from = n.valid_from, valid_to = n.valid_to, version = o.version + 1
            FROM jsonb_populate_recordset(NULL::organisation, ${factsOf(rows)}) n WHERE n.id = o.id`,
    );
  }

  /** Codes that an organisation has already stay as they are. */
  async identify(tx: Tx, rows: readonly Registered[]): Promise<void> {
    const identifiers = rows.flatMap(({ id, entry }) => [
      { id: newId(), organisation_id: id, scheme: CODE, value: entry.code },
      ...(entry.gss ? [{ id: newId(), organisation_id: id, scheme: 'gss', value: entry.gss }] : []),
    ]);
    await tx.query(
      sql`INSERT INTO organisation_identifier (id, organisation_id, scheme, value)
          SELECT n.id, n.organisation_id, n.scheme, n.value FROM jsonb_populate_recordset(NULL::organisation_identifier, ${JSON.stringify(identifiers)}) n
           WHERE NOT EXISTS (SELECT 1 FROM organisation_identifier i WHERE i.organisation_id = n.organisation_id AND i.scheme = n.scheme AND i.value = n.value)`,
    );
  }

  /** The other names of the register, and those that it has no more. */
  async name(tx: Tx, rows: readonly (Registered & { lost: readonly string[] })[]): Promise<void> {
    const aliases = rows.flatMap(({ id, entry, lost }) =>
      [...entry.aliases, ...lost].map((alias) => ({ id: newId(), organisation_id: id, alias, folded: fold(alias) })),
    );
    await tx.query(
      sql`INSERT INTO organisation_alias (id, organisation_id, alias, folded)
          SELECT n.id, n.organisation_id, n.alias, n.folded FROM jsonb_populate_recordset(NULL::organisation_alias, ${JSON.stringify(aliases)}) n
          ON CONFLICT DO NOTHING`,
    );
  }

  async succeed(tx: Tx, successions: readonly { id: string; successorId: string }[]): Promise<void> {
    const rows = successions.map(({ id, successorId }) => ({ organisation_id: id, successor_id: successorId }));
    await tx.query(
      sql`INSERT INTO organisation_succession SELECT * FROM jsonb_populate_recordset(NULL::organisation_succession, ${JSON.stringify(rows)})
          ON CONFLICT DO NOTHING`,
    );
  }
}

const COLUMNS = sql`id, official_name, short_name, sector, organisation_type, nation, region, valid_from, valid_to, source, version`;

const factsOf = (rows: readonly Registered[]): string =>
  JSON.stringify(
    rows.map(({ id, entry }) => ({
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
