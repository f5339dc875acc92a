import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';

/** What somebody says they need at the venue, on the place the caller has found to be their own. Counts as a change where it is one. */
export async function keepOwnNeeds(tx: Tx, enrolmentId: string, needs: readonly string[]): Promise<void> {
  await tx.query(
    sql`UPDATE enrolment SET access_needs = ${needs}::text[], version = version + 1 WHERE id = ${enrolmentId} AND access_needs <> ${needs}::text[]`,
  );
}
