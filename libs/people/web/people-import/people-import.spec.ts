import { base64Of } from '../file-content';
import { PROVIDER } from '@waymark/shared/testing-web/open-page';
import { openPage } from '@waymark/people/testing-web/open-people-page';

const fields = [
  { field: 'fullName', label: 'Full name' },
  { field: 'givenName', label: 'First name' },
  { field: 'familyName', label: 'Last name' },
  { field: 'email', label: 'Email address' },
];
const batch = {
  id: 'b1',
  providerId: PROVIDER,
  fileName: 'nominations.csv',
  status: 'uploaded',
  headers: ['Your FIRST name', 'SURNAME', 'Contact'],
  sample: [
    ['Ada', 'Obi', 'ada@example.org'],
    ['', 'Cole', 'bea@example.org'],
  ],
  headingLine: 2,
  top: [
    { line: 1, cells: ['Nominations', '', ''] },
    { line: 2, cells: ['First name', 'Surname', 'Contact'] },
    { line: 3, cells: ['Ada', 'Obi', 'ada@example.org'] },
  ],
  fields,
  dates: null,
  mapping: { givenName: 0, familyName: 1 },
  remembered: false,
  mappingProblems: ['Choose the column with the email address'],
  counts: { rows: 3, new: 0, changed: 0, same: 0, attention: 0 },
  createdAt: '2027-05-03T09:00:00Z',
  finishedAt: null,
  version: 1,
};
const checked = {
  ...batch,
  status: 'checked',
  mapping: { ...batch.mapping, email: 2 },
  counts: { rows: 3, new: 1, changed: 1, same: 0, attention: 1 },
  version: 2,
};
const rows = {
  items: [
    {
      line: 4,
      outcome: 'attention',
      name: 'Cat Dunn',
      email: 'reception',
      messages: [{ field: 'email', level: 'error', message: '"reception" is not an email address' }],
    },
  ],
  next: null,
};

describe('UploadPeoplePage', () => {
  it('asks for a file, and sends its bytes as they are', async () => {
    const { submit, one, all, chooseFile, answer, url } = await openPage('/people/import');
    expect(one('h1').textContent).toBe('Import people');
    expect(one('[aria-current=step]').textContent).toContain('Choose a file');
    await submit();
    expect(all('.govuk-error-summary a').map((link) => link.textContent)).toEqual(['Choose a file']);
    await chooseFile('Name,Email\nZoë,zoe@example.org\n');
    await submit();
    const sent = await answer('/people-imports', batch, 201);
    const { providerId, fileName, content } = sent.body as Record<string, string>;
    expect([providerId, fileName]).toEqual([PROVIDER, 'people.csv']);
    expect(Buffer.from(content!, 'base64').toString()).toBe('Name,Email\nZoë,zoe@example.org\n');
    await answer('/people-imports/b1', batch);
    expect(url()).toBe('/people/import/b1');
  });

  it('keeps the chosen file when the network dies', async () => {
    const { submit, chooseFile, http, settle, text, answer, url } = await openPage('/people/import');
    await chooseFile('Name,Email\nAda,ada@example.org\n');
    await submit();
    await settle();
    http.expectOne('/api/people-imports').error(new ProgressEvent('error'));
    await settle();
    expect(text()).toContain('Waymark is not responding');
    await submit();
    await answer('/people-imports', batch, 201);
    await answer('/people-imports/b1', batch);
    expect(url()).toBe('/people/import/b1');
  });
});

describe('base64Of', () => {
  it('puts long files together out of pieces', () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => i % 256);
    expect(base64Of(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });
});

describe('ImportColumnsPage', () => {
  it('shows each field with the column guessed for it and what that column holds', async () => {
    const { answer, one, all, text } = await openPage('/people/import/b1');
    await answer('/people-imports/b1', batch);
    expect(one('h1').textContent).toBe('Match the columns');
    expect(text()).toContain('The columns have been matched by their headings');
    expect(one<HTMLSelectElement>('#givenName').value).toBe('0');
    expect(all('.map__samples').map((samples) => samples.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      '',
      'Examples from the file: Ada',
      'Examples from the file: ObiCole',
      '',
    ]);
  });

  it('reads the file under the row of headings that somebody chooses', async () => {
    const { answer, all, press, type, one, text } = await openPage('/people/import/b1');
    await answer('/people-imports/b1', batch);
    expect(text()).toContain('The headings are not in row 2');
    expect(all('#line option').map((option) => option.textContent!.trim())).toEqual([
      'Row 1: Nominations',
      'Row 2: First name, Surname, Contact',
      'Row 3: Ada, Obi, ada@example.org',
      'The file has no headings',
    ]);
    type('#line', '0');
    await press('Use this row');
    const none = { ...batch, headingLine: 0, headers: ['Column 1', 'Column 2', 'Column 3'], mapping: {}, version: 2 };
    const sent = await answer('/people-imports/b1/headings', none);
    expect(sent.body).toEqual({ line: 0, version: 1 });
    expect(text()).toContain('This file seems to have no row of headings');
    expect(one<HTMLSelectElement>('#givenName').value).toBe('');
    expect(all('#givenName option').map((option) => option.textContent!.trim())).toContain('Column 3: ada@example.org');
  });

  it('names the field that is missing, then saves the columns and goes on', async () => {
    const { answer, submit, all, type, url } = await openPage('/people/import/b1');
    await answer('/people-imports/b1', batch);
    await submit();
    expect(all('.govuk-error-summary a').map((link) => link.getAttribute('href'))).toEqual(['#email']);
    type('#email', '2');
    await submit();
    const sent = await answer('/people-imports/b1/mapping', checked);
    expect(sent.body).toEqual({ mapping: { givenName: 0, familyName: 1, email: 2 }, dateOrder: null, version: 1 });
    await answer('/people-imports/b1', checked);
    expect(url()).toBe('/people/import/b1/check');
  });

  it('says in which order dates are read, and reads them in another', async () => {
    const { answer, submit, text, one } = await openPage('/people/import/b1');
    const dated = {
      ...checked,
      fields: [...fields, { field: 'startsOn', label: 'Job start date' }],
      headers: [...batch.headers, 'Started'],
      mapping: { ...checked.mapping, startsOn: 3 },
      dates: { order: 'month-first', how: 'sure' },
    };
    await answer('/people-imports/b1', dated);
    expect(text()).toContain('All dates are read with the month first, because some of them can only be read that way');
    expect(one<HTMLInputElement>('input[value="month-first"]').checked).toBe(true);
    one('input[value="day-first"]').click();
    await submit();
    const sent = await answer('/people-imports/b1/mapping', { ...dated, dates: { order: 'day-first', how: 'chosen' }, version: 3 });
    expect(sent.body).toMatchObject({ dateOrder: 'day-first', version: 2 });
    await answer('/people-imports/b1', { ...dated, dates: { order: 'day-first', how: 'chosen' }, version: 3 });
    expect(text()).toContain('All dates are read with the day first, as you chose');
  });

  it('says that somebody went on with it, and reads it again', async () => {
    const { answer, submit, text } = await openPage('/people/import/b1');
    await answer('/people-imports/b1', { ...checked, status: 'uploaded' });
    await submit();
    const detail = 'This import has changed since you opened it. Check it again';
    await answer('/people-imports/b1/mapping', { title: 'There is a problem', errors: [{ code: 'people_import_stale', detail }] }, 409);
    await answer('/people-imports/b1', { ...checked, version: 3 });
    expect(text()).toContain(detail);
  });
});

describe('ImportCheckPage', () => {
  it('counts what would change, and lists the cells that need attention by line and name', async () => {
    const { answer, all, one } = await openPage('/people/import/b1/check?outcome=attention');
    await answer('/people-imports/b1', checked);
    const asked = await answer('/people-imports/b1/rows', rows);
    expect(asked.params.get('outcome')).toBe('attention');
    expect(all('.figure').map((figure) => figure.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      '1 new',
      '1 changed',
      '0 unchanged',
      '1 needs attention',
    ]);
    expect(one('.figure[aria-pressed=true]').textContent).toContain('needs attention');
    expect(one('tbody tr').textContent!.replace(/\s+/g, ' ')).toMatch(/4.*Cat Dunn.*Email address: "reception" is not an email address/);
    expect(one<HTMLAnchorElement>('a[download]').pathname).toBe('/api/people-imports/b1/errors.csv');
  });

  it('imports once, without the rows that need attention, and says what happened', async () => {
    const { answer, press, one, http, settle, text } = await openPage('/people/import/b1/check');
    await answer('/people-imports/b1', checked);
    await answer('/people-imports/b1/rows', rows);
    one('#leaveOut').click();
    await settle();
    await press('Import 2 people');
    await press('Import 2 people');
    const [sent, ...others] = http.match('/api/people-imports/b1/application');
    expect(others).toEqual([]);
    expect(sent!.request.body).toEqual({ version: 2, leaveOut: true });
    sent!.flush({ ...checked, status: 'completed', version: 3 });
    await settle();
    expect(one('h1').textContent).toBe('Import complete');
    expect(text()).toContain('2 people imported from nominations.csv');
    expect(text()).toContain('1 row left out');
  });

  it('offers no import where nothing would change', async () => {
    const { answer, text, all } = await openPage('/people/import/b1/check');
    await answer('/people-imports/b1', { ...checked, counts: { rows: 3, new: 0, changed: 0, same: 3, attention: 0 } });
    await answer('/people-imports/b1/rows', { items: [], next: null });
    expect(text()).toContain('There is nothing to import');
    expect(all('button').filter((button) => button.textContent?.includes('Import'))).toEqual([]);
  });

  it('goes back to the columns while they cannot be imported', async () => {
    const { answer, settle, url } = await openPage('/people/import/b1/check');
    await answer('/people-imports/b1', batch);
    await settle();
    expect(url()).toBe('/people/import/b1');
  });
});
