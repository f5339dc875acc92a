import type { LocalDate, LocalTime } from '@waymark/shared/kernel/dates';
import { wallMinute, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import type { AgendaItem } from './agenda-item';
import { isExpectedToLead } from './facilitator-status';
import type { ScheduleSession, SessionModeCode } from './schedule';

/** A session as people were told about it: with the names of that day, so that an old release reads as it did. */
export interface ReleasedSession {
  id: string;
  title: string;
  kind: string;
  purpose: string;
  date: LocalDate;
  startsAt: LocalTime;
  /** Minutes. */
  duration: number;
  mode: SessionModeCode;
  roomId: string | null;
  roomName: string | null;
  venueName: string | null;
  venueAddress: string | null;
  onlineUrl: string | null;
  mandatory: boolean;
  cancelled: boolean;
  /** Put off with its cohort, until it is released again. */
  postponed: boolean;
  groupIds: string[];
  groupNames: string[];
  facilitators: { id: string; name: string }[];
  agenda: AgendaItem[];
  icsUid: string;
  icsSequence: number;
}

export interface Snapshot {
  sessions: ReleasedSession[];
}

export const CHANGES = ['added', 'postponed', 'resumed', 'moved', 'place', 'retitled', 'cancelled', 'people', 'details'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/** One session between two releases. Several things may have changed at once. */
export interface ScheduleChange {
  sessionId: string;
  title: string;
  kinds: ChangeKind[];
  before: ReleasedSession | null;
  after: ReleasedSession;
}

/** What a calendar entry shows: a change of it is told to everybody it concerns, and raises its sequence by one. */
const MATERIAL: readonly ChangeKind[] = ['postponed', 'resumed', 'moved', 'place', 'retitled', 'cancelled'];

/** A schedule in the state it would be released in. `cancelled` only stays when people had been told about the session. */
export function snapshotOf(
  sessions: readonly (Omit<ReleasedSession, 'date' | 'startsAt'> & { date: LocalDate | null; startsAt: LocalTime | null })[],
  last: Snapshot | null,
): Snapshot {
  const told = new Set(last?.sessions.map(({ id }) => id));
  return {
    sessions: sessions
      .flatMap((session) => (session.date === null || session.startsAt === null ? [] : [session as ReleasedSession]))
      .filter(({ id, cancelled }) => !cancelled || told.has(id)),
  };
}

/** What changed from one state to the next, in order of time. */
export function changesBetween(before: Snapshot | null, after: Snapshot): ScheduleChange[] {
  const earlier = new Map(before?.sessions.map((session) => [session.id, session]));
  return after.sessions
    .map((session) => {
      const old = earlier.get(session.id) ?? null;
      return { sessionId: session.id, title: session.title, kinds: kindsOf(old, session), before: old, after: session };
    })
    .filter(({ kinds }) => kinds.length > 0)
    .sort((one, other) => timeOf(one).localeCompare(timeOf(other)));
}

/** Must calendars be told? A session nobody knew yet has nothing to correct. */
export function isMaterial({ before, kinds }: Pick<ScheduleChange, 'before' | 'kinds'>): boolean {
  return before !== null && kinds.some((kind) => MATERIAL.includes(kind));
}

/** The snapshot with the sequence of each materially changed session raised by exactly one, and no other. */
export function raiseSequences(snapshot: Snapshot, changes: readonly ScheduleChange[]): { snapshot: Snapshot; raised: string[] } {
  const raised = new Set(changes.filter(isMaterial).map(({ sessionId }) => sessionId));
  return {
    snapshot: { sessions: snapshot.sessions.map((one) => (raised.has(one.id) ? { ...one, icsSequence: one.icsSequence + 1 } : one)) },
    raised: [...raised],
  };
}

/** What people were told, with these sessions called off and nothing else changed: what was only a draft stays one. */
export function calledOff(last: Snapshot, ids: readonly string[]): Snapshot {
  return { sessions: last.sessions.map((one) => (ids.includes(one.id) ? { ...one, cancelled: true, postponed: false } : one)) };
}

/** What people were told, with everything that has not ended put off: it comes back with the next release. */
export function putOff(last: Snapshot, now: WallMinute): Snapshot {
  const isAhead = ({ date, startsAt, duration }: ReleasedSession) => wallMinute(date, startsAt) + duration > now;
  return { sessions: last.sessions.map((one) => (!one.cancelled && isAhead(one) ? { ...one, postponed: true } : one)) };
}

/** Whom a change concerns: everybody who had the session or has it now. */
export function affectedBy(
  { before, after }: Pick<ScheduleChange, 'before' | 'after'>,
  people: readonly { id: string; groupIds: readonly string[] }[],
): { participantIds: string[]; facilitatorIds: string[] } {
  const states = before === null ? [after] : [before, after];
  const everybody = states.some(({ groupIds }) => groupIds.length === 0);
  const groups = new Set(states.flatMap(({ groupIds }) => groupIds));
  return {
    participantIds: people.filter(({ groupIds }) => everybody || groupIds.some((id) => groups.has(id))).map(({ id }) => id),
    facilitatorIds: [...new Set(states.flatMap(({ facilitators }) => facilitators.map(({ id }) => id)))],
  };
}

/** What the board keeps of a release, to mark what differs from it. */
export interface Told {
  id: string;
  title: string;
  date: LocalDate;
  startsAt: LocalTime;
  duration: number;
  mode: SessionModeCode;
  roomId: string | null;
  cancelled: boolean;
  postponed: boolean;
  groupIds: string[];
  facilitatorIds: string[];
}

export function toldOf(snapshot: Snapshot | null): Told[] {
  return (snapshot?.sessions ?? []).map(
    ({ id, title, date, startsAt, duration, mode, roomId, cancelled, postponed, groupIds, facilitators }) => ({
      id,
      title,
      date,
      startsAt,
      duration,
      mode,
      roomId,
      cancelled,
      postponed,
      groupIds,
      facilitatorIds: idsOf(facilitators),
    }),
  );
}

/** Do people believe something else about this session than the draft says? */
export function differs(session: ScheduleSession, told: Told | undefined): boolean {
  if (!told) return session.date !== null && session.status !== 'cancelled';
  if (session.status === 'cancelled') return !told.cancelled;
  return (
    told.postponed ||
    session.date !== told.date ||
    session.startsAt !== told.startsAt ||
    session.duration !== told.duration ||
    session.mode !== told.mode ||
    session.roomId !== told.roomId ||
    session.title !== told.title ||
    !sameIds(session.groupIds, told.groupIds) ||
    !sameIds(
      session.facilitators.filter(({ status }) => isExpectedToLead(status)).map(({ facilitatorId }) => facilitatorId),
      told.facilitatorIds,
    )
  );
}

function kindsOf(before: ReleasedSession | null, after: ReleasedSession): ChangeKind[] {
  if (before === null) return ['added'];
  if (after.cancelled) return before.cancelled ? [] : ['cancelled'];
  if (after.postponed) return before.postponed ? [] : ['postponed'];
  const changed: [ChangeKind, boolean][] = [
    ['resumed', before.postponed],
    ['moved', before.date !== after.date || before.startsAt !== after.startsAt || before.duration !== after.duration],
    ['place', before.mode !== after.mode || before.roomId !== after.roomId || before.onlineUrl !== after.onlineUrl],
    ['retitled', before.title !== after.title],
    ['people', !sameIds(before.groupIds, after.groupIds) || !sameIds(idsOf(before.facilitators), idsOf(after.facilitators))],
    [
      'details',
      before.purpose !== after.purpose ||
        before.kind !== after.kind ||
        before.mandatory !== after.mandatory ||
        JSON.stringify(before.agenda.map(plain)) !== JSON.stringify(after.agenda.map(plain)),
    ],
  ];
  return changed.flatMap(([kind, differs]) => (differs ? [kind] : []));
}

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
const sameIds = (one: readonly string[], other: readonly string[]): boolean => [...one].sort().join() === [...other].sort().join();
const plain = ({ title, kind, offset, duration, presenter }: AgendaItem) => [title, kind, offset, duration, presenter];
const timeOf = ({ after, title }: ScheduleChange): string => `${after.date} ${after.startsAt} ${title}`;
