import { COHORT_ID, show } from '@waymark/cohorts/testing-web/given-cohort';
import { StaffHomePage } from './staff-home-page';

const cohort = { id: COHORT_ID, name: 'Top Talent: Essex 2027' };
const home = {
  today: '2027-06-12',
  attention: [
    {
      code: 'clashes',
      title: '3 clashes block the release',
      detail: '',
      tone: 'alert',
      status: '',
      due: '2027-06-24',
      link: `/cohorts/${COHORT_ID}/schedule`,
      fragment: null,
      about: { ...cohort, link: `/cohorts/${COHORT_ID}/overview` },
    },
  ],
  week: [
    { id: '1', title: 'Welcome', kind: 'plenary', cohort, date: '2027-06-14', startsAt: '09:30', endsAt: '10:30', place: 'Chelmer suite' },
  ],
  atRisk: [{ cohort, stage: 'planning', startsOn: '2027-06-24', held: 3, minViable: 16, capacity: 26 }],
  cohorts: { count: 1, more: false },
};

describe('StaffHomePage', () => {
  it('lists what needs attention, the week and cohorts at risk', async () => {
    const { element, answer } = await show(StaffHomePage, { by: { can: ['cohorts:read'] } });
    await answer('/api/staff-home', home);
    expect(element.querySelector('h1')?.textContent).toBe('Home');
    expect(element.querySelector('.ask')?.textContent).toMatch(/Top Talent: Essex 2027.*3 clashes block the release/s);
    expect(element.querySelector('.ask .attention')?.getAttribute('href')).toBe(`/cohorts/${COHORT_ID}/schedule`);
    expect(element.querySelector('.ask h3 a')?.getAttribute('href')).toBe(`/cohorts/${COHORT_ID}/overview`);
    expect(element.textContent).toMatch(/Monday 14 June 2027.*09:30 to 10:30.*Welcome/s);
    expect(element.textContent).toContain('3 of at least 16 people, starts in 12 days');
  });

  it('says that nothing needs attention', async () => {
    const { element, answer } = await show(StaffHomePage, { by: { can: ['cohorts:read'] } });
    await answer('/api/staff-home', { ...home, attention: [], week: [], atRisk: [] });
    expect(element.textContent).toContain('Nothing needs your attention');
    expect(element.textContent).toContain('There are no sessions in the next seven days.');
  });

  it('says nothing of cohorts to whoever keeps the register alone', async () => {
    const { element, answer } = await show(StaffHomePage, { by: { can: ['home:read'] } });
    await answer('/api/staff-home', { ...home, attention: [], week: [], atRisk: [] });
    expect([...element.querySelectorAll('app-panel h2')].map(({ textContent }) => textContent?.trim())).toEqual([
      'What needs your attention',
    ]);
    expect(element.textContent).toContain('Changes that others propose to the register will be listed here.');
  });

  it('offers to try again when reading failed', async () => {
    const { element, answer } = await show(StaffHomePage, { by: { can: ['cohorts:read'] } });
    await answer('/api/staff-home', {}, 500);
    expect(element.querySelector('[role=alert]')?.textContent).toContain('There is a problem with the service');
  });
});
