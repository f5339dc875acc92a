import type { LocalDate, LocalTime } from '@waymark/shared/kernel/dates';
import { wallDate, wallMinute, wallTime, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import type { Severity } from '@waymark/engines/timetable/model';
import type { FacilitatorStatus } from './facilitator-status';

/** A minute on the wall clock of Europe/London, written down: `2027-06-24T09:30`. */
export type WallText = `${LocalDate}T${LocalTime}`;

export type SessionStatus = 'draft' | 'released' | 'in_progress' | 'delivered' | 'register_closed' | 'cancelled';
export type SessionModeCode = 'in_person' | 'online' | 'hybrid';

/** Where a session stands. `date` and `startsAt` are both there or both `null`: then it is not on the schedule. */
interface SessionPlace {
  date: LocalDate | null;
  startsAt: LocalTime | null;
  roomId: string | null;
  mode: SessionModeCode;
}

interface SessionFacilitator {
  facilitatorId: string;
  role: 'lead' | 'support';
  status: FacilitatorStatus;
}

export interface ScheduleSession extends SessionPlace {
  id: string;
  version: number;
  title: string;
  kind: string;
  status: SessionStatus;
  /** Minutes. */
  duration: number;
  layout: string | null;
  equipment: string[];
  setUp: number;
  clearUp: number;
  mandatory: boolean;
  position: number;
  /** Empty: the whole cohort. */
  groupIds: string[];
  facilitators: SessionFacilitator[];
  /** Sessions that end first, and the minutes that must lie between. */
  after: { sessionId: string; minGap: number }[];
}

interface ScheduleRoom {
  id: string;
  name: string;
  venueId: string;
  venueName: string;
  nation: string;
  capacities: Record<string, number>;
  /** Null: the same as the venue. What the room has is `roomAccess`. */
  access: string[] | null;
  venueAccess: string[];
  equipment: string[];
}

/**
 * A booking of the cohort, or somebody else's, which the holder names. Of one that the reader may not see there is only when it takes the room:
 * no holder, and `eventId` in place of its id. Rules go by `eventId`, which is the same whoever reads.
 */
interface ScheduleBooking {
  id: string;
  eventId: string;
  roomId: string;
  start: WallText;
  end: WallText;
  setUp: number;
  clearUp: number;
  holder: string | null;
  cohortId: string | null;
}

interface ScheduleFacilitator {
  id: string;
  name: string;
  /** What they can lead. Empty: nobody has said. */
  subjects: string[];
  availability: { kind: 'available' | 'unavailable'; start: WallText; end: WallText }[];
}

/** A participant. `id` is the enrolment's; `needs` is empty for readers who may not see needs. */
interface SchedulePerson {
  id: string;
  name: string;
  groupIds: string[];
  needs: string[];
}

/**
 * A session of another cohort which shares a room, a facilitator or a participant with this one. Of one that the reader may not see there is
 * only when it takes which of these: no cohort, title or kind, and `eventId` in place of its id. Rules go by `eventId`, which is the same
 * whoever reads.
 */
export interface ElsewhereSession {
  id: string;
  eventId: string;
  cohortId: string | null;
  title: string | null;
  kind: string | null;
  start: WallText;
  duration: number;
  mode: SessionModeCode;
  roomId: string | null;
  venueId: string | null;
  setUp: number;
  clearUp: number;
  /** Facilitators of this cohort's sessions who are there. */
  facilitatorIds: string[];
  /** People of this cohort who are there. */
  personIds: string[];
}

export interface ClashOverride {
  id: string;
  clashKey: string;
  rule: string;
  reason: string;
  by: string;
  at: string;
}

/** Everything the board and the timetable engine look at, as one answer. */
export interface Schedule {
  cohort: {
    id: string;
    name: string;
    startsOn: LocalDate;
    endsOn: LocalDate;
    nation: string;
    stage: string;
    capacity: number;
  };
  sessions: ScheduleSession[];
  rooms: ScheduleRoom[];
  bookings: ScheduleBooking[];
  facilitators: ScheduleFacilitator[];
  groups: { id: string; name: string; kind: string; members: number }[];
  people: SchedulePerson[];
  elsewhere: ElsewhereSession[];
  otherCohorts: { id: string; name: string; startsOn: LocalDate; endsOn: LocalDate; nation: string }[];
  holidays: { division: string; date: LocalDate; title: string }[];
  travel: { fromVenueId: string; toVenueId: string; minutes: number }[];
  /** Severity by rule, where the programme says otherwise than the usual. */
  rules: Record<string, Severity>;
}

/** The minute a session starts; `null` when it is not on the schedule. */
export function startOf({ date, startsAt }: Pick<SessionPlace, 'date' | 'startsAt'>): WallMinute | null {
  return date === null || startsAt === null ? null : wallMinute(date, startsAt);
}

/** The words of a start as a session keeps them. */
export function placeAt(start: WallMinute | null): Pick<SessionPlace, 'date' | 'startsAt'> {
  return start === null ? { date: null, startsAt: null } : { date: wallDate(start), startsAt: wallTime(start) };
}

export function minuteOf(text: WallText): WallMinute {
  return wallMinute(text.slice(0, 10) as LocalDate, text.slice(11, 16));
}

export function textOf(minute: WallMinute): WallText {
  return `${wallDate(minute)}T${wallTime(minute)}`;
}

/** How a session is held once it stands there: a room makes it in person, the online column takes it out of its room. */
export function modeAt(session: SessionPlace, roomId: string | null, mode?: SessionModeCode): SessionModeCode {
  if (mode) return mode;
  return roomId !== null && session.mode === 'online' ? 'in_person' : session.mode;
}

/** The days a schedule shows: every day of a short cohort, and of a long one those with sessions, the first and the last. */
export function daysOf({ cohort, sessions }: Pick<Schedule, 'cohort' | 'sessions'>): LocalDate[] {
  const days = new Set<LocalDate>([cohort.startsOn, cohort.endsOn]);
  for (const { date } of sessions) if (date) days.add(date);
  const first = wallMinute(cohort.startsOn, '00:00');
  const last = wallMinute(cohort.endsOn, '00:00');
  if (last - first < SHORT) for (let day = first; day <= last; day += 1440) days.add(wallDate(day));
  return [...days].sort();
}

/** Ten days, in minutes. */
const SHORT = 10 * 1440;
