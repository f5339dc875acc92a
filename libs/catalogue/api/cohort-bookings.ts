import { Injectable } from '@nestjs/common';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';

/** The rooms that are booked for a cohort, for the domain that keeps cohorts. */
@Injectable()
export class CohortBookings {
  /** Lets go of everything ahead: what is contracted is cancelled, what is only asked for or held is released; for the reason the cohort was. */
  async letGo(tx: Tx, cohortId: string, reason: string): Promise<void> {
    const gone = await tx.query<{ id: string; providerId: string; from: string; to: string; costPence: number | null }>(sql`
      WITH ahead AS (
        SELECT id, status FROM room_booking
         WHERE cohort_id = ${cohortId} AND status IN ('enquiry', 'held', 'contracted') AND ends_at > ${tx.clock.now()} FOR NO KEY UPDATE
      )
      UPDATE room_booking b SET status = CASE ahead.status WHEN 'contracted' THEN 'cancelled' ELSE 'released' END, reason = ${reason}, version = b.version + 1
        FROM ahead WHERE b.id = ahead.id
      RETURNING b.id, b.provider_id AS "providerId", ahead.status AS "from", b.status AS "to", b.cost_pence AS "costPence"`);
    await tx.recordAll(
      'roomBooking.statusChanged',
      gone.map(({ id, providerId, ...facts }) => ({ subjectId: id, facts: { ...facts, reason, withCohort: true }, providerId, cohortId })),
    );
  }
}
