import { Injectable } from '@nestjs/common';
import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';

@Injectable()
export class ClashCountsQueries {
  /** Stores the number, for the version that the schedule has now. */
  async keep(tx: Tx, cohortId: string, blocking: number): Promise<void> {
    await tx.query(
      sql`INSERT INTO cohort_schedule (cohort_id, provider_id, version, blocking_clashes, counted_version, counted_at)
          SELECT c.id, c.provider_id, 1, ${blocking}, 1, ${tx.clock.now()} FROM cohort c WHERE c.id = ${cohortId}
          ON CONFLICT (cohort_id) DO UPDATE SET blocking_clashes = excluded.blocking_clashes, counted_version = cohort_schedule.version, counted_at = excluded.counted_at`,
    );
  }

  /** Says that a count is under way, unless somebody else has said so since `old`. Answers whether nobody had. */
  async claim(tx: Tx, cohortId: string, old: Date): Promise<boolean> {
    const rows = await tx.query(
      sql`INSERT INTO cohort_schedule (cohort_id, provider_id, counted_at) SELECT c.id, c.provider_id, ${tx.clock.now()} FROM cohort c WHERE c.id = ${cohortId}
          ON CONFLICT (cohort_id) DO UPDATE SET counted_at = excluded.counted_at
           WHERE cohort_schedule.counted_at IS NULL OR cohort_schedule.counted_at <= ${old} RETURNING cohort_id`,
    );
    return rows.length > 0;
  }

  /** Cohorts that are still ahead or running. */
  async ahead(read: Reader): Promise<string[]> {
    const rows = await read.query<{ id: string }>(
      sql`SELECT id FROM cohort WHERE stage NOT IN ('delivered', 'closed', 'cancelled') ORDER BY id`,
    );
    return rows.map(({ id }) => id);
  }
}
