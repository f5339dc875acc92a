import type { Routes } from '@angular/router';
import { catalogueStaffRoutes } from '@waymark/catalogue/web/catalogue.routes';
import { cohortsStaffRoutes } from '@waymark/cohorts/web/cohorts.routes';
import { scheduleCohortRoutes, scheduleParticipantRoutes } from '@waymark/schedule/web/schedule.routes';
import { identityOpenRoutes, identityParticipantRoutes, identityStaffRoutes } from '@waymark/identity/web/identity.routes';
import { peopleParticipantRoutes, peopleStaffRoutes } from '@waymark/people/web/people.routes';
import { cohortsNeeds } from './shell/cohorts-needs';
import { ServiceProblemPage } from './shell/error-pages';
import { home, keepingWork, known, mayOpen, needing, signedIn, stranger, worksAsStaff } from './shell/guards';
import { PublicFrame } from './shell/public-frame';

/** Pages anybody may open, in the white shell: sign in, invitations, help. */
const open: Routes = identityOpenRoutes.map((route) => (route.path === 'sign-in' ? { ...route, canActivate: [stranger] } : route));

/** The staff workbench: each domain lists its own pages. */
export const staff: Routes = keepingWork([
  ...identityStaffRoutes,
  ...peopleStaffRoutes,
  ...needing([...catalogueStaffRoutes, ...cohortsStaffRoutes(scheduleCohortRoutes)], cohortsNeeds),
]);

/** What participants see about themselves. */
const participant: Routes = [...scheduleParticipantRoutes, ...peopleParticipantRoutes];

/** A reader's own account: in the workbench for staff, with the participants' pages for everybody else. */
const own: Routes = [...identityParticipantRoutes];

const staffFrame = () => import('./shell/staff-frame').then((m) => m.StaffFrame);
const participantFrame = () => import('./shell/participant-frame').then((m) => m.ParticipantFrame);

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
    component: PublicFrame,
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
        // With its frame there from the start: what it has to say is often that nothing more can be loaded.
        component: ServiceProblemPage,
      },
    ],
  },
  { path: '', loadComponent: staffFrame, canActivate: [signedIn], canActivateChild: [mayOpen], children: staff },
  { path: '', loadComponent: staffFrame, canMatch: [worksAsStaff], canActivate: [signedIn], children: own },
  { path: '', loadComponent: participantFrame, canActivate: [signedIn], canActivateChild: [mayOpen], children: [...participant, ...own] },
  {
    path: '',
    component: PublicFrame,
    children: [{ path: '**', title: 'Page not found', loadComponent: () => import('./shell/error-pages').then((m) => m.NotFoundPage) }],
  },
];
