import { LIVE, nameOf } from '../cohort-sql';

const NEED_UNMET = `
  EXISTS (SELECT 1 FROM session s JOIN room r ON r.id = s.room_id
           WHERE s.cohort_id = e.cohort_id AND s.status <> 'cancelled' AND NOT e.access_needs <@ r.access
             AND (NOT EXISTS (SELECT 1 FROM session_group sg WHERE sg.session_id = s.id)
                  OR EXISTS (SELECT 1 FROM session_group sg JOIN sub_group_member m ON m.sub_group_id = sg.sub_group_id
                              WHERE sg.session_id = s.id AND m.enrolment_id = e.id AND m.ends_on IS NULL)))`;

/** A session of another cohort of theirs at the time of one of this cohort's sessions for everybody. */
const ELSEWHERE = `
  EXISTS (SELECT 1
            FROM enrolment other
            JOIN session theirs ON theirs.cohort_id = other.cohort_id AND theirs.status <> 'cancelled'
            JOIN session ours ON ours.cohort_id = e.cohort_id AND ours.status <> 'cancelled'
             AND ours.starts_at < theirs.ends_at AND ours.ends_at > theirs.starts_at
           WHERE other.person_id = e.person_id AND other.cohort_id <> e.cohort_id AND other.status IN ${LIVE}
             AND NOT EXISTS (SELECT 1 FROM session_group sg WHERE sg.session_id IN (ours.id, theirs.id)))`;

/** The job somebody has on the day that counts: today, or the day their enrolment ended. */
const EMPLOYMENT = `
  LEFT JOIN LATERAL (
    SELECT em.organisation_id, em.job_title, em.line_manager_id IS NOT NULL OR em.line_manager_email IS NOT NULL AS managed
      FROM employment em
     WHERE em.person_id = e.person_id AND em.starts_on <= coalesce(e.ended_on, $10::date)
       AND (em.ends_on IS NULL OR em.ends_on >= coalesce(e.ended_on, $10::date))
     ORDER BY em.organisation_id = e.organisation_id DESC NULLS LAST, em.starts_on DESC LIMIT 1
  ) em ON true
  LEFT JOIN organisation o ON o.id = coalesce(em.organisation_id, e.organisation_id)`;

const GROUPS = `
  LEFT JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.position, g.name), '[]') AS groups
      FROM sub_group_member m JOIN sub_group g ON g.id = m.sub_group_id WHERE m.enrolment_id = e.id AND (m.ends_on IS NULL OR e.ended_on IS NOT NULL)
  ) g ON true`;

const SORT_KEYS = {
  name: 'p.sort_name',
  organisation: `coalesce(waymark_fold(o.short_name), '') || chr(1) || p.sort_name`,
  status: 'e.status || chr(1) || p.sort_name',
} as const;

/** A cohort and its groups in their order: one row, or none for those who may not list its people. */
export const GROUPED_COHORT = (seen: string): string => `
  SELECT c.provider_id AS "providerId",
         (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.position, g.name), '[]')
            FROM sub_group g WHERE g.cohort_id = c.id) AS groups
    FROM cohort c WHERE c.id = $1 AND ${seen}`;

/**
 * All people of a cohort in order, found by its index; filters and counts are made of them in memory, so that they are read once.
 * $4 and $5 are the reach of needs; $6 is what is searched for, $7 the enrolments chosen; $8 and $9 the key of the last row of the page
 * before; $10 is today.
 */
export const ENROLMENTS = (seen: string, by: keyof typeof SORT_KEYS, down: boolean): string => `
  SELECT e.id, e.status, e.status_reason AS "statusReason", e.place_type AS "placeType", e.enrolled_on AS "enrolledOn", e.ended_on AS "endedOn",
         e.version, p.id AS "personId", p.name, em.job_title AS "jobTitle", o.id AS "organisationId", o.short_name AS "organisationName", o.sector,
         g.groups, CASE WHEN n.seen THEN e.access_needs END AS needs,
         e.status IN ${LIVE} AS live, e.organisation_id AS "takenFor", em.organisation_id AS employer, em.managed,
         e.status IN ${LIVE} AND n.seen AND e.access_needs <> '{}' AND ${NEED_UNMET} AS "needUnmet",
         e.status IN ${LIVE} AND ${ELSEWHERE} AS elsewhere,
         e.status = 'deferred' AND NOT EXISTS (SELECT 1 FROM enrolment next WHERE next.continued_from_id = e.id) AS waiting,
         ($6::text IS NULL OR waymark_fold(concat_ws(' ', p.name, em.job_title, o.short_name)) LIKE '%' || waymark_fold($6) || '%')
           AND (cardinality($7::uuid[]) = 0 OR e.id = ANY ($7::uuid[])) AS matches,
         k.sort_key AS "sortKey", $8::text IS NULL OR (k.sort_key, e.id) ${down ? '<' : '>'} ($8::text, $9::uuid) AS beyond
    FROM cohort c
    JOIN enrolment e ON e.cohort_id = c.id
    JOIN LATERAL (
      SELECT p.id, ${nameOf('p')} AS name, waymark_fold(concat_ws(' ', p.family_name, p.given_name)) AS sort_name FROM person p WHERE p.id = e.person_id
    ) p ON true
    ${EMPLOYMENT}
    ${GROUPS}
   CROSS JOIN LATERAL (SELECT c.provider_id = ANY ($4::uuid[]) OR c.id = ANY ($5::uuid[]) AS seen) n
   CROSS JOIN LATERAL (SELECT ${SORT_KEYS[by]} AS sort_key) k
   WHERE c.id = $1 AND ${seen}
   ORDER BY k.sort_key ${down ? 'DESC' : ''}, e.id ${down ? 'DESC' : ''}`;

export const CANDIDATES = (seen: string): string => `
  SELECT c.stage, greatest(0, c.capacity - (SELECT count(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.status IN ${LIVE}))::int AS left,
         (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'jobTitle', f.job_title, 'organisation', f.short_name,
                   'cohort', f.cohort_name, 'here', coalesce(f.live_cohort_id = c.id, false)) ORDER BY f.sort_name, f.id), '[]')
            FROM (
              SELECT p.id, ${nameOf('p')} AS name, pp.sort_name, em.job_title, o.short_name, live.cohort_id AS live_cohort_id, other.name AS cohort_name
                FROM person_provider pp
                JOIN person p ON p.id = pp.person_id
                LEFT JOIN LATERAL (
                  SELECT em.organisation_id, em.job_title FROM employment em
                   WHERE em.person_id = p.id AND em.starts_on <= $6::date AND (em.ends_on IS NULL OR em.ends_on >= $6::date)
                   ORDER BY em.starts_on DESC LIMIT 1
                ) em ON true
                LEFT JOIN organisation o ON o.id = em.organisation_id
                LEFT JOIN enrolment live ON live.programme_id = c.programme_id AND live.person_id = p.id AND live.status IN ${LIVE}
                LEFT JOIN cohort other ON other.id = live.cohort_id
               WHERE pp.provider_id = c.provider_id
                 -- Whoever has a place already is shown to those who look for them, and in nobody else's way.
                 AND ($4 <> '' OR live.id IS NULL)
                 AND ($4 = '' OR waymark_fold(p.given_name || ' ' || p.family_name) LIKE '%' || waymark_fold($4) || '%')
               ORDER BY pp.sort_name, p.id LIMIT $5
            ) f) AS items
    FROM cohort c WHERE c.id = $1 AND ${seen}`;

const PERSON_OF = (where: string): string =>
  `(SELECT json_build_object('id', x.id, 'name', ${nameOf('xp')}) FROM enrolment x JOIN person xp ON xp.id = x.person_id WHERE ${where})`;
const COHORT_OF = (where: string): string =>
  `(SELECT json_build_object('id', x.id, 'name', xc.name) FROM enrolment x JOIN cohort xc ON xc.id = x.cohort_id WHERE ${where})`;

export const ENROLMENT = (seen: string): string => `
  SELECT e.id, e.provider_id AS "providerId", json_build_object('id', c.id, 'name', c.name) AS cohort,
         json_build_object('id', p.id, 'name', ${nameOf('p')}) AS person, e.status, e.status_reason AS "statusReason", e.place_type AS "placeType",
         e.enrolled_on AS "enrolledOn", e.ended_on AS "endedOn", g.groups, e.access_needs AS needs, e.version,
         ${PERSON_OF('x.id = e.substituted_for_id')} AS "substituteFor",
         ${PERSON_OF('x.substituted_for_id = e.id')} AS "substitutedBy",
         ${COHORT_OF('x.id = e.continued_from_id')} AS "continuedFrom",
         ${COHORT_OF('x.continued_from_id = e.id')} AS "continuedIn"
    FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN person p ON p.id = e.person_id ${GROUPS}
   WHERE e.id = $1 AND ${seen}`;

export const HISTORY = `
  SELECT h.id, h.provider_id AS "providerId", h.from_status AS "from", h.to_status AS "to", h.reason_code AS "reasonCode", h.note, h.effective_on AS "effectiveOn",
         to_char(h.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, ${nameOf('a')} AS by
    FROM enrolment_change h LEFT JOIN person a ON a.id = h.actor_id WHERE h.enrolment_id = $1 ORDER BY h.id DESC`;
