import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import type { Reader } from '@waymark/shared/api/db';
import { SharedReading } from '@waymark/shared/api/shared-reading';
import { sql } from '@waymark/shared/api/sql';
import { addDays } from '@waymark/shared/kernel/dates';
import type { CurrentCohort } from '@waymark/cohorts/domain/cohort-tasks';
import type { CohortFigures } from '@waymark/cohorts/domain/readiness';
import { CohortAspects } from './cohort-aspects';

/** As many cohorts as one team looks after at a time. */
const MOST = 60;

/** The cohorts that a home is about: those in delivery, and those that start within a year, the nearest first. */
interface CurrentCohorts<Facts = object> {
  cohorts: (CurrentCohort & CohortFigures & Facts)[];
  /** There are more than these. */
  more: boolean;
}

/** Reads them with their facts, once for everybody who offers something for the same home. */
@Injectable()
export class CurrentCohortsQueries {
  private readonly reading = new SharedReading<CurrentCohorts>();

  constructor(
    private readonly clock: Clock,
    private readonly aspects: CohortAspects,
  ) {}

  /** `Facts` are those that the caller's own side of cohorts gives. */
  of<Facts = object>(read: Reader, actor: Actor): Promise<CurrentCohorts<Facts>> {
    return this.reading.of(read, () => this.read(read, actor)) as Promise<CurrentCohorts<Facts>>;
  }

  private async read(read: Reader, actor: Actor): Promise<CurrentCohorts> {
    const today = this.clock.today();
    const { providers, cohorts } = reachOf(actor, 'cohorts:read');
    const { columns, joins } = this.aspects.parts;
    const current = sql`c.starts_on BETWEEN ${addDays(today, -400)}::date AND ${addDays(today, 366)}::date
      AND (c.stage IN ('in_delivery') OR (c.ends_on >= ${today}::date AND c.stage IN ('planning', 'open_for_applications', 'selecting', 'confirmed')))`;
    const rows = await read.query<CurrentCohort & CohortFigures>(sql`
  WITH c AS MATERIALIZED (
    SELECT * FROM (
      SELECT c.* FROM unnest(${providers}::uuid[]) AS reached(id) CROSS JOIN LATERAL (
        SELECT c.* FROM cohort c WHERE c.provider_id = reached.id AND ${current} ORDER BY c.starts_on, c.id LIMIT ${MOST + 1}
      ) c
      UNION ALL
      SELECT c.* FROM cohort c WHERE c.id = ANY (${cohorts}::uuid[]) AND c.provider_id <> ALL (${providers}::uuid[]) AND ${current}
    ) c ORDER BY c.starts_on, c.id LIMIT ${MOST + 1}
  )
  SELECT c.id, c.name, c.provider_id AS "providerId", c.stage, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.go_decision_on AS "goDecisionOn",
         ${columns},
         (SELECT coalesce(json_agg(json_build_object('room', h.name, 'expiresOn', h.expires_on) ORDER BY h.expires_on, h.name), '[]')
            FROM (SELECT r.name, min(b.hold_expires_on) AS expires_on FROM room_booking b JOIN room r ON r.id = b.room_id
                   WHERE b.cohort_id = c.id AND b.status = 'held' AND b.hold_expires_on IS NOT NULL GROUP BY r.id, r.name) h) AS holds
    FROM c ${joins} ORDER BY c.starts_on, c.id`);
    return { cohorts: rows.slice(0, MOST), more: rows.length > MOST };
  }
}
