/** Opens in Excel as UTF-8. */
const BOM = '\uFEFF';

/** A spreadsheet would run a cell that begins like this as a formula. Apostrophes before it count, so that one more can be taken off again. */
const FORMULA = /^'*[=+\-@\t\r]/;
const DEFUSED = /^'(?='*[=+\-@\t\r])/;

/** Rows as a CSV file (RFC 4180) that a spreadsheet opens as text: quoted where needed, formulas defused with an apostrophe. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BOM + rows.map((row) => row.map(cellOf).join(',') + '\r\n').join('');
}

/** A cell as it was before `csvOf` defused it. */
export const undefused = (cell: string): string => cell.replace(DEFUSED, '');

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
