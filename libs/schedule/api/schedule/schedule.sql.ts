import type { Reach } from '@waymark/shared/api/actor';
import { nameOf } from '@waymark/shared/api/name.sql';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import { VERSION } from './schedule-version';

/** Enrolments that take part, or took part, in what the cohort does. */
export const TAKES_PART = sql`('confirmed', 'active', 'completed', 'not_completed')`;

/** One session as `LoadedSession` has it, but for its start, which is still a moment. `s` is the session. */
const SESSION = sql`
  'id', s.id, 'version', s.version, 'title', s.title, 'kind', s.kind, 'purpose', s.purpose, 'status', s.status,
  'startsAt', s.starts_at, 'duration', s.duration, 'mode', s.mode, 'roomId', s.room_id, 'onlineUrl', s.online_url, 'layout', s.layout,
  'equipment', to_json(s.equipment), 'setUp', s.set_up, 'clearUp', s.clear_up, 'mandatory', s.mandatory, 'note', s.note, 'position', s.position,
  'icsUid', s.ics_uid, 'icsSequence', s.ics_sequence,
  'groupIds', (SELECT coalesce(json_agg(sg.sub_group_id ORDER BY sg.sub_group_id), '[]') FROM session_group sg WHERE sg.session_id = s.id),
  'facilitators', (SELECT coalesce(json_agg(json_build_object('facilitatorId', sf.facilitator_id, 'role', sf.role, 'status', sf.status, 'reason', sf.reason) ORDER BY sf.role, sf.facilitator_id), '[]')
                   FROM session_facilitator sf WHERE sf.session_id = s.id),
  'after', (SELECT coalesce(json_agg(json_build_object('sessionId', so.after_id, 'minGap', so.min_gap) ORDER BY so.after_id), '[]') FROM session_order so WHERE so.session_id = s.id),
  'agenda', (SELECT coalesce(json_agg(json_build_object('title', ai.title, 'kind', ai.kind, 'offset', ai.offset_minutes, 'duration', ai.duration, 'presenter', ai.presenter)
             ORDER BY ai.offset_minutes, ai.position), '[]') FROM agenda_item ai WHERE ai.session_id = s.id)`;

const ORDER = sql`s.starts_at NULLS LAST, s.position, s.id`;

/** Those named of a cohort, or all. */
export const sessionsOf = (cohortId: string, ids: readonly string[] | null): Sql => sql`
  SELECT json_build_object(${SESSION}) AS one FROM session s
   WHERE s.cohort_id = ${cohortId} ${sql.when(ids, (ids) => sql`AND s.id = ANY(${ids}::uuid[])`)} ORDER BY ${ORDER}`;

/** A cohort and all that is planned for it. */
export const scheduleOf = (cohortId: string, reach: Reach): Sql => sql`
  SELECT c.id, c.provider_id AS "providerId", c.programme_id AS "programmeId", c.code, c.name, c.place, c.starts_on AS "startsOn", c.ends_on AS "endsOn",
    coalesce((SELECT v.nation FROM venue v WHERE v.id = c.venue_id), c.nation) AS nation, c.stage,
    c.capacity, c.venue_id AS "venueId", ${VERSION} AS "scheduleVersion", k.counted_at AS "countedAt", p.rules,
    ARRAY(SELECT c.venue_id WHERE c.venue_id IS NOT NULL
          UNION SELECT r.venue_id FROM session s JOIN room r ON r.id = s.room_id WHERE s.cohort_id = c.id) AS "venueIds",
    (SELECT coalesce(json_agg(json_build_object(${SESSION}) ORDER BY ${ORDER}), '[]') FROM session s WHERE s.cohort_id = c.id) AS sessions,
    (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'kind', g.kind, 'members',
        (SELECT count(*) FROM sub_group_member m JOIN enrolment e ON e.id = m.enrolment_id AND e.status IN ${TAKES_PART}
         WHERE m.sub_group_id = g.id AND m.ends_on IS NULL)) ORDER BY g.position, g.name), '[]')
     FROM sub_group g WHERE g.cohort_id = c.id AND g.removed_on IS NULL) AS groups,
    (SELECT coalesce(json_agg(json_build_object('id', e.id, 'name', ${nameOf('pe')}, 'needs', to_json(e.access_needs),
        'groupIds', (SELECT coalesce(json_agg(m.sub_group_id), '[]') FROM sub_group_member m WHERE m.enrolment_id = e.id AND m.ends_on IS NULL))
      ORDER BY pe.family_name, pe.given_name, e.id), '[]')
     FROM enrolment e JOIN person pe ON pe.id = e.person_id WHERE e.cohort_id = c.id AND e.status IN ${TAKES_PART}) AS people,
    (SELECT coalesce(json_agg(json_build_object('id', o.id, 'clashKey', o.clash_key, 'rule', o.rule, 'reason', o.reason,
        'by', coalesce(${nameOf('pe')}, ''), 'at', o.at) ORDER BY o.id), '[]')
     FROM clash_override o LEFT JOIN person pe ON pe.id = o.overridden_by WHERE o.cohort_id = c.id AND o.withdrawn_at IS NULL) AS overrides,
    (SELECT json_build_object('number', sr.number, 'at', sr.released_at, 'by', coalesce(${nameOf('pe')}, ''), 'snapshot', sr.snapshot)
     FROM schedule_release sr LEFT JOIN person pe ON pe.id = sr.released_by WHERE sr.cohort_id = c.id ORDER BY sr.number DESC LIMIT 1) AS last
  FROM cohort c JOIN programme p ON p.id = c.programme_id LEFT JOIN cohort_schedule k ON k.cohort_id = c.id
  WHERE c.id = ${cohortId} AND ${within(reach, 'c.provider_id', 'c.id')}`;

/**
 * Where other plans matter to the plan of a cohort: rooms of these venues, its facilitators and its people, from a moment to another. What takes
 * them is told by `waymark_taken` for the whole provider; what it is called, by the rows that the reader sees.
 */
interface Around {
  cohortId: string;
  providerId: string;
  venueIds: readonly string[];
  from: LocalDate;
  to: LocalDate;
}

export const around = ({ cohortId, providerId, venueIds, from, to }: Around): Sql => sql`
  WITH rooms AS (
    SELECT r.*, v.name AS venue_name, v.nation, v.access AS venue_access FROM room r JOIN venue v ON v.id = r.venue_id WHERE r.venue_id = ANY(${venueIds}::uuid[])
  ), ours AS (
    SELECT DISTINCT sf.facilitator_id FROM session_facilitator sf WHERE sf.cohort_id = ${cohortId} AND sf.status NOT IN ('declined', 'stood_down')
  ), taken AS MATERIALIZED (
    SELECT * FROM waymark_taken(${cohortId}, ${venueIds}::uuid[], ${midnight(from)}, ${midnight(to)})
  ), free AS MATERIALIZED (
    SELECT t.what AS kind, t.facilitator_ids[1] AS facilitator_id, t.starts_at, t.ends_at FROM taken t WHERE t.what IN ('available', 'unavailable')
  )
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'venueId', r.venue_id, 'venueName', r.venue_name, 'nation', r.nation,
        'capacities', r.capacities, 'access', to_json(r.access), 'venueAccess', to_json(r.venue_access), 'equipment', to_json(r.equipment)) ORDER BY r.venue_name, r.position, r.name), '[]') FROM rooms r) AS rooms,
    (SELECT coalesce(json_agg(json_build_object('id', v.id, 'name', v.name, 'address', v.address)), '[]') FROM venue v WHERE v.id = ANY(${venueIds}::uuid[])) AS venues,
    (SELECT coalesce(json_agg(json_build_object('id', b.id, 'eventId', b.event_id, 'seen', b.seen, 'roomId', b.room_id, 'start', b.starts_at, 'end', b.ends_at,
        'setUp', b.set_up, 'clearUp', b.clear_up, 'holder', b.holder, 'cohortId', b.cohort_id) ORDER BY b.starts_at, b.id), '[]')
     FROM (SELECT b.id, b.id AS event_id, true AS seen, b.room_id, b.starts_at, b.ends_at, b.set_up, b.clear_up, b.holder, b.cohort_id
             FROM room_booking b WHERE b.cohort_id = ${cohortId} AND b.room_id IN (SELECT id FROM rooms) AND b.status IN ('held', 'contracted', 'used')
              AND b.ends_at > ${midnight(from)} AND b.starts_at < ${midnight(to)}
           UNION ALL
           SELECT coalesce(b.id, t.event_id), t.event_id, b.id IS NOT NULL, t.room_id, t.starts_at, t.ends_at, t.set_up, t.clear_up, b.holder, b.cohort_id
             FROM taken t LEFT JOIN room_booking b ON b.id = t.seen_id WHERE t.what = 'booking') b) AS bookings,
    (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', ${nameOf('p')}, 'subjects', to_json(f.skills),
        'availability', (SELECT coalesce(json_agg(json_build_object('kind', a.kind, 'start', a.starts_at, 'end', a.ends_at) ORDER BY a.starts_at), '[]')
           FROM (SELECT a.kind, a.starts_at, a.ends_at FROM facilitator_availability a
                  WHERE a.facilitator_id = f.id AND a.ends_at > ${midnight(from)} AND a.starts_at < ${midnight(to)}
                 UNION SELECT a.kind, a.starts_at, a.ends_at FROM free a WHERE a.facilitator_id = f.id) a)) ORDER BY p.family_name, p.given_name, f.id), '[]')
     FROM facilitator f JOIN person p ON p.id = f.person_id
     WHERE f.provider_id = ${providerId} AND (f.status = 'active' OR f.id IN (SELECT facilitator_id FROM ours))) AS facilitators,
    (SELECT coalesce(json_agg(json_build_object('id', coalesce(s.id, t.event_id), 'eventId', t.event_id, 'seen', s.id IS NOT NULL, 'cohortId', s.cohort_id,
        'title', s.title, 'kind', s.kind, 'start', t.starts_at, 'end', t.ends_at, 'mode', coalesce(s.mode, 'in_person'),
        'roomId', coalesce(s.room_id, t.room_id), 'venueId', coalesce(r.venue_id, c.venue_id, t.venue_id), 'setUp', t.set_up, 'clearUp', t.clear_up,
        'facilitatorIds', to_json(t.facilitator_ids), 'personIds', to_json(t.enrolment_ids)) ORDER BY t.starts_at, t.event_id), '[]')
     FROM taken t LEFT JOIN session s ON s.id = t.seen_id LEFT JOIN cohort c ON c.id = s.cohort_id LEFT JOIN room r ON r.id = s.room_id
     WHERE t.what = 'session') AS elsewhere,
    (SELECT coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'nation', c.nation)), '[]')
     FROM cohort c WHERE c.id IN (SELECT s.cohort_id FROM taken t JOIN session s ON s.id = t.seen_id WHERE t.what = 'session')) AS "otherCohorts",
    (SELECT coalesce(json_agg(json_build_object('division', h.division, 'date', h.date, 'title', h.title, 'notes', h.notes) ORDER BY h.date), '[]')
     FROM (SELECT DISTINCT ON (division, date) division, date, title, notes FROM bank_holiday WHERE date BETWEEN ${from} AND ${to} ORDER BY division, date, title) h) AS holidays,
    (SELECT coalesce(json_agg(json_build_object('division', h.division, 'last', h.last)), '[]')
     FROM (SELECT division, max(date) AS last FROM bank_holiday GROUP BY division) h) AS "lastHolidays",
    (SELECT coalesce(json_agg(json_build_object('fromVenueId', t.from_venue_id, 'toVenueId', t.to_venue_id, 'minutes', t.minutes)), '[]')
     FROM venue_travel t WHERE t.provider_id = ${providerId} AND (t.from_venue_id = ANY(${venueIds}::uuid[]) OR t.to_venue_id = ANY(${venueIds}::uuid[]))) AS travel`;

const midnight = (day: LocalDate): Date => fromWall(wallMinute(day, '00:00'));
