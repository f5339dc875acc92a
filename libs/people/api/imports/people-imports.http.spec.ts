import { OrganisationAlias, OrganisationSuccession } from '@waymark/people/api/organisations/organisation.entity';
import { givenEmployment, givenKnown, givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let providerId: string;
beforeAll(async () => {
  app = await TestApp.open();
  providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  const essex = await givenOrganisation(app, { officialName: 'Essex County Council', shortName: 'Essex' });
  const southend = await givenOrganisation(app, { officialName: 'Southend-on-Sea City Council', shortName: 'Southend-on-Sea' });
  await app.given.entity(OrganisationAlias, {
    id: newId(),
    organisationId: southend.id,
    alias: 'Southend City Council',
    folded: 'southend city council',
  });
  void essex;
});
afterAll(() => app.close());

const HEADERS = 'Timestamp,Your FIRST name,SURNAME ,Work e-mail address,Which council do you work for?,Job role,Line manager e-mail';
const file = (...rows: string[]) =>
  Buffer.from(`\ufeffTop Talent nominations,,,,,,\r\n${HEADERS}\r\n${rows.join('\r\n')}\r\n`).toString('base64');
const upload = (content: string, by = staff) => app.post('/people-imports', by, { providerId, fileName: 'nominations.csv', content });
const apply = (batch: { id: string; version: number }, leaveOut = false) =>
  app.put(`/people-imports/${batch.id}/application`, staff, { version: batch.version, leaveOut });
const people = () =>
  app.sql(
    `SELECT p.id, p.family_name, p.version, e.job_title, e.version AS job FROM person p LEFT JOIN employment e ON e.person_id = p.id ORDER BY p.id, e.id`,
  );
const three = (mark: string, title = 'Analyst') =>
  file(
    `1,Ada,Obi,ada.${mark}@example.org,ESSEX CC,${title},bea.${mark}@example.org`,
    `2,Bea,Cole,bea.${mark}@example.org,Southend City Council,Head of service,`,
    `3,Cat,Dunn,cat.${mark}@example.org,,,`,
  );

describe('POST /people-imports', () => {
  it('finds its way through untidy headers and a title above them, and changes nothing yet', async () => {
    const before = await people();
    const { status, body } = await upload(three('a'));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'checked',
      mapping: { givenName: 1, familyName: 2, email: 3, organisation: 4, jobTitle: 5, lineManagerEmail: 6 },
      counts: { rows: 3, new: 3, changed: 0, same: 0, attention: 0 },
      remembered: false,
      mappingProblems: [],
    });
    expect(body.sample[0]).toEqual(['1', 'Ada', 'Obi', 'ada.a@example.org', 'ESSEX CC', 'Analyst', 'bea.a@example.org']);
    expect(await people()).toEqual(before);
  });

  it.each([
    ['semicolons', ';'.repeat(9_990)],
    ['letters that become eighteen', '\uFDFA'.repeat(3_000)],
  ])('answers a file whose cells are %s with what is wrong in each row', async (_, cell) => {
    const rows = Array.from({ length: 100 }, (__, i) => `${i},Ada,Obi,"${cell}","${cell}",Analyst,"${cell}"`);
    const { status, body } = await upload(file(...rows));
    expect([status, body.counts.attention]).toEqual([201, 100]);
    const { items } = (await app.get(`/people-imports/${body.id}/rows`, staff, { limit: 1 })).body;
    expect(items[0].messages[0]).toEqual({ field: 'email', level: 'error', message: 'Use 400 characters or fewer' });
  });

  it('takes the row of headings that somebody chooses, or none', async () => {
    const content = Buffer.from('Nominations,June\nWho,Where to write\nAda Obi,ada.h@example.org\n').toString('base64');
    const { body } = await upload(content);
    expect(body).toMatchObject({ headingLine: 1, status: 'uploaded', counts: { rows: 2 } });
    expect(body.top.map(({ line }: { line: number }) => line)).toEqual([1, 2, 3]);
    const head = (version: number, line: number) => app.put(`/people-imports/${body.id}/headings`, staff, { version, line });
    const second = await head(body.version, 2);
    expect(second.body).toMatchObject({
      headingLine: 2,
      headers: ['Who', 'Where to write'],
      counts: { rows: 1 },
      sample: [['Ada Obi', 'ada.h@example.org']],
    });
    const none = await head(second.body.version, 0);
    expect(none.body).toMatchObject({ headingLine: 0, headers: ['Column 1', 'Column 2'], counts: { rows: 3 } });
    expect((await head(none.body.version, 3)).body.errors[0]).toMatchObject({
      pointer: '/line',
      detail: 'Choose a row with other rows below it',
    });
    expect((await head(none.body.version, 9)).status).toBe(400);
    expect((await head(body.version, 1)).body.errors[0].code).toBe('people_import_stale');
  });

  it('is for staff of that provider', async () => {
    const other = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
    expect((await upload(three('x'), other)).status).toBe(404);
    const { body } = await upload(three('x'));
    expect((await app.get(`/people-imports/${body.id}`, other)).status).toBe(404);
  });
});

describe('PUT /people-imports/:id/mapping', () => {
  it('checks again with other columns, and says what is missing', async () => {
    const { body } = await upload(three('m'));
    const mapped = await app.put(`/people-imports/${body.id}/mapping`, staff, {
      version: body.version,
      mapping: { fullName: 1, email: 1 },
    });
    expect(mapped.body).toMatchObject({ status: 'uploaded', mappingProblems: ['Choose each column once'], counts: { rows: 3, new: 0 } });
    expect((await app.put(`/people-imports/${body.id}/mapping`, staff, { version: body.version, mapping: {} })).body.errors[0].code).toBe(
      'people_import_stale',
    );
    const again = await app.put(`/people-imports/${body.id}/mapping`, staff, {
      version: mapped.body.version,
      mapping: { givenName: 1, familyName: 2, email: 3 },
    });
    expect(again.body).toMatchObject({ status: 'checked', counts: { new: 3 } });
  });
});

describe('PUT /people-imports/:id/application', () => {
  it('brings people in with their jobs and line managers, and forgets the rows', async () => {
    const { body } = await upload(three('b'));
    expect((await apply(body)).body).toMatchObject({ status: 'completed', counts: { new: 3 } });
    const [ada] =
      await app.sql(`SELECT p.id, o.short_name, e.job_title, m.email AS manager FROM person p JOIN person_email pe ON pe.person_id = p.id JOIN employment e ON e.person_id = p.id
      JOIN organisation o ON o.id = e.organisation_id LEFT JOIN person_email m ON m.person_id = e.line_manager_id WHERE pe.email = 'ada.b@example.org'`);
    expect(ada).toMatchObject({ short_name: 'Essex', job_title: 'Analyst', manager: 'bea.b@example.org' });
    expect((await app.get('/people', staff, { query: 'cat.b@' })).body.items).toHaveLength(1);
    expect(await app.sql('SELECT raw, outcome FROM import_row WHERE batch_id = $1', [body.id])).toEqual(
      Array(3).fill({ raw: null, outcome: 'done' }),
    );
  });

  it('changes nothing the second time, and remembers the columns', async () => {
    const before = await people();
    const { body } = await upload(three('b'));
    expect(body).toMatchObject({ remembered: true, counts: { new: 0, changed: 0, same: 3 } });
    expect((await apply(body)).body.errors[0].code).toBe('people_import_nothing');
    expect(await people()).toEqual(before);
  });

  it('changes what the file changes, and an empty cell changes nothing', async () => {
    const { body } = await upload(file('1,Ada,Obi-Lane,ADA.b@example.org,Essex,Senior analyst,', '2,Bea,Cole,bea.b@example.org,,,'));
    expect(body.counts).toMatchObject({ changed: 1, same: 1 });
    await apply(body);
    const rows = await app.sql(
      `SELECT p.family_name, e.job_title, e.line_manager_id IS NOT NULL AS managed FROM person p JOIN person_email pe ON pe.person_id = p.id JOIN employment e ON e.person_id = p.id WHERE pe.folded = 'ada.b@example.org'`,
    );
    expect(rows).toEqual([{ family_name: 'Obi-Lane', job_title: 'Senior analyst', managed: true }]);
  });

  it('ends the old job when somebody has moved to another organisation', async () => {
    await app.sql(
      `UPDATE employment SET starts_on = '2026-04-01' WHERE person_id = (SELECT person_id FROM person_email WHERE folded = 'ada.b@example.org')`,
    );
    const { body } = await upload(file('1,Ada,Obi-Lane,ada.b@example.org,Southend City Council,Head of data,'));
    await apply(body);
    const rows = await app.sql(
      `SELECT e.job_title, e.starts_on, e.ends_on FROM employment e JOIN person_email pe ON pe.person_id = e.person_id WHERE pe.folded = 'ada.b@example.org' ORDER BY e.ends_on`,
    );
    expect(rows.map(({ job_title, ends_on }) => [job_title, ends_on === null])).toEqual([
      ['Senior analyst', false],
      ['Head of data', true],
    ]);
  });

  it('keeps out rows that need attention, says why by cell, and gives them back as a file', async () => {
    const { body } = await upload(
      file(
        '1,Dee,Eve,dee.c@example.org,Narnia,=cmd(),',
        '2,,TBC,anonymous,,,',
        '3,Fay,Gray,fay.c@example.org,,,',
        '4,Fay,Gray,FAY.c@example.org,,,',
      ),
    );
    expect(body.counts).toEqual({ rows: 4, new: 1, changed: 0, same: 0, attention: 3 });
    const rows = (await app.get(`/people-imports/${body.id}/rows`, staff, { outcome: 'attention' })).body.items;
    expect(
      rows.map(({ line, messages }: { line: number; messages: { field: string }[] }) => [line, messages.map(({ field }) => field)]),
    ).toEqual([
      [3, ['organisation']],
      [4, ['familyName', 'email']],
      [6, ['email']],
    ]);
    expect(rows[2].messages[0].message).toContain('row 5');
    expect((await apply(body)).body.errors[0].code).toBe('people_import_rejected_rows');
    const csv = await app.get(`/people-imports/${body.id}/errors.csv`, staff);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(String(csv.body)).toContain("'=cmd()");
    expect(String(csv.body).split('\r\n')).toHaveLength(5);
    expect((await apply(body, true)).body.status).toBe('completed');
    expect(await app.sql(`SELECT email FROM person_email WHERE email LIKE '%.c@example.org'`)).toEqual([{ email: 'fay.c@example.org' }]);
    // Taken in as it is, the file changes nothing, and its columns are known from the first.
    const again = (await upload(Buffer.from(String(csv.body)).toString('base64'))).body;
    expect([again.remembered, again.mapping, again.counts]).toEqual([
      true,
      body.mapping,
      { rows: 3, new: 0, changed: 0, same: 1, attention: 2 },
    ]);
  });

  it('finds the column of email addresses where there are no headings, and when a row turns out not to be any', async () => {
    const rows = ['Ada,Obi,ada.nh@example.org,Officer', 'Bea,Cole,bea.nh@example.org,Officer'];
    const { body } = await upload(Buffer.from(rows.join('\r\n')).toString('base64'));
    expect([body.headingLine, body.mapping]).toEqual([0, { email: 2 }]);
    const headed = (await upload(Buffer.from(['Who,What,Where,Why', ...rows].join('\r\n')).toString('base64'))).body;
    expect([headed.headingLine, headed.mapping]).toEqual([1, { email: 2 }]);
    const without = await app.put(`/people-imports/${headed.id}/headings`, staff, { line: 0, version: headed.version });
    expect(without.body.mapping).toEqual({ email: 2 });
  });

  it('brings a person in once when two press at the same moment', async () => {
    const [one, two] = [(await upload(three('r'))).body, (await upload(three('r'))).body];
    const answers = await Promise.all([apply(one), apply(one), apply(two)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await app.sql(`SELECT 1 FROM person_email WHERE folded LIKE '%.r@example.org'`)).toHaveLength(3);
  });

  it('links a person whom another provider knows, without changing their name', async () => {
    const other = await givenProvider(app);
    await givenPerson(app, { providerId: other.id, email: 'gail.d@example.org', givenName: 'Gail', familyName: 'Hill' });
    const { body } = await upload(file('1,Abigail,Hill,gail.d@example.org,,,'));
    expect(body.counts.new).toBe(1);
    await apply(body);
    expect((await app.get('/people', staff, { query: 'gail.d@' })).body.items).toMatchObject([{ givenName: 'Gail' }]);
  });

  it('leaves a name as it is divided here when the file says the same in one, and changes only what else it says', async () => {
    const { id } = await givenPerson(app, { providerId, email: 'gabriel@example.org', givenName: 'Gabriel', familyName: 'García Márquez' });
    const { body } = await upload(
      Buffer.from('Name,Email,Pronouns\nGabriel García Márquez,gabriel@example.org,he/him\n').toString('base64'),
    );
    expect(body.counts).toMatchObject({ changed: 1 });
    await apply(body);
    expect(await app.sql('SELECT given_name, family_name, pronouns FROM person WHERE id = $1', [id])).toEqual([
      { given_name: 'Gabriel', family_name: 'García Márquez', pronouns: 'he/him' },
    ]);
    expect(await app.sql(`SELECT facts FROM event WHERE name = 'person.edited' AND subject_id = $1`, [id])).toEqual([
      { facts: { changed: ['pronouns'] } },
    ]);
  });

  it('carries a new name to everybody who knows the person, in the order of names and in the audit log', async () => {
    const other = await givenProvider(app);
    const { id } = await givenPerson(app, { providerId, email: 'hal@example.org', givenName: 'Hal', familyName: 'Zorn' });
    await givenKnown(app, id, other.id);
    const { body } = await upload(file('1,Hal,Aarn,hal@example.org,,,'));
    await apply(body);
    expect(await app.sql('SELECT DISTINCT sort_name FROM person_provider WHERE person_id = $1', [id])).toEqual([{ sort_name: 'aarn hal' }]);
    const told = await app.sql(`SELECT provider_id FROM event WHERE name = 'person.edited' AND subject_id = $1`, [id]);
    expect(told.map((row) => row.provider_id).sort()).toEqual([providerId, other.id].sort());
  });

  it('takes ten thousand rows in one go', async () => {
    const { body } = await upload(file(...Array.from({ length: 10_000 }, (_, i) => `${i},P${i},Bulk,bulk${i}@example.org,Essex,Officer,`)));
    expect(body.counts.new).toBe(10_000);
    expect((await apply(body)).body.status).toBe('completed');
    expect((await app.get('/people', staff, { query: 'bulk' })).body.total).toEqual({ count: 1000, more: true });
  });

  it('refuses more rows than that with a sentence', async () => {
    const { status, body } = await upload(file(...Array.from({ length: 10_001 }, (_, i) => `${i},P,Q,q${i}@example.org,,,`)));
    expect([status, body.errors[0].detail]).toEqual([400, 'The file has more than 10,000 rows. Split it into smaller files']);
  });
});

describe('an import of people', () => {
  const HEAD = 'Name,Email,Job title,Organisation,Start date';
  const sheet = (...rows: string[]) => Buffer.from([HEAD, ...rows].join('\n')).toString('base64');
  const rowsOf = async (id: string) => (await app.get(`/people-imports/${id}/rows`, staff)).body.items;
  const said = async (id: string) =>
    (await rowsOf(id)).map(({ line, outcome, messages }: any) => [line, outcome, ...messages.map(({ message }: any) => message)]);
  const jobs = (email: string) =>
    app.sql(
      `SELECT o.short_name, e.starts_on, e.ends_on FROM employment e JOIN organisation o ON o.id = e.organisation_id JOIN person_email pe ON pe.person_id = e.person_id
        WHERE pe.folded = $1 ORDER BY e.starts_on, o.short_name`,
      [email],
    );
  const essex = () => app.sql(`SELECT id FROM organisation WHERE official_name = 'Essex County Council'`).then(([row]) => row.id as string);
  const southend = () => app.sql(`SELECT id FROM organisation WHERE short_name = 'Southend-on-Sea'`).then(([row]) => row.id as string);
  const employed = async (email: string, organisationId: string, startsOn: LocalDate, endsOn: LocalDate | null = null) => {
    const [known] = await app.sql(`SELECT person_id AS id FROM person_email WHERE folded = $1`, [email]);
    const person = known ?? (await givenPerson(app, { providerId, email, givenName: 'Rae', familyName: 'Hire' }));
    await givenEmployment(app, person.id, organisationId, { startsOn, endsOn });
  };

  it('keeps out the row whose job overlaps one that is held, says so, and brings in the rest', async () => {
    await employed('rae.o@example.org', await essex(), '2020-01-01', '2025-12-31');
    await employed('two.o@example.org', await essex(), '2020-01-01', '2027-12-31');
    await employed('fix.o@example.org', await southend(), '2027-09-01');
    const { body } = await upload(
      sheet(
        'Rae Hire,rae.o@example.org,Manager,Essex County Council,2021-06-01',
        'Olly Other,olly.o@example.org,Officer,Essex County Council,',
        'Rae Hire,two.o@example.org,Officer,Essex County Council,2028-01-01',
        'Rae Hire,fix.o@example.org,Officer,Essex County Council,2027-05-01',
      ),
    );
    expect(await said(body.id)).toEqual([
      [2, 'attention', 'They already have a job at Essex County Council from 1 January 2020 to 31 December 2025. Enter a day outside that'],
      [3, 'new'],
      [4, 'attention', 'This is after 31 December 2027, the last day of their job there'],
      [5, 'attention', 'They have a job at Southend-on-Sea City Council from 1 September 2027. Enter a later day, or end that job first'],
    ]);
    expect((await apply(body, true)).body).toMatchObject({ status: 'completed', counts: { new: 1, attention: 3 } });
    expect(await jobs('olly.o@example.org')).toMatchObject([{ short_name: 'Essex', starts_on: '2027-05-03', ends_on: null }]);
  });

  it('leaves nobody two jobs on the day of a move: a fixed term ends too, and one of the same day is corrected', async () => {
    await employed('term.m@example.org', await southend(), '2026-01-01', '2027-12-31');
    await employed('same.m@example.org', await southend(), '2027-05-03');
    const { body } = await upload(
      sheet('Rae Hire,term.m@example.org,Manager,Essex,2027-04-01', 'Rae Hire,same.m@example.org,Manager,Essex,'),
    );
    expect((await apply(body)).body.counts).toMatchObject({ changed: 2, attention: 0 });
    expect(await jobs('term.m@example.org')).toEqual([
      { short_name: 'Southend-on-Sea', starts_on: '2026-01-01', ends_on: '2027-03-31' },
      { short_name: 'Essex', starts_on: '2027-04-01', ends_on: null },
    ]);
    expect(await jobs('same.m@example.org')).toEqual([{ short_name: 'Essex', starts_on: '2027-05-03', ends_on: null }]);
  });

  it('takes the council in force, and names what replaced one that ended', async () => {
    const gone = await givenOrganisation(app, { officialName: 'Corby Borough Council', shortName: 'Corby', validTo: '2021-03-31' });
    const next = await givenOrganisation(app, { officialName: 'North Northamptonshire Council', shortName: 'North Northants' });
    await givenOrganisation(app, { officialName: 'Somerset County Council', shortName: 'Somerset', validTo: '2023-03-31' });
    await givenOrganisation(app, { officialName: 'Somerset Council', shortName: 'Somerset' });
    await app.given.entity(OrganisationSuccession, { organisationId: gone.id, successorId: next.id });
    const { body } = await upload(
      sheet('Ada Obi,ada.s@example.org,Officer,Somerset,', 'Dee East,dee.s@example.org,Officer,Corby Borough Council,'),
    );
    expect(await said(body.id)).toEqual([
      [2, 'new'],
      [3, 'attention', 'Corby Borough Council ended on 31 March 2021. Use North Northamptonshire Council, which replaced it'],
    ]);
    await apply(body, true);
    const [{ official_name }] = await app.sql(
      `SELECT o.official_name FROM employment e JOIN organisation o ON o.id = e.organisation_id JOIN person_email pe ON pe.person_id = e.person_id WHERE pe.folded = 'ada.s@example.org'`,
    );
    expect(official_name).toBe('Somerset Council');
  });

  it('reads a column of dates in one order, says which, and reads it in the other when asked', async () => {
    const { body } = await upload(
      sheet(
        'Uma One,us1.d@example.org,Officer,Essex,02/13/2026',
        'Uma Two,us2.d@example.org,Officer,Essex,03/04/2026',
        'Uma Three,us3.d@example.org,Officer,Essex,12/31/2025',
      ),
    );
    expect(body).toMatchObject({ dates: { order: 'month-first', how: 'sure' }, counts: { new: 3 } });
    expect((await said(body.id))[1]).toEqual([3, 'new', '"03/04/2026" has been read as 4 March 2026']);
    const { mapping, version } = body;
    const mapped = await app.put(`/people-imports/${body.id}/mapping`, staff, { mapping, version, dateOrder: 'day-first' });
    expect(mapped.body).toMatchObject({ dates: { order: 'day-first', how: 'chosen' }, counts: { new: 1, attention: 2 } });
    await apply(mapped.body, true);
    expect(await jobs('us2.d@example.org')).toMatchObject([{ starts_on: '2026-04-03' }]);
  });

  it('stores nothing at any limit that a page cannot read', async () => {
    const days = ['1900-01-01', '2099-12-31', '1899-12-31', '2100-01-01', '75231', '24/06/2127', '2', '73050'];
    const longest = [
      ['x'.repeat(100), 'x'.repeat(101)],
      ['x'.repeat(200), 'x'.repeat(201)],
    ];
    const { body } = await upload(
      sheet(
        ...days.map((day, i) => `Ser Ial,limit.d${i}@example.org,Officer,Essex,${day}`),
        ...longest[0]!.map((name, i) => `${name},limit.n${i}@example.org,Officer,Essex,`),
        ...longest[1]!.map((title, i) => `Ser Ial,limit.t${i}@example.org,${title},Essex,`),
        `Ser Ial,${'l'.repeat(242)}@example.org,Officer,Essex,`,
        `Ser Ial,${'l'.repeat(243)}@example.org,Officer,Essex,`,
      ),
    );
    expect((await said(body.id)).map(([, outcome]: string[]) => outcome)).toEqual([
      ...['new', 'new', 'attention', 'attention', 'attention', 'attention', 'attention', 'new'],
      ...['new', 'attention', 'new', 'attention', 'new', 'attention'],
    ]);
    expect((await apply(body, true)).status).toBe(200);
    const list = await app.get('/people', staff, { query: 'limit.', limit: 100 });
    expect([list.status, list.body.items.length]).toEqual([200, 5]);
    for (const { id } of list.body.items) expect((await app.get(`/people/${id}`, staff)).status).toBe(200);
    expect((await app.get('/organisations', staff)).status).toBe(200);
  });
});
