import { OrganisationAlias } from '@waymark/people/api/organisations/organisation.entity';
import { givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
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
