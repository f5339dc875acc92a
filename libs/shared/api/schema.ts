import { z } from 'zod';
import type { LocalDate, LocalTime } from '@waymark/shared/kernel/dates';

/** A day of the years that anything here can be about: a year typed with two digits is none of them. */
export const localDate = z.iso
  .date('Enter a real date')
  .refine((day) => day >= '1900-01-01' && day < '2100-01-01', 'Enter a year from 1900 to 2099, with 4 digits') as unknown as z.ZodType<
  LocalDate,
  LocalDate
>;

export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 09:30') as unknown as z.ZodType<
  LocalTime,
  LocalTime
>;

/** A moment, as ISO 8601 with a zone. */
export const moment = z.iso.datetime({ offset: true });

/** Control characters and marks that turn the direction of writing: in one line they forge what stands around it, as in a mail. */
const FORGING = /[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** A line somebody types: spaces at the ends go, emptiness is refused in the words given. */
export const line = (whenMissing: string, max = 200) =>
  z
    .string(whenMissing)
    .trim()
    .min(1, whenMissing)
    .max(max, `Use ${max} characters or fewer`)
    .refine((text) => !FORGING.test(text), 'Enter this on one line, without invisible characters');

/** A longer text that may be empty. */
export const prose = (max = 4000) =>
  z
    .string()
    .trim()
    .max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

export const email = z
  .string('Enter an email address')
  .trim()
  .max(254, 'Enter an email address of 254 characters or fewer')
  .pipe(z.email('Enter an email address in the correct format, like name@example.org'));

export const wholeNumber = (whenWrong: string, min: number, max: number) =>
  z.number(whenWrong).int(whenWrong).min(min, whenWrong).max(max, whenWrong);

/** The version of a row that somebody saw and edits. */
export const version = z.number().int().min(1).max(2_147_483_647);

export const Id = z.uuid('Enter a valid ID');

/** The path of a route with one id: `@Param({ schema: IdPath })`. */
export const IdPath = z.object({ id: Id });
export type IdPath = z.infer<typeof IdPath>;
