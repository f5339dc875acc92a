import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { Malformed } from '@waymark/shared/api/problem.filter';

const MOST_ROWS = 10_000;
const MOST_COLUMNS = 200;
const MOST_BYTES = 5 * 1024 * 1024;
const LONGEST_CELL = 10_000;

/** A file as it crosses the wire: its bytes in base64, so that the server and not the browser finds out the encoding. */
export const UploadedFile = {
  fileName: z.string().trim().min(1, 'Choose a file').max(255),
  content: z
    .string('Choose a file')
    .min(1, 'The file is empty')
    .max(Math.ceil((MOST_BYTES * 4) / 3) + 4, 'The file is larger than 5 MB. Split it into smaller files'),
};

export interface Sheet {
  headers: string[];
  /** `line` is the line of the file, as a spreadsheet numbers it. */
  rows: { line: number; cells: string[] }[];
}

/**
 * Reads comma, semicolon or tab separated text in UTF-8 (with or without a byte order mark) or UTF-16.
 * @throws Malformed at `/content` with a sentence when it is not such a file.
 */
export function sheetIn({ fileName, content }: { fileName: string; content: string }): Sheet {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length === 0) throw refuse('The file is empty');
  if (bytes.subarray(0, 2).toString('latin1') === 'PK' || /\.xlsx?$/i.test(fileName))
    throw refuse('This is an Excel workbook. Save it as CSV (comma separated) and choose that file');
  if (bytes.subarray(0, 4).toString('latin1') === '%PDF') throw refuse('This is a PDF. Choose a CSV file');
  const text = textOf(bytes);
  if (text.includes('\u0000')) throw refuse('The file contains characters that are not text. Save it as CSV UTF-8');
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      // One more than may be, besides the headings and what may stand above them.
      to: MOST_ROWS + 12,
      max_record_size: 500_000,
    }) as never;
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (code === 'CSV_MAX_RECORD_SIZE') throw refuse('One of the lines in the file is too long');
    throw refuse(`The file cannot be read as CSV${lines ? ` from line ${lines} onwards. Check for a missing closing quotation mark` : ''}`);
  }
  const filled = records.filter(({ record }) => record.some((cell) => cell !== ''));
  const [first, ...rest] = skipTitles(filled);
  if (!first) throw refuse('The file is empty');
  if (rest.length === 0) throw refuse('The file has headings but no rows');
  if (rest.length > MOST_ROWS)
    throw refuse(`The file has more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Split it into smaller files`);
  if (filled.some(({ record }) => record.length > MOST_COLUMNS)) throw refuse(`The file has more than ${MOST_COLUMNS} columns`);
  if (filled.some(({ record }) => record.some((cell) => cell.length > LONGEST_CELL)))
    throw refuse(`A cell in the file has more than ${LONGEST_CELL.toLocaleString('en-GB')} characters`);
  return {
    headers: first.record.map((header, i) => header || `Column ${i + 1}`),
    rows: rest.map(({ record, info }) => ({ line: info.lines, cells: record })),
  };
}

const refuse = (sentence: string): Malformed => Malformed.at('/content', sentence);

/** A merged title above the headings fills one cell of the row: the headings are the first row with at least two. */
function skipTitles<Row extends { record: string[] }>(rows: Row[]): Row[] {
  const at = rows.slice(0, 10).findIndex(({ record }) => record.filter((cell) => cell !== '').length >= 2);
  return at < 0 ? rows : rows.slice(at);
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What Excel for Windows writes when asked for plain CSV.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that is found most often outside quotation marks in the first lines. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const count = (one: string) => head.split(one).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
