import { openPage } from '@waymark/people/testing-web/open-people-page';

const job = {
  id: 'j1',
  organisationId: 'o1',
  organisation: 'Essex County Council',
  jobTitle: 'Analyst',
  gradeBand: null,
  lineManagerId: 'p2',
  lineManager: 'Bea Cole',
  lineManagerEmail: null,
  startsOn: '2025-01-06',
  endsOn: null,
  version: 4,
};
const ada = {
  id: 'p1',
  givenName: 'Ada',
  familyName: 'Obi',
  email: 'ada@example.org',
  phone: null,
  pronouns: null,
  version: 1,
  kept: true,
  employments: [job],
  reports: 3,
};

describe('PersonPage', () => {
  it('shows the person, their jobs and how many they manage', async () => {
    const { answer, one, text } = await openPage('/people/p1');
    await answer('/people/p1', ada);
    expect(one('h1').textContent).toBe('Ada Obi');
    expect(text()).toContain('Line manager of3 people');
    expect(one('.job').textContent!.replace(/\s+/g, ' ')).toContain('From 6 January 2025');
    expect(one<HTMLAnchorElement>('.job dd a').pathname).toBe('/people/p2');
  });

  it('ends a job on a day, and says why it cannot', async () => {
    const { answer, press, type, submit, text, all, one } = await openPage('/people/p1');
    await answer('/people/p1', ada);
    await press('End Analyst at Essex County Council');
    await submit();
    const refused = await answer(
      '/employments/j1',
      { title: 'There is a problem', errors: [{ code: 'malformed', pointer: '/endsOn', detail: 'Enter a real date' }] },
      400,
    );
    expect(refused.body).toMatchObject({ endsOn: '', version: 4, jobTitle: 'Analyst', lineManagerId: 'p2' });
    expect(one('dialog #endsOn-error').textContent).toContain('Enter a real date');
    for (const [box, value] of Object.entries({ endsOn: '31', 'endsOn-month': '3', 'endsOn-year': '2027' })) type(`#${box}`, value);
    await submit();
    const sent = await answer('/employments/j1', { ...ada, employments: [{ ...job, endsOn: '2027-03-31', version: 5 }] });
    expect(sent.body).toMatchObject({ endsOn: '2027-03-31' });
    expect(text()).toContain('6 January 2025 to 31 March 2027');
    expect(all('.job button')).toEqual([]);
  });

  it('says the same for a person who is not there and one who is not shared', async () => {
    const { answer, text } = await openPage('/people/p9');
    await answer('/people/p9', { title: 'Not found' }, 404);
    expect(text()).toContain('This could not be found, or you do not have access to it.');
  });

  it('offers no change of somebody whose details another provider keeps', async () => {
    const { answer, text, all } = await openPage('/people/p1');
    await answer('/people/p1', { ...ada, kept: false, phone: null });
    expect(text()).toContain('Another provider manages this person’s details');
    expect(all('a, button').map((one) => one.textContent!.trim())).not.toContain('Edit details');
    expect(text()).not.toContain('Add job');
  });
});
