import { Injectable } from '@nestjs/common';
import { Clock } from './clock';
import { Db } from './db';
import { sql } from './sql';

interface Count {
  job: string;
  state: string;
  count: number;
}

/** What PostgreSQL knows of the queue, the same for every process that is asked. */
@Injectable()
export class MetricsQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async jobs(): Promise<{ counts: Count[]; oldestSeconds: number; workerSeenAt: number | null }> {
    const counts = await this.db.unscoped<Count>(sql`SELECT name AS job, state::text, count(*)::int FROM pgboss.job GROUP BY 1, 2`);
    const [queue] = await this.db.unscoped<{ oldestSeconds: number; workerSeenAt: number | null }>(
      sql`SELECT coalesce((SELECT greatest(0, date_part('epoch', ${this.clock.now()}::timestamptz - min(start_after)))
                             FROM pgboss.job WHERE state IN ('created', 'retry') AND name <> 'dead-letters'), 0)::float8 AS "oldestSeconds",
                 (SELECT extract(epoch FROM max(monitor_on))::float8 FROM pgboss.queue) AS "workerSeenAt"`,
    );
    return { counts, ...queue! };
  }
}
