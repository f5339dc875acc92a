import { Injectable } from '@nestjs/common';
import { SYSTEM } from './actor';
import { Db } from './db';
import { Jobs } from './jobs';
import { sql } from './sql';

/** Nightly: what is kept only for a while goes. An answer is replayed for two days. */
@Injectable()
export class Housekeeping {
  constructor(
    jobs: Jobs,
    private readonly db: Db,
  ) {
    jobs.handle('shared.housekeeping', () => this.clear());
    jobs.every('30 3 * * *', 'shared.housekeeping');
  }

  clear(): Promise<void> {
    return this.db.tx(SYSTEM, async (tx) => {
      await tx.query(sql`DELETE FROM idempotency_key WHERE at < ${tx.clock.now()}::timestamptz - interval '2 days'`);
    });
  }
}
