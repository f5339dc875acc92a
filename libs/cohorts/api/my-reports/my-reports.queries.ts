import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { COHORT_STAGES, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { ENROLMENT_STATUSES, type EnrolmentStatus } from '@waymark/cohorts/domain/enrolment-status';
import { CohortAspects } from '../cohort-aspects';
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
    private readonly aspects: CohortAspects,
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
      const rows = await read.query<Row>(
        placesOf(personIds, { organisations, managerId: actor.personId, today: this.clock.today() }, this.aspects.parts.toldDays),
      );
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

const placesOf = (
  personIds: readonly string[],
  { organisations, managerId, today }: { organisations: readonly string[]; managerId: string; today: LocalDate },
  toldDays: Sql,
): Sql => sql`
  WITH mine AS (
    SELECT DISTINCT j.person_id, j.organisation_id, j.organisation_id = ANY (${organisations}::uuid[]) AS employer FROM employment j
     WHERE j.person_id = ANY (${personIds}::uuid[]) AND (j.organisation_id = ANY (${organisations}::uuid[]) OR j.line_manager_id = ${managerId})
       AND j.starts_on <= ${today}::date AND (j.ends_on IS NULL OR j.ends_on >= ${today}::date)
  )
  SELECT e.id, e.person_id AS "personId", c.name AS cohort, pr.title AS programme, told.first AS "startsOn", told.last AS "endsOn", c.stage, e.status
    FROM mine
    JOIN enrolment e ON e.person_id = mine.person_id AND e.organisation_id = mine.organisation_id AND e.place_type <> 'self_funded'
    JOIN cohort c ON c.id = e.cohort_id
     AND (mine.employer OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = ${managerId} AND k.provider_id = c.provider_id))
    JOIN programme pr ON pr.id = c.programme_id
    LEFT JOIN LATERAL (${toldDays}) told ON true
   ORDER BY told.first DESC NULLS FIRST, e.enrolled_on DESC, e.id`;
