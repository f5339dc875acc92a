import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { COUNTED, countOf, cursorIn, cursorOf, escaped, page } from '@waymark/shared/api/page';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { found } from '@waymark/shared/kernel/refusal';
import type { AddOrganisation, ListOrganisations, OrganisationPage, OrganisationView } from './organisations.contract';

@Injectable()
export class OrganisationsQueries {
  constructor(private readonly db: Db) {}

  /** Organisations are the installation's: whoever may read them reads all of them. */
  list(actor: Actor, wanted: ListOrganisations): Promise<OrganisationPage> {
    const { after, limit } = wanted;
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<OrganisationPage['items'][number] & { sort: string }>(
        sql`SELECT ${FACTS}, ${SORT} AS sort FROM organisation o WHERE ${matching(wanted)}
              ${sql.when(cursorIn(after, 2), ([sort, id]) => sql`AND (${SORT}, o.id) > (${sort}::text, ${id}::uuid)`)}
             ORDER BY ${SORT}, o.id LIMIT ${limit + 1}`,
      );
      const [total] = await read.query<{ n: number }>(
        sql`SELECT count(*) AS n FROM (SELECT 1 FROM organisation o WHERE ${matching(wanted)} LIMIT ${sql.number(COUNTED + 1)}) counted`,
      );
      return { ...page(rows, limit, ({ sort, id }) => cursorOf(sort, id)), total: countOf(total!.n) };
    });
  }

  one(actor: Actor, id: string): Promise<OrganisationView> {
    return this.db.reading(actor, (read) => this.view(read, id));
  }

  async view(read: Reader, id: string): Promise<OrganisationView> {
    const [view] = await read.query<OrganisationView>(
      sql`SELECT ${FACTS}, o.valid_from AS "validFrom", o.source, o.version,
                 ARRAY(SELECT a.alias FROM organisation_alias a WHERE a.organisation_id = o.id ORDER BY a.folded) AS aliases,
                 coalesce((SELECT jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value, 'validFrom', i.valid_from, 'validTo', i.valid_to) ORDER BY i.scheme, i.value)
                    FROM organisation_identifier i WHERE i.organisation_id = o.id), '[]') AS identifiers,
                 ${related('organisation_id', 'successor_id')} AS successors,
                 ${related('successor_id', 'organisation_id')} AS predecessors
            FROM organisation o WHERE o.id = ${id}`,
    );
    return found(view);
  }

  /** As it stands, for one editor at a time. */
  async forEdit(tx: Tx, id: string): Promise<OrganisationView> {
    found((await tx.query(sql`SELECT 1 FROM organisation WHERE id = ${id} FOR UPDATE`))[0]);
    return this.view(tx, id);
  }

  /** Which of these codes other organisations have, and when. */
  codesElsewhere(read: Reader, id: string, identifiers: AddOrganisation['identifiers']) {
    const [schemes, values] = [identifiers.map(({ scheme }) => scheme), identifiers.map(({ value }) => value)];
    return read.query<{ scheme: string; value: string; validFrom: never; validTo: never }>(
      sql`SELECT scheme, value, valid_from AS "validFrom", valid_to AS "validTo" FROM organisation_identifier
           WHERE organisation_id <> ${id} AND (scheme, value) IN (SELECT * FROM unnest(${schemes}::text[], ${values}::text[]))`,
    );
  }

  /** Before they are written anew. */
  async forgetNames(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`DELETE FROM organisation_alias WHERE organisation_id = ${id}`);
    await tx.query(sql`DELETE FROM organisation_identifier WHERE organisation_id = ${id}`);
  }
}

const SORT = sql`waymark_fold(o.official_name)`;
const FACTS = sql`
  o.id, o.official_name AS "officialName", o.short_name AS "shortName", o.sector, o.organisation_type AS "organisationType", o.nation, o.region,
  ARRAY(SELECT i.value FROM organisation_identifier i WHERE i.organisation_id = o.id ORDER BY i.scheme DESC, i.value) AS codes, o.valid_to AS "validTo"`;

/** By name, other name or code; of these sectors and nations. */
const matching = ({ query, sector, nation }: ListOrganisations): Sql => sql`true
  ${sql.when(query, (words) => {
    const like = `%${escaped(words)}%`;
    return sql`AND (waymark_fold(o.official_name) LIKE waymark_fold(${like})
      OR EXISTS (SELECT 1 FROM organisation_alias a WHERE a.organisation_id = o.id AND a.folded LIKE waymark_fold(${like}))
      OR EXISTS (SELECT 1 FROM organisation_identifier i WHERE i.organisation_id = o.id AND i.value = upper(${words})))`;
  })}
  ${sql.when(sector.length > 0, () => sql`AND o.sector = ANY(${sector}::text[])`)}
  ${sql.when(nation.length > 0, () => sql`AND o.nation = ANY(${nation}::text[])`)}`;

/** What came of it, or what it came of. */
const related = (mine: 'organisation_id' | 'successor_id', theirs: 'organisation_id' | 'successor_id') => sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'officialName', r.official_name) ORDER BY r.official_name)
    FROM organisation_succession s JOIN organisation r ON r.id = ${sql.column(`s.${theirs}`)} WHERE ${sql.column(`s.${mine}`)} = o.id), '[]')`;
