import { computed, inject, Injectable, signal } from '@angular/core';
import { HttpErrorResponse } from '@angular/common/http';
import { Announcer } from '@waymark/shared/ui/announcer/announcer';
import type { BoardClash, BoardHandover, BoardHeat, BoardMove, BoardRepair, BoardSeverity, BoardVerdict } from '../schedule-board';
import { placeKey } from '../schedule-board';
import { bodyOf, draftOf, type SessionDetail } from '../session-editor/session-draft';
import type { Problem } from '@waymark/shared/ui/problem';
import { Api } from '@waymark/shared/web/api';
import { TabMemory } from '@waymark/shared/web/tab-memory';
import { wallNow } from '@waymark/shared/web/clock';
import { problemFrom, readingProblem } from '@waymark/shared/web/problems';
import { wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';
import { clashesOf, planOf, sessionOf, standing } from '@waymark/schedule/domain/plan';
import { canBeTakenOff } from '@waymark/schedule/domain/facilitator-status';
import { differs } from '@waymark/schedule/domain/release';
import { startOf, type ScheduleSession } from '@waymark/schedule/domain/schedule';
import type { Clash, Repair, Timetable } from '@waymark/engines/timetable/model';
import { openTimetable } from '@waymark/engines/timetable/timetable';
import { boardClash, boardDays, boardRooms, boardSeverity, moveOf } from './schedule-board-data';
import type { ScheduleChanges, ScheduleData, SessionMove } from './schedule-data';

/** A step that can be undone: the places before and after. */
interface Step {
  back: SessionMove[];
  forth: SessionMove[];
}

/** A move that came too late: what is there now, and what was wished. */
interface StaleMove {
  words: string;
  moves: SessionMove[];
}

/** Ways out are worked out for this many clashes at most; resolving some brings the next. */
const REPAIRED = 12;
const LEVELS: readonly (BoardSeverity | 'ok')[] = ['ok', 'ok', 'warn', 'block', 'block'];
const RANK: Record<BoardSeverity, number> = { info: 1, warn: 2, block: 3 };

/**
 * The schedule somebody works at: the API's answer held open in the timetable engine. A move shows at once and is sent after the ones
 * before it; the API has the last word.
 */
@Injectable()
export class ScheduleDesk {
  private readonly api = inject(Api);
  private readonly announcer = inject(Announcer);
  private readonly memory = inject(TabMemory);
  private timetable: Timetable | null = null;
  private cohortId = '';
  /** The days on which what others are booked for was read: on any other, who is free is not known. */
  private daysRead: ReadonlySet<string | null> = new Set();
  private sending: Promise<unknown> = Promise.resolve();
  private readonly pending = signal(0);
  private readonly past = signal<readonly Step[]>([]);
  private readonly future = signal<readonly Step[]>([]);
  private readonly savedAt = signal('');
  private readonly found = signal<readonly Clash[]>([]);

  readonly data = signal<ScheduleData | null>(null);
  readonly readProblem = signal<Problem | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly stale = signal<StaleMove | null>(null);

  readonly canUndo = computed(() => this.past().length > 0);
  readonly canRedo = computed(() => this.future().length > 0);
  readonly unreleased = computed(() => {
    const data = this.data();
    if (!data) return 0;
    const told = new Map(data.told.map((one) => [one.id, one]));
    return data.sessions.filter((session) => differs(session, told.get(session.id))).length;
  });
  readonly saved = computed(() => {
    const data = this.data();
    if (!data) return '';
    if (this.pending() > 0) return 'Saving';
    const at = this.savedAt() ? `, saved ${this.savedAt()}` : '';
    return this.unreleased() > 0 || !data.release ? `Draft${at}` : `Release ${data.release.number}${at}`;
  });
  /** How many clashes stand in the way of a release; null until the schedule is read, and for those who cannot resolve them. */
  readonly blocking = computed(() => {
    const data = this.data();
    return data?.can.edit ? standing(this.found(), data.overrides).length : null;
  });
  /** The clashes with their ways out, worst first. */
  readonly clashes = computed(() => {
    const data = this.data();
    const timetable = this.timetable;
    if (!data || !timetable) return [];
    const accepted = new Set(data.overrides.map(({ clashKey }) => clashKey));
    let left = data.can.edit ? REPAIRED : 0;
    const shown: Repair[] = [];
    return this.found().map((clash) => {
      // Two problems of one cause have one way out, which stands with the first.
      const also = accepted.has(clash.key) ? undefined : shown.find(({ solves }) => solves.some(({ key }) => key === clash.key));
      const offered = !also && clash.severity !== 'info' && !accepted.has(clash.key) && left-- > 0;
      const repairs = offered ? timetable.repairs(clash, 2).filter((repair) => this.isKnown(repair)) : [];
      shown.push(...repairs);
      return boardClash(clash, data, repairs, also?.label);
    });
  });

  async load(cohortId: string): Promise<void> {
    if (this.cohortId !== cohortId) this.recall(cohortId);
    this.cohortId = cohortId;
    try {
      const data = (await this.api.read('/cohorts/{id}/schedule', { path: { id: cohortId } })) as unknown as ScheduleData;
      if (this.cohortId !== cohortId) return;
      this.readProblem.set(null);
      this.timetable = openTimetable(planOf(data));
      this.daysRead = new Set(data.sessions.map(({ date }) => date));
      this.show(data);
    } catch (error) {
      this.readProblem.set(readingProblem(error));
    }
  }

  /** What a place would mean. A move into or out of the online column changes how the session is held, so it is tried and taken back. */
  readonly judge = (move: BoardMove): BoardVerdict => {
    const data = this.data();
    const session = this.sessionOf(move.sessionId);
    if (!data || !session || !this.timetable || move.day === null) return { severity: 'ok', words: [] };
    const wish = { ...session, ...moveOf(move, session) };
    const { added, changed } = this.trying(wish, (timetable) =>
      wish.mode === session.mode
        ? timetable.judge([{ sessionId: session.id, start: startOf(wish), roomId: wish.roomId }])
        : differenceOf(this.found(), clashesOf(timetable.clashes(), data)),
    );
    const clashes = [...added, ...changed].filter(({ severity }) => severity !== 'info');
    const severity = clashes.reduce<BoardVerdict['severity']>((worst, clash) => worstOf(worst, boardSeverity(clash.severity)), 'ok');
    return { severity, words: clashes.map(({ title }) => `${title}.`) };
  };

  /** How good every place on the board would be for one session. Asked once, when it is picked up. */
  readonly heat = (sessionId: string): BoardHeat | null => {
    const data = this.data();
    const session = this.sessionOf(sessionId);
    if (!data || !session || !this.timetable) return null;
    const heat = new Map<string, BoardSeverity | 'ok'>();
    const days = boardDays(data);
    const times = days.flatMap(({ date, opens, closes }) =>
      Array.from({ length: Math.ceil((closes - opens) / 15) }, (_, at) => ({ day: date, start: opens + at * 15 })),
    );
    const starts = times.map(({ day, start }) => wallMinute(day as SessionMove['date'] & string, '00:00') + start);
    const columns = boardRooms(data).map(({ id }) => id);
    for (const online of [false, true]) {
      const ours = columns.filter((id) => (id === null) === online);
      const rooms = ours.map((id) => (data.rooms.some((room) => room.id === id) ? id : null));
      const mode = online ? 'online' : session.mode === 'online' ? 'in_person' : session.mode;
      this.trying({ ...session, mode, ...(online ? { roomId: null } : {}) }, (timetable) => {
        const { worst } = timetable.heatMap(sessionId, { starts, roomIds: rooms });
        times.forEach(({ day, start }, row) =>
          ours.forEach((roomId, column) => heat.set(placeKey({ day, start, roomId }), LEVELS[worst[row * ours.length + column]!]!)),
        );
      });
    }
    return heat;
  };

  /** Moves people made on the board, or chose as a way out. */
  move(moves: readonly BoardMove[]): void {
    const wishes = moves.flatMap((move) => {
      const session = this.sessionOf(move.sessionId);
      return session ? [moveOf(move, session)] : [];
    });
    const back = wishes.flatMap(({ sessionId }) => this.placeOf(sessionId) ?? []);
    this.past.update((past) => [...past, { back, forth: wishes }].slice(-50));
    this.future.set([]);
    this.remember();
    this.send(wishes);
  }

  /** Makes a repair of a clash: its moves, or somebody else in place of a facilitator. */
  async mend({ title }: Pick<BoardClash, 'title'>, { moves, handovers }: BoardRepair): Promise<void> {
    if (moves.length > 0) this.move(moves);
    for (const handover of handovers) await this.handOver(handover, title);
  }

  undo(): void {
    const step = this.past().at(-1);
    if (!step) return;
    this.past.update((past) => past.slice(0, -1));
    this.remember();
    if (!this.stillAt(step.forth)) return this.changedMeanwhile();
    this.future.update((future) => [...future, step]);
    this.remember();
    this.send(step.back);
    this.announcer.announce('Undone');
  }

  redo(): void {
    const step = this.future().at(-1);
    if (!step) return;
    this.future.update((future) => future.slice(0, -1));
    this.remember();
    if (!this.stillAt(step.back)) return this.changedMeanwhile();
    this.past.update((past) => [...past, step]);
    this.remember();
    this.send(step.forth);
    this.announcer.announce('Redone');
  }

  /** Makes a move that came too late after all. */
  insist(): void {
    const stale = this.stale();
    this.stale.set(null);
    if (stale) this.send(stale.moves);
  }

  /** Takes in what others did, unless something of ours is still on its way. Answers what there is to tell. */
  async follow(): Promise<ScheduleChanges | null> {
    const data = this.data();
    if (!data || this.pending() > 0) return null;
    const { cohortId } = this;
    const changes = (await this.api.read('/cohorts/{id}/schedule/changes', {
      path: { id: cohortId },
      query: { since: data.scheduleVersion },
    })) as unknown as ScheduleChanges;
    if (this.pending() > 0 || this.cohortId !== cohortId || this.data() !== data) return null;
    // Other people, rooms or facilitators on a session bring other cohorts' plans with them: only moves are told in full.
    const moved = changes.happened.every(({ name }) => name === 'session.moved');
    if (changes.reload || !moved) await this.load(cohortId);
    else if (changes.scheduleVersion !== data.scheduleVersion) this.take(changes.sessions, changes.removed, changes.scheduleVersion);
    return changes;
  }

  /** Reads all of it again after a change made elsewhere, as in the session editor. */
  async renew(): Promise<void> {
    await this.load(this.cohortId);
    this.stamp();
  }

  sessionOf(id: string): ScheduleSession | undefined {
    return this.data()?.sessions.find((session) => session.id === id);
  }

  /** What can be undone outlives loading the page again: each step says where it was and where it went, and is judged when it is undone. */
  private recall(cohortId: string): void {
    const kept = this.memory.read<{ past: Step[]; future: Step[] }>(memoryOf(cohortId));
    this.past.set(kept?.past ?? []);
    this.future.set(kept?.future ?? []);
  }

  private remember(): void {
    this.memory.keep(memoryOf(this.cohortId), { past: this.past(), future: this.future() });
  }

  private isKnown({ handovers }: Repair): boolean {
    return handovers.every(({ sessionId }) => this.daysRead.has(this.sessionOf(sessionId)?.date ?? null));
  }

  /** The one who is relieved stays on the session as stood down, and why, unless nobody had asked them yet. */
  private async handOver({ sessionId, from, to }: BoardHandover, reason: string): Promise<void> {
    this.problem.set(null);
    this.pending.update((count) => count + 1);
    try {
      await this.sending;
      const session = (await this.api.read('/cohort-sessions/{id}', { path: { id: sessionId } })) as unknown as SessionDetail;
      const facilitators = session.facilitators.flatMap((one) => {
        if (one.facilitatorId !== from.id) return [one];
        const next = { facilitatorId: to.id, role: one.role, status: 'proposed' as const, reason: '' };
        return canBeTakenOff(one.status) ? [next] : [{ ...one, status: 'stood_down' as const, reason }, next];
      });
      const body = { ...bodyOf({ ...draftOf(session), facilitators }), version: session.version };
      await this.api.send('put', '/cohort-sessions/{id}', { path: { id: sessionId }, body: body as never });
      await this.renew();
    } catch (error) {
      this.problem.set(problemFrom(error));
    } finally {
      this.pending.update((count) => count - 1);
    }
  }

  private send(moves: readonly SessionMove[]): void {
    if (moves.length === 0) return;
    this.problem.set(null);
    this.stale.set(null);
    this.put(moves.flatMap((move) => ({ ...this.sessionOf(move.sessionId)!, ...placeIn(move) })));
    this.pending.update((count) => count + 1);
    this.sending = this.sending.then(() => this.deliver(moves)).finally(() => this.pending.update((count) => count - 1));
  }

  private async deliver(moves: readonly SessionMove[]): Promise<void> {
    try {
      const answer = await this.api.send('post', '/cohorts/{id}/session-moves', {
        path: { id: this.cohortId },
        body: { moves: moves.map((move) => ({ ...move, version: this.sessionOf(move.sessionId)!.version })) },
      });
      const known = this.data()?.scheduleVersion ?? 0;
      // Somebody else's change came in between: the version stays, so that the next look brings it.
      const version = answer.scheduleVersion === known + 1 ? answer.scheduleVersion : known;
      this.take(answer.sessions as unknown as ScheduleSession[], [], version);
      this.stamp();
    } catch (error) {
      await this.refused(error, moves);
    }
  }

  /** The board goes back to what the API holds, and says why: the page shows either as an alert, which is heard by itself. */
  private async refused(error: unknown, moves: readonly SessionMove[]): Promise<void> {
    const problem = problemFrom(error);
    this.past.set([]);
    this.future.set([]);
    this.remember();
    await this.load(this.cohortId);
    if (error instanceof HttpErrorResponse && problem.type === '/problems/stale') {
      const current = (error.error as { current?: { changedBy: string | null; values: { title?: string; startsAt?: string | null } } })
        .current;
      const title = current?.values.title ?? 'This session';
      const where = current?.values.startsAt ? `moved ${title} to ${current.values.startsAt}` : `changed ${title}`;
      this.stale.set({ words: `${current?.changedBy ?? 'Someone else'} ${where} before your move was saved.`, moves: [...moves] });
    } else {
      this.problem.set(problem);
    }
  }

  private take(sessions: readonly ScheduleSession[], removed: readonly string[], scheduleVersion: number): void {
    this.put(sessions);
    for (const id of removed) this.timetable?.removeSession(id);
    const data = this.data();
    if (data) this.show({ ...data, scheduleVersion, sessions: data.sessions.filter(({ id }) => !removed.includes(id)) });
  }

  /** Replaces sessions, or adds new ones, in the data and in the engine. */
  private put(changed: readonly ScheduleSession[]): void {
    const data = this.data();
    if (!data || !this.timetable) return;
    for (const session of changed) {
      if (session.status === 'cancelled') this.timetable.removeSession(session.id);
      else this.timetable.setSession(sessionOf(session, data));
    }
    const byId = new Map(changed.map((session) => [session.id, session]));
    const known = new Set(data.sessions.map(({ id }) => id));
    this.show({
      ...data,
      sessions: [...data.sessions.map((one) => byId.get(one.id) ?? one), ...changed.filter(({ id }) => !known.has(id))],
    });
  }

  private show(data: ScheduleData): void {
    this.data.set(data);
    this.found.set(clashesOf(this.timetable?.clashes() ?? [], data));
  }

  private trying<T>(session: ScheduleSession, work: (timetable: Timetable) => T): T {
    const timetable = this.timetable!;
    const before = timetable.session(session.id);
    if (!before || before.mode === session.mode) return work(timetable);
    timetable.setSession(sessionOf(session, this.data()!));
    try {
      return work(timetable);
    } finally {
      timetable.setSession(before);
    }
  }

  private placeOf(id: string): SessionMove | undefined {
    const session = this.sessionOf(id);
    return session && { sessionId: id, ...placeIn(session) };
  }

  private stillAt(places: readonly SessionMove[]): boolean {
    return places.every((place) => {
      const now = this.placeOf(place.sessionId);
      return now?.date === place.date && now.startsAt === place.startsAt && now.roomId === place.roomId && now.mode === place.mode;
    });
  }

  private changedMeanwhile(): void {
    this.problem.set({ title: 'This cannot be undone because the session has been changed since.' });
  }

  private stamp(): void {
    this.savedAt.set(wallTime(wallNow()));
  }
}

const memoryOf = (cohortId: string): string => `undo-${cohortId}`;

const placeIn = ({ date, startsAt, roomId, mode }: Pick<SessionMove, 'date' | 'startsAt' | 'roomId' | 'mode'>) => ({
  date,
  startsAt,
  roomId,
  mode,
});

function differenceOf(before: readonly Clash[], after: readonly Clash[]): { added: Clash[]; changed: Clash[] } {
  const known = new Set(before.map(({ key }) => key));
  return { added: after.filter(({ key }) => !known.has(key)), changed: [] };
}

const worstOf = (one: BoardVerdict['severity'], other: BoardSeverity): BoardVerdict['severity'] =>
  one === 'ok' || RANK[other] > RANK[one] ? other : one;
