import { PROVIDER, stale } from '@waymark/shared/testing-web/open-page';
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
  owner: null as { id: string; name: string } | null,
  own: [] as object[],
  waiting: [] as object[],
  source: 'person',
  version: 1,
};
const KEEPER = { can: ['organisations:read', 'organisations:import', 'proposals:read', 'register:keep'] };
const page = (items: object[]) => ({ items, next: null, total: { count: items.length, more: false } });

describe('OrganisationsPage', () => {
  it('offers the register of councils where there is nothing yet', async () => {
    const { answer, one } = await openPage('/organisations', KEEPER);
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
    const { answer, type, submit, one, all } = await openPage('/organisations/o1/edit', KEEPER);
    await answer('/organisations/o1', essex);
    type('#aliases-0', 'ECC');
    await submit();
    await answer('/register/organisations/o1', stale({ ...essex, aliases: ['Essex CC', 'Essex Council'], version: 2 }), 409);
    expect(one('dialog legend').textContent).toBe('Other names');
    expect(all('.clash__option span').map((side) => side.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      'Yours ECC',
      'Sam Essex CC; Essex Council',
    ]);
  });
});

describe('OrganisationPage', () => {
  const led = (all: (selector: string) => Element[]) => all('.title-block a, app-title-block a').map((link) => link.textContent!.trim());

  it('leads staff to a proposal and to what is their own, and the keeper to the edit', async () => {
    const staff = await openPage('/organisations/o1');
    await staff.answer('/organisations/o1', { ...essex, waiting: [{ id: 'w1', kind: 'change' }] });
    expect(led(staff.all)).toContain('Propose a change');
    expect(led(staff.all)).not.toContain('Edit');
    expect(staff.text()).toContain('A change to this organisation is waiting for the register keeper');
  });

  it('leads its keeper to the edit', async () => {
    const keeper = await openPage('/organisations/o1', KEEPER);
    await keeper.answer('/organisations/o1', essex);
    expect(led(keeper.all)).toEqual(expect.arrayContaining(['Edit']));
    expect(keeper.text()).not.toContain('Your names and contacts');
  });

  it('says whose it is while it is not in the register', async () => {
    const { answer, all, text } = await openPage('/organisations/o1');
    await answer('/organisations/o1', {
      ...essex,
      owner: { id: PROVIDER, name: 'Eastern Talent Partnership' },
      waiting: [{ id: 'w1', kind: 'add' }],
    });
    expect(text()).toContain('Only Eastern Talent Partnership can use this organisation');
    expect(led(all)).toEqual(expect.arrayContaining(['Edit']));
    expect(led(all)).not.toContain('Propose to the register');
  });
});

describe('ProposalPage', () => {
  const facts = (over: object) => ({ ...essex, ...over });
  const proposal = {
    id: 'w1',
    kind: 'change',
    status: 'waiting',
    organisation: { id: 'o1', officialName: 'Essex County Council' },
    provider: { id: 'p1', name: 'Eastern Talent Partnership' },
    proposedBy: 'Sam Okoro',
    proposedAt: '2027-06-01T10:00:00Z',
    decidedAt: null,
    decidedBy: null,
    answer: '',
    reason: 'New name',
    fields: ['shortName', 'region'],
    since: ['region'],
    before: facts({ region: null }),
    after: facts({ shortName: 'Essex CC', region: 'East' }),
    now: facts({ region: 'East of England' }),
    organisationVersion: 4,
    version: 1,
  };
  const url = '/organisations/proposals/w1';
  const cells = (all: (selector: string) => Element[]) =>
    all('tbody tr').map((row) => [...row.children].map((cell) => cell.textContent!.trim()));

  it('shows what it was, what it is now, and what it is to be, and takes what was seen', async () => {
    const { answer, press, all, text } = await openPage(url, KEEPER);
    await answer('/register-proposals/w1', proposal);
    expect(cells(all)).toEqual([
      ['Short name', 'Essex', '', 'Essex CC'],
      ['Region', 'Nothing', 'East of England', 'East'],
    ]);
    expect(text()).toContain('The register has changed since this was proposed');
    await press('Take into the register');
    expect((await answer('/register-proposals/w1/taking', { ...proposal, status: 'taken' })).body).toEqual({
      version: 1,
      organisationVersion: 4,
    });
  });

  it('leaves it with a reason, and says at the field that one is missing', async () => {
    const { answer, press, submit, type, one } = await openPage(url, KEEPER);
    await answer('/register-proposals/w1', proposal);
    await press('Leave as it is');
    await submit();
    const detail = 'Enter why you are leaving it';
    await answer(
      '/register-proposals/w1/leaving',
      { title: 'There is a problem', errors: [{ code: 'malformed', pointer: '/answer', detail }] },
      400,
    );
    expect(one('#answer-error').textContent).toContain(detail);
    type('#answer', 'It is right as it is');
    await submit();
    expect((await answer('/register-proposals/w1/leaving', { ...proposal, status: 'left' })).body).toEqual({
      version: 1,
      answer: 'It is right as it is',
    });
  });

  it('shows its provider what came of it, and offers them no decision', async () => {
    const { answer, all, text } = await openPage(url);
    await answer('/register-proposals/w1', {
      ...proposal,
      status: 'left',
      decidedAt: '2027-06-02T10:00:00Z',
      answer: 'Not official',
      now: null,
      since: [],
    });
    expect(text()).toContain('Left as it was');
    expect(text()).toContain('Not official');
    expect(all('.panel__body button')).toEqual([]);
  });
});

describe('ProposePage', () => {
  it('sends what the register is to say, from what was read', async () => {
    const { answer, type, submit } = await openPage('/organisations/o1/proposal');
    await answer('/organisations/o1', essex);
    type('#shortName', 'ECC');
    type('#reason', 'They say so');
    await submit();
    const { body } = await answer('/organisations/o1/proposals', {});
    expect(body).toMatchObject({
      shortName: 'ECC',
      officialName: 'Essex County Council',
      reason: 'They say so',
      version: 1,
      successors: [],
    });
  });
});

describe('OwnDetailsPage', () => {
  it('replaces what the provider says for itself, without lines that were left empty', async () => {
    const { answer, press, type, submit } = await openPage('/organisations/o1/own-details');
    await answer('/organisations/o1', essex);
    await press('Add a name');
    type('#aliases-0', 'The Hall');
    await press('Add a contact');
    type('#contacts-0-name', 'Lee Park');
    await press('Add another contact');
    await submit();
    expect((await answer('/organisations/o1/own-details', essex)).body).toMatchObject({
      aliases: ['The Hall'],
      contacts: [{ name: 'Lee Park', about: '', email: null, phone: null }],
      version: 0,
    });
  });

  it('asks which is right when somebody else said the same another way meanwhile', async () => {
    const { answer, host, type, submit } = await openPage('/organisations/o1/own-details');
    const own = (aliases: string[], version: number) => ({ providerId: PROVIDER, aliases, contacts: [], version });
    await answer('/organisations/o1', { ...essex, own: [own(['The Hall'], 3)] });
    type('#aliases-0', 'County Hall');
    await submit();
    await answer('/organisations/o1/own-details', stale(own(['Town Hall'], 4)), 409);
    for (const words of ['Sam Okoro', 'Names you use', 'County Hall', 'Town Hall']) expect(host.textContent).toContain(words);
  });
});

describe('OrganisationImportPage', () => {
  const report = {
    fileName: 'people.csv',
    applied: false,
    counts: { rows: 3, new: 1, changed: 1, same: 0, rejected: 1 },
    messages: [{ line: 4, name: 'Brokenshire', field: 'nation', message: '"Atlantis" is not a nation' }],
    more: 0,
    changes: [
      {
        line: 2,
        name: 'Essex County Council',
        changes: [
          { field: 'officialName', was: 'Essex Council', now: 'Essex County Council' },
          { field: 'validTo', was: null, now: '2028-03-31' },
          { field: 'aliases', was: null, now: 'ECC' },
        ],
      },
    ],
  };

  it('looks first, asks about rejected rows, and imports what was looked at', async () => {
    const { chooseFile, submit, answer, press, one, all, text } = await openPage('/organisations/import', KEEPER);
    await chooseFile('local-authority-code,official-name\n');
    await submit();
    expect((await answer('/organisation-imports', report)).body).toMatchObject({ apply: false });
    expect(text()).toContain('Nothing has been imported yet');
    expect(text()).toContain('nation: "Atlantis" is not a nation');
    const said = text().replace(/\s+/g, ' ');
    expect(said).toMatch(/official name: Essex Council becomes → Essex County Council ?, with the old name kept as another name/);
    expect(said).toMatch(/last day: none becomes → 31 March 2028/);
    expect(said).toContain('other names: ECC added');
    await press('Import 2 councils');
    expect(all('.govuk-error-summary a').map((link) => link.getAttribute('href'))).toEqual(['#rejected']);
    one('#rejected-1').click();
    await press('Import 2 councils');
    const sent = await answer('/organisation-imports', { ...report, applied: true });
    expect(sent.body).toMatchObject({ apply: true, allOrNothing: false, fileName: 'people.csv' });
    expect(text()).toContain('2 councils imported from people.csv');
  });

  it('says that the same file again changes nothing', async () => {
    const { chooseFile, submit, answer, text, all } = await openPage('/organisations/import', KEEPER);
    await chooseFile('local-authority-code,official-name\n');
    await submit();
    const counts = { rows: 3, new: 0, changed: 0, same: 3, rejected: 0 };
    await answer('/organisation-imports', { ...report, counts, messages: [], changes: [] });
    expect(text()).toContain('There is nothing to import. Waymark already has the same details for 3 councils in this file.');
    expect(all('button').filter((button) => button.textContent?.includes('Import'))).toEqual([]);
  });
});
