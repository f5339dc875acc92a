import { sql, type Sql } from '@waymark/shared/api/sql';
import { SESSION_KIND_CODES, SESSION_KINDS } from '@waymark/catalogue/domain/session-kinds';
import { LIVE } from '@waymark/cohorts/api/cohort-sql';
import { VERSION } from '../schedule/schedule-version';

/** Kinds that need no facilitator. */
const PAUSES = SESSION_KIND_CODES.filter((kind) => SESSION_KINDS[kind].pause);

/** An optional session without a day and time may never take place: nobody can contract a room for it. */
const MEETS = sql`(s.starts_at IS NOT NULL OR s.mandatory)`;

/** `GapCounts` of the sessions `s`: the same as `gapsOf` counts. */
const GAP_COUNTS = sql`
  json_build_object(
    'no_room', count(*) FILTER (WHERE s.status IN ('draft', 'released') AND s.starts_at IS NOT NULL AND s.mode <> 'online' AND s.room_id IS NULL),
    'no_link', count(*) FILTER (WHERE s.status IN ('draft', 'released') AND s.starts_at IS NOT NULL AND s.mode <> 'in_person' AND coalesce(s.online_url, '') = ''),
    'no_facilitator', count(*) FILTER (WHERE s.status IN ('draft', 'released') AND s.starts_at IS NOT NULL AND s.kind <> ALL (${PAUSES}::text[]) AND NOT EXISTS (
      SELECT 1 FROM session_facilitator sf WHERE sf.session_id = s.id AND sf.status NOT IN ('declined', 'stood_down'))),
    'not_scheduled', count(*) FILTER (WHERE s.status IN ('draft', 'released') AND s.starts_at IS NULL))`;

/** An access need of an enrolment `e` that the room of one of their sessions does not meet. */
export const NEED_UNMET = sql`
  EXISTS (SELECT 1 FROM session s JOIN room r ON r.id = s.room_id JOIN venue v ON v.id = r.venue_id
           WHERE s.cohort_id = e.cohort_id AND s.status <> 'cancelled' AND NOT e.access_needs <@ waymark_room_access(r.access, v.access)
             AND (NOT EXISTS (SELECT 1 FROM session_group sg WHERE sg.session_id = s.id)
                  OR EXISTS (SELECT 1 FROM session_group sg JOIN sub_group_member m ON m.sub_group_id = sg.sub_group_id
                              WHERE sg.session_id = s.id AND m.enrolment_id = e.id AND m.ends_on IS NULL)))`;

/** A session of another cohort of theirs at the time of one of this cohort's sessions, both for everybody: asked once, of the whole provider. */
export const elsewhereOf = (cohortId: string): Sql => sql`e.id IN (SELECT waymark_elsewhere(${cohortId}))`;

/** What people were told of a cohort `c`: the days of its last release, without those that were put off, nor those that were called off unless all of them were. */
export const TOLD_DAYS = sql`
  SELECT coalesce(min(x.date) FILTER (WHERE NOT x.cancelled), min(x.date)) AS first,
         coalesce(max(x.date) FILTER (WHERE NOT x.cancelled), max(x.date)) AS last
    FROM (SELECT sr.snapshot FROM schedule_release sr WHERE sr.cohort_id = c.id ORDER BY sr.number DESC LIMIT 1) sr
   CROSS JOIN jsonb_to_recordset(sr.snapshot -> 'sessions') AS x(date text, cancelled boolean, postponed boolean)
   WHERE x.postponed IS NOT TRUE`;

/** A session `s` is for other groups, is led by others or has another agenda than its row `x` of a release says. */
const TOLD_OTHERS = sql`(
  (SELECT jsonb_agg(g.id ORDER BY g.id) FROM jsonb_array_elements_text(x."groupIds") g(id))
    IS DISTINCT FROM (SELECT jsonb_agg(sg.sub_group_id::text ORDER BY sg.sub_group_id::text) FROM session_group sg WHERE sg.session_id = s.id)
  OR (SELECT jsonb_agg(f ->> 'id' ORDER BY f ->> 'id') FROM jsonb_array_elements(x.facilitators) f)
    IS DISTINCT FROM (SELECT jsonb_agg(sf.facilitator_id::text ORDER BY sf.facilitator_id::text) FROM session_facilitator sf
                       WHERE sf.session_id = s.id AND sf.status NOT IN ('declined', 'stood_down'))
  OR nullif(x.agenda, '[]') IS DISTINCT FROM (
    SELECT jsonb_agg(jsonb_build_object('title', ai.title, 'kind', ai.kind, 'offset', ai.offset_minutes, 'duration', ai.duration, 'presenter', ai.presenter)
                     ORDER BY ai.offset_minutes, ai.position) FROM agenda_item ai WHERE ai.session_id = s.id))`;

/**
 * One row of `ScheduleFacts` about a cohort `c`. Each part is found by an index on the cohort, so it costs what the cohort holds, however many
 * cohorts there are.
 */
export const SCHEDULE_FACTS = {
  columns: sql`schedule.*`,
  places: sql`count(*) FILTER (WHERE e.status IN ${LIVE} AND e.access_needs <> '{}' AND ${NEED_UNMET})::int AS "needsUnmet"`,
  join: sql`
  CROSS JOIN LATERAL (
    SELECT s.*, a.*, r.released, coalesce(r.unreleased, 0) AS unreleased,
           ${VERSION} AS "scheduleVersion", CASE WHEN k.counted_version = ${VERSION} THEN k.blocking_clashes END AS blocking
      FROM (
             SELECT count(*)::int AS sessions,
                    count(*) FILTER (WHERE s.mode <> 'online')::int AS "inPerson",
                    count(*) FILTER (WHERE s.starts_at IS NULL)::int AS unscheduled,
                    count(*) FILTER (WHERE s.mode <> 'online' AND ${MEETS} AND NOT EXISTS (
                      SELECT 1 FROM room_booking b
                       WHERE b.cohort_id = c.id AND b.room_id = s.room_id AND b.status IN ('contracted', 'used')
                         AND b.starts_at <= s.starts_at AND b.ends_at >= s.ends_at))::int AS uncontracted,
                    ${GAP_COUNTS} AS gaps,
                    (SELECT p.rules FROM programme p WHERE p.id = c.programme_id) AS rules
               FROM session s
              WHERE s.cohort_id = c.id AND s.status <> 'cancelled'
           ) s
     CROSS JOIN (
             SELECT count(DISTINCT sf.facilitator_id)::int AS "unconfirmedFacilitators"
               FROM session_facilitator sf JOIN session s ON s.id = sf.session_id AND s.status <> 'cancelled'
              WHERE sf.cohort_id = c.id AND sf.status IN ('proposed', 'requested', 'accepted')
           ) a
      LEFT JOIN (
             SELECT sr.number AS released, (
                      SELECT count(*)::int
                        FROM session s
                        LEFT JOIN jsonb_to_recordset(sr.snapshot -> 'sessions')
                               AS x(id uuid, title text, date text, "startsAt" text, duration integer, mode text, "roomId" uuid, "onlineUrl" text, kind text,
                                    purpose text, mandatory boolean, cancelled boolean, postponed boolean, "groupIds" jsonb, facilitators jsonb, agenda jsonb) ON x.id = s.id
                       WHERE s.cohort_id = c.id
                         AND CASE WHEN x.id IS NULL THEN s.status <> 'cancelled' AND s.starts_at IS NOT NULL
                                  WHEN s.status = 'cancelled' THEN NOT x.cancelled
                                  WHEN x.postponed THEN true
                                  ELSE (x.cancelled, x.title, x.duration, x.mode, x."roomId", x."onlineUrl", x.kind, x.purpose, x.mandatory, x.date || ' ' || x."startsAt")
                                       IS DISTINCT FROM (false, s.title, s.duration, s.mode, s.room_id, s.online_url, s.kind, s.purpose, s.mandatory,
                                                         to_char(s.starts_at AT TIME ZONE s.zone, 'YYYY-MM-DD HH24:MI'))
                                    OR ${TOLD_OTHERS} END
                    ) AS unreleased
               FROM schedule_release sr WHERE sr.cohort_id = c.id ORDER BY sr.number DESC LIMIT 1
           ) r ON true
      LEFT JOIN cohort_schedule k ON k.cohort_id = c.id
  ) schedule`,
};
