import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import { SYSTEM, type Actor } from './actor';
import { Clock } from './clock';
import { PatientClient, patiently } from './connection';
import { Db } from './db';
import { Replayed } from './idempotency';
import type { Reader } from './reader';
import { sql, type Sql } from './sql';

let app: TestApp;
let db: Db;
let east: string;
let north: string;
beforeAll(async () => {
  app = await TestApp.open();
  db = app.app.get(Db);
  [east, north] = [newId(), newId()];
  for (const provider_id of [east, north]) {
    await app.given.row('provider', { id: provider_id, name: provider_id });
    await app.given.row('venue', { id: newId(), provider_id, name: 'Town hall', address: '', nation: 'ENG', access: [] });
  }
});
afterAll(() => app.close());

const scoped = (over: Partial<Actor['scope']>): Actor => ({
  ...SYSTEM,
  personId: newId(),
  accountId: newId(),
  scope: { all: false, providers: [], organisations: [], cohorts: [], ...over },
});
const VENUES = sql`SELECT provider_id AS "providerId" FROM venue`;
const insert = (providerId: string, name: string, id = newId()) =>
  sql`INSERT INTO venue (id, provider_id, name, address, nation, access) VALUES (${id}, ${providerId}, ${name}, '', 'ENG', '{}')`;

describe('Db.reading', () => {
  it('sees only the providers an actor reaches, whatever the query forgets', async () => {
    expect(await db.reading(scoped({ providers: [east] }), (read) => read.query(VENUES))).toEqual([{ providerId: east }]);
    expect(await db.reading(scoped({}), (read) => read.query(VENUES))).toEqual([]);
    expect(await db.reading(SYSTEM, (read) => read.query(VENUES))).toHaveLength(2);
  });

  it('tells the database of organisations together with the providers through which they are reached, and of nothing by halves', async () => {
    const [essex, kent] = [newId(), newId()];
    const told = (...organisations: Actor['scope']['organisations']) =>
      db.reading(scoped({ organisations }), (read) => read.query(sql`SELECT organisation_id, provider_id FROM waymark_organisations()`));
    const at = (organisationId: string, providerId: string) => ({ organisationId, providerId });
    expect(await told(at(essex, east), at(essex, north), at(kent, north), at(kent, ''))).toEqual([
      { organisation_id: essex, provider_id: east },
      { organisation_id: essex, provider_id: north },
      { organisation_id: kent, provider_id: north },
    ]);
    expect(await told()).toEqual([]);
  });

  it('leaves no scope behind on the connection', async () => {
    await db.reading(SYSTEM, (read) => read.query(VENUES));
    for (let i = 0; i < 12; i++)
      expect(await db.reading(scoped({ providers: [north] }), (read) => read.query(VENUES))).toEqual([{ providerId: north }]);
  });

  it('does not write', async () => {
    await expect(db.reading(SYSTEM, (read) => read.query(insert(east, 'Barn')))).rejects.toThrow('read-only');
  });

  it('sends COMMIT along when it knows how many statements there are, and leaves the connection clean either way', async () => {
    const one = (statement: Sql) => db.reading(scoped({ providers: [east] }), (read) => read.query(statement), { statements: 1 });
    for (let i = 0; i < 8; i++) {
      expect(await one(VENUES)).toEqual([{ providerId: east }]);
      await expect(one(sql`SELECT 1 / 0`)).rejects.toThrow('division by zero');
      expect(await db.reading(scoped({}), (read) => read.query(VENUES))).toEqual([]);
    }
    const two = db.reading(SYSTEM, async (read) => [await read.query(sql`SELECT 1`), await read.query(sql`SELECT 2`)], { statements: 1 });
    await expect(two).rejects.toThrow('asks more');
    expect(
      await app.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`),
    ).toEqual([]);
  });

  it('goes on after a statement fails', async () => {
    await expect(db.reading(SYSTEM, (read) => read.query(sql`SELECT 1 / 0`))).rejects.toThrow('division by zero');
    expect(await db.reading(SYSTEM, (read) => read.query(sql`SELECT 1 AS one`))).toEqual([{ one: 1 }]);
  });
});

describe('Db.tx', () => {
  it('refuses a row of a provider the actor does not reach', async () => {
    await expect(db.tx(scoped({ providers: [east] }), (tx) => tx.query(insert(north, 'Not ours')))).rejects.toThrow('row-level security');
  });

  it('changes nothing of another provider', async () => {
    await db.tx(scoped({ providers: [east] }), (tx) => tx.query(sql`UPDATE venue SET address = 'High Street'`));
    expect(await app.sql('SELECT address FROM venue ORDER BY provider_id = $1', [east])).toEqual([
      { address: '' },
      { address: 'High Street' },
    ]);
  });

  it('refuses to open a second transaction inside a first', async () => {
    await expect(db.tx(SYSTEM, () => db.tx(SYSTEM, async () => undefined))).rejects.toThrow('Already writing');
  });

  it('keeps the audit log append-only, for the owner of the database too', async () => {
    const subject = newId();
    await db.tx(SYSTEM, (tx) => tx.record('person.added', subject, { n: 1 }));
    expect(await app.sql('SELECT name, facts FROM event WHERE subject_id = $1', [subject])).toEqual([
      { name: 'person.added', facts: { n: 1 } },
    ]);
    await expect(db.tx(SYSTEM, (tx) => tx.query(sql`UPDATE event SET facts = ${'{}'}`))).rejects.toThrow();
    await expect(app.sql('DELETE FROM event')).rejects.toThrow('append-only');
  });

  it('leaves no job and no event behind a transaction that fails', async () => {
    const subject = newId();
    const mail = { to: `${subject}@example.org`, subject: 'x', text: 'x' };
    await expect(
      db.tx(SYSTEM, async (tx) => {
        await tx.record('person.added', subject);
        await tx.enqueue('mail.send', mail);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await app.sql('SELECT 1 FROM event WHERE subject_id = $1', [subject])).toEqual([]);
    expect(await app.sql(`SELECT 1 FROM pgboss.job WHERE data->>'to' = $1`, [mail.to])).toEqual([]);
    await db.tx(SYSTEM, (tx) => tx.enqueue('mail.send', mail));
    expect(await app.sql(`SELECT name FROM pgboss.job WHERE data->>'to' = $1`, [mail.to])).toEqual([{ name: 'mail.send' }]);
  });

  describe('with an idempotency key', () => {
    const under = (key: string, fingerprint = 'same'): Actor => ({ ...ACTOR, idempotency: { key, fingerprint } });
    const ACTOR = scoped({ all: true });
    const add = (name: string) => async (tx: Reader) => {
      const id = newId();
      await tx.query(insert(east, name, id));
      return { id, name };
    };
    const named = (name: string) => app.sql('SELECT id FROM venue WHERE name = $1', [name]);

    it('gives the first answer again, and does the work once', async () => {
      const first = await db.tx(under('key-1'), add('Library'));
      const again = await db.tx(under('key-1'), add('Library')).catch((error: unknown) => error);
      expect(again).toBeInstanceOf(Replayed);
      expect((again as Replayed).answer).toEqual(first);
      expect(await named('Library')).toHaveLength(1);
    });

    it('refuses the key for another request', async () => {
      await db.tx(under('key-2'), add('Museum'));
      await expect(db.tx(under('key-2', 'other'), add('Gallery'))).rejects.toThrow('idempotency_key_reused');
    });

    it('does the work once for five at the same moment', async () => {
      const answers = await Promise.allSettled(Array.from({ length: 5 }, () => db.tx(under('key-3'), add('Theatre'))));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(answers.filter((answer) => answer.status === 'rejected' && answer.reason instanceof Replayed)).toHaveLength(4);
      expect(await named('Theatre')).toHaveLength(1);
    });

    it('forgets the key when the work fails, so that trying again works', async () => {
      await expect(db.tx(under('key-4'), () => Promise.reject(new Error('later')))).rejects.toThrow('later');
      expect(await db.tx(under('key-4'), add('Baths'))).toMatchObject({ name: 'Baths' });
    });
  });
});

describe('Db.together', () => {
  const count = async (name: string) => (await app.sql('SELECT 1 FROM venue WHERE name = $1', [name])).length;
  const add = (name: string, actor: Actor = SYSTEM) => db.tx(actor, (tx) => tx.query(insert(east, name)));

  it('makes one transaction of what many begin, each within what they reach and seeing what was written before', async () => {
    await db.together(async () => {
      await add('Market hall', scoped({ providers: [east] }));
      const seen = (actor: Actor) => db.reading(actor, (read) => read.query(sql`${VENUES} WHERE name = 'Market hall'`));
      expect(await seen(scoped({ providers: [north] }))).toEqual([]);
      expect(await seen(scoped({ providers: [east] }))).toEqual([{ providerId: east }]);
      expect(await count('Market hall')).toBe(0);
    });
    expect(await count('Market hall')).toBe(1);
  });

  it('keeps nothing when a part fails, even when nobody minds', async () => {
    const lost = db.together(async () => {
      await add('Corn exchange');
      await db.tx(SYSTEM, () => Promise.reject(new Error('refused'))).catch(() => undefined);
    });
    await expect(lost).rejects.toThrow('refused');
    expect(await count('Corn exchange')).toBe(0);
  });

  it('keeps nothing when its process is killed', async () => {
    const killed = db.together(async () => {
      await add('Guildhall');
      const [own] = await db.reading(SYSTEM, (read) => read.query<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`));
      // What the database sees of a kill -9: the connection is gone.
      await app.sql('SELECT pg_terminate_backend($1)', [own!.pid]);
      await add('Assembly rooms');
    });
    await expect(killed).rejects.toThrow();
    expect([await count('Guildhall'), await count('Assembly rooms')]).toEqual([0, 0]);
  });

  it('writes by another clock when it is given one', async () => {
    const before = Object.assign(new Clock(), { now: () => new Date('2020-02-29T10:00:00Z') });
    const id = newId();
    await db.together(() => db.tx(SYSTEM, (tx) => tx.record('venue.added', id)), before);
    await db.tx(SYSTEM, (tx) => tx.record('venue.edited', id));
    expect(await app.sql('SELECT name, at FROM event WHERE subject_id = $1 ORDER BY name', [id])).toEqual([
      { name: 'venue.added', at: before.now() },
      { name: 'venue.edited', at: app.clock.now() },
    ]);
  });
});

describe('How long the database may take', () => {
  const limit = async (read: Reader) =>
    Number((await read.query<{ ms: string }>(sql`SELECT setting AS ms FROM pg_settings WHERE name = 'statement_timeout'`))[0]!.ms);
  const limits = async () => [await db.reading(SYSTEM, limit), await db.tx(SYSTEM, limit)];

  it('is longer for a file and a job than for a request, and leaves nothing of that behind', async () => {
    const [request, ...others] = await limits();
    expect(others).toEqual([request]);
    expect(await patiently('file', limits)).toEqual([request! * 3.75, request! * 3.75]);
    expect(await patiently('job', limits)).toEqual([request! * 15, request! * 15]);
    for (let i = 0; i < 8; i++) expect(await limits()).toEqual([request, request]);
  });

  it('ends a connection that owes an answer and says nothing, and none that is idle or may take longer', async () => {
    const client = new PatientClient({ connectionString: app.url, silence: 100 });
    await client.connect();
    await new Promise((resolve) => setTimeout(resolve, 300));
    client.allow(60_000);
    await client.query('SELECT pg_sleep(0.4)');
    client.allow(100);
    await expect(client.query('SELECT pg_sleep(60)')).rejects.toThrow('The database says nothing');
    await expect(client.query('SELECT 1')).rejects.toThrow('not queryable');
  });
});
