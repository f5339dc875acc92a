import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { cursorOf } from '../../libs/shared/api/page';
import { prepareDatabase } from '../../apps/api/database';
import { configOf } from '../../apps/api/config';
import type { BenchContext, BenchLine, BenchResult } from '../../tools/bench-context';
import { FULL, seedCohorts, type Seeded } from './cohorts-seed';
import { load, median, percentile, processorTime, requestOf, type Round } from './load';

const GOAL = 0.8;
const LAST_TO_FIRST = 1.5;
const ROUNDS = 9;
/** Requests before anything is measured: both sides' code is compiled and their plans are made by then. */
const WARM_UP = 1000;
const STAGES = 'stage=planning&stage=confirmed';

interface Side {
  url: string;
  pid: number;
  cookie?: string;
}

/** The two pages that staff open most, over 100,000 cohorts and 2,000,000 people, beside a server that does nothing but answer the same. */
export async function bench(context: BenchContext): Promise<BenchResult> {
  const databaseUrl = await context.database();
  await prepareDatabase(configOf({ DATABASE_URL: databaseUrl }).settings);
  const began = performance.now();
  const seeded = await seedCohorts(databaseUrl, FULL, new Date());
  const seconds = (performance.now() - began) / 1000;
  context.say(
    `${FULL.cohorts.toLocaleString('en-GB')} cohorts and ${FULL.persons.toLocaleString('en-GB')} people in ${Math.round(seconds)} s`,
  );

  const product = await context.server(databaseUrl, { WORKER: 'elsewhere' });
  const ours: Side = { url: product.url, pid: product.pid, cookie: seeded.cookie };
  const bare = await bareServer(context, databaseUrl, seeded.providerId);
  try {
    const pages = await pagesOf(databaseUrl, seeded.providerId);
    const heads = seeded.cohortsOf[70].map((id) => `/api/cohorts/${id}`);
    const people = heads.map((head) => `${head}/enrolments?limit=200`);
    for (const path of [heads[0]!, people[0]!, people[1]!, ...Object.values(pages)]) await mustAnswerTheSame(ours, bare, path);
    const lines = [
      ...(await compare(
        'cohort of 70, head and people',
        ours,
        bare,
        heads.flatMap((head, at) => [head, people[at]!]),
        480,
      )),
      ...partOf(await compare('cohort of 70, head', ours, bare, heads, 800)),
      ...partOf(await compare('cohort of 70, people', ours, bare, people, 320)),
      ...(await compare('page of cohorts, by stage', ours, bare, [pages.middle], 240)),
      ...(await places(ours, pages)),
      ...(await sizes(ours, seeded)),
      recorded('seeding', seconds, 's'),
    ];
    return { name: '100,000 cohorts and 2,000,000 people, against a bare server that gives the same answers', lines };
  } finally {
    bare.stop();
    await product.stop();
  }
}

/** In its own process, as the product is, with as many connections to the database. */
async function bareServer(context: BenchContext, databaseUrl: string, provider: string): Promise<Side & { stop(): void }> {
  const port = await context.freePort();
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: String(port), PROVIDER: provider };
  const child: ChildProcess = spawn(process.execPath, [join(context.root, 'tests/bench/bare-server.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const said = await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`The bare server ended: ${String(said[0])}`);
  return { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => child.kill() };
}

/** The first, a middle and the last page of the cohorts in two stages. */
async function pagesOf(databaseUrl: string, provider: string): Promise<Record<'first' | 'middle' | 'last', string>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ starts: string; id: string }>(
      `SELECT starts_on::text AS starts, id FROM cohort WHERE provider_id = $1 AND stage IN ('planning', 'confirmed') ORDER BY starts_on, id`,
      [provider],
    );
    const after = (at: number) => `/api/cohorts?${STAGES}&after=${cursorOf(rows[at]!.starts, rows[at]!.id)}`;
    return { first: `/api/cohorts?${STAGES}`, middle: after(rows.length >> 1), last: after(rows.length - 52) };
  } finally {
    await client.end();
  }
}

async function mustAnswerTheSame(ours: Side, bare: Side, path: string): Promise<void> {
  const [one, other] = await Promise.all([ours, bare].map((side) => bodyOf(side, path)));
  if (!isDeepStrictEqual(one, other)) {
    const [ofOurs, ofBare] = [one, other].map((body) => JSON.stringify(body));
    const at = Math.max(0, [...ofOurs!].findIndex((letter, n) => letter !== ofBare![n]) - 100);
    throw new Error(`The bare server answers ${path} with something else:\n${ofOurs!.slice(at, at + 300)}\n${ofBare!.slice(at, at + 300)}`);
  }
}

async function bodyOf({ url, cookie }: Side, path: string): Promise<unknown> {
  const response = await fetch(url + path, { headers: cookie ? { cookie } : {} });
  if (!response.ok) throw new Error(`${path} answers ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Rounds of the one and of the other by turns, so that whatever else the machine does hits both. */
async function compare(what: string, ours: Side, bare: Side, paths: readonly string[], count: number): Promise<BenchLine[]> {
  const sides = [ours, bare].map((side) => ({
    pid: side.pid,
    asked: paths.map((path) => requestOf(side.url + path, side.cookie)),
    rounds: [] as Round[],
    used: [] as number[],
  }));
  for (const { asked } of sides) await load(asked, WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    // Each begins every other round.
    for (const side of round % 2 ? [...sides].reverse() : sides) {
      const before = processorTime(side.pid);
      side.rounds.push(await load(side.asked, count));
      const after = processorTime(side.pid);
      if (before !== null && after !== null) side.used.push(((after - before) / count) * 1e6);
    }
  }
  const [our, their] = sides as [(typeof sides)[0], (typeof sides)[0]];
  const ratio = median(our.rounds.map(({ perSecond }, at) => perSecond / their.rounds[at]!.perSecond));
  const perSecond = ({ rounds }: typeof our) => median(rounds.map((round) => round.perSecond));
  return [
    { figure: `${what}: requests a second to the bare server’s`, value: ratio, unit: 'ratio', goal: `≥ ${GOAL}`, met: ratio >= GOAL },
    recorded(`${what}: requests a second`, perSecond(our), '/s'),
    recorded(`${what}: requests a second, bare`, perSecond(their), '/s'),
    ...(our.used.length
      ? [
          recorded(`${what}: processor time a request`, median(our.used), 'µs'),
          recorded(`${what}: processor time a request, bare`, median(their.used), 'µs'),
        ]
      : []),
  ];
}

/** How long a page takes must not depend on how far back it is. */
async function places(ours: Side, pages: Record<'first' | 'middle' | 'last', string>): Promise<BenchLine[]> {
  const p95: Record<string, number[]> = { first: [], middle: [], last: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [place, path] of Object.entries(pages)) {
      const { times } = await load([requestOf(ours.url + path, ours.cookie)], 60, 2);
      p95[place]!.push(percentile(times, 95));
    }
  }
  const ratio = median(p95['last']!.map((last, at) => last / p95['first']![at]!));
  return [
    ...Object.entries(p95).map(([place, times]) => recorded(`${place} page of cohorts, p95`, median(times), 'ms')),
    { figure: 'last page to the first, p95', value: ratio, unit: 'ratio', goal: `≤ ${LAST_TO_FIRST}`, met: ratio <= LAST_TO_FIRST },
  ];
}

/** The head of a cohort says how many people there are, not who: seven hundred may not cost much more than seven. */
async function sizes(ours: Side, { cohortsOf }: Seeded): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const size of [7, 70, 700] as const) {
    const asked = cohortsOf[size].map((id) => requestOf(`${ours.url}/api/cohorts/${id}`, ours.cookie));
    const { times } = await load(asked, 300, 2);
    lines.push(recorded(`head of a cohort of ${size}, p50`, percentile(times, 50), 'ms'));
  }
  return lines;
}

/** What a figure with a goal is made of: it has none of its own. */
const partOf = (lines: BenchLine[]): BenchLine[] => lines.map((line) => ({ ...line, goal: '', met: true }));

const recorded = (figure: string, value: number, unit: string): BenchLine => ({ figure, value, unit, goal: '', met: true });
