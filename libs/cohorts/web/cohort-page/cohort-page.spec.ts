import { CohortPage } from './cohort-page';
import { CurrentCohort } from '../current-cohort';
import { COHORT_ID, givenCohortView, show } from '@waymark/cohorts/testing-web/given-cohort';

const open = (): ReturnType<typeof show<CohortPage>> => show(CohortPage, { inputs: { id: COHORT_ID } });

describe('CohortPage', () => {
  it('names the cohort, its stage and its facts, and leads to its pages', async () => {
    const { element, answer } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, givenCohortView());
    expect(element.querySelector('h1')?.textContent).toBe('Top Talent: Essex 2027');
    expect(element.querySelector('.govuk-tag')?.textContent).toBe('Planning');
    expect(element.querySelector('.facts')?.textContent).toContain('24 of 26 filled');
    expect([...element.querySelectorAll('.subnav li a')].map((link) => link.getAttribute('href'))).toEqual(
      ['overview', 'people', 'schedule', 'rooms', 'settings'].map((page) => `/cohorts/${COHORT_ID}/${page}`),
    );
  });

  it('shows only what somebody may do', async () => {
    const { element, answer } = await open();
    await answer(
      `/api/cohorts/${COHORT_ID}`,
      givenCohortView({ may: { edit: false, stage: false, enrol: false, needs: false, people: false } }),
    );
    expect(element.textContent).not.toContain('Add people');
    expect([...element.querySelectorAll('.subnav li')].map((item) => item.textContent?.trim().split(/\s+/)[0])).toEqual([
      'Overview',
      'Schedule',
    ]);
  });

  it('says beside the schedule how many clashes block its release, in words too', async () => {
    const { fixture, element, answer } = await open();
    const badge = () => element.querySelectorAll('.subnav li')[2]?.textContent?.replace(/\s+/g, ' ').trim();
    await answer(`/api/cohorts/${COHORT_ID}`, givenCohortView({ clashes: 2, sessions: { total: 14, unscheduled: 5 } }));
    expect(badge()).toBe('Schedule 2 clashes block the release');
    // What a page has just counted counts more than what was stored, for this cohort alone.
    const current = fixture.debugElement.injector.get(CurrentCohort);
    current.count(COHORT_ID, 1);
    await fixture.whenStable();
    expect(badge()).toBe('Schedule 1 clash blocks the release');
    current.count(COHORT_ID, 0);
    await fixture.whenStable();
    expect(badge()).toBe('Schedule');
    current.count('another', 7);
    await fixture.whenStable();
    expect(badge()).toBe('Schedule 2 clashes block the release');
  });

  it('offers neither places nor another plan once the cohort is over', async () => {
    const { element, answer, press } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, givenCohortView({ stage: 'cancelled' }));
    await press('More');
    expect(element.querySelector('app-title-block')?.textContent).not.toMatch(/Add people|Move the whole plan/);
    expect(element.querySelector('app-title-block')?.textContent).toContain('Copy this cohort');
  });

  it('says when there is no such cohort', async () => {
    const { element, answer } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, { title: 'Not found' }, 404);
    expect(element.textContent).toContain('This is not here, or is not shared with you.');
  });

  it('shows why a copy was refused', async () => {
    const { element, answer, press } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, givenCohortView());
    await press('Copy this cohort');
    await press('Copy cohort');
    await answer(
      '/copies',
      { title: 'Check your answers', errors: [{ code: 'malformed', detail: 'Enter the place', pointer: '/place' }] },
      400,
    );
    expect(element.querySelector('.govuk-error-summary')?.textContent).toContain('Enter the place');
  });
});
