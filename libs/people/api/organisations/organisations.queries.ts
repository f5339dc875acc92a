import { Injectable } from '@nestjs/common';
import { mayKeep, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { countUpTo, cursorIn, cursorOf, page } from '@waymark/shared/api/page';
import { begins, idsFound } from '@waymark/shared/api/search';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import type { Identifier } from '@waymark/people/domain/organisation';
import type { OrganisationFacts } from '@waymark/people/domain/register-proposal';
import { found } from '@waymark/shared/kernel/refusal';
import type { ListOrganisations, OrganisationPage, OrganisationView } from './organisations.contract';

@Injectable()
export class OrganisationsQueries {
  constructor(private readonly db: Db) {}

  /** The register, which all share, and what the reader's providers have added for themselves. */
  list(actor: Actor, wanted: ListOrganisations): Promise<OrganisationPage> {
    const { after, limit } = wanted;
    const matches = sql`${readBy(actor)} AND ${matching(wanted)}`;
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<OrganisationPage['items'][number] & { sort: string }>(
        sql`SELECT ${FACTS}, ${SORT} AS sort FROM organisation o WHERE ${matches}
              ${sql.when(cursorIn(after, 2), ([sort, id]) => sql`AND (${SORT}, o.id) > (${sort}::text, ${id}::uuid)`)}
             ORDER BY ${SORT}, o.id LIMIT ${limit + 1}`,
      );
      const total = await countUpTo(read, sql`SELECT 1 FROM organisation o WHERE ${matches}`);
      return { ...page(rows, limit, ({ sort, id }) => cursorOf(sort, id)), total };
    });
  }

  one(actor: Actor, id: string): Promise<OrganisationView> {
    return this.db.reading(actor, (read) => this.view(read, actor, id));
  }

  async view(read: Reader, actor: Actor, id: string): Promise<OrganisationView> {
    const mine = reachOf(actor, 'organisations:edit');
    const [view] = await read.query<OrganisationView>(
      sql`SELECT ${FACTS}, o.valid_from AS "validFrom", o.source, o.version, ${ALIASES} AS aliases, ${IDENTIFIERS} AS identifiers,
                 ${related('organisation_id', 'successor_id')} AS successors,
                 ${related('successor_id', 'organisation_id')} AS predecessors,
                 coalesce((SELECT jsonb_agg(own.said ORDER BY own.said ->> 'providerId') FROM (
                   SELECT jsonb_build_object('providerId', v.id, 'aliases', ${ownAliases('v.id')}, 'contacts', ${ownContacts('v.id')},
                            'version', coalesce(w.version, 0)) AS said
                     FROM provider v LEFT JOIN organisation_own w ON w.provider_id = v.id AND w.organisation_id = o.id WHERE ${within(mine, 'v.id')}
                 ) own WHERE own.said -> 'aliases' <> '[]' OR own.said -> 'version' <> '0'), '[]') AS own,
                 coalesce((SELECT jsonb_agg(jsonb_build_object('id', w.id, 'kind', w.kind) ORDER BY w.id) FROM register_proposal w
                   WHERE w.organisation_id = o.id AND w.status = 'waiting' AND ${within(reachOf(actor, 'proposals:read'), 'w.provider_id')}), '[]') AS waiting
            FROM organisation o WHERE o.id = ${id} AND (${mayKeep(actor, 'register:keep')}::boolean OR ${readBy(actor)})`,
    );
    return found(view);
  }

  /** As it stands, for one editor at a time. */
  async forEdit(tx: Tx, id: string): Promise<OrganisationFacts & { id: string; providerId: string | null; version: number }> {
    found((await tx.query(sql`SELECT 1 FROM organisation WHERE id = ${id} FOR UPDATE`))[0]);
    const [row] = await tx.query<OrganisationFacts & { id: string; providerId: string | null; version: number }>(
      sql`SELECT o.id, o.provider_id AS "providerId", o.version, ${ORGANISATION_FACTS} FROM organisation o WHERE o.id = ${id}`,
    );
    return found(row);
  }

  /** Which of these codes other organisations of the register have, or of the same provider, and when. */
  codesElsewhere(read: Reader, id: string, providerId: string | null, identifiers: readonly Identifier[]) {
    const [schemes, values] = [identifiers.map(({ scheme }) => scheme), identifiers.map(({ value }) => value)];
    return read.query<Identifier>(
      sql`SELECT scheme, value, valid_from AS "validFrom", valid_to AS "validTo" FROM organisation_identifier
           WHERE organisation_id <> ${id} AND (provider_id IS NULL OR provider_id = ${providerId}::uuid)
             AND (scheme, value) IN (SELECT * FROM unnest(${schemes}::text[], ${values}::text[]))`,
    );
  }

  /** Those of these that may follow an organisation: one of the register is followed by others of it, whoever asks. */
  successors(read: Reader, ids: readonly string[], providerId: string | null): Promise<{ id: string; officialName: string }[]> {
    return read.query(
      sql`SELECT id, official_name AS "officialName" FROM organisation
           WHERE id = ANY(${ids}::uuid[]) AND (provider_id IS NULL OR provider_id = ${providerId}::uuid) ORDER BY official_name, id`,
    );
  }

  /** Before they are written anew: what everybody calls it, its codes, and what followed it. Own names of providers stay. */
  async forgetNames(tx: Tx, id: string, providerId: string | null): Promise<void> {
    await tx.query(
      sql`DELETE FROM organisation_alias WHERE organisation_id = ${id} AND provider_id IS NOT DISTINCT FROM ${providerId}::uuid`,
    );
    await tx.query(sql`DELETE FROM organisation_identifier WHERE organisation_id = ${id}`);
    await tx.query(sql`DELETE FROM organisation_succession WHERE organisation_id = ${id}`);
  }

  async writeSuccessors(tx: Tx, id: string, successorIds: readonly string[]): Promise<void> {
    await tx.query(
      sql`INSERT INTO organisation_succession (organisation_id, successor_id) SELECT ${id}, s FROM unnest(${successorIds}::uuid[]) AS s`,
    );
  }

  /** Counts that a provider says something of it for itself, for one editor at a time. Answers the version before. */
  async ownVersion(tx: Tx, id: string, providerId: string): Promise<number> {
    const [row] = await tx.query<{ before: number }>(
      sql`INSERT INTO organisation_own AS w (organisation_id, provider_id, version) VALUES (${id}, ${providerId}, 1)
            ON CONFLICT (organisation_id, provider_id) DO UPDATE SET version = w.version + 1 RETURNING w.version - 1 AS before`,
    );
    return row!.before;
  }

  /** Whom a provider speaks with there, before that is said anew. */
  async forgetContacts(tx: Tx, id: string, providerId: string): Promise<void> {
    await tx.query(sql`DELETE FROM organisation_contact WHERE organisation_id = ${id} AND provider_id = ${providerId}`);
  }

  /** The same for what a provider alone calls it. */
  async forgetOwnNames(tx: Tx, id: string, providerId: string): Promise<void> {
    await tx.query(sql`DELETE FROM organisation_alias WHERE organisation_id = ${id} AND provider_id = ${providerId}`);
  }

  /** A provider's own becomes everybody's, with its names and codes. */
  async takeIn(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`UPDATE organisation_identifier SET provider_id = NULL WHERE organisation_id = ${id}`);
    // What another provider calls it stays that one's alone.
    await tx.query(
      sql`UPDATE organisation_alias a SET provider_id = NULL FROM organisation o WHERE o.id = ${id} AND a.organisation_id = o.id AND a.provider_id = o.provider_id`,
    );
    await tx.query(sql`UPDATE organisation SET provider_id = NULL, version = version + 1 WHERE id = ${id}`);
  }

  async nameOf(read: Reader, id: string): Promise<string> {
    const [row] = await read.query<{ name: string }>(sql`SELECT official_name AS name FROM organisation WHERE id = ${id}`);
    return found(row).name;
  }
}

/** That `o` is in the register, is of a provider of the reader's, or is where they hold a role. Row-level security lets through no more. */
const readBy = (actor: Actor): Sql => {
  const reach = reachOf(actor, 'organisations:read');
  const ids = reach.organisations.map(({ organisationId }) => organisationId);
  return sql`(o.provider_id IS NULL OR ${within(reach, 'o.provider_id')} OR o.id = ANY(${ids}::uuid[]))`;
};

const SORT = sql`waymark_fold(o.official_name)`;
const OWNER = sql`(SELECT jsonb_build_object('id', v.id, 'name', v.name) FROM provider v WHERE v.id = o.provider_id)`;
const FACTS = sql`
  o.id, o.official_name AS "officialName", o.short_name AS "shortName", o.sector, o.organisation_type AS "organisationType", o.nation, o.region,
  ARRAY(SELECT i.value FROM organisation_identifier i WHERE i.organisation_id = o.id ORDER BY i.scheme DESC, i.value) AS codes, o.valid_to AS "validTo",
  ${OWNER} AS owner`;

/** Everybody's other names, or those of the provider whose own it is. */
const ALIASES = sql`
  ARRAY(SELECT a.alias FROM organisation_alias a WHERE a.organisation_id = o.id AND a.provider_id IS NOT DISTINCT FROM o.provider_id ORDER BY a.folded)`;
const IDENTIFIERS = sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('scheme', i.scheme, 'value', i.value, 'validFrom', i.valid_from, 'validTo', i.valid_to) ORDER BY i.scheme, i.value)
    FROM organisation_identifier i WHERE i.organisation_id = o.id), '[]')`;
const ownAliases = (provider: 'v.id') => sql`
  coalesce((SELECT jsonb_agg(a.alias ORDER BY a.folded) FROM organisation_alias a
    WHERE a.organisation_id = o.id AND a.provider_id = ${sql.column(provider)} AND o.provider_id IS DISTINCT FROM a.provider_id), '[]')`;
const ownContacts = (provider: 'v.id') => sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('name', c.name, 'about', c.about, 'email', c.email, 'phone', c.phone) ORDER BY c.position)
    FROM organisation_contact c WHERE c.organisation_id = o.id AND c.provider_id = ${sql.column(provider)}), '[]')`;

const withWord = (word: string): Sql => sql`SELECT w.organisation_id FROM organisation_word w WHERE ${begins('w.word', word)}`;

/** By name, other name or code; of these sectors and nations. */
const matching = ({ query, sector, nation }: ListOrganisations): Sql => sql`true
  ${sql.when(idsFound(query, withWord), (ids) => sql`AND o.id = ANY(${ids})`)}
  ${sql.when(sector.length > 0, () => sql`AND o.sector = ANY(${sector}::text[])`)}
  ${sql.when(nation.length > 0, () => sql`AND o.nation = ANY(${nation}::text[])`)}`;

/** What came of it, or what it came of. */
const related = (mine: 'organisation_id' | 'successor_id', theirs: 'organisation_id' | 'successor_id') => sql`
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'officialName', r.official_name) ORDER BY r.official_name)
    FROM organisation_succession s JOIN organisation r ON r.id = ${sql.column(`s.${theirs}`)} WHERE ${sql.column(`s.${mine}`)} = o.id), '[]')`;

/** What the register says of an organisation `o`, as `OrganisationFacts`. */
export const ORGANISATION_FACTS = sql`
  o.official_name AS "officialName", o.short_name AS "shortName", o.sector, o.organisation_type AS "organisationType", o.nation, o.region,
  o.valid_from AS "validFrom", o.valid_to AS "validTo", ${ALIASES} AS aliases, ${IDENTIFIERS} AS identifiers,
  ${related('organisation_id', 'successor_id')} AS successors`;
