import { overlaps, type LocalDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import type { PeopleCode } from './manifest';

export interface Identifier {
  scheme: string;
  value: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

/** Why these facts about an organisation cannot be kept. */
export function organisationRefusals(facts: {
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  identifiers: readonly Identifier[];
}): Refusal<PeopleCode>[] {
  const wrong: Refusal<PeopleCode>[] = [];
  if (facts.validFrom && facts.validTo && facts.validTo < facts.validFrom)
    wrong.push({ code: 'people_organisation_dates', pointer: '/validTo' });
  facts.identifiers.forEach((one, i) => {
    if (one.validFrom && one.validTo && one.validTo < one.validFrom)
      wrong.push({ code: 'people_organisation_dates', pointer: `/identifiers/${i}/validTo` });
    else if (facts.identifiers.slice(0, i).some((other) => clashes(one, other))) wrong.push(taken(one, i));
  });
  return wrong;
}

/** Why these codes cannot be this organisation's: another holds them on some day. */
export function identifierRefusals(wanted: readonly Identifier[], held: readonly Identifier[]): Refusal<PeopleCode>[] {
  return wanted.flatMap((one, i) => (held.some((other) => clashes(one, other)) ? [taken(one, i)] : []));
}

/** Why an organisation cannot be followed by these. `known`: those of them that there are. */
export function successorRefusals(id: string, successorIds: readonly string[], known: ReadonlySet<string>): Refusal<PeopleCode>[] {
  return successorIds.flatMap((successor, i): Refusal<PeopleCode>[] => {
    const pointer = `/successors/${i}/id`;
    if (successor === id) return [{ code: 'people_successor_self', pointer }];
    return known.has(successor) ? [] : [{ code: 'people_successor_unknown', pointer }];
  });
}

/** Why a proposed change cannot be decided or withdrawn any more: two keepers may press at once. `seen` is the version that somebody saw. */
export const decisionRefusals = (proposal: { status: string; version: number }, seen: number): Refusal<PeopleCode>[] =>
  proposal.status === 'waiting' && proposal.version === seen ? [] : [{ code: 'people_proposal_decided' }];

const taken = (_: Identifier, i: number): Refusal<PeopleCode> => ({ code: 'people_identifier_taken', pointer: `/identifiers/${i}/value` });

const ALWAYS: LocalDate = '0001-01-01';
const clashes = (a: Identifier, b: Identifier): boolean =>
  a.scheme === b.scheme &&
  a.value === b.value &&
  overlaps({ startsOn: a.validFrom ?? ALWAYS, endsOn: a.validTo }, { startsOn: b.validFrom ?? ALWAYS, endsOn: b.validTo });
