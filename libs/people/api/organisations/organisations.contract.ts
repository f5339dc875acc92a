import { z } from 'zod';
import { countedPageOf, pageAsked } from '@waymark/shared/api/page';
import { PROPOSAL_STATUSES } from '@waymark/people/domain/register-proposal';
import { dayCalled, email, Id, line, localDate, moment, optionalLine, prose, version } from '@waymark/shared/api/schema';

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
  /** What it became part of, or what came of it. */
  successors: z
    .array(z.strictObject({ id: Id }))
    .max(20)
    .default([]),
};

/** Into the register at once, by its keeper. */
export const KeepOrganisation = z.strictObject(facts).meta({ id: 'KeepOrganisation' });
export type KeepOrganisation = z.infer<typeof KeepOrganisation>;

/** For one provider, and proposed to the register. */
export const AddOrganisation = z.strictObject({ ...facts, providerId: Id }).meta({ id: 'AddOrganisation' });
export type AddOrganisation = z.infer<typeof AddOrganisation>;

export const EditOrganisation = z.strictObject({ ...facts, version }).meta({ id: 'EditOrganisation' });
export type EditOrganisation = z.infer<typeof EditOrganisation>;

/** What somebody would have the register say. `version` is that of the organisation they saw. */
export const ProposeChange = z
  .strictObject({ ...facts, version, providerId: Id, reason: prose(1000).default('') })
  .meta({ id: 'ProposeChange' });
export type ProposeChange = z.infer<typeof ProposeChange>;

const contact = {
  name: line('Enter the name of the contact', 100),
  about: optionalLine(100).default(''),
  email: email.nullable().default(null),
  phone: optionalLine(40).nullable().default(null),
};

/** What one provider alone says of an organisation. All of it is replaced. */
export const OwnDetails = z
  .strictObject({
    providerId: Id,
    aliases: z.array(line('Enter the other name')).max(50).default([]),
    contacts: z.array(z.strictObject(contact)).max(20).default([]),
    /** What was seen of it: 0 where nothing was said yet. */
    version: z.number().int().min(0),
  })
  .meta({ id: 'OwnDetails' });
export type OwnDetails = z.infer<typeof OwnDetails>;

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
    /** The provider that has added it for itself; null in the register, which all share. */
    owner: z.object({ id: Id, name: z.string() }).nullable(),
  })
  .meta({ id: 'OrganisationLine' });
type OrganisationLine = z.infer<typeof OrganisationLine>;

export const OrganisationPage = countedPageOf(OrganisationLine).meta({ id: 'OrganisationPage' });
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
    /** What the reader's providers say of it for themselves; one that never said anything is left out. */
    own: z.array(
      z.object({
        providerId: Id,
        aliases: z.array(z.string()),
        contacts: z.array(z.object({ name: z.string(), about: z.string(), email: z.string().nullable(), phone: z.string().nullable() })),
        version: z.number().int(),
      }),
    ),
    /** The reader's provider's proposals about it that wait for a keeper. */
    waiting: z.array(z.object({ id: Id, kind: z.enum(['add', 'change']) })),
    source: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'OrganisationView' });
export type OrganisationView = z.infer<typeof OrganisationView>;

const ProposalFacts = z
  .object({
    officialName: z.string(),
    shortName: z.string(),
    sector: Sector,
    organisationType: z.string().nullable(),
    nation: Nation.nullable(),
    region: z.string().nullable(),
    validFrom: localDate.nullable(),
    validTo: localDate.nullable(),
    aliases: z.array(z.string()),
    identifiers: z.array(
      z.object({ scheme: z.string(), value: z.string(), validFrom: localDate.nullable(), validTo: localDate.nullable() }),
    ),
    successors: z.array(z.object({ id: Id, officialName: z.string() })),
  })
  .meta({ id: 'OrganisationFacts' });

const proposalStatus = z.enum(PROPOSAL_STATUSES);
const ProposalLine = z
  .object({
    id: Id,
    kind: z.enum(['add', 'change']),
    status: proposalStatus,
    organisation: z.object({ id: Id, officialName: z.string() }),
    provider: z.object({ id: Id, name: z.string() }),
    proposedBy: z.string().nullable(),
    proposedAt: moment,
    decidedAt: moment.nullable(),
    /** Why it was left. */
    answer: z.string(),
  })
  .meta({ id: 'RegisterProposalLine' });
export const ProposalPage = countedPageOf(ProposalLine).meta({ id: 'RegisterProposalPage' });
export type ProposalPage = z.infer<typeof ProposalPage>;

/**
 * `fields` are those that would change. `now` is what the register says while the proposal waits; `since` are the fields of these that somebody
 * else has changed since it was made. `organisationVersion` is to be sent back, so that what is taken is what was seen.
 */
export const ProposalView = z
  .object({
    ...ProposalLine.shape,
    reason: z.string(),
    decidedBy: z.string().nullable(),
    fields: z.array(z.string()),
    since: z.array(z.string()),
    before: ProposalFacts.nullable(),
    after: ProposalFacts,
    now: ProposalFacts.nullable(),
    organisationVersion: version,
    version,
  })
  .meta({ id: 'RegisterProposal' });
export type ProposalView = z.infer<typeof ProposalView>;

export const ListProposals = pageAsked.extend({ status: proposalStatus.optional() });
export type ListProposals = z.infer<typeof ListProposals>;

export const TakeProposal = z.strictObject({ version, organisationVersion: version }).meta({ id: 'TakeProposal' });
export type TakeProposal = z.infer<typeof TakeProposal>;
export const LeaveProposal = z
  .strictObject({ version, answer: prose(1000).min(1, 'Enter why you are leaving it') })
  .meta({ id: 'LeaveProposal' });
export type LeaveProposal = z.infer<typeof LeaveProposal>;
export const WithdrawProposal = z.strictObject({ version }).meta({ id: 'WithdrawProposal' });
export type WithdrawProposal = z.infer<typeof WithdrawProposal>;

const many = <One extends z.ZodType>(one: One) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : String(value).split(',')), z.array(one).max(20));

export const ListOrganisations = pageAsked.extend({
  query: z.string().trim().max(200).default(''),
  sector: many(Sector),
  nation: many(Nation),
});
export type ListOrganisations = z.infer<typeof ListOrganisations>;
