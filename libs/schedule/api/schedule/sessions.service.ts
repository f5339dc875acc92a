import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { found, must } from '@waymark/shared/kernel/refusal';
import { fromWall } from '@waymark/shared/kernel/wall-clock';
import { agendaRefusals } from '@waymark/schedule/domain/agenda-item';
import { facilitatorRefusals, isExpectedToLead } from '@waymark/schedule/domain/facilitator-status';
import { startOf } from '@waymark/schedule/domain/schedule';
import { deleteRefusals, editRefusals, moveRefusals, orderRefusals } from '@waymark/schedule/domain/schedule-rules';
import type { AddSession, CancelSession, EditSession, MovedView, SessionDetailView } from './schedule.contract';
import { ScheduleEditing, placeFacts, type OpenSchedule } from './schedule-editing';
import { ScheduleQueries, type LoadedSession } from './schedule.queries';
import { SessionsQueries } from './sessions.queries';
import { AgendaItem } from './agenda-item.entity';
import { Session, SessionFacilitator, SessionGroup, SessionOrder } from './session.entity';

@Injectable()
export class SessionsService {
  constructor(
    private readonly db: Db,
    private readonly queries: ScheduleQueries,
    private readonly sessions: SessionsQueries,
    private readonly editing: ScheduleEditing,
  ) {}

  read(actor: Actor, id: string): Promise<SessionDetailView> {
    return this.db.reading(actor, async (read) => {
      const cohortId = await this.queries.cohortOf(read, id, reachOf(actor, 'schedule:read'));
      const [session] = await this.queries.sessions(read, cohortId, [id]);
      const { mayEdit, ...standing } = await this.sessions.standing(read, cohortId, { id, edit: reachOf(actor, 'schedule:edit') });
      const seen = found(session);
      const facilitators = seen.facilitators.map(({ reason, ...one }) => ({ ...one, reason: mayEdit ? reason : '' }));
      return { ...seen, facilitators, cohortId, ...standing };
    });
  }

  add(actor: Actor, cohortId: string, wish: AddSession): Promise<MovedView> {
    return this.db.tx(actor, async (tx) => {
      const open = await this.editing.open(tx, cohortId);
      const id = await this.insert(tx, open, wish);
      await this.editing.record(tx, open, 'session.added', id, { after: placeFacts({ ...wish } as LoadedSession) });
      return this.editing.close(tx, open, [id]);
    });
  }

  edit(actor: Actor, id: string, { version, ...wish }: EditSession): Promise<MovedView> {
    return this.db.tx(actor, async (tx) => {
      const { open, session } = await this.openAt(tx, id);
      await mustBeCurrent(tx, session, version, valuesOf(session));
      must(moveRefusals(session, wish));
      const facilitators = await this.check(tx, open, wish, { id, facilitators: session.facilitators });
      const start = startOf(wish);
      await tx.rows.update(
        Session,
        { id },
        {
          ...columnsOf(wish),
          startsAt: start === null ? null : fromWall(start),
          endsAt: start === null ? null : fromWall(start + wish.duration),
          version: session.version + 1,
        },
      );
      await this.sessions.forgetParts(tx, id);
      await this.insertParts(tx, open, id, wish);
      await this.editing.record(tx, open, 'session.edited', id, { before: valuesOf(session), after: { ...wish } });
      for (const { facilitatorId, status, reason } of wish.facilitators) {
        const from = session.facilitators.find((one) => one.facilitatorId === facilitatorId)?.status;
        if (from === undefined || from === status) continue;
        const { personId } = facilitators.find((one) => one.id === facilitatorId)!;
        const facts = { personId, title: wish.title, from, to: status, ...(isExpectedToLead(status) ? {} : { reason }) };
        await this.editing.record(tx, open, 'session.facilitatorChanged', id, facts);
      }
      return this.editing.close(tx, open, [id]);
    });
  }

  cancel(actor: Actor, id: string, { version, reason }: CancelSession): Promise<MovedView> {
    return this.db.tx(actor, async (tx) => {
      const { open, session } = await this.openAt(tx, id);
      await mustBeCurrent(tx, session, version, valuesOf(session));
      must(editRefusals(session));
      await this.sessions.cancel(tx, id);
      await this.editing.record(tx, open, 'session.cancelled', id, {
        before: { status: session.status },
        after: { ...placeFacts(session), status: 'cancelled' },
        reason,
      });
      return this.editing.close(tx, open, [id]);
    });
  }

  async delete(actor: Actor, id: string): Promise<void> {
    await this.db.tx(actor, async (tx) => {
      const { open, session } = await this.openAt(tx, id);
      must(deleteRefusals(session, open.schedule.release?.snapshot.sessions.some((one) => one.id === id) ?? false));
      await this.sessions.delete(tx, id);
      await this.editing.record(tx, open, 'session.deleted', id, { title: session.title, before: placeFacts(session) });
      await this.editing.close(tx, open, []);
    });
  }

  /** Another session like it, not yet on the schedule. */
  copy(actor: Actor, id: string): Promise<MovedView> {
    return this.db.tx(actor, async (tx) => {
      const { open, session } = await this.openAt(tx, id);
      const facilitators = session.facilitators.flatMap((one) =>
        isExpectedToLead(one.status) ? [{ ...one, status: 'proposed' as const }] : [],
      );
      const made = await this.insert(tx, open, { ...(session as unknown as AddSession), facilitators, date: null, startsAt: null });
      await this.editing.record(tx, open, 'session.added', made, {
        copyOf: id,
        after: { ...placeFacts(session), date: null, startsAt: null },
      });
      return this.editing.close(tx, open, [made]);
    });
  }

  /** A session and its schedule, locked. Looked up before the lock, and again after: it may have gone meanwhile. */
  private async openAt(tx: Tx, id: string): Promise<{ open: OpenSchedule; session: LoadedSession }> {
    const cohortId = await this.queries.cohortOf(tx, id, reachOf(tx.actor, 'schedule:edit'));
    const open = await this.editing.open(tx, cohortId);
    return { open, session: found(open.schedule.sessions.find((one) => one.id === id)) };
  }

  private async insert(tx: Tx, open: OpenSchedule, wish: AddSession): Promise<string> {
    const id = newId();
    await this.check(tx, open, wish, { id, facilitators: [] });
    const start = startOf(wish);
    await tx.rows.insert(Session, {
      id,
      providerId: open.cohort.providerId,
      cohortId: open.cohort.id,
      templateId: null,
      ...columnsOf(wish),
      startsAt: start === null ? null : fromWall(start),
      endsAt: start === null ? null : fromWall(start + wish.duration),
      zone: 'Europe/London',
      status: 'draft',
      position: Math.max(0, ...open.schedule.sessions.map(({ position }) => position)) + 1,
      icsUid: `${id}@waymark`,
      icsSequence: 0,
      version: 1,
    });
    await this.insertParts(tx, open, id, wish);
    return id;
  }

  private async insertParts(tx: Tx, { cohort }: OpenSchedule, sessionId: string, wish: AddSession): Promise<void> {
    const whose = { sessionId, providerId: cohort.providerId, cohortId: cohort.id };
    await insertAll(
      tx,
      SessionGroup,
      wish.groupIds.map((subGroupId) => ({ ...whose, subGroupId })),
    );
    await insertAll(
      tx,
      SessionFacilitator,
      wish.facilitators.map((one) => ({ ...whose, ...one, reason: isExpectedToLead(one.status) ? '' : one.reason })),
    );
    await insertAll(
      tx,
      SessionOrder,
      wish.after.map(({ sessionId: afterId, minGap }) => ({ ...whose, afterId, minGap })),
    );
    await insertAll(
      tx,
      AgendaItem,
      wish.agenda.map(({ offset, presenter, ...item }, position) => ({
        ...whose,
        ...item,
        id: newId(),
        position,
        offsetMinutes: offset,
        presenter: presenter || null,
        version: 1,
      })),
    );
  }

  /** What the schema cannot see: that everything named is there, is ours, and fits together with what was. Answers who the facilitators are. */
  private async check(
    tx: Tx,
    { schedule, cohort }: OpenSchedule,
    wish: AddSession,
    { id, facilitators }: Pick<LoadedSession, 'id' | 'facilitators'>,
  ): Promise<{ id: string; personId: string }[]> {
    must(agendaRefusals(wish.duration, wish.agenda));
    await this.sessions.mustHaveRoom(tx, cohort, wish.roomId, '/roomId');
    mustKnow(
      wish.groupIds,
      schedule.groups.map((one) => one.id),
      '/groupIds',
      'Choose groups of this cohort',
    );
    mustKnow(
      wish.after.map(({ sessionId }) => sessionId),
      schedule.sessions.map((one) => one.id).filter((one) => one !== id),
      '/after',
      'Choose other sessions of this cohort',
    );
    const facilitatorIds = wish.facilitators.map(({ facilitatorId }) => facilitatorId);
    const known = await this.sessions.facilitatorsAmong(tx, cohort.providerId, facilitatorIds);
    mustKnow(
      facilitatorIds,
      known.map((one) => one.id),
      '/facilitators',
      'Choose facilitators from the list',
    );
    must(facilitatorRefusals(facilitators, wish.facilitators));
    must(
      orderRefusals([
        ...schedule.sessions
          .filter((one) => one.id !== id)
          .map((one) => ({ id: one.id, afterIds: one.after.map(({ sessionId }) => sessionId) })),
        { id, afterIds: wish.after.map(({ sessionId }) => sessionId) },
      ]),
    );
    return known;
  }
}

async function insertAll(tx: Tx, entity: new () => object, rows: object[]): Promise<void> {
  if (rows.length > 0) await tx.rows.insert(entity, rows as never);
}

/** Each id once, and each one known. */
function mustKnow(ids: readonly string[], known: readonly string[], pointer: string, words: string): void {
  if (new Set(ids).size !== ids.length || ids.some((id) => !known.includes(id))) throw Malformed.at(pointer, words);
}

const columnsOf = ({
  title,
  kind,
  purpose,
  duration,
  mandatory,
  mode,
  roomId,
  onlineUrl,
  layout,
  equipment,
  setUp,
  clearUp,
  note,
}: AddSession) => ({
  title,
  kind,
  purpose,
  duration,
  mandatory,
  mode,
  roomId,
  onlineUrl,
  layout,
  equipment,
  setUp,
  clearUp,
  note,
});

/** The session in the words of the contract, for the page that finds it changed, and for the audit log. */
function valuesOf({ id: _, version: _v, status: _s, position: _p, icsUid: _u, icsSequence: _q, ...values }: LoadedSession) {
  return values;
}
