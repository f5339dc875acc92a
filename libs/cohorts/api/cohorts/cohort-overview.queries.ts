import { Inject, Injectable } from '@nestjs/common';
import { mayAt, reachOf, reachValues, within, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { MANIFEST } from '@waymark/shared/api/manifest';
import { FIRST, page } from '@waymark/shared/api/page';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { cohortSentence } from '@waymark/shared/kernel/event-sentence';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import { found, refusalSentence } from '@waymark/shared/kernel/refusal';
import type { Nation } from '@waymark/catalogue/domain/calendar';
import { keyDates } from '@waymark/cohorts/domain/cohort-plan';
import { nextSteps, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { CohortFacts } from '@waymark/cohorts/domain/readiness';
import { ClashCounts } from '@waymark/schedule/api/schedule/clash-counts.service';
import { ScheduleChecks } from '@waymark/schedule/api/schedule/schedule-checks';
import { CohortMakingQueries } from './cohort-making.queries';
import { FACT_COLUMNS, FACTS, nameOf } from '../cohort-sql';
import type { HistoryView, OverviewView } from './cohorts.contract';
import { checksFor } from './cohorts.queries';

interface Row extends CohortFacts {
  providerId: string;
  stage: CohortStage;
  nation: Nation;
  startsOn: LocalDate;
  endsOn: LocalDate;
  goDecisionOn: LocalDate | null;
  stages: OverviewView['stages'];
  countedAt: string | null;
}

@Injectable()
export class CohortOverviewQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly checks: ScheduleChecks,
    private readonly making: CohortMakingQueries,
    private readonly counts: ClashCounts,
    @Inject(MANIFEST) private readonly manifest: Required<Manifest>,
  ) {}

  /** Where a cohort stands: its checks with the clashes of its schedule, its dates, the steps from here and what happened last. */
  async overview(actor: Actor, id: string): Promise<OverviewView> {
    const { countedAt, ...view } = await this.view(actor, id);
    if (view.clashes !== null) await this.counts.askIfOld(id, countedAt);
    return view;
  }

  private view(actor: Actor, id: string): Promise<OverviewView & { countedAt: string | null }> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<Row>(OVERVIEW, [id, ...reachValues(reachOf(actor, 'cohorts:read'))]);
      const cohort = found(row);
      const at = { providerId: cohort.providerId, cohortId: id };
      const seesSchedule = mayAt(actor, 'schedule:edit', at);
      const blocking = seesSchedule ? await this.checks.blocking(read, id) : null;
      const { holidays } = await this.making.holidays(read, cohort.nation);
      const today = this.clock.today();
      const facts = { ...cohort, blocking };
      const steps = mayAt(actor, 'cohorts:stage', at) ? nextSteps({ ...facts, blocking: blocking ?? 0 }, today) : [];
      return {
        countedAt: cohort.countedAt,
        clashes: blocking,
        readiness: checksFor(facts, actor, at),
        keyDates: keyDates(cohort, holidays),
        today,
        steps: steps.map((step) => ({
          ...step,
          refusals: step.refusals.map((refusal) => refusalSentence(refusal, this.manifest.refusals)),
        })),
        stages: cohort.stages,
        activity: (await this.entries(read, actor, { ...at, after: null, limit: 8 })).slice(0, 8),
      };
    });
  }

  history(actor: Actor, id: string, { after, limit }: { after?: string | undefined; limit: number }): Promise<HistoryView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<{ providerId: string }>(
        `SELECT c.provider_id AS "providerId" FROM cohort c WHERE c.id = $1 AND ${within('c.provider_id', 'c.id', 2)}`,
        [id, ...reachValues(reachOf(actor, 'cohorts:read'))],
      );
      const { providerId } = found(row);
      const entries = await this.entries(read, actor, { providerId, cohortId: id, after: after ?? null, limit: limit + 1 });
      return page(entries, limit, (entry) => entry.id);
    });
  }

  /** Newest first. Names of participants are for those who may list them; that somebody has needs, for those who may see needs. */
  private async entries(
    read: Reader,
    actor: Actor,
    { providerId, cohortId, after, limit }: { providerId: string; cohortId: string; after: string | null; limit: number },
  ): Promise<HistoryView['items']> {
    const key = after && /^[0-9a-f-]{36}$/i.test(after) ? after : FIRST.replaceAll('0', 'f');
    const at = { providerId, cohortId };
    const sees = [mayAt(actor, 'enrolments:read', at), mayAt(actor, 'needs:read', at)];
    const rows = await read.query<Omit<HistoryView['items'][number], 'sentence'>>(ENTRIES, [cohortId, key, limit, ...sees]);
    return rows.map((row) => ({ ...row, sentence: cohortSentence(row, this.manifest.inCohort) }));
  }
}

const MOMENT = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const OVERVIEW = `
  SELECT c.provider_id AS "providerId", c.stage, c.nation, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.go_decision_on AS "goDecisionOn",
         c.clashes_counted_at AS "countedAt",
         (SELECT coalesce(json_agg(json_build_object('stage', h.to_stage, 'at', ${MOMENT('h.at')}, 'by', ${nameOf('a')}, 'reason', h.reason) ORDER BY h.id), '[]')
            FROM cohort_stage_change h LEFT JOIN person a ON a.id = h.actor_id WHERE h.cohort_id = c.id) AS stages,
         ${FACT_COLUMNS}
    FROM cohort c ${FACTS}
   WHERE c.id = $1 AND ${within('c.provider_id', 'c.id', 2)}`;

/** Roles follow from places, which are there already; the lists of ids in an event are no use to a reader. */
const ENTRIES = `
  SELECT e.id, e.name, ${MOMENT('e.at')} AS at, ${nameOf('a')} AS by,
         CASE WHEN e.name LIKE 'enrolment.%' THEN CASE WHEN $4::boolean THEN ${nameOf('p')} END ELSE coalesce(s.title, e.facts ->> 'title') END AS subject,
         CASE WHEN e.name LIKE 'cohort.%' OR e.name LIKE 'group.%' OR $4::boolean
              THEN CASE WHEN $5::boolean OR e.name NOT LIKE 'enrolment.%' THEN e.facts ELSE e.facts - 'reasonCode' - 'note' END
              ELSE '{}' END AS facts
    FROM event e
    LEFT JOIN person a ON a.id = e.actor_id
    LEFT JOIN person p ON e.name LIKE 'enrolment.%' AND p.id = (e.facts ->> 'personId')::uuid
    LEFT JOIN session s ON e.name LIKE 'session.%' AND s.id = e.subject_id
   WHERE e.cohort_id = $1 AND e.id < $2::uuid AND e.name NOT LIKE 'role.%'
     AND ($5::boolean OR (e.name NOT LIKE 'enrolment.needs%' AND NOT (e.name LIKE 'clash.%' AND e.facts ->> 'rule' = 'access_unmet')))
   ORDER BY e.id DESC LIMIT $3`;
