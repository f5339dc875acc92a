import { Compiled, Found, Item, isOnSchedule } from './compiled';
import { DayIndex } from './day-index';
import { Clash, Move, Plan, RULE_CODES, RuleCode, SEVERITIES, Session, Verdict, compareClashes } from './model';
import { Neighbours, Rules } from './rules';
import { overlap } from './time';
import { Words } from './words';

/** What else moves at the same time. `null`: the session is no longer there. */
type Meanwhile = ReadonlyMap<string, Item | null>;

const NOTHING_ELSE: Meanwhile = new Map();

/**
 * A plan while it is edited: every session where it stands now, with all clashes between them. Judges moves, and answers what the heat map
 * and repairs ask of it. The board and the API hold a `Timetable`.
 */
export class OpenPlan {
  readonly compiled: Compiled;
  readonly rules: Rules;
  private readonly levels: Readonly<Record<RuleCode, number>>;
  private readonly items = new Map<string, Item>();
  private readonly byDay = new DayIndex<string>();
  /** Who comes after a session. */
  private readonly followers = new Map<string, Set<string>>();
  private readonly current = new Map<string, Clash>();
  private readonly keysOf = new Map<string, Set<string>>();

  constructor(protected readonly opened: Plan) {
    this.compiled = new Compiled(opened);
    this.levels = Object.fromEntries(RULE_CODES.map((rule) => [rule, SEVERITIES.indexOf(opened.rules[rule])])) as Record<RuleCode, number>;
    this.rules = new Rules(this.compiled, new Words(opened));
    for (const session of opened.sessions) this.settle(session.id, this.compiled.item(session));
    for (const item of this.items.values()) for (const clash of this.clashesOf(item)) this.remember(clash);
  }

  clashes(): Clash[] {
    return [...this.current.values()].sort(compareClashes);
  }

  judge(moves: readonly Move[]): Verdict {
    return this.compare(this.meanwhile(moves));
  }

  apply(moves: readonly Move[]): Verdict {
    return this.accept(this.meanwhile(moves));
  }

  setSession(session: Session): Verdict {
    return this.accept(new Map([[session.id, this.compiled.item(session)]]));
  }

  removeSession(sessionId: string): Verdict {
    return this.items.has(sessionId) ? this.accept(new Map([[sessionId, null]])) : { added: [], removed: [], changed: [] };
  }

  /** The clash with this key, while there is one. */
  clash(key: string): Clash | undefined {
    return this.current.get(key);
  }

  session(sessionId: string): Session | undefined {
    const item = this.items.get(sessionId);
    return item && { ...item.session, start: isOnSchedule(item) ? item.start : null, roomId: item.roomId };
  }

  plan(): Plan {
    return { ...this.opened, sessions: [...this.items.keys()].map((id) => this.session(id)!) };
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
    const way = item.facilitators.length ? this.compiled.longestWay : 0;
    const near = { start: Math.min(roomTime.start, item.start - way), end: Math.max(roomTime.end, item.end + way) };
    const sort = (other: Item) => {
      if (other.room && overlap(roomTime, other.roomTime)) result.roomsTogether.push(other);
      if (overlap(item, other)) result.together.push(other);
      else if (way && item.facilitators.some((one) => other.facilitators.includes(one))) result.onTheWay.push(other);
    };
    const { id } = item.session;
    this.byDay.overlapping(near, (other) => {
      if (other !== id && !meanwhile.has(other)) sort(this.items.get(other)!);
    });
    for (const [other, moved] of meanwhile) {
      if (other !== id && moved && isOnSchedule(moved)) sort(moved);
    }
    result.linked = this.linked(item, meanwhile);
    return result;
  }

  /** How much a rule matters, as a position in `SEVERITIES`. */
  level(rule: RuleCode): number {
    return this.levels[rule];
  }

  item(sessionId: string): Item {
    const item = this.items.get(sessionId);
    if (!item) throw new RangeError(`No session ${sessionId} in the plan`);
    return item;
  }

  allItems(): Iterable<Item> {
    return this.items.values();
  }

  private linked(item: Item, meanwhile: Meanwhile): Item[] {
    const ids = new Set([...item.after.keys(), ...(this.followers.get(item.session.id) ?? [])]);
    return [...ids]
      .map((id) => (meanwhile.has(id) ? meanwhile.get(id) : this.items.get(id)))
      .filter((other): other is Item => !!other && isOnSchedule(other));
  }

  private meanwhile(moves: readonly Move[]): Meanwhile {
    return new Map(
      moves.map(({ sessionId, start, roomId }) => {
        if (roomId !== null && !this.compiled.room(roomId)) throw new RangeError(`No room ${roomId} in the plan`);
        return [sessionId, this.compiled.at(this.item(sessionId), start ?? NaN, roomId)];
      }),
    );
  }

  /** Only clashes with a moved session in them can come, go or change. */
  private compare(meanwhile: Meanwhile): Verdict {
    const after = new Map<string, Clash>();
    const verdict: Verdict = { added: [], removed: [], changed: [] };
    for (const item of meanwhile.values()) {
      if (item) for (const clash of this.clashesOf(item, meanwhile)) after.set(clash.key, clash);
    }
    for (const [key, clash] of after) {
      const before = this.current.get(key);
      if (!before) verdict.added.push(clash);
      else if (!saysTheSame(before, clash)) verdict.changed.push(clash);
    }
    const before = new Set([...meanwhile.keys()].flatMap((id) => [...(this.keysOf.get(id) ?? [])]));
    for (const key of before) if (!after.has(key)) verdict.removed.push(this.current.get(key)!);
    for (const list of [verdict.added, verdict.removed, verdict.changed]) list.sort(compareClashes);
    return verdict;
  }

  private accept(meanwhile: Meanwhile): Verdict {
    const verdict = this.compare(meanwhile);
    for (const [id, item] of meanwhile) this.settle(id, item);
    for (const clash of verdict.removed) this.forget(clash);
    for (const clash of [...verdict.added, ...verdict.changed]) this.remember(clash);
    return verdict;
  }

  /** Puts the item where the old one was in every index. */
  private settle(id: string, item: Item | null): void {
    const old = this.items.get(id);
    if (old) {
      if (isOnSchedule(old)) this.byDay.remove(old.roomTime, id);
      for (const earlier of old.after.keys()) this.followers.get(earlier)?.delete(id);
    }
    if (!item) return void this.items.delete(id);
    this.items.set(id, item);
    if (isOnSchedule(item)) this.byDay.add(item.roomTime, id);
    for (const earlier of item.after.keys()) {
      const followers = this.followers.get(earlier) ?? new Set();
      this.followers.set(earlier, followers.add(id));
    }
  }

  private remember(clash: Clash): void {
    this.current.set(clash.key, clash);
    for (const { kind, id } of clash.subjects) {
      if (kind !== 'session') continue;
      const keys = this.keysOf.get(id) ?? new Set();
      this.keysOf.set(id, keys.add(clash.key));
    }
  }

  private forget(clash: Clash): void {
    this.current.delete(clash.key);
    for (const { kind, id } of clash.subjects) if (kind === 'session') this.keysOf.get(id)?.delete(clash.key);
  }
}

function saysTheSame(one: Clash, other: Clash): boolean {
  return (
    one.sentence === other.sentence &&
    one.title === other.title &&
    one.span?.start === other.span?.start &&
    one.span?.end === other.span?.end &&
    one.subjects.length === other.subjects.length &&
    one.subjects.every(({ id, name }, at) => other.subjects[at]!.id === id && other.subjects[at]!.name === name)
  );
}
