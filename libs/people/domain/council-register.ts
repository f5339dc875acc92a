import { oneLine } from '@waymark/shared/kernel/line';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { dateIn } from './import-dates';
import { fold } from './text';

/** One authority of the council register, as Waymark keeps it. */
export interface RegisterEntry {
  code: string;
  gss: string | null;
  officialName: string;
  shortName: string;
  nation: 'ENG' | 'WLS' | 'SCT' | 'NIR';
  region: string | null;
  organisationType: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  aliases: string[];
  /** Codes of the authorities that followed it. */
  replacedBy: string[];
}

interface RowMessage {
  field: string | null;
  message: string;
}

/** Columns of the register published by mySociety (uk_local_authority_names_and_codes), by header. */
const COLUMNS = {
  code: 'local-authority-code',
  officialName: 'official-name',
  shortName: 'nice-name',
  gss: 'gss-code',
  from: 'start-date',
  to: 'end-date',
  replacedBy: 'replaced-by',
  nation: 'nation',
  region: 'region',
  type: 'local-authority-type-name',
  aliases: 'alt-names',
} as const;

const NATIONS: Record<string, RegisterEntry['nation']> = { england: 'ENG', wales: 'WLS', scotland: 'SCT', 'northern ireland': 'NIR' };

/** Headers that must be there for a file to be a register at all. */
export function missingColumns(headers: readonly string[]): string[] {
  const have = new Set(headers.map(fold));
  return [COLUMNS.code, COLUMNS.officialName, COLUMNS.nation].filter((column) => !have.has(column));
}

/** How many of these are headings of the register. */
export const registerHeadings = (cells: readonly string[]): number => {
  const have = new Set(cells.map(fold));
  return Object.values(COLUMNS).filter((column) => have.has(column)).length;
};

/** What became of one row of a file. `name` is the official name as it stands there. */
export interface ReadRegisterRow {
  line: number;
  name: string;
  entry: RegisterEntry | null;
  messages: RowMessage[];
}

/** More than any council has, and a row that has more is none. */
const MOST_NAMES = 50;
const LONGEST_CELL = 4_000;
const LONGEST = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map(
  (name) => [name, name === 'aliases' || name === 'replacedBy' ? LONGEST_CELL : 200] as const,
);

/** Reads one row, by header. `null` with messages when it cannot be kept. */
export function parseRegisterRow(row: Readonly<Record<string, string>>): Omit<ReadRegisterRow, 'line'> {
  const messages: RowMessage[] = [];
  const given = (name: keyof typeof COLUMNS): string => row[COLUMNS[name]] ?? '';
  const cell = (name: keyof typeof COLUMNS): string => oneLine(given(name).slice(0, LONGEST_CELL));
  const wrong = (name: keyof typeof COLUMNS, message: string) => messages.push({ field: COLUMNS[name], message });
  const name = cell('officialName').slice(0, 200);
  // Before anything else is made of it: some letters become eighteen when they are folded.
  for (const [column, most] of LONGEST)
    if (given(column).length > most) wrong(column, `Use ${most.toLocaleString('en-GB')} characters or fewer`);
  if (messages.length > 0) return { name, entry: null, messages };
  const day = (name: 'from' | 'to'): LocalDate | null => {
    if (!cell(name)) return null;
    const date = dateIn(cell(name));
    if (!date) wrong(name, `"${cell(name)}" is not a date from 1900 to 2099`);
    return date?.date ?? null;
  };

  const code = cell('code').toUpperCase();
  if (!/^[A-Z0-9-]{2,12}$/.test(code))
    wrong('code', code ? `"${code}" is not a code of 2 to 12 letters, numbers or hyphens` : 'Code is missing');
  if (!cell('officialName')) wrong('officialName', 'Official name is missing');
  const gss = cell('gss').toUpperCase() || null;
  if (gss && !/^[ENSWK]\d{8}$/.test(gss)) wrong('gss', `"${gss}" is not a GSS code, like E10000012`);
  const nation = NATIONS[fold(cell('nation'))];
  if (!nation) wrong('nation', cell('nation') ? `"${cell('nation')}" is not a nation of the UK` : 'Nation is missing');
  const [validFrom, validTo] = [day('from'), day('to')];
  if (validFrom && validTo && validTo < validFrom) wrong('to', 'The last day is before the first day');
  for (const column of ['aliases', 'replacedBy'] as const)
    if (cell(column).split(/[,;]/).length > MOST_NAMES) wrong(column, `Enter ${MOST_NAMES} or fewer, separated by commas`);
  if (messages.length > 0) return { name, entry: null, messages };

  const officialName = cell('officialName');
  const shortName = cell('shortName') || officialName;
  const own = new Set([fold(officialName), fold(shortName)]);
  const aliases = [
    ...new Map(
      cell('aliases')
        .split(/[,;]/)
        .map((alias) => [fold(alias), alias.trim()] as const),
    ).entries(),
  ]
    .filter(([folded]) => folded.length > 1 && folded.length <= 200 && !own.has(folded))
    .map(([, alias]) => alias);
  const replacedBy = cell('replacedBy')
    .split(/[,;]/)
    .map((one) => one.trim().toUpperCase())
    .filter(Boolean);
  return {
    name,
    entry: {
      code,
      gss,
      officialName,
      shortName,
      nation: nation!,
      region: cell('region') || null,
      organisationType: cell('type') || 'council',
      validFrom,
      validTo,
      aliases,
      replacedBy,
    },
    messages,
  };
}

/** What Waymark holds under a code, in the same words. */
export type Held = Omit<RegisterEntry, 'replacedBy'> & { id: string };

/** The names that an entry takes from what is held, which stay as other names: files and people go on using them. */
export function namesLost(held: Held, entry: RegisterEntry): string[] {
  const kept = new Set([entry.officialName, entry.shortName, ...held.aliases, ...entry.aliases].map(fold));
  return [...new Map([held.officialName, held.shortName].map((name) => [fold(name), name]))].flatMap(([key, name]) =>
    kept.has(key) ? [] : [name],
  );
}

/** What an entry would change of one field, in words; null where there is nothing. */
export interface RegisterChange {
  field: string;
  was: string | null;
  now: string | null;
}

const FACTS = ['officialName', 'shortName', 'nation', 'region', 'organisationType', 'validFrom', 'validTo', 'gss'] as const;

/** What an entry would change. Other names are only ever added: people here have taught Waymark some of their own. */
export function registerChanges(held: Held, entry: RegisterEntry): RegisterChange[] {
  const changes: RegisterChange[] = FACTS.filter((field) => (held[field] ?? null) !== (entry[field] ?? null)).map((field) => ({
    field,
    was: held[field] ?? null,
    now: entry[field] ?? null,
  }));
  const known = new Set(held.aliases.map(fold));
  const added = entry.aliases.filter((alias) => !known.has(fold(alias)));
  return added.length > 0 ? [...changes, { field: 'aliases', was: null, now: added.join(', ') }] : changes;
}

/** Which of an entry's codes belongs to somebody else already: to an earlier row of the file, or to another organisation that is held. */
export function codeTaken(
  entry: RegisterEntry,
  id: string,
  rowsByCode: ReadonlyMap<string, number>,
  held: ReadonlyMap<string, Pick<Held, 'id' | 'officialName'>>,
): { field: string; message: string } | null {
  for (const [field, code] of [
    [COLUMNS.code, entry.code],
    [COLUMNS.gss, entry.gss],
  ] as const) {
    if (!code) continue;
    const row = rowsByCode.get(code);
    if (row !== undefined) return { field, message: `${code} is already in row ${row}` };
    const other = held.get(code);
    if (other && other.id !== id) return { field, message: `${code} is the code of ${other.officialName}` };
  }
  return null;
}
