import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, within, reachValues, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db, type Reader } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import type { Permission } from '@waymark/shared/kernel/manifest';
import { found, must } from '@waymark/shared/kernel/refusal';
import { fromWall } from '@waymark/shared/kernel/wall-clock';
import { toldOf } from '@waymark/schedule/domain/release';
import { modeAt, startOf } from '@waymark/schedule/domain/schedule';
import { moveRefusals } from '@waymark/schedule/domain/schedule-rules';
import { ClashCounts } from './clash-counts.service';
import type { MovedView, MoveSessions, ScheduleChangesView, ScheduleView } from './schedule.contract';
import { ScheduleEditing, placeFacts } from './schedule-editing';
import { ScheduleQueries, type LoadedSession } from './schedule.queries';

/** A board says every few seconds that it is open; after this many seconds of silence it is not. */
const PRESENT = 15;
/** Somebody further behind than this many events reads the whole schedule again. */
const EVENTS = 200;

@Injectable()
export class ScheduleService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly queries: ScheduleQueries,
    private readonly editing: ScheduleEditing,
    private readonly counts: ClashCounts,
  ) {}

  /** Opening the schedule also has its clashes counted for the lists, when that was long ago. */
  async read(actor: Actor, cohortId: string): Promise<ScheduleView> {
    const { countedAt, ...view } = await this.view(actor, cohortId);
    if (view.can.edit) await this.counts.askIfOld(cohortId, countedAt);
    return view;
  }

  private view(actor: Actor, cohortId: string): Promise<ScheduleView & { countedAt: string | null }> {
    return this.db.reading(actor, async (read) => {
      const { countedAt, ...schedule } = await this.queries.load(read, cohortId, reachOf(actor, 'schedule:read'), (place) => ({
        names: mayAt(actor, 'enrolments:read', place),
        needs: mayAt(actor, 'needs:read', place),
      }));
      const may = (permission: Permission) => mayAt(actor, permission, { providerId: schedule.cohort.providerId, cohortId });
      const { release } = schedule;
      return {
        ...schedule,
        countedAt,
        release: release && { number: release.number, at: release.at, by: release.by },
        told: toldOf(release?.snapshot ?? null),
        can: { edit: may('schedule:edit'), override: may('schedule:override'), release: may('schedule:release') },
      };
    });
  }

  /** Puts sessions elsewhere, all of them or none. A session that somebody changed meanwhile answers 409 with what it is now. */
  move(actor: Actor, cohortId: string, { moves, reason }: MoveSessions): Promise<MovedView> {
    return this.db.tx(actor, async (tx) => {
      const open = await this.editing.open(tx, cohortId);
      for (const [at, move] of moves.entries()) {
        const session = found(open.schedule.sessions.find(({ id }) => id === move.sessionId));
        await mustBeCurrent(tx, session, move.version, placeFacts(session));
        must(moveRefusals(session, move));
        await mustHaveRoom(tx, open.cohort, move.roomId, `/moves/${at}/roomId`);
        const moved: LoadedSession = { ...session, ...move, mode: modeAt(session, move.roomId, move.mode) };
        if (moved.mode === 'online' && moved.roomId !== null) throw Malformed.at(`/moves/${at}/roomId`, 'An online session has no room');
        await place(tx, moved);
        await this.editing.record(tx, open, 'session.moved', session.id, {
          before: placeFacts(session),
          after: placeFacts(moved),
          ...(reason ? { reason } : {}),
        });
      }
      return this.editing.close(
        tx,
        open,
        moves.map(({ sessionId }) => sessionId),
      );
    });
  }

  /** What others did since a version, and who is here: two or three small statements, asked every few seconds. */
  changes(actor: Actor, cohortId: string, since: number): Promise<ScheduleChangesView> {
    const reach = reachOf(actor, 'schedule:read');
    return this.db.reading(actor, async (read) => {
      const [cohort] = await read.query<{ scheduleVersion: number; present: ScheduleChangesView['present'] }>(
        `SELECT c.schedule_version AS "scheduleVersion",
           (SELECT coalesce(json_agg(json_build_object('personId', p.id, 'name', concat_ws(' ', p.given_name, p.family_name)) ORDER BY p.family_name), '[]')
            FROM schedule_presence sp JOIN person p ON p.id = sp.person_id
            WHERE sp.cohort_id = c.id AND sp.person_id <> $4 AND sp.seen_at > $5) AS present
         FROM cohort c WHERE c.id = $1 AND (${reach.all} OR ${within('c.provider_id', 'c.id', 2)})`,
        [cohortId, ...reachValues(reach), actor.personId, new Date(this.clock.now().getTime() - PRESENT * 1000)],
      );
      const { scheduleVersion, present } = found(cohort);
      const nothing = { scheduleVersion, reload: false, sessions: [], removed: [], happened: [], present };
      if (since === scheduleVersion) return nothing;
      const happened = await eventsSince(read, cohortId, since);
      if (!covers(happened, since, scheduleVersion)) return { ...nothing, reload: true };
      const ids = [...new Set(happened.map(({ sessionId }) => sessionId))];
      const sessions = await this.queries.sessions(read, cohortId, ids);
      return { ...nothing, sessions, removed: ids.filter((id) => !sessions.some((one) => one.id === id)), happened };
    });
  }

  /** Says that somebody has this board open. */
  async here(actor: Actor, cohortId: string): Promise<void> {
    const reach = reachOf(actor, 'schedule:read');
    await this.db.tx(actor, async (tx) => {
      const [row] = await tx.query(
        `INSERT INTO schedule_presence (cohort_id, person_id, provider_id, seen_at)
         SELECT c.id, $4::uuid, c.provider_id, $5 FROM cohort c WHERE c.id = $1 AND (${reach.all} OR ${within('c.provider_id', 'c.id', 2)})
         ON CONFLICT (cohort_id, person_id) DO UPDATE SET seen_at = excluded.seen_at RETURNING cohort_id`,
        [cohortId, ...reachValues(reach), actor.personId, tx.clock.now()],
      );
      found(row);
    });
  }

  /** Says that somebody closed it. */
  async gone(actor: Actor, cohortId: string): Promise<void> {
    await this.db.tx(actor, async (tx) => {
      await tx.query('DELETE FROM schedule_presence WHERE cohort_id = $1 AND person_id = $2', [cohortId, actor.personId]);
    });
  }
}

/** Writes where a session is, and counts it. */
export async function place(tx: Tx, session: LoadedSession): Promise<void> {
  const start = startOf(session);
  await tx.query('UPDATE session SET starts_at = $2, ends_at = $3, room_id = $4, mode = $5, version = version + 1 WHERE id = $1', [
    session.id,
    start === null ? null : fromWall(start),
    start === null ? null : fromWall(start + session.duration),
    session.roomId,
    session.mode,
  ]);
}

/** Rooms are the provider's own. */
export async function mustHaveRoom(
  read: Reader,
  { providerId }: { providerId: string },
  roomId: string | null,
  pointer: string,
): Promise<void> {
  if (roomId === null) return;
  const [room] = await read.query('SELECT id FROM room WHERE id = $1 AND provider_id = $2', [roomId, providerId]);
  if (!room) throw Malformed.at(pointer, 'Choose a room of this provider');
}

async function eventsSince(read: Reader, cohortId: string, since: number): Promise<ScheduleChangesView['happened']> {
  const rows = await read.query<{ one: ScheduleChangesView['happened'][number] }>(
    `SELECT json_build_object('name', e.name, 'sessionId', e.subject_id, 'byId', e.actor_id, 'by', concat_ws(' ', p.given_name, p.family_name),
        'at', e.at, 'scheduleVersion', (e.facts->>'scheduleVersion')::int, 'title', coalesce(e.facts#>>'{after,title}', e.facts->>'title'),
        'date', e.facts#>>'{after,date}', 'startsAt', e.facts#>>'{after,startsAt}', 'roomId', e.facts#>>'{after,roomId}') AS one
     FROM (SELECT * FROM event WHERE cohort_id = $1 ORDER BY id DESC LIMIT ${EVENTS}) e LEFT JOIN person p ON p.id = e.actor_id
     WHERE (e.facts->>'scheduleVersion')::int > $2 ORDER BY e.id`,
    [cohortId, since],
  );
  return rows.map(({ one }) => one);
}

/** Is each version from `since` to now told by an event? A plan that was shifted as a whole, or a release, is not: then all is read again. */
function covers(happened: readonly { scheduleVersion: number; name: string }[], since: number, now: number): boolean {
  if (since > now || now - since > EVENTS) return false;
  const told = new Set(happened.filter(({ name }) => name.startsWith('session.')).map(({ scheduleVersion }) => scheduleVersion));
  for (let one = since + 1; one <= now; one++) if (!told.has(one)) return false;
  return true;
}
