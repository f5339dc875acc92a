import fc from 'fast-check';
import { oneLine } from '@waymark/shared/kernel/line';
import { csvOf } from '@waymark/shared/kernel/csv';
import { sheetIn } from './csv';
import { registerHeadings } from './council-register';
import { fold } from './text';
import { codeTaken, missingColumns, namesLost, parseRegisterRow, registerChanges } from './council-register';

const row = (over: Record<string, string> = {}) => ({
  'local-authority-code': 'ESS',
  'official-name': 'Essex County Council',
  'nice-name': 'Essex',
  'gss-code': 'E10000012',
  'start-date': '',
  'end-date': '',
  'replaced-by': '',
  nation: 'England',
  region: 'East of England',
  'local-authority-type-name': 'County',
  'alt-names': 'Essex,essex cc,Essex  CC',
  ...over,
});

describe('parseRegisterRow', () => {
  it('reads an authority', () => {
    expect(parseRegisterRow(row())).toEqual({
      name: 'Essex County Council',
      entry: {
        code: 'ESS',
        gss: 'E10000012',
        officialName: 'Essex County Council',
        shortName: 'Essex',
        nation: 'ENG',
        region: 'East of England',
        organisationType: 'County',
        validFrom: null,
        validTo: null,
        aliases: ['Essex  CC'.replace('  ', ' ')],
        replacedBy: [],
      },
      messages: [],
    });
  });

  it('says what is wrong by field', () => {
    const { entry, messages } = parseRegisterRow(
      row({ 'local-authority-code': '', nation: 'Narnia', 'gss-code': 'X1', 'end-date': 'soon' }),
    );
    expect(entry).toBeNull();
    expect(messages.map(({ field }) => field)).toEqual(['local-authority-code', 'gss-code', 'nation', 'end-date']);
  });
});

describe('a register that is written from what is held', () => {
  const line = fc
    .oneof(
      fc.constantFrom(
        'Bristol, City of',
        'Kingston upon Hull, City of',
        '=Council',
        '-shire',
        "'s",
        'King’s Lynn "Town"',
        'Ynys Môn; Anglesey',
      ),
      fc.string({ minLength: 1, maxLength: 20 }),
    )
    .map((text) => oneLine(text))
    .filter((text) => text !== '' && text.length <= 200);
  const NATION = { ENG: 'England', WLS: 'Wales', SCT: 'Scotland', NIR: 'Northern Ireland' };
  const day = fc.constantFrom(null, '1974-04-01' as const);
  const held = fc.record({
    code: fc.stringMatching(/^[A-Z0-9]{3,6}$/),
    gss: fc.option(fc.stringMatching(/^[ENSW]\d{8}$/)),
    officialName: line,
    shortName: line,
    nation: fc.constantFrom('ENG' as const, 'WLS' as const, 'SCT' as const, 'NIR' as const),
    region: fc.option(line),
    organisationType: line,
    validFrom: day,
    validTo: fc.constantFrom(null, '2023-03-31' as const),
    aliases: fc.array(
      line.filter((alias) => !/[,;]/.test(alias)),
      { maxLength: 3 },
    ),
  });

  it('changes nothing when it is taken in again', () => {
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 4 }), (all) => {
        const written = csvOf([
          Object.keys(row()),
          ...all.map((one) =>
            Object.values(
              row({
                'local-authority-code': one.code,
                'official-name': one.officialName,
                'nice-name': one.shortName,
                'gss-code': one.gss ?? '',
                'start-date': one.validFrom ?? '',
                'end-date': one.validTo ?? '',
                nation: NATION[one.nation],
                region: one.region ?? '',
                'local-authority-type-name': one.organisationType,
                'alt-names': one.aliases.join(','),
              }),
            ),
          ),
        ]);
        const { headings, headingLine, rows } = sheetIn(written.slice(1), registerHeadings);
        const read = rows
          .filter((one) => one.line > headingLine)
          .map(({ cells }) => parseRegisterRow(Object.fromEntries(headings.map((heading, i) => [fold(heading), cells[i] ?? '']))));
        expect(read.map(({ messages }) => messages)).toEqual(all.map(() => []));
        read.forEach(({ entry }, at) => {
          expect(registerChanges({ id: 'x', ...all[at]! }, entry!)).toEqual([]);
          expect(namesLost({ id: 'x', ...all[at]! }, entry!)).toEqual([]);
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('registerChanges', () => {
  const { entry } = parseRegisterRow(row());
  const held = { id: '1', ...entry! };

  it('finds nothing in the same entry', () => {
    expect(registerChanges(held, entry!)).toEqual([]);
  });

  it('names what differs, and does not mind other names we know besides', () => {
    expect(registerChanges({ ...held, aliases: [...held.aliases, 'ours'], region: null }, entry!)).toEqual([
      { field: 'region', was: null, now: 'East of England' },
    ]);
    expect(registerChanges({ ...held, officialName: 'Essex Council', aliases: [] }, { ...entry!, aliases: ['ECC', 'Essex CC'] })).toEqual([
      { field: 'officialName', was: 'Essex Council', now: 'Essex County Council' },
      { field: 'aliases', was: null, now: 'ECC, Essex CC' },
    ]);
  });
});

describe('codeTaken', () => {
  const { entry } = parseRegisterRow(row());
  const NONE = new Map<string, never>();

  it('says where a code is already, in the file or at another organisation', () => {
    expect(codeTaken(entry!, '1', NONE, NONE)).toBeNull();
    expect(codeTaken(entry!, '1', NONE, new Map([['E10000012', { id: '1', officialName: 'Essex' }]]))).toBeNull();
    expect(codeTaken(entry!, '1', new Map([['E10000012', 3]]), NONE)).toEqual({
      field: 'gss-code',
      message: 'E10000012 is already in row 3',
    });
    expect(codeTaken(entry!, '1', NONE, new Map([['E10000012', { id: '2', officialName: 'Kent County Council' }]]))).toEqual({
      field: 'gss-code',
      message: 'E10000012 is the code of Kent County Council',
    });
  });
});

describe('namesLost', () => {
  const { entry } = parseRegisterRow(row());
  const held = { id: '1', ...entry! };

  it('are the names that the register does not know, each once', () => {
    expect(namesLost({ ...held, officialName: 'Colchester City Council', shortName: 'COLCHESTER city  council' }, entry!)).toEqual([
      'COLCHESTER city  council',
    ]);
    expect(namesLost(held, entry!)).toEqual([]);
    expect(namesLost({ ...held, officialName: 'Ours', aliases: ['ours'] }, entry!)).toEqual([]);
  });
});

describe('missingColumns', () => {
  it('knows a file that is no register', () => {
    expect(missingColumns(['Name', 'Email'])).toEqual(['local-authority-code', 'official-name', 'nation']);
    expect(missingColumns(Object.keys(row()))).toEqual([]);
  });
});
