import { Injectable } from '@nestjs/common';
import type { Reach } from '@waymark/shared/api/actor';
import type { Reader } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { fromWall } from '@waymark/shared/kernel/wall-clock';
import { startOf } from '@waymark/schedule/domain/schedule';
import type { LoadedSession } from './schedule.queries';
import { VERSION } from './schedule-version';

@Injectable()
export class SessionsQueries {
  /** Whether people have been told of a session, the version of the schedule that it is in, and whether it is within `edit`. */
  async standing(
    read: Reader,
    cohortId: string,
    { id, edit }: { id: string; edit: Reach },
  ): Promise<{ wasReleased: boolean; scheduleVersion: number; mayEdit: boolean }> {
    const [row] = await read.query<{ wasReleased: boolean; scheduleVersion: number; mayEdit: boolean }>(
      sql`SELECT ${VERSION} AS "scheduleVersion", ${within(edit, 'c.provider_id', 'c.id')} AS "mayEdit", EXISTS (SELECT 1 FROM schedule_release sr WHERE sr.cohort_id = c.id
                   AND sr.snapshot @> jsonb_build_object('sessions', jsonb_build_array(jsonb_build_object('id', ${id}::text)))) AS "wasReleased"
            FROM cohort c LEFT JOIN cohort_schedule k ON k.cohort_id = c.id WHERE c.id = ${cohortId}`,
    );
    return row!;
  }

  /** Writes where a session is, and counts it. */
  async place(tx: Tx, session: LoadedSession): Promise<void> {
    const start = startOf(session);
    const [from, to] = start === null ? [null, null] : [fromWall(start), fromWall(start + session.duration)];
    await tx.query(
      sql`UPDATE session SET starts_at = ${from}, ends_at = ${to}, room_id = ${session.roomId}, mode = ${session.mode}, version = version + 1
           WHERE id = ${session.id}`,
    );
  }

  async cancel(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`UPDATE session SET status = 'cancelled', version = version + 1 WHERE id = ${id}`);
  }

  async delete(tx: Tx, id: string): Promise<void> {
    await this.forgetParts(tx, id);
    await tx.query(sql`DELETE FROM session_order WHERE after_id = ${id}`);
    await tx.query(sql`DELETE FROM session WHERE id = ${id}`);
  }

  /** Its groups, facilitators, order and agenda: before they are written anew, or never again. */
  async forgetParts(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`DELETE FROM session_group WHERE session_id = ${id}`);
    await tx.query(sql`DELETE FROM session_facilitator WHERE session_id = ${id}`);
    await tx.query(sql`DELETE FROM session_order WHERE session_id = ${id}`);
    await tx.query(sql`DELETE FROM agenda_item WHERE session_id = ${id}`);
  }

  /** Which of these are facilitators of the provider, and who each is. */
  async facilitatorsAmong(read: Reader, providerId: string, ids: readonly string[]): Promise<{ id: string; personId: string }[]> {
    if (ids.length === 0) return [];
    return read.query(
      sql`SELECT id, person_id AS "personId" FROM facilitator WHERE provider_id = ${providerId} AND id = ANY(${ids}::uuid[])`,
    );
  }

  /** Rooms are the provider's own. */
  async mustHaveRoom(read: Reader, { providerId }: { providerId: string }, roomId: string | null, pointer: string): Promise<void> {
    if (roomId === null) return;
    const [room] = await read.query(sql`SELECT id FROM room WHERE id = ${roomId} AND provider_id = ${providerId}`);
    if (!room) throw Malformed.at(pointer, 'Choose a room that belongs to this provider');
  }
}
