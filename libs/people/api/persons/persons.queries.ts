import { Injectable } from '@nestjs/common';
import { reachOf, type Actor, type Reach } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { COUNTED, countUpTo, cursorIn, cursorOf, page } from '@waymark/shared/api/page';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within, withinOrganisations } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { foldEmail } from '@waymark/shared/kernel/email';
import type { Permission } from '@waymark/shared/kernel/manifest';
import { found } from '@waymark/shared/kernel/refusal';
import { emailOf, heldOn, jobOn, peopleFound, sortNameOf } from '../people.sql';
import type { ListPersons, MyReports, PersonLine, PersonPage, PersonView } from './persons.contract';

type Sorted = PersonLine & { sort: string };

/**
 * Persons are the installation's, and listed only to providers that know them (`person_provider`). The condition is in every statement here;
 * row-level security knows it as well.
 */
@Injectable()
export class PersonsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, wanted: ListPersons): Promise<PersonPage> {
    const { after, limit } = wanted;
    const { providers } = reachOf(actor, 'people:read');
    const today = this.clock.today();
    const beyond = sql.when(cursorIn(after, 2), ([sort, id]) => sql`AND (k.sort_name, k.person_id) > (${sort}::text, ${id}::uuid)`);
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Sorted>(
        sql`SELECT ${LINE}, l.sort FROM (
              SELECT k.person_id, k.sort_name AS sort
                FROM ${firstOfEach(providers, sql`${matching(wanted, today)} ${beyond}`, sql`${limit + 1}`)}
               GROUP BY k.sort_name, k.person_id ORDER BY k.sort_name, k.person_id LIMIT ${limit + 1}
            ) l JOIN person p ON p.id = l.person_id ${jobAt(today)}
            ORDER BY l.sort, p.id`,
      );
      // Whom two of the reader’s providers know is one person, here as in the list.
      const first = sql.number(COUNTED + 1);
      const total = await countUpTo(
        read,
        sql`SELECT k.person_id FROM ${firstOfEach(providers, matching(wanted, today), first)} GROUP BY k.person_id`,
      );
      return { ...page(rows, limit, ({ sort, id }) => cursorOf(sort, id)), total };
    });
  }

  one(actor: Actor, id: string): Promise<PersonView> {
    return this.db.reading(actor, (read) => this.view(read, actor, id, 'people:read'));
  }

  async view(read: Reader, actor: Actor, id: string, permission: Permission): Promise<PersonView> {
    const reach = reachOf(actor, permission);
    const known = sql`EXISTS (SELECT 1 FROM person_provider kn WHERE kn.person_id = p.id AND ${within(reach, 'kn.provider_id')})`;
    const today = this.clock.today();
    const [view] = await read.query<PersonView>(
      sql`SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.pronouns, p.version, k.kept, CASE WHEN k.kept THEN p.phone END AS phone,
                 ${emailOf('p')} AS email,
                 coalesce((
                   SELECT jsonb_agg(jsonb_build_object('id', j.id, 'organisationId', j.organisation_id, 'organisation', o.official_name, 'jobTitle', j.job_title, 'gradeBand', j.grade_band,
                            'lineManagerId', CASE WHEN k.kept THEN j.line_manager_id END, 'lineManager', CASE WHEN k.kept THEN ${nameOf('m')} END,
                            'lineManagerEmail', CASE WHEN k.kept THEN j.line_manager_email END,
                            'startsOn', j.starts_on, 'endsOn', j.ends_on, 'version', j.version) ORDER BY j.starts_on DESC, j.id)
                     FROM employment j JOIN organisation o ON o.id = j.organisation_id LEFT JOIN person m ON m.id = j.line_manager_id WHERE j.person_id = p.id
                       AND (k.kept OR ${heldOn('j', today)})
                 ), '[]') AS employments,
                 (SELECT count(*) FROM employment j WHERE j.line_manager_id = p.id AND ${heldOn('j', today)}) AS reports
            FROM person p CROSS JOIN LATERAL (SELECT ${reach.all} OR coalesce(${KEEPER} = ANY (${reach.providers}::uuid[]), true) AS kept) k
           WHERE p.id = ${id} AND (${reach.all} OR ${known})`,
    );
    return found(view);
  }

  /**
   * The people of an employer whom the provider knows through which the actor is one, and those who name the actor as their line manager, where
   * one provider knows both.
   */
  myReports(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<MyReports> {
    const reach = reachOf(actor, 'employees:read');
    const today = this.clock.today();
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Sorted>(
        sql`SELECT ${LINE}, ${sortNameOf('p')} AS sort
              FROM person p ${jobAt(today)}
             WHERE p.id IN (
                     SELECT j.person_id FROM employment j JOIN person_provider k ON k.person_id = j.person_id
                      WHERE ${withinOrganisations(reach, 'j.organisation_id', 'k.provider_id')} AND ${heldOn('j', today)}
                     UNION ALL
                     SELECT j.person_id FROM employment j JOIN person_provider k ON k.person_id = j.person_id
                       JOIN person_provider m ON m.provider_id = k.provider_id AND m.person_id = j.line_manager_id
                      WHERE j.line_manager_id = ${actor.personId} AND ${heldOn('j', today)})
               ${sql.when(cursorIn(after, 2), ([sort, id]) => sql`AND (${sortNameOf('p')}, p.id) > (${sort}::text, ${id}::uuid)`)}
             ORDER BY ${sortNameOf('p')}, p.id LIMIT ${limit + 1}`,
      );
      return page(rows, limit, ({ sort, id }) => cursorOf(sort, id));
    });
  }

  /** Two jobs added at once are checked one after the other. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`SELECT 1 FROM person WHERE id = ${id} FOR UPDATE`);
  }

  /** Whose job it is. */
  async personOf(read: Reader, employmentId: string): Promise<string> {
    const [row] = await read.query<{ personId: string }>(sql`SELECT person_id AS "personId" FROM employment WHERE id = ${employmentId}`);
    return found(row).personId;
  }

  /** Is there this organisation, until when, and do providers of the reach know this line manager, if one is named? */
  async knownForJob(
    read: Reader,
    { organisationId, lineManagerId }: { organisationId: string; lineManagerId: string | null },
    reach: Reach,
  ): Promise<{ organisation: boolean; lastDay: LocalDate | null; manager: boolean }> {
    const [known] = await read.query<{ organisation: boolean; lastDay: LocalDate | null; manager: boolean }>(
      sql`SELECT EXISTS (SELECT 1 FROM organisation WHERE id = ${organisationId}) AS organisation,
                 (SELECT valid_to FROM organisation WHERE id = ${organisationId}) AS "lastDay",
                 ${lineManagerId}::uuid IS NULL OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = ${lineManagerId} AND ${within(reach, 'k.provider_id')}) AS manager`,
    );
    return known!;
  }

  /** Does anybody but this person have the address? */
  async emailIsTaken(read: Reader, email: string, personId: string): Promise<boolean> {
    const [row] = await read.query<{ taken: boolean }>(sql`SELECT waymark_email_taken(${foldEmail(email)}, ${personId}) AS taken`);
    return row!.taken;
  }

  /** Before the new one is written. */
  async forgetEmail(tx: Tx, personId: string): Promise<void> {
    await tx.query(sql`DELETE FROM person_email WHERE person_id = ${personId} AND is_primary`);
  }

  /** Every provider's list is in the order of names. */
  async sortByName(tx: Tx, personId: string): Promise<void> {
    await tx.query(sql`SELECT waymark_sort_by_name(${personId})`);
  }
}

/** The job of a person `p` today, and where. */
const jobAt = (today: LocalDate): Sql => sql`${jobOn('p.id', today)} LEFT JOIN organisation at ON at.id = job.organisation_id`;
const LINE = sql`
  p.id, p.given_name AS "givenName", p.family_name AS "familyName", ${emailOf('p')} AS email,
  job.job_title AS "jobTitle", at.short_name AS organisation, job.organisation_id AS "organisationId"`;

/** By name or address; at this organisation today. */
const matching = ({ query, organisationId }: ListPersons, today: LocalDate): Sql => sql`
  ${sql.when(peopleFound(query), (found) => sql`AND ${found('k.person_id')}`)}
  ${sql.when(organisationId, (id) => sql`AND EXISTS (SELECT 1 FROM employment j WHERE j.person_id = p.id AND j.organisation_id = ${id} AND ${heldOn('j', today)})`)}`;

/** The first people of each provider in order, one walk along `person_provider_order` each, which stops when it has them. */
const firstOfEach = (providers: readonly string[], matching: Sql, many: Sql): Sql => sql`
    unnest(${providers}::uuid[]) AS reached(id) CROSS JOIN LATERAL (
      SELECT k.person_id, k.sort_name FROM person_provider k JOIN person p ON p.id = k.person_id
       WHERE k.provider_id = reached.id ${matching}
       ORDER BY k.sort_name, k.person_id LIMIT ${many}
    ) k`;

/**
 * The provider that keeps a person's details: the first that knew them. Anybody's staff can make somebody known to their provider with
 * nothing but an address, so that must open no more than a name and today's job. Of a person `p`.
 */
export const KEEPER = sql`(SELECT keeper FROM waymark_known_to(p.id) AS keeper LIMIT 1)`;
