import { z } from 'zod';
import { isInCalendar, longDate, type LocalDate, type LocalTime } from '@waymark/shared/kernel/dates';
import { isForged, oneLine } from '@waymark/shared/kernel/line';
import { isOnWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import { nameDoubts, type PersonName } from '@waymark/shared/kernel/name';

const day = (whenMissing: string, whenWrong: string, whenFar: string) =>
  z.iso
    .date({ abort: true, error: ({ input }) => (input ? whenWrong : whenMissing) })
    .refine((date) => isInCalendar(date as LocalDate), whenFar) as unknown as z.ZodType<LocalDate, LocalDate>;

export const localDate = day('Enter a real date', 'Enter a real date', 'Enter a year from 1900 to 2099, with 4 digits');

/** A day that a form asks for, by what its field is called: of several days, the words say which one is wrong. */
export const dayCalled = (name: string) =>
  day(`Enter the ${name}`, `The ${name} must be a real date`, `The ${name} must have a year from 1900 to 2099, with 4 digits`);

const time = (whenWrong: string) =>
  z.string(whenWrong).regex(/^([01]\d|2[0-3]):[0-5]\d$/, whenWrong) as unknown as z.ZodType<LocalTime, LocalTime>;

export const localTime = time('Enter a time, like 09:30');

/** The same for a time. */
export const timeCalled = (name: string) => time(`Enter the ${name}, like 09:30`);

/** Refuses, at the field of the time, one that no clock shows because it goes forward: it would be kept as an hour later. */
export const onTheClock =
  <Date extends string, Time extends string>(date: Date, time: Time) =>
  (value: Record<Date | Time, unknown>, context: { addIssue(issue: { code: 'custom'; message: string; path: string[] }): void }) => {
    const [day, at] = [value[date], value[time]];
    if (typeof day !== 'string' || typeof at !== 'string' || isOnWall(wallMinute(day as LocalDate, at))) return;
    const message = `The clocks go forward on ${longDate(day as LocalDate)}, so there is no time from 01:00 to 01:59. Enter another time`;
    context.addIssue({ code: 'custom', message, path: [time] });
  };

/** A moment, as ISO 8601 with a zone. */
export const moment = z.iso.datetime({ offset: true });

const onOneLine = (schema: z.ZodString) =>
  schema.refine((text) => !isForged(text), 'Enter this on one line, without invisible characters').overwrite(oneLine);

/** A line somebody types, cleaned of what nobody sees; an empty rest is refused in the words given. */
export const line = (whenMissing: string, max = 200) =>
  onOneLine(z.string(whenMissing).trim().max(max, `Use ${max} characters or fewer`)).min(1, whenMissing);

/** The same where nothing need be said. */
export const optionalLine = (max: number, whenLong = `Use ${max} characters or fewer`) => onOneLine(z.string().trim().max(max, whenLong));

/** The first names of a person. There may be none: one name suffices, and is the last name. What has these two fields is `named`. */
export const givenName = optionalLine(100, 'The first name must be 100 characters or fewer').default('');
export const familyName = (whenMissing: string) => line(whenMissing, 100);

/**
 * Refuses, at its field, what is no name, as an import does. Both parts are judged together: "Null" is a surname, and no name where it is all
 * that is said. Said beside what is wrong with other fields.
 */
export const named = <Schema extends z.ZodType<Partial<PersonName>>>(schema: Schema): Schema =>
  schema.superRefine(
    (value, context) => {
      const { givenName, familyName } = value as Record<keyof PersonName, unknown>;
      for (const { part, level, message } of nameDoubts({ givenName: textOf(givenName), familyName: textOf(familyName) })) {
        const said = context.issues.some(({ path }) => path?.[0] === part);
        if (level === 'no' && !said) context.addIssue({ code: 'custom', message, path: [part] });
      }
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  );
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A longer text that may be empty. */
export const prose = (max = 4000) =>
  z
    .string()
    .trim()
    .max(max, `Use ${max.toLocaleString('en-GB')} characters or fewer`);

export const email = z
  .string('Enter an email address')
  .trim()
  .min(1, 'Enter an email address')
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
