import { Injectable } from '@nestjs/common';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';

/** The rooms that are booked for a cohort, for the domain that keeps cohorts. */
@Injectable()
export class CohortBookings {
  /** Lets go of everything ahead: what is contracted is cancelled, what is only asked for or held is released. */
  async letGo(tx: Tx, cohortId: string): Promise<void> {
    await tx.query(
      sql`UPDATE room_booking SET status = CASE status WHEN 'contracted' THEN 'cancelled' ELSE 'released' END, version = version + 1
           WHERE cohort_id = ${cohortId} AND status IN ('enquiry', 'held', 'contracted') AND ends_at > ${tx.clock.now()}`,
    );
  }
}
