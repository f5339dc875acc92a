import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';

/** Statuses that hold a place. */
export const LIVE = sql`('confirmed', 'active')`;

/** Whether anybody outside was told of a place on the cohort `c`. */
export const TOLD = sql`(c.told_at IS NOT NULL OR EXISTS (SELECT 1 FROM enrolment t WHERE t.cohort_id = c.id AND t.told_at IS NOT NULL))`;

/** How many places of a cohort are taken. */
export async function heldIn(read: Reader, cohortId: string): Promise<number> {
  const [row] = await read.query<{ held: number }>(
    sql`SELECT count(*)::int AS held FROM enrolment WHERE cohort_id = ${cohortId} AND status IN ${LIVE}`,
  );
  return row!.held;
}
