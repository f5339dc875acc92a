import { LIMITS } from '@waymark/people/domain/csv';
import type { PersonMapping } from '@waymark/people/domain/person-import';
import { OffThread } from '@waymark/shared/api/off-thread';
import { configOf } from '../../apps/api/config';
import { READ_PEOPLE, READ_REGISTER, READ_SHEET } from '@waymark/people/api/imports/imports.tasks';

const fileOf = (text: string) => ({ fileName: 'people.csv', bytes: new TextEncoder().encode(text).subarray(0, LIMITS.bytes) });
/** As many rows as a file of the largest size holds. */
const filled = (headings: string, row: (i: number) => string): string => {
  const rows = [headings];
  for (let size = headings.length, i = 0; i < LIMITS.rows; i++) {
    const next = row(i);
    size += Buffer.byteLength(next) + 1;
    if (size > LIMITS.bytes) break;
    rows.push(next);
  }
  return rows.join('\n');
};

const HEADINGS = 'Name,Email,Job title,Organisation,Grade,Line manager email,Start date,Pronouns';
const MAPPING: PersonMapping = {
  fullName: 0,
  email: 1,
  jobTitle: 2,
  organisation: 3,
  gradeBand: 4,
  lineManagerEmail: 5,
  startsOn: 6,
  pronouns: 7,
};
const ORGANISATIONS = Array.from({ length: 500 }, (_, i) => ({
  id: `${i}`,
  names: [`Council of ${i}`, `The ${i}`],
  codes: [`C${i}`],
  officialName: `Council of ${i}`,
  endedOn: null,
  successors: [],
}));
const REGISTER =
  'local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,local-authority-type-name,alt-names';

const ordinaryPeople = filled(
  HEADINGS,
  (i) =>
    `Ada van der Obi ${i},ada.${i}@example.org,"Head of housing, and planning ${'x'.repeat(400)}",The ${i % 500},9,bea.${i}@example.org,24/06/2027,she/her`,
);
const ordinaryRegister = filled(
  REGISTER,
  (i) => `C${i},Council of ${i},The ${i},,1974-04-01,,,England,East,County,"${'Name of it, '.repeat(40)}"`,
);

/** Text that some rule would have to look at again and again. */
const WORST: Record<string, string> = {
  'semicolons, as a separator that ends an address': ';'.repeat(9_990),
  'commas and semicolons by turns': `"${';,'.repeat(4_990)}"`,
  'a letter that becomes eighteen when it is folded': '\uFDFA'.repeat(3_300),
  'marks over one letter': `a${'\u0301'.repeat(4_990)}`,
  blanks: `a${' '.repeat(9_980)}b`,
  'blanks that are no spaces': `a${'\u00A0\u2003'.repeat(1_990)}b`,
  'invisible marks': '\u200B\u202A'.repeat(1_660),
  'dots before an at sign': `${'a.'.repeat(4_990)}@`,
  'at signs': 'a@'.repeat(4_990),
  'brackets that never close': '<('.repeat(4_990),
  'doubled quotation marks': `"${'""'.repeat(4_990)}"`,
  'quotation marks in the middle': `x${'"'.repeat(9_980)}`,
  'words of one letter': 'a '.repeat(4_990),
  'the words of councils': 'the city of '.repeat(830),
  digits: '1'.repeat(9_990),
  'numbers and strokes': '1/1/'.repeat(2_490),
  'months without a day': 'January '.repeat(1_240),
};

/** Processor time of this process. */
function spent(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function readPeople(text: string): void {
  const read = READ_SHEET.work(fileOf(text));
  if ('refused' in read) return;
  READ_PEOPLE.work({ rows: read.rows, headingLine: read.headingLine, mapping: MAPPING, organisations: ORGANISATIONS, dateOrder: null });
}
const readRegister = (text: string) => void READ_REGISTER.work(fileOf(text));

/** With every cell as long as it may be, and as long as it is looked into. */
const lengthsOf = (cell: string, looked: number) => [cell, cell.slice(0, looked)];
const sheetOf = (headings: string, cell: string) =>
  filled(headings, () =>
    headings
      .split(',')
      .map(() => cell)
      .join(','),
  );

describe('reading a file of the largest size, whatever is in its cells,', () => {
  // Honest files of that size are read in a tenth of the time that a thread is given.
  const MOST = 12;

  it.each(Object.keys(WORST))('takes no more than a few times what people take: %s', (name) => {
    const worst = Math.max(...lengthsOf(WORST[name]!, 390).map((cell) => spent(() => readPeople(sheetOf(HEADINGS, cell)))));
    expect(worst / (people ??= spent(() => readPeople(ordinaryPeople)))).toBeLessThan(MOST);
  });

  it.each(Object.keys(WORST))('takes no more than a few times what a register takes: %s', (name) => {
    const worst = Math.max(...lengthsOf(WORST[name]!, 190).map((cell) => spent(() => readRegister(sheetOf(REGISTER, cell)))));
    expect(worst / (register ??= spent(() => readRegister(ordinaryRegister)))).toBeLessThan(MOST);
  });

  it.each([
    ['commas alone', filled(HEADINGS, () => ','.repeat(499))],
    ['as many columns as there may be', filled(HEADINGS, () => 'a,'.repeat(199))],
    ['lines alone', '\n'.repeat(LIMITS.bytes)],
    ['quotation marks alone', '"'.repeat(LIMITS.bytes)],
    ['one line', 'a '.repeat(LIMITS.bytes / 2)],
    ['a heading that is all guesses', `${'job title email '.repeat(600)},`.repeat(190)],
  ])('takes no more than a few times what people take: %s', (_, text) => {
    expect(spent(() => readPeople(text)) / (people ??= spent(() => readPeople(ordinaryPeople)))).toBeLessThan(MOST);
  });
});

let people: number | undefined;
let register: number | undefined;

describe('the thread', () => {
  const offThread = new OffThread(configOf({ DATABASE_URL: 'postgres://nowhere' }).settings);

  it('has memory enough for the most cells that a file can have', async () => {
    const text = filled(HEADINGS, () => Array.from({ length: 170 }, () => 'ab').join(','));
    const sheet = await offThread.run(READ_SHEET, fileOf(text));
    if ('refused' in sheet) throw new Error(sheet.refused);
    const { rows, headingLine } = sheet;
    const read = await offThread.run(READ_PEOPLE, { rows, headingLine, mapping: MAPPING, organisations: ORGANISATIONS, dateOrder: null });
    expect(read.people.length).toBeGreaterThan(9_000);
  });
});
