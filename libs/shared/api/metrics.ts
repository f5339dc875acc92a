import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Db } from './db';
import { MetricsQueries } from './metrics.queries';
import { RequestTurns } from './request-turns';
import { Settings } from './settings';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** Jobs whose work is a mail. */
const MAILS = /^[a-z]+\.send(-|$)/;

/** What Prometheus reads (`METRICS=1`, see the runbook). No label holds an id or anything personal: routes, states and names of jobs alone. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests?: Histogram;
  private readonly gauges?: Record<'connections' | 'turns' | 'jobs' | 'mails' | 'age' | 'worker' | 'up', Gauge>;

  constructor(
    private readonly db: Db,
    private readonly queries: MetricsQueries,
    private readonly requestTurns: RequestTurns,
    settings: Settings,
  ) {
    if (!settings.metrics) return;
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'waymark_http_request_duration_seconds',
      help: 'How long requests took; its count is how many there were',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers: [this.registry],
    });
    const gauge = (name: string, help: string, labelNames: string[] = []) =>
      new Gauge({ name, help, labelNames, registers: [this.registry] });
    this.gauges = {
      connections: gauge('waymark_database_connections', 'Connections of this process, by pool', ['pool', 'state']),
      turns: gauge('waymark_turns', 'Requests that are worked on, and that wait for those of their own provider', ['kind', 'state']),
      jobs: gauge('waymark_jobs', 'Jobs in the queue, by what they do and how far they are', ['job', 'state']),
      mails: gauge('waymark_mails', 'Mails, by how far they are', ['state']),
      age: gauge('waymark_queue_age_seconds', 'How long the oldest job that is due has waited'),
      worker: gauge('waymark_worker_seen_timestamp_seconds', 'When a worker last looked after the queue'),
      up: gauge('waymark_database_up', 'Whether the database answered'),
    };
  }

  /** `route` as it is called in code, so that one route is one line however many ids there are. */
  answered(method: string, route: string | undefined, status: number, seconds: number): void {
    this.requests?.observe({ method: METHODS.has(method) ? method : 'other', route: route ?? 'unknown', status: String(status) }, seconds);
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  async text(): Promise<string> {
    if (this.gauges) await this.read(this.gauges);
    return this.registry.metrics();
  }

  private async read({ connections, turns, jobs, mails, age, worker, up }: NonNullable<Metrics['gauges']>): Promise<void> {
    for (const { pool, inUse, idle, waiting } of this.db.pools()) {
      connections.set({ pool, state: 'in_use' }, inUse);
      connections.set({ pool, state: 'idle' }, idle);
      connections.set({ pool, state: 'waiting' }, waiting);
    }
    for (const { kind, taken, waiting } of this.requestTurns.counts()) {
      turns.set({ kind, state: 'taken' }, taken);
      turns.set({ kind, state: 'waiting' }, waiting);
    }
    const found = await this.queries.jobs().catch(() => null);
    up.set(found ? 1 : 0);
    // What is not known now is left out, and not said as it was.
    for (const gauge of [jobs, mails, age, worker]) gauge.reset();
    if (!found) return;
    for (const { job, state, count } of found.counts) {
      jobs.set({ job, state }, count);
      if (MAILS.test(job)) mails.inc({ state }, count);
    }
    age.set(found.oldestSeconds);
    if (found.workerSeenAt !== null) worker.set(found.workerSeenAt);
  }
}
