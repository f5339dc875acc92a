import { Clash, Group, Plan, Room, Session, Span, compareClashes } from './model';
import { Placed, bookingSpanOf, inOrder, isPlaced, merged, roomSpanOf, spanOf } from './placed';
import { dayOf, lastDayOf, overlap } from './time';
import { Words } from './words';

/**
 * Every clash of a plan, worst first. Each rule is written down as it is defined and looks at every session, or every
 * pair of sessions: slow and easy to believe. `openTimetable` gives the same answer without doing all of this, and is
 * measured against it. For the sessions of one cohort either will do; for thousands, open a timetable.
 */
export function checkPlan(plan: Plan): Clash[] {
  const words = new Words(plan);
  const placed = plan.sessions.filter(isPlaced);
  const clashes: Clash[] = [];
  for (const session of placed) clashes.push(...aloneClashes(plan, words, session));
  for (let one = 0; one < placed.length; one++) {
    for (let other = one + 1; other < placed.length; other++) clashes.push(...pairClashes(plan, words, placed[one]!, placed[other]!));
  }
  return clashes.filter(({ severity }) => severity !== 'ignore').sort(compareClashes);
}

/** What is wrong with one session, whatever the others do. */
function aloneClashes(plan: Plan, words: Words, session: Placed): Clash[] {
  const clashes: Clash[] = [];
  const cohort = plan.cohorts.find(({ id }) => id === session.cohortId);
  const room = plan.rooms.find(({ id }) => id === session.roomId);
  const days: Span = { start: dayOf(session.start), end: lastDayOf(spanOf(session)) };

  if (cohort && (days.start < cohort.startsOn || days.end > cohort.endsOn)) clashes.push(words.outsideCohortDates(session));

  const division = divisionOf(plan, session, room) ?? cohort?.division;
  for (const holiday of plan.holidays) {
    if (holiday.division === division && holiday.day >= days.start && holiday.day <= days.end)
      clashes.push(words.holiday(session, holiday));
  }

  for (const facilitator of plan.facilitators) {
    if (!session.facilitatorIds.includes(facilitator.id)) continue;
    const away = facilitator.unavailable.some((span) => overlap(span, spanOf(session)));
    const there = !facilitator.available || merged(facilitator.available).some((span) => contains(span, spanOf(session)));
    if (away || !there) clashes.push(words.facilitatorUnavailable(facilitator, session));
  }

  if (room) {
    for (const booking of plan.bookings) {
      const held = booking.roomId === room.id && booking.cohortId !== session.cohortId;
      if (held && overlap(bookingSpanOf(booking), roomSpanOf(session))) clashes.push(words.roomHeld(session, booking));
    }
    const missing = [...new Set(session.equipment)].filter((item) => !room.equipment.includes(item));
    if (missing.length) clashes.push(words.equipmentMissing(session, missing));
  }

  if (session.mode === 'online') return clashes;
  if (room) clashes.push(...seatClashes(plan, words, session, room));
  const booked = plan.bookings.some(
    (booking) =>
      booking.roomId === session.roomId && booking.cohortId === session.cohortId && contains(bookingSpanOf(booking), roomSpanOf(session)),
  );
  if (room ? !booked : session.roomId === null && session.venueId === null) clashes.push(words.roomNotBooked(session));
  return clashes;
}

/** Whether the room takes everybody who comes, with what they need. */
function seatClashes(plan: Plan, words: Words, session: Placed, room: Room): Clash[] {
  const clashes: Clash[] = [];
  const attending = plan.people.filter((person) => attends(session, person));
  const people = Math.max(attending.length, session.expected ?? 0);
  const capacities = Object.values(room.capacityByLayout);
  if (capacities.length) {
    const seats = session.layout === null ? Math.max(...capacities) : (room.capacityByLayout[session.layout] ?? null);
    if (seats === null || people > seats) clashes.push(words.roomCapacity(session, people, seats));
  }
  const unmet = new Map<string, number>();
  for (const { needs } of attending) {
    for (const need of new Set(needs)) {
      if (!room.access.includes(need)) unmet.set(need, (unmet.get(need) ?? 0) + 1);
    }
  }
  if (unmet.size) clashes.push(words.accessUnmet(session, unmet));
  return clashes;
}

/** What is wrong between two sessions. */
function pairClashes(plan: Plan, words: Words, one: Placed, other: Placed): Clash[] {
  const clashes: Clash[] = [];
  const together = overlap(spanOf(one), spanOf(other));

  if (one.roomId !== null && one.roomId === other.roomId && overlap(roomSpanOf(one), roomSpanOf(other))) {
    if (plan.rooms.some(({ id }) => id === one.roomId)) clashes.push(words.roomOverlap(one, other));
  }

  const shared = one.facilitatorIds.filter((id) => other.facilitatorIds.includes(id));
  for (const facilitator of shared.length ? plan.facilitators.filter(({ id }) => shared.includes(id)) : []) {
    if (together) clashes.push(words.facilitatorOverlap(facilitator, one, other));
    else {
      const [first, second] = inOrder(one, other);
      const travel = travelMinutes(plan, venueOf(plan, first), venueOf(plan, second));
      if (second.start - (first.start + first.duration) < travel) clashes.push(words.facilitatorTravel(facilitator, one, other, travel));
    }
  }

  if (together) clashes.push(...audienceClashes(plan, words, one, other));
  clashes.push(...sequenceClashes(words, one, other), ...sequenceClashes(words, other, one));
  return clashes;
}

/** Whether one comes after the other as it should. */
function sequenceClashes(words: Words, later: Placed, earlier: Placed): Clash[] {
  const gaps = later.after.filter(({ sessionId }) => sessionId === earlier.id).map(({ minGap }) => minGap);
  if (!gaps.length) return [];
  const between = later.start - (earlier.start + earlier.duration);
  if (between < 0) return [words.order(later, earlier)];
  return between < Math.max(...gaps) ? [words.gap(later, earlier, Math.max(...gaps))] : [];
}

/** The people two sessions share: said by their groups where groups explain it, one by one where they do not. */
function audienceClashes(plan: Plan, words: Words, one: Placed, other: Placed): Clash[] {
  const clashes: Clash[] = [];
  const shared = sharedGroups(plan, one, other);
  if (shared) clashes.push(words.groupOverlap(shared, one, other));

  const left = plan.people
    .filter((person) => attends(one, person) && attends(other, person))
    .filter((person) => !explained(person, shared));
  if (left.length) clashes.push(words.personOverlap(left, one, other));
  return clashes;
}

/** The groups both sessions are for; empty where both are for the whole cohort; `null` where no group is in both. */
function sharedGroups(plan: Plan, one: Session, other: Session): Group[] | null {
  const wholeOne = one.groupIds.length === 0;
  const wholeOther = other.groupIds.length === 0;
  if (wholeOne && wholeOther) return one.cohortId === other.cohortId ? [] : null;
  const groups = plan.groups.filter((group) => {
    const ofCohort = (whole: Session) => group.cohortId === whole.cohortId && !group.guests;
    return (
      (wholeOne ? ofCohort(one) : one.groupIds.includes(group.id)) && (wholeOther ? ofCohort(other) : other.groupIds.includes(group.id))
    );
  });
  return groups.length ? groups : null;
}

function explained(person: { groupIds: readonly string[] }, shared: Group[] | null): boolean {
  return shared !== null && (shared.length === 0 || shared.some(({ id }) => person.groupIds.includes(id)));
}

function attends(session: Session, person: { cohortIds: readonly string[]; groupIds: readonly string[] }): boolean {
  return session.groupIds.length === 0
    ? person.cohortIds.includes(session.cohortId)
    : session.groupIds.some((id) => person.groupIds.includes(id));
}

/** Where people have to be: the room's venue, else the one named; nowhere when online. */
function venueOf(plan: Plan, session: Session): string | null {
  const room = plan.rooms.find(({ id }) => id === session.roomId);
  return room ? room.venueId : session.mode === 'online' ? null : session.venueId;
}

/** Whose bank holidays the place keeps. `null` where that is not known. */
function divisionOf(plan: Plan, session: Session, room: Room | undefined): string | null {
  if (room?.division) return room.division;
  const venueId = venueOf(plan, session);
  const known = plan.rooms.filter((other) => other.venueId === venueId && other.division).sort((a, b) => (a.id < b.id ? -1 : 1));
  return known[0]?.division ?? null;
}

function travelMinutes(plan: Plan, from: string | null, to: string | null): number {
  if (from === null || to === null || from === to) return 0;
  const there = plan.travel.filter(({ fromVenueId, toVenueId }) => fromVenueId === from && toVenueId === to);
  const back = plan.travel.filter(({ fromVenueId, toVenueId }) => fromVenueId === to && toVenueId === from);
  return Math.max(0, ...(there.length ? there : back).map(({ minutes }) => minutes));
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
