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

export const fieldWords = (fields: readonly string[]): string => fields.map((field) => WORDS[field] ?? field).join(', ');
