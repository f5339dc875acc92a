import { isSameName, joinedName, nameDoubts, nameIn, oneNameSuffices } from './name';

describe('nameIn', () => {
  it.each([
    ['Sarah Okafor', 'Sarah', 'Okafor'],
    ['Okafor, Sarah', 'Sarah', 'Okafor'],
    ['OKAFOR Sarah', 'Sarah', 'OKAFOR'],
    ['Dr OKAFOR Sarah Jane', 'Sarah Jane', 'OKAFOR'],
    ['VAN DER BERG Jan', 'Jan', 'VAN DER BERG'],
    ['O’BRIEN Máire', 'Máire', 'O’BRIEN'],
    ['McDONALD Ann-Marie', 'Ann-Marie', 'McDONALD'],
    ['SARAH OKAFOR', 'SARAH', 'OKAFOR'],
    ['JP Smith', 'JP', 'Smith'],
    ['A Obi', 'A', 'Obi'],
    ['Sarah OKAFOR', 'Sarah', 'OKAFOR'],
    ['Dr  Amara  Nwosu', 'Amara', 'Nwosu'],
    ['Sarah Okafor PhD', 'Sarah', 'Okafor'],
    ['Sarah Okafor MBE', 'Sarah', 'Okafor'],
    ['Ms. Ada Obi, MSc', 'Ada', 'Obi'],
    ['Okafor, Sarah, Dr', 'Sarah', 'Okafor'],
    ['Sarah Okafor (she/her)', 'Sarah', 'Okafor'],
    ['Sarah Okafor [External]', 'Sarah', 'Okafor'],
    ['Okafor, Sarah (Essex)', 'Sarah', 'Okafor'],
    ['Robert Downey Jr', 'Robert', 'Downey Jr'],
    ['Martin King, Jr.', 'Martin', 'King Jr.'],
    ['Jan van der Berg', 'Jan', 'van der Berg'],
    ['Mary Jane van Dyke', 'Mary Jane', 'van Dyke'],
    ['Maria del Carmen', 'Maria', 'del Carmen'],
    ['Sukarno', '', 'Sukarno'],
    ['Na, Hye-jin', 'Hye-jin', 'Na'],
    ['Na', '', 'Na'],
    ['Jack MA', 'Jack', 'MA'],
    ['Rev. Ann Lee', 'Ann', 'Lee'],
    ['Dr', '', 'Dr'],
    ['Ada\tObi', 'Ada', 'Obi'],
    ['\u200BAda Obi\u200B', 'Ada', 'Obi'],
    ['\u202BAda Obi\u202C', 'Ada', 'Obi'],
    ['Ada "Addie" Obi', 'Ada "Addie"', 'Obi'],
    ['(Ada', '', '(Ada'],
    ['', '', ''],
  ])('takes %j apart', (full, givenName, familyName) => {
    expect(nameIn(full)).toEqual({ givenName, familyName });
  });
});

describe('oneNameSuffices', () => {
  it.each([
    ['Sukarno', '', '', 'Sukarno'],
    ['', 'Sukarno', '', 'Sukarno'],
    ['Ada', '.', '', 'Ada'],
    ['Ada', '-', '', 'Ada'],
    ['Ada', '\u200B', '', 'Ada'],
    ['Ada (she/her)', 'Obi', 'Ada', 'Obi'],
    ['Ada (known as Addie)', 'Obi', 'Ada (known as Addie)', 'Obi'],
    ['\u200B', ' ', '', ''],
  ])('keeps %j and %j', (given, family, givenName, familyName) => {
    expect(oneNameSuffices({ givenName: given, familyName: family })).toEqual({ givenName, familyName });
  });
});

describe('isSameName', () => {
  const HELD = [
    ['Jan', 'van der Berg'],
    ['Jan van', 'der Berg'],
    ['Dr Sarah', 'Okafor'],
    ['Robert', 'Downey Jr'],
    ['Ada', 'Obi (she/her)'],
    ['Maria', 'García Márquez'],
    ['Nguyễn Thị', 'Minh Khai'],
    ['', 'Sukarno'],
    ['Sarah', 'OKAFOR'],
    ['OKAFOR', 'Sarah'],
    ['Sarah', 'Okafor PhD'],
    ['Mary Jane', 'van Dyke'],
    ['Ada', 'Obi, MSc'],
  ];
  it.each(HELD)('finds %j and %j in what they are joined to', (givenName, familyName) => {
    expect(isSameName({ givenName, familyName }, joinedName({ givenName, familyName }))).toBe(true);
  });

  it('finds a name under a title, and behind a comma', () => {
    expect(isSameName({ givenName: 'Sarah', familyName: 'Okafor' }, 'Dr Sarah Okafor')).toBe(true);
    expect(isSameName({ givenName: 'Jan', familyName: 'van der Berg' }, 'van der Berg, Jan')).toBe(true);
    expect(isSameName({ givenName: 'Sarah', familyName: 'Okafor' }, 'Sarah Okafor-Lane')).toBe(false);
  });
});

describe('nameDoubts', () => {
  const doubtsOf = (givenName: string, familyName: string) => nameDoubts({ givenName, familyName }).map(({ part, level }) => [part, level]);

  it.each([
    ['Hye-jin', 'Na'],
    ['', 'Na'],
    ['Christopher', 'Null'],
    ['Ada', 'None'],
    ['', 'Sukarno'],
    ['X Æ', 'A-12'],
    ['محمد', 'علي'],
    ['', '王小明'],
    ['Jean-Luc', 'O’Neill'],
    ['', ''],
  ])('takes %j %j for a name', (given, family) => expect(doubtsOf(given, family)).toEqual([]));

  it.each([
    '#N/A',
    '#REF!',
    '#VALUE!',
    '0',
    '123',
    '?',
    '🌟',
    'N.A.',
    'n/a',
    'TBC',
    'tba',
    'TBC - Essex',
    'null',
    'NULL',
    'undefined',
    'Vacant',
    'VACANT POST',
    'To be confirmed',
    'Not known',
  ])('does not take %j for one', (family) => expect(doubtsOf('', family)).toEqual([['familyName', 'no']]));

  it('says which part is none', () => {
    expect(nameDoubts({ givenName: 'TBC', familyName: 'Obi' })).toEqual([
      { part: 'givenName', level: 'no', message: '"TBC" is not a first name' },
    ]);
    expect(doubtsOf('Ada', '#N/A')).toEqual([['familyName', 'no']]);
    expect(doubtsOf('Ada', 'x'.repeat(101))).toEqual([['familyName', 'no']]);
  });

  it.each([
    ['& Mrs', 'Smith'],
    ['Ada Obi and Bea', 'Cole'],
    ['Ada Obi; Bea', 'Cole'],
    ['PC 1234 Ada', 'Obi'],
  ])('asks about %j %j', (given, family) => {
    expect(doubtsOf(given, family)).toEqual([['givenName', 'ask']]);
  });
});
