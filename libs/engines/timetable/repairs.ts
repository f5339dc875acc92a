import { Item, isOnSchedule } from './compiled';
import { heatMapOf } from './heat-map';
import { Clash, Facilitator, Move, Repair, SEVERITIES, Verdict, WallMinute } from './model';
import { Meanwhile, OpenPlan } from './open-plan';
import { MINUTES_IN_DAY, dayOf, describeDay, timeOf } from './time';

/** Days looked at for another time, nearest first, and for another time and room together. */
const DAYS = 15;
const DAYS_WITH_ROOMS = 3;
/** Sessions tried for a swap, and targets tried for one session: what is still not found then is not a small repair. */
const PARTNERS = 20;
const ATTEMPTS = 40;
/** What counts how much: a session on another day, a session that is touched, a clash it still has or newly has. */
const DAY = 1e13;
const SESSION = 1e11;
const CLASH = 1e9;

/** From here on a clash is in the way of a release. */
const BLOCKS = SEVERITIES.indexOf('block_release');

interface Candidate extends Repair {
  /** The sessions as they would be. */
  changes: Meanwhile;
  /** Candidates of one family are variations of each other, so one of each is worth more than three of one. */
  family: string;
}

interface Place {
  item: Item;
  start: WallMinute;
  roomId: string | null;
}

/** What other places or people would do to the clashes of the whole plan. */
type Judge = (changes: Meanwhile) => Verdict;

/** Ways out of the clash that move only what may be moved, each judged before it is offered. */
export function repairsOf(open: OpenPlan, judge: Judge, clash: Clash, limit: number): Repair[] {
  const search = new Search(open, judge, clash, limit);
  return best(search.run(), limit);
}

class Search {
  private readonly items: Item[];
  private readonly sessions: number;

  constructor(
    private readonly open: OpenPlan,
    private readonly judge: Judge,
    private readonly clash: Clash,
    private readonly limit: number,
  ) {
    const subjects = clash.subjects.filter(({ kind }) => kind === 'session');
    this.sessions = subjects.length;
    this.items = subjects.map(({ id }) => open.item(id)).filter(isMovable);
  }

  run(): Candidate[] {
    const found = this.items.flatMap((item) => [
      ...this.verified(this.toRooms(item, [item.start], 'room')),
      ...this.verified(this.toTimes(item)),
      ...this.verified(this.roomSwaps(item)),
      ...this.verified(this.timeSwaps(item)),
      ...this.verified(this.handovers(item)),
    ]);
    if (found.length >= this.limit) return found;
    return [
      ...found,
      ...this.items.flatMap((item) => this.verified(this.toRooms(item, this.starts(item, DAYS_WITH_ROOMS), 'room_and_time'))),
    ];
  }

  private toRooms(item: Item, starts: WallMinute[], kind: 'room' | 'room_and_time'): Candidate[] {
    if (item.roomId === null && item.session.mode === 'online') return [];
    const roomIds = this.roomsFor(item);
    return this.promising(item, starts, roomIds).map(({ start, roomId, left }) => {
      const room = this.open.compiled.room(roomId!)!.room.name;
      const where = kind === 'room' ? room : `${room}, ${this.when(item, start)}`;
      return this.candidate(kind, `Move ${this.who(item)}to ${where}`, [{ item, start, roomId }], left);
    });
  }

  private toTimes(item: Item): Candidate[] {
    return this.promising(item, this.starts(item, DAYS), [item.roomId]).map(({ start, roomId, left }) =>
      this.candidate('time', `Move ${this.who(item)}to ${this.when(item, start)}`, [{ item, start, roomId }], left),
    );
  }

  /** Two sessions at about the same time take each other's room. */
  private roomSwaps(item: Item): Candidate[] {
    if (!item.room) return [];
    return this.open
      .neighbours(item)
      .roomsTogether.filter((other) => this.maySwap(item, other) && other.room !== item.room)
      .map((other) => {
        const places = [
          { item, start: item.start, roomId: other.roomId },
          { item: other, start: other.start, roomId: item.roomId },
        ];
        return this.candidate('swap_rooms', `Swap rooms: ${this.outcome(places)}`, places);
      });
  }

  /** Two sessions of the cohort take each other's time; if need be, each other's room too. */
  private timeSwaps(item: Item): Candidate[] {
    const partners = [...this.open.allItems()]
      .filter((other) => isOnSchedule(other) && other.start !== item.start && this.maySwap(item, other))
      .sort((a, b) => Math.abs(a.start - item.start) - Math.abs(b.start - item.start) || (a.session.id < b.session.id ? -1 : 1))
      .slice(0, PARTNERS);
    return partners.flatMap((other) => {
      const swap = (rooms: [string | null, string | null]) => {
        const places = [
          { item, start: other.start, roomId: rooms[0] },
          { item: other, start: item.start, roomId: rooms[1] },
        ];
        return this.candidate('swap', `Swap: ${this.outcome(places)}`, places);
      };
      const keepingRooms = swap([item.roomId, other.roomId]);
      return item.roomId === other.roomId ? [keepingRooms] : [keepingRooms, swap([other.roomId, item.roomId])];
    });
  }

  /** Where a facilitator is what is wrong, another who is free takes over: those known for the subject first. */
  private handovers(item: Item): Candidate[] {
    const { subjects } = this.clash;
    const from = item.facilitators.map(({ facilitator }) => facilitator).find(({ id }) => subjects.some((one) => one.id === id));
    if (!from) return [];
    const session = this.open.session(item.session.id)!;
    return this.open.opened.facilitators
      .filter(({ id }) => !session.facilitatorIds.includes(id) && !session.declinedIds?.includes(id))
      .flatMap((to) => {
        const known = knownFor(to, from, session.title);
        if (known === 0 && to.subjects?.length) return [];
        const facilitatorIds = session.facilitatorIds.map((id) => (id === from.id ? to.id : id));
        return {
          kind: 'facilitator' as const,
          moves: [],
          handovers: [{ sessionId: session.id, from: from.id, to: to.id }],
          label: `Ask ${to.name} to take over ${session.title} from ${from.name}`,
          solves: [],
          causes: [],
          cost: SESSION + (99 - Math.min(known, 99)),
          changes: new Map([[session.id, this.open.compiled.item({ ...session, facilitatorIds })]]),
          family: `facilitator ${session.id}`,
        };
      });
  }

  /** A swap disturbs somebody else, so it stays within the cohort. */
  private maySwap(item: Item, other: Item): boolean {
    return other !== item && other.session.cohortId === item.session.cohortId && isMovable(other);
  }

  /** Targets with fewer clashes than the session has now, or with milder ones: no other can remove one and add none as bad. */
  private promising(item: Item, starts: WallMinute[], roomIds: (string | null)[]): (Omit<Place, 'item'> & { left: number })[] {
    const now = this.open.clashesOf(item).length;
    const bad = SEVERITIES.indexOf(this.clash.severity);
    const { count, worst } = heatMapOf(this.open, item, { starts, roomIds });
    return starts.flatMap((start, row) =>
      roomIds.flatMap((roomId, column) => {
        const cell = row * roomIds.length + column;
        return count[cell]! < now || worst[cell]! < bad ? [{ start, roomId, left: count[cell]! }] : [];
      }),
    );
  }

  private verified(candidates: Candidate[]): Candidate[] {
    const good: Candidate[] = [];
    for (const candidate of candidates.sort(compareRepairs).slice(0, ATTEMPTS)) {
      if (good.length === this.limit) break;
      if (good.some(({ label }) => label === candidate.label)) continue;
      const { added, removed } = this.judge(candidate.changes);
      const solved = removed.some(({ key }) => key === this.clash.key);
      if (solved && added.every((clash) => this.isMilder(clash))) {
        good.push({ ...candidate, solves: removed, causes: added, cost: candidate.cost + added.length * CLASH });
      }
    }
    return good;
  }

  /** What may come of a repair, and is then said of it. */
  private isMilder({ severity }: Clash): boolean {
    const level = SEVERITIES.indexOf(severity);
    return level < BLOCKS && level < SEVERITIES.indexOf(this.clash.severity);
  }

  /** Other starts within the cohort's dates and the working day, on the days nearest to where the session is. */
  private starts(item: Item, days: number): WallMinute[] {
    const { opens, closes, step } = this.open.opened;
    const today = dayOf(item.start);
    const first = item.cohort?.startsOn ?? today;
    const last = item.cohort?.endsOn ?? today;
    const nearest = Math.min(Math.max(today, first), last);
    const starts: WallMinute[] = [];
    const from = Math.max(first, nearest - days);
    const to = Math.min(last, nearest + days);
    const near = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
      .sort((a, b) => Math.abs(a - today) - Math.abs(b - today) || a - b)
      .slice(0, days);
    for (const day of near) {
      for (let time = opens; time + item.session.duration <= closes; time += step) {
        const start = day * MINUTES_IN_DAY + time;
        if (start !== item.start) starts.push(start);
      }
    }
    return starts;
  }

  /** Other rooms of the same venue, and of venues where the cohort has a booking: nobody is sent to a house they have no business in. */
  private roomsFor(item: Item): string[] {
    const { rooms, bookings } = this.open.opened;
    const booked = new Set(bookings.filter(({ cohortId }) => cohortId === item.session.cohortId).map(({ roomId }) => roomId));
    const venues = new Set(rooms.filter(({ id }) => booked.has(id)).map(({ venueId }) => venueId));
    if (item.venueId !== null) venues.add(item.venueId);
    return rooms.filter(({ id, venueId }) => id !== item.roomId && (venues.size === 0 || venues.has(venueId))).map(({ id }) => id);
  }

  private candidate(kind: Repair['kind'], label: string, places: Place[], left = 0): Candidate {
    const moves: Move[] = places.map(({ item, start, roomId }) => ({ sessionId: item.session.id, start, roomId }));
    moves.sort((a, b) => (a.sessionId < b.sessionId ? -1 : 1));
    const changes = new Map(places.map(({ item, start, roomId }) => [item.session.id, this.open.compiled.at(item, start, roomId)]));
    const cost = this.cost(places) + Math.min(left, 99) * CLASH;
    return { kind, moves, handovers: [], label, solves: [], causes: [], cost, changes, family: `${kind} ${places[0]!.item.session.id}` };
  }

  /** Each part is worth more than everything after it: sessions that change their day, sessions, minutes, venues, rooms, empty seats. */
  private cost(places: Place[]): number {
    let minutes = unequal(places);
    const days = places.filter(({ item, start }) => dayOf(start) !== dayOf(item.start)).length;
    let venues = 0;
    let rooms = 0;
    let empty = 0;
    for (const { item, start, roomId } of places) {
      minutes += Math.abs(start - item.start);
      if (roomId === item.roomId) continue;
      const there = this.open.compiled.at(item, start, roomId);
      rooms += 1;
      if (there.venueId !== item.venueId) venues += 1;
      const seats = (item.session.layout === null ? there.room?.largest : there.room?.room.capacityByLayout[item.session.layout]) ?? 0;
      empty += Math.max(0, seats - Math.max(item.audience.people.length, item.session.expected ?? 0));
    }
    return days * DAY + places.length * SESSION + Math.min(minutes, 99_999) * 1e4 + venues * 3000 + rooms * 1000 + Math.min(empty, 999);
  }

  /** Which of two sessions is meant. With one there is no doubt. */
  private who(item: Item): string {
    return this.sessions === 1 ? '' : `${item.session.title} `;
  }

  /** The whole of what comes of it: "Reflection to Fri 25 June, 12:45, Welcome to 09:00 in Crouch room". */
  private outcome(places: Place[]): string {
    return places
      .map(({ item, start, roomId }) => {
        const where = roomId === item.roomId ? '' : (this.open.compiled.room(roomId ?? '')?.room.name ?? 'no room');
        const when = start === item.start ? '' : this.when(item, start);
        return `${item.session.title} to ${[when, where].filter(Boolean).join(' in ')}`;
      })
      .join(', ');
  }

  private when(item: Item, start: WallMinute): string {
    return dayOf(start) === dayOf(item.start) ? timeOf(start) : `${describeDay(dayOf(start))}, ${timeOf(start)}`;
  }
}

/** Minutes by which sessions that take each other's time are not equally long: what they leave free, or run into. */
function unequal(places: { item: Item; start: WallMinute }[]): number {
  const [one, other] = places.filter(({ item, start }) => start !== item.start).map(({ item }) => item.session.duration);
  return one === undefined || other === undefined ? 0 : Math.abs(one - other);
}

function isMovable({ session }: Item): boolean {
  return !session.fixed && !session.isBreak;
}

/** One of each family before a second of any, then in order of cost. */
function best(candidates: Candidate[], limit: number): Repair[] {
  const sorted = unique(candidates.sort(compareRepairs));
  const families = new Set<string>();
  const leaders = sorted.filter(({ family }) => !families.has(family) && families.add(family));
  const others = sorted.filter((candidate) => !leaders.includes(candidate));
  return [...leaders, ...others]
    .slice(0, limit)
    .sort(compareRepairs)
    .map(({ changes: _, family: _f, ...repair }) => repair);
}

/** How many of the subjects somebody can lead are the other's too, or stand in the title. */
function knownFor({ subjects = [] }: Facilitator, from: Facilitator, title: string): number {
  const folded = (text: string) => text.trim().toLocaleLowerCase('en-GB');
  const theirs = new Set(from.subjects?.map(folded));
  return subjects.map(folded).filter((one) => theirs.has(one) || (one !== '' && folded(title).includes(one))).length;
}

/** A swap is found from both ends. */
function unique(candidates: Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ moves, handovers }) => {
    const key = JSON.stringify([moves, handovers]);
    return !seen.has(key) && seen.add(key);
  });
}

function compareRepairs(one: Repair, other: Repair): number {
  return (
    one.cost - other.cost || compareText(one.label, other.label) || compareText(JSON.stringify(one.moves), JSON.stringify(other.moves))
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
