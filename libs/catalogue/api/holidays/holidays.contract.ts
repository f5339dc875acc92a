import { z } from 'zod';
import { DIVISION_CODES } from '@waymark/catalogue/domain/calendar';
import { pageOf } from '@waymark/shared/api/page';
import { line, localDate, moment } from '@waymark/shared/api/schema';

const division = z.enum(DIVISION_CODES, 'Choose England and Wales, Scotland or Northern Ireland');

export const BankHolidayView = z
  .object({ division, date: localDate, title: z.string(), notes: z.string(), source: z.string(), fetchedAt: moment })
  .meta({ id: 'BankHolidayView' });
export type BankHolidayView = z.infer<typeof BankHolidayView>;
export const BankHolidayPage = pageOf(BankHolidayView).meta({ id: 'BankHolidayPage' });

export const ListHolidays = z.object({ division: division.optional(), year: z.coerce.number().int().min(1900).max(2099).optional() });
export type ListHolidays = z.infer<typeof ListHolidays>;

/** `content` is the text of GOV.UK's bank-holidays.json. Without `apply` nothing is changed: the answer says what would be. */
export const ImportHolidays = z
  .strictObject({
    fileName: line('Choose a file'),
    content: z.string('Choose a file').max(2_000_000, 'Choose a file of 2 MB or less'),
    apply: z.boolean(),
  })
  .meta({ id: 'ImportHolidays' });
export type ImportHolidays = z.infer<typeof ImportHolidays>;

const count = z.number().int();

/** `applied` is true when the file was taken; it is not while any line is rejected. */
export const HolidayImportView = z
  .object({
    fileName: z.string(),
    applied: z.boolean(),
    counts: z.object({ new: count, changed: count, same: count, gone: count, rejected: count }),
    lines: z.array(
      z.object({
        outcome: z.enum(['new', 'changed', 'same', 'gone', 'rejected']),
        place: z.string(),
        division: division.nullable(),
        date: localDate.nullable(),
        title: z.string(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'HolidayImportView' });
export type HolidayImportView = z.infer<typeof HolidayImportView>;
