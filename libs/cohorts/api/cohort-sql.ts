import { SESSION_KIND_CODES, SESSION_KINDS } from '@waymark/catalogue/domain/session-kinds';

/** Kinds that need no facilitator, as a PostgreSQL array. */
const PAUSES = `'{${SESSION_KIND_CODES.filter((kind) => SESSION_KINDS[kind].pause).join(',')}}'::text[]`;

export const LIVE = `('confirmed', 'active')`;

/** An optional session without a day and time may never take place: nobody can contract a room for it. */
const MEETS = `(s.starts_at IS NOT NULL OR s.mandatory)`;

/**
 * What a cohort `c` is judged by: one row of `f` for each, named as in `CohortFacts`. Each part is found by an index on the cohort, so it
 * costs what the cohort holds, however many cohorts there are.
 */
export const FACTS = `
  CROSS JOIN LATERAL (
    SELECT s.*, e.*, a.*, r.released, coalesce(r.unreleased, 0) AS unreleased
      FROM (
             SELECT count(*)::int AS sessions,
                    count(*) FILTER (WHERE s.mode <> 'online')::int AS "inPerson",
                    count(*) FILTER (WHERE s.starts_at IS NULL)::int AS unscheduled,
                    count(*) FILTER (WHERE s.mode <> 'online' AND s.room_id IS NULL AND ${MEETS})::int AS "withoutRoom",
                    count(*) FILTER (WHERE s.mode <> 'online' AND ${MEETS} AND NOT EXISTS (
                      SELECT 1 FROM room_booking b
                       WHERE b.cohort_id = c.id AND b.room_id = s.room_id AND b.status IN ('contracted', 'used')
                         AND b.starts_at <= s.starts_at AND b.ends_at >= s.ends_at))::int AS uncontracted,
                    count(*) FILTER (WHERE s.kind <> ALL (${PAUSES}) AND NOT EXISTS (
                      SELECT 1 FROM session_facilitator sf
                       WHERE sf.session_id = s.id AND sf.status NOT IN ('declined', 'stood_down')))::int AS "withoutFacilitator"
               FROM session s
              WHERE s.cohort_id = c.id AND s.status <> 'cancelled'
           ) s
     CROSS JOIN (
             SELECT count(*) FILTER (WHERE e.status IN ${LIVE} OR c.stage IN ('delivered', 'closed'))::int AS held,
                    count(*) FILTER (WHERE e.status IN ${LIVE} AND e.access_needs <> '{}' AND EXISTS (
                      SELECT 1
                        FROM session s JOIN room r ON r.id = s.room_id
                       WHERE s.cohort_id = c.id AND s.status <> 'cancelled' AND NOT e.access_needs <@ r.access
                         AND (NOT EXISTS (SELECT 1 FROM session_group g WHERE g.session_id = s.id)
                              OR EXISTS (SELECT 1 FROM session_group g JOIN sub_group_member m ON m.sub_group_id = g.sub_group_id
                                          WHERE g.session_id = s.id AND m.enrolment_id = e.id AND m.ends_on IS NULL))))::int AS "needsUnmet"
               FROM enrolment e WHERE e.cohort_id = c.id AND e.status IN ('confirmed', 'active', 'completed', 'not_completed')
           ) e
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
                               AS x(id uuid, title text, date text, "startsAt" text, duration integer, "roomId" uuid, cancelled boolean) ON x.id = s.id
                       WHERE s.cohort_id = c.id
                         AND CASE WHEN x.id IS NULL THEN s.status <> 'cancelled' AND s.starts_at IS NOT NULL
                                  WHEN s.status = 'cancelled' THEN NOT x.cancelled
                                  ELSE (x.cancelled, x.title, x.duration, x."roomId", x.date || ' ' || x."startsAt")
                                       IS DISTINCT FROM (false, s.title, s.duration, s.room_id, to_char(s.starts_at AT TIME ZONE s.zone, 'YYYY-MM-DD HH24:MI')) END
                    ) AS unreleased
               FROM schedule_release sr WHERE sr.cohort_id = c.id ORDER BY sr.number DESC LIMIT 1
           ) r ON true
  ) f`;

/** The columns that make a row `CohortFacts`: columns, because making JSON of them took a fifth of the time of a page of cohorts. */
export const FACT_COLUMNS = `
  c.capacity, c.min_viable AS "minViable", c.venue_id IS NOT NULL AS "hasVenue", f.*,
  CASE WHEN c.clashes_version = c.schedule_version THEN c.blocking_clashes END AS blocking`;

/** A person's name where a row only has the id. */
export const nameOf = (person: string): string => `nullif(concat_ws(' ', ${person}.given_name, ${person}.family_name), '')`;
