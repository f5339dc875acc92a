import { heatMapOf } from './heat-map';
import { Clash, HeatMap, HeatMapTargets, Move, Plan, Repair, Session, Timetable, Verdict, compareClashes } from './model';
import { Meanwhile, OpenPlan } from './open-plan';
import { repairsOf } from './repairs';

/**
 * Opens a plan for editing. Costs one pass over it; after that a move is judged by looking at the days it touches.
 * The plan is read once and never written: when rooms, bookings, people or rules change, open it again.
 */
export function openTimetable(plan: Plan): Timetable {
  return new OpenTimetable(plan);
}

/** The clashes of an open plan, kept as it changes. */
class OpenTimetable implements Timetable {
  private readonly open: OpenPlan;
  private readonly current = new Map<string, Clash>();
  private readonly keysOf = new Map<string, Set<string>>();

  constructor(plan: Plan) {
    this.open = new OpenPlan(plan);
    for (const item of this.open.allItems()) for (const clash of this.open.clashesOf(item)) this.remember(clash);
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
    return this.accept(new Map([[session.id, this.open.compiled.item(session)]]));
  }

  removeSession(sessionId: string): Verdict {
    return this.open.has(sessionId) ? this.accept(new Map([[sessionId, null]])) : { added: [], removed: [], changed: [] };
  }

  heatMap(sessionId: string, targets: HeatMapTargets): HeatMap {
    return heatMapOf(this.open, this.open.item(sessionId), targets);
  }

  repairs({ key }: Pick<Clash, 'key'>, limit = 3): Repair[] {
    const clash = this.current.get(key);
    return clash ? repairsOf(this.open, (changes) => this.compare(changes), clash, limit) : [];
  }

  session(sessionId: string): Session | undefined {
    return this.open.session(sessionId);
  }

  plan(): Plan {
    return this.open.now();
  }

  private meanwhile(moves: readonly Move[]): Meanwhile {
    return new Map(
      moves.map(({ sessionId, start, roomId }) => {
        if (roomId !== null && !this.open.compiled.room(roomId)) throw new RangeError(`No room ${roomId} in the plan`);
        return [sessionId, this.open.compiled.at(this.open.item(sessionId), start ?? NaN, roomId)];
      }),
    );
  }

  /** Only clashes with a moved session in them can come, go or change. */
  private compare(meanwhile: Meanwhile): Verdict {
    const after = new Map<string, Clash>();
    const verdict: Verdict = { added: [], removed: [], changed: [] };
    for (const item of meanwhile.values()) {
      if (item) for (const clash of this.open.clashesOf(item, meanwhile)) after.set(clash.key, clash);
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
    for (const [id, item] of meanwhile) this.open.settle(id, item);
    for (const clash of verdict.removed) this.forget(clash);
    for (const clash of [...verdict.added, ...verdict.changed]) this.remember(clash);
    return verdict;
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
