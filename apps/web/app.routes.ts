import type { Routes } from '@angular/router';
import { cohortsParticipantRoutes, cohortsStaffRoutes } from '@waymark/cohorts/web/cohorts.routes';
import { identityOpenRoutes, identityParticipantRoutes, identityStaffRoutes } from '@waymark/identity/web/identity.routes';
import { peopleParticipantRoutes, peopleStaffRoutes } from '@waymark/people/web/people.routes';
import { home, known, mayWork, signedIn, worksAsStaff } from './shell/guards';

/** Pages anybody may open, in the white shell: sign in, invitations, help. */
const open: Routes = [...identityOpenRoutes];

/** The staff workbench: each domain lists its own pages. */
const staff: Routes = [...identityStaffRoutes, ...peopleStaffRoutes, ...cohortsStaffRoutes];

/** What participants see about themselves. */
const participant: Routes = [...cohortsParticipantRoutes, ...peopleParticipantRoutes];

/** A reader's own account: in the workbench for staff, with the participants' pages for everybody else. */
const own: Routes = [...identityParticipantRoutes];

const staffFrame = () => import('./shell/staff-frame').then((m) => m.StaffFrame);
const participantFrame = () => import('./shell/participant-frame').then((m) => m.ParticipantFrame);
const publicFrame = () => import('./shell/public-frame').then((m) => m.PublicFrame);

export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [home], children: [] },
  {
    path: 'components',
    title: 'Components',
    // Below it too, so that the examples of navigation have somewhere to lead.
    children: [
      { path: 'participant', loadComponent: () => import('./shell/components/participant-example').then((m) => m.ParticipantExample) },
      { path: '**', loadComponent: () => import('./shell/components/components-page').then((m) => m.ComponentsPage) },
    ],
  },
  {
    path: '',
    loadComponent: publicFrame,
    children: [
      ...open,
      { path: 'signed-in', title: 'You have signed in', loadComponent: () => import('./shell/signed-in-page').then((m) => m.SignedInPage) },
      { path: 'help', canActivate: [known], title: 'Help', loadComponent: () => import('./shell/help-pages').then((m) => m.HelpPage) },
      {
        path: 'privacy',
        canActivate: [known],
        title: 'Privacy',
        loadComponent: () => import('./shell/help-pages').then((m) => m.PrivacyPage),
      },
      {
        path: 'cookies',
        canActivate: [known],
        title: 'Cookies',
        loadComponent: () => import('./shell/help-pages').then((m) => m.CookiesPage),
      },
      {
        path: 'accessibility',
        canActivate: [known],
        title: 'Accessibility statement',
        loadComponent: () => import('./shell/help-pages').then((m) => m.AccessibilityPage),
      },
      {
        path: 'not-allowed',
        canActivate: [known],
        title: 'You cannot open this page',
        loadComponent: () => import('./shell/error-pages').then((m) => m.NotAllowedPage),
      },
      {
        path: 'service-problem',
        title: 'There is a problem with the service',
        loadComponent: () => import('./shell/error-pages').then((m) => m.ServiceProblemPage),
      },
    ],
  },
  { path: '', loadComponent: staffFrame, canActivate: [signedIn, mayWork], children: staff },
  { path: '', loadComponent: staffFrame, canMatch: [worksAsStaff], canActivate: [signedIn], children: own },
  { path: '', loadComponent: participantFrame, canActivate: [signedIn], children: [...participant, ...own] },
  {
    path: '',
    loadComponent: publicFrame,
    children: [{ path: '**', title: 'Page not found', loadComponent: () => import('./shell/error-pages').then((m) => m.NotFoundPage) }],
  },
];
