import { Injectable } from '@nestjs/common';
import { SYSTEM } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Jobs } from '@waymark/shared/api/jobs';
import { sql } from '@waymark/shared/api/sql';
import type { LocalDate } from '@waymark/shared/kernel/dates';

interface Expired {
  id: string;
  providerId: string;
  cohortId: string | null;
  costPence: number | null;
}

/** Nightly, when a day has just ended: rooms held until yesterday or before are free again. */
@Injectable()
export class HoldsExpiry {
  constructor(
    jobs: Jobs,
    private readonly db: Db,
  ) {
    jobs.handle('catalogue.expire-holds', () => this.expire());
    jobs.every('5 0 * * *', 'catalogue.expire-holds');
  }

  expire(): Promise<void> {
    return this.db.tx(SYSTEM, async (tx) => {
      const rows = await tx.query<Expired>(expire(tx.clock.today()));
      for (const { id, costPence, ...place } of rows)
        await tx.record('roomBooking.statusChanged', id, { from: 'held', to: 'expired', costPence }, place);
    });
  }
}

/** In one order, as everybody who locks several bookings. */
const expire = (today: LocalDate) => sql`
  WITH over AS (SELECT id FROM room_booking WHERE status = 'held' AND hold_expires_on < ${today} ORDER BY id FOR UPDATE)
  UPDATE room_booking b SET status = 'expired', version = b.version + 1 FROM over WHERE b.id = over.id
  RETURNING b.id, b.provider_id AS "providerId", b.cohort_id AS "cohortId", b.cost_pence AS "costPence"`;
