import { z } from 'zod';
import { counted, pageAsked, pageOf } from '@waymark/shared/api/page';
import { dayCalled, Id, line, localDate, optionalLine, version } from '@waymark/shared/api/schema';

const SECTORS = ['council', 'health', 'police', 'fire', 'charity', 'education', 'central_government', 'other'] as const;
const Sector = z.enum(SECTORS, 'Choose a sector');
const Nation = z.enum(['ENG', 'WLS', 'SCT', 'NIR'], 'Choose a nation');

const Identifier = z
  .strictObject({
    scheme: z
      .string()
      .trim()
      .regex(/^[a-z][a-z0-9-]{1,30}$/, 'Scheme must only include lower-case letters, numbers and hyphens, like gss or ods'),
    value: line('Enter the code', 60),
    validFrom: dayCalled('first day of the code').nullable().default(null),
    validTo: dayCalled('last day of the code').nullable().default(null),
  })
  .meta({ id: 'OrganisationIdentifier' });

const facts = {
  officialName: line('Enter the official name'),
  shortName: line('Enter a short name'),
  sector: Sector,
  organisationType: optionalLine(100).nullable().default(null),
  nation: Nation.nullable().default(null),
  region: optionalLine(100).nullable().default(null),
  validFrom: dayCalled('first day').nullable().default(null),
  validTo: dayCalled('last day').nullable().default(null),
  aliases: z.array(line('Enter the other name')).max(50).default([]),
  identifiers: z.array(Identifier).max(30).default([]),
};

export const AddOrganisation = z.strictObject(facts).meta({ id: 'AddOrganisation' });
export type AddOrganisation = z.infer<typeof AddOrganisation>;

export const EditOrganisation = z.strictObject({ ...facts, version }).meta({ id: 'EditOrganisation' });
export type EditOrganisation = z.infer<typeof EditOrganisation>;

const OrganisationLine = z
  .object({
    id: Id,
    officialName: z.string(),
    shortName: z.string(),
    sector: Sector,
    organisationType: z.string().nullable(),
    nation: Nation.nullable(),
    region: z.string().nullable(),
    codes: z.array(z.string()),
    validTo: localDate.nullable(),
  })
  .meta({ id: 'OrganisationLine' });
type OrganisationLine = z.infer<typeof OrganisationLine>;

export const OrganisationPage = pageOf(OrganisationLine).extend({ total: counted }).meta({ id: 'OrganisationPage' });
export type OrganisationPage = z.infer<typeof OrganisationPage>;

export const OrganisationView = z
  .object({
    ...OrganisationLine.shape,
    validFrom: localDate.nullable(),
    aliases: z.array(z.string()),
    identifiers: z.array(
      z.object({ scheme: z.string(), value: z.string(), validFrom: localDate.nullable(), validTo: localDate.nullable() }),
    ),
    successors: z.array(z.object({ id: Id, officialName: z.string() })),
    predecessors: z.array(z.object({ id: Id, officialName: z.string() })),
    source: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'OrganisationView' });
export type OrganisationView = z.infer<typeof OrganisationView>;

const many = <One extends z.ZodType>(one: One) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : String(value).split(',')), z.array(one).max(20));

export const ListOrganisations = pageAsked.extend({
  query: z.string().trim().max(200).default(''),
  sector: many(Sector),
  nation: many(Nation),
});
export type ListOrganisations = z.infer<typeof ListOrganisations>;
