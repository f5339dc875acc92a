import { Audience, Audiences, into } from './audiences';
import { DayIndex } from './day-index';
import { Booking, Clash, CohortDates, DayNumber, Facilitator, Holiday, Plan, Room, Session, Span, WallMinute } from './model';
import { Placed, bookingSpanOf, merged } from './placed';

export interface CompiledRoom {
  room: Room;
  division: string | null;
  access: ReadonlySet<string>;
  equipment: ReadonlySet<string>;
  /** Seats in whichever layout has most; `null` where nobody has said. */
  largest: number | null;
  bookings: DayIndex<Booking>;
}

interface CompiledFacilitator {
  facilitator: Facilitator;
  unavailable: readonly Span[];
  /** Merged, in order. */
  available: readonly Span[] | null;
}

/** A session with everything its ids stand for, at one place. Another place is another item; only a heat map moves its own. */
export interface Item {
  session: Session;
  cohort: CohortDates | null;
  audience: Audience;
  facilitators: readonly CompiledFacilitator[];
  equipment: readonly string[];
  /** Sessions that come first, with the minutes asked for after them. */
  after: ReadonlyMap<string, number>;
  start: WallMinute;
  end: WallMinute;
  /** With set-up and clear-up. */
  roomTime: Span;
  roomId: string | null;
  room: CompiledRoom | null;
  venueId: string | null;
}

/** The plan's lists as look-ups. Knows nothing of where sessions are now. */
export class Compiled {
  readonly audiences: Audiences;
  /** The longest way anybody may have: how far from a session its facilitators' others matter. */
  readonly longestWay: number;
  private readonly rooms = new Map<string, CompiledRoom>();
  private readonly cohorts: Map<string, CohortDates>;
  private readonly facilitators: Map<string, CompiledFacilitator>;
  private readonly divisionOfVenue = new Map<string, string>();
  private readonly holidays = new Map<string, Map<DayNumber, Holiday>>();
  private readonly travel = new Map<string, Map<string, number>>();

  constructor(plan: Plan) {
    this.audiences = new Audiences(plan);
    this.cohorts = new Map(plan.cohorts.map((cohort) => [cohort.id, cohort]));
    this.facilitators = new Map(
      plan.facilitators.map((facilitator) => [
        facilitator.id,
        { facilitator, unavailable: facilitator.unavailable, available: facilitator.available && merged(facilitator.available) },
      ]),
    );
    for (const room of [...plan.rooms].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      if (room.division && !this.divisionOfVenue.has(room.venueId)) this.divisionOfVenue.set(room.venueId, room.division);
    }
    const bookings = new Map<string, Booking[]>();
    for (const booking of plan.bookings) into(bookings, booking.roomId, booking);
    for (const room of plan.rooms) this.rooms.set(room.id, this.compileRoom(room, bookings.get(room.id) ?? []));
    for (const holiday of plan.holidays) nested(this.holidays, holiday.division).set(holiday.day, holiday);
    for (const { fromVenueId, toVenueId, minutes } of plan.travel) {
      const from = nested(this.travel, fromVenueId);
      from.set(toVenueId, Math.max(from.get(toVenueId) ?? 0, minutes));
    }
    this.longestWay = Math.max(0, ...plan.travel.map(({ minutes }) => minutes));
  }

  item(session: Session): Item {
    const after = new Map<string, number>();
    for (const { sessionId, minGap } of session.after) {
      if (sessionId !== session.id) after.set(sessionId, Math.max(after.get(sessionId) ?? minGap, minGap));
    }
    const known = {
      session,
      cohort: this.cohorts.get(session.cohortId) ?? null,
      audience: this.audiences.of(session),
      facilitators: [...new Set(session.facilitatorIds)].flatMap((id) => this.facilitators.get(id) ?? []),
      equipment: [...new Set(session.equipment)],
      after,
    };
    return { ...known, ...this.place(session, session.start ?? NaN, session.roomId) };
  }

  /** The same session elsewhere. `start` NaN: not on the schedule. */
  at(item: Item, start: WallMinute, roomId: string | null): Item {
    return { ...item, ...this.place(item.session, start, roomId) };
  }

  room(id: string): CompiledRoom | undefined {
    return this.rooms.get(id);
  }

  /** Whose bank holidays the place keeps. */
  divisionOf({ room, venueId, cohort }: Item): string | null {
    return room?.division ?? this.divisionOfVenue.get(venueId ?? '') ?? cohort?.division ?? null;
  }

  holiday(division: string, day: DayNumber): Holiday | undefined {
    return this.holidays.get(division)?.get(day);
  }

  travelMinutes(from: string | null, to: string | null): number {
    if (from === null || to === null || from === to) return 0;
    return this.travel.get(from)?.get(to) ?? this.travel.get(to)?.get(from) ?? 0;
  }

  private place(
    session: Session,
    start: WallMinute,
    roomId: string | null,
  ): Pick<Item, 'start' | 'end' | 'roomTime' | 'roomId' | 'room' | 'venueId'> {
    const room = (roomId !== null && this.rooms.get(roomId)) || null;
    const venueId = room ? room.room.venueId : session.mode === 'online' ? null : session.venueId;
    return { ...timesOf(session, start), roomId, room, venueId };
  }

  private compileRoom(room: Room, held: readonly Booking[]): CompiledRoom {
    const bookings = new DayIndex<Booking>();
    for (const booking of held) bookings.add(bookingSpanOf(booking), booking);
    const capacities = Object.values(room.capacityByLayout);
    return {
      room,
      division: room.division || null,
      access: new Set(room.access),
      equipment: new Set(room.equipment),
      largest: capacities.length ? Math.max(...capacities) : null,
      bookings,
    };
  }
}

export function isOnSchedule({ start }: Item): boolean {
  return !Number.isNaN(start);
}

/** The session as the words want it. */
export function placedOf({ session, start, roomId }: Item): Placed {
  return { ...session, start, roomId };
}

export function timesOf(session: Session, start: WallMinute): Pick<Item, 'start' | 'end' | 'roomTime'> {
  return {
    start,
    end: start + session.duration,
    roomTime: { start: start - session.setUp, end: start + session.duration + session.clearUp },
  };
}

/** One rule broken: the words are made only by those who want them. */
export type Found = (rule: Clash['rule'], clash: () => Clash) => void;

function nested<A, B, C>(maps: Map<A, Map<B, C>>, key: A): Map<B, C> {
  let map = maps.get(key);
  if (!map) maps.set(key, (map = new Map()));
  return map;
}
