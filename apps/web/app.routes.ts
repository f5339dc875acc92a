import type { Routes } from '@angular/router';
import { cohortsParticipantRoutes, cohortsStaffRoutes } from '@waymark/cohorts/web/cohorts.routes';
import { identityOpenRoutes, identityParticipantRoutes, identityStaffRoutes } from '@waymark/identity/web/identity.routes';
import { peopleStaffRoutes } from '@waymark/people/web/people.routes';
import { home, signedIn } from './shell/guards';

/** Pages anybody may open, in the white shell: sign in, invitations, help. */
const open: Routes = [...identityOpenRoutes];

/** The staff workbench: each domain lists its own pages. */
const staff: Routes = [...cohortsStaffRoutes, ...peopleStaffRoutes, ...identityStaffRoutes];

/** What participants see about themselves. */
const participant: Routes = [...cohortsParticipantRoutes, ...identityParticipantRoutes];

export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [home], children: [] },
  {
    path: 'components',
    title: 'Components',
    loadComponent: () => import('./shell/components/components-page').then((m) => m.ComponentsPage),
  },
  { path: '', loadComponent: () => import('./shell/staff-frame').then((m) => m.StaffFrame), canActivate: [signedIn], children: staff },
  {
    path: '',
    loadComponent: () => import('./shell/participant-frame').then((m) => m.ParticipantFrame),
    canActivate: [signedIn],
    children: participant,
  },
  {
    path: '',
    loadComponent: () => import('./shell/public-frame').then((m) => m.PublicFrame),
    children: [
      ...open,
      {
        path: 'not-allowed',
        title: 'You cannot open this page',
        loadComponent: () => import('./shell/error-pages').then((m) => m.NotAllowedPage),
      },
      {
        path: 'service-problem',
        title: 'There is a problem with the service',
        loadComponent: () => import('./shell/error-pages').then((m) => m.ServiceProblemPage),
      },
      { path: '**', title: 'Page not found', loadComponent: () => import('./shell/error-pages').then((m) => m.NotFoundPage) },
    ],
  },
];
