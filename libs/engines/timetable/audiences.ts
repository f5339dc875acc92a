import { Group, Person, Plan, Session } from './model';

/** The people a session is for. Sessions for the same groups share one, so what two audiences have in common is worked out once. */
export interface Audience {
  /** Of the cohort as a whole; `null` when it is for groups. */
  wholeCohortId: string | null;
  groupIds: ReadonlySet<string>;
  /** Positions in the plan's people, ascending. */
  people: readonly number[];
  /** How many of them need each access feature. */
  needs: ReadonlyMap<string, number>;
  /** Whom it cannot be apart from: filled when first asked. */
  shared: Map<Audience, Shared> | null;
}

/** Why two audiences cannot be in two places. */
interface Shared {
  /** Groups in both; empty when both are the same whole cohort; `null` when groups do not explain it. */
  groups: readonly Group[] | null;
  /** People in both whom the groups do not explain. */
  people: readonly Person[];
}

export class Audiences {
  private readonly groups: Map<string, Group>;
  private readonly byKey = new Map<string, Audience>();
  private readonly peopleOfCohort = new Map<string, number[]>();
  private readonly peopleOfGroup = new Map<string, number[]>();
  private readonly ofPerson: Audience[][];
  private readonly ofGroup = new Map<string, Audience[]>();
  private readonly groupsOfCohort = new Map<string, Group[]>();

  constructor(private readonly plan: Pick<Plan, 'people' | 'groups'>) {
    this.groups = new Map(plan.groups.map((group) => [group.id, group]));
    this.ofPerson = plan.people.map(() => []);
    plan.people.forEach((person, at) => {
      for (const id of new Set(person.cohortIds)) into(this.peopleOfCohort, id, at);
      for (const id of new Set(person.groupIds)) into(this.peopleOfGroup, id, at);
    });
    for (const group of plan.groups) if (!group.guests) into(this.groupsOfCohort, group.cohortId, group);
  }

  of({ cohortId, groupIds }: Pick<Session, 'cohortId' | 'groupIds'>): Audience {
    const key = groupIds.length ? `groups ${[...new Set(groupIds)].sort().join(' ')}` : `cohort ${cohortId}`;
    const known = this.byKey.get(key);
    if (known) return known;
    const made = this.make(groupIds.length ? null : cohortId, new Set(groupIds));
    this.byKey.set(key, made);
    for (const at of made.people) this.ofPerson[at]!.push(made);
    for (const id of made.groupIds) into(this.ofGroup, id, made);
    // What was worked out before did not know this one.
    for (const audience of this.byKey.values()) audience.shared = null;
    return made;
  }

  /** What keeps two sessions with these audiences apart, or `undefined`. */
  shared(one: Audience, other: Audience): Shared | undefined {
    one.shared ??= this.relations(one);
    return one.shared.get(other);
  }

  private make(wholeCohortId: string | null, groupIds: ReadonlySet<string>): Audience {
    const positions =
      wholeCohortId === null
        ? [...groupIds].flatMap((id) => this.peopleOfGroup.get(id) ?? [])
        : (this.peopleOfCohort.get(wholeCohortId) ?? []);
    const people = [...new Set(positions)].sort((a, b) => a - b);
    const needs = new Map<string, number>();
    for (const at of people) for (const need of new Set(this.plan.people[at]!.needs)) needs.set(need, (needs.get(need) ?? 0) + 1);
    return { wholeCohortId, groupIds, people, needs, shared: null };
  }

  private relations(one: Audience): Map<Audience, Shared> {
    const candidates = new Set<Audience>([one]);
    for (const at of one.people) for (const audience of this.ofPerson[at]!) candidates.add(audience);
    const groups =
      one.wholeCohortId === null ? [...one.groupIds].flatMap((id) => this.groups.get(id) ?? []) : this.ofWhole(one.wholeCohortId);
    for (const group of groups) {
      for (const audience of this.ofGroup.get(group.id) ?? []) candidates.add(audience);
      const whole = this.byKey.get(`cohort ${group.cohortId}`);
      if (whole) candidates.add(whole);
    }
    const result = new Map<Audience, Shared>();
    for (const other of candidates) {
      const shared = { groups: this.sharedGroups(one, other), people: [] as Person[] };
      shared.people = this.unexplained(one, other, shared.groups);
      if (shared.groups || shared.people.length) result.set(other, shared);
    }
    return result;
  }

  private sharedGroups(one: Audience, other: Audience): Group[] | null {
    let groups: Group[];
    if (one.wholeCohortId !== null && other.wholeCohortId !== null) return one.wholeCohortId === other.wholeCohortId ? [] : null;
    if (one.wholeCohortId !== null) groups = this.ofWhole(one.wholeCohortId).filter(({ id }) => other.groupIds.has(id));
    else if (other.wholeCohortId !== null) groups = this.ofWhole(other.wholeCohortId).filter(({ id }) => one.groupIds.has(id));
    else groups = [...one.groupIds].filter((id) => other.groupIds.has(id)).flatMap((id) => this.groups.get(id) ?? []);
    return groups.length ? groups : null;
  }

  private unexplained(one: Audience, other: Audience, groups: readonly Group[] | null): Person[] {
    if (groups?.length === 0) return [];
    const people: Person[] = [];
    for (let mine = 0, theirs = 0; mine < one.people.length && theirs < other.people.length;) {
      const difference = one.people[mine]! - other.people[theirs]!;
      if (difference === 0) {
        const person = this.plan.people[one.people[mine]!]!;
        if (!groups?.some(({ id }) => person.groupIds.includes(id))) people.push(person);
      }
      if (difference <= 0) mine++;
      if (difference >= 0) theirs++;
    }
    return people;
  }

  private ofWhole(cohortId: string): readonly Group[] {
    return this.groupsOfCohort.get(cohortId) ?? [];
  }
}

/** Adds to the list a map holds under a key. */
export function into<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
