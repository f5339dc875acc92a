/**
 * A minute on the wall clock of Europe/London, counted from 1970-01-01T00:00 as the clock on the wall shows it.
 *
 * Not an instant: the United Kingdom has one zone, and everything a timetable compares (session times, opening hours,
 * cohort dates, bank holidays) is said in wall-clock words. A 09:30 session stays at 09:30 when its plan moves across
 * a clock change, and a day always has 1,440 minutes. Whoever stores instants converts at the edge.
 */
export type WallMinute = number;

/** Days since 1970-01-01. `Math.floor(minute / 1440)`. */
export type DayNumber = number;

/** From `start` up to but not including `end`: two spans that only touch do not overlap. */
export interface Span {
  start: WallMinute;
  end: WallMinute;
}

/** How much a clash matters. `ignore` is never reported; `block_release` and `block_save` can be overridden with a reason. */
export type Severity = 'ignore' | 'info' | 'warn' | 'block_release' | 'block_save';

/** Mildest first: the index is the number a heat map holds. */
export const SEVERITIES: readonly Severity[] = ['ignore', 'info', 'warn', 'block_release', 'block_save'];

export const RULE_CODES = [
  'room_overlap',
  'room_held',
  'room_capacity',
  'equipment_missing',
  'access_unmet',
  'facilitator_overlap',
  'facilitator_travel',
  'facilitator_unavailable',
  'group_overlap',
  'person_overlap',
  'outside_cohort_dates',
  'holiday',
  'order',
  'gap',
  'room_not_booked',
] as const;
export type RuleCode = (typeof RULE_CODES)[number];

/** Where a programme starts from; each programme may set its own. */
export const DEFAULT_RULES: Readonly<Record<RuleCode, Severity>> = {
  room_overlap: 'block_release',
  room_held: 'block_release',
  room_capacity: 'block_release',
  equipment_missing: 'warn',
  access_unmet: 'block_release',
  facilitator_overlap: 'block_release',
  facilitator_travel: 'warn',
  facilitator_unavailable: 'warn',
  group_overlap: 'block_release',
  person_overlap: 'warn',
  outside_cohort_dates: 'block_release',
  holiday: 'warn',
  order: 'warn',
  gap: 'warn',
  room_not_booked: 'info',
};

/** `startsOn` and `endsOn` both belong to the cohort. `division` names the bank holidays that apply where no venue says otherwise. */
export interface CohortDates {
  id: string;
  name: string;
  startsOn: DayNumber;
  endsOn: DayNumber;
  division: string;
}

export interface Session {
  id: string;
  cohortId: string;
  title: string;
  /** `null`: not on the schedule, and so in nobody's way. */
  start: WallMinute | null;
  /** Minutes, more than 0. */
  duration: number;
  roomId: string | null;
  /** Where it happens when no room is named, for example a visit. A room's own venue wins. */
  venueId: string | null;
  mode: 'in_person' | 'online' | 'hybrid';
  /** `null`: any layout will do, so the largest capacity of the room counts. */
  layout: string | null;
  equipment: readonly string[];
  /** Minutes the room is needed before the start. */
  setUp: number;
  /** Minutes the room is needed after the end. */
  clearUp: number;
  /** Empty: the whole cohort. */
  groupIds: readonly string[];
  facilitatorIds: readonly string[];
  /** Facilitators who have said no to it, or were stood down: nobody proposes them again. */
  declinedIds?: readonly string[];
  /** Sessions that end first, and the minutes there must be between that end and this start. */
  after: readonly { sessionId: string; minGap: number }[];
  /** Repairs leave it where it is: already released, already held, or somebody else's. People may still move it. */
  fixed: boolean;
  /** A meal or a pause. It takes its people's time like any session, but repairs do not move it. */
  isBreak: boolean;
  /** How many people to plan for while fewer are enrolled. Capacity uses the larger of the two. */
  expected?: number | null;
  /** Whoever asks may know that it takes its room and its people, and nothing else of it: clashes call it an event they cannot see. */
  hidden?: boolean;
}

export interface Room {
  id: string;
  venueId: string;
  name: string;
  /** Layout to seats. Empty: nobody has said, so capacity is not checked. */
  capacityByLayout: Readonly<Record<string, number>>;
  /** What the room offers, in the same words as `Person.needs`. */
  access: readonly string[];
  equipment: readonly string[];
  /** Whose bank holidays the venue keeps. Without it, the cohort's. */
  division?: string | null;
}

/** A hold or contract for a room. `cohortId` null: somebody else's. */
export interface Booking {
  id: string;
  roomId: string;
  start: WallMinute;
  /** After `start`. */
  end: WallMinute;
  setUp: number;
  clearUp: number;
  /** Who holds it, as people say it: "Essex County Council". */
  holder: string;
  cohortId: string | null;
  /** Whoever asks may know that it takes its room, and nothing else of it. */
  hidden?: boolean;
}

export interface Facilitator {
  id: string;
  name: string;
  unavailable: readonly Span[];
  /** `null`: any time that is not unavailable. */
  available: readonly Span[] | null;
  /** What they can lead, as people wrote it. Empty: nobody has said, so anything. */
  subjects?: readonly string[];
}

export interface Person {
  id: string;
  name: string;
  cohortIds: readonly string[];
  groupIds: readonly string[];
  /** Access features, for example `step_free`. No title, sentence or subject of a clash ever connects them with the person. */
  needs: readonly string[];
}

export interface Group {
  id: string;
  cohortId: string;
  name: string;
  /** Sponsors, line managers or other visitors: "the whole cohort" does not include them. */
  guests?: boolean;
}

/** At most one for a division and day. */
export interface Holiday {
  division: string;
  day: DayNumber;
  title: string;
}

/** Minutes from door to door. Used for the way back too, unless that is listed itself. */
interface TravelTime {
  fromVenueId: string;
  toVenueId: string;
  minutes: number;
}

/** Everything the rules look at. Ids are unique within each list. */
export interface Plan {
  cohorts: readonly CohortDates[];
  sessions: readonly Session[];
  rooms: readonly Room[];
  bookings: readonly Booking[];
  facilitators: readonly Facilitator[];
  people: readonly Person[];
  groups: readonly Group[];
  holidays: readonly Holiday[];
  travel: readonly TravelTime[];
  rules: Readonly<Record<RuleCode, Severity>>;
  /** Minutes of the day between which repairs look for a time, for example 540 and 1020. */
  opens: number;
  closes: number;
  /** Minutes between two starts a repair tries; 15 on the board. */
  step: number;
}

export type SubjectKind = 'session' | 'room' | 'facilitator' | 'person' | 'group' | 'booking' | 'cohort' | 'holiday';

export interface Subject {
  kind: SubjectKind;
  id: string;
  name: string;
}

export interface Clash {
  /** Rule and the ids that make it this clash. It survives a move that keeps them, so an override does too. At most 255 characters for UUIDs. */
  key: string;
  rule: RuleCode;
  severity: Severity;
  subjects: readonly Subject[];
  /** The time in question: the overlap of two sessions, or the whole of one. */
  span: Span | null;
  /** "Dr Amara Nwosu is in 2 sessions" */
  title: string;
  /** "Thu 24 June, 13:15 to 14:00. Sponsor briefing (online) and Systems leadership (Crouch room)." */
  sentence: string;
}

/** Puts a session at a time and in a room. `start` null takes it off the schedule. */
export interface Move {
  sessionId: string;
  start: WallMinute | null;
  roomId: string | null;
}

/** What moves would do to the list of clashes, each list in the order of `compareClashes`. */
export interface Verdict {
  added: Clash[];
  removed: Clash[];
  /** Same key before and after, with another span or other words. As they would be after. */
  changed: Clash[];
}

export interface HeatMapTargets {
  starts: readonly WallMinute[];
  roomIds: readonly (string | null)[];
}

/** What would be wrong with one session at each start and in each room, whatever is wrong with it now. */
export interface HeatMap {
  sessionId: string;
  starts: readonly WallMinute[];
  roomIds: readonly (string | null)[];
  /** Index into `SEVERITIES` of the worst clash, 0 for none. The cell of start `s` and room `r` is `s * roomIds.length + r`. */
  worst: Uint8Array;
  /** Number of clashes, same cells. */
  count: Uint16Array;
  /** The clashes behind a cell, worked out when asked, from the plan as it then is. Any start and room will do. */
  reasons(start: WallMinute, roomId: string | null): Clash[];
}

/** One facilitator takes a session over from another. */
export interface Handover {
  sessionId: string;
  from: string;
  to: string;
}

export interface Repair {
  kind: 'room' | 'time' | 'room_and_time' | 'swap' | 'swap_rooms' | 'facilitator';
  /** Empty where a facilitator changes and no session moves. */
  moves: Move[];
  handovers: Handover[];
  /** The whole of what is done: "Move to Blackwater room", "Swap: Reflection to Fri 25 June, 12:45, Welcome to 09:00 in Crouch room". */
  label: string;
  /** Every clash that is gone then, the one asked about among them. */
  solves: Clash[];
  /** What is found wrong then and was not before: milder than the clash asked about, and never in the way of a release. */
  causes: Clash[];
  /** Disruption, to compare repairs of one clash: changes of day, sessions touched, clashes left, minutes shifted or unequal, change of venue, of room. */
  cost: number;
}

/** A plan held open: answers what a move would do without going through everything again. */
export interface Timetable {
  /** Every clash, in the order of `compareClashes`. */
  clashes(): Clash[];
  /** What the moves would do, all together. Changes nothing. Throws a `RangeError` for an id the plan does not have. */
  judge(moves: readonly Move[]): Verdict;
  /** Makes the moves, whatever they bring, and says what changed. */
  apply(moves: readonly Move[]): Verdict;
  heatMap(sessionId: string, targets: HeatMapTargets): HeatMap;
  /** Ways out of one clash, least disruption first. Each removes it and adds none that is as bad. Empty if there is none or the clash is gone. */
  repairs(clash: Pick<Clash, 'key'>, limit?: number): Repair[];
  /** Adds a session or replaces the one with its id, when somebody else changed it. */
  setSession(session: Session): Verdict;
  removeSession(sessionId: string): Verdict;
  session(sessionId: string): Session | undefined;
  /** The plan as it is now: what `checkPlan` would be asked about. */
  plan(): Plan;
}

/** Worst first, then by time, then by key: the same order wherever a list is shown. */
export function compareClashes(one: Clash, other: Clash): number {
  return (
    SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity) ||
    (one.span?.start ?? 0) - (other.span?.start ?? 0) ||
    (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)
  );
}
