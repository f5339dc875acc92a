import type {
  BoardClash,
  BoardDay,
  BoardHold,
  BoardMove,
  BoardPerson,
  BoardRepair,
  BoardRoom,
  BoardSession,
  BoardSeverity,
} from '../schedule-board';
import { longDate } from '@waymark/shared/kernel/dates';
import { toWall, wallDate, wallTime } from '@waymark/shared/kernel/wall-clock';
import { wayIntoRoom } from '@waymark/catalogue/domain/access';
import { largestCapacity } from '@waymark/catalogue/domain/layouts';
import { differs, type Told } from '@waymark/schedule/domain/release';
import { isExpectedToLead } from '@waymark/schedule/domain/facilitator-status';
import { daysOf, minuteOf, textOf, type ScheduleSession } from '@waymark/schedule/domain/schedule';
import { editRefusals } from '@waymark/schedule/domain/schedule-rules';
import { scheduleManifest } from '@waymark/schedule/domain/manifest';
import { unknownHolidays } from '@waymark/catalogue/domain/calendar';
import { sessionKind } from '@waymark/catalogue/domain/session-kinds';
import type { Clash, Repair, Severity } from '@waymark/engines/timetable/model';
import type { ScheduleData, SessionMove } from './schedule-data';

/** The column of sessions in person that have no room yet; `null` is the column of those held online. */
const NO_ROOM = 'no-room';

const OPENS = 9 * 60;
const CLOSES = 17 * 60;

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
export const timeAt = (minutes: number): `${number}:${number}` =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as `${number}:${number}`;

/** '20 June 2027 at 10:42' */
export function momentWords(iso: string): string {
  const wall = toWall(new Date(iso));
  return `${longDate(wallDate(wall))} at ${wallTime(wall)}`;
}

export function boardDays(data: ScheduleData): BoardDay[] {
  return daysOf(data).map((date) => ({
    date,
    title: longDate(date, { withWeekday: true }).replace(/ \d{4}$/, ''),
    opens: OPENS,
    closes: CLOSES,
  }));
}

/** How far the list of bank holidays goes, where the schedule goes further; or nothing. */
export const uncheckedDays = (data: ScheduleData): string => unknownHolidays(daysOf(data).at(-1)!, data.holidaysKnownUntil);

export function boardRooms({ rooms, sessions }: ScheduleData): BoardRoom[] {
  const venues = new Set(rooms.map(({ venueId }) => venueId));
  const roomless = sessions.some(({ date, roomId, mode }) => date !== null && roomId === null && mode !== 'online');
  return [
    ...rooms.map(({ id, name, venueName, ...room }) => {
      const seats = largestCapacity(room.capacities);
      const facts = [venues.size > 1 ? venueName : '', seats === null ? '' : `${seats} seats`, wayIntoRoom(room)];
      return { id, name, detail: facts.filter(Boolean).join(' · ') };
    }),
    ...(roomless || rooms.length === 0 ? [{ id: NO_ROOM, name: 'No room yet', detail: 'In person' }] : []),
    { id: null, name: 'Online', detail: 'Video meeting' },
  ];
}

/** Where a session stands on the board. */
const columnOf = ({ mode, roomId }: Pick<ScheduleSession, 'mode' | 'roomId'>): string | null =>
  mode === 'online' ? null : (roomId ?? NO_ROOM);

/** A place on the board in the words of the API. */
export function moveOf({ sessionId, day, start, roomId }: BoardMove, session: ScheduleSession): SessionMove {
  const off = day === null;
  // Off the schedule a session keeps the room it was planned for.
  const column = off ? columnOf(session) : roomId;
  return {
    sessionId,
    date: off ? null : (day as SessionMove['date']),
    startsAt: off ? null : timeAt(start),
    roomId: column === null || column === NO_ROOM ? null : column,
    mode: column === null ? 'online' : session.mode === 'online' ? 'in_person' : session.mode,
  };
}

export function boardSessions(data: ScheduleData): BoardSession[] {
  const names = new Map(data.facilitators.map(({ id, name }) => [id, name]));
  const told = new Map(data.told.map((one) => [one.id, one]));
  return data.sessions.map((session) => {
    const start = session.startsAt === null ? OPENS : minutesOf(session.startsAt);
    const kind = sessionKind(session.kind);
    const locked = editRefusals(session)[0];
    return {
      id: session.id,
      title: session.title,
      kind: kind.family,
      kindWord: kind.word,
      day: session.date,
      start,
      end: start + session.duration,
      roomId: columnOf(session),
      who: whoOf(session, data),
      wholeCohort: session.groupIds.length === 0,
      groupIds: session.groupIds,
      leaders: session.facilitators
        .filter(({ status }) => isExpectedToLead(status))
        .flatMap(({ facilitatorId }) => names.get(facilitatorId) ?? []),
      status: statusOf(session, told.get(session.id)),
      version: session.version,
      movable: data.can.edit && !locked,
      lockedReason: locked ? scheduleManifest.refusals[locked.code].replace('{title}', session.title) : null,
    };
  });
}

/** Others' bookings of our rooms, and what takes one of them that the reader may not see: once, where it has a booking too. */
export function boardHolds({ bookings, elsewhere, cohort }: ScheduleData): BoardHold[] {
  const booked = bookings.filter(({ cohortId }) => cohortId !== cohort.id);
  const unseen = elsewhere.flatMap(({ id, title, roomId, start, duration }) => {
    if (title !== null || roomId === null) return [];
    const end = textOf(minuteOf(start) + duration);
    const hasBooking = booked.some((one) => one.holder === null && one.roomId === roomId && one.start <= start && one.end >= end);
    return hasBooking ? [] : [{ id, roomId, start, end, holder: null }];
  });
  return [...booked, ...unseen].map(({ id, roomId, start, end, holder }) => ({
    id,
    roomId,
    holder,
    day: start.slice(0, 10),
    start: minutesOf(start.slice(11)),
    end: end.slice(0, 10) === start.slice(0, 10) ? minutesOf(end.slice(11)) : 1440,
  }));
}

export function boardPeople({ facilitators, people, groups, sessions }: ScheduleData): BoardPerson[] {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const current = sessions.filter(({ status }) => status !== 'cancelled');
  const leaders = facilitators.map(({ id, name }) => ({
    id,
    name,
    role: 'Facilitator',
    sessionIds: current
      .filter((one) => one.facilitators.some(({ facilitatorId, status }) => facilitatorId === id && isExpectedToLead(status)))
      .map((one) => one.id),
  }));
  const participants = people.map(({ id, name, groupIds }) => ({
    id,
    name,
    role: ['Participant', ...groupIds.flatMap((group) => names.get(group) ?? [])].join(', '),
    sessionIds: current
      .filter((one) => one.groupIds.length === 0 || one.groupIds.some((group) => groupIds.includes(group)))
      .map((one) => one.id),
  }));
  return [...leaders.filter(({ sessionIds }) => sessionIds.length > 0), ...participants];
}

/** A clash with its ways out. `repairs` are only worked out by the caller for those that are shown with buttons. */
export function boardClash(clash: Clash, data: ScheduleData, repairs: readonly Repair[], solvedBy?: string): BoardClash {
  const override = data.overrides.find(({ clashKey }) => clashKey === clash.key);
  const modes = new Map(data.sessions.map((session) => [session.id, session]));
  return {
    key: clash.key,
    severity: boardSeverity(clash.severity),
    title: clash.title,
    sentence: clash.sentence,
    sessionIds: clash.subjects.filter(({ kind, id }) => kind === 'session' && modes.has(id)).map(({ id }) => id),
    short: shortOf(clash),
    ...(override ? { overridden: { by: override.by, reason: override.reason, at: momentWords(override.at) } } : {}),
    repairs: repairs.map((repair) => boardRepair(repair, data)),
    ...(solvedBy === undefined ? {} : { solvedBy }),
  };
}

export function boardSeverity(severity: Severity): BoardSeverity {
  return severity === 'block_release' || severity === 'block_save' ? 'block' : severity === 'warn' ? 'warn' : 'info';
}

/** "Sam Okoro is also here" */
export function presenceWords(present: readonly { name: string }[]): string {
  const [first, second] = present;
  if (!first) return '';
  if (!second) return `${first.name} is also here`;
  return present.length === 2
    ? `${first.name} and ${second.name} are also here`
    : `${first.name} and ${present.length - 1} others are also here`;
}

function boardRepair({ label, moves, handovers, solves, causes }: Repair, { sessions, facilitators }: ScheduleData): BoardRepair {
  const named = (id: string) => ({ id, name: facilitators.find((one) => one.id === id)?.name ?? '' });
  return {
    label,
    handovers: handovers.map(({ sessionId, from, to }) => ({ sessionId, from: named(from), to: named(to) })),
    solves: solves.map(({ title }) => title),
    causes: causes.map(({ title }) => title),
    moves: moves.map(({ sessionId, start, roomId }) => {
      const session = sessions.find(({ id }) => id === sessionId)!;
      const column = roomId ?? (session.mode === 'online' ? null : NO_ROOM);
      return start === null
        ? { sessionId, day: null, start: 0, roomId: column }
        : { sessionId, day: wallDate(start), start: ((start % 1440) + 1440) % 1440, roomId: column };
    }),
  };
}

function statusOf(session: ScheduleSession, told: Told | undefined): BoardSession['status'] {
  if (session.status === 'cancelled') return 'cancelled';
  if (session.status === 'draft') return 'draft';
  return differs(session, told) ? 'changed' : 'released';
}

function whoOf({ groupIds }: ScheduleSession, { groups }: ScheduleData): string {
  if (groupIds.length === 0) return 'everyone';
  const chosen = groups.filter(({ id }) => groupIds.includes(id));
  return chosen.map(({ name, members }) => `${name} (${members} ${members === 1 ? 'person' : 'people'})`).join(', ');
}

const SHORT: Record<Clash['rule'], string> = {
  room_overlap: 'Room used twice',
  room_held: 'Room is held',
  room_capacity: 'Room too small',
  equipment_missing: 'Equipment missing',
  access_unmet: 'Access need not met',
  facilitator_overlap: 'in 2 places',
  facilitator_travel: 'has too little travel time',
  facilitator_unavailable: 'not available',
  group_overlap: 'Group in 2 places',
  person_overlap: 'People in 2 places',
  outside_cohort_dates: 'Outside the dates',
  holiday: 'Bank holiday',
  order: 'Starts too early',
  gap: 'Follows too soon',
  room_not_booked: 'Room not booked',
};

/** For the block itself: 'Nwosu in 2 places'. */
function shortOf({ rule, subjects }: Clash): string {
  const person = subjects.find(({ kind }) => kind === 'facilitator');
  return person ? `${person.name.split(' ').at(-1)} ${SHORT[rule]}` : SHORT[rule];
}
