import type { Routes } from '@angular/router';

/** Open to anybody, in the white shell. */
export const identityOpenRoutes: Routes = [
  { path: 'sign-in', title: 'Sign in', loadComponent: () => import('./sign-in-page/sign-in-page').then((m) => m.SignInPage) },
  {
    path: 'sign-in/link',
    title: 'Sign in',
    loadComponent: () => import('./sign-in-link-page/sign-in-link-page').then((m) => m.SignInLinkPage),
  },
];
/** In the staff workbench. */
export const identityStaffRoutes: Routes = [];
/** For everybody who is signed in, in the participant shell. */
export const identityParticipantRoutes: Routes = [];
