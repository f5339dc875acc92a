import { undefused } from '@waymark/shared/kernel/csv';

/** One row of a file: `line` is its number as a spreadsheet shows it, which counts rows and not lines of text. */
export interface Row {
  line: number;
  cells: string[];
}

/** What a file may hold at most. */
export const LIMITS = { bytes: 5 * 1024 * 1024, rows: 10_000, columns: 200, cell: 10_000 } as const;

/** Why a file cannot be read, in words. */
export class Unreadable extends Error {}

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

const FEW = 10;
/** Of a text, where its headings are looked for. */
const TOP = 100_000;
/** Empty rows too: a sheet that was filled down holds many. */
const MOST_LINES = 10 * LIMITS.rows;

/**
 * The rows of delimited text that have something in them. A cell in quotation marks may hold separators, lines and doubled quotation marks;
 * quotation marks that do not go around a whole cell are text, as in `24" screens`. Counts while it reads, and looks at no character more than a
 * few times whatever the text.
 * @throws Unreadable where the text is no such file, or larger than `LIMITS`; unless it is `strict`, rows that are too long are cut.
 */
export function* rowsIn(text: string, separator: Separator, { strict = true } = {}): Generator<Row> {
  let at = 0;
  let filled = 0;
  for (let line = 1; at < text.length; line++) {
    if (line > MOST_LINES) throw tooMany();
    const cells: string[] = [];
    let some = false;
    for (let more = true; more;) {
      const [cell, end] = cellAt(text, at, separator, line);
      if (strict && cell.length > LIMITS.cell) throw new Unreadable(`A cell in row ${line} has more than ${count(LIMITS.cell)} characters`);
      some ||= cell !== '';
      if (cells.length < LIMITS.columns) cells.push(cell);
      else if (strict) throw new Unreadable(`The file has more than ${LIMITS.columns} columns`);
      more = text[end] === separator;
      at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    }
    if (!some) continue;
    // What stands above the rows of people is allowed for.
    if (++filled > LIMITS.rows + FEW + 1) throw tooMany();
    yield { line, cells };
  }
}

const tooMany = (): Unreadable => new Unreadable(`The file has more than ${count(LIMITS.rows)} rows. Split it into smaller files`);
const count = (number: number): string => number.toLocaleString('en-GB');

/** The cell that begins at `from`, and where it ends: at a separator, the end of a line or the end of the text. */
function cellAt(text: string, from: number, separator: Separator, line: number): [cell: string, end: number] {
  return quotedAt(text, from, separator, line) ?? plainAt(text, from, separator);
}

function plainAt(text: string, from: number, separator: Separator): [string, number] {
  let end = from;
  while (end < text.length && !endsCell(text[end]!, separator)) end++;
  return [undefused(text.slice(from, end).trim()), end];
}

/** Null where no quotation marks go around the whole cell. */
function quotedAt(text: string, from: number, separator: Separator, line: number): [string, number] | null {
  let start = from;
  while (text[start] === ' ') start++;
  if (text[start] !== '"') return null;
  let value = '';
  for (let part = start + 1; ;) {
    const quote = text.indexOf('"', part);
    if (quote < 0 || quote - start > 2 * LIMITS.cell)
      throw new Unreadable(`The file cannot be read as CSV from row ${line} onwards. Check for a missing closing quotation mark`);
    value += text.slice(part, quote);
    if (text[quote + 1] === '"') {
      value += '"';
      part = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text[end] === ' ') end++;
    if (end < text.length && !endsCell(text[end]!, separator)) return null;
    return [undefused(value.trim()), end];
  }
}

const endsCell = (character: string, separator: Separator): boolean => character === separator || character === '\n' || character === '\r';

/** A file as it is understood: the row of headings, 0 where there is none, and everything that has something in it. */
export interface Sheet {
  headings: string[];
  headingLine: number;
  /** Every row, those above the headings too. */
  rows: Row[];
}

/**
 * Reads a file with the separator that gives the most headings that `known` counts among the cells of a row, and takes the first such row as
 * the headings. Where no heading is known, they are the first row with two cells, unless somebody's address is in it: then there are none.
 */
export function sheetIn(text: string, known: (cells: readonly string[]) => number): Sheet {
  const { separator, rest } = declared(text);
  const first = (one: Separator) => firstRows(rest.slice(0, TOP), one);
  const best = separator ?? SEPARATORS.map((one) => ({ one, worth: worthOf(first(one), known) })).reduce(better).one;
  const rows = [...rowsIn(rest, best)];
  if (rows.length === 0) throw new Unreadable('The file is empty');
  const headingLine = headingLineOf(rows.slice(0, FEW), known);
  mustHaveRows(rows.filter(({ line }) => line > headingLine).length);
  return { headings: headingsOf(topOf(rows), headingLine), headingLine, rows };
}

/** What the columns are called where row `line` of those at the top is the headings, or none where it is 0. */
export function headingsOf(top: readonly Row[], line: number): string[] {
  const cells = top.find((row) => row.line === line)?.cells ?? [];
  const wide = line > 0 ? cells.length : Math.max(...top.map((row) => row.cells.length));
  return Array.from({ length: wide }, (_, i) => cells[i] || `Column ${i + 1}`);
}

/** @throws Unreadable where so many rows below the headings cannot be. */
function mustHaveRows(below: number): void {
  if (below === 0) throw new Unreadable('The file has headings but no rows');
  if (below > LIMITS.rows) throw tooMany();
}

/** Rows from the top, of which one may be the headings. */
export const topOf = (rows: readonly Row[]): Row[] => rows.slice(0, FEW).map(({ line, cells }) => ({ line, cells: cells.map(shortened) }));

const LONGEST_HEADING = 200;
const shortened = (text: string): string => text.slice(0, LONGEST_HEADING);

/** Excel says in a first line which separator follows: `sep=;`. */
function declared(text: string): { separator: Separator | undefined; rest: string } {
  const said = /^"?sep=([,;\t|])"?\r?\n/i.exec(text.slice(0, 10));
  // A blank row in its place: the rows below keep their numbers.
  return said ? { separator: said[1] as Separator, rest: `\n${text.slice(said[0].length)}` } : { separator: undefined, rest: text };
}

interface Worth {
  known: number;
  wide: number;
}

function worthOf(rows: readonly Row[], known: (cells: readonly string[]) => number): Worth {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell !== '').length);
  return { known: Math.max(0, ...rows.map(({ cells }) => known(cells.map(shortened)))), wide: filled.reduce((sum, one) => sum + one, 0) };
}

const better = (a: { one: Separator; worth: Worth }, b: { one: Separator; worth: Worth }) =>
  b.worth.known > a.worth.known || (b.worth.known === a.worth.known && b.worth.wide > a.worth.wide) ? b : a;

/** As many rows from the top as can be read with a separator. */
function firstRows(text: string, separator: Separator): Row[] {
  const rows: Row[] = [];
  try {
    for (const row of rowsIn(text, separator, { strict: false })) if (rows.push(row) === FEW) break;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  return rows;
}

function headingLineOf(rows: readonly Row[], known: (cells: readonly string[]) => number): number {
  const worth = rows.map(({ cells }) => (hasAddress(cells) ? 0 : known(cells.map(shortened))));
  const most = Math.max(...worth);
  if (most > 0) return rows[worth.indexOf(most)]!.line;
  const two = rows.find(({ cells }) => cells.filter((cell) => cell !== '').length >= 2) ?? rows[0]!;
  return hasAddress(two.cells) ? 0 : two.line;
}

/** No heading is an email address. */
const hasAddress = (cells: readonly string[]): boolean => cells.some((cell) => cell.includes('@') && !cell.includes(' '));
