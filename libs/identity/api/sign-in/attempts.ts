import { HttpException, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { NOBODY } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { Settings } from '@waymark/shared/api/settings';
import { sql } from '@waymark/shared/api/sql';

const WINDOW = sql`interval '15 minutes'`;

/** Answered as 429. `retryAfter`: seconds until the next attempt may be made. */
class TooManyAttempts extends HttpException {
  constructor(readonly retryAfter: number) {
    super(`There were too many attempts. Try again in ${inWords(retryAfter)}`, 429);
  }
}

/** Slows guessing down: so many attempts in 15 minutes for each account and each network address, over all processes. */
@Injectable()
export class Attempts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * Notes one attempt under every key, before anything costly is done, or refuses when one of them has had its share. Refused attempts are not
   * noted: who waits gets in. Keys are hashes and name what is limited, so nothing personal is kept.
   */
  async begin(what: string, subjects: readonly string[]): Promise<void> {
    const keys = keysOf(what, subjects);
    const now = this.clock.now();
    const wait = await this.db.tx(NOBODY, async (tx) => {
      // In one order, so that two requests for the same keys wait for each other and never lock each other out.
      for (const key of keys) await tx.query(sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
      const [full] = await tx.query<{ seconds: number }>(whenFull(keys, now, this.settings.signInLimit));
      if (full) return full.seconds;
      await tx.query(sql`INSERT INTO attempt (key, at) SELECT unnest(${keys}::text[]), ${now}`);
      return 0;
    });
    if (wait > 0) throw new TooManyAttempts(wait);
  }

  /** It was the right person: the account starts afresh, and the address gets this attempt back. */
  async forgive(what: string, account: string, address: string): Promise<void> {
    const [own, theirs] = [keyOf(what, account), keyOf(what, address)];
    await this.db.tx(NOBODY, async (tx) => {
      await tx.query(
        sql`DELETE FROM attempt
             WHERE key = ${own} OR ctid = (SELECT ctid FROM attempt WHERE key = ${theirs} ORDER BY at DESC LIMIT 1 FOR UPDATE SKIP LOCKED)`,
      );
    });
  }
}

/** How long to wait until each key has room again, where one of them is full. */
const whenFull = (keys: readonly string[], now: Date, limit: number) => sql`
  SELECT greatest(1, ceil(extract(epoch FROM max(oldest) + ${WINDOW} - ${now}::timestamptz)))::int AS seconds
    FROM (
      SELECT key, (array_agg(at ORDER BY at DESC))[${limit}::int] AS oldest, count(*) AS tried
        FROM attempt WHERE key = ANY(${keys}::text[]) AND at > ${now}::timestamptz - ${WINDOW} GROUP BY key
    ) counted
   WHERE tried >= ${limit}::int HAVING count(*) > 0`;

const keyOf = (what: string, subject: string): string => `${what}:${createHash('sha256').update(subject).digest('base64url')}`;
const keysOf = (what: string, subjects: readonly string[]): string[] => subjects.map((subject) => keyOf(what, subject)).sort();

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}
