import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { PgBoss } from 'pg-boss';
import { Mailer } from '@waymark/messages/api/mailer';
import { SYSTEM } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Jobs, LOOKED_AT_EVERY, SILENT } from '@waymark/shared/api/jobs';
import { TestApp } from '@waymark/shared/testing/app';

let app: TestApp;
let boss: PgBoss;
beforeAll(async () => {
  app = await TestApp.open();
  ({ boss } = app.app.get(Jobs) as unknown as { boss: PgBoss });
});
afterAll(() => app.close());

const stateOf = async (id: string) =>
  (
    await app.sql<{ state: string; wait: number }>(
      `SELECT state, extract(epoch FROM start_after - now())::float8 AS wait FROM pgboss.job WHERE id = $1`,
      [id],
    )
  )[0]!;

describe('a job whose worker was killed', () => {
  it('is tried again within a minute, and one whose worker says that it is alive is left alone', async () => {
    const mail = { to: 'x@example.org', subject: 'x', text: 'x' };
    for (let i = 0; i < 2; i++) await app.app.get(Db).tx(SYSTEM, (tx) => app.app.get(Mailer).send(tx, mail));
    const [killed, alive] = await boss.fetch('mail.send', { batchSize: 2 });
    const silent = (id: string, seconds: number) =>
      app.sql(`UPDATE pgboss.job SET heartbeat_on = now() - $2 * interval '1 second' WHERE id = $1`, [id, seconds]);
    await silent(killed!.id, SILENT + 1);
    await silent(alive!.id, SILENT / 2);
    await boss.supervise('mail.send');
    const { state, wait } = await stateOf(killed!.id);
    expect([state, (await stateOf(alive!.id)).state]).toEqual(['retry', 'active']);
    // What passes until it runs again: until it is silent for too long, until somebody looks, and what it then waits.
    expect(SILENT + LOOKED_AT_EVERY + wait).toBeLessThan(60);
  });

  it('has a queue that knows it, also one made by a version that did not', async () => {
    const rows = await app.sql<{ name: string; heartbeat_seconds: number | null }>(
      `SELECT name, heartbeat_seconds FROM pgboss.queue WHERE name NOT LIKE '\\_\\_%' AND name <> 'dead-letters'`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ heartbeat_seconds }) => heartbeat_seconds !== SILENT)).toEqual([]);
  });
});

describe('a mail server that says nothing', () => {
  it('holds no other mail, and no provider’s many hold those of another', async () => {
    const sockets: Socket[] = [];
    const arrived: string[] = [];
    let tell: (value: unknown) => void;
    const served = new Promise((resolve) => (tell = resolve));
    // Takes two connections and is silent; whoever comes next is served.
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (sockets.push(socket) <= 2) return;
      let text = '';
      socket.write('220 here\r\n');
      socket.on('data', (data) => {
        text += String(data);
        if (text.includes('\r\nDATA\r\n') && !text.endsWith('\r\n.\r\n')) return void socket.write('354 go on\r\n');
        if (text.endsWith('\r\n.\r\n')) {
          arrived.push(/Subject: (.*)\r/.exec(text)![1]!);
          tell(undefined);
          text = '';
        }
        socket.write('250 ok\r\n');
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const worker = await TestApp.open({ WORKER: 'here', SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` });
    try {
      const send = (home: string, subject: string) =>
        worker.app.get(Db).tx({ ...SYSTEM, home }, (tx) => worker.app.get(Mailer).send(tx, { to: 'x@example.org', subject, text: 'x' }));
      for (const first of ['first of one', 'second of one']) {
        const connected = once(server, 'connection');
        await send('one', first);
        await connected;
      }
      await send('one', 'third of one');
      await send('another', 'first of another');
      await served;
      expect(arrived).toEqual(['first of another']);
    } finally {
      for (const socket of sockets) socket.destroy();
      await worker.close();
      server.close();
    }
  });
});
