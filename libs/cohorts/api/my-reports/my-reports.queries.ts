import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { COHORT_STAGES, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { ENROLMENT_STATUSES, type EnrolmentStatus } from '@waymark/cohorts/domain/enrolment-status';
import type { ReportEnrolmentsView } from './my-reports.contract';

interface Row {
  id: string;
  personId: string;
  cohort: string;
  programme: string;
  startsOn: LocalDate | null;
  endsOn: LocalDate | null;
  stage: CohortStage;
  status: EnrolmentStatus;
}

@Injectable()
export class MyReportsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /**
   * Where the actor's own people have places. Every row hangs on a current job at an organisation of the actor's, or with the actor as its
   * line manager, and row-level security lets through what belongs to those. A line manager is told of places at the providers that know
   * them: whoever keeps somebody's details writes down who manages them, and must not learn of another provider's cohorts by it. A place
   * counts when it was given to somebody of that same organisation and they do not pay for it themselves.
   */
  enrolments(actor: Actor, personIds: readonly string[]): Promise<ReportEnrolmentsView> {
    const organisations = reachOf(actor, 'employees:read').organisations;
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Row>(ENROLMENTS, [organisations, actor.personId, this.clock.today(), personIds]);
      return {
        items: rows.map(({ stage, status, ...row }) => ({
          ...row,
          stage: { code: stage, name: COHORT_STAGES[stage] },
          status: { code: status, name: ENROLMENT_STATUSES[status] },
        })),
        next: null,
      };
    });
  }
}

const ENROLMENTS = `
  WITH mine AS (
    SELECT DISTINCT j.person_id, j.organisation_id, j.organisation_id = ANY ($1::uuid[]) AS employer FROM employment j
     WHERE j.person_id = ANY ($4::uuid[]) AND (j.organisation_id = ANY ($1::uuid[]) OR j.line_manager_id = $2)
       AND j.starts_on <= $3::date AND (j.ends_on IS NULL OR j.ends_on >= $3::date)
  )
  SELECT e.id, e.person_id AS "personId", c.name AS cohort, pr.title AS programme, told.first AS "startsOn", told.last AS "endsOn", c.stage, e.status
    FROM mine
    JOIN enrolment e ON e.person_id = mine.person_id AND e.organisation_id = mine.organisation_id AND e.place_type <> 'self_funded'
    JOIN cohort c ON c.id = e.cohort_id
     AND (mine.employer OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = $2 AND k.provider_id = c.provider_id))
    JOIN programme pr ON pr.id = c.programme_id
    LEFT JOIN LATERAL (
      SELECT coalesce(min(x.date) FILTER (WHERE NOT x.cancelled), min(x.date)) AS first,
             coalesce(max(x.date) FILTER (WHERE NOT x.cancelled), max(x.date)) AS last
        FROM (SELECT sr.snapshot FROM schedule_release sr WHERE sr.cohort_id = c.id ORDER BY sr.number DESC LIMIT 1) sr
       CROSS JOIN jsonb_to_recordset(sr.snapshot -> 'sessions') AS x(date text, cancelled boolean)
    ) told ON true
   ORDER BY told.first DESC NULLS FIRST, e.enrolled_on DESC, e.id`;
