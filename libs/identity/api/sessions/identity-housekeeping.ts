import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Jobs } from '@waymark/shared/api/jobs';
import { sql } from '@waymark/shared/api/sql';

/** Nightly: what no longer signs anybody in goes. Sessions stay for a month, for whoever asks where they were signed in. */
@Injectable()
export class IdentityHousekeeping {
  constructor(
    jobs: Jobs,
    private readonly db: Db,
  ) {
    jobs.handle('identity.housekeeping', () => this.clear());
    jobs.every('40 3 * * *', 'identity.housekeeping');
  }

  clear(): Promise<void> {
    return this.db.tx(SYSTEM, async (tx) => {
      const now = tx.clock.now();
      await tx.query(sql`DELETE FROM attempt WHERE last < ${now}::timestamptz - interval '1 day'`);
      await tx.query(sql`DELETE FROM sign_in_link WHERE expires_at < ${now}::timestamptz - interval '1 day'`);
      await tx.query(sql`DELETE FROM auth_session WHERE expires_at < ${now}::timestamptz - interval '30 days'`);
      await tx.query(sql`DELETE FROM known_device WHERE expires_at < ${now}`);
    });
  }
}
