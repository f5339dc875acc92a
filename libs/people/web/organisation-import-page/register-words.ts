import { dayOf, nationName, type Nation } from '../people-words';

/** Fields as the import names them, in words. */
const WORDS: Record<string, string> = {
  officialName: 'official name',
  shortName: 'short name',
  organisationType: 'type',
  nation: 'nation',
  region: 'region',
  validFrom: 'first day',
  validTo: 'last day',
  gss: 'GSS code',
  code: 'local authority code',
  aliases: 'other names',
};

export const fieldWords = (field: string): string => WORDS[field] ?? field;

/** What a field says, in the words of the pages. */
export function factWords(field: string, value: string | null): string {
  if (value === null) return 'none';
  if (field === 'validFrom' || field === 'validTo') return dayOf(value);
  return field === 'nation' ? nationName(value as Nation) : value;
}
