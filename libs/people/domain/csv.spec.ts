import { csvOf } from '@waymark/shared/kernel/csv';
import { headingsOf, LIMITS, rowsIn, SEPARATORS, sheetIn, Unreadable, type Separator } from './csv';
import { guessMapping } from './person-import';

const known = (cells: readonly string[]) => Object.keys(guessMapping(cells)).length;
const sheet = (text: string) => sheetIn(text, known);
/** What stands below the headings, with the number of each row. */
const below = (text: string) => {
  const { rows, headingLine } = sheet(text);
  return rows.filter(({ line }) => line > headingLine).map(({ line, cells }) => [line, ...cells]);
};
const read = (text: string, separator: Separator = ',') => [...rowsIn(text, separator)].map(({ cells }) => cells);

const HEADINGS = ['First name', 'Last name', 'Email', 'Job title', 'Organisation'];
const PEOPLE = [
  ['Zoë', 'Brontë-O’Neill', 'zoe.b@example.org', 'Head of housing, planning, environment, leisure, culture, libraries and waste', 'Essex'],
  ['Seán', 'Ó Dónaill', 'sean.o@example.org', 'Lead for adults, children, families, schools and public health', 'Essex'],
];

describe('sheetIn', () => {
  it.each([';', '\t', '|'])('takes %j for the separator when it gives known headings, however many commas are in cells', (separator) => {
    const text = [HEADINGS, ...PEOPLE].map((cells) => cells.join(separator)).join('\r\n');
    expect(sheet(text).headings).toEqual(HEADINGS);
    expect(below(text)).toEqual(PEOPLE.map((cells, i) => [i + 2, ...cells]));
  });

  it('reads job titles full of commas in a file of three columns between semicolons', () => {
    expect(
      sheet('Name;Email;Job title\nAda Obi;a@example.org;Lead for housing, planning, waste, parks, leisure and culture\n').headings,
    ).toEqual(['Name', 'Email', 'Job title']);
  });

  it('does as a file says in its first line', () => {
    expect(sheet('sep=;\r\nA;B\r\nc, d, e;f').headings).toEqual(['A', 'B']);
    expect(below('sep=;\r\nA;B\r\nc, d, e;f')).toEqual([[3, 'c, d, e', 'f']]);
  });

  it.each([
    ['what a system wrote', 'Exported by:,HR system,,,\r\nExported on:,24/06/2027,,,\r\n', 3],
    ['a title of two cells', 'Nominations,June 2027,,,\r\n,,,,\r\n', 3],
    ['a title', 'Nominations\r\n', 2],
  ])('finds the headings below %s', (_, above, line) => {
    const { headings, headingLine } = sheet(`${above}${HEADINGS.join(',')}\r\nAda,Obi,ada@example.org,Officer,Essex\r\n`);
    expect([headings, headingLine]).toEqual([HEADINGS, line]);
  });

  it('loses nobody where there are no headings', () => {
    const text = 'Ada,Obi,ada.obi@example.org,Officer,Essex\r\nBea,Cole,bea.cole@example.org,Officer,Essex\r\n';
    expect(sheet(text)).toMatchObject({ headingLine: 0, headings: ['Column 1', 'Column 2', 'Column 3', 'Column 4', 'Column 5'] });
    expect(below(text).map(([line, name]) => [line, name])).toEqual([
      [1, 'Ada'],
      [2, 'Bea'],
    ]);
  });

  it('numbers rows as a spreadsheet does, whatever is in a cell', () => {
    const text = '"First\r\nname","Last\r\nname",Email\r\nAda,"O\r\nbi",a@example.org\r\n\r\nBea,Cole,nobody\r\n';
    expect(below(text).map(([line]) => line)).toEqual([2, 4]);
    expect(sheet(text).headings).toEqual(['First\r\nname', 'Last\r\nname', 'Email']);
  });

  it.each([
    ['', 'The file is empty'],
    ['\n\n', 'The file is empty'],
    ['Name,Email\n', 'The file has headings but no rows'],
    ['Name,Email\n"Ada,a@example.org\n', 'The file cannot be read as CSV from row 2 onwards. Check for a missing closing quotation mark'],
    [`${'a,'.repeat(200)}b\nc,d`, 'The file has more than 200 columns'],
    [`a,b\nc,${'x'.repeat(10_001)}`, 'A cell in row 2 has more than 10,000 characters'],
    [`a,b\n${'c,d\n'.repeat(10_001)}`, 'The file has more than 10,000 rows. Split it into smaller files'],
  ])('says what is wrong: %#', (text, why) => {
    expect(() => sheet(text)).toThrow(new Unreadable(why));
  });
});

describe('headingsOf', () => {
  it('gives columns of other headings, or of none', () => {
    const top = [
      { line: 1, cells: ['Nominations', 'June'] },
      { line: 2, cells: ['Name', '', 'Email'] },
    ];
    expect(headingsOf(top, 2)).toEqual(['Name', 'Column 2', 'Email']);
    expect(headingsOf(top, 0)).toEqual(['Column 1', 'Column 2', 'Column 3']);
  });
});

describe('rowsIn', () => {
  it.each([
    ['Robert "Bob",Ng', ['Robert "Bob"', 'Ng']],
    ['"Bob" Robert,Ng', ['"Bob" Robert', 'Ng']],
    ['24" screens lead,x', ['24" screens lead', 'x']],
    ['"a ""b"" c", "d,e" ,f', ['a "b" c', 'd,e', 'f']],
    ['“Obi,Ada”', ['“Obi', 'Ada”']],
    ['a,,', ['a', '', '']],
    [`'=1+1,'-2,''@x,'x`, ['=1+1', '-2', `'@x`, `'x`]],
  ])('reads %s', (text, cells) => expect(read(text)).toEqual([cells]));

  it('reads back whatever is written, with every separator', () => {
    const cells = ['a', 'a,b', 'x;y', 't\tb', 'p|q', 'say "hi"', '"', '""', 'two\nlines', '=1', '-x', "'=1", "''@", "'a", 'Wŷn', '“q”'];
    // A walk that meets every cell beside every other.
    const rows = cells.map((_, i) => cells.map((__, j) => cells[(i * j + j) % cells.length]!));
    const text = csvOf(rows).slice(1);
    expect(read(text)).toEqual(rows);
    for (const separator of SEPARATORS) {
      const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join('\n');
      expect(read(quoted, separator)).toEqual(rows.map((row) => row.map((cell) => (/^'+[=@]/.test(cell) ? cell.slice(1) : cell))));
    }
  });

  it('stops where a limit is passed, and reads no further', () => {
    const rows = rowsIn(`a,b\n${','.repeat(LIMITS.columns)}\n`.repeat(2), ',');
    expect(rows.next().value).toEqual({ line: 1, cells: ['a', 'b'] });
    expect(() => rows.next()).toThrow(Unreadable);
  });
});
