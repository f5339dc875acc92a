import type { EnrolmentAttention } from './enrolment-attention';
import type { EnrolmentStatus } from './enrolment-status';

interface Named {
  id: string;
  name: string;
}

/** What the filters of a cohort's people look at. */
export interface Filtered {
  status: EnrolmentStatus;
  groups: readonly Named[];
  sector: string | null;
  organisation: Named | null;
  attention: readonly EnrolmentAttention[];
  /** Whether the words searched for are theirs. */
  matches: boolean;
}

/** Empty lists let everybody through, and so does no group; `none` are the people without one. */
export interface EnrolmentFilters {
  status: readonly string[];
  group?: string | undefined;
  sector: readonly string[];
  organisation: readonly string[];
  attention: readonly string[];
}

export interface FacetValue {
  value: string;
  label?: string;
  count: number;
}
type Facets = Record<keyof EnrolmentFilters, FacetValue[]>;

const FILTERS = ['status', 'group', 'sector', 'organisation', 'attention'] as const;

/**
 * The people that all filters leave, and for each filter how many each of its values would leave over the others: somebody whom only one
 * filter keeps out is counted by that one alone. Every value that occurs is there, with a nought if need be.
 * @param groups the cohort's groups in their order: those without people are counted too
 */
export function filtered<Person extends Filtered>(
  people: readonly Person[],
  filters: EnrolmentFilters,
  groups: readonly Named[],
): { left: Person[]; facets: Facets } {
  const counts = { status: new Map(), group: new Map(), sector: new Map(), organisation: new Map(), attention: new Map() } as Record<
    (typeof FILTERS)[number],
    Map<string, number>
  >;
  const organisations = new Map<string, string>();
  const left: Person[] = [];
  const chosen = FILTERS.map((name) => ({ name, values: name === 'group' ? chosenGroup(filters.group) : filters[name] })).filter(
    ({ values }) => values.length > 0,
  );
  for (const person of people) {
    if (person.organisation) organisations.set(person.organisation.id, person.organisation.name);
    const values = {
      status: [person.status],
      group: person.groups.map(({ id }) => id),
      sector: person.sector === null ? [] : [person.sector],
      organisation: person.organisation ? [person.organisation.id] : [],
      attention: person.attention,
    };
    const keptOutBy = chosen.filter(({ name, values: wanted }) => !passes(values[name], wanted));
    if (person.matches && keptOutBy.length === 0) left.push(person);
    for (const name of FILTERS) {
      const counted = person.matches && keptOutBy.every((other) => other.name === name) ? 1 : 0;
      for (const value of values[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + counted);
    }
  }
  const byCount = (name: 'status' | 'sector' | 'attention'): FacetValue[] =>
    [...counts[name]].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    left,
    facets: {
      status: byCount('status'),
      group: groups.map(({ id, name }) => ({ value: id, label: name, count: counts.group.get(id) ?? 0 })),
      sector: byCount('sector'),
      organisation: [...organisations]
        .map(([value, label]) => ({ value, label, count: counts.organisation.get(value)! }))
        .sort((a, b) => (a.label === b.label ? (a.value < b.value ? -1 : 1) : a.label < b.label ? -1 : 1)),
      attention: byCount('attention'),
    },
  };
}

const chosenGroup = (group: string | undefined): readonly string[] => (group === undefined ? [] : [group]);

const passes = (values: readonly string[], chosen: readonly string[]): boolean =>
  chosen.some((one) => (one === 'none' ? values.length === 0 : values.includes(one)));
