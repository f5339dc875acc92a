import { openPage } from '@waymark/people/testing-web/open-people-page';

const ada = {
  id: 'p1',
  givenName: 'Ada',
  familyName: 'Obi',
  email: 'ada@example.org',
  jobTitle: 'Analyst',
  organisation: 'Essex',
  organisationId: 'o1',
};
const ben = { ...ada, id: 'p2', givenName: 'Ben', familyName: 'Cole', jobTitle: null };
const place = (over: object = {}) => ({
  id: 'e1',
  personId: 'p1',
  cohort: 'Top Talent: Essex 2027',
  programme: 'Top Talent',
  startsOn: '2027-06-24',
  endsOn: '2027-06-25',
  stage: { code: 'confirmed', name: 'Confirmed' },
  status: { code: 'withdrawn', name: 'Withdrawn' },
  ...over,
});
const open = (roles: { role: string }[] = [{ role: 'employer' }]) => openPage('/my/people', { can: ['reports:read'], roles });

describe('MyPeoplePage', () => {
  it('lists people with their job and the programmes they are on', async () => {
    const { answer, all, one } = await open();
    await answer('/my/reports', { items: [ben, ada], next: null });
    const asked = await answer('/my/reports/enrolments', { items: [place()], next: null });
    expect(asked.params.getAll('person')).toEqual(['p2', 'p1']);
    expect(one('h1').textContent).toBe('My people');
    expect(one('.card h2').textContent).toBe('2 people');
    expect(all('.people__one').map((row) => row.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
      'Ben ColeEssexNot on a programme',
      'Ada ObiAnalystEssex Top Talent: Essex 2027 WithdrawnTop Talent24 to 25 June 2027 Cohort: Confirmed',
    ]);
  });

  it('gives no days before they are released, and no addresses', async () => {
    const { answer, text } = await open();
    await answer('/my/reports', { items: [ada], next: null });
    await answer('/my/reports/enrolments', {
      items: [
        place({ startsOn: null, endsOn: null }),
        place({ id: 'e2', startsOn: null, endsOn: null, stage: { code: 'delivered', name: 'Delivered' } }),
      ],
      next: null,
    });
    expect(text().match(/Dates to be confirmed/g)).toHaveLength(1);
    expect(text()).not.toContain('ada@example.org');
  });

  it('says to a line manager who is listed', async () => {
    const { answer, text } = await open([{ role: 'line_manager' }]);
    await answer('/my/reports', { items: [], next: null });
    expect(text()).toContain('People you line manage');
    expect(text()).toContain('No people yet');
  });

  it('goes to the next page of many', async () => {
    const { answer, press, url } = await open();
    await answer('/my/reports', { items: [ada], next: 'more' });
    await answer('/my/reports/enrolments', { items: [], next: null });
    await press('Next page');
    expect(url()).toBe('/my/people?page=more');
    const asked = await answer('/my/reports', { items: [ben], next: null });
    expect(asked.params.get('after')).toBe('more');
  });

  it('says what went wrong and tries again, for either reading', async () => {
    const { answer, press, text } = await open();
    await answer('/my/reports', {}, 500);
    expect(text()).toContain('There is a problem with the service');
    await press('Try again');
    await answer('/my/reports', { items: [ada], next: null });
    await answer('/my/reports/enrolments', {}, 500);
    expect(text()).toContain('There is a problem with the service');
    await press('Try again');
    await answer('/my/reports/enrolments', { items: [place()], next: null });
    expect(text()).toContain('Top Talent: Essex 2027');
  });
});
