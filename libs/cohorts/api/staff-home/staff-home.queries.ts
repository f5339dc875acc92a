import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { addDays, type LocalDate, type LocalTime } from '@waymark/shared/kernel/dates';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import { atRisk, attentionIn } from '@waymark/cohorts/domain/cohort-attention';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { CohortFacts } from '@waymark/cohorts/domain/readiness';
import { ScheduleChecks } from '@waymark/schedule/api/schedule/schedule-checks';
import { FACT_COLUMNS, FACTS } from '../cohort-sql';
import type { StaffHomeView } from './staff-home.contract';

interface Row extends CohortFacts {
  id: string;
  name: string;
  providerId: string;
  stage: CohortStage;
  startsOn: LocalDate;
  endsOn: LocalDate;
  goDecisionOn: LocalDate | null;
  holds: { room: string; expiresOn: LocalDate }[];
}

/** As many cohorts as one team looks after at a time. */
const LOOKED_AT = 60;
/** Clashes mean loading a schedule, so only those of the nearest few are looked for; the others show the number that was stored. */
const CHECKED = 5;

@Injectable()
export class StaffHomeQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly checks: ScheduleChecks,
  ) {}

  /** What the actor's cohorts ask of them today: those in delivery, and those that start within a year, the nearest first. */
  home(actor: Actor): Promise<StaffHomeView> {
    const today = this.clock.today();
    const reach = reachOf(actor, 'cohorts:read');
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<Row>(COHORTS, [
        reach.providers,
        reach.cohorts,
        addDays(today, -400),
        addDays(today, 366),
        today,
        LOOKED_AT + 1,
      ]);
      const cohorts = rows.slice(0, LOOKED_AT);
      for (const one of cohorts) if (!mayAt(actor, 'schedule:edit', { providerId: one.providerId, cohortId: one.id })) one.blocking = null;
      const sorted = cohorts.filter(
        (one) =>
          mayAt(actor, 'schedule:edit', { providerId: one.providerId, cohortId: one.id }) && one.startsOn > today && one.sessions > 0,
      );
      for (const cohort of sorted.slice(0, CHECKED)) cohort.blocking = await this.checks.blocking(read, cohort.id);
      const week = await read.query<StaffHomeView['week'][number] & { startsAt: LocalTime }>(WEEK, [
        cohorts.map(({ id }) => id),
        fromWall(wallMinute(today, '00:00')),
        fromWall(wallMinute(addDays(today, 7), '00:00')),
      ]);
      const named = ({ id, name }: Row) => ({ id, name });
      return {
        today,
        attention: cohorts
          .flatMap((cohort) => attentionIn(cohort, today).map((item) => ({ cohort: named(cohort), ...item })))
          .sort((a, b) => (a.tone === b.tone ? 0 : a.tone === 'alert' ? -1 : 1)),
        week,
        atRisk: cohorts
          .filter((cohort) => atRisk(cohort, today))
          .map((cohort) => ({
            cohort: named(cohort),
            stage: cohort.stage,
            startsOn: cohort.startsOn,
            held: cohort.held,
            minViable: cohort.minViable,
            capacity: cohort.capacity,
          })),
        cohorts: { count: cohorts.length, more: rows.length > LOOKED_AT },
      };
    });
  }
}

const CURRENT = `c.starts_on BETWEEN $3::date AND $4::date AND (c.stage IN ('in_delivery') OR (c.ends_on >= $5::date AND c.stage IN ('planning', 'open_for_applications', 'selecting', 'confirmed')))`;

const COHORTS = `
  WITH c AS MATERIALIZED (
    SELECT * FROM (
      SELECT c.* FROM unnest($1::uuid[]) AS reached(id) CROSS JOIN LATERAL (
        SELECT c.* FROM cohort c WHERE c.provider_id = reached.id AND ${CURRENT} ORDER BY c.starts_on, c.id LIMIT $6
      ) c
      UNION ALL
      SELECT c.* FROM cohort c WHERE c.id = ANY ($2::uuid[]) AND c.provider_id <> ALL ($1::uuid[]) AND ${CURRENT}
    ) c ORDER BY c.starts_on, c.id LIMIT $6
  )
  SELECT c.id, c.name, c.provider_id AS "providerId", c.stage, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.go_decision_on AS "goDecisionOn",
         ${FACT_COLUMNS},
         (SELECT coalesce(json_agg(json_build_object('room', h.name, 'expiresOn', h.expires_on) ORDER BY h.expires_on, h.name), '[]')
            FROM (SELECT r.name, min(b.hold_expires_on) AS expires_on FROM room_booking b JOIN room r ON r.id = b.room_id
                   WHERE b.cohort_id = c.id AND b.status = 'held' AND b.hold_expires_on IS NOT NULL GROUP BY r.id, r.name) h) AS holds
    FROM c ${FACTS} ORDER BY c.starts_on, c.id`;

const WEEK = `
  SELECT s.id, s.title, s.kind, json_build_object('id', c.id, 'name', c.name) AS cohort,
         to_char(s.starts_at AT TIME ZONE s.zone, 'YYYY-MM-DD') AS date, to_char(s.starts_at AT TIME ZONE s.zone, 'HH24:MI') AS "startsAt",
         to_char(s.ends_at AT TIME ZONE s.zone, 'HH24:MI') AS "endsAt",
         coalesce(nullif(concat_ws(', ', r.name, v.name), ''), CASE WHEN s.mode = 'online' THEN 'Online' END) AS place
    FROM session s JOIN cohort c ON c.id = s.cohort_id LEFT JOIN room r ON r.id = s.room_id LEFT JOIN venue v ON v.id = r.venue_id
   WHERE s.cohort_id = ANY ($1::uuid[]) AND s.starts_at >= $2 AND s.starts_at < $3 AND s.status <> 'cancelled'
   ORDER BY s.starts_at, c.name, s.position LIMIT 100`;
