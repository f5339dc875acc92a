import {
  guessMapping,
  headersKey,
  mappingFaults,
  mappingRefusals,
  organisationFinder,
  parsePerson,
  type PersonMapping,
} from './person-import';

const finder = organisationFinder([
  { id: 'ess', names: ['Essex County Council', 'Essex'], codes: ['E10000012', 'ESS'] },
  { id: 'sos', names: ['Southend-on-Sea City Council', 'Southend City Council'], codes: ['SOS'] },
  { id: 'n1', names: ['Newtown Council'], codes: [] },
  { id: 'n2', names: ['Newtown District Council'], codes: [] },
]);

describe('guessMapping', () => {
  it('is not led astray by "full name" where there are a first and a last name', () => {
    const headers = ['First name', 'Surname', 'Work email', 'Which organisation do you work for? (please give full name)', 'Mgr email'];
    expect(guessMapping(headers)).toEqual({ givenName: 0, familyName: 1, email: 2, organisation: 3, lineManagerEmail: 4 });
  });

  it('finds its way through untidy headers', () => {
    const headers = [
      'ID',
      'Your FIRST  name',
      'Surname ',
      'E-mail address (work)',
      'Line Manager E-mail',
      'Which council do you work for?',
      'Current role',
      'Start date',
    ];
    expect(guessMapping(headers)).toEqual({
      givenName: 1,
      familyName: 2,
      email: 3,
      lineManagerEmail: 4,
      organisation: 5,
      jobTitle: 6,
      startsOn: 7,
    });
  });

  it('takes one column of names when that is all there is', () => {
    expect(guessMapping(['Name', 'Email'])).toEqual({ fullName: 0, email: 1 });
  });

  it('uses no column twice', () => {
    const columns = Object.values(guessMapping(['Email', 'Email', 'Manager email', 'Name', 'Name']));
    expect(new Set(columns).size).toBe(columns.length);
  });
});

describe('mappingRefusals', () => {
  it('asks for an email address and a name', () => {
    expect(mappingRefusals({})).toHaveLength(2);
    expect(mappingRefusals({ fullName: 0, email: 1 })).toEqual([]);
    expect(mappingRefusals({ givenName: 0, familyName: 1, email: 1 })).toEqual(['Choose each column once']);
  });
});

describe('mappingFaults', () => {
  it('names the field to mend', () => {
    expect(mappingFaults({ jobTitle: 0 }).map(({ field }) => field)).toEqual(['email', 'fullName']);
    expect(mappingFaults({ fullName: 0, email: 1, jobTitle: 1 })).toEqual([{ field: 'jobTitle', message: 'Choose each column once' }]);
  });
});

describe('headersKey', () => {
  it('is the same however the headers are typed', () => {
    expect(headersKey(['E-mail', ' Name'])).toBe(headersKey(['e mail', 'NAME']));
  });
});

describe('parsePerson', () => {
  const mapping: PersonMapping = { fullName: 0, email: 1, organisation: 2, jobTitle: 3, lineManagerEmail: 4, startsOn: 5 };
  const parse = (...cells: string[]) => parsePerson(cells, mapping, finder);

  it('reads a good row', () => {
    expect(parse('Ada Obi', 'ada@example.org', 'ESSEX CC', 'Analyst', 'bob@example.org', '24/06/2024')).toEqual({
      person: {
        givenName: 'Ada',
        familyName: 'Obi',
        email: 'ada@example.org',
        pronouns: null,
        jobTitle: 'Analyst',
        organisationId: 'ess',
        gradeBand: null,
        lineManagerEmail: 'bob@example.org',
        startsOn: '2024-06-24',
      },
      messages: [],
    });
  });

  it('says that a job without an organisation is left out', () => {
    expect(parse('Ada Obi', 'ada@example.org', '', 'Analyst', '', '24/06/2024').messages).toEqual([
      { field: 'organisation', level: 'check', message: 'Organisation is missing, so the job is left out' },
    ]);
    expect(parse('Ada Obi', 'ada@example.org', '', '', '', '').messages).toEqual([]);
  });

  it('says everything that is wrong with a row at once, by field', () => {
    const { person, messages } = parse('TBC', 'anonymous', 'Narnia', 'x'.repeat(201), '', 'soon');
    expect(person).toBeNull();
    expect(messages.map(({ field, level }) => [field, level])).toEqual([
      ['fullName', 'error'],
      ['email', 'error'],
      ['organisation', 'error'],
      ['startsOn', 'error'],
      ['jobTitle', 'error'],
    ]);
  });

  it('does not choose between two organisations', () => {
    expect(parse('Ada Obi', 'ada@example.org', 'Newtown').messages[0]).toMatchObject({ field: 'organisation', level: 'error' });
  });

  it('lets a row in with a word to look at', () => {
    const { person, messages } = parse('Cher', 'cher@example.org', 'Southend City Council', '', 'not an address', '03/04/2024');
    expect(person).toMatchObject({ organisationId: 'sos', lineManagerEmail: null, startsOn: '2024-04-03' });
    expect(messages.every(({ level }) => level === 'check')).toBe(true);
  });

  it('refuses a person as their own line manager', () => {
    expect(parse('Ada Obi', 'ada@example.org', '', '', 'ADA@example.org').person).toBeNull();
  });
});
