import type { DomainRoutes } from '@waymark/shared/web/pages';
import type { CohortTab } from './cohort-tabs';

const peopleTab: CohortTab = {
  order: 20,
  may: 'people',
  badge: ({ view }) => ({ count: view()?.people.total ?? 0, about: 'on the list' }),
};

export const cohortsRoutes: DomainRoutes = {
  staff: [
    {
      path: 'staff',
      pathMatch: 'full',
      title: 'Home',
      data: { needs: 'home:read' },
      loadComponent: () => import('./staff-home-page/staff-home-page').then((m) => m.StaffHomePage),
    },
    {
      path: 'cohorts',
      pathMatch: 'full',
      title: 'Cohorts',
      data: { needs: 'cohorts:read' },
      loadComponent: () => import('./cohorts-list-page/cohorts-list-page').then((m) => m.CohortsListPage),
    },
    {
      path: 'cohorts/new',
      title: 'New cohort',
      data: { needs: 'cohorts:edit' },
      loadComponent: () => import('./cohort-new-page/cohort-new-page').then((m) => m.CohortNewPage),
    },
    {
      path: 'cohorts/:id',
      data: { needs: 'cohorts:read' },
      loadComponent: () => import('./cohort-page/cohort-page').then((m) => m.CohortPage),
      children: [
        { path: '', pathMatch: 'full', redirectTo: 'overview' },
        {
          path: 'overview',
          title: 'Overview',
          data: { needs: 'cohorts:read', tab: { order: 10 } satisfies CohortTab },
          loadComponent: () => import('./cohort-overview-page/cohort-overview-page').then((m) => m.CohortOverviewPage),
        },
        {
          path: 'people',
          title: 'People',
          data: { needs: 'enrolments:read', tab: peopleTab },
          loadComponent: () => import('./cohort-people-page/cohort-people-page').then((m) => m.CohortPeoplePage),
        },
        {
          path: 'settings',
          title: 'Settings',
          data: { needs: 'cohorts:edit', tab: { order: 90, may: 'edit' } satisfies CohortTab },
          loadComponent: () => import('./cohort-settings-page/cohort-settings-page').then((m) => m.CohortSettingsPage),
        },
      ],
    },
  ],
};
