import { Compiled, Found, Item, isOnSchedule } from './compiled';
import { DayIndex, Entry } from './day-index';
import { Clash, DayNumber, Plan, RULE_CODES, RuleCode, SEVERITIES, Session } from './model';
import { Neighbours, Rules } from './rules';
import { overlap } from './time';
import { Words } from './words';

/** What else moves at the same time. `null`: the session is no longer there. */
export type Meanwhile = ReadonlyMap<string, Item | null>;

const NOTHING_ELSE: Meanwhile = new Map();

/**
 * Where every session of a plan is now, with the look-ups that answer a question about one of them. Holds no clashes:
 * a timetable remembers those, and heat map and repairs ask here what would be.
 * @internal The board and the API hold a `Timetable`.
 */
export class OpenPlan {
  readonly compiled: Compiled;
  readonly rules: Rules;
  private readonly levels: Readonly<Record<RuleCode, number>>;
  private readonly items = new Map<string, Item>();
  private readonly byDay = new DayIndex<Item>();
  /** Who comes after a session. */
  private readonly followers = new Map<string, Set<string>>();

  constructor(readonly opened: Plan) {
    this.compiled = new Compiled(opened);
    this.levels = Object.fromEntries(RULE_CODES.map((rule) => [rule, SEVERITIES.indexOf(opened.rules[rule])])) as Record<RuleCode, number>;
    this.rules = new Rules(this.compiled, new Words(opened));
    for (const session of opened.sessions) this.settle(session.id, this.compiled.item(session));
  }

  /** Puts the item where the old one was in every index; `null` takes the session out. */
  settle(id: string, item: Item | null): void {
    const old = this.items.get(id);
    if (old) {
      if (isOnSchedule(old)) this.byDay.remove(old.roomTime, old);
      for (const earlier of old.after.keys()) this.followers.get(earlier)?.delete(id);
    }
    if (!item) return void this.items.delete(id);
    this.items.set(id, item);
    if (isOnSchedule(item)) this.byDay.add(item.roomTime, item);
    for (const earlier of item.after.keys()) {
      const followers = this.followers.get(earlier) ?? new Set();
      this.followers.set(earlier, followers.add(id));
    }
  }

  /** Every clash the item would be part of, where it is. */
  clashesOf(item: Item, meanwhile = NOTHING_ELSE): Clash[] {
    const clashes: Clash[] = [];
    if (!isOnSchedule(item)) return clashes;
    const neighbours = this.neighbours(item, meanwhile);
    const found: Found = (rule, clash) => {
      if (this.level(rule) > 0) clashes.push(clash());
    };
    this.rules.atTime(item, neighbours, found);
    this.rules.ofRoom(item, found);
    this.rules.inRoom(item, neighbours, found);
    return clashes;
  }

  /** Those who may clash with the item at its time, in whatever room it is. */
  neighbours(item: Item, meanwhile = NOTHING_ELSE): Neighbours {
    const result: Neighbours = { together: [], roomsTogether: [], onTheWay: [], linked: [] };
    const { roomTime } = item;
    const way = this.wayOf(item);
    const near = { start: Math.min(roomTime.start, item.start - way), end: Math.max(roomTime.end, item.end + way) };
    const sort = (other: Item) => {
      if (other.room && overlap(roomTime, other.roomTime)) result.roomsTogether.push(other);
      if (overlap(item, other)) result.together.push(other);
      else if (way && sharesFacilitator(item, other)) result.onTheWay.push(other);
    };
    const { id } = item.session;
    this.byDay.overlapping(near, (other) => {
      if (other.session.id !== id && !meanwhile.has(other.session.id)) sort(other);
    });
    for (const [other, moved] of meanwhile) {
      if (other !== id && moved && isOnSchedule(moved)) sort(moved);
    }
    result.linked = this.linked(item, meanwhile);
    return result;
  }

  /** Sessions on the schedule that the item comes after, and those that come after it. */
  linked(item: Item, meanwhile = NOTHING_ELSE): Item[] {
    const ids = new Set([...item.after.keys(), ...(this.followers.get(item.session.id) ?? [])]);
    return [...ids]
      .map((id) => (meanwhile.has(id) ? meanwhile.get(id) : this.items.get(id)))
      .filter((other): other is Item => !!other && isOnSchedule(other));
  }

  /** Minutes before and after the item in which its facilitators may be on their way. */
  wayOf(item: Item): number {
    return item.facilitators.length ? this.compiled.longestWay : 0;
  }

  /** What touches a day, with set-up and clear-up; what touches several days stands in each. */
  onDay(day: DayNumber): readonly Entry<Item>[] {
    return this.byDay.on(day);
  }

  /** How much a rule matters, as a position in `SEVERITIES`. */
  level(rule: RuleCode): number {
    return this.levels[rule];
  }

  has(sessionId: string): boolean {
    return this.items.has(sessionId);
  }

  item(sessionId: string): Item {
    const item = this.items.get(sessionId);
    if (!item) throw new RangeError(`No session ${sessionId} in the plan`);
    return item;
  }

  allItems(): Iterable<Item> {
    return this.items.values();
  }

  session(sessionId: string): Session | undefined {
    const item = this.items.get(sessionId);
    return item && { ...item.session, start: isOnSchedule(item) ? item.start : null, roomId: item.roomId };
  }

  /** The plan as it is now. */
  now(): Plan {
    return { ...this.opened, sessions: [...this.items.keys()].map((id) => this.session(id)!) };
  }
}

export function sharesFacilitator(one: Item, other: Item): boolean {
  return one.facilitators.some((facilitator) => other.facilitators.includes(facilitator));
}
