import { Booking, Clash, Facilitator, Group, Holiday, Person, Plan, Room, RuleCode, Severity, Span, Subject, SubjectKind } from './model';
import { Placed, bookingSpanOf, inOrder, roomSpanOf, spanOf } from './placed';
import { dateOfDay, dayOf, describeDay, describeSpan, intersection, isAtWeekend, overlap, timeOf } from './time';

/** Access features as they read after "needs". Others are said as they are written. */
const NEEDS: Readonly<Record<string, string>> = {
  step_free: 'step-free access',
  lift: 'a lift',
  hearing_loop: 'a hearing loop',
  accessible_wc: 'an accessible toilet',
  accessible_toilet: 'an accessible toilet',
  gender_neutral_wc: 'a gender-neutral toilet',
  gender_neutral_toilet: 'a gender-neutral toilet',
  quiet_room: 'a quiet room',
  prayer_room: 'a prayer room',
};

/** What is said in place of all that somebody may not know. */
const UNSEEN = 'an event you cannot see';

const KEY_LENGTH = 255;

/**
 * What a clash says and is called. The rules decide that something is wrong, here it gets its words, its subjects and
 * its key; the full check and the incremental one share this and nothing else.
 */
export class Words {
  private readonly cohorts: Map<string, string>;
  private readonly rooms: Map<string, Room>;
  private readonly rules: Plan['rules'];
  private readonly periods: Map<string, Span>;

  constructor(plan: Pick<Plan, 'cohorts' | 'rooms' | 'rules'>) {
    this.cohorts = new Map(plan.cohorts.map(({ id, name }) => [id, name]));
    this.periods = new Map(plan.cohorts.map(({ id, startsOn, endsOn }) => [id, { start: startsOn, end: endsOn }]));
    this.rooms = new Map(plan.rooms.map((room) => [room.id, room]));
    this.rules = plan.rules;
  }

  roomOverlap(one: Placed, other: Placed): Clash {
    const [first, second] = inOrder(one, other);
    const together = overlap(spanOf(first), spanOf(second));
    const span = together ? intersection(spanOf(first), spanOf(second)) : intersection(roomSpanOf(first), roomSpanOf(second));
    const unseen = [first, second].find(({ hidden }) => hidden);
    return this.clash('room_overlap', {
      ids: pairIds(first, second),
      subjects: [...sessions(first, second), this.room(first)],
      span,
      title: unseen ? `${this.room(first).name} is taken ${fromTo(spanOf(unseen))}` : `${this.room(first).name} is used by 2 sessions`,
      sentence: `${describeSpan(span)}${together ? '' : ', including set-up and clear-up'}. ${this.pair(first, second)}.`,
    });
  }

  roomHeld(session: Placed, booking: Booking): Clash {
    const booked = { start: booking.start, end: booking.end };
    const together = overlap(spanOf(session), booked);
    const span = together ? intersection(spanOf(session), booked) : intersection(roomSpanOf(session), bookingSpanOf(booking));
    const what = booking.hidden ? `${UNSEEN} overlaps` : 'overlaps';
    const words = `${together ? '' : 'Including set-up and clear-up, '}${what} ${session.title} by ${minutes(span.end - span.start)}`;
    return this.clash('room_held', {
      ids: [session.id, booking.id],
      subjects: [...sessions(session), this.room(session), subject('booking', booking.id, booking.hidden ? UNSEEN : booking.holder)],
      span,
      title: booking.hidden
        ? `${this.room(session).name} is taken ${fromTo(booked)}`
        : `${this.room(session).name} is held by ${booking.holder}`,
      sentence: `${describeSpan(booked)}. ${capital(words)}.`,
    });
  }

  /** `seats` null: the room cannot be set out that way. */
  roomCapacity(session: Placed, people: number, seats: number | null): Clash {
    const room = this.room(session);
    const layout = session.layout === null ? null : readable(session.layout);
    return this.about('room_capacity', session, [room], {
      title: seats === null ? `${room.name} has no ${layout} layout` : `${room.name} is too small`,
      sentence:
        seats === null
          ? `${session.title} needs it.`
          : `${session.title}: ${count(people, 'person', 'people')}, ${count(seats, 'seat', 'seats')}${layout ? ` in ${layout} layout` : ''}.`,
    });
  }

  equipmentMissing(session: Placed, missing: readonly string[]): Clash {
    const room = this.room(session);
    const items = [...missing].sort().map(readable);
    return this.about('equipment_missing', session, [room], {
      title: items.length === 1 ? `${room.name} has no ${items[0]}` : `${room.name} is missing equipment`,
      sentence: `${session.title} needs ${list(items)}.`,
    });
  }

  /** Numbers only: who needs what is nobody's business here. */
  accessUnmet(session: Placed, unmet: ReadonlyMap<string, number>): Clash {
    const room = this.room(session);
    const needs = [...unmet]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([feature, people]) =>
          `${people === 1 ? '1 person needs' : `${people} people need`} ${NEEDS[feature.replace(/[- ]/g, '_')] ?? readable(feature)}`,
      );
    return this.about('access_unmet', session, [room], {
      title: 'Access need not met',
      sentence: `${session.title} in ${room.name}: ${needs.join(', ')}.`,
    });
  }

  facilitatorOverlap(facilitator: Pick<Facilitator, 'id' | 'name'>, one: Placed, other: Placed): Clash {
    return this.inTwoPlaces('facilitator_overlap', one, other, [subject('facilitator', facilitator.id, facilitator.name)]);
  }

  facilitatorTravel(facilitator: Pick<Facilitator, 'id' | 'name'>, one: Placed, other: Placed, travel: number): Clash {
    const [first, second] = inOrder(one, other);
    const span = { start: first.start + first.duration, end: second.start };
    return this.clash('facilitator_travel', {
      ids: [facilitator.id, ...pairIds(first, second)],
      subjects: [subject('facilitator', facilitator.id, facilitator.name), ...sessions(first, second)],
      span,
      title: `${facilitator.name} has too little time to travel`,
      sentence: `${describeSpan(span)}. The journey takes ${minutes(travel)}: ${this.pair(first, second)}.`,
    });
  }

  facilitatorUnavailable(facilitator: Facilitator, session: Placed): Clash {
    return this.about('facilitator_unavailable', session, [subject('facilitator', facilitator.id, facilitator.name)], {
      title: `${facilitator.name} is not available`,
      sentence: `${this.named(session, null)}.`,
    });
  }

  /** `groups` empty: the whole cohort is in both. */
  groupOverlap(groups: readonly Pick<Group, 'id' | 'name'>[], one: Placed, other: Placed): Clash {
    const who = groups.length
      ? groups.map(({ id, name }) => subject('group', id, name))
      : [subject('cohort', one.cohortId, this.cohorts.get(one.cohortId) ?? 'The cohort')];
    return this.inTwoPlaces('group_overlap', one, other, who);
  }

  personOverlap(people: readonly Pick<Person, 'id' | 'name'>[], one: Placed, other: Placed): Clash {
    return this.inTwoPlaces(
      'person_overlap',
      one,
      other,
      people.map(({ id, name }) => subject('person', id, name)),
    );
  }

  outsideCohortDates(session: Placed): Clash {
    const cohort = subject('cohort', session.cohortId, this.cohorts.get(session.cohortId) ?? 'The cohort');
    const { start, end } = this.periods.get(session.cohortId) ?? { start: 0, end: 0 };
    return this.about('outside_cohort_dates', session, [cohort], {
      title: `${session.title} is outside the cohort's dates`,
      sentence: `${cohort.name} runs ${start === end ? `on ${fullDay(start)}` : `from ${fullDay(start)} to ${fullDay(end)}`}.`,
    });
  }

  holiday(session: Placed, holiday: Holiday): Clash {
    const day = subject('holiday', `${holiday.division}:${dateOfDay(holiday.day)}`, holiday.title);
    // A bank holiday is never at a weekend: there it is kept on another day, and this is the day itself.
    const own = isAtWeekend(holiday.day);
    return this.about('holiday', session, [day], {
      title: `${describeDay(holiday.day)} is ${own ? holiday.title : 'a bank holiday'}`,
      sentence: own
        ? `${session.title} is on ${holiday.title} itself, whose bank holiday is on another day.`
        : `${session.title} is on ${holiday.title}.`,
    });
  }

  /** `later` should come after `earlier`, and starts before that has ended. */
  order(later: Placed, earlier: Placed): Clash {
    const end = earlier.start + earlier.duration;
    return this.clash('order', {
      ids: [later.id, earlier.id],
      subjects: sessions(later, earlier),
      span: spanOf(later),
      title: `${later.title} starts too early`,
      sentence: `${describeSpan(spanOf(later))}. It must come after ${earlier.title}, which ends on ${describeDay(dayOf(end))} at ${timeOf(end)}.`,
    });
  }

  gap(later: Placed, earlier: Placed, minGap: number): Clash {
    const span = { start: earlier.start + earlier.duration, end: later.start };
    return this.clash('gap', {
      ids: [later.id, earlier.id],
      subjects: sessions(later, earlier),
      span,
      title: `${later.title} follows too soon`,
      sentence: `${describeSpan(span)}. ${minutes(span.end - span.start)} after ${earlier.title}, but it needs at least ${minutes(minGap)}.`,
    });
  }

  roomNotBooked(session: Placed): Clash {
    const room = session.roomId === null ? null : this.room(session);
    return this.clash('room_not_booked', {
      // Without the room: moving from one room nobody has booked to another is no new problem.
      ids: [session.id],
      subjects: [...sessions(session), ...(room ? [room] : [])],
      span: spanOf(session),
      title: room ? `${room.name} is not booked` : `${session.title} has no room`,
      sentence: `${describeSpan(spanOf(session))}. ${room ? `No booking covers ${session.title}, including set-up and clear-up.` : 'Choose a room or a venue.'}`,
    });
  }

  private inTwoPlaces(rule: RuleCode, one: Placed, other: Placed, who: Subject[]): Clash {
    const [first, second] = inOrder(one, other);
    const span = intersection(spanOf(first), spanOf(second));
    const ordered = who.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
    const names = ordered.map(({ kind, name }) => (kind === 'cohort' ? 'The whole cohort' : name));
    const people = ordered.length > 2 ? count(ordered.length, '', rule === 'group_overlap' ? 'groups' : 'people') : list(names);
    return this.clash(rule, {
      ids: [...pairIds(first, second), ...ordered.map(({ id }) => id).sort()],
      subjects: [...ordered, ...sessions(first, second)],
      span,
      title: `${people} ${ordered.length > 1 ? 'are' : 'is'} in 2 sessions`,
      sentence: `${describeSpan(span)}. ${this.pair(first, second)}.`,
    });
  }

  private about(rule: RuleCode, session: Placed, others: Subject[], { title, sentence }: { title: string; sentence: string }): Clash {
    const span = spanOf(session);
    return this.clash(rule, {
      ids: [session.id, ...others.map(({ id }) => id)],
      subjects: [...sessions(session), ...others],
      span,
      title,
      sentence: `${describeSpan(span)}. ${sentence}`,
    });
  }

  private clash(rule: RuleCode, { ids, ...words }: { ids: string[] } & Pick<Clash, 'subjects' | 'span' | 'title' | 'sentence'>): Clash {
    const severity: Severity = this.rules[rule];
    return { key: keyOf(rule, ids), rule, severity, ...words };
  }

  /** "Sponsor briefing (online) and Systems leadership (Crouch room)", with the cohorts where they differ. */
  private pair(first: Placed, second: Placed): string {
    const unseen = [first, second].some(({ hidden }) => hidden);
    const across = first.cohortId !== second.cohortId && !unseen;
    const seen = [first, second].filter(({ hidden }) => !hidden);
    const names = seen.map((session) => this.named(session, across ? (this.cohorts.get(session.cohortId) ?? null) : null));
    return list(unseen ? [...names, UNSEEN] : names);
  }

  private named(session: Placed, cohort: string | null): string {
    const place =
      session.roomId !== null
        ? this.room(session).name
        : session.mode === 'online'
          ? 'online'
          : session.venueId === null
            ? 'no room'
            : null;
    const where = [place, cohort].filter((part) => part !== null);
    return where.length ? `${session.title} (${where.join(', ')})` : session.title;
  }

  private room({ roomId }: Placed): Subject {
    return subject('room', roomId ?? '', this.rooms.get(roomId ?? '')?.name ?? 'The room');
  }
}

function subject(kind: SubjectKind, id: string, name: string): Subject {
  return { kind, id, name };
}

function sessions(...them: Placed[]): Subject[] {
  return them.map(({ id, title, hidden }) => subject('session', id, hidden ? UNSEEN : title));
}

function pairIds(one: Placed, other: Placed): string[] {
  return [one.id, other.id].sort();
}

/** Long lists of ids become a digest, so that a key fits a database index. */
function keyOf(rule: RuleCode, ids: readonly string[]): string {
  const key = `${rule}:${ids.join('+')}`;
  return key.length <= KEY_LENGTH
    ? key
    : `${rule}:${ids.slice(0, 2).join('+')}+${ids.length}-${digest(key, 0x811c9dc5)}${digest(key, 0x9747b28c)}`;
}

/** FNV-1a, 32 bits, as 8 hexadecimal digits. */
function digest(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** "a", "a and b", "a, b and c" */
function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "from 13:00 to 14:30", or with the days where it ends on another. */
function fromTo(span: Span): string {
  return dayOf(span.start) === dayOf(span.end) ? `from ${timeOf(span.start)} to ${timeOf(span.end)}` : `from ${describeSpan(span)}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function minutes(number: number): string {
  return count(number, 'minute', 'minutes');
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function readable(code: string): string {
  return code.replace(/_/g, ' ');
}

function fullDay(day: number): string {
  return `${describeDay(day)} ${dateOfDay(day).slice(0, 4)}`;
}
