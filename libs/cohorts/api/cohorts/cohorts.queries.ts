import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, reachValues, within, type Actor, type Reach } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { countOf, COUNTED, cursorIn, cursorOf, escaped, page } from '@waymark/shared/api/page';
import type { Permission } from '@waymark/shared/kernel/manifest';
import { found } from '@waymark/shared/kernel/refusal';
import { COHORT_STAGE_CODES, isOver, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { problemsIn, readiness, type CohortFacts, type ReadinessCheck } from '@waymark/cohorts/domain/readiness';
import { FACT_COLUMNS, FACTS, nameOf } from '../cohort-sql';
import type { CohortsAsked, CohortsView, CohortView } from './cohorts.contract';

@Injectable()
export class CohortsQueries {
  constructor(private readonly db: Db) {}

  /** A page of the cohorts the actor may read, with how many there are in each stage. */
  list(actor: Actor, asked: CohortsAsked): Promise<CohortsView> {
    const reach = reachOf(actor, 'cohorts:read');
    const providers = asked.provider ? reach.providers.filter((id) => id === asked.provider) : reach.providers;
    const by = asked.sort.replace('-', '') as SortKey;
    const after = cursorIn(asked.after, 2);
    const work = async (read: Reader): Promise<CohortsView> => {
      const filters = { ...asked, stage: [...new Set(asked.stage)], providers, cohorts: reach.cohorts };
      const [ids, counts] = await Promise.all([
        read.query<{ id: string; sort: string }>(...list(filters, by, asked.sort.startsWith('-'), after)),
        read.query<{ stage: CohortStage; count: number }>(...count(filters)),
      ]);
      const rows = await read.query<Row>(SHOWN, [ids.map(({ id }) => id), ids.map(({ sort }) => sort)]);
      const listed = counts.filter(({ stage }) => asked.stage.length === 0 || asked.stage.includes(stage));
      return {
        ...page(
          rows.map((row) => ({
            ...row,
            problems: isOver(row.stage) ? 0 : problemsIn(checksFor(row, actor, { providerId: row.providerId, cohortId: row.id })),
          })),
          asked.limit,
          (row) => cursorOf(row.sort, row.id),
        ),
        total: countOf(listed.reduce((sum, { count }) => sum + count, 0)),
        stages: counts.map(({ stage, count }) => ({ stage, ...countOf(count) })),
      };
    };
    return this.db.reading(actor, work, { statements: 3, planned: 'once' });
  }

  one(actor: Actor, id: string): Promise<CohortView> {
    return this.db.reading(actor, (read) => this.view(read, actor, id), { statements: 1, planned: 'once' });
  }

  /** The head of a cohort's pages, with the numbers of its people: one statement, however many they are. */
  async view(read: Reader, actor: Actor, id: string): Promise<CohortView> {
    const [row] = await read.query<{ one: Head & CohortFacts }>(ONE, [id, ...reachValues(reachOf(actor, 'cohorts:read'))]);
    const cohort = found(row).one;
    const at = { providerId: cohort.providerId, cohortId: id };
    const may = (permission: Permission) => mayAt(actor, permission, at);
    const over = isOver(cohort.stage);
    return {
      ...cohort,
      people: { held: cohort.held, total: cohort.total, byStatus: cohort.byStatus },
      sessions: { total: cohort.sessions, unscheduled: cohort.unscheduled },
      clashes: over || !may('schedule:edit') ? null : cohort.blocking,
      problems: over ? 0 : problemsIn(checksFor(cohort, actor, at)),
      may: {
        edit: may('cohorts:edit'),
        stage: may('cohorts:stage'),
        enrol: may('enrolments:edit'),
        needs: may('needs:read'),
        people: may('enrolments:read'),
      },
    };
  }

  /** What a cohort is judged by, without its clashes: those are the schedule's to count. */
  async facts(read: Reader, id: string): Promise<CohortFacts> {
    const [row] = await read.query<CohortFacts>(`SELECT ${FACT_COLUMNS} FROM cohort c ${FACTS} WHERE c.id = $1`, [id]);
    return found(row);
  }
}

/** The checks as this reader sees them: access needs are for those who may read needs, clashes for those who can resolve them. */
export function checksFor(facts: CohortFacts, actor: Actor, at: { providerId: string; cohortId: string }): ReadinessCheck[] {
  const blocking = mayAt(actor, 'schedule:edit', at) ? facts.blocking : null;
  const seesNeeds = mayAt(actor, 'needs:read', at);
  return readiness({ ...facts, blocking }).filter(({ code }) => seesNeeds || code !== 'requirements');
}

interface Head extends Omit<CohortView, 'may' | 'problems' | 'clashes' | 'people' | 'sessions'> {
  total: number;
  byStatus: CohortView['people']['byStatus'];
}

interface Row extends CohortFacts {
  id: string;
  providerId: string;
  code: string;
  name: string;
  sort: string;
  stage: CohortStage;
  programme: { id: string; title: string };
  place: string;
  startsOn: `${number}-${number}-${number}`;
  endsOn: `${number}-${number}-${number}`;
  lead: { id: string; name: string } | null;
}

type SortKey = 'startsOn' | 'name';
type Filters = Omit<CohortsAsked, 'after' | 'sort'> & Pick<Reach, 'providers' | 'cohorts'>;
type Statement = [text: string, values: readonly unknown[]];

/** What a cohort `c` must be, but for its stage: only what is asked, so that each combination is planned by itself. */
function conditions({ programme, search, from, to, provider }: Filters, put: (value: unknown) => string): string {
  return [
    ...(programme.length ? [`c.programme_id = ANY (${put(programme)}::uuid[])`] : []),
    ...(search
      ? [
          `(waymark_fold(c.name) LIKE '%' || waymark_fold(${put(escaped(search))}::text) || '%' OR c.code ILIKE '%' || ${put(escaped(search))}::text || '%')`,
        ]
      : []),
    ...(from ? [`c.ends_on >= ${put(from)}::date`] : []),
    ...(to ? [`c.starts_on <= ${put(to)}::date`] : []),
    ...(provider ? [`c.provider_id = ${put(provider)}::uuid`] : []),
  ]
    .map((condition) => `AND ${condition}`)
    .join('\n    ');
}

/** The cohorts reached one by one, which are few, beside those of whole providers. */
const reachedAlone = (providers: string, cohorts: string): string =>
  `c.id = ANY (${cohorts}::uuid[]) AND c.provider_id <> ALL (${providers}::uuid[])`;

/**
 * The first rows of each provider (and stage, in the order of dates) in the order asked, merged: each is one walk along an index in that
 * order, which stops when the page is full.
 */
function list(filters: Filters, by: SortKey, down: boolean, after: readonly unknown[] | null): Statement {
  const { values, put } = parameters();
  const providers = put(filters.providers);
  const cohorts = put(filters.cohorts);
  const stages = put(filters.stage.length ? filters.stage : null);
  const limit = put(filters.limit + 1);
  const key = by === 'name' ? 'waymark_fold(c.name)' : 'c.starts_on';
  const order = `${key} ${down ? 'DESC' : ''}, c.id ${down ? 'DESC' : ''}`;
  const beyond = after
    ? `AND (${key}, c.id) ${down ? '<' : '>'} (${put(after[0])}::${by === 'name' ? 'text' : 'date'}, ${put(after[1])}::uuid)`
    : '';
  const rest = `${conditions(filters, put)} ${beyond}`;
  const walks = filters.stage.length > 0 && by === 'startsOn';
  const stage = `(${stages}::text[] IS NULL OR c.stage = ANY (${stages}::text[]))`;
  const text = `
  SELECT c.id, (${key})::text AS sort FROM (
    SELECT c.* FROM unnest(${providers}::uuid[]) AS reached(id) ${walks ? `CROSS JOIN unnest(${stages}::text[]) AS asked(stage)` : ''} CROSS JOIN LATERAL (
      SELECT c.* FROM cohort c WHERE c.provider_id = reached.id AND ${walks ? 'c.stage = asked.stage' : stage} ${rest} ORDER BY ${order} LIMIT ${limit}
    ) c
    UNION ALL
    SELECT c.* FROM cohort c WHERE ${reachedAlone(providers, cohorts)} AND ${stage} ${rest}
  ) c ORDER BY ${order} LIMIT ${limit}`;
  return [text, values];
}

/**
 * How many there are in each stage over the other filters, so that each says what choosing it would leave. Each stage of each provider is a
 * stretch of an index, counted until there are enough to say "1,000+".
 */
function count(filters: Filters): Statement {
  const { values, put } = parameters();
  const providers = put(filters.providers);
  const cohorts = put(filters.cohorts);
  const rest = conditions(filters, put);
  const text = `
  SELECT s.stage, counted.count
    FROM unnest(${put(COHORT_STAGE_CODES)}::text[]) WITH ORDINALITY AS s(stage, at) CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM unnest(${providers}::uuid[]) AS reached(id) CROSS JOIN LATERAL (
          SELECT 1 FROM cohort c WHERE c.provider_id = reached.id AND c.stage = s.stage ${rest} LIMIT ${COUNTED + 1}
        ) c
        UNION ALL
        SELECT 1 FROM cohort c WHERE ${reachedAlone(providers, cohorts)} AND c.stage = s.stage ${rest}
        LIMIT ${COUNTED + 1}
      ) c
    ) counted
   WHERE counted.count > 0 ORDER BY s.at`;
  return [text, values];
}

/** Values in the order in which a statement asks for them. */
function parameters(): { values: unknown[]; put: (value: unknown) => string } {
  const values: unknown[] = [];
  return { values, put: (value) => `$${values.push(value)}` };
}

/**
 * The cohorts of a page, in its order. Apart from finding them, because what is found depends on the filters and is planned for them each
 * time, and this, which is much longer, is planned once.
 */
const SHOWN = `
  SELECT c.id, c.provider_id AS "providerId", c.code, c.name, c.stage, c.place,
         c.starts_on AS "startsOn", c.ends_on AS "endsOn", found.sort,
         json_build_object('id', pr.id, 'title', pr.title) AS programme,
         CASE WHEN l.id IS NULL THEN NULL ELSE json_build_object('id', l.id, 'name', ${nameOf('l')}) END AS lead,
         ${FACT_COLUMNS}
    FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS found(id, sort, at) JOIN cohort c ON c.id = found.id
    JOIN programme pr ON pr.id = c.programme_id LEFT JOIN person l ON l.id = c.lead_id ${FACTS}
   ORDER BY found.at`;

/** As one value: of a single row with many columns the driver reads it in half the time. */
const ONE = `
  SELECT row_to_json(one) AS one FROM (
  SELECT c.id, c.provider_id AS "providerId", c.code, c.name, c.stage, c.place, c.nation, c.starts_on AS "startsOn", c.ends_on AS "endsOn",
         c.go_decision_on AS "goDecisionOn", c.schedule_version AS "scheduleVersion", c.version,
         json_build_object('id', pr.id, 'title', pr.title, 'code', pr.code) AS programme,
         json_build_object('id', c.blueprint_id, 'number', (SELECT b.number FROM blueprint b WHERE b.id = c.blueprint_id)) AS blueprint,
         CASE WHEN v.id IS NULL THEN NULL ELSE json_build_object('id', v.id, 'name', v.name) END AS venue,
         CASE WHEN l.id IS NULL THEN NULL ELSE json_build_object('id', l.id, 'name', ${nameOf('l')}) END AS lead,
         coalesce(p.total, 0) AS total, coalesce(p.by_status, '{}') AS "byStatus",
         (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'kind', g.kind, 'position', g.position, 'version', g.version,
                   'count', (SELECT count(*) FROM sub_group_member m WHERE m.sub_group_id = g.id AND m.ends_on IS NULL)) ORDER BY g.position, g.name), '[]')
            FROM sub_group g WHERE g.cohort_id = c.id) AS groups,
         ${FACT_COLUMNS}
    FROM cohort c
    JOIN programme pr ON pr.id = c.programme_id
    LEFT JOIN venue v ON v.id = c.venue_id
    LEFT JOIN person l ON l.id = c.lead_id
    LEFT JOIN LATERAL (
      SELECT sum(s.count)::int AS total, json_object_agg(s.status, s.count) AS by_status
        FROM (SELECT e.status, count(*)::int AS count FROM enrolment e WHERE e.cohort_id = c.id GROUP BY e.status) s
    ) p ON true
    ${FACTS}
   WHERE c.id = $1 AND ${within('c.provider_id', 'c.id', 2)}
  ) one`;
