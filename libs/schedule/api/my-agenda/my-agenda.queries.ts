import { Injectable } from '@nestjs/common';
import type { Reader } from '@waymark/shared/api/db';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { keepOwnNeeds } from '@waymark/cohorts/api/own-needs';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { found } from '@waymark/shared/kernel/refusal';
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
    return read.query<MyCohort>(cohortsOf(personId));
  }

  async givenName(read: Reader, personId: string): Promise<string> {
    const [person] = await read.query<{ name: string }>(sql`SELECT given_name AS name FROM person WHERE id = ${personId}`);
    return found(person).name;
  }

  /** They have read the schedule up to this release. Looking at an old one never hides what came after. */
  async look(tx: Tx, { cohortId, providerId }: MyCohort, number: number): Promise<void> {
    await tx.query(
      sql`INSERT INTO schedule_look (cohort_id, person_id, provider_id, release_number, at)
          VALUES (${cohortId}, ${tx.actor.personId}, ${providerId}, ${number}, ${tx.clock.now()})
          ON CONFLICT (cohort_id, person_id) DO UPDATE
          SET release_number = greatest(schedule_look.release_number, excluded.release_number), at = excluded.at`,
    );
  }

  /** What they need, and that they have said so. */
  async confirmNeeds(tx: Tx, { cohortId, providerId }: MyCohort, enrolmentId: string, needs: readonly string[]): Promise<void> {
    await keepOwnNeeds(tx, enrolmentId, needs);
    await tx.query(
      sql`INSERT INTO access_confirmation (enrolment_id, provider_id, cohort_id, at) VALUES (${enrolmentId}, ${providerId}, ${cohortId}, ${tx.clock.now()})
          ON CONFLICT (enrolment_id) DO UPDATE SET at = excluded.at`,
    );
  }
}

/** Was told of a place and takes part, or would have if the cohort had not been cancelled: they see what was called off. */
const HAD_PLACE = sql`(e.told_at IS NOT NULL AND (e.status IN ${TAKES_PART} OR (e.status = 'withdrawn' AND e.status_reason = 'cohort_cancelled')))`;

const cohortsOf = (personId: string): Sql => sql`
  WITH leads AS (SELECT f.id, f.provider_id FROM facilitator f WHERE f.person_id = ${personId}),
  mine AS (
    SELECT e.cohort_id FROM enrolment e WHERE e.person_id = ${personId} AND ${HAD_PLACE}
    UNION SELECT sf.cohort_id FROM session_facilitator sf WHERE sf.facilitator_id IN (SELECT id FROM leads)
    UNION SELECT rf.cohort_id FROM schedule_release_facilitator rf WHERE rf.facilitator_id IN (SELECT id FROM leads)
  )
  SELECT c.id AS "cohortId", c.provider_id AS "providerId", c.name, c.stage, c.place, c.ends_on AS "endsOn",
    (SELECT l.id FROM leads l WHERE l.provider_id = c.provider_id) AS "facilitatorId",
    (SELECT json_build_object('id', e.id, 'enrolledOn', e.enrolled_on, 'needs', to_json(e.access_needs), 'confirmedAt', ac.at,
       'groupIds', (SELECT coalesce(json_agg(m.sub_group_id), '[]') FROM sub_group_member m WHERE m.enrolment_id = e.id
          AND (m.ends_on IS NULL OR (e.status = 'withdrawn' AND m.ends_on >= e.ended_on))))
     FROM enrolment e LEFT JOIN access_confirmation ac ON ac.enrolment_id = e.id
     WHERE e.cohort_id = c.id AND e.person_id = ${personId} AND ${HAD_PLACE} ORDER BY e.id DESC LIMIT 1) AS enrolment,
    (SELECT json_build_object('number', sr.number, 'at', sr.released_at, 'snapshot', sr.snapshot)
     FROM schedule_release sr WHERE sr.cohort_id = c.id ORDER BY sr.number DESC LIMIT 1) AS "release",
    (SELECT json_build_object('number', sl.release_number, 'snapshot', sr.snapshot)
     FROM schedule_look sl LEFT JOIN schedule_release sr ON sr.cohort_id = sl.cohort_id AND sr.number = sl.release_number
     WHERE sl.cohort_id = c.id AND sl.person_id = ${personId}) AS looked
  FROM cohort c WHERE c.id IN (SELECT cohort_id FROM mine) ORDER BY c.starts_on, c.id`;
