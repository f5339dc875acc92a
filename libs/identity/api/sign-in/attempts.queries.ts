import { Injectable } from '@nestjs/common';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import type { Guesses } from '@waymark/identity/domain/guessing';

/** The counters of what is limited. PostgreSQL has them, so that they hold for all processes. */
@Injectable()
export class AttemptsQueries {
  /** What each key has, read by one at a time until `tx` ends: also where there is nothing yet to lock. */
  async locked(tx: Tx, keys: readonly string[]): Promise<Map<string, Guesses>> {
    for (const key of keys) await this.lock(tx, key);
    const rows = await tx.query<Guesses & { key: string }>(
      sql`SELECT key, times AS failures, since, last FROM attempt WHERE key = ANY(${keys}::text[])`,
    );
    return new Map(rows.map(({ key, ...guesses }) => [key, guesses]));
  }

  async add(tx: Tx, key: string, now: Date, anew: boolean): Promise<void> {
    await tx.query(
      sql`INSERT INTO attempt AS a (key, times, since, last) VALUES (${key}, 1, ${now}, ${now})
          ON CONFLICT (key) DO UPDATE SET times = CASE WHEN ${anew}::boolean THEN 1 ELSE a.times + 1 END,
                                          since = CASE WHEN ${anew}::boolean THEN excluded.since ELSE a.since END, last = excluded.last`,
    );
  }

  async forget(tx: Tx, keys: readonly string[]): Promise<void> {
    await tx.query(sql`DELETE FROM attempt WHERE key = ANY(${keys}::text[])`);
  }

  async giveBack(tx: Tx, keys: readonly string[]): Promise<void> {
    await tx.query(sql`UPDATE attempt SET times = greatest(0, times - 1) WHERE key = ANY(${keys}::text[])`);
  }

  /**
   * One more, unless there were `most` in the 24 hours before: counted by the hour, so that no 24 hours see more, and what was used comes back
   * when the last of its hour is a day old. Of two that come at once for the last one, one finds it gone.
   */
  async spend(tx: Tx, key: string, most: number): Promise<boolean> {
    const now = tx.clock.now();
    const hour = Math.floor(now.getTime() / HOUR);
    const keys = Array.from({ length: 25 }, (_, ago) => `${key}:${hour - ago}`);
    await this.lock(tx, key);
    const [spent] = await tx.query<{ times: number }>(
      sql`SELECT coalesce(sum(times), 0)::int AS times FROM attempt WHERE key = ANY(${keys}::text[]) AND last > ${now}::timestamptz - interval '1 day'`,
    );
    if (spent!.times >= most) return false;
    await this.add(tx, keys[0]!, now, false);
    return true;
  }

  private async lock(tx: Tx, key: string): Promise<void> {
    await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  }
}

const HOUR = 3_600_000;
