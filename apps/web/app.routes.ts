import type { Routes } from '@angular/router';
import type { DomainRoutes } from '@waymark/shared/web/pages';
import { domains } from './domains';
import { examples } from './examples/routes';
import { ServiceProblemPage } from './shell/error-pages';
import { home, keepingWork, known, mayOpen, signedIn, stranger, takesPart, worksAsStaff } from './shell/guards';
import { PublicFrame } from './shell/public-frame';

const of = (frame: 'open' | 'participant' | 'account'): Routes => domains.flatMap(({ routes }) => routes[frame] ?? []);

/** Pages anybody may open, in the white shell: sign in, invitations, help. */
const open: Routes = of('open').map((route) => (route.path === 'sign-in' ? { ...route, canActivate: [stranger] } : route));

/** Pages that anybody may read, each reader within their own navigation. */
const information: Routes = [
  { path: 'help', title: 'Help', loadComponent: () => import('./shell/help-page').then((m) => m.HelpPage) },
  { path: 'privacy', title: 'Privacy', loadComponent: () => import('./shell/help-pages').then((m) => m.PrivacyPage) },
  { path: 'cookies', title: 'Cookies', loadComponent: () => import('./shell/help-pages').then((m) => m.CookiesPage) },
  {
    path: 'accessibility',
    title: 'Accessibility statement',
    loadComponent: () => import('./shell/help-pages').then((m) => m.AccessibilityPage),
  },
];

/** The staff workbench: each domain lists its own pages. */
export const staff: Routes = keepingWork(staffPages(domains.map(({ routes }) => routes)));

const staffFrame = () => import('./shell/staff-frame').then((m) => m.StaffFrame);
const participantFrame = () => import('./shell/participant-frame').then((m) => m.ParticipantFrame);

export const routes: Routes = [
  { path: '', pathMatch: 'full', canActivate: [home], children: [] },
  ...examples,
  { path: '', loadComponent: staffFrame, canMatch: [worksAsStaff], children: information },
  { path: '', loadComponent: participantFrame, canMatch: [takesPart], children: information },
  {
    path: '',
    component: PublicFrame,
    children: [
      ...open,
      ...information,
      { path: 'signed-in', title: 'You have signed in', loadComponent: () => import('./shell/signed-in-page').then((m) => m.SignedInPage) },
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
  { path: '', loadComponent: staffFrame, canMatch: [worksAsStaff], canActivate: [signedIn], children: of('account') },
  {
    path: '',
    loadComponent: participantFrame,
    canActivate: [signedIn],
    canActivateChild: [mayOpen],
    children: [...of('participant'), ...of('account')],
  },
  {
    path: '',
    component: PublicFrame,
    children: [{ path: '**', title: 'Page not found', loadComponent: () => import('./shell/error-pages').then((m) => m.NotFoundPage) }],
  },
];

/** What the domains put into the workbench, with the pages that stand inside another domain's among the children of that one. */
function staffPages(all: readonly DomainRoutes[]): Routes {
  const inside = (path = '') => all.flatMap((routes) => routes.inside?.[path] ?? []);
  return all
    .flatMap(({ staff = [] }) => staff)
    .map((route) => (inside(route.path).length > 0 ? { ...route, children: [...(route.children ?? []), ...inside(route.path)] } : route));
}
