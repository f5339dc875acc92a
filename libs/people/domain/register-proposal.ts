import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Identifier } from './organisation';
import { fold } from './text';

/** How far a proposed change is: open, decided by a keeper, or taken back by those who made it. */
export const PROPOSAL_STATUSES = ['waiting', 'taken', 'left', 'withdrawn'] as const;

/** What the register says of an organisation. */
export interface OrganisationFacts {
  officialName: string;
  shortName: string;
  sector: string;
  organisationType: string | null;
  nation: string | null;
  region: string | null;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  aliases: readonly string[];
  identifiers: readonly Identifier[];
  successors: readonly { id: string; officialName: string }[];
}
type FactName = keyof OrganisationFacts;

/** In the order in which a page shows them. */
export const FACT_NAMES = [
  'officialName',
  'shortName',
  'aliases',
  'sector',
  'organisationType',
  'nation',
  'region',
  'identifiers',
  'validFrom',
  'validTo',
  'successors',
] as const satisfies readonly FactName[];

/** Which facts differ. The order of names, codes and successors means nothing, and a successor is the same under any name. */
export const changedFacts = (one: OrganisationFacts, other: OrganisationFacts): FactName[] =>
  FACT_NAMES.filter((name) => told(one, name) !== told(other, name));

function told(facts: OrganisationFacts, name: FactName): string {
  switch (name) {
    case 'aliases':
      return JSON.stringify([...new Set(facts.aliases)].sort());
    case 'identifiers':
      return JSON.stringify(
        facts.identifiers.map(({ scheme, value, validFrom, validTo }) => [scheme, value, validFrom, validTo].join(' ')).sort(),
      );
    case 'successors':
      return JSON.stringify(facts.successors.map(({ id }) => id).sort());
    default:
      return JSON.stringify(facts[name]);
  }
}

/** A proposed change beside what the register says by now. */
interface Proposed {
  before: OrganisationFacts;
  after: OrganisationFacts;
}

/** Of the facts that a proposal would change, those that somebody else has changed since it was made. */
export const changedSince = ({ before, after }: Proposed, now: OrganisationFacts): FactName[] => {
  const since = new Set(changedFacts(before, now));
  return changedFacts(before, after).filter((name) => since.has(name));
};

/** What the register says once a proposal is taken: what it changes, and of the rest what is there by now. */
export const withProposal = ({ before, after }: Proposed, now: OrganisationFacts): OrganisationFacts => ({
  ...now,
  ...Object.fromEntries(changedFacts(before, after).map((name) => [name, after[name]])),
});

/** An organisation's other names, each once however it is written. */
export function otherNames(aliases: readonly string[]): { alias: string; folded: string }[] {
  return [...new Map(aliases.map((alias) => [fold(alias), alias]))].map(([folded, alias]) => ({ alias, folded }));
}
