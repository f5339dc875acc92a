import { Injectable } from '@nestjs/common';
import { reachOf, type Actor, type Reach } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { withinOrganisations } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { COHORT_STAGES, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { ENROLMENT_STATUSES, type EnrolmentStatus } from '@waymark/cohorts/domain/enrolment-status';
import { heldOn } from '@waymark/people/api/people.sql';
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
   * line manager, and row-level security lets through what belongs to those. An employer is told of places at the provider that made them
   * one, and a line manager of places at the providers that know them: whoever keeps somebody's details writes down who manages them, and
   * must not learn of another provider's cohorts by it. A place counts when it was given to somebody of that same organisation and they do
   * not pay for it themselves; and not before the person themselves was told of it.
   */
  enrolments(actor: Actor, personIds: readonly string[]): Promise<ReportEnrolmentsView> {
    const reach = reachOf(actor, 'employees:read');
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Row>(
        placesOf(personIds, { reach, managerId: actor.personId, today: this.clock.today() }, this.aspects.parts.toldDays),
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
  { reach, managerId, today }: { reach: Reach; managerId: string; today: LocalDate },
  toldDays: Sql,
): Sql => sql`
  WITH mine AS (
    SELECT DISTINCT j.person_id, j.organisation_id, k.provider_id FROM employment j
      JOIN person_provider k ON k.person_id = j.person_id
     WHERE j.person_id = ANY (${personIds}::uuid[]) AND ${heldOn('j', today)}
       AND (${withinOrganisations(reach, 'j.organisation_id', 'k.provider_id')}
         OR (j.line_manager_id = ${managerId} AND EXISTS (
           SELECT 1 FROM person_provider m WHERE m.person_id = ${managerId} AND m.provider_id = k.provider_id)))
  )
  SELECT e.id, e.person_id AS "personId", c.name AS cohort, pr.title AS programme, told.first AS "startsOn", told.last AS "endsOn", c.stage, e.status
    FROM mine
    JOIN enrolment e ON e.person_id = mine.person_id AND e.organisation_id = mine.organisation_id AND e.provider_id = mine.provider_id
     AND e.place_type <> 'self_funded' AND e.told_at IS NOT NULL
    JOIN cohort c ON c.id = e.cohort_id
    JOIN programme pr ON pr.id = c.programme_id
    LEFT JOIN LATERAL (${toldDays}) told ON true
   ORDER BY told.first DESC NULLS FIRST, e.enrolled_on DESC, e.id`;
