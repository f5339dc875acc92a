import { missingColumns, namesLost, parseRegisterRow, registerChanges } from './council-register';

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

describe('registerChanges', () => {
  const { entry } = parseRegisterRow(row());
  const held = { id: '1', ...entry! };

  it('finds nothing in the same entry', () => {
    expect(registerChanges(held, entry!)).toEqual([]);
  });

  it('names what differs, and does not mind other names we know besides', () => {
    expect(registerChanges({ ...held, aliases: [...held.aliases, 'ours'], region: null }, entry!)).toEqual(['region']);
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
