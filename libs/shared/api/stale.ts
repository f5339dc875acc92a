import type { Reader } from './db';
import { nameOf } from './name.sql';
import { sql } from './sql';

/** Somebody saved this row after it was read: 409 `stale`, with who, when and what is there now. */
export class Stale extends Error {
  constructor(readonly current: { version: number; changedBy: string | null; changedAt: string | null; values: Record<string, unknown> }) {
    super('stale');
  }
}

/**
 * Refuses an edit made from an old version. `values` is what the row holds now, in the words of the contract, so that the page can show
 * yours beside theirs. Who and when come from the last event about the row.
 */
export async function mustBeCurrent(
  read: Reader,
  row: { id: string; version: number },
  seen: number,
  values: Record<string, unknown>,
): Promise<void> {
  if (row.version === seen) return;
  const [last] = await read.query<{ name: string | null; at: Date }>(
    sql`SELECT ${nameOf('p')} AS name, e.at FROM event e LEFT JOIN person p ON p.id = e.actor_id WHERE e.subject_id = ${row.id} ORDER BY e.id DESC LIMIT 1`,
  );
  throw new Stale({ version: row.version, changedBy: last?.name ?? null, changedAt: last?.at.toISOString() ?? null, values });
}
