import pg from 'pg';
import { givenCohort, givenCrowd } from '@waymark/cohorts/testing/cohorts.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

/** Tables that grow with the installation: none of them may be read from end to end for one page. */
const MANY = 12_000;

let app: TestApp;
let staff: SignedIn;
let cohortId: string;

beforeAll(async () => {
  app = await TestApp.open();
  const providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  const cohort = await givenCohort(app, providerId, { capacity: 10_000 });
  cohortId = cohort.id;
  const others = [await givenProvider(app), await givenProvider(app), await givenProvider(app)].map(({ id }) => id);
  await app.sql(
    `INSERT INTO cohort (id, provider_id, programme_id, blueprint_id, code, name, place, nation, starts_on, ends_on, capacity, min_viable, stage)
     SELECT gen_random_uuid(), ($1::uuid[])[1 + i % 4], $2, $3, 'MANY-' || i, 'Cohort ' || i, 'Essex', 'ENG', date '2020-01-01' + i % 3000, date '2020-01-02' + i % 3000, 24, 8,
            (ARRAY['planning', 'confirmed', 'closed'])[1 + i % 3]
       FROM generate_series(1, $4::integer) i`,
    [[providerId, ...others], cohort.programmeId, cohort.blueprintId, MANY],
  );
  await givenCrowd(app, cohort, 70);
  const crowd = await givenCohort(app, providerId, { capacity: 10_000 });
  const people = await givenCrowd(app, crowd, 9_000, { status: 'completed' });
  expect(people).toHaveLength(9_000);
  await app.sql(
    `INSERT INTO session (id, provider_id, cohort_id, title, kind, purpose, duration, mandatory, mode, equipment, set_up, clear_up, note, status, position, ics_uid)
     SELECT id, provider_id, cohort_id, 'Session', 'workshop', '', 60, true, 'online', '{}', 0, 0, '', 'draft', 1, id || '@waymark'
       FROM (SELECT gen_random_uuid() AS id, provider_id, id AS cohort_id FROM cohort) s`,
  );
  await app.sql(
    `INSERT INTO enrolment (id, provider_id, cohort_id, programme_id, person_id, place_type, source, status, enrolled_on, access_needs)
     SELECT gen_random_uuid(), c.provider_id, c.id, e.programme_id, e.person_id, 'funded', 'direct', 'completed', e.enrolled_on, '{}'
       FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM enrolment WHERE cohort_id = $1 LIMIT 9000) e
       JOIN (SELECT id, provider_id, row_number() OVER (ORDER BY id) AS n FROM cohort LIMIT 9000) c ON c.n = e.n`,
    [crowd.id],
  );
  await app.sql('ANALYZE');
});
afterAll(() => app.close());

/** The statements that a request sends, each with the plan PostgreSQL has for it: its scans of whole tables with more than 10,000 rows. */
async function wholeScansOf(path: string): Promise<string[]> {
  const sent: { text: string; values: unknown[] }[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [{ text?: string; values?: unknown[] }];
    if (typeof first === 'object' && first?.text && /^\s*(SELECT|WITH)/.test(first.text))
      sent.push({ text: first.text, values: first.values ?? [] });
    return (original as (...args: unknown[]) => unknown).apply(this, args);
  } as never;
  try {
    expect((await app.get(path, staff)).status).toBe(200);
  } finally {
    pg.Client.prototype.query = original;
  }
  expect(sent.length).toBeGreaterThan(0);
  const big = (await app.sql<{ relname: string }>(`SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > 10000`)).map(
    ({ relname }) => relname,
  );
  expect(big).toEqual(expect.arrayContaining(['cohort', 'enrolment', 'session']));
  const scans: string[] = [];
  for (const { text, values } of sent) {
    const [row] = await app.sql<{ 'QUERY PLAN': object[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
    const plan = JSON.stringify(row!['QUERY PLAN']);
    for (const [, table] of plan.matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g))
      if (big.includes(table!)) scans.push(table!);
  }
  return scans;
}

describe('a page over large tables', () => {
  it.each([
    ['/cohorts'],
    ['/cohorts?sort=-startsOn'],
    ['/cohorts?sort=name'],
    ['/cohorts?stage=planning&from=2026-01-01'],
    ['/staff-home'],
  ])('is found by indexes: %s', async (path) => {
    expect(await wholeScansOf(path)).toEqual([]);
  });

  it('is found by indexes for one cohort and its people', async () => {
    expect(await wholeScansOf(`/cohorts/${cohortId}`)).toEqual([]);
    expect(await wholeScansOf(`/cohorts/${cohortId}/enrolments`)).toEqual([]);
  });
});
