import pg from 'pg';
import { givenPerson } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { seedCohorts, type Seeded } from '../bench/cohorts-seed';

/** A sequential scan of more rows than this grows with the installation. */
const LARGE = 10_000;
/** Executions after which PostgreSQL has settled on the plan that a connection keeps. */
const SETTLED = 6;

interface Sent {
  text: string;
  values: unknown[];
}
interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Node[];
}

let app: TestApp;
let staff: SignedIn;
let seeded: Seeded;
let large: Set<string>;

beforeAll(async () => {
  app = await TestApp.open();
  seeded = await seedCohorts(app.url, { cohorts: 24_000, persons: 120_000, organisations: 12_000 }, app.clock.now());
  staff = { cookie: seeded.cookie, personId: '', accountId: '' };
  const tables = await app.sql<{ relname: string }>(`SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples >= $1`, [LARGE]);
  large = new Set(tables.map(({ relname }) => relname));
});
afterAll(() => app.close());

/** What one request sends to PostgreSQL, over all its connections, in order. */
async function sentBy(path: string, by = staff): Promise<Sent[]> {
  const sent: Sent[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown];
    sent.push(
      typeof first === 'string'
        ? { text: first, values: Array.isArray(second) ? second : [] }
        : { text: first.text, values: first.values ?? [] },
    );
    return (original as (...args: unknown[]) => unknown).apply(this, args);
  } as never;
  try {
    const { status, body } = await app.get(path, by);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
  } finally {
    pg.Client.prototype.query = original;
  }
  return sent;
}

/** Tables scanned row by row by any statement of a request, when first asked and once the plan is settled; within the scope the request had. */
async function scannedBy(path: string, by = staff): Promise<string[]> {
  const client = new pg.Client({ connectionString: app.url });
  await client.connect();
  const scanned = new Set<string>();
  let name = 0;
  try {
    for (const { text, values } of await sentBy(path, by)) {
      if (!/^\s*(SELECT|WITH)/.test(text)) await client.query(text);
      else {
        const statement = `plan_${++name}`;
        for (const times of [0, SETTLED]) {
          for (let i = 0; i < times; i++) await client.query({ name: statement, text, values });
          if (times === 0) await client.query(`PREPARE ${statement}_first AS ${text}`);
          const prepared = times === 0 ? `${statement}_first` : statement;
          const { rows } = await client.query(
            `EXPLAIN (FORMAT JSON) EXECUTE ${prepared}${values.length ? `(${values.map(literal).join(', ')})` : ''}`,
          );
          for (const table of scans(rows[0]['QUERY PLAN'][0].Plan)) scanned.add(table);
        }
      }
    }
  } finally {
    await client.end();
  }
  return [...scanned];
}

/** Tables scanned by what functions ask inside the statements of a request, which the plans of these do not show; and how often they asked. */
async function scannedInside(path: string): Promise<{ scanned: string[]; asked: number }> {
  const client = new pg.Client({ connectionString: app.url });
  await client.connect();
  const scanned = new Set<string>();
  let asked = 0;
  client.on('notice', ({ message }) => {
    const [, text] = /plan:\n([^]*)/.exec(message ?? '') ?? [];
    const { Plan, 'Query Text': query } = text ? (JSON.parse(text) as { Plan: Node; 'Query Text': string }) : {};
    if (!Plan) return;
    if (/whose|asked/.test(query ?? '')) asked++;
    for (const table of scans(Plan)) scanned.add(table);
  });
  try {
    const statements = await sentBy(path);
    await client.query(`LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on`);
    await client.query('SET auto_explain.log_format = json; SET auto_explain.log_level = notice');
    for (const { text, values } of statements) {
      const times = /^\s*(SELECT|WITH)/.test(text) ? SETTLED + 1 : 1;
      for (let time = 0; time < times; time++) await client.query(text, values.length ? values : undefined);
    }
  } finally {
    await client.end();
  }
  return { scanned: [...scanned], asked };
}

function scans(node: Node): string[] {
  const here = node['Node Type'] === 'Seq Scan' ? [node['Relation Name']!] : [];
  return [...here, ...(node.Plans ?? []).flatMap(scans)];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`;
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((one) => `"${String(one)}"`).join(',')}}`);
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

const cohort = (size: 7 | 70 | 700) => seeded.cohortsOf[size][0]!;

describe('the plans of hot statements', () => {
  it('are judged where it matters: over large tables', () => {
    expect([...large].sort()).toEqual(
      expect.arrayContaining([
        'cohort',
        'employment',
        'enrolment',
        'organisation',
        'person',
        'person_provider',
        'session',
        'session_group',
        'sub_group',
        'sub_group_member',
      ]),
    );
  });

  it.each([
    '/cohorts',
    '/cohorts?sort=-startsOn',
    '/cohorts?sort=name',
    '/cohorts?sort=-name',
    '/cohorts?stage=planning',
    '/cohorts?stage=planning&stage=confirmed&sort=name',
    '/cohorts?from=2027-01-01&to=2027-06-30',
    '/cohorts?search=Leeds',
    '/cohorts?search=nothing-of-this-name',
    '/people',
    '/people?query=nobody-of-this-name',
    '/people?query=nobody@example.org',
    '/organisations?query=nothing-of-this-name',
  ])('of GET %s scan no large table', async (path) => {
    expect((await scannedBy(path)).filter((table) => large.has(table))).toEqual([]);
  });

  it.each([7, 70, 700] as const)('of the pages of a cohort of %i scan no large table', async (size) => {
    // Whoever opens a schedule first in a while also asks for a count of its clashes; what everybody after them sends is judged.
    await app.get(`/cohorts/${cohort(size)}/schedule`, staff);
    for (const page of ['', '/enrolments?limit=200', '/schedule']) {
      expect([page, (await scannedBy(`/cohorts/${cohort(size)}${page}`)).filter((table) => large.has(table))]).toEqual([page, []]);
    }
  });

  it('of what an employer and a line manager are shown scan no large table', async () => {
    const [person] = await app.sql(
      `SELECT j.person_id AS id, j.organisation_id AS "organisationId" FROM employment j JOIN enrolment e USING (person_id, organisation_id)
        WHERE e.provider_id = $1 LIMIT 1`,
      [seeded.providerId],
    );
    const { organisationId } = person;
    for (const role of ['employer', 'line_manager']) {
      const { id: personId } = await givenPerson(app, { email: `${role}@example.net` });
      const by = await app.signedIn(role, { organisationId, providerId: seeded.providerId, personId });
      for (const path of ['/my/reports', `/my/reports/enrolments?person=${person.id}`])
        expect([role, path, (await scannedBy(path, by)).filter((table) => large.has(table))]).toEqual([role, path, []]);
    }
  });

  it.each([7, 70, 700] as const)('of what looks past the walls for a cohort of %i scan no large table', async (size) => {
    await app.get(`/cohorts/${cohort(size)}/schedule`, staff);
    for (const page of ['/enrolments?limit=200', '/schedule', '/room-cover']) {
      const { scanned, asked } = await scannedInside(`/cohorts/${cohort(size)}${page}`);
      expect([page, scanned.filter((table) => large.has(table))]).toEqual([page, []]);
      expect(asked).toBeGreaterThan(0);
    }
  });

  it('of the audit log scan no large table', async () => {
    const { id: personId } = await givenPerson(app, { email: 'auditor@example.net' });
    const by = await app.signedIn('administrator', { providerId: seeded.providerId, personId });
    expect((await scannedBy(`/events?providerId=${seeded.providerId}`, by)).filter((table) => large.has(table))).toEqual([]);
  });

  it('of the later pages of cohorts scan no large table, nor walk past those before', async () => {
    for (const sort of ['startsOn', 'name']) {
      const { body } = await app.get(`/cohorts?sort=${sort}`, staff);
      expect((await scannedBy(`/cohorts?sort=${sort}&after=${body.next}`)).filter((table) => large.has(table))).toEqual([]);
    }
  });

  it('look a person’s jobs up by the index made for it', async () => {
    const [{ Plan }] = (
      await app.sql(`EXPLAIN (FORMAT JSON) SELECT job_title FROM employment WHERE person_id = '01900000-0007-7000-8000-000000000005'`)
    )[0]['QUERY PLAN'];
    expect(JSON.stringify(Plan)).toContain('"employment_person"');
  });
});

describe('the statements of a hot route', () => {
  it.each([
    ['/cohorts', 5],
    ['/people', 5],
  ])('GET %s are %i', async (path, statements) => {
    await app.get(path, staff);
    expect(await sentBy(path)).toHaveLength(statements);
  });

  it.each([7, 70, 700] as const)('of the people and the schedule of a cohort of %i are as many as of any other', async (size) => {
    const ofPages = [];
    for (const page of ['/enrolments?limit=200', '/schedule']) {
      // Opening a schedule has its clashes counted again every ten minutes: one of three openings may write.
      const sent = [];
      for (let time = 0; time < 3; time++) sent.push((await sentBy(`/cohorts/${cohort(size)}${page}`)).length);
      ofPages.push(Math.min(...sent));
    }
    expect(ofPages).toEqual([5, 5]);
  });
});
