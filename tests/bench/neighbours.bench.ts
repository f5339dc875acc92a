import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { prepareDatabase } from '../../apps/api/database';
import { configOf } from '../../apps/api/config';
import type { BenchContext, BenchLine, BenchResult } from '../../tools/bench-context';
import { seedCohorts, type Scale } from './cohorts-seed';
import { exchange, median, open, percentile, requestOf } from './load';

const SCALE: Scale = { cohorts: 10_000, persons: 200_000, organisations: 500 };
const GOAL = 1.5;
const ROUNDS = 5;
/** Clients of the neighbour that read, and as many that write; each looks at what it got for a moment. The other provider has seven such for each. */
const CLIENTS = 2;
const PAUSE = 20;
const TIMES = 7;
const IMPORTS = 14;
const PEOPLE = 1_000;
/** Milliseconds of a round, of each kind. */
const ROUND = 2_500;

/** What one provider notices of another that is busy: by turns alone and beside it, in one run, so that whatever else the machine does hits both. */
export async function bench(context: BenchContext): Promise<BenchResult> {
  const databaseUrl = await context.database();
  await prepareDatabase(configOf({ DATABASE_URL: databaseUrl }).settings);
  const { cookie, providerId, cohortsOf, neighbour } = await seedCohorts(databaseUrl, SCALE, new Date());
  const product = await context.server(databaseUrl);
  const [here, there] = [
    { url: product.url, cookie: neighbour.cookie, providerId: neighbour.providerId, cohorts: neighbour.cohorts.slice(0, 40) },
    { url: product.url, cookie, providerId, cohorts: cohortsOf[70] },
  ];
  try {
    await during([...clients(here, CLIENTS, PAUSE), ...clients(there, CLIENTS * TIMES, PAUSE)], 4_000);
    const kinds = {
      alone: () => during(clients(here, CLIENTS, PAUSE), ROUND),
      load: () => during([...clients(here, CLIENTS, PAUSE), ...clients(there, CLIENTS * TIMES, PAUSE)], ROUND),
      imports: () => besideImports(here, there),
    };
    const taken: Record<keyof typeof kinds, Taken[]> = { alone: [], load: [], imports: [] };
    for (let round = 0; round < ROUNDS; round++) {
      for (const kind of ['alone', 'load', 'imports'] as const) taken[kind].push(await kinds[kind]());
    }
    const p95 = ({ reads, writes }: Taken) => ({ read: percentile(reads, 95), write: percentile(writes, 95) });
    const lines = (['read', 'write'] as const).flatMap((what): BenchLine[] => [
      ...(['load', 'imports'] as const).map((kind): BenchLine => {
        const value = median(taken[kind].map((round, at) => p95(round)[what] / p95(taken.alone[at]!)[what]));
        return { figure: `${what} beside ${NAMES[kind]} to alone, p95`, value, unit: 'ratio', goal: `≤ ${GOAL}`, met: value <= GOAL };
      }),
      ...(['alone', 'load', 'imports'] as const).map((kind) =>
        recorded(
          `${what} ${kind === 'alone' ? kind : `beside ${NAMES[kind]}`}, p95`,
          median(taken[kind].map((round) => p95(round)[what])),
          'ms',
        ),
      ),
    ]);
    const busy = median(taken.load.map(({ others }) => others));
    return {
      name: 'What one provider notices of another that is busy',
      lines: [
        ...lines,
        recorded('requests a second of the busy provider', (busy / ROUND) * 1000, '/s'),
        recorded(`time of ${IMPORTS} imports`, median(taken.imports.map(({ seconds }) => seconds)), 's'),
      ],
    };
  } finally {
    await product.stop();
  }
}

const NAMES = { load: `${TIMES} times the load`, imports: `${IMPORTS} imports` };

interface Side {
  url: string;
  cookie: string;
  providerId: string;
  cohorts: readonly string[];
}

/** Milliseconds of each request of the neighbour, in order of time taken, and how many the other provider had answered meanwhile. */
interface Taken {
  reads: number[];
  writes: number[];
  others: number;
  seconds: number;
}

/** Somebody at a page: asks, gets the answer, pauses, asks the next. */
interface Client {
  side: Side;
  writes: boolean;
  pause: number;
}

const clients = (side: Side, count: number, pause: number): Client[] =>
  [false, true].flatMap((writes) => Array.from({ length: count }, () => ({ side, writes, pause })));

const requestTo = ({ url, cookie, providerId, cohorts }: Side, writes: boolean, nth: number) => {
  if (writes) {
    const officialName = `Bench ${randomUUID()}`;
    return requestOf(`${url}/api/organisations`, cookie, { providerId, officialName, shortName: officialName, sector: 'other' });
  }
  const cohort = `/api/cohorts/${cohorts[nth % cohorts.length]}`;
  return requestOf(url + [cohort, `${cohort}/enrolments?limit=200`, '/api/cohorts?stage=planning&stage=confirmed'][nth % 3]!, cookie);
};

async function during(all: readonly Client[], milliseconds: number | Promise<unknown>): Promise<Taken> {
  const [here] = [all[0]!.side];
  const taken: Taken = { reads: [], writes: [], others: 0, seconds: 0 };
  let over = false;
  const end = () => (over = true);
  if (typeof milliseconds === 'number') setTimeout(end, milliseconds);
  else milliseconds.then(end, end);
  const began = performance.now();
  await Promise.all(
    all.map(async ({ side, writes, pause }, at) => {
      const socket: Socket = await open(Number(new URL(side.url).port));
      for (let nth = at; !over; nth++) {
        const { bytes } = requestTo(side, writes, nth);
        const sent = performance.now();
        await exchange(socket, bytes);
        if (side === here) taken[writes ? 'writes' : 'reads'].push(performance.now() - sent);
        else taken.others++;
        if (pause) await new Promise((go) => setTimeout(go, pause));
      }
      socket.destroy();
    }),
  );
  for (const times of [taken.reads, taken.writes]) times.sort((a, b) => a - b);
  return { ...taken, seconds: (performance.now() - began) / 1000 };
}

/** What the neighbour's clients take while the other provider brings files in, all at once. */
async function besideImports(here: Side, there: Side): Promise<Taken> {
  const imports = Promise.all(Array.from({ length: IMPORTS }, () => importPeople(there)));
  const taken = await during(clients(here, CLIENTS, PAUSE), imports);
  await imports;
  return taken;
}

/** One file of people who are new, from reading it to having them, tried again as a person would where Waymark asks for it. */
async function importPeople({ url, cookie, providerId }: Side): Promise<void> {
  const some = randomUUID();
  const rows = Array.from({ length: PEOPLE }, (_, n) => `Given${n},Family${n},${some}-${n}@example.org`);
  const content = Buffer.from(['First name,Last name,Email', ...rows].join('\n')).toString('base64');
  const read = await patiently(url, cookie, 'POST', '/api/people-imports', { providerId, fileName: `${some}.csv`, content });
  await patiently(url, cookie, 'PUT', `/api/people-imports/${read.id}/application`, { version: read.version, leaveOut: true });
}

async function patiently(
  url: string,
  cookie: string,
  method: string,
  path: string,
  body: object,
): Promise<{ id: string; version: number }> {
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  for (;;) {
    const answer = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
    if (answer.ok) return answer.json() as never;
    if (answer.status !== 503) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    await new Promise((again) => setTimeout(again, Number(answer.headers.get('retry-after')) * 1000));
  }
}

const recorded = (figure: string, value: number, unit: string): BenchLine => ({ figure, value, unit, goal: '', met: true });
