import { z } from 'zod';
import { countedPageOf, pageAsked, pageOf } from '@waymark/shared/api/page';
import { dayCalled, email, familyName, givenName, Id, line, localDate, named, optionalLine, version } from '@waymark/shared/api/schema';

const facts = {
  givenName,
  familyName: familyName('Enter a last name'),
  pronouns: optionalLine(40, 'Pronouns must be 40 characters or fewer').nullable().default(null),
  phone: z
    .string()
    .trim()
    .max(30, 'The phone number must be 30 characters or fewer')
    .regex(/^[0-9+() -]*$/, 'Enter a phone number, like 01245 606330')
    .nullable()
    .default(null),
  email,
};

const job = {
  organisationId: z.uuid('Choose an organisation'),
  jobTitle: line('Enter a job title'),
  gradeBand: optionalLine(60, 'The grade or band must be 60 characters or fewer').nullable().default(null),
  lineManagerId: z.uuid('Choose a line manager').nullable().default(null),
  lineManagerEmail: email.nullable().default(null),
  startsOn: dayCalled('first day'),
  endsOn: dayCalled('last day').nullable().default(null),
};

export const AddEmployment = z.strictObject(job).meta({ id: 'AddEmployment' });
export type AddEmployment = z.infer<typeof AddEmployment>;
export const EditEmployment = z.strictObject({ ...job, version }).meta({ id: 'EditEmployment' });
export type EditEmployment = z.infer<typeof EditEmployment>;

export const AddPerson = named(z.strictObject({ providerId: Id, ...facts, employment: AddEmployment.nullable().default(null) })).meta({
  id: 'AddPerson',
});
export type AddPerson = z.infer<typeof AddPerson>;
export const EditPerson = named(z.strictObject({ ...facts, version })).meta({ id: 'EditPerson' });
export type EditPerson = z.infer<typeof EditPerson>;

export const PersonLine = z
  .object({
    id: Id,
    givenName: z.string(),
    familyName: z.string(),
    email: z.string().nullable(),
    jobTitle: z.string().nullable(),
    organisation: z.string().nullable(),
    organisationId: Id.nullable(),
  })
  .meta({ id: 'PersonLine' });
export type PersonLine = z.infer<typeof PersonLine>;
export const PersonPage = countedPageOf(PersonLine).meta({ id: 'PersonPage' });
export type PersonPage = z.infer<typeof PersonPage>;

const EmploymentView = z
  .object({
    id: Id,
    organisationId: Id,
    organisation: z.string(),
    jobTitle: z.string(),
    gradeBand: z.string().nullable(),
    lineManagerId: Id.nullable(),
    lineManager: z.string().nullable(),
    lineManagerEmail: z.string().nullable(),
    startsOn: localDate,
    endsOn: localDate.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'EmploymentView' });
export const PersonView = z
  .object({
    id: Id,
    givenName: z.string(),
    familyName: z.string(),
    pronouns: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    version: z.number().int(),
    /** Kept by the provider that added them first. Others see today's job and no more, and change nothing. */
    kept: z.boolean(),
    /** Newest first. */
    employments: z.array(EmploymentView),
    /** People whose current job names this person as their line manager. */
    reports: z.number().int(),
  })
  .meta({ id: 'PersonView' });
export type PersonView = z.infer<typeof PersonView>;

export const ListPersons = pageAsked.extend({ query: z.string().trim().max(200).default(''), organisationId: Id.optional() });
export type ListPersons = z.infer<typeof ListPersons>;

export const MyReports = pageOf(PersonLine).meta({ id: 'MyReports' });
export type MyReports = z.infer<typeof MyReports>;
