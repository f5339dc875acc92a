import { openPage } from '@waymark/people/testing-web/open-people-page';

const page = (items: object[], next: string | null = null) => ({ items, next, total: { count: items.length, more: false } });
const ada = {
  id: 'p1',
  givenName: 'Ada',
  familyName: 'Obi',
  email: 'ada@example.org',
  jobTitle: 'Analyst',
  organisation: 'Essex',
  organisationId: 'o1',
};

describe('PeoplePage', () => {
  it('offers a new provider both ways to begin', async () => {
    const { answer, one, host } = await openPage('/people');
    await answer('/people', page([]));
    expect(one('h1').textContent).toBe('People');
    expect(one('app-empty-state').textContent).toContain('No people yet');
    const links = [...host.querySelectorAll<HTMLAnchorElement>('app-empty-state a')].map(({ pathname }) => pathname);
    expect(links).toEqual(['/people/import', '/people/new']);
  });

  it('lists people with their job, and leads to each', async () => {
    const { answer, one, all } = await openPage('/people');
    await answer('/people', page([ada]));
    expect(one('tbody tr').textContent!.replace(/\s+/g, ' ')).toContain('Ada Obi');
    expect(one<HTMLAnchorElement>('tbody a').pathname).toBe('/people/p1');
    expect(all('tbody td').map((cell) => cell.textContent!.trim())).toEqual(['AnalystEssex', 'ada@example.org']);
    expect(one('.bar .panel__title').textContent).toBe('1 person');
  });

  it('asks for what the address says, and names the organisation it filters by', async () => {
    const { answer, all, text } = await openPage('/people?q=obi&organisation=o1');
    const asked = await answer('/people', page([]));
    await answer('/organisations/o1', { id: 'o1', officialName: 'Essex County Council' });
    expect([asked.params.get('query'), asked.params.get('organisationId')]).toEqual(['obi', 'o1']);
    expect(all('.chip').map((chip) => chip.firstChild!.textContent!.trim())).toEqual(['Search: obi', 'Essex County Council']);
    expect(text()).toContain('No people match');
  });

  it('writes a search into the address', async () => {
    const { answer, type, submit, url } = await openPage('/people');
    await answer('/people', page([ada]));
    type('#q', ' cole ');
    await submit();
    expect(url()).toBe('/people?q=cole');
  });

  it('offers no changes to those who may only read', async () => {
    const { answer, all } = await openPage('/people', { can: ['people:read'] });
    await answer('/people', page([ada]));
    expect(all('.title__actions a')).toEqual([]);
  });

  it('says what went wrong and tries again', async () => {
    const { answer, press, text } = await openPage('/people');
    await answer('/people', {}, 500);
    expect(text()).toContain('There is a problem with the service');
    await press('Try again');
    await answer('/people', page([ada]));
    expect(text()).toContain('Ada Obi');
  });
});
