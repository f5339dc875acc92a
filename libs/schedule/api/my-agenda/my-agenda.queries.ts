import { Injectable } from '@nestjs/common';
import type { Reader } from '@waymark/shared/api/db';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { Snapshot } from '@waymark/schedule/domain/release';
import { TAKES_PART } from '../schedule/schedule.sql';

/** A cohort somebody takes part in or leads, with the release they were told of. */
export interface MyCohort {
  cohortId: string;
  providerId: string;
  name: string;
  stage: CohortStage;
  place: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  facilitatorId: string | null;
  enrolment: { id: string; enrolledOn: LocalDate; needs: string[]; confirmedAt: string | null; groupIds: string[] } | null;
  release: { number: number; at: string; snapshot: Snapshot } | null;
  looked: { number: number; snapshot: Snapshot | null } | null;
}

@Injectable()
export class MyAgendaQueries {
  /**
   * One statement, whose every row hangs on the person's own id: a place on a cohort, or a session to lead, is enough to see one's own
   * agenda, whatever roles somebody holds. Row-level security says the same.
   */
  cohorts(read: Reader, personId: string): Promise<MyCohort[]> {
    return read.query<MyCohort>(COHORTS, [personId]);
  }
}

/** Takes part, or would have if the cohort had not been cancelled: they see what was called off. */
const HAD_PLACE = `(e.status IN ${TAKES_PART} OR (e.status = 'withdrawn' AND e.status_reason = 'cohort_cancelled'))`;

const COHORTS = `
  WITH leads AS (SELECT f.id, f.provider_id FROM facilitator f WHERE f.person_id = $1),
  mine AS (
    SELECT e.cohort_id FROM enrolment e WHERE e.person_id = $1 AND ${HAD_PLACE}
    UNION SELECT sf.cohort_id FROM session_facilitator sf WHERE sf.facilitator_id IN (SELECT id FROM leads)
    UNION SELECT rf.cohort_id FROM schedule_release_facilitator rf WHERE rf.facilitator_id IN (SELECT id FROM leads)
  )
  SELECT c.id AS "cohortId", c.provider_id AS "providerId", c.name, c.stage, c.place, c.starts_on AS "startsOn", c.ends_on AS "endsOn",
    (SELECT l.id FROM leads l WHERE l.provider_id = c.provider_id) AS "facilitatorId",
    (SELECT json_build_object('id', e.id, 'enrolledOn', e.enrolled_on, 'needs', to_json(e.access_needs), 'confirmedAt', ac.at,
       'groupIds', (SELECT coalesce(json_agg(m.sub_group_id), '[]') FROM sub_group_member m WHERE m.enrolment_id = e.id
          AND (m.ends_on IS NULL OR m.ends_on >= c.starts_on OR (e.status = 'withdrawn' AND m.ends_on >= e.ended_on))))
     FROM enrolment e LEFT JOIN access_confirmation ac ON ac.enrolment_id = e.id
     WHERE e.cohort_id = c.id AND e.person_id = $1 AND ${HAD_PLACE} ORDER BY e.id DESC LIMIT 1) AS enrolment,
    (SELECT json_build_object('number', sr.number, 'at', sr.released_at, 'snapshot', sr.snapshot)
     FROM schedule_release sr WHERE sr.cohort_id = c.id ORDER BY sr.number DESC LIMIT 1) AS "release",
    (SELECT json_build_object('number', sl.release_number, 'snapshot', sr.snapshot)
     FROM schedule_look sl LEFT JOIN schedule_release sr ON sr.cohort_id = sl.cohort_id AND sr.number = sl.release_number
     WHERE sl.cohort_id = c.id AND sl.person_id = $1) AS looked
  FROM cohort c WHERE c.id IN (SELECT cohort_id FROM mine) ORDER BY c.starts_on, c.id`;
