import { z } from 'zod';
import { UploadedFile } from './uploaded-file';

export const ImportOrganisations = z
  .strictObject({
    ...UploadedFile,
    /** False looks and changes nothing. */
    apply: z.boolean(),
    /** True changes nothing at all when a row is rejected. */
    allOrNothing: z.boolean().default(true),
  })
  .meta({ id: 'ImportOrganisations' });
export type ImportOrganisations = z.infer<typeof ImportOrganisations>;

export const OrganisationImportReport = z
  .object({
    fileName: z.string(),
    applied: z.boolean(),
    counts: z.object({
      rows: z.number().int(),
      new: z.number().int(),
      changed: z.number().int(),
      same: z.number().int(),
      rejected: z.number().int(),
    }),
    /** The first 500; `more` says how many others there are. */
    messages: z.array(z.object({ line: z.number().int(), name: z.string(), field: z.string().nullable(), message: z.string() })),
    more: z.number().int(),
    /** The first 500. An official or short name that was stays as another name; of other names, `now` has those that are added. */
    changes: z.array(
      z.object({
        line: z.number().int(),
        name: z.string(),
        changes: z.array(z.object({ field: z.string(), was: z.string().nullable(), now: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: 'OrganisationImportReport' });
export type OrganisationImportReport = z.infer<typeof OrganisationImportReport>;
