import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';
import { Jobs } from '@waymark/shared/api/jobs';
import { TestApp } from '@waymark/shared/testing/app';
import { configOf } from './config';
import { serveMetrics } from './metrics-server';

let app: TestApp;
let port: number;
beforeAll(async () => {
  port = await freePort();
  app = await TestApp.open({ METRICS: '1' });
  await serveMetrics(app.app, configOf({ DATABASE_URL: 'postgres://x', METRICS: '1', METRICS_PORT: String(port) }));
});
afterAll(() => app.close());

const metrics = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
const figure = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1],
  );

describe('/metrics', () => {
  it('counts requests by route, method and status, and how long they took, with no id in them', async () => {
    await app.get('/people/0190f3b0-0000-7000-8000-000000000000');
    await app.get('/nowhere/ada@example.org');
    const text = await metrics();
    expect(figure(text, 'waymark_http_request_duration_seconds_count{method="GET",route="/api/people/:id",status="401"}')).toBe(1);
    expect(text).toMatch(
      /waymark_http_request_duration_seconds_bucket\{le="0.25",method="GET",route="\/api\/people\/:id",status="401"\} \d/,
    );
    expect(text).not.toMatch(/0190f3b0|example\.org/);
  });

  it('tells of the pools, of jobs and mails, of the oldest that waits, and of the worker', async () => {
    await app.call('POST', '/sign-in-links', { body: { email: 'ada@example.org' } });
    await app.sql(`UPDATE pgboss.job SET start_after = $1::timestamptz - interval '90 seconds' WHERE name = 'identity.send-link'`, [
      app.clock.now(),
    ]);
    await app.sql(`UPDATE pgboss.queue SET monitor_on = '2027-05-03T08:59:30Z'`);
    const text = await metrics();
    expect(figure(text, 'waymark_database_up')).toBe(1);
    expect(figure(text, 'waymark_jobs{job="identity.send-link",state="created"}')).toBe(1);
    expect(figure(text, 'waymark_mails{state="created"}')).toBe(1);
    expect(figure(text, 'waymark_queue_age_seconds')).toBe(90);
    expect(figure(text, 'waymark_worker_seen_timestamp_seconds')).toBe(Date.UTC(2027, 4, 3, 8, 59, 30) / 1000);
    for (const kind of ['quick', 'lengthy']) expect(text).toContain(`waymark_turns{kind="${kind}",state="waiting"} 0`);
    for (const pool of ['reading', 'writing', 'queue'])
      expect(text).toContain(`waymark_database_connections{pool="${pool}",state="waiting"} 0`);
  });

  it('is nowhere at the port that people reach', async () => {
    for (const url of ['/metrics', '/api/metrics']) expect((await app.app.inject({ method: 'GET', url })).statusCode).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  });

  it('is off unless it is asked for', async () => {
    const other = await freePort();
    await serveMetrics(app.app, configOf({ DATABASE_URL: 'postgres://x', METRICS_PORT: String(other) }));
    await expect(fetch(`http://127.0.0.1:${other}/metrics`)).rejects.toThrow();
  });

  it('says which port to change where somebody else has it', async () => {
    const there = createServer().listen(0, '127.0.0.1');
    await once(there, 'listening');
    const { port } = there.address() as { port: number };
    const config = configOf({ DATABASE_URL: 'postgres://x', METRICS: '1', METRICS_PORT: String(port) });
    await expect(serveMetrics(app.app, config)).rejects.toThrow(`Port ${port} is in use. Set METRICS_PORT to another number`);
    await new Promise((closed) => there.close(closed));
  });
});

describe('a job that fails', () => {
  it('is in the log by its name and id, and nobody’s address is', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const jobs = app.app.get(Jobs) as unknown as { work(job: string, id: string, work: () => Promise<void>): Promise<void> };
    await expect(jobs.work('mail.send', 'job-1', () => Promise.reject(new Error('550 <ada@example.org> unknown')))).rejects.toThrow('550');
    expect(said).toHaveBeenCalledWith({
      msg: 'job failed',
      job: 'mail.send',
      jobId: 'job-1',
      error: expect.stringContaining('550 <(address)>'),
    });
    said.mockRestore();
  });
});

describe('health', () => {
  it.each(['/health', '/api/health'])('at %s tells the truth about the process and about its database', async (at) => {
    const status = async (what: string) => (await app.app.inject({ method: 'GET', url: `${at}/${what}` })).statusCode;
    expect([await status('live'), await status('ready')]).toEqual([200, 200]);
    const name = new URL(app.url).pathname.slice(1);
    const admin = await adminOf(app.url);
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    expect([await status('live'), await status('ready')]).toEqual([200, 503]);
    expect(figure(await metrics(), 'waymark_database_up')).toBe(0);
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await admin.end();
    expect([await status('live'), await status('ready')]).toEqual([200, 200]);
  });
});

describe('a request that is refused', () => {
  it('is in the log for whoever watches, by its route and id alone', async () => {
    const said = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const by = await app.signedIn();
    const refused = await app.get('/people?q=ada@example.org', by);
    expect(refused.status).toBe(403);
    expect(said.mock.calls).toEqual([
      [
        {
          msg: 'refused',
          requestId: refused.headers['x-request-id'],
          method: 'GET',
          route: '/api/people',
          status: 403,
          ms: expect.any(Number),
        },
      ],
    ]);
    said.mockRestore();
  });
});

async function adminOf(url: string): Promise<pg.Client> {
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new pg.Client(server.href);
  await client.connect();
  return client;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
