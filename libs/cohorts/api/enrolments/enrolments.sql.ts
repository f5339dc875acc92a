import type { Reach } from '@waymark/shared/api/actor';
import { nameOf } from '@waymark/shared/api/name.sql';
import { textFound } from '@waymark/shared/api/search';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { peopleFound } from '@waymark/people/api/people.sql';
import type { CohortAspects } from '../cohort-aspects';
import { LIVE } from '../cohort-sql';

/**
 * The job somebody has on the day that counts: today, or the day their enrolment ended. An organisation is not looked up by coalesce, which
 * PostgreSQL takes for something that could leak rows past a wall, so that it reads the whole register.
 */
const employmentOn = (today: LocalDate): Sql => sql`
  LEFT JOIN LATERAL (
    SELECT em.organisation_id, em.job_title, em.line_manager_id IS NOT NULL OR em.line_manager_email IS NOT NULL AS managed
      FROM employment em
     WHERE em.person_id = e.person_id AND em.starts_on <= coalesce(e.ended_on, ${today}::date)
       AND (em.ends_on IS NULL OR em.ends_on >= coalesce(e.ended_on, ${today}::date))
     ORDER BY em.organisation_id = e.organisation_id DESC NULLS LAST, em.starts_on DESC LIMIT 1
  ) em ON true
  LEFT JOIN organisation o ON o.id = CASE WHEN em.organisation_id IS NULL THEN e.organisation_id ELSE em.organisation_id END`;

const GROUPS = sql`
  LEFT JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.position, g.name), '[]') AS groups
      FROM sub_group_member m JOIN sub_group g ON g.id = m.sub_group_id WHERE m.enrolment_id = e.id AND (m.ends_on IS NULL OR m.ends_on >= e.ended_on)
  ) g ON true`;

const SORT_KEYS = {
  name: sql`p.sort_name`,
  organisation: sql`coalesce(waymark_fold(o.short_name), '') || chr(1) || p.sort_name`,
  status: sql`e.status || chr(1) || p.sort_name`,
};

/** A cohort and its groups in their order: one row, or none for those who may not list its people. */
export const groupedCohort = (cohortId: string, reach: Reach): Sql => sql`
  SELECT c.provider_id AS "providerId",
         (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.position, g.name), '[]')
            FROM sub_group g WHERE g.cohort_id = c.id AND g.removed_on IS NULL) AS groups
    FROM cohort c WHERE c.id = ${cohortId} AND ${within(reach, 'c.provider_id', 'c.id')}`;

/** How the people of a cohort are asked for. */
interface Asked {
  reach: Reach;
  /** Where the reader may know of needs. */
  needs: Reach;
  /** Where the reader plans: only they are told that somebody is taken by an event that they may not see. */
  plans: Reach;
  by: keyof typeof SORT_KEYS;
  down: boolean;
  search: string;
  /** The enrolments chosen; none when all are meant. */
  ids: readonly string[];
  /** The key of the last row of the page before. */
  after: readonly [sortKey: string | number, id: string | number] | null;
  today: LocalDate;
}

/** All people of a cohort in order, found by its index; filters and counts are made of them in memory, so that they are read once. */
export const enrolmentsOf = (
  cohortId: string,
  { reach, needs, plans, by, down, search, ids, after, today }: Asked,
  { needUnmet, elsewhere }: Pick<CohortAspects['parts'], 'needUnmet' | 'elsewhere'>,
): Sql => sql`
  SELECT e.id, e.status, e.status_reason AS "statusReason", e.place_type AS "placeType", e.enrolled_on AS "enrolledOn", e.ended_on AS "endedOn",
         e.told_at IS NOT NULL AS told, e.version, p.id AS "personId", p.name, em.job_title AS "jobTitle", o.id AS "organisationId", o.short_name AS "organisationName", o.sector,
         g.groups, CASE WHEN n.seen THEN e.access_needs END AS needs,
         e.status IN ${LIVE} AS live, e.organisation_id AS "takenFor", em.organisation_id AS employer, em.managed,
         e.status IN ${LIVE} AND n.seen AND e.access_needs <> '{}' AND ${needUnmet} AS "needUnmet",
         e.status IN ${LIVE} AND n.plans AND ${elsewhere(cohortId)} AS elsewhere,
         e.status = 'deferred' AND NOT EXISTS (SELECT 1 FROM enrolment next WHERE next.continued_from_id = e.id) AS waiting,
         true ${sql.when(search, (words) => sql`AND ${textFound(words, sql`concat_ws(' ', p.name, em.job_title, o.short_name)`)}`)}
           ${sql.when(ids.length > 0, () => sql`AND e.id = ANY (${ids}::uuid[])`)} AS matches,
         k.sort_key AS "sortKey",
         true ${sql.when(after, ([key, id]) => sql`AND (k.sort_key, e.id) ${down ? sql`<` : sql`>`} (${key}::text, ${id}::uuid)`)} AS beyond
    FROM cohort c
    JOIN enrolment e ON e.cohort_id = c.id
    JOIN LATERAL (
      SELECT p.id, ${nameOf('p')} AS name, waymark_fold(concat_ws(' ', p.family_name, p.given_name)) AS sort_name FROM person p WHERE p.id = e.person_id
    ) p ON true
    ${employmentOn(today)}
    ${GROUPS}
   CROSS JOIN LATERAL (SELECT ${within(needs, 'c.provider_id', 'c.id')} AS seen, ${within(plans, 'c.provider_id', 'c.id')} AS plans) n
   CROSS JOIN LATERAL (SELECT ${SORT_KEYS[by]} AS sort_key) k
   WHERE c.id = ${cohortId} AND ${within(reach, 'c.provider_id', 'c.id')}
   ORDER BY ${down ? sql`k.sort_key DESC, e.id DESC` : sql`k.sort_key, e.id`}`;

/**
 * People known to the cohort's provider whose name has these words, with what keeps each from a place. Whoever has a place already is shown to
 * those who look for them, and in nobody else's way.
 */
export function candidatesFor(
  cohortId: string,
  { reach, search, limit, today }: { reach: Reach; search: string; limit: number; today: LocalDate },
): Sql {
  const found = peopleFound(search);
  return sql`
  SELECT c.stage, greatest(0, c.capacity - (SELECT count(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.status IN ${LIVE}))::int AS left,
         (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'jobTitle', f.job_title, 'organisation', f.short_name,
                   'cohort', f.cohort_name, 'unseen', f.taken, 'here', coalesce(f.live_cohort_id = c.id, false)) ORDER BY f.sort_name, f.id), '[]')
            FROM (
              SELECT p.id, ${nameOf('p')} AS name, pp.sort_name, em.job_title, o.short_name, live.cohort_id AS live_cohort_id, other.name AS cohort_name,
                     unseen.taken
                FROM person_provider pp
                JOIN person p ON p.id = pp.person_id
                LEFT JOIN LATERAL (
                  SELECT em.organisation_id, em.job_title FROM employment em
                   WHERE em.person_id = p.id AND em.starts_on <= ${today}::date AND (em.ends_on IS NULL OR em.ends_on >= ${today}::date)
                   ORDER BY em.starts_on DESC LIMIT 1
                ) em ON true
                LEFT JOIN organisation o ON o.id = em.organisation_id
                LEFT JOIN enrolment live ON live.programme_id = c.programme_id AND live.person_id = p.id AND live.status IN ${LIVE}
                LEFT JOIN cohort other ON other.id = live.cohort_id
               CROSS JOIN LATERAL (SELECT p.id IN (SELECT waymark_placed_unseen(${cohortId})) AS taken) unseen
               WHERE pp.provider_id = c.provider_id
                 ${found ? sql`AND ${found('pp.person_id')}` : sql`AND live.id IS NULL AND NOT unseen.taken`}
               ORDER BY pp.sort_name, p.id LIMIT ${limit}
            ) f) AS items
    FROM cohort c WHERE c.id = ${cohortId} AND ${within(reach, 'c.provider_id', 'c.id')}`;
}

const personOf = (where: Sql): Sql =>
  sql`(SELECT json_build_object('id', x.id, 'name', ${nameOf('xp')}) FROM enrolment x JOIN person xp ON xp.id = x.person_id WHERE ${where})`;
const cohortOf = (where: Sql): Sql =>
  sql`(SELECT json_build_object('id', x.id, 'name', xc.name) FROM enrolment x JOIN cohort xc ON xc.id = x.cohort_id WHERE ${where})`;

export const enrolment = (id: string, reach: Reach): Sql => sql`
  SELECT e.id, e.provider_id AS "providerId", json_build_object('id', c.id, 'name', c.name) AS cohort,
         json_build_object('id', p.id, 'name', ${nameOf('p')}) AS person, e.status, e.status_reason AS "statusReason", e.place_type AS "placeType",
         e.enrolled_on AS "enrolledOn", e.ended_on AS "endedOn", g.groups, e.access_needs AS needs, e.version,
         ${personOf(sql`x.id = e.substituted_for_id`)} AS "substituteFor",
         ${personOf(sql`x.substituted_for_id = e.id`)} AS "substitutedBy",
         ${cohortOf(sql`x.id = e.continued_from_id`)} AS "continuedFrom",
         ${cohortOf(sql`x.continued_from_id = e.id`)} AS "continuedIn"
    FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN person p ON p.id = e.person_id ${GROUPS}
   WHERE e.id = ${id} AND ${within(reach, 'e.provider_id', 'e.cohort_id')}`;

export const historyOf = (enrolmentId: string): Sql => sql`
  SELECT h.id, h.provider_id AS "providerId", h.from_status AS "from", h.to_status AS "to", h.reason_code AS "reasonCode", h.note, h.effective_on AS "effectiveOn",
         to_char(h.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, ${nameOf('a')} AS by
    FROM enrolment_change h LEFT JOIN person a ON a.id = h.actor_id WHERE h.enrolment_id = ${enrolmentId} ORDER BY h.id DESC`;

export const groupHistoryOf = (enrolmentId: string): Sql => sql`
  SELECT g.id, g.name, m.starts_on AS "startsOn", m.ends_on AS "endsOn" FROM sub_group_member m JOIN sub_group g ON g.id = m.sub_group_id
   WHERE m.enrolment_id = ${enrolmentId} ORDER BY m.ends_on DESC NULLS FIRST, m.starts_on DESC, g.name`;
