import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { Refused } from '@waymark/shared/kernel/refusal';
import type { Actor, OrganisationReached } from './actor';
import { Clock } from './clock';
import { connection, patienceNow, patiently, type PatientClient } from './connection';
import { Jobs } from './jobs';
import { Replayed } from './idempotency';
import type { Reader } from './reader';
import { Settings } from './settings';
import { sql, type Sql } from './sql';
import { Tx } from './tx';

// A `date` stays the text it is; the driver's default is a Date at local midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
// Counts fit a number: no list here passes 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export type { Reader };

@Injectable()
export class Db implements OnApplicationShutdown {
  private readonly logger = new Logger(Db.name);
  private readonly readers: pg.Pool;
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
  ) {
    // `pipeline` sends BEGIN with the scope, the statement and COMMIT without waiting in between: one round trip for a read.
    this.readers = new pg.Pool({ ...connection(settings), max: settings.poolSize, pipeline: true } as pg.PoolConfig);
    this.readers.on('error', (error) => this.logger.warn(`A reading connection was lost: ${error.message}`));
  }

  /** Calls `listener` after each transaction of this process that has committed: for whoever remembers what they read. */
  onWritten(listener: () => void): void {
    this.listeners.push(listener);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.readers.end();
  }

  /**
   * Reads in one transaction that sees one moment, limited by row-level security to what `actor` reaches.
   * `statements`: how many `work` asks, where that is known beforehand. Then COMMIT leaves with the last of them, and a hot page costs one
   * write and one answer; asking for more is a mistake and throws.
   * `planned: 'once'`: one plan does for all values, so PostgreSQL need not look for a better one each time. For statements without
   * conditions that values switch off.
   */
  async reading<T>(
    actor: Actor,
    work: (read: Reader) => Promise<T>,
    { statements, planned }: { statements?: number; planned?: 'once' } = {},
  ): Promise<T> {
    const whole = joining.getStore();
    if (whole) return this.part(whole, actor, work);
    const client = await this.readers.connect();
    const patience = this.patienceOf(client);
    let broken: Error | undefined;
    let left = statements ?? Infinity;
    const commit = () => client.query('COMMIT').catch(() => undefined);
    try {
      // Held back until `work` has asked its first question, so that both leave in one write.
      const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection;
      stream.cork();
      const opened = client.query(
        `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${patience}${planned ? 'SET LOCAL plan_cache_mode = force_generic_plan; ' : ''}${firstScopeSql(actor, this.settings.role)}`,
      );
      opened.catch(() => undefined);
      const working = work({
        query: async ({ statement }: Sql) => {
          if (--left < 0) throw new Error(`This reading said it would ask ${statements} statements, and asks more`);
          const asked = client.query(statement);
          if (left === 0) void commit();
          return (await asked).rows;
        },
      });
      stream.uncork();
      const answer = await working;
      await opened;
      if (left > 0) void commit();
      return answer;
    } catch (error) {
      if (left > 0 || statements === undefined) await client.query('ROLLBACK').catch((lost: Error) => (broken = lost));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Lets the transaction that begins on `client` take the time of whoever asks. Answers the statements that say so to PostgreSQL, if any. */
  private patienceOf(client: pg.ClientBase): string {
    const { statement, silence, longer } = patienceNow(this.settings.databasePatience);
    (client as PatientClient).allow(silence);
    return longer ? `SET LOCAL statement_timeout = ${statement}; ` : '';
  }

  /** How the connections of this process are doing. */
  pools(): { pool: string; inUse: number; idle: number; waiting: number }[] {
    const { master } = this.source.driver as unknown as { master: pg.Pool };
    return Object.entries({ reading: this.readers, writing: master, queue: this.jobs.connections }).map(
      ([pool, { totalCount, idleCount, waitingCount }]) => {
        return { pool, inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
      },
    );
  }

  /** Throws when the database does not answer. */
  async mustAnswer(): Promise<void> {
    await this.unscoped(sql`SELECT 1`);
  }

  /** One statement outside any scope, which sees no row behind a wall: for health, reference data, and functions that find by a secret. */
  async unscoped<Row = Record<string, unknown>>({ statement }: Sql): Promise<Row[]> {
    return (await this.readers.query(statement)).rows as Row[];
  }

  /**
   * Rows, events and jobs written here commit together or not at all, and so does the answer kept under the request's idempotency key:
   * `work` must return what the route answers. An answer that the route's schema refuses is a 500, and stores nothing: what cannot be said
   * now could not be read later either.
   */
  async tx<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (writing.getStore()) throw new Error('Already writing: pass the tx on instead of opening another');
    const whole = joining.getStore();
    if (whole) return writing.run(true, () => this.part(whole, actor, work));
    const answer = await writing.run(true, () => this.source.transaction((rows) => this.write(rows, actor, this.clock, work)));
    this.callListeners();
    return answer;
  }

  private async write<T>(rows: EntityManager, actor: Actor, clock: Clock, work: (tx: Tx) => Promise<T>): Promise<T> {
    const patience = this.patienceOf((await rows.queryRunner!.connect()) as pg.ClientBase);
    await rows.query(patience + scopeSql(actor, this.settings.role));
    const tx = new Tx(rows, actor, clock, this.jobs);
    if (!actor.idempotency) return answerable(actor, await work(tx));
    const { key, fingerprint } = actor.idempotency;
    await this.claim(tx, key, fingerprint);
    const answer = await answerable(actor, await work(tx));
    const kept = JSON.stringify(answer ?? null);
    await tx.query(sql`UPDATE idempotency_key SET answer = ${kept} WHERE account_id = ${actor.accountId} AND key = ${key}`);
    return answer;
  }

  /**
   * Every `tx` and every reading that `work` begins is a part of one transaction, which commits when `work` is done, or not at all: also when
   * one of the parts failed and `work` went on. Each part still has its own actor, and the row-level security that goes with them. For what is
   * told in many steps and makes no sense by half (the demo); a request has its one `tx`. What writes goes by `clock`.
   */
  async together<T>(work: () => Promise<T>, clock: Clock = this.clock): Promise<T> {
    const answer = await this.source.transaction(async (rows) => {
      const whole: Whole = { rows, clock, failed: null };
      const answer = await joining.run(whole, () => patiently('job', work));
      if (whole.failed) throw whole.failed.error;
      return answer;
    });
    this.callListeners();
    return answer;
  }

  private async part<T>(whole: Whole, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.write(whole.rows, actor, whole.clock, work);
    } catch (error) {
      whole.failed ??= { error };
      throw error;
    }
  }

  private callListeners(): void {
    for (const listener of this.listeners) listener();
  }

  /** Waits for a transaction under the same key, if there is one; then either the key is ours or its answer is there. */
  private async claim(tx: Tx, key: string, fingerprint: string): Promise<void> {
    const mine = await tx.query(
      sql`INSERT INTO idempotency_key (account_id, key, fingerprint, at) VALUES (${tx.actor.accountId}, ${key}, ${fingerprint}, ${this.clock.now()})
          ON CONFLICT DO NOTHING RETURNING key`,
    );
    if (mine.length > 0) return;
    const [first] = await tx.query<{ fingerprint: string; answer: unknown }>(
      sql`SELECT fingerprint, answer FROM idempotency_key WHERE account_id = ${tx.actor.accountId} AND key = ${key}`,
    );
    if (!first || first.fingerprint !== fingerprint) throw new Refused([{ code: 'idempotency_key_reused' }]);
    throw new Replayed(first.answer);
  }
}

/** Nothing is an answer too: of a step that the route's answer is read after. */
async function answerable<T>({ answers }: Actor, answer: T): Promise<T> {
  if (!answers || answer === undefined || answer === null) return answer;
  const { issues } = await answers['~standard'].validate(answer);
  if (issues) {
    const where = issues
      .slice(0, 5)
      .map(({ path = [], message }) => `${path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.')}: ${message}`)
      .join('; ');
    throw new Error(`Nothing was stored, because the route could not answer with it (${where})`);
  }
  return answer;
}

const writing = new AsyncLocalStorage<true>();

/** One transaction of many parts: see `together`. */
interface Whole {
  rows: EntityManager;
  clock: Clock;
  failed: { error: unknown } | null;
}
const joining = new AsyncLocalStorage<Whole>();

const UUID = /^[0-9a-f-]{36}$/;
const list = (ids: readonly string[]): string => ids.filter((id) => UUID.test(id)).join(',');
const isNamed = ({ organisationId, providerId }: OrganisationReached): boolean => UUID.test(organisationId) && UUID.test(providerId);
const inPair = ({ organisationId, providerId }: OrganisationReached): string => `${organisationId}/${providerId}`;

/** Settings that end with the transaction (never the session's: a pooler would hand them to somebody else). */
function scopeSql(actor: Actor, role: string | null, settings = settingsOf(actor)): string {
  return [...(role ? [`SET LOCAL ROLE ${role}`] : []), ...settings.map(([name, value]) => `SET LOCAL waymark.${name} = '${value}'`)].join(
    '; ',
  );
}

/** The same where the transaction has just begun: what is not set means nothing, most people need few, and each costs a statement. */
const firstScopeSql = (actor: Actor, role: string | null): string =>
  scopeSql(
    actor,
    role,
    settingsOf(actor).filter(([, value]) => value !== ''),
  );

const settingsOf = ({ personId, scope }: Actor): [name: string, value: string][] => [
  ['person', list([personId])],
  // The first is the one that most people have, by which most rows are known.
  ['providers', list(scope.providers)],
  ['organisations', scope.organisations.filter(isNamed).map(inPair).join(',')],
  ['cohorts', list(scope.cohorts)],
  ['reading', list(scope.reading ?? [])],
  ['everything', scope.all ? 'on' : ''],
  ['register', scope.register ? 'on' : ''],
];
