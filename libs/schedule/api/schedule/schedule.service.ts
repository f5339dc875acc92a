import { Injectable } from '@nestjs/common';
import { mayAt, reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Permission } from '@waymark/shared/kernel/manifest';
import { found, must } from '@waymark/shared/kernel/refusal';
import { toldOf } from '@waymark/schedule/domain/release';
import { modeAt } from '@waymark/schedule/domain/schedule';
import { moveRefusals } from '@waymark/schedule/domain/schedule-rules';
import { ClashCounts } from './clash-counts.service';
import type { MovedView, MoveSessions, ScheduleChangesView, ScheduleView } from './schedule.contract';
import { ScheduleEditing, placeFacts } from './schedule-editing';
import { ScheduleQueries, type LoadedSession } from './schedule.queries';
import { EVENTS, ScheduleWatchQueries } from './schedule-watch.queries';
import { SessionsQueries } from './sessions.queries';

@Injectable()
export class ScheduleService {
  constructor(
    private readonly db: Db,
    private readonly queries: ScheduleQueries,
    private readonly sessions: SessionsQueries,
    private readonly watch: ScheduleWatchQueries,
    private readonly editing: ScheduleEditing,
    private readonly counts: ClashCounts,
  ) {}

  /** Opening the schedule also has its clashes counted for the lists, when that was long ago. */
  async read(actor: Actor, cohortId: string): Promise<ScheduleView> {
    const { countedAt, ...view } = await this.view(actor, cohortId);
    if (view.can.edit) await this.counts.askIfOld(actor, cohortId, countedAt);
    return view;
  }

  private view(actor: Actor, cohortId: string): Promise<ScheduleView & { countedAt: string | null }> {
    return this.db.reading(actor, async (read) => {
      const { countedAt, ...schedule } = await this.queries.load(read, cohortId, reachOf(actor, 'schedule:read'), (place) => ({
        names: mayAt(actor, 'enrolments:read', place),
        needs: mayAt(actor, 'needs:read', place),
        // Staff, and whoever reads at the provider and so sees it all.
        taken: mayAt(actor, 'schedule:edit', place) || mayAt(actor, 'schedule:read', { providerId: place.providerId }),
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
        await this.sessions.mustHaveRoom(tx, open.cohort, move.roomId, `/moves/${at}/roomId`);
        const moved: LoadedSession = { ...session, ...move, mode: modeAt(session, move.roomId, move.mode) };
        if (moved.mode === 'online' && moved.roomId !== null)
          throw Malformed.at(`/moves/${at}/roomId`, 'An online session cannot have a room');
        await this.sessions.place(tx, moved);
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
    return this.db.reading(actor, async (read) => {
      const { scheduleVersion, present } = await this.watch.standing(read, actor, cohortId);
      const nothing = { scheduleVersion, reload: false, sessions: [], removed: [], happened: [], present };
      if (since === scheduleVersion) return nothing;
      const happened = await this.watch.eventsSince(read, cohortId, since);
      if (!covers(happened, since, scheduleVersion)) return { ...nothing, reload: true };
      const ids = [...new Set(happened.map(({ sessionId }) => sessionId))];
      const sessions = await this.queries.sessions(read, cohortId, ids);
      return { ...nothing, sessions, removed: ids.filter((id) => !sessions.some((one) => one.id === id)), happened };
    });
  }

  /** Says that somebody has this board open. */
  here(actor: Actor, cohortId: string): Promise<void> {
    return this.db.tx(actor, (tx) => this.watch.come(tx, cohortId));
  }

  /** Says that somebody closed it. */
  gone(actor: Actor, cohortId: string): Promise<void> {
    return this.db.tx(actor, (tx) => this.watch.go(tx, cohortId));
  }
}

/** Is each version from `since` to now told by an event? A plan that was shifted as a whole, or a release, is not: then all is read again. */
function covers(happened: readonly { scheduleVersion: number; name: string }[], since: number, now: number): boolean {
  if (since > now || now - since > EVENTS) return false;
  const told = new Set(happened.filter(({ name }) => name.startsWith('session.')).map(({ scheduleVersion }) => scheduleVersion));
  for (let one = since + 1; one <= now; one++) if (!told.has(one)) return false;
  return true;
}
