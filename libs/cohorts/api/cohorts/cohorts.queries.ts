import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, reachValues, within, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { countOf, COUNTED, cursorIn, cursorOf, page } from '@waymark/shared/api/page';
import { found } from '@waymark/shared/kernel/refusal';
import { isOver, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { problemsIn, readiness, type CohortFacts, type ReadinessCheck } from '@waymark/cohorts/domain/readiness';
import { FACT_COLUMNS, FACTS, nameOf } from './cohort-sql';
import type { CohortsAsked, CohortsView, CohortView } from './cohorts.contract';

@Injectable()
export class CohortsQueries {
  constructor(private readonly db: Db) {}

  /** A page of the cohorts the actor may read, with how many there are in each stage. */
  list(actor: Actor, asked: CohortsAsked): Promise<CohortsView> {
    const reach = reachOf(actor, 'cohorts:read');
    const providers = asked.provider ? reach.providers.filter((id) => id === asked.provider) : reach.providers;
    const by = asked.sort.replace('-', '') as 'startsOn' | 'name';
    const down = asked.sort.startsWith('-');
    const after = cursorIn(asked.after, 2);
    const filters = [
      providers,
      reach.cohorts,
      asked.stage,
      asked.programme,
      asked.search ?? null,
      asked.from ?? null,
      asked.to ?? null,
      asked.provider ?? null,
    ];
    return this.db.reading(actor, async (read) => {
      const [ids, [count]] = await Promise.all([
        read.query<{ id: string }>(LIST(by, down, after !== null), [...filters, asked.limit + 1, ...(after ?? [])]),
        read.query<{ total: number; stages: { stage: CohortStage; count: number }[] }>(COUNT, filters),
      ]);
      const rows = await read.query<Row>(SHOWN, [ids.map(({ id }) => id)]);
      return {
        ...page(
          rows.map(({ facts, ...row }) => ({
            ...row,
            problems: isOver(row.stage) ? 0 : problemsIn(checksFor(facts, actor, { providerId: row.providerId, cohortId: row.id })),
            held: facts.held,
          })),
          asked.limit,
          (row) => cursorOf(by === 'name' ? row.sortName : row.startsOn, row.id),
        ),
        total: countOf(count!.total),
        stages: count!.stages,
      };
    });
  }

  one(actor: Actor, id: string): Promise<CohortView> {
    return this.db.reading(actor, (read) => this.view(read, actor, id), { statements: 1 });
  }

  /** The head of a cohort's pages, with the numbers of its people: one statement, however many they are. */
  async view(read: Reader, actor: Actor, id: string): Promise<CohortView> {
    const [row] = await read.query<Omit<CohortView, 'may' | 'problems' | 'clashes'> & { facts: CohortFacts }>(ONE, [
      id,
      ...reachValues(reachOf(actor, 'cohorts:read')),
    ]);
    const { facts, ...cohort } = found(row);
    const at = { providerId: cohort.providerId, cohortId: id };
    const may = (permission: string) => mayAt(actor, permission, at);
    const over = isOver(cohort.stage);
    return {
      ...cohort,
      clashes: over || !may('schedule:edit') ? null : facts.blocking,
      problems: over ? 0 : problemsIn(checksFor(facts, actor, at)),
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
    const [row] = await read.query<{ facts: CohortFacts }>(`SELECT ${FACT_COLUMNS} FROM cohort c ${FACTS} WHERE c.id = $1`, [id]);
    return found(row).facts;
  }
}

/** The checks as this reader sees them: access needs are for those who may read needs, clashes for those who can resolve them. */
export function checksFor(facts: CohortFacts, actor: Actor, at: { providerId: string; cohortId: string }): ReadinessCheck[] {
  const blocking = mayAt(actor, 'schedule:edit', at) ? facts.blocking : null;
  const seesNeeds = mayAt(actor, 'needs:read', at);
  return readiness({ ...facts, blocking }).filter(({ code }) => seesNeeds || code !== 'requirements');
}

interface Row {
  id: string;
  providerId: string;
  code: string;
  name: string;
  sortName: string;
  stage: CohortStage;
  programme: { id: string; title: string };
  place: string;
  startsOn: `${number}-${number}-${number}`;
  endsOn: `${number}-${number}-${number}`;
  capacity: number;
  minViable: number;
  lead: { id: string; name: string } | null;
  facts: CohortFacts;
}

const BUT_STAGE = `
        (cardinality($4::uuid[]) = 0 OR c.programme_id = ANY ($4::uuid[]))
    AND ($5::text IS NULL OR waymark_fold(c.name) LIKE '%' || waymark_fold($5) || '%' OR c.code ILIKE '%' || $5 || '%')
    AND ($6::date IS NULL OR c.ends_on >= $6::date)
    AND ($7::date IS NULL OR c.starts_on <= $7::date)
    AND ($8::uuid IS NULL OR c.provider_id = $8::uuid)`;
const MATCHES = `(cardinality($3::text[]) = 0 OR c.stage = ANY ($3::text[])) AND ${BUT_STAGE}`;

/**
 * The first rows of each provider in the order asked, merged: each is one walk along an index in that order, which stops when the page
 * is full. Cohorts reached one by one are few, and come besides.
 */
const LIST = (by: 'startsOn' | 'name', down: boolean, hasAfter: boolean): string => {
  const key = by === 'name' ? 'waymark_fold(c.name)' : 'c.starts_on';
  const order = `${key} ${down ? 'DESC' : ''}, c.id ${down ? 'DESC' : ''}`;
  const beyond = hasAfter ? `AND (${key}, c.id) ${down ? '<' : '>'} ($10::${by === 'name' ? 'text' : 'date'}, $11::uuid)` : '';
  return `
  SELECT c.id FROM (
    SELECT c.* FROM unnest($1::uuid[]) AS reached(id) CROSS JOIN LATERAL (
      SELECT c.* FROM cohort c WHERE c.provider_id = reached.id AND ${MATCHES} ${beyond} ORDER BY ${order} LIMIT $9
    ) c
    UNION ALL
    SELECT c.* FROM cohort c WHERE c.id = ANY ($2::uuid[]) AND c.provider_id <> ALL ($1::uuid[]) AND ${MATCHES} ${beyond}
  ) c ORDER BY ${order} LIMIT $9`;
};

/**
 * The cohorts of a page, in its order. Apart from finding them, because what is found depends on the filters and is planned for them each
 * time, and this, which is much longer, is planned once.
 */
const SHOWN = `
  SELECT c.id, c.provider_id AS "providerId", c.code, c.name, waymark_fold(c.name) AS "sortName", c.stage, c.place,
         c.starts_on AS "startsOn", c.ends_on AS "endsOn", c.capacity, c.min_viable AS "minViable",
         json_build_object('id', pr.id, 'title', pr.title) AS programme,
         CASE WHEN l.id IS NULL THEN NULL ELSE json_build_object('id', l.id, 'name', ${nameOf('l')}) END AS lead,
         ${FACT_COLUMNS}
    FROM unnest($1::uuid[]) WITH ORDINALITY AS found(id, at) JOIN cohort c ON c.id = found.id
    JOIN programme pr ON pr.id = c.programme_id LEFT JOIN person l ON l.id = c.lead_id ${FACTS}
   ORDER BY found.at`;

/** As many as are counted, found in the order of an index, so that counting stops there instead of looking at every row. */
const COUNTABLE = (matches: string): string => `
  SELECT c.stage FROM unnest($1::uuid[]) AS reached(id) CROSS JOIN LATERAL (
    SELECT c.stage FROM cohort c WHERE c.provider_id = reached.id AND ${matches} ORDER BY c.starts_on, c.id LIMIT ${COUNTED + 1}
  ) c
  UNION ALL
  SELECT c.stage FROM cohort c WHERE c.id = ANY ($2::uuid[]) AND c.provider_id <> ALL ($1::uuid[]) AND ${matches}`;

/** Stages are counted over the rest of the filters, so that each says what it would leave. */
const COUNT = `
  SELECT (SELECT count(*)::int FROM (${COUNTABLE(MATCHES)} LIMIT ${COUNTED + 1}) counted) AS total,
         (SELECT coalesce(json_agg(json_build_object('stage', s.stage, 'count', s.count)), '[]')
            FROM (SELECT c.stage, count(*)::int AS count FROM (${COUNTABLE(BUT_STAGE)} LIMIT ${COUNTED + 1}) c GROUP BY c.stage) s) AS stages`;

const ONE = `
  SELECT c.id, c.provider_id AS "providerId", c.code, c.name, c.stage, c.place, c.nation, c.starts_on AS "startsOn", c.ends_on AS "endsOn",
         c.capacity, c.min_viable AS "minViable", c.go_decision_on AS "goDecisionOn", c.schedule_version AS "scheduleVersion", c.version,
         json_build_object('id', pr.id, 'title', pr.title, 'code', pr.code) AS programme,
         json_build_object('id', c.blueprint_id, 'number', (SELECT b.number FROM blueprint b WHERE b.id = c.blueprint_id)) AS blueprint,
         CASE WHEN v.id IS NULL THEN NULL ELSE json_build_object('id', v.id, 'name', v.name) END AS venue,
         CASE WHEN l.id IS NULL THEN NULL ELSE json_build_object('id', l.id, 'name', ${nameOf('l')}) END AS lead,
         json_build_object('held', f.held, 'total', coalesce(p.total, 0), 'byStatus', coalesce(p.by_status, '{}')) AS people,
         json_build_object('total', f.sessions, 'unscheduled', f.unscheduled) AS sessions,
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
   WHERE c.id = $1 AND ${within('c.provider_id', 'c.id', 2)}`;
