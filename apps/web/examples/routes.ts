import type { Routes } from '@angular/router';

const page = () => import('./components-page').then((m) => m.ComponentsPage);

/** The page of components, for whoever works on them and for the browser tests. The build that people are served has `no-routes.ts` instead. */
export const examples: Routes = [
  {
    path: 'components',
    title: 'Components',
    // Below it too, so that the examples of navigation have somewhere to lead.
    children: [
      { path: 'participant', loadComponent: () => import('./participant-example').then((m) => m.ParticipantExample) },
      { path: 'every-width', data: { everyWidth: true }, loadComponent: page },
      { path: '**', loadComponent: page },
    ],
  },
];
