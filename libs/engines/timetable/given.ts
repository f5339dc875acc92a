import { Booking, CohortDates, DEFAULT_RULES, Facilitator, Group, Person, Plan, Room, Session } from './model';
import { dayOfDate, wallMinute } from './time';

/** For tests: things with a name and what the test is about, the rest as ordinary as can be. Thursday 24 June 2027 unless said. */

/** '10:15' on the Thursday, or '2027-06-25 10:15'. */
export function at(text: string): number {
  const [date, time] = text.includes(' ') ? text.split(' ') : ['2027-06-24', text];
  return wallMinute(date!, time);
}

/** A session for a group of its own, so that sessions only meet in what the test is about. */
export function session(title: string, start: string | null, more: Partial<Session> = {}): Session {
  return {
    id: idOf(title),
    cohortId: 'essex',
    title,
    start: start === null ? null : at(start),
    duration: 60,
    roomId: null,
    venueId: 'civic',
    mode: 'in_person',
    layout: null,
    equipment: [],
    setUp: 0,
    clearUp: 0,
    groupIds: [`only ${title}`],
    facilitatorIds: [],
    after: [],
    fixed: false,
    isBreak: false,
    ...more,
  };
}

export function room(name: string, more: Partial<Room> = {}): Room {
  return { id: idOf(name), venueId: 'civic', name, capacityByLayout: {}, access: [], equipment: [], ...more };
}

export function booking(holder: string, roomId: string, start: string, end: string, more: Partial<Booking> = {}): Booking {
  return { id: `${idOf(holder)}-${roomId}`, roomId, start: at(start), end: at(end), setUp: 0, clearUp: 0, holder, cohortId: null, ...more };
}

export function facilitator(name: string, more: Partial<Facilitator> = {}): Facilitator {
  return { id: idOf(name), name, unavailable: [], available: null, ...more };
}

export function person(name: string, more: Partial<Person> = {}): Person {
  return { id: idOf(name), name, cohortIds: ['essex'], groupIds: [], needs: [], ...more };
}

export function people(count: number, more: Partial<Person> = {}): Person[] {
  return Array.from({ length: count }, (_, at) => person(`Person ${[...(more.groupIds ?? []), at].join(' ')}`, more));
}

/** Two days in Essex, with groups one and two and guests. Rooms nobody booked are no news unless the test says so. */
export function plan(more: Partial<Plan> = {}): Plan {
  return {
    cohorts: [cohort('Essex 2027', 'essex'), cohort('Leeds 2027', 'leeds')],
    sessions: [],
    rooms: [],
    bookings: [],
    facilitators: [],
    people: [],
    groups: [group('Group 1', 'one'), group('Group 2', 'two'), { ...group('Guests', 'guests'), guests: true }],
    holidays: [],
    travel: [],
    rules: { ...DEFAULT_RULES, room_not_booked: 'ignore' },
    opens: 9 * 60,
    closes: 17 * 60,
    step: 15,
    ...more,
  };
}

export function cohort(name: string, id: string): CohortDates {
  return { id, name, startsOn: dayOfDate('2027-06-24'), endsOn: dayOfDate('2027-06-25'), division: 'england-and-wales' };
}

function group(name: string, id: string): Group {
  return { id, cohortId: 'essex', name };
}

function idOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
