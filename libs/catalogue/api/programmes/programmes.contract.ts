import { z } from 'zod';
import { GAP_CODES, PROGRAMME_RULES } from '@waymark/catalogue/domain/programme-rules';
import { SEVERITIES } from '@waymark/engines/timetable/model';
import { countedPageOf, pageAsked } from '@waymark/shared/api/page';
import { Id, line, prose, version } from '@waymark/shared/api/schema';

const status = z.enum(['active', 'retired'], 'Choose active or retired');
const rules = z
  .record(z.enum(PROGRAMME_RULES), z.enum(SEVERITIES, 'Choose what happens when there is a clash'))
  .refine(
    (rules) => GAP_CODES.every((code) => rules[code] !== 'block_save'),
    'What is missing can stop a release, and no change before it',
  );

const facts = {
  title: line('Enter a title'),
  code: line('Enter a code', 12)
    .transform((code) => code.toUpperCase())
    .refine((code) => /^[A-Z0-9]+$/.test(code), 'Use letters and numbers only, like TT'),
  summary: prose(2000),
};

export const AddProgramme = z.strictObject({ providerId: Id, ...facts, summary: facts.summary.default('') }).meta({ id: 'AddProgramme' });
export type AddProgramme = z.infer<typeof AddProgramme>;

export const EditProgramme = z.strictObject({ version, ...facts, status, rules }).meta({ id: 'EditProgramme' });
export type EditProgramme = z.infer<typeof EditProgramme>;

/** `rules` has every rule, with the default where the programme says nothing. `published` is the number of the latest published version. */
export const ProgrammeView = z
  .object({
    id: Id,
    providerId: Id,
    title: z.string(),
    code: z.string(),
    summary: z.string(),
    status,
    rules,
    published: z.number().int().nullable(),
    publishedId: Id.nullable(),
    draftId: Id.nullable(),
    cohorts: z.number().int(),
    version,
  })
  .meta({ id: 'ProgrammeView' });
export type ProgrammeView = z.infer<typeof ProgrammeView>;

export const ProgrammeItem = ProgrammeView.omit({ rules: true }).meta({ id: 'ProgrammeItem' });
export type ProgrammeItem = z.infer<typeof ProgrammeItem>;
export const ProgrammePage = countedPageOf(ProgrammeItem).meta({ id: 'ProgrammePage' });

export const ListProgrammes = pageAsked.extend({ query: z.string().trim().max(200).optional(), status: status.optional() });
export type ListProgrammes = z.infer<typeof ListProgrammes>;
