import { CohortDates, DEFAULT_RULES, Facilitator, Group, Move, Person, Plan, Room, Session } from '../../libs/engines/timetable/model';
import { MINUTES_IN_DAY, dayOfDate } from '../../libs/engines/timetable/time';

/** The plan that both timetable benches measure: 5,000 sessions. It knows neither Node nor a browser, for it is built in both. */
const COHORTS = 250;
const SESSIONS_OF_COHORT = 20;
const PEOPLE_OF_COHORT = 24;
const GROUPS_OF_COHORT = 4;
const VENUES = 25;
export const ROOMS_OF_VENUE = 20;
const FACILITATORS = 300;
/** Cohorts run side by side: 250 over 60 working days, so that a day has about 80 sessions. */
const DAYS = 60;
const MONDAY = dayOfDate('2027-01-04');

export const SEED = 20270624;

/** Four starts on each of sixty working days. */
export function startsOfHeatMap(): number[] {
  return Array.from({ length: 60 }, (_, day) => [9, 11, 13, 15].map((hour) => workingDay(day) * MINUTES_IN_DAY + hour * 60)).flat();
}

/** A session of the plan, and the rooms of one venue to try it in. */
export function aHeatMap(plan: Plan, random: () => number): { sessionId: string; roomIds: string[] } {
  const session = pick(plan.sessions, random);
  const room = pick(plan.rooms, random);
  return { sessionId: session.id, roomIds: plan.rooms.filter(({ venueId }) => venueId === room.venueId).map(({ id }) => id) };
}

export function bigPlan(random: () => number): Plan {
  const rooms: Room[] = list(VENUES * ROOMS_OF_VENUE, (at) => ({
    id: `room-${at}`,
    venueId: `venue-${Math.floor(at / ROOMS_OF_VENUE)}`,
    name: `Room ${at}`,
    capacityByLayout: { cabaret: 8 + (at % 5) * 6, theatre: 20 + (at % 5) * 10 },
    access: at % 7 ? ['step_free', 'hearing_loop'] : [],
    equipment: at % 3 ? ['screen'] : [],
    division: 'england-and-wales',
  }));
  const cohorts: CohortDates[] = list(COHORTS, (at) => {
    const startsOn = workingDay(Math.floor((at * DAYS) / COHORTS));
    return { id: `cohort-${at}`, name: `Cohort ${at}`, startsOn, endsOn: startsOn + 6, division: 'england-and-wales' };
  });
  const groups: Group[] = list(COHORTS * GROUPS_OF_COHORT, (at) => ({
    id: `group-${at}`,
    cohortId: `cohort-${at % COHORTS}`,
    name: `Group ${at}`,
  }));
  const people: Person[] = list(COHORTS * PEOPLE_OF_COHORT, (at) => ({
    id: `person-${at}`,
    name: `Person ${at}`,
    // One in ten is in a second cohort.
    cohortIds: [`cohort-${at % COHORTS}`, ...(at % 10 ? [] : [`cohort-${(at + 1) % COHORTS}`])],
    groupIds: [`group-${(at % COHORTS) + COHORTS * Math.floor(random() * GROUPS_OF_COHORT)}`],
    needs: at % 40 ? [] : ['step_free'],
  }));
  const facilitators: Facilitator[] = list(FACILITATORS, (at) => ({
    id: `facilitator-${at}`,
    name: `Facilitator ${at}`,
    unavailable: list(5, () => {
      const start = workingDay(Math.floor(random() * DAYS)) * MINUTES_IN_DAY;
      return { start, end: start + MINUTES_IN_DAY };
    }),
    available: null,
  }));
  return {
    cohorts,
    rooms,
    groups,
    people,
    facilitators,
    sessions: cohorts.flatMap((cohort, at) => list(SESSIONS_OF_COHORT, (index) => aSession(cohort, at, index, random))),
    bookings: list(2000, (at) => {
      const start = workingDay(Math.floor(random() * DAYS)) * MINUTES_IN_DAY + 540;
      return {
        id: `booking-${at}`,
        roomId: pick(rooms, random).id,
        start,
        end: start + 240,
        setUp: 15,
        clearUp: 15,
        holder: 'Somebody else',
        cohortId: at % 2 ? `cohort-${at % COHORTS}` : null,
      };
    }),
    holidays: [{ division: 'england-and-wales', day: dayOfDate('2027-03-26'), title: 'Good Friday' }],
    travel: list(VENUES - 1, (at) => ({ fromVenueId: `venue-${at}`, toVenueId: `venue-${at + 1}`, minutes: 30 + (at % 4) * 15 })),
    rules: DEFAULT_RULES,
    opens: 540,
    closes: 1020,
    step: 15,
  };
}

function aSession(cohort: CohortDates, at: number, index: number, random: () => number): Session {
  const whole = index % 5 === 0;
  return {
    id: `session-${at}-${index}`,
    cohortId: cohort.id,
    title: `Session ${at}.${index}`,
    start: (cohort.startsOn + (index % 2)) * MINUTES_IN_DAY + 540 + Math.floor(random() * 30) * 15,
    duration: 45 + Math.floor(random() * 4) * 15,
    roomId: `room-${(at % VENUES) * ROOMS_OF_VENUE + Math.floor(random() * ROOMS_OF_VENUE)}`,
    venueId: null,
    mode: index % 9 ? 'in_person' : 'online',
    layout: whole ? 'theatre' : 'cabaret',
    equipment: index % 2 ? ['screen'] : [],
    setUp: 15,
    clearUp: 15,
    groupIds: whole ? [] : [`group-${at + COHORTS * (index % GROUPS_OF_COHORT)}`],
    facilitatorIds: [`facilitator-${Math.floor(random() * FACILITATORS)}`],
    after: index ? [{ sessionId: `session-${at}-${index - 1}`, minGap: 0 }] : [],
    fixed: false,
    isBreak: false,
  };
}

export function aMove(plan: Plan, random: () => number): Move {
  const session = pick(plan.sessions, random);
  const start = workingDay(Math.floor(random() * DAYS)) * MINUTES_IN_DAY + 540 + Math.floor(random() * 30) * 15;
  return { sessionId: session.id, start, roomId: pick(plan.rooms, random).id };
}

/** Monday to Friday, counted from the first Monday. */
function workingDay(at: number): number {
  return MONDAY + Math.floor(at / 5) * 7 + (at % 5);
}

function list<T>(length: number, make: (at: number) => T): T[] {
  return Array.from({ length }, (_, at) => make(at));
}

export function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!;
}

/** Mulberry32: the same plan on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]!;
}
