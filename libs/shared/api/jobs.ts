import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { EventName } from '@waymark/shared/kernel/manifest';
import { connection, patiently } from './connection';
import { loggedError } from './logged-error';
import { Settings } from './settings';

type Handler = (payload: never, job: { id: string }) => Promise<void>;

const DEAD = 'dead-letters';
/**
 * A worker says of its job that it is alive; of one that was killed nobody does, and the job is tried again: within SILENT, until the next look,
 * and the wait before it is tried, which together stay under a minute.
 */
export const SILENT = 20;
export const LOOKED_AT_EVERY = 10;
const TRIED_AGAIN_AFTER = 5;

/** A queue in PostgreSQL: a job exists exactly when the work that asked for it was committed. Handlers run at least once: pass the job's id on as a key. */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly handlers = new Map<string, Handler>();
  private readonly atOnce = new Map<string, number>();
  private readonly listeners = new Map<EventName, string[]>();
  private readonly crons = new Map<string, string>();
  readonly connections: pg.Pool;
  private boss!: PgBoss;

  constructor(private readonly settings: Settings) {
    // Of its own, so that a job is looked for and said to be alive however many requests wait for a connection.
    this.connections = new pg.Pool(patiently('job', () => ({ ...connection(settings), max: 2 })));
    this.connections.on('error', (error) => this.logger.warn(`A connection of the job queue was lost: ${error.message}`));
  }

  /** Names what does a job, and how many of them at once where one that waits must not hold the others: half of them at most for one provider. Call it in a constructor or `onModuleInit`: queues are made when the application has started. */
  handle(job: string, handler: Handler, { atOnce = 1 }: { atOnce?: number } = {}): void {
    this.handlers.set(job, handler);
    this.atOnce.set(job, atOnce);
  }

  /** Runs `job` for every event of that name, with the event as its payload. */
  on(event: EventName, job: string): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), job]);
  }

  /** Runs `job` by the clock: `30 3 * * *` is every night at half past three, London time. */
  every(cron: string, job: string): void {
    this.crons.set(job, cron);
  }

  listenersOf(event: EventName): string[] {
    return this.listeners.get(event) ?? [];
  }

  /** Part of the transaction that `query` writes in. */
  async send(
    query: (text: string, values: unknown[]) => Promise<unknown[]>,
    job: string,
    payload: object,
    { after, provider }: { after?: Date | undefined; provider?: string | undefined } = {},
  ): Promise<void> {
    if (!this.handlers.has(job)) throw new Error(`Nothing handles the job ${job}`);
    const db = { executeSql: async (text: string, values: unknown[] = []) => ({ rows: (await query(text, values)) as never[] }) };
    await this.boss.send(job, payload, {
      db,
      ...(after ? { startAfter: after } : {}),
      ...(provider ? { group: { id: provider } } : {}),
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    // As the driver answers: several statements at once give a list of results, which the queue reads for itself.
    const executeSql = (text: string, values: unknown[] = []): Promise<{ rows: never[] }> => this.connections.query(text, values);
    // Its tables are there: whoever serves may neither make nor change any.
    this.boss = new PgBoss({
      db: { executeSql },
      migrate: false,
      reindex: false,
      supervise: this.settings.worksJobs,
      superviseIntervalSeconds: LOOKED_AT_EVERY,
      monitorIntervalSeconds: LOOKED_AT_EVERY,
      schedule: this.settings.worksJobs,
    });
    this.boss.on('error', (error) => this.logger.error({ msg: 'the job queue', error: loggedError(error) }));
    await this.boss.start();
    await this.boss.createQueue(DEAD);
    for (const job of this.handlers.keys()) {
      const queue = await this.boss.getQueue(job);
      if (!queue)
        await this.boss.createQueue(job, {
          ...{ retryLimit: 8, retryDelay: TRIED_AGAIN_AFTER, retryBackoff: true, retryDelayMax: 3600 },
          ...{ deadLetter: DEAD, heartbeatSeconds: SILENT },
        });
      else if (queue.heartbeatSeconds !== SILENT) await this.boss.updateQueue(job, { heartbeatSeconds: SILENT });
    }
    if (!this.settings.worksJobs) return;
    for (const [job, handler] of this.handlers) {
      const atOnce = this.atOnce.get(job)!;
      await this.boss.work(
        job,
        {
          pollingIntervalSeconds: 1,
          localConcurrency: atOnce,
          // Of all workers together; one job at a time is in order of asking, whoever asked.
          ...(atOnce > 1 ? { groupConcurrency: atOnce >> 1 } : {}),
        },
        async (jobs: { id: string; data: unknown }[]) => {
          for (const { id, data } of jobs) await this.work(job, id, () => handler(data as never, { id }));
        },
      );
    }
    for (const [job, cron] of this.crons) await this.boss.schedule(job, cron, {}, { tz: 'Europe/London' });
  }

  /** What a job was about is personal; what became of it is not. */
  private async work(job: string, jobId: string, work: () => Promise<void>): Promise<void> {
    try {
      await patiently('job', work);
      this.logger.debug({ msg: 'job done', job, jobId });
    } catch (error) {
      this.logger.error({ msg: 'job failed', job, jobId, error: loggedError(error) });
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5_000 });
    await this.connections.end();
  }
}
