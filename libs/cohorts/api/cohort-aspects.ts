import { Injectable } from '@nestjs/common';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import type { Reader } from '@waymark/shared/api/db';
import { inOrder, type PartOf } from '@waymark/shared/api/in-order';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { LocalDate, LocalTime } from '@waymark/shared/kernel/dates';
import type { Permission } from '@waymark/shared/kernel/manifest';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { placesCheck, type CohortFigures, type ReadinessCheck } from '@waymark/cohorts/domain/readiness';
import { LIVE } from './cohort-sql';

/** What the reader may do at the cohort. */
export type May = (permission: Permission) => boolean;

export const mayOf = (actor: Actor, at: { providerId: string; cohortId: string }): May => {
  return (permission) => mayAt(actor, permission, at);
};

/** Nobody in particular asks: a rule of the house must not pass anything over. */
export const MAY_ALL: May = () => true;

/** What the head of a cohort's pages shows of its plan. */
export interface PlanFigures {
  sessions: number;
  unscheduled: number;
  /** Clashes that block the release; null until they are counted, and for those who cannot resolve them. */
  clashes: number | null;
  /** Counts the changes of the plan. */
  scheduleVersion: number;
}

const NO_PLAN: PlanFigures = { sessions: 0, unscheduled: 0, clashes: null, scheduleVersion: 1 };

/** Something in the days to come that a cohort's team should know of. */
export interface DiaryEntry {
  id: string;
  title: string;
  kind: string;
  cohort: { id: string; name: string };
  date: LocalDate;
  startsAt: LocalTime;
  endsAt: LocalTime;
  place: string | null;
}

/**
 * One side of a cohort that a domain above this one keeps, such as its schedule: what the pages of cohorts show of it. What is read for many
 * cohorts goes into the statements that read cohorts, as fragments that never change, so that a page of fifty costs no statement more.
 */
export interface CohortAspect<Facts = object> extends PartOf {
  /**
   * Columns of one row of facts about a cohort `c`, and the join that finds it along an index on the cohort: what `checks` and the rest are given.
   * `places`: a column more that counts among its enrolments `e`, which are walked but once.
   */
  facts?: { columns: Sql; join: Sql; places?: Sql };
  /** The facts that are kept and may be old, worked out now as this reader may know them. Dear: for one cohort, or a few. */
  judged?(read: Reader, cohortId: string, may: May): Promise<Partial<Facts>>;
  /** What a cohort needs before it can run, in the order in which a team does it. */
  checks?(facts: Facts & CohortFigures, may: May): ReadinessCheck[];
  /** Why a cohort may not go to a stage, by judged facts. */
  stageRefusals?(facts: Facts, to: CohortStage): Refusal[];
  /** `actor` has opened the overview of a cohort, with these facts judged for it. */
  opened?(actor: Actor, cohortId: string, facts: Partial<Facts>, may: May): Promise<void>;
  /** Of the one domain that keeps the plan. */
  plan?(facts: Facts, may: May): PlanFigures;
  /** What is wrong about the place of an enrolment `e`, as conditions; `elsewhere` once for the cohort whose enrolments are asked about. */
  places?: { needUnmet?: Sql; elsewhere?: (cohortId: string) => Sql };
  /** A row with the `first` and `last` day that people were told of a cohort `c`. */
  toldDays?: Sql;
  /** About an event `e` of a cohort: what its subject is called, or NULL; and whether it tells of somebody's needs. */
  history?: { subject: Sql; tellsOfNeeds: Sql };
  /** What comes from a day on and before another, in order. */
  diary?(read: Reader, cohortIds: readonly string[], from: LocalDate, before: LocalDate): Promise<DiaryEntry[]>;
}

/** The sides of cohorts that other domains keep, in one order. A domain adds its own when it is constructed. */
@Injectable()
export class CohortAspects {
  private aspects: readonly CohortAspect[] = [];
  private made: ReturnType<CohortAspects['partsOfAll']> | undefined;

  add(aspect: CohortAspect): void {
    // Statements are kept once they are made: what is added later would be missing in some of them.
    if (this.made) throw new Error(`${aspect.domain} adds its side of cohorts after cohorts have been read`);
    this.aspects = inOrder([...this.aspects, aspect]);
  }

  /** What all have added, put together once. */
  get parts(): ReturnType<CohortAspects['partsOfAll']> {
    return (this.made ??= this.partsOfAll());
  }

  checks(facts: CohortFigures, may: May): ReadinessCheck[] {
    return [placesCheck(facts), ...this.aspects.flatMap((aspect) => aspect.checks?.(facts, may) ?? [])];
  }

  stageRefusals(facts: CohortFigures, to: CohortStage): Refusal[] {
    return this.aspects.flatMap((aspect) => aspect.stageRefusals?.(facts, to) ?? []);
  }

  plan(facts: CohortFigures, may: May): PlanFigures {
    return this.aspects.find(({ plan }) => plan)?.plan?.(facts, may) ?? NO_PLAN;
  }

  /** The facts with those that were judged now in place of those that were kept. */
  async judged<Facts extends CohortFigures>(read: Reader, cohortId: string, facts: Facts, may: May): Promise<Facts> {
    let judged = facts;
    for (const aspect of this.aspects) judged = { ...judged, ...(await aspect.judged?.(read, cohortId, may)) };
    return judged;
  }

  async opened(actor: Actor, cohortId: string, facts: CohortFigures, may: May): Promise<void> {
    for (const aspect of this.aspects) await aspect.opened?.(actor, cohortId, facts, may);
  }

  async diary(read: Reader, cohortIds: readonly string[], from: LocalDate, before: LocalDate): Promise<DiaryEntry[]> {
    const entries: DiaryEntry[] = [];
    for (const aspect of this.aspects) entries.push(...((await aspect.diary?.(read, cohortIds, from, before)) ?? []));
    const when = ({ date, startsAt }: DiaryEntry) => `${date} ${startsAt}`;
    return entries.sort((one, other) => when(one).localeCompare(when(other)));
  }

  private partsOfAll() {
    const facts = this.aspects.flatMap((aspect) => aspect.facts ?? []);
    const places = this.aspects.flatMap((aspect) => aspect.places ?? []);
    const history = this.aspects.flatMap((aspect) => aspect.history ?? []);
    return {
      /** Columns, because making JSON of them took a fifth of the time of a page of cohorts. */
      columns: sql.join([OWN_COLUMNS, ...facts.map(({ columns }) => columns)], sql`, `),
      joins: sql.join([placesOf(facts.flatMap(({ places }) => places ?? [])), ...facts.map(({ join }) => join)], sql``),
      needUnmet: anyOf(places.flatMap(({ needUnmet }) => needUnmet ?? [])),
      elsewhere: (cohortId: string) => anyOf(places.flatMap(({ elsewhere }) => elsewhere?.(cohortId) ?? [])),
      toldDays: this.aspects.find(({ toldDays }) => toldDays)?.toldDays ?? sql`SELECT NULL::text AS first, NULL::text AS last`,
      historySubject: sql.join([...history.map(({ subject }) => subject), sql`e.facts ->> 'title'`], sql`, `),
      historyOfNeeds: anyOf(history.map(({ tellsOfNeeds }) => tellsOfNeeds)),
    };
  }
}

const anyOf = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` OR `)})`);

const OWN_COLUMNS = sql`c.capacity, c.min_viable AS "minViable", c.venue_id IS NOT NULL AS "hasVenue", places.*`;

/** Places that are held, or once the cohort is over the people who took part; and what others count among them. */
const placesOf = (counts: readonly Sql[]): Sql => sql`
  CROSS JOIN LATERAL (
    SELECT ${sql.join([sql`count(*) FILTER (WHERE e.status IN ${LIVE} OR c.stage IN ('delivered', 'closed'))::int AS held`, ...counts], sql`, `)}
      FROM enrolment e WHERE e.cohort_id = c.id AND e.status IN ('confirmed', 'active', 'completed', 'not_completed')
  ) places`;
