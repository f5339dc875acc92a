import type { DomainRoutes } from '@waymark/shared/web/pages';

export const identityRoutes: DomainRoutes = {
  open: [
    { path: 'sign-in', title: 'Sign in', loadComponent: () => import('./sign-in-page/sign-in-page').then((m) => m.SignInPage) },
    {
      path: 'sign-in/link',
      title: 'Sign in',
      loadComponent: () => import('./sign-in-link-page/sign-in-link-page').then((m) => m.SignInLinkPage),
    },
    {
      path: 'sign-in/second-step',
      title: 'Confirm that it is you',
      loadComponent: () => import('./second-step/sign-in-step-page').then((m) => m.SignInStepPage),
    },
    {
      path: 'invitation',
      title: 'Your invitation',
      loadComponent: () => import('./invitation-page/invitation-page').then((m) => m.InvitationPage),
    },
    { path: 'setup', title: 'Set up Waymark', loadComponent: () => import('./setup-page/setup-page').then((m) => m.SetupPage) },
  ],
  staff: [
    {
      path: 'settings',
      title: 'Settings',
      data: { needs: ['accounts:invite', 'roles:edit', 'audit:read'] },
      loadComponent: () => import('./settings/settings-page').then((m) => m.SettingsPage),
    },
  ],
  account: [
    { path: 'account', title: 'Your details', loadComponent: () => import('./account-page/account-page').then((m) => m.AccountPage) },
    {
      path: 'account/second-step',
      title: 'Second step',
      loadComponent: () => import('./second-step/second-step-page').then((m) => m.SecondStepPage),
    },
  ],
};
