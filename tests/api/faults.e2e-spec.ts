import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';
import { givenCohort } from '@waymark/cohorts/testing/cohorts.factories';
import { givenOrganisation, givenProvider } from '@waymark/people/testing/people.factories';
import { Actors } from '@waymark/shared/api/allow';
import { RequestTurns } from '@waymark/shared/api/request-turns';
import { TestApp, type Answer } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let providerId: string;
let admin: pg.Client;
beforeAll(async () => {
  app = await TestApp.open();
  providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  const server = new URL(app.url);
  server.pathname = '/postgres';
  admin = new pg.Client(server.href);
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await app.close();
});

const database = () => new URL(app.url).pathname.slice(1);
/** Ends every connection to the database of this test, as a crash or a failover does. */
const cut = () => admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database()]);

/** One client's request, sent again under the same key until it is acknowledged. Nothing here waits for a clock: each failure is an answer. */
async function persist(name: string): Promise<{ answer: Answer; failures: number }> {
  const headers = { 'idempotency-key': randomUUID() };
  const body = { providerId, officialName: name, shortName: name, sector: 'other' };
  for (let failures = 0; ; failures++) {
    const answer = await app.call('POST', '/organisations', { by: staff, body, headers });
    if (answer.status === 201) return { answer, failures };
    expect([500, 503]).toContain(answer.status);
  }
}

/** What became of the organisations called `like`: acknowledged and lost, written twice, written without their event. */
async function damage(like: string, acknowledged: ReadonlyMap<string, string>) {
  const rows = await app.sql<{ id: string; official_name: string; told: number }>(
    `SELECT o.id, o.official_name, (SELECT count(*)::int FROM event e WHERE e.subject_id = o.id AND e.name = 'organisation.added') AS told
     FROM organisation o WHERE o.official_name LIKE $1`,
    [like],
  );
  return {
    lost: [...acknowledged].filter(([, id]) => !rows.some((row) => row.id === id)).length,
    doubled: rows.length - new Set(rows.map((row) => row.official_name)).size,
    untold: rows.filter((row) => row.told !== 1).length,
  };
}

type Query = (this: pg.Client, ...args: unknown[]) => Promise<unknown>;

/**
 * Breaks the connection that sends the `nth` statement of the application from now on: `before` PostgreSQL gets it, or when PostgreSQL
 * has done it and the answer is on its way. Answers what that statement was, or nothing when `work` sent fewer.
 */
async function breakingAt(nth: number, when: 'before' | 'after', work: () => Promise<unknown>): Promise<string | undefined> {
  const original = pg.Client.prototype.query as unknown as Query;
  let count = 0;
  let broken: string | undefined;
  pg.Client.prototype.query = async function (this: pg.Client & { processID: number }, ...args: unknown[]) {
    if (this.database !== database() || ++count !== nth) return original.apply(this, args);
    broken = typeof args[0] === 'string' ? args[0] : String((args[0] as { text: string }).text);
    const gone = new Promise((resolve) => this.once('end', resolve));
    const terminate = () => original.call(admin, 'SELECT pg_terminate_backend($1)', [this.processID]);
    if (when === 'before') {
      await terminate();
      await gone;
      return original.apply(this, args);
    }
    const told = args.at(-1); // the pool asks with a callback, everybody else with a promise
    await original.apply(this, typeof told === 'function' ? args.slice(0, -1) : args);
    await terminate();
    await gone;
    const lost = new Error('Connection terminated unexpectedly');
    if (typeof told !== 'function') throw lost;
    return told(lost);
  } as never;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original as never;
  }
  return broken;
}

describe('A database that breaks off', () => {
  it('leaves the process alive, and is found again at once', async () => {
    expect((await app.get('/organisations', staff)).status).toBe(200);
    await cut();
    expect((await app.get('/health/live')).status).toBe(200);
    // Each request can find one dead connection at most, and there are no more of them than the two pools hold.
    let answer = await app.get('/organisations', staff);
    for (let i = 0; i < 20 && answer.status !== 200; i++) {
      expect([503, 500]).toContain(answer.status);
      answer = await app.get('/organisations', staff);
    }
    expect(answer.status).toBe(200);
    expect((await app.get('/health/ready')).status).toBe(200);
  });

  it('loses and doubles nothing that was acknowledged, when clients try the same key again', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `Resilient ${i}`);
    const acknowledged = new Map<string, string>();
    let failures = 0;
    // Every second acknowledgement ends all connections, those of the three other clients in the middle of their writes: however slow
    // the machine is, somebody gets through between two breaks.
    const client = async (mine: string[]) => {
      for (const name of mine) {
        const got = await persist(name);
        acknowledged.set(name, got.answer.body.id);
        failures += got.failures;
        if (acknowledged.size % 2 === 0) await cut();
      }
    };
    await Promise.all([0, 1, 2, 3].map((n) => client(names.filter((_, i) => i % 4 === n))));

    expect(acknowledged.size).toBe(names.length);
    expect(failures).toBeGreaterThan(0);
    expect(await damage('Resilient %', acknowledged)).toEqual({ lost: 0, doubled: 0, untold: 0 });
  });

  it.each(['before', 'after'] as const)('loses and doubles nothing wherever in a write it breaks: %s each statement', async (when) => {
    const acknowledged = new Map<string, string>();
    const brokenAt: string[] = [];
    for (let nth = 1; ; nth++) {
      const name = `Broken ${when} ${nth}`;
      const statement = await breakingAt(nth, when, async () => acknowledged.set(name, (await persist(name)).answer.body.id));
      if (statement === undefined) break;
      brokenAt.push(statement.trim().split(/\s/)[0]!);
    }
    expect(await damage(`Broken ${when} %`, acknowledged)).toEqual({ lost: 0, doubled: 0, untold: 0 });
    // From the start of the transaction over each row to the end of it.
    expect(brokenAt).toEqual(expect.arrayContaining(['START', 'INSERT', 'UPDATE', 'COMMIT']));
  });
});

describe('A provider that asks for a lot', () => {
  const BUSY = 'Waymark is still busy with what your team asked before. Try again in a moment';
  let neighbour: SignedIn;
  let lock: pg.PoolClient;
  beforeAll(async () => {
    neighbour = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
  });
  // Both have been about, and it is known whose they are.
  beforeEach(async () => {
    for (const by of [staff, neighbour, staff, neighbour]) expect((await app.get('/organisations', by)).status).toBe(200);
    lock = await app.pool.connect();
    await lock.query('BEGIN');
  });
  afterEach(() => lock.release());

  it('is whoever it is to by a role there, through it or on its cohorts', async () => {
    const cohort = await givenCohort(app, providerId);
    const organisationId = (await givenOrganisation(app)).id;
    const people = [
      staff,
      await app.signedIn('participant', { cohortId: cohort.id }),
      await app.signedIn('employer', { organisationId, providerId }),
    ];
    const homeOf = async ({ cookie }: SignedIn) => (await app.app.get(Actors).of({ method: 'GET', url: '', headers: { cookie } }))!.home;
    expect(await Promise.all(people.map(homeOf))).toEqual(people.map(() => providerId));
    expect(await homeOf(await app.signedIn('administrator', {}))).toBe('installation');
  });

  /** When so many wait for their turn. */
  const areWaiting = async (count: number) => {
    const turns = app.app.get(RequestTurns);
    while (turns.counts().find(({ kind }) => kind === 'quick')!.waiting !== count) await new Promise((again) => setTimeout(again, 10));
  };

  /** When so many wait for what `lock` holds. */
  const isWaitedFor = async (count: number) => {
    while ((await app.sql('SELECT 1 FROM pg_locks WHERE NOT granted')).length < count) await new Promise((again) => setTimeout(again, 10));
  };

  it('waits for its own turn, and its neighbour, the health of the service and whoever is signed out do not', async () => {
    await lock.query('LOCK TABLE organisation IN EXCLUSIVE MODE');
    const held = ['Held', 'Held too'].map((name) =>
      app.post('/organisations', staff, { providerId, officialName: name, shortName: name, sector: 'other' }),
    );
    await isWaitedFor(2);
    const order: string[] = [];
    const own = app.get('/organisations', staff).then(({ status }) => order.push(`own ${status}`));
    for (const path of ['/organisations', '/cohorts']) expect((await app.get(path, neighbour)).status).toBe(200);
    expect((await app.get('/health/ready')).status).toBe(200);
    expect((await app.get('/session')).status).toBe(401);
    expect(order).toEqual([]);
    await app.app.listen(0, '127.0.0.1');
    const leaving = new AbortController();
    const left = fetch(`${await app.app.getUrl()}/api/organisations`, { headers: { cookie: staff.cookie }, signal: leaving.signal });
    await areWaiting(2);
    leaving.abort();
    await expect(left).rejects.toThrow('aborted');
    await areWaiting(1);
    await lock.query('ROLLBACK');
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([201, 201]);
    await own;
    expect(order).toEqual(['own 200']);
  });

  it('reads one file at a time, which holds none of its pages and no neighbour’s file, and is told when there are too many', async () => {
    await lock.query('LOCK TABLE import_batch IN EXCLUSIVE MODE');
    const send = (by: SignedIn, body: object) => app.post('/people-imports', by, body);
    const content = Buffer.from('First name,Last name,Email\nAda,Byron,ada.byron@example.org').toString('base64');
    const held = send(staff, { providerId, fileName: 'people.csv', content });
    await isWaitedFor(1);
    const waiting = Array.from({ length: 20 }, () => send(staff, {}));
    const { status, body, headers } = await send(staff, {});
    expect([status, body.type, body.title]).toEqual([503, '/problems/busy', BUSY]);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.get('/organisations', staff)).status).toBe(200);
    expect((await send(neighbour, {})).status).toBe(400);
    await lock.query('ROLLBACK');
    expect((await held).status).toBe(201);
    expect((await Promise.all(waiting)).map((answer) => answer.status)).toEqual(waiting.map(() => 400));
  });
});

/** Stands between the application and PostgreSQL and passes everything on, until it is told to be silent: then it takes everything and says nothing. */
class Between {
  private silent = false;
  private readonly sockets = new Set<Socket>();
  private readonly owed = new Set<Socket>();
  private readonly server = createServer((ours) => {
    const theirs = connect(Number(this.behind.port), this.behind.hostname);
    const pass = (to: Socket) => (data: Buffer) => {
      if (!this.silent) return void to.write(data);
      if (to === theirs) this.owed.add(ours);
    };
    this.sockets.add(ours).add(theirs);
    ours.on('data', pass(theirs)).on('error', () => undefined);
    theirs.on('data', pass(ours)).on('error', () => undefined);
    ours.on('close', () => {
      this.owed.delete(ours);
      theirs.destroy();
    });
    theirs.on('close', () => ours.destroy());
  });

  constructor(private readonly behind: URL) {}

  async address(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return Object.assign(new URL(this.behind), { host: `127.0.0.1:${(this.server.address() as AddressInfo).port}` }).href;
  }

  /** Whatever was said to it until it speaks again is lost. */
  speaks(yes: boolean): void {
    this.silent = !yes;
  }

  /** When nobody waits for what was asked while it was silent: each of those connections is closed. */
  async isGivenUp(): Promise<void> {
    for (const socket of this.owed) await once(socket, 'close');
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}

describe('A database that goes silent', () => {
  const patience = Number(process.env['WAYMARK_PATIENCE'] ?? '1');
  let between: Between;
  let through: TestApp;
  let reader: SignedIn;
  let owner: string;
  beforeAll(async () => {
    const server = process.env['TEST_DATABASE_URL']!;
    between = new Between(new URL(server));
    process.env['TEST_DATABASE_URL'] = await between.address();
    try {
      through = await TestApp.open({ DATABASE_PATIENCE: String(patience) });
    } finally {
      process.env['TEST_DATABASE_URL'] = server;
    }
    owner = (await givenProvider(through)).id;
    reader = await through.signedIn('programme_staff', { providerId: owner });
  });
  afterAll(async () => {
    await through.close();
    between.close();
  });
  afterEach(() => between.speaks(true));

  const write = () =>
    through.post('/organisations', reader, { providerId: owner, officialName: randomUUID(), shortName: 'x', sector: 'other' });

  it('is given up in seconds, in words, with every connection that waits for it, and found again when it speaks', async () => {
    const ask = () => [through.get('/organisations', reader), through.get('/cohorts', reader), write()];
    await Promise.all(ask());
    between.speaks(false);
    const began = performance.now();
    const answers = await Promise.all([...ask(), ...ask(), ...ask(), ...ask(), through.get('/health/ready')]);
    expect(performance.now() - began).toBeLessThan(15_000 * patience);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 503));
    expect(answers[0]!.body.title).toBe('Waymark cannot reach its database. Try again in a moment');
    expect(answers[0]!.headers['retry-after']).toBe('2');
    await between.isGivenUp();
    expect((await through.get('/health/live')).status).toBe(200);

    between.speaks(true);
    expect((await through.get('/organisations', reader)).status).toBe(200);
    expect((await write()).status).toBe(201);
  });
});
