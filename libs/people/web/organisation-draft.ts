import type { components } from '@waymark/shared/client/schema';
import { datesOf, type Nation, nationName, type Sector, sectorName } from './people-words';

type Facts = components['schemas']['OrganisationFacts'];

interface CodeDraft {
  scheme: string;
  value: string;
  validFrom: string;
  validTo: string;
}

/** An organisation as it is typed. What is not chosen yet is empty. */
export interface OrganisationDraft {
  officialName: string;
  shortName: string;
  aliases: readonly string[];
  sector: string;
  organisationType: string;
  nation: string;
  region: string;
  validFrom: string;
  validTo: string;
  identifiers: readonly CodeDraft[];
  successors: readonly { id: string; officialName: string }[];
}

export const ORGANISATION_LABELS: Record<keyof OrganisationDraft, string> = {
  officialName: 'Official name',
  shortName: 'Short name',
  aliases: 'Other names',
  sector: 'Sector',
  organisationType: 'Type',
  nation: 'Nation',
  region: 'Region',
  validFrom: 'First day',
  validTo: 'Last day',
  identifiers: 'Codes',
  successors: 'Replaced by',
};

export const NO_CODE: CodeDraft = { scheme: '', value: '', validFrom: '', validTo: '' };

const SCHEMES: Record<string, string> = {
  gss: 'GSS (ONS)',
  'local-authority-code': 'Local authority code',
  ods: 'ODS (NHS)',
  charity: 'Charity number',
  ukprn: 'UKPRN (education)',
};
export const SCHEME_HINT = 'For example, gss, ods or charity';
export const schemeName = (scheme: string): string => SCHEMES[scheme] ?? scheme;

export function organisationDraftOf(view: Facts | undefined): OrganisationDraft {
  return {
    officialName: view?.officialName ?? '',
    shortName: view?.shortName ?? '',
    aliases: view?.aliases ?? [],
    sector: view?.sector ?? '',
    organisationType: view?.organisationType ?? '',
    nation: view?.nation ?? '',
    region: view?.region ?? '',
    validFrom: view?.validFrom ?? '',
    validTo: view?.validTo ?? '',
    identifiers: (view?.identifiers ?? []).map(({ scheme, value, validFrom, validTo }) => ({
      scheme,
      value,
      validFrom: validFrom ?? '',
      validTo: validTo ?? '',
    })),
    successors: (view?.successors ?? []).map(({ id, officialName }) => ({ id, officialName })),
  };
}

/** A line added and never filled is not sent. Lines keep their order, so that a pointer names the line on the page. */
export function tidied(draft: OrganisationDraft): OrganisationDraft {
  return {
    ...draft,
    aliases: draft.aliases.filter((alias) => alias.trim() !== ''),
    identifiers: draft.identifiers.filter((code) => Object.values(code).some((value) => value.trim() !== '')),
    successors: draft.successors.filter(({ id }) => id !== ''),
  };
}

export const organisationBody = (draft: OrganisationDraft): components['schemas']['KeepOrganisation'] => ({
  officialName: draft.officialName,
  shortName: draft.shortName,
  // Nothing chosen is refused by the API, in its own words.
  sector: draft.sector as Sector,
  organisationType: draft.organisationType || null,
  nation: (draft.nation || null) as Nation | null,
  region: draft.region || null,
  validFrom: draft.validFrom || null,
  validTo: draft.validTo || null,
  aliases: [...draft.aliases],
  identifiers: draft.identifiers.map(({ scheme, value, validFrom, validTo }) => ({
    scheme,
    value,
    validFrom: validFrom || null,
    validTo: validTo || null,
  })),
  successors: draft.successors.map(({ id }) => ({ id })),
});

/** A field of an organisation as text, for people who choose between two. */
export function organisationWords(field: keyof OrganisationDraft, draft: OrganisationDraft): string {
  if (field === 'aliases') return draft.aliases.join('; ');
  if (field === 'successors') return draft.successors.map(({ officialName }) => officialName).join('; ');
  if (field === 'sector') return draft.sector && sectorName(draft.sector as Sector);
  if (field === 'nation') return nationName((draft.nation || null) as Nation | null);
  if (field === 'identifiers')
    return draft.identifiers
      .map(({ scheme, value, validFrom, validTo }) => [schemeName(scheme), value, datesOf(validFrom, validTo)].filter(Boolean).join(' '))
      .join('; ');
  if (field === 'validFrom' || field === 'validTo') return datesOf(draft[field], null).replace('From ', '');
  return draft[field];
}
