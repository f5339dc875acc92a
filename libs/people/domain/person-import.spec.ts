import fc from 'fast-check';
import { csvOf } from '@waymark/shared/kernel/csv';
import { sheetIn } from './csv';
import {
  ERROR_HEADINGS,
  guessColumns,
  guessMapping,
  headersKey,
  mappingFaults,
  mappingRefusals,
  organisationFinder,
  parsePerson,
  type ImportedOrganisation,
  type PersonMapping,
} from './person-import';

const organisation = (id: string, names: string[], over: Partial<ImportedOrganisation> = {}): ImportedOrganisation => ({
  id,
  names,
  codes: [],
  officialName: names[0]!,
  endedOn: null,
  successors: [],
  ...over,
});
const finder = organisationFinder([
  organisation('ess', ['Essex County Council', 'Essex'], { codes: ['E10000012', 'ESS'] }),
  organisation('sos', ['Southend-on-Sea City Council', 'Southend City Council'], { codes: ['SOS'] }),
  organisation('n1', ['Newtown Council']),
  organisation('n2', ['Newtown District Council']),
  organisation('som', ['Somerset Council', 'Somerset']),
  organisation('soc', ['Somerset County Council', 'Somerset'], { endedOn: '2023-03-31', successors: ['Somerset Council'] }),
  organisation('cor', ['Corby Borough Council', 'Corby'], { endedOn: '2021-03-31', successors: ['North Northamptonshire Council'] }),
]);

describe('guessColumns', () => {
  const people = [
    ['Ada', 'Obi', 'ada@example.org', 'Officer', 'bea@example.org'],
    ['Bea', 'Cole', 'Bea Cole <bea@example.org>', 'Head', ''],
    ['Cat', 'Dunn', 'none yet', 'Officer', ''],
  ];

  it('finds the email address by what stands in the column where no heading says it', () => {
    expect(guessColumns(['Column 1', 'Column 2', 'Column 3', 'Column 4', 'Column 5'], people)).toEqual({ email: 2 });
    expect(guessColumns(['First name', 'Surname', 'Contact', 'Role', 'Manager email'], people)).toMatchObject({ email: 2 });
    expect(guessColumns(['A', 'B', 'C', 'D', 'Email'], people)).toEqual({ email: 4 });
  });

  it('takes no column for it where few have an address, and never one that is something else', () => {
    expect(guessColumns(['A', 'B', 'C', 'D', 'E'], people.slice(2))).toEqual({});
    expect(
      guessColumns(
        ['A', 'B', 'Manager email'],
        people.slice(0, 2).map((cells) => cells.slice(0, 3)),
      ),
    ).toEqual({ lineManagerEmail: 2 });
    expect(guessColumns(['A'], [])).toEqual({});
  });
});

describe('the file of rows that need attention', () => {
  // No row is empty: those are passed over wherever they stand.
  const text = fc.oneof(
    fc.constantFrom(
      'Ada',
      'Obi, Ada',
      '',
      '=1+1',
      '-',
      "'x",
      'say "hi"',
      'two\nlines',
      'a;b',
      'Newtown',
      '31/02/2027',
      'ada@example',
      '#N/A',
    ),
    fc.string({ maxLength: 12 }).map((some) => some.replace(/[\0\r]/g, '').trim()),
  );
  const HEADINGS = ['Full name', 'Work email', 'Employer', 'Job', 'Started'];
  const known = (cells: readonly string[]) => Object.keys(guessMapping(cells)).length;

  it('is read as the same rows, columns and messages when it is taken in again as it is', () => {
    const rows = fc.array(fc.tuple(fc.constantFrom('Ada Obi', 'Bea', 'TBC'), text, text, text, text), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (people) => {
        const given = csvOf([
          [...HEADINGS, ...ERROR_HEADINGS],
          ...people.map((cells, i) => [...cells, String(i + 2), 'Email address is missing']),
        ]);
        const { headings, headingLine, rows: again } = sheetIn(given.replace(/^\uFEFF/, ''), known);
        expect([headingLine, headersKey(headings)]).toEqual([1, headersKey(HEADINGS)]);
        const mapping = guessMapping(HEADINGS);
        expect(guessMapping(headings)).toEqual(mapping);
        const below = again.filter(({ line }) => line > headingLine);
        expect(below.map(({ cells }) => parsePerson(cells, mapping, finder))).toEqual(
          people.map((cells) => parsePerson(cells, mapping, finder)),
        );
      }),
      { numRuns: 300 },
    );
  });
});

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
        fullName: 'Ada Obi',
        email: 'ada@example.org',
        pronouns: null,
        jobTitle: 'Analyst',
        organisationId: 'ess',
        organisationsMeant: ['ess'],
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

  it('takes the organisation in force of several with a name, and names what replaced one that ended', () => {
    expect(parse('Ada Obi', 'ada@example.org', 'Somerset').person).toMatchObject({
      organisationId: 'som',
      organisationsMeant: ['som', 'soc'],
    });
    expect(parse('Ada Obi', 'ada@example.org', 'Somerset CC').person).toMatchObject({ organisationId: 'som' });
    expect(parse('Ada Obi', 'ada@example.org', 'Corby Borough Council', 'Officer')).toMatchObject({
      person: { organisationId: null, organisationsMeant: ['cor'] },
      messages: [
        {
          field: 'organisation',
          level: 'error',
          message: 'Corby Borough Council ended on 31 March 2021. Use North Northamptonshire Council, which replaced it',
        },
      ],
    });
  });

  it('reads all dates of a column in one order, and says which', () => {
    const dated = (startsOn: string, dates: Parameters<typeof parsePerson>[3]) =>
      parsePerson(['Ada Obi', 'ada@example.org', 'Essex', 'Officer', '', startsOn], mapping, finder, dates);
    const american = { order: 'month-first', how: 'sure' } as const;
    expect(dated('03/04/2026', american)).toMatchObject({
      person: { startsOn: '2026-03-04' },
      messages: [{ field: 'startsOn', level: 'check', message: '"03/04/2026" has been read as 4 March 2026' }],
    });
    expect(dated('13/02/2026', american).messages).toEqual([
      { field: 'startsOn', level: 'error', message: '"13/02/2026" is not a date with the month first, as the others in this column' },
    ]);
    expect(dated('03/04/2026', { order: 'day-first', how: 'sure' })).toMatchObject({ person: { startsOn: '2026-04-03' }, messages: [] });
    expect(dated('03/04/2026', { order: 'month-first', how: 'chosen' })).toMatchObject({
      person: { startsOn: '2026-03-04' },
      messages: [],
    });
    expect(dated('24/06/2127', null).messages).toEqual([
      { field: 'startsOn', level: 'error', message: '"24/06/2127" is not a date from 1900 to 2099. Enter it like 24/06/2027' },
    ]);
    expect(dated('TBC', null).messages).toEqual([{ field: 'startsOn', level: 'check', message: '"TBC" is not a date, so it is left out' }]);
  });

  it('takes one name, and points at the part that is none', () => {
    const inTwo: PersonMapping = { givenName: 0, familyName: 1, email: 2 };
    const named = (given: string, family: string) => parsePerson([given, family, 'ada@example.org'], inTwo, finder);
    expect(named('Sukarno', '').person).toMatchObject({ givenName: '', familyName: 'Sukarno' });
    expect(named('Hye-jin', 'Na')).toMatchObject({ person: { familyName: 'Na' }, messages: [] });
    expect(named('TBC', 'Obi').messages).toEqual([{ field: 'givenName', level: 'error', message: '"TBC" is not a first name' }]);
    expect(named('', '\u200B').messages).toEqual([{ field: 'familyName', level: 'error', message: 'Name is missing' }]);
  });

  it('refuses a person as their own line manager', () => {
    expect(parse('Ada Obi', 'ada@example.org', '', '', 'ADA@example.org').person).toBeNull();
  });
});
