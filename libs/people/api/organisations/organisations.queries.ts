import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { COUNTED, countOf, cursorIn, cursorOf, page } from '@waymark/shared/api/page';
import { found } from '@waymark/shared/kernel/refusal';
import type { ListOrganisations, OrganisationPage, OrganisationView } from './organisations.contract';

@Injectable()
export class OrganisationsQueries {
  constructor(private readonly db: Db) {}

  /** Organisations are the installation's: whoever may read them reads all of them. */
  list(actor: Actor, { query, sector, nation, after, limit }: ListOrganisations): Promise<OrganisationPage> {
    const from = cursorIn(after, 2);
    const filter = [query, `%${query.replace(/[%_\\]/g, '\\$&')}%`, sector, nation];
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<OrganisationPage['items'][number] & { sort: string }>(`${LIST} LIMIT $7 + 1`, [
        ...filter,
        from?.[0] ?? null,
        from?.[1] ?? null,
        limit,
      ]);
      const [total] = await read.query<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 ${WHERE} LIMIT ${COUNTED + 1}) counted`, filter);
      return { ...page(rows, limit, ({ sort, id }) => cursorOf(sort, id)), total: countOf(total!.n) };
    });
  }

  one(actor: Actor, id: string): Promise<OrganisationView> {
    return this.db.reading(actor, (read) => this.view(read, id));
  }

  async view(read: Reader, id: string): Promise<OrganisationView> {
    const [view] = await read.query<OrganisationView>(VIEW, [id]);
    return found(view);
  }
}

const CODES = `ARRAY(SELECT i.value FROM organisation_identifier i WHERE i.organisation_id = o.id ORDER BY i.scheme DESC, i.value)`;
const FACTS = `o.id, o.official_name AS "officialName", o.short_name AS "shortName", o.sector, o.organisation_type AS "organisationType", o.nation, o.region, ${CODES} AS codes, o.valid_to AS "validTo"`;
const WHERE = `
    FROM organisation o
   WHERE ($1 = '' OR waymark_fold(o.official_name) LIKE waymark_fold($2)
          OR EXISTS (SELECT 1 FROM organisation_alias a WHERE a.organisation_id = o.id AND a.folded LIKE waymark_fold($2))
          OR EXISTS (SELECT 1 FROM organisation_identifier i WHERE i.organisation_id = o.id AND i.value = upper($1)))
     AND (cardinality($3::text[]) = 0 OR o.sector = ANY($3::text[]))
     AND (cardinality($4::text[]) = 0 OR o.nation = ANY($4::text[]))`;
const LIST = `
  SELECT ${FACTS}, waymark_fold(o.official_name) AS sort ${WHERE}
     AND ($5::text IS NULL OR (waymark_fold(o.official_name), o.id) > ($5::text, $6::uuid))
   ORDER BY waymark_fold(o.official_name), o.id`;
const RELATED = (mine: string, theirs: string) => `
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'officialName', r.official_name) ORDER BY r.official_name)
    FROM organisation_succession s JOIN organisation r ON r.id = s.${theirs} WHERE s.${mine} = o.id), '[]')`;
const VIEW = `
  SELECT ${FACTS}, o.valid_from AS "validFrom", o.source, o.version,
         ARRAY(SELECT a.alias FROM organisation_alias a WHERE a.organisation_id = o.id ORDER BY a.folded) AS aliases,
         coalesce((SELECT jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value, 'validFrom', i.valid_from, 'validTo', i.valid_to) ORDER BY i.scheme, i.value)
            FROM organisation_identifier i WHERE i.organisation_id = o.id), '[]') AS identifiers,
         ${RELATED('organisation_id', 'successor_id')} AS successors,
         ${RELATED('successor_id', 'organisation_id')} AS predecessors
    FROM organisation o WHERE o.id = $1`;
