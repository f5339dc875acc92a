import type { Refusal } from '@waymark/shared/kernel/refusal';

/** What a sub-group is for. Guests (sponsors, line managers) come for their own sessions: "the whole cohort" does not include them. */
export const SUB_GROUP_KINDS = {
  learning_set: 'Learning set',
  project: 'Project group',
  breakout: 'Breakout group',
  guests: 'Guests',
} as const;
export type SubGroupKind = keyof typeof SUB_GROUP_KINDS;
export const SUB_GROUP_KIND_CODES = Object.keys(SUB_GROUP_KINDS) as SubGroupKind[];

/** The kinds that people with a place can be shared out over. */
export const SPLIT_KINDS = SUB_GROUP_KIND_CODES.filter((kind) => kind !== 'guests');

/** Why people cannot be shared out over groups of a kind: guests are asked to come one by one. */
export function splitRefusals(kind: SubGroupKind): Refusal<'cohorts_group_guests'>[] {
  return kind === 'guests' ? [{ code: 'cohorts_group_guests', pointer: '/kind' }] : [];
}

/** Why a group cannot become of this kind: somebody in it is in another group of the kind, and would be in two. */
export function kindRefusals(kind: SubGroupKind, otherKinds: readonly SubGroupKind[]): Refusal<'cohorts_group_two'>[] {
  return otherKinds.includes(kind)
    ? [{ code: 'cohorts_group_two', facts: { kind: SUB_GROUP_KINDS[kind].toLowerCase() }, pointer: '/kind' }]
    : [];
}

/** The name of a new group: `Group 3`, the first number that is free, however others wrote it. */
export function groupNames(count: number, taken: readonly string[] = []): string[] {
  const known = new Set(taken.map((name) => name.trim().toLowerCase()));
  const names: string[] = [];
  for (let number = 1; names.length < count; number++) if (!known.has(`group ${number}`)) names.push(`Group ${number}`);
  return names;
}

/**
 * Shares people out evenly: sizes differ by one at most, and so do the numbers from any one organisation. People are dealt like cards,
 * one organisation after the other, the largest first; the order they come in makes no difference.
 */
export function evenSplit(
  people: readonly { id: string; organisationId: string | null }[],
  groups: readonly string[],
): Map<string, string> {
  const sizes = new Map<string | null, number>();
  for (const { organisationId } of people) sizes.set(organisationId, (sizes.get(organisationId) ?? 0) + 1);
  const dealt = [...people].sort(
    (a, b) =>
      sizes.get(b.organisationId)! - sizes.get(a.organisationId)! ||
      compare(a.organisationId ?? '', b.organisationId ?? '') ||
      compare(a.id, b.id),
  );
  return new Map(groups.length === 0 ? [] : dealt.map(({ id }, index) => [id, groups[index % groups.length]!]));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
