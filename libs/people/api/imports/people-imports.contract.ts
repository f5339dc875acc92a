import { z } from 'zod';
import { pageAsked } from '@waymark/shared/api/page';
import { Id, moment, version } from '@waymark/shared/api/schema';
import { UploadedFile } from './uploaded-file';

const FIELDS = [
  'fullName',
  'givenName',
  'familyName',
  'email',
  'jobTitle',
  'organisation',
  'gradeBand',
  'lineManagerEmail',
  'startsOn',
  'pronouns',
] as const;
const column = z.number('Choose a column').int().min(0).max(199);
const PersonColumns = z
  .strictObject(
    Object.fromEntries(FIELDS.map((field) => [field, column.optional()])) as Record<(typeof FIELDS)[number], z.ZodOptional<typeof column>>,
  )
  .meta({ id: 'PersonColumns' });

export const UploadPeople = z.strictObject({ providerId: Id, ...UploadedFile }).meta({ id: 'UploadPeople' });
export type UploadPeople = z.infer<typeof UploadPeople>;

const dateOrder = z.enum(['day-first', 'month-first'], 'Choose whether dates have the day or the month first');

/** `dateOrder`: in which order all dates of the file have day and month; null lets the column say. */
export const MapPeople = z
  .strictObject({ mapping: PersonColumns, dateOrder: dateOrder.nullable().default(null), version })
  .meta({ id: 'MapPeople' });
export type MapPeople = z.infer<typeof MapPeople>;

/** `line` is the number of the row of headings; 0 where the file has none, and its first row is a person. */
export const HeadPeople = z
  .strictObject({ line: z.number('Choose a row').int().min(0).max(1_000_000), version })
  .meta({ id: 'HeadPeople' });
export type HeadPeople = z.infer<typeof HeadPeople>;

export const ApplyPeople = z.strictObject({ version, leaveOut: z.boolean().default(false) }).meta({ id: 'ApplyPeople' });
export type ApplyPeople = z.infer<typeof ApplyPeople>;

const Counts = z
  .object({ rows: z.number().int(), new: z.number().int(), changed: z.number().int(), same: z.number().int(), attention: z.number().int() })
  .meta({ id: 'PeopleImportCounts' });
export type Counts = z.infer<typeof Counts>;

export const PeopleImportView = z
  .object({
    id: Id,
    providerId: Id,
    fileName: z.string(),
    status: z.enum(['uploaded', 'checked', 'completed']),
    headers: z.array(z.string()),
    /** The row of headings, as a spreadsheet numbers it; 0 where the file seems to have none. */
    headingLine: z.number().int(),
    /** The first rows of the file, one of which may be the headings. */
    top: z.array(z.object({ line: z.number().int(), cells: z.array(z.string()) })),
    /** Up to five rows as they are in the file. */
    sample: z.array(z.array(z.string())),
    fields: z.array(z.object({ field: z.enum(FIELDS), label: z.string() })),
    mapping: PersonColumns,
    /** How dates are read whose day and month are numbers, and how that is known; null where the file has none. */
    dates: z.object({ order: dateOrder, how: z.enum(['sure', 'assumed', 'mixed', 'chosen']) }).nullable(),
    /** Did somebody map a file with these headers before? */
    remembered: z.boolean(),
    /** What is still wrong with the mapping, in sentences. */
    mappingProblems: z.array(z.string()),
    counts: Counts,
    createdAt: moment,
    finishedAt: moment.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'PeopleImportView' });
export type PeopleImportView = z.infer<typeof PeopleImportView>;

export const ListImportRows = pageAsked.extend({ outcome: z.enum(['new', 'changed', 'same', 'attention']).optional() });
export type ListImportRows = z.infer<typeof ListImportRows>;

export const PeopleImportRows = z
  .object({
    items: z.array(
      z.object({
        line: z.number().int(),
        outcome: z.enum(['new', 'changed', 'same', 'attention', 'done']),
        name: z.string(),
        email: z.string(),
        messages: z.array(z.object({ field: z.string().nullable(), level: z.enum(['error', 'check']), message: z.string() })),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'PeopleImportRows' });
export type PeopleImportRows = z.infer<typeof PeopleImportRows>;
