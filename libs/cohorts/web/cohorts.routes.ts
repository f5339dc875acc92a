import type { Routes } from '@angular/router';

/** `ofCohort`: the pages that other domains put beside these, as children of `/cohorts/:id`. */
export const cohortsStaffRoutes = (ofCohort: Routes): Routes => [
  {
    path: 'staff',
    pathMatch: 'full',
    title: 'Home',
    loadComponent: () => import('./staff-home-page/staff-home-page').then((m) => m.StaffHomePage),
  },
  {
    path: 'cohorts',
    pathMatch: 'full',
    title: 'Cohorts',
    loadComponent: () => import('./cohorts-list-page/cohorts-list-page').then((m) => m.CohortsListPage),
  },
  {
    path: 'cohorts/new',
    title: 'New cohort',
    loadComponent: () => import('./cohort-new-page/cohort-new-page').then((m) => m.CohortNewPage),
  },
  {
    path: 'cohorts/:id',
    loadComponent: () => import('./cohort-page/cohort-page').then((m) => m.CohortPage),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'overview' },
      {
        path: 'overview',
        title: 'Overview',
        loadComponent: () => import('./cohort-overview-page/cohort-overview-page').then((m) => m.CohortOverviewPage),
      },
      {
        path: 'people',
        title: 'People',
        loadComponent: () => import('./cohort-people-page/cohort-people-page').then((m) => m.CohortPeoplePage),
      },
      {
        path: 'settings',
        title: 'Settings',
        loadComponent: () => import('./cohort-settings-page/cohort-settings-page').then((m) => m.CohortSettingsPage),
      },
      ...ofCohort,
    ],
  },
];
