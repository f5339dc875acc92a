import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { COUNTED, countOf, cursorIn, cursorOf, escaped, page } from '@waymark/shared/api/page';
import type { Permission } from '@waymark/shared/kernel/manifest';
import { found } from '@waymark/shared/kernel/refusal';
import type { ListPersons, MyReports, PersonLine, PersonPage, PersonView } from './persons.contract';

type Sorted = PersonLine & { sort: string };

/**
 * Persons are the installation's, and listed only to providers that know them (`person_provider`). The condition is in every statement here,
 * because row-level security does not know it.
 */
@Injectable()
export class PersonsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { query, organisationId, after, limit }: ListPersons): Promise<PersonPage> {
    const from = cursorIn(after, 2);
    const filter = [reachOf(actor, 'people:read').providers, query, `%${escaped(query)}%`, organisationId ?? null, this.clock.today()];
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Sorted>(`${LIST} LIMIT $8 + 1`, [...filter, from?.[0] ?? null, from?.[1] ?? null, limit]);
      const [total] = await read.query<{ n: number }>(COUNT, filter);
      return { ...page(rows, limit, ({ sort, id }) => cursorOf(sort, id)), total: countOf(total!.n) };
    });
  }

  one(actor: Actor, id: string): Promise<PersonView> {
    return this.db.reading(actor, (read) => this.view(read, actor, id, 'people:read'));
  }

  async view(read: Reader, actor: Actor, id: string, permission: Permission): Promise<PersonView> {
    const reach = reachOf(actor, permission);
    const [view] = await read.query<PersonView>(VIEW, [id, reach.all, reach.providers, this.clock.today()]);
    return found(view);
  }

  /** The people of an employer, and those who name the actor as their line manager. */
  myReports(actor: Actor, { after, limit }: { after?: string | undefined; limit: number }): Promise<MyReports> {
    const from = cursorIn(after, 2);
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Sorted>(REPORTS, [
        reachOf(actor, 'employees:read').organisations,
        actor.personId,
        this.clock.today(),
        from?.[0] ?? null,
        from?.[1] ?? null,
        limit,
      ]);
      return page(rows, limit, ({ sort, id }) => cursorOf(sort, id));
    });
  }
}

/** The job that holds on a day, or else the newest. */
const JOB = (person: string, today: string) => `
    LEFT JOIN LATERAL (
      SELECT j.job_title, j.organisation_id, o.short_name FROM employment j JOIN organisation o ON o.id = j.organisation_id WHERE j.person_id = ${person}
       ORDER BY (j.starts_on <= ${today} AND (j.ends_on IS NULL OR j.ends_on >= ${today})) DESC, j.starts_on DESC, j.id LIMIT 1
    ) job ON true`;
const LINE = `p.id, p.given_name AS "givenName", p.family_name AS "familyName", (SELECT e.email FROM person_email e WHERE e.person_id = p.id AND e.is_primary) AS email,
         job.job_title AS "jobTitle", job.short_name AS organisation, job.organisation_id AS "organisationId"`;
const MATCHES = `
         ($2 = '' OR waymark_fold(p.given_name || ' ' || p.family_name) LIKE waymark_fold($3) OR EXISTS (SELECT 1 FROM person_email e WHERE e.person_id = p.id AND e.folded LIKE lower($3)))
     AND ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM employment j WHERE j.person_id = p.id AND j.organisation_id = $4 AND j.starts_on <= $5::date AND (j.ends_on IS NULL OR j.ends_on >= $5::date)))`;
/** The first `limit` people of each provider in order, one walk along `person_provider_order` each, which stops when it has them. */
const FIRST_OF_EACH = (limit: string, beyond = '') => `
    FROM unnest($1::uuid[]) AS reached(id) CROSS JOIN LATERAL (
      SELECT k.person_id, k.sort_name FROM person_provider k JOIN person p ON p.id = k.person_id
       WHERE k.provider_id = reached.id AND ${MATCHES} ${beyond}
       ORDER BY k.sort_name, k.person_id LIMIT ${limit}
    ) k`;
const COUNT = `SELECT count(*) AS n FROM (SELECT 1 ${FIRST_OF_EACH(String(COUNTED + 1))} LIMIT ${COUNTED + 1}) counted`;
const LIST = `
  SELECT ${LINE}, l.sort FROM (
    SELECT k.person_id, k.sort_name AS sort
      ${FIRST_OF_EACH('$8 + 1', 'AND ($6::text IS NULL OR (k.sort_name, k.person_id) > ($6::text, $7::uuid))')}
     GROUP BY k.sort_name, k.person_id ORDER BY k.sort_name, k.person_id LIMIT $8 + 1
  ) l JOIN person p ON p.id = l.person_id ${JOB('p.id', '$5::date')}
  ORDER BY l.sort, p.id`;
const REPORTS = `
  SELECT ${LINE}, waymark_fold(p.family_name || ' ' || p.given_name) AS sort
    FROM person p ${JOB('p.id', '$3::date')}
   WHERE p.id IN (SELECT j.person_id FROM employment j WHERE (j.organisation_id = ANY($1::uuid[]) OR j.line_manager_id = $2) AND j.starts_on <= $3::date AND (j.ends_on IS NULL OR j.ends_on >= $3::date))
     AND ($4::text IS NULL OR (waymark_fold(p.family_name || ' ' || p.given_name), p.id) > ($4::text, $5::uuid))
   ORDER BY waymark_fold(p.family_name || ' ' || p.given_name), p.id LIMIT $6 + 1`;
/**
 * The provider that keeps a person's details: the first that knew them. Anybody's staff can make somebody known to their provider with
 * nothing but an address, so that must open no more than a name and today's job.
 */
export const KEEPER = (person: string): string =>
  `(SELECT kp.provider_id FROM person_provider kp WHERE kp.person_id = ${person} ORDER BY kp.since, kp.provider_id LIMIT 1)`;

const VIEW = `
  SELECT p.id, p.given_name AS "givenName", p.family_name AS "familyName", p.pronouns, p.version, k.kept, CASE WHEN k.kept THEN p.phone END AS phone,
         (SELECT e.email FROM person_email e WHERE e.person_id = p.id AND e.is_primary) AS email,
         coalesce((
           SELECT jsonb_agg(jsonb_build_object('id', j.id, 'organisationId', j.organisation_id, 'organisation', o.official_name, 'jobTitle', j.job_title, 'gradeBand', j.grade_band,
                    'lineManagerId', CASE WHEN k.kept THEN j.line_manager_id END, 'lineManager', CASE WHEN k.kept THEN concat_ws(' ', m.given_name, m.family_name) END,
                    'lineManagerEmail', CASE WHEN k.kept THEN j.line_manager_email END,
                    'startsOn', j.starts_on, 'endsOn', j.ends_on, 'version', j.version) ORDER BY j.starts_on DESC, j.id)
             FROM employment j JOIN organisation o ON o.id = j.organisation_id LEFT JOIN person m ON m.id = j.line_manager_id WHERE j.person_id = p.id
               AND (k.kept OR (j.starts_on <= $4::date AND (j.ends_on IS NULL OR j.ends_on >= $4::date)))
         ), '[]') AS employments,
         (SELECT count(*) FROM employment j WHERE j.line_manager_id = p.id AND j.starts_on <= $4::date AND (j.ends_on IS NULL OR j.ends_on >= $4::date)) AS reports
    FROM person p CROSS JOIN LATERAL (SELECT $2 OR coalesce(${KEEPER('p.id')} = ANY ($3::uuid[]), true) AS kept) k
   WHERE p.id = $1 AND ($2 OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = p.id AND k.provider_id = ANY($3::uuid[])))`;
