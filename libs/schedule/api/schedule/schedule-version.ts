import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';

/** A cohort whose schedule nobody has touched yet has no row in `cohort_schedule` (here `k`): its schedule is the first version. */
export const VERSION = sql`coalesce(k.version, 1)`;

/** Counts a change of the schedule, so that whoever has it open reads it again. Answers the version it has now. */
export async function nextVersion(tx: Tx, cohortId: string): Promise<number> {
  const [row] = await tx.query<{ version: number }>(sql`
    INSERT INTO cohort_schedule (cohort_id, provider_id, version) SELECT c.id, c.provider_id, 2 FROM cohort c WHERE c.id = ${cohortId}
    ON CONFLICT (cohort_id) DO UPDATE SET version = cohort_schedule.version + 1 RETURNING version`);
  return row!.version;
}

/**
 * Rooms and people are shared by the cohorts of a provider: whoever judges a change waits for those who are judging theirs, until their
 * transaction ends, so that of two who take one room at once the second finds it taken.
 */
export async function judgeInTurn(tx: Tx, providerId: string): Promise<void> {
  await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended('schedule ' || ${providerId}, 0))`);
}
