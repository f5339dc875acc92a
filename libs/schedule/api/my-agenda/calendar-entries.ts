import { Injectable } from '@nestjs/common';
import type { Reader } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { toWall } from '@waymark/shared/kernel/wall-clock';
import type { Standing } from '@waymark/schedule/domain/agenda';
import { entriesAfter, type CalendarEntryState } from '@waymark/schedule/domain/calendar-entries';
import type { Snapshot } from '@waymark/schedule/domain/release';
import { TAKES_PART } from '../schedule/schedule.sql';

const STATE = sql`ce.person_id AS "personId", ce.session_id AS "sessionId", ce.sequence, ce.said, ce.is_on AS "on"`;

/** Keeps what calendars say in step with releases and with who comes and goes, in the transaction that changes either. */
@Injectable()
export class CalendarEntries {
  async keep(tx: Tx, cohortId: string): Promise<void> {
    const [last] = await tx.query<{ providerId: string; snapshot: Snapshot }>(
      sql`SELECT provider_id AS "providerId", snapshot FROM schedule_release WHERE cohort_id = ${cohortId} ORDER BY number DESC LIMIT 1`,
    );
    if (!last) return;
    const kept = await tx.query<CalendarEntryState>(sql`SELECT ${STATE} FROM calendar_entry ce WHERE ce.cohort_id = ${cohortId}`);
    const changed = entriesAfter(kept, await this.standings(tx, cohortId, last.snapshot), last.snapshot, toWall(tx.clock.now()));
    if (changed.length === 0) return;
    await tx.query(sql`
      INSERT INTO calendar_entry (person_id, session_id, provider_id, cohort_id, sequence, said, is_on)
      SELECT c."personId", c."sessionId", ${last.providerId}, ${cohortId}, c.sequence, c.said, c."on"
        FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS c("personId" uuid, "sessionId" uuid, sequence integer, said integer, "on" boolean)
      ON CONFLICT (person_id, session_id) DO UPDATE SET sequence = excluded.sequence, said = excluded.said, is_on = excluded.is_on`);
  }

  /** Somebody's own entries by cohort, with the schedule as it was last released there. */
  own(read: Reader, personId: string): Promise<{ cohortId: string; entries: CalendarEntryState[]; snapshot: Snapshot }[]> {
    return read.query(sql`
      SELECT mine.cohort_id AS "cohortId", mine.entries, sr.snapshot
        FROM (SELECT ce.cohort_id, json_agg(json_build_object('personId', ce.person_id, 'sessionId', ce.session_id, 'sequence', ce.sequence,
                       'said', ce.said, 'on', ce.is_on)) AS entries
                FROM calendar_entry ce WHERE ce.person_id = ${personId} GROUP BY ce.cohort_id) mine
       CROSS JOIN LATERAL (SELECT sr.snapshot FROM schedule_release sr WHERE sr.cohort_id = mine.cohort_id ORDER BY sr.number DESC LIMIT 1) sr`);
  }

  /** Everybody a release of this cohort concerns now, as their own agenda is made for them. */
  private async standings(tx: Tx, cohortId: string, { sessions }: Snapshot): Promise<Map<string, Standing>> {
    const leaderIds = [...new Set(sessions.flatMap(({ facilitators }) => facilitators.map(({ id }) => id)))];
    const rows = await tx.query<{ personId: string; groupIds: string[] | null; facilitatorId: string | null }>(sql`
      SELECT e.person_id AS "personId", ARRAY(SELECT m.sub_group_id FROM sub_group_member m WHERE m.enrolment_id = e.id AND m.ends_on IS NULL) AS "groupIds",
             NULL::uuid AS "facilitatorId"
        FROM enrolment e WHERE e.cohort_id = ${cohortId} AND e.told_at IS NOT NULL AND e.status IN ${TAKES_PART}
      UNION ALL
      SELECT f.person_id, NULL, f.id FROM facilitator f WHERE f.id = ANY (${leaderIds}::uuid[])`);
    const standings = new Map<string, Standing>();
    for (const { personId, groupIds, facilitatorId } of rows) {
      const known = standings.get(personId);
      standings.set(personId, {
        groupIds: groupIds ?? known?.groupIds ?? null,
        facilitatorId: facilitatorId ?? known?.facilitatorId ?? null,
      });
    }
    return standings;
  }
}
