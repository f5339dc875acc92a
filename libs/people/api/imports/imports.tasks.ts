import { threadTask } from '@waymark/shared/api/thread';
import { fold } from '@waymark/people/domain/text';
import { missingColumns, parseRegisterRow, registerHeadings, type ReadRegisterRow } from '@waymark/people/domain/council-register';
import { orderOf, type ColumnOrder, type DateOrder } from '@waymark/people/domain/import-dates';
import { LIMITS, sheetIn, topOf, Unreadable, type Row, type Sheet } from '@waymark/people/domain/csv';
import {
  guessMapping,
  organisationFinder,
  parsePerson,
  type ImportedOrganisation,
  type PersonMapping,
  type ReadPerson,
} from '@waymark/people/domain/person-import';

/** A file as it came: its bytes, so that the encoding is found out here. */
interface File {
  fileName: string;
  bytes: Uint8Array;
}

interface Refused {
  refused: string;
}

interface ReadSheet extends Omit<Sheet, 'rows'> {
  /** Some rows from the top. */
  top: Row[];
  /** All rows as JSON, `{ line, raw }` each: nobody needs them before the database has them. */
  rows: string;
}

/** A file of people, whatever its columns hold. */
export const READ_SHEET = threadTask('people.readSheet', (file: File): ReadSheet | Refused =>
  orRefused(() => {
    const { rows, ...sheet } = sheetIn(textOf(file), (cells) => Object.keys(guessMapping(cells)).length);
    return { ...sheet, top: topOf(rows), rows: JSON.stringify(rows.map(({ line, cells }) => ({ line, raw: cells }))) };
  }),
);

/** `rows` is JSON as `READ_SHEET` makes it; those below `headingLine` are people. */
export const READ_PEOPLE = threadTask(
  'people.readPeople',
  ({ rows, headingLine, mapping, organisations, dateOrder }: PeopleToRead): ReadPeople => {
    const finder = organisationFinder(organisations);
    const below = (JSON.parse(rows) as { line: number; raw: string[] }[]).filter(({ line }) => line > headingLine);
    const { startsOn } = mapping;
    const column = startsOn === undefined ? null : orderOf(below.map(({ raw }) => raw[startsOn] ?? ''));
    const dates = column && dateOrder ? { order: dateOrder, how: 'chosen' as const } : column;
    return { dates, people: below.map(({ line, raw }) => ({ line, ...parsePerson(raw, mapping, finder, dates) })) };
  },
);

/** `dates`: the order of day and month in the column of start dates, null where it makes no difference. */
interface ReadPeople {
  dates: { order: DateOrder; how: ColumnOrder['how'] | 'chosen' } | null;
  people: ReadPerson[];
}

interface PeopleToRead {
  rows: string;
  headingLine: number;
  mapping: PersonMapping;
  organisations: ImportedOrganisation[];
  /** As somebody has chosen. */
  dateOrder: DateOrder | null;
}

/** The council register, row by row. */
export const READ_REGISTER = threadTask('people.readRegister', (file: File): { rows: ReadRegisterRow[] } | Refused =>
  orRefused(() => {
    const { headings, headingLine, rows } = sheetIn(textOf(file), registerHeadings);
    const missing = missingColumns(headings);
    if (missing.length > 0)
      throw new Unreadable(`This is not the council register: there is no column ${missing.map((name) => `"${name}"`).join(' or ')}`);
    const keys = headings.map(fold);
    return {
      rows: rows
        .filter(({ line }) => line > headingLine)
        .map(({ line, cells }) => ({ line, ...parseRegisterRow(Object.fromEntries(keys.map((key, i) => [key, cells[i] ?? '']))) })),
    };
  }),
);

function orRefused<Answer>(read: () => Answer): Answer | Refused {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.message };
    throw error;
  }
}

/** @throws Unreadable when these are not the bytes of a text. */
function textOf({ bytes, fileName }: File): string {
  if (bytes.length === 0) throw new Unreadable('The file is empty');
  if (bytes.length > LIMITS.bytes) throw new Unreadable('The file is larger than 5 MB. Split it into smaller files');
  const begins = (mark: string) => String.fromCharCode(...bytes.subarray(0, mark.length)) === mark;
  if (begins('PK') || /\.xlsx?$/i.test(fileName))
    throw new Unreadable('This is an Excel workbook. Save it as CSV (comma separated) and choose that file');
  if (begins('%PDF')) throw new Unreadable('This is a PDF. Choose a CSV file');
  const text = decoded(bytes);
  if (text.includes('\u0000')) throw new Unreadable('The file contains characters that are not text. Save it as CSV UTF-8');
  return text;
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What Excel for Windows writes when asked for plain CSV.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
