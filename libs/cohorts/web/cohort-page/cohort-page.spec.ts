import { TestBed } from '@angular/core/testing';
import { Router, type Route } from '@angular/router';
import { CohortPage } from './cohort-page';
import type { CohortTab } from '../cohort-tabs';
import { cohortsRoutes } from '../cohorts.routes';
import { COHORT_ID, givenCohortView, show } from '@waymark/cohorts/testing-web/given-cohort';

/** Of another domain, as it stands among the routes inside a cohort. */
const visits: Route = {
  path: 'visits',
  title: 'Visits',
  children: [],
  data: { tab: { order: 15, badge: ({ id }) => ({ count: id()?.length ?? 0 }) } satisfies CohortTab },
};

const open = (): ReturnType<typeof show<CohortPage>> =>
  show(CohortPage, {
    inputs: { id: COHORT_ID },
    before: () => TestBed.inject(Router).resetConfig([...(cohortsRoutes.staff ?? []), { path: '', children: [visits] }]),
  });

describe('CohortPage', () => {
  it('names the cohort, its stage and its facts, and leads to its pages', async () => {
    const { element, answer } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, givenCohortView());
    expect(element.querySelector('h1')?.textContent).toBe('Top Talent: Essex 2027');
    expect(element.querySelector('.govuk-tag')?.textContent).toBe('Planning');
    expect(element.querySelector('.facts')?.textContent).toContain('24 of 26 filled');
    expect([...element.querySelectorAll('.sub-nav li a')].map((link) => link.getAttribute('href'))).toEqual(
      ['overview', 'visits', 'people', 'settings'].map((page) => `/cohorts/${COHORT_ID}/${page}`),
    );
  });

  it('shows only what somebody may do', async () => {
    const { element, answer } = await open();
    await answer(
      `/api/cohorts/${COHORT_ID}`,
      givenCohortView({ may: { edit: false, stage: false, enrol: false, needs: false, people: false } }),
    );
    expect(element.textContent).not.toContain('Add people');
    expect([...element.querySelectorAll('.sub-nav li')].map((item) => item.textContent?.trim().split(/\s+/)[0])).toEqual([
      'Overview',
      'Visits',
    ]);
  });

  it('says beside a page what its domain counts there', async () => {
    const { element, answer } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, givenCohortView());
    const [, visitsTab, peopleTab] = [...element.querySelectorAll('.sub-nav li')].map((item) =>
      item.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect([visitsTab, peopleTab]).toEqual([`Visits ${COHORT_ID.length}`, 'People 24 on the list']);
  });

  it('offers neither places nor another plan once the cohort is over', async () => {
    const { element, answer, press } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, givenCohortView({ stage: 'cancelled' }));
    await press('More');
    expect(element.querySelector('app-title-block')?.textContent).not.toMatch(/Add people|Move the whole schedule/);
    expect(element.querySelector('app-title-block')?.textContent).toContain('Copy this cohort');
  });

  it('says when there is no such cohort', async () => {
    const { element, answer } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, { title: 'Not found' }, 404);
    expect(element.textContent).toContain('This could not be found, or you do not have access to it.');
  });

  it('shows why a copy was refused', async () => {
    const { element, answer, press } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, givenCohortView());
    await press('Copy this cohort');
    await press('Copy cohort');
    await answer(
      '/copies',
      { title: 'There is a problem', errors: [{ code: 'malformed', detail: 'Enter the place', pointer: '/place' }] },
      400,
    );
    expect(element.querySelector('.govuk-error-summary')?.textContent).toContain('Enter the place');
  });
});
