import { Injectable } from '@nestjs/common';
import { reachOf, type Actor, type Reach } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { countOf, COUNTED, cursorIn, cursorOf, page } from '@waymark/shared/api/page';
import { begins, idsFound } from '@waymark/shared/api/search';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { found } from '@waymark/shared/kernel/refusal';
import { COHORT_STAGE_CODES, isOver, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { problemsIn, type CohortFigures } from '@waymark/cohorts/domain/readiness';
import { CohortAspects, mayOf } from '../cohort-aspects';
import { TOLD } from '../cohort-sql';
import type { CohortsAsked, CohortsView, CohortView } from './cohorts.contract';

@Injectable()
export class CohortsQueries {
  constructor(
    private readonly db: Db,
    private readonly aspects: CohortAspects,
  ) {}

  /** A page of the cohorts the actor may read, with how many there are in each stage. */
  list(actor: Actor, asked: CohortsAsked): Promise<CohortsView> {
    const reach = reachOf(actor, 'cohorts:read');
    const providers = asked.provider ? reach.providers.filter((id) => id === asked.provider) : reach.providers;
    const by = asked.sort.replace('-', '') as SortKey;
    const after = cursorIn(asked.after, 2);
    const filters = { ...asked, stage: [...new Set(asked.stage)], providers, cohorts: reach.cohorts };
    const work = async (read: Reader): Promise<CohortsView> => {
      const [rows, counts] = await Promise.all([
        read.query<Row>(this.shown(filters, by, asked.sort.startsWith('-'), after)),
        read.query<{ stage: CohortStage; count: number }>(counted(filters)),
      ]);
      const chosen = counts.filter(({ stage }) => asked.stage.length === 0 || asked.stage.includes(stage));
      const { items, next } = page(rows, asked.limit, (row) => cursorOf(row.sort, row.id));
      return {
        items: items.map((row) => ({
          id: row.id,
          code: row.code,
          name: row.name,
          stage: row.stage,
          programme: { id: row.programmeId, title: row.programmeTitle },
          place: row.place,
          startsOn: row.startsOn,
          endsOn: row.endsOn,
          capacity: row.capacity,
          minViable: row.minViable,
          held: row.held,
          problems: this.problems(row, actor),
          lead: row.leadId === null ? null : { id: row.leadId, name: row.leadName! },
        })),
        next,
        total: countOf(chosen.reduce((sum, { count }) => sum + count, 0)),
        stages: counts.map(({ stage, count }) => ({ stage, ...countOf(count) })),
      };
    };
    return this.db.reading(actor, work, { statements: 2, planned: 'once' });
  }

  one(actor: Actor, id: string): Promise<CohortView> {
    return this.db.reading(actor, (read) => this.view(read, actor, id), { statements: 1, planned: 'once' });
  }

  /** The head of a cohort's pages, with the numbers of its people: one statement, however many they are. */
  async view(read: Reader, actor: Actor, id: string): Promise<CohortView> {
    const [row] = await read.query<{ one: Head & CohortFigures }>(this.head(id, reachOf(actor, 'cohorts:read')));
    const cohort = found(row).one;
    const may = mayOf(actor, { providerId: cohort.providerId, cohortId: id });
    const { sessions, unscheduled, clashes, scheduleVersion } = this.aspects.plan(cohort, may);
    return {
      ...cohort,
      people: { held: cohort.held, total: cohort.total, byStatus: cohort.byStatus },
      sessions: { total: sessions, unscheduled },
      scheduleVersion,
      clashes: isOver(cohort.stage) ? null : clashes,
      problems: this.problems(cohort, actor),
      may: {
        edit: may('cohorts:edit'),
        stage: may('cohorts:stage'),
        enrol: may('enrolments:edit'),
        needs: may('needs:read'),
        people: may('enrolments:read'),
      },
    };
  }

  /** What a cohort is judged by. */
  async facts(read: Reader, id: string): Promise<CohortFigures & { told: boolean }> {
    const { columns, joins } = this.aspects.parts;
    const [row] = await read.query<CohortFigures & { told: boolean }>(
      sql`SELECT ${TOLD} AS told, ${columns} FROM cohort c ${joins} WHERE c.id = ${id}`,
    );
    return found(row);
  }

  /** How many checks ask for this reader's attention. */
  private problems(row: CohortFigures & { id: string; providerId: string; stage: CohortStage }, actor: Actor): number {
    if (isOver(row.stage)) return 0;
    return problemsIn(this.aspects.checks(row, mayOf(actor, { providerId: row.providerId, cohortId: row.id })));
  }

  /** The cohorts of a page, in its order. They are found first, by a part that says how many there are at most, so that the rest is planned for few. */
  private shown(filters: Filters, by: SortKey, down: boolean, after: After): Sql {
    const { columns, joins } = this.aspects.parts;
    const { found, order } = listed(filters, by, down, after);
    return sql`
  WITH found AS MATERIALIZED (${found})
  SELECT c.id, c.provider_id AS "providerId", c.code, c.name, c.stage, c.place,
         c.starts_on AS "startsOn", c.ends_on AS "endsOn", found.sort,
         pr.id AS "programmeId", pr.title AS "programmeTitle", l.id AS "leadId", ${nameOf('l')} AS "leadName",
         ${columns}
    FROM found
    JOIN cohort c ON c.id = found.id
    JOIN programme pr ON pr.id = c.programme_id LEFT JOIN person l ON l.id = c.lead_id ${joins}
   ORDER BY ${order}`;
  }

  /** As one value: of a single row with many columns the driver reads it in half the time. */
  private head(id: string, reach: Reach): Sql {
    const { columns, joins } = this.aspects.parts;
    return sql`
  SELECT row_to_json(one) AS one FROM (
  SELECT c.id, c.provider_id AS "providerId", c.code, c.name, c.stage, c.place, c.nation, c.starts_on AS "startsOn", c.ends_on AS "endsOn",
         c.go_decision_on AS "goDecisionOn", c.version,
         json_build_object('id', pr.id, 'title', pr.title, 'code', pr.code) AS programme,
         json_build_object('id', c.blueprint_id, 'number', (SELECT b.number FROM blueprint b WHERE b.id = c.blueprint_id)) AS blueprint,
         CASE WHEN v.id IS NULL THEN NULL ELSE json_build_object('id', v.id, 'name', v.name) END AS venue,
         CASE WHEN l.id IS NULL THEN NULL ELSE json_build_object('id', l.id, 'name', ${nameOf('l')}) END AS lead,
         coalesce(p.total, 0) AS total, coalesce(p.by_status, '{}') AS "byStatus",
         (SELECT coalesce(json_agg(json_build_object('id', g.id, 'name', g.name, 'kind', g.kind, 'position', g.position, 'version', g.version,
                   'count', (SELECT count(*) FROM sub_group_member m WHERE m.sub_group_id = g.id AND m.ends_on IS NULL)) ORDER BY g.position, g.name), '[]')
            FROM sub_group g WHERE g.cohort_id = c.id AND g.removed_on IS NULL) AS groups,
         ${columns}
    FROM cohort c
    JOIN programme pr ON pr.id = c.programme_id
    LEFT JOIN venue v ON v.id = c.venue_id
    LEFT JOIN person l ON l.id = c.lead_id
    LEFT JOIN LATERAL (
      SELECT sum(s.count)::int AS total, json_object_agg(s.status, s.count) AS by_status
        FROM (SELECT e.status, count(*)::int AS count FROM enrolment e WHERE e.cohort_id = c.id GROUP BY e.status) s
    ) p ON true
    ${joins}
   WHERE c.id = ${id} AND ${within(reach, 'c.provider_id', 'c.id')}
  ) one`;
  }
}

interface Head extends Omit<CohortView, 'may' | 'problems' | 'clashes' | 'people' | 'sessions' | 'scheduleVersion'> {
  total: number;
  byStatus: CohortView['people']['byStatus'];
}

interface Row extends CohortFigures {
  id: string;
  providerId: string;
  code: string;
  name: string;
  sort: string;
  stage: CohortStage;
  programmeId: string;
  programmeTitle: string;
  place: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  leadId: string | null;
  leadName: string | null;
}

type SortKey = 'startsOn' | 'name';
type After = readonly [string | number, string | number] | null;
type Filters = Omit<CohortsAsked, 'after' | 'sort'> & Pick<Reach, 'providers' | 'cohorts'>;

const withWord = (word: string): Sql => sql`SELECT w.cohort_id FROM cohort_word w WHERE ${begins('w.word', word)}`;

/** What a cohort `c` must be, but for its stage: only what is asked, so that each combination is planned by itself. */
const matching = ({ programme, search, from, to, provider }: Filters): Sql => sql`
  ${sql.when(programme.length > 0, () => sql`AND c.programme_id = ANY (${programme}::uuid[])`)}
  ${sql.when(idsFound(search ?? '', withWord), (ids) => sql`AND c.id = ANY (${ids})`)}
  ${sql.when(from, (from) => sql`AND c.ends_on >= ${from}::date`)}
  ${sql.when(to, (to) => sql`AND c.starts_on <= ${to}::date`)}
  ${sql.when(provider, (provider) => sql`AND c.provider_id = ${provider}::uuid`)}`;

/** The cohorts reached one by one, which are few, beside those of whole providers. */
const reachedAlone = ({ providers, cohorts }: Filters): Sql =>
  sql`c.id = ANY (${cohorts}::uuid[]) AND c.provider_id <> ALL (${providers}::uuid[])`;

/**
 * The first rows of each provider (and stage, in the order of dates) in the order asked, merged: each is one walk along an index in that
 * order, which stops when the page is full.
 */
function listed(filters: Filters, by: SortKey, down: boolean, after: After): { found: Sql; order: Sql } {
  const { providers, stage: stages } = filters;
  const limit = sql.number(filters.limit + 1);
  const key = by === 'name' ? sql`waymark_fold(c.name)` : sql`c.starts_on`;
  const order = down ? sql`${key} DESC, c.id DESC` : sql`${key}, c.id`;
  const beyond = sql.when(after, ([sort, id]) => {
    const last = by === 'name' ? sql`${sort}::text` : sql`${sort}::date`;
    return sql`AND (${key}, c.id) ${down ? sql`<` : sql`>`} (${last}, ${id}::uuid)`;
  });
  const rest = sql`${matching(filters)} ${beyond}`;
  const inStages = sql.when(stages.length > 0, () => sql`AND c.stage = ANY (${stages}::text[])`);
  const walks = stages.length > 0 && by === 'startsOn';
  const found = sql`
  SELECT c.id, (${key})::text AS sort FROM (
    SELECT c.* FROM unnest(${providers}::uuid[]) AS reached(id) ${sql.when(walks, () => sql`CROSS JOIN unnest(${stages}::text[]) AS asked(stage)`)} CROSS JOIN LATERAL (
      SELECT c.* FROM cohort c WHERE c.provider_id = reached.id ${walks ? sql`AND c.stage = asked.stage` : inStages} ${rest} ORDER BY ${order} LIMIT ${limit}
    ) c
    UNION ALL
    SELECT c.* FROM cohort c WHERE ${reachedAlone(filters)} ${inStages} ${rest}
  ) c ORDER BY ${order} LIMIT ${limit}`;
  return { found, order };
}

/**
 * How many there are in each stage over the other filters, so that each says what choosing it would leave. Each stage of each provider is a
 * stretch of an index, counted until there are enough to say "1,000+".
 */
function counted(filters: Filters): Sql {
  const enough = sql.number(COUNTED + 1);
  return sql`
  SELECT s.stage, counted.count
    FROM unnest(${COHORT_STAGE_CODES}::text[]) WITH ORDINALITY AS s(stage, at) CROSS JOIN LATERAL (
      SELECT count(*)::int AS count FROM (
        SELECT 1 FROM unnest(${filters.providers}::uuid[]) AS reached(id) CROSS JOIN LATERAL (
          SELECT 1 FROM cohort c WHERE c.provider_id = reached.id AND c.stage = s.stage ${matching(filters)} LIMIT ${enough}
        ) c
        UNION ALL
        SELECT 1 FROM cohort c WHERE ${reachedAlone(filters)} AND c.stage = s.stage ${matching(filters)}
        LIMIT ${enough}
      ) c
    ) counted
   WHERE counted.count > 0 ORDER BY s.at`;
}
