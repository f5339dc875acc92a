import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let admin: pg.Client;
beforeAll(async () => {
  app = await TestApp.open();
  staff = await app.given.signedIn('programme_staff', { providerId: (await app.given.provider()).id });
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
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('A database that breaks off', () => {
  it('leaves the process alive, and is found again at once', async () => {
    expect((await app.get('/organisations', staff)).status).toBe(200);
    await cut();
    expect((await app.get('/health/live')).status).toBe(200);
    let answer = await app.get('/organisations', staff);
    for (let i = 0; i < 20 && answer.status !== 200; i++) {
      expect([503, 500]).toContain(answer.status);
      await pause(50);
      answer = await app.get('/organisations', staff);
    }
    expect(answer.status).toBe(200);
    expect((await app.get('/health/ready')).status).toBe(200);
  });

  it('loses and doubles nothing that was acknowledged, when clients try the same key again', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `Resilient ${i}`);
    const acknowledged = new Map<string, string>();
    let working = true;
    const breaking = (async () => {
      while (working) {
        await pause(60);
        await cut();
      }
    })();
    const client = async (mine: string[]) => {
      for (const name of mine) {
        const headers = { 'idempotency-key': randomUUID() };
        const body = { officialName: name, shortName: name, sector: 'other' };
        for (let tries = 0; tries < 200 && !acknowledged.has(name); tries++) {
          const answer = await app.call('POST', '/organisations', { by: staff, body, headers }).catch(() => null);
          if (answer?.status === 201) acknowledged.set(name, answer.body.id);
          else await pause(5);
        }
      }
    };
    await Promise.all([0, 1, 2, 3].map((n) => client(names.filter((_, i) => i % 4 === n))));
    working = false;
    await breaking;

    expect(acknowledged.size).toBe(names.length);
    const rows = await app.sql<{ id: string; official_name: string }>(
      `SELECT id, official_name FROM organisation WHERE official_name LIKE 'Resilient %'`,
    );
    const lost = [...acknowledged].filter(([, id]) => !rows.some((row) => row.id === id));
    const doubled = rows.length - new Set(rows.map((row) => row.official_name)).size;
    const silent = await app.sql(
      `SELECT o.id FROM organisation o WHERE o.official_name LIKE 'Resilient %' AND NOT EXISTS (SELECT 1 FROM event e WHERE e.subject_id = o.id AND e.name = 'organisation.added')`,
    );
    expect({ lost: lost.length, doubled, silent: silent.length }).toEqual({ lost: 0, doubled: 0, silent: 0 });
  }, 60_000);
});
