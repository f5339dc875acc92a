import { Injectable } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { Clock } from '@waymark/shared/api/clock';
import { PatientClient } from '@waymark/shared/api/connection';
import { AppModule } from '../../../apps/api/app.module';
import { configOf } from '../../../apps/api/config';
import { prepareDatabase } from '../../../apps/api/database';
import { adapter, serveWebApp, setUpHttp } from '../../../apps/api/http';
import { signedIn } from '../../../apps/api/testing';
import { testDatabase } from './database';
import { Given, type Ground, type Held, type SignedIn } from './given';

/** A clock that stands where the test puts it. */
@Injectable()
class StoppedClock extends Clock {
  at = new Date('2027-05-03T09:00:00Z');

  override now(): Date {
    return new Date(this.at);
  }
}

export interface Answer<Body = any> {
  status: number;
  body: Body;
  headers: Record<string, string | string[] | number | undefined>;
}

/** The whole application over its own database, with a stopped clock. Close it in `afterAll`. */
export class TestApp implements Ground {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: StoppedClock,
    readonly source: DataSource,
    readonly pool: pg.Pool,
    readonly url: string,
    private readonly drop: () => Promise<void>,
  ) {}

  readonly given = new Given(this);

  static async open(environment: Record<string, string> = {}): Promise<TestApp> {
    const { url, serving, drop } = await testDatabase();
    const config = configOf({
      DATABASE_OWNER_URL: url,
      DATABASE_URL: serving,
      NODE_ENV: 'test',
      WORKER: 'elsewhere',
      DATABASE_POOL: '6',
      // A machine may become busy after its speed was measured: a limit of seconds is for those tests that are about it.
      DATABASE_PATIENCE: '100',
      ORIGIN: 'http://waymark.test',
      MAIL_FOLDER: '.local/test-mail',
      SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...environment,
    });
    const settings = await prepareDatabase(config.settings);
    const clock = new StoppedClock();
    const module = await Test.createTestingModule({ imports: [AppModule.with(settings)] })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = module.createNestApplication<NestFastifyApplication>(adapter(config), {
      bodyParser: false,
      logger: process.env['TEST_LOG'] ? ['error', 'warn'] : false,
    });
    await setUpHttp(app, { https: false });
    await app.init();
    await serveWebApp(app, environment['WEB_DIST'] ?? '/nowhere');
    await app.getHttpAdapter().getInstance().ready();
    const pool = new pg.Pool({ connectionString: url, max: 2, Client: PatientClient } as pg.PoolConfig);
    pool.on('error', () => undefined);
    return new TestApp(app, clock, app.get(DataSource), pool, url, drop);
  }

  /** Somebody with a session, and a role where you say: `app.signedIn('programme_staff', { providerId })`. */
  signedIn(role?: string, held: Held & { personId?: string } = {}): Promise<SignedIn> {
    return signedIn(this, role, held);
  }

  /** As the database's owner: sees and changes everything. */
  async sql<Row = any>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(text, values)).rows as Row[];
  }

  /** One request. `by` is from `signedIn`; a POST gets an idempotency key unless `headers` has one. */
  async call<Body = any>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    { by, body, query, headers = {} }: Call = {},
  ): Promise<Answer<Body>> {
    const answer = await this.app.inject({
      method,
      url: `/api${path}`,
      ...(query
        ? {
            query: Object.fromEntries(
              Object.entries(query)
                .filter(([, value]) => value !== undefined)
                .map(([key, value]) => [key, String(value)]),
            ),
          }
        : {}),
      ...(body === undefined ? {} : { payload: body as object }),
      headers: {
        ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
        ...(by ? { cookie: by.cookie } : {}),
        ...headers,
      },
    });
    const text = answer.body;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: /json/.test(String(answer.headers['content-type'])) && text ? JSON.parse(text) : text,
    };
  }

  get = <Body = any>(path: string, by?: SignedIn, query?: Record<string, unknown>) => this.call<Body>('GET', path, { by, query });
  post = <Body = any>(path: string, by: SignedIn | undefined, body: unknown = {}) => this.call<Body>('POST', path, { by, body });
  put = <Body = any>(path: string, by: SignedIn | undefined, body: unknown = {}) => this.call<Body>('PUT', path, { by, body });
  delete = <Body = any>(path: string, by: SignedIn | undefined) => this.call<Body>('DELETE', path, { by });

  /** How many statements one piece of work sends to PostgreSQL, over every connection. */
  async statementsOf(work: () => Promise<unknown>): Promise<number> {
    let count = 0;
    const original = pg.Client.prototype.query;
    pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
      count++;
      return (original as (...args: unknown[]) => unknown).apply(this, args);
    } as never;
    try {
      await work();
    } finally {
      pg.Client.prototype.query = original;
    }
    return count;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.pool.end();
    await this.drop();
  }
}

interface Call {
  by?: SignedIn | undefined;
  body?: unknown;
  query?: Record<string, unknown> | undefined;
  headers?: Record<string, string>;
}
