import { Item, isOnSchedule } from './compiled';
import { heatMapOf } from './heat-map';
import { Clash, Move, Repair, Verdict, WallMinute } from './model';
import { OpenPlan } from './open-plan';
import { MINUTES_IN_DAY, dayOf, describeDay, timeOf } from './time';

/** Days looked at for another time, nearest first, and for another time and room together. */
const DAYS = 15;
const DAYS_WITH_ROOMS = 3;
/** Sessions tried for a swap, and targets tried for one session: what is still not found then is not a small repair. */
const PARTNERS = 20;
const ATTEMPTS = 40;

interface Candidate extends Repair {
  /** Candidates of one family are variations of each other, so one of each is worth more than three of one. */
  family: string;
}

/** What moves would do to the clashes of the whole plan. */
type Judge = (moves: readonly Move[]) => Verdict;

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
    return this.promising(item, starts, roomIds).map(({ start, roomId }) => {
      const room = this.open.compiled.room(roomId!)!.room.name;
      const where = kind === 'room' ? room : `${room}, ${this.when(item, start)}`;
      return this.candidate(kind, `Move ${this.who(item)}to ${where}`, [{ item, start, roomId }]);
    });
  }

  private toTimes(item: Item): Candidate[] {
    return this.promising(item, this.starts(item, DAYS), [item.roomId]).map(({ start, roomId }) =>
      this.candidate('time', `Move ${this.who(item)}to ${this.when(item, start)}`, [{ item, start, roomId }]),
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

  /** A swap disturbs somebody else, so it stays within the cohort. */
  private maySwap(item: Item, other: Item): boolean {
    return other !== item && other.session.cohortId === item.session.cohortId && isMovable(other);
  }

  /** Targets with fewer clashes than the session has now: no other can remove one and add none. */
  private promising(item: Item, starts: WallMinute[], roomIds: (string | null)[]): { start: WallMinute; roomId: string | null }[] {
    const now = this.open.clashesOf(item).length;
    const { count } = heatMapOf(this.open, item, { starts, roomIds });
    return starts.flatMap((start, row) =>
      roomIds.filter((_, column) => count[row * roomIds.length + column]! < now).map((roomId) => ({ start, roomId })),
    );
  }

  private verified(candidates: Candidate[]): Candidate[] {
    const good: Candidate[] = [];
    for (const candidate of candidates.sort(compareRepairs).slice(0, ATTEMPTS)) {
      if (good.length === this.limit) break;
      if (good.some(({ label }) => label === candidate.label)) continue;
      const { added, removed } = this.judge(candidate.moves);
      if (added.length === 0 && removed.some(({ key }) => key === this.clash.key)) good.push(candidate);
    }
    return good;
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

  private candidate(kind: Repair['kind'], label: string, places: { item: Item; start: WallMinute; roomId: string | null }[]): Candidate {
    const moves: Move[] = places.map(({ item, start, roomId }) => ({ sessionId: item.session.id, start, roomId }));
    moves.sort((a, b) => (a.sessionId < b.sessionId ? -1 : 1));
    return { kind, moves, label, cost: this.cost(places), family: `${kind} ${places[0]!.item.session.id}` };
  }

  /** Each part is worth more than everything after it: sessions that change their day, sessions moved, minutes, venues, rooms, empty seats. */
  private cost(places: { item: Item; start: WallMinute; roomId: string | null }[]): number {
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
    return days * 1e11 + places.length * 1e9 + Math.min(minutes, 99_999) * 1e4 + venues * 3000 + rooms * 1000 + Math.min(empty, 999);
  }

  /** Which of two sessions is meant. With one there is no doubt. */
  private who(item: Item): string {
    return this.sessions === 1 ? '' : `${item.session.title} `;
  }

  /** The whole of what comes of it: "Reflection to Fri 25 June, 12:45, Welcome to 09:00 in Crouch room". */
  private outcome(places: { item: Item; start: WallMinute; roomId: string | null }[]): string {
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
function unequal(places: { item: Item }[]): number {
  const [one, other] = places.map(({ item }) => item.session.duration);
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
    .map(({ kind, moves, label, cost }) => ({ kind, moves, label, cost }));
}

/** A swap is found from both ends. */
function unique(candidates: Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ moves }) => {
    const key = JSON.stringify(moves);
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
