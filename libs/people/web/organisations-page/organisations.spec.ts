import { stale } from '@waymark/shared/testing-web/open-page';
import { openPage } from '@waymark/people/testing-web/open-people-page';

const essex = {
  id: 'o1',
  officialName: 'Essex County Council',
  shortName: 'Essex',
  sector: 'council',
  organisationType: 'County',
  nation: 'ENG',
  region: 'East of England',
  codes: ['ESS', 'E10000012'],
  validFrom: null,
  validTo: null,
  aliases: ['Essex CC'],
  identifiers: [{ scheme: 'gss', value: 'E10000012', validFrom: null, validTo: null }],
  successors: [],
  predecessors: [],
  source: 'person',
  version: 1,
};
const page = (items: object[]) => ({ items, next: null, total: { count: items.length, more: false } });

describe('OrganisationsPage', () => {
  it('offers the register of councils where there is nothing yet', async () => {
    const { answer, one } = await openPage('/organisations');
    await answer('/organisations', page([]));
    expect(one('h1').textContent).toBe('Organisations');
    expect(one<HTMLAnchorElement>('app-empty-state a').pathname).toBe('/organisations/import');
  });

  it('lists what the filters of the address leave, in words', async () => {
    const { answer, one, all } = await openPage('/organisations?sector=council&sector=nonsense&nation=ENG');
    const asked = await answer('/organisations', page([essex]));
    expect([asked.params.getAll('sector'), asked.params.getAll('nation')]).toEqual([['council'], ['ENG']]);
    expect(all('tbody td').map((cell) => cell.textContent!.trim())).toEqual([
      'Council',
      'County',
      'England',
      'East of England',
      'ESS, E10000012',
    ]);
    expect(one<HTMLAnchorElement>('tbody a').pathname).toBe('/organisations/o1');
  });
});

describe('OrganisationFormPage', () => {
  it('sends no empty lines, and leads errors to the line they are about', async () => {
    const { type, press, settle, submit, answer, one } = await openPage('/organisations/new');
    type('#officialName', 'Harbour Trust');
    await press('Add a name');
    await press('Add another name');
    type('#aliases-1', 'HT');
    await press('Add a code');
    type('#identifiers-0-scheme', 'Charity!');
    await settle();
    await submit();
    const detail = 'Scheme must only include lower-case letters, numbers and hyphens, like gss or ods';
    const sent = await answer(
      '/organisations',
      { title: 'There is a problem', errors: [{ code: 'malformed', pointer: '/identifiers/0/scheme', detail }] },
      400,
    );
    expect(sent.body).toMatchObject({ aliases: ['HT'], identifiers: [{ scheme: 'Charity!', value: '', validFrom: null }] });
    expect(one('#identifiers-0-scheme-error').textContent).toContain(detail);
    expect(one<HTMLInputElement>('#aliases-0').value).toBe('HT');
  });

  it('shows names that both changed beside each other', async () => {
    const { answer, type, submit, one, all } = await openPage('/organisations/o1/edit');
    await answer('/organisations/o1', essex);
    type('#aliases-0', 'ECC');
    await submit();
    await answer('/organisations/o1', stale({ ...essex, aliases: ['Essex CC', 'Essex Council'], version: 2 }), 409);
    expect(one('dialog legend').textContent).toBe('Other names');
    expect(all('.clash__option span').map((side) => side.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      'Yours ECC',
      'Sam Essex CC; Essex Council',
    ]);
  });
});

describe('OrganisationImportPage', () => {
  const report = {
    fileName: 'people.csv',
    applied: false,
    counts: { rows: 3, new: 1, changed: 1, same: 0, rejected: 1 },
    messages: [{ line: 4, name: 'Brokenshire', field: 'nation', message: '"Atlantis" is not a nation' }],
    more: 0,
    changes: [{ line: 2, name: 'Essex County Council', fields: ['region', 'gss'] }],
  };

  it('looks first, asks about rejected rows, and imports what was looked at', async () => {
    const { chooseFile, submit, answer, press, one, all, text } = await openPage('/organisations/import');
    await chooseFile('local-authority-code,official-name\n');
    await submit();
    expect((await answer('/organisation-imports', report)).body).toMatchObject({ apply: false });
    expect(text()).toContain('Nothing has been imported yet');
    expect(text()).toContain('nation: "Atlantis" is not a nation');
    expect(text()).toContain('region, GSS code');
    await press('Import 2 councils');
    expect(all('.govuk-error-summary a').map((link) => link.getAttribute('href'))).toEqual(['#rejected']);
    one('#rejected-1').click();
    await press('Import 2 councils');
    const sent = await answer('/organisation-imports', { ...report, applied: true });
    expect(sent.body).toMatchObject({ apply: true, allOrNothing: false, fileName: 'people.csv' });
    expect(text()).toContain('2 councils imported from people.csv');
  });

  it('says that the same file again changes nothing', async () => {
    const { chooseFile, submit, answer, text, all } = await openPage('/organisations/import');
    await chooseFile('local-authority-code,official-name\n');
    await submit();
    const counts = { rows: 3, new: 0, changed: 0, same: 3, rejected: 0 };
    await answer('/organisation-imports', { ...report, counts, messages: [], changes: [] });
    expect(text()).toContain('There is nothing to import. Waymark already has the same details for 3 councils in this file.');
    expect(all('button').filter((button) => button.textContent?.includes('Import'))).toEqual([]);
  });
});
