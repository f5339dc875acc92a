import { Compiled, Found, Item, placedOf } from './compiled';
import { Span } from './model';
import { bookingSpanOf } from './placed';
import { dayOf, lastDayOf, overlap } from './time';
import { Words } from './words';

/** The sessions that may get in each other's way with one session at one time. */
export interface Neighbours {
  /** Their people are busy at the same time. */
  together: Item[];
  /** Their rooms are busy at the same time: with set-up and clear-up. */
  roomsTogether: Item[];
  /** A facilitator of this session has them shortly before or after. */
  onTheWay: Item[];
  /** Sessions this one comes after, and those that come after it. */
  linked: Item[];
}

/** The rules as questions about one session and its neighbours. Split by what a heat map varies: the time, the room, and the room at that time. */
export class Rules {
  constructor(
    private readonly compiled: Compiled,
    private readonly words: Words,
  ) {}

  /** What depends on the time alone. */
  atTime(item: Item, { together, linked }: Neighbours, found: Found): void {
    this.dates(item, found);
    this.availability(item, found);
    for (const other of together) {
      this.facilitators(item, other, found);
      this.audiences(item, other, found);
    }
    for (const other of linked) {
      this.sequence(item, other, found);
      this.sequence(other, item, found);
    }
  }

  /** What depends on the room alone. */
  ofRoom(item: Item, found: Found): void {
    if (!item.room) return;
    this.equipment(item, found);
    if (item.session.mode === 'online') return;
    this.seats(item, found);
    this.access(item, found);
  }

  /** What depends on the room and on the time. */
  inRoom(item: Item, { roomsTogether, onTheWay }: Neighbours, found: Found): void {
    this.holidays(item, found);
    if (item.room) {
      for (const other of roomsTogether) {
        if (other.room === item.room) found('room_overlap', () => this.words.roomOverlap(placedOf(item), placedOf(other)));
      }
      this.bookings(item, found);
    } else if (item.session.mode !== 'online' && item.roomId === null && item.session.venueId === null) {
      found('room_not_booked', () => this.words.roomNotBooked(placedOf(item)));
    }
    for (const other of onTheWay) this.travel(item, other, found);
  }

  private dates(item: Item, found: Found): void {
    const { cohort, start } = item;
    if (cohort && (dayOf(start) < cohort.startsOn || lastDayOf(item) > cohort.endsOn)) {
      found('outside_cohort_dates', () => this.words.outsideCohortDates(placedOf(item)));
    }
  }

  private availability(item: Item, found: Found): void {
    for (const { facilitator, unavailable, available } of item.facilitators) {
      if (unavailable.some((span) => overlap(span, item)) || (available && !available.some((span) => contains(span, item)))) {
        found('facilitator_unavailable', () => this.words.facilitatorUnavailable(facilitator, placedOf(item)));
      }
    }
  }

  private facilitators(item: Item, other: Item, found: Found): void {
    for (const one of item.facilitators) {
      if (other.facilitators.includes(one)) {
        found('facilitator_overlap', () => this.words.facilitatorOverlap(one.facilitator, placedOf(item), placedOf(other)));
      }
    }
  }

  private audiences(item: Item, other: Item, found: Found): void {
    const shared = this.compiled.audiences.shared(item.audience, other.audience);
    if (!shared) return;
    const { groups, people } = shared;
    if (groups) found('group_overlap', () => this.words.groupOverlap(groups, placedOf(item), placedOf(other)));
    if (people.length) found('person_overlap', () => this.words.personOverlap(people, placedOf(item), placedOf(other)));
  }

  private sequence(later: Item, earlier: Item, found: Found): void {
    const minGap = later.after.get(earlier.session.id);
    if (minGap === undefined) return;
    const between = later.start - earlier.end;
    if (between < 0) found('order', () => this.words.order(placedOf(later), placedOf(earlier)));
    else if (between < minGap) found('gap', () => this.words.gap(placedOf(later), placedOf(earlier), minGap));
  }

  private holidays(item: Item, found: Found): void {
    const division = this.compiled.divisionOf(item);
    if (division === null) return;
    for (let day = dayOf(item.start); day <= lastDayOf(item); day++) {
      const holiday = this.compiled.holiday(division, day);
      if (holiday) found('holiday', () => this.words.holiday(placedOf(item), holiday));
    }
  }

  private bookings(item: Item, found: Found): void {
    const { session, roomTime } = item;
    let booked = session.mode === 'online';
    item.room!.bookings.overlapping(roomTime, (booking) => {
      if (booking.cohortId !== session.cohortId) found('room_held', () => this.words.roomHeld(placedOf(item), booking));
      else booked ||= contains(bookingSpanOf(booking), roomTime);
    });
    if (!booked) found('room_not_booked', () => this.words.roomNotBooked(placedOf(item)));
  }

  private equipment(item: Item, found: Found): void {
    const { equipment } = item.room!;
    if (item.equipment.every((piece) => equipment.has(piece))) return;
    const missing = () => item.equipment.filter((piece) => !equipment.has(piece));
    found('equipment_missing', () => this.words.equipmentMissing(placedOf(item), missing()));
  }

  private seats(item: Item, found: Found): void {
    const { room, largest } = item.room!;
    const { layout, expected } = item.session;
    if (largest === null) return;
    const seats = layout === null ? largest : (room.capacityByLayout[layout] ?? null);
    const people = Math.max(item.audience.people.length, expected ?? 0);
    if (seats === null || people > seats) found('room_capacity', () => this.words.roomCapacity(placedOf(item), people, seats));
  }

  private access(item: Item, found: Found): void {
    const { access } = item.room!;
    for (const need of item.audience.needs.keys()) {
      if (access.has(need)) continue;
      found('access_unmet', () =>
        this.words.accessUnmet(placedOf(item), new Map([...item.audience.needs].filter(([feature]) => !access.has(feature)))),
      );
      return;
    }
  }

  private travel(item: Item, other: Item, found: Found): void {
    const itemFirst = item.end <= other.start;
    const travel = itemFirst
      ? this.compiled.travelMinutes(item.venueId, other.venueId)
      : this.compiled.travelMinutes(other.venueId, item.venueId);
    const between = itemFirst ? other.start - item.end : item.start - other.end;
    if (between >= travel) return;
    for (const one of item.facilitators) {
      if (other.facilitators.includes(one)) {
        found('facilitator_travel', () => this.words.facilitatorTravel(one.facilitator, placedOf(item), placedOf(other), travel));
      }
    }
  }
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
