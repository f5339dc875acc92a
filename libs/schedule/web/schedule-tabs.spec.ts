import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { COHORT_ID, givenCohortView, show } from '@waymark/cohorts/testing-web/given-cohort';
import { CohortPage } from '@waymark/cohorts/web/cohort-page/cohort-page';
import { cohortsRoutes } from '@waymark/cohorts/web/cohorts.routes';
import { CurrentCohort } from '@waymark/cohorts/web/current-cohort';
import { scheduleRoutes } from './schedule.routes';

const open = (): ReturnType<typeof show<CohortPage>> =>
  show(CohortPage, {
    inputs: { id: COHORT_ID },
    before: () => TestBed.inject(Router).resetConfig([...(cohortsRoutes.staff ?? []), ...(scheduleRoutes.inside?.['cohorts/:id'] ?? [])]),
  });

describe('the pages of a cohort', () => {
  it('have the schedule and the rooms among them', async () => {
    const { element, answer } = await open();
    await answer(`/api/cohorts/${COHORT_ID}`, givenCohortView());
    expect([...element.querySelectorAll('.sub-nav li a')].map((link) => link.getAttribute('href'))).toEqual(
      ['overview', 'people', 'schedule', 'rooms', 'settings'].map((page) => `/cohorts/${COHORT_ID}/${page}`),
    );
  });

  it('show the rooms to those who may change the cohort', async () => {
    const { element, answer } = await open();
    await answer(
      `/api/cohorts/${COHORT_ID}`,
      givenCohortView({ may: { edit: false, stage: false, enrol: false, needs: false, people: false } }),
    );
    expect([...element.querySelectorAll('.sub-nav li')].map((item) => item.textContent?.trim().split(/\s+/)[0])).toEqual([
      'Overview',
      'Schedule',
    ]);
  });

  it('say beside the schedule how many clashes block its release, in words too', async () => {
    const { fixture, element, answer } = await open();
    const badge = () => element.querySelectorAll('.sub-nav li')[2]?.textContent?.replace(/\s+/g, ' ').trim();
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
});
