import { LIVE, nameOf } from './cohort-sql';

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
     WHERE em.person_id = e.person_id AND em.starts_on <= coalesce(e.ended_on, $16::date)
       AND (em.ends_on IS NULL OR em.ends_on >= coalesce(e.ended_on, $16::date))
     ORDER BY em.organisation_id = e.organisation_id DESC NULLS LAST, em.starts_on DESC LIMIT 1
  ) em ON true
  LEFT JOIN organisation o ON o.id = coalesce(em.organisation_id, e.organisation_id)`;

const GROUPS = `
  LEFT JOIN LATERAL (
    SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.position, g.name), '[]') AS groups, coalesce(array_agg(g.id), '{}') AS group_ids
      FROM sub_group_member m JOIN sub_group g ON g.id = m.sub_group_id WHERE m.enrolment_id = e.id AND (m.ends_on IS NULL OR e.ended_on IS NOT NULL)
  ) g ON true`;

const SORT_KEYS = {
  name: 'sort_name',
  organisation: `coalesce(waymark_fold(organisation_name), '') || chr(1) || sort_name`,
  status: `status || chr(1) || sort_name`,
} as const;

/** A filter's count is over the people that the other filters leave. */
const FILTERS = ['status', 'group', 'sector', 'organisation', 'attention', 'search'] as const;
const othersThan = (name: (typeof FILTERS)[number]): string =>
  FILTERS.filter((one) => one !== name)
    .map((one) => `m_${one}`)
    .join(' AND ');
const ALL = FILTERS.map((one) => `m_${one}`).join(' AND ');

/**
 * A page of a cohort's people with the counts of its filters. The people of the cohort are read once, by its index, and judged in memory.
 * $4 and $5 are the reach of needs; $14 and $15 the key of the last row of the page before; $16 is today.
 */
export const ENROLMENTS = (seen: string, by: keyof typeof SORT_KEYS, down: boolean): string => `
  WITH cohort_seen AS MATERIALIZED (
    SELECT c.id, c.provider_id, c.provider_id = ANY ($4::uuid[]) OR c.id = ANY ($5::uuid[]) AS sees_needs,
           EXISTS (SELECT 1 FROM sub_group g WHERE g.cohort_id = c.id) AS has_groups
      FROM cohort c WHERE c.id = $1 AND ${seen}
  ), everyone AS MATERIALIZED (
    SELECT e.id, e.status, e.status_reason, e.place_type, e.enrolled_on, e.ended_on, e.version, p.id AS person_id, ${nameOf('p')} AS name,
           waymark_fold(concat_ws(' ', p.family_name, p.given_name)) AS sort_name, em.job_title, o.id AS organisation_id,
           o.short_name AS organisation_name, o.sector, g.groups, g.group_ids,
           CASE WHEN c.sees_needs THEN e.access_needs END AS needs,
           array_remove(CASE WHEN e.status IN ${LIVE} THEN ARRAY[
             CASE WHEN c.sees_needs AND e.access_needs <> '{}' AND ${NEED_UNMET} THEN 'needs_unmet' END,
             CASE WHEN ${ELSEWHERE} THEN 'elsewhere' END,
             CASE WHEN em.organisation_id <> e.organisation_id THEN 'changed_employer' END,
             CASE WHEN o.id IS NULL THEN 'no_employer' END,
             CASE WHEN em.managed = false THEN 'no_manager' END,
             CASE WHEN c.has_groups AND g.group_ids = '{}' THEN 'no_group' END
           ] WHEN e.status = 'deferred' AND NOT EXISTS (SELECT 1 FROM enrolment next WHERE next.continued_from_id = e.id)
             THEN ARRAY['waiting'] ELSE '{}' END, NULL) AS attention
      FROM cohort_seen c
      JOIN enrolment e ON e.cohort_id = c.id
      JOIN person p ON p.id = e.person_id
      ${EMPLOYMENT}
      ${GROUPS}
  ), judged AS MATERIALIZED (
    SELECT *, ${SORT_KEYS[by]} AS sort_key,
           cardinality($6::text[]) = 0 OR status = ANY ($6::text[]) AS m_status,
           $7::text IS NULL OR CASE WHEN $7::text = 'none' THEN group_ids = '{}' ELSE $7::text = ANY (group_ids::text[]) END AS m_group,
           cardinality($8::text[]) = 0 OR coalesce(sector = ANY ($8::text[]), false) AS m_sector,
           cardinality($9::uuid[]) = 0 OR coalesce(organisation_id = ANY ($9::uuid[]), false) AS m_organisation,
           cardinality($10::text[]) = 0 OR attention && $10::text[] AS m_attention,
           ($11::text IS NULL OR waymark_fold(concat_ws(' ', name, job_title, organisation_name)) LIKE '%' || waymark_fold($11) || '%')
             AND (cardinality($12::uuid[]) = 0 OR id = ANY ($12::uuid[])) AS m_search
      FROM everyone
  ), paged AS (
    SELECT * FROM judged
     WHERE ${ALL} AND ($14::text IS NULL OR (sort_key, id) ${down ? '<' : '>'} ($14::text, $15::uuid))
     ORDER BY sort_key ${down ? 'DESC' : ''}, id ${down ? 'DESC' : ''} LIMIT $13
  )
  SELECT c.provider_id AS "providerId",
         (SELECT count(*)::int FROM judged WHERE ${ALL}) AS total,
         (SELECT count(*)::int FROM judged) AS everyone,
         (SELECT coalesce(json_agg(json_build_object(
                   'id', id, 'person', json_build_object('id', person_id, 'name', name), 'jobTitle', job_title,
                   'organisation', CASE WHEN organisation_id IS NULL THEN NULL ELSE json_build_object('id', organisation_id, 'name', organisation_name) END,
                   'sector', sector, 'status', status, 'statusReason', status_reason, 'placeType', place_type, 'enrolledOn', enrolled_on,
                   'endedOn', ended_on, 'groups', groups, 'attention', attention, 'needs', needs, 'version', version, 'sortKey', sort_key)
                   ORDER BY sort_key ${down ? 'DESC' : ''}, id ${down ? 'DESC' : ''}), '[]') FROM paged) AS items,
         json_build_object(
           'status', (SELECT coalesce(json_agg(json_build_object('value', f.status, 'count', f.n) ORDER BY f.n DESC, f.status), '[]')
                        FROM (SELECT status, count(*) FILTER (WHERE ${othersThan('status')}) AS n FROM judged GROUP BY status) f),
           'group', (SELECT coalesce(json_agg(json_build_object('value', g.id, 'label', g.name, 'count',
                        (SELECT count(*) FROM judged WHERE g.id = ANY (group_ids) AND ${othersThan('group')})) ORDER BY g.position, g.name), '[]')
                       FROM sub_group g WHERE g.cohort_id = $1),
           'sector', (SELECT coalesce(json_agg(json_build_object('value', f.sector, 'count', f.n) ORDER BY f.n DESC, f.sector), '[]')
                        FROM (SELECT sector, count(*) FILTER (WHERE ${othersThan('sector')}) AS n FROM judged WHERE sector IS NOT NULL GROUP BY sector) f),
           'organisation', (SELECT coalesce(json_agg(json_build_object('value', f.id, 'label', f.name, 'count', f.n) ORDER BY f.name, f.id), '[]')
                        FROM (SELECT organisation_id AS id, min(organisation_name) AS name, count(*) FILTER (WHERE ${othersThan('organisation')}) AS n
                                FROM judged WHERE organisation_id IS NOT NULL GROUP BY organisation_id) f),
           'attention', (SELECT coalesce(json_agg(json_build_object('value', f.code, 'count', f.n) ORDER BY f.n DESC, f.code), '[]')
                        FROM (SELECT code, count(*) FILTER (WHERE ${othersThan('attention')}) AS n FROM judged, unnest(attention) AS code GROUP BY code) f)
         ) AS facets
    FROM cohort_seen c`;

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
  SELECT h.id, h.from_status AS "from", h.to_status AS "to", h.reason_code AS "reasonCode", h.note, h.effective_on AS "effectiveOn",
         to_char(h.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, ${nameOf('a')} AS by
    FROM enrolment_change h LEFT JOIN person a ON a.id = h.actor_id WHERE h.enrolment_id = $1 ORDER BY h.id DESC`;
