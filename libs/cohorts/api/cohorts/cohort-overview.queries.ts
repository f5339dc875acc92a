import { Inject, Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor, type Reach } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { MANIFEST } from '@waymark/shared/api/manifest';
import { nameOf } from '@waymark/shared/api/name.sql';
import { FIRST, page } from '@waymark/shared/api/page';
import { sql, type Column, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { cohortSentence } from '@waymark/shared/kernel/event-sentence';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import { found, refusalSentence } from '@waymark/shared/kernel/refusal';
import type { Nation } from '@waymark/catalogue/domain/calendar';
import { keyDates } from '@waymark/cohorts/domain/cohort-plan';
import { nextSteps, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { CohortFigures } from '@waymark/cohorts/domain/readiness';
import { CohortAspects, mayOf } from '../cohort-aspects';
import { TOLD } from '../cohort-sql';
import { CohortMakingQueries } from './cohort-making.queries';
import type { HistoryView, OverviewView } from './cohorts.contract';

interface Row extends CohortFigures {
  providerId: string;
  stage: CohortStage;
  nation: Nation;
  startsOn: LocalDate;
  endsOn: LocalDate;
  goDecisionOn: LocalDate | null;
  told: boolean;
  toldDays: OverviewView['toldDays'];
  stages: OverviewView['stages'];
}

@Injectable()
export class CohortOverviewQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly aspects: CohortAspects,
    private readonly making: CohortMakingQueries,
    @Inject(MANIFEST) private readonly manifest: Required<Manifest>,
  ) {}

  /** Where a cohort stands: its checks by what is known now, its dates, the steps from here and what happened last. */
  async overview(actor: Actor, id: string): Promise<OverviewView> {
    const { facts, view } = await this.view(actor, id);
    await this.aspects.opened(actor, id, facts, mayOf(actor, { providerId: facts.providerId, cohortId: id }));
    return view;
  }

  private view(actor: Actor, id: string): Promise<{ facts: Row; view: OverviewView }> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<Row>(this.standing(id, reachOf(actor, 'cohorts:read')));
      const cohort = found(row);
      const at = { providerId: cohort.providerId, cohortId: id };
      const may = mayOf(actor, at);
      const facts = await this.aspects.judged(read, id, cohort, may);
      const { holidays } = await this.making.holidays(read, cohort.nation);
      const today = this.clock.today();
      const steps = may('cohorts:stage') ? nextSteps(facts, today, (to) => this.aspects.stageRefusals(facts, to)) : [];
      const view = {
        clashes: this.aspects.plan(facts, may).clashes,
        readiness: this.aspects.checks(facts, may),
        keyDates: keyDates(cohort, holidays),
        toldDays: cohort.toldDays,
        today,
        steps: steps.map((step) => ({
          ...step,
          refusals: step.refusals.map((refusal) => refusalSentence(refusal, this.manifest.refusals)),
        })),
        stages: cohort.stages,
        activity: (await this.entries(read, actor, { ...at, after: null, limit: 8 })).slice(0, 8),
      };
      return { facts, view };
    });
  }

  history(actor: Actor, id: string, { after, limit }: { after?: string | undefined; limit: number }): Promise<HistoryView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<{ providerId: string }>(
        sql`SELECT c.provider_id AS "providerId" FROM cohort c
             WHERE c.id = ${id} AND ${within(reachOf(actor, 'cohorts:read'), 'c.provider_id', 'c.id')}`,
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
    const sees = { people: mayAt(actor, 'enrolments:read', at), needs: mayAt(actor, 'needs:read', at) };
    const rows = await read.query<Omit<HistoryView['items'][number], 'sentence'>>(this.happened(cohortId, key, limit, sees));
    return rows.map((row) => ({ ...row, sentence: cohortSentence(row, this.manifest.inCohort) }));
  }

  private standing(id: string, reach: Reach): Sql {
    const { columns, joins, toldDays } = this.aspects.parts;
    return sql`
  SELECT c.provider_id AS "providerId", c.stage, c.nation, c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.go_decision_on AS "goDecisionOn",
         (SELECT coalesce(json_agg(json_build_object('stage', h.to_stage, 'at', ${momentText('h.at')}, 'by', ${nameOf('a')}, 'reason', h.reason) ORDER BY h.id), '[]')
            FROM cohort_stage_change h LEFT JOIN person a ON a.id = h.actor_id WHERE h.cohort_id = c.id) AS stages,
         (SELECT json_build_object('startsOn', d.first, 'endsOn', d.last) FROM (${toldDays}) d WHERE d.first IS NOT NULL) AS "toldDays",
         ${TOLD} AS told, ${columns}
    FROM cohort c ${joins}
   WHERE c.id = ${id} AND ${within(reach, 'c.provider_id', 'c.id')}`;
  }

  /**
   * Roles follow from places, which are there already; the lists of ids in an event are no use to a reader. What happened is found first, and
   * whom it is about becomes an id there: read from the facts in the join, PostgreSQL would ask the walls of each person for each event.
   */
  private happened(cohortId: string, before: string, limit: number, { people, needs }: { people: boolean; needs: boolean }): Sql {
    const { historySubject, historyOfNeeds } = this.aspects.parts;
    return sql`
  WITH happened AS MATERIALIZED (
    SELECT e.*, CASE WHEN e.name LIKE 'enrolment.%' THEN (e.facts ->> 'personId')::uuid END AS about FROM event e
     WHERE e.cohort_id = ${cohortId} AND e.id < ${before}::uuid AND e.name NOT LIKE 'role.%'
       AND (${needs}::boolean OR NOT (e.name LIKE 'enrolment.needs%' OR ${historyOfNeeds}))
     ORDER BY e.id DESC LIMIT ${limit})
  SELECT e.id, e.name, ${momentText('e.at')} AS at, ${nameOf('a')} AS by,
         CASE WHEN e.name LIKE 'enrolment.%' THEN CASE WHEN ${people}::boolean THEN ${nameOf('p')} END ELSE coalesce(${historySubject}) END AS subject,
         CASE WHEN e.name LIKE 'cohort.%' OR e.name LIKE 'group.%' OR ${people}::boolean
              THEN CASE WHEN ${needs}::boolean OR e.name NOT LIKE 'enrolment.%' THEN e.facts ELSE e.facts - 'reasonCode' - 'note' END
              ELSE '{}' END AS facts
    FROM happened e
    LEFT JOIN person a ON a.id = e.actor_id
    LEFT JOIN person p ON p.id = e.about
   ORDER BY e.id DESC`;
  }
}

const momentText = (column: Column): Sql => sql`to_char(${sql.column(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
