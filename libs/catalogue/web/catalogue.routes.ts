import type { DomainRoutes } from '@waymark/shared/web/pages';

export const catalogueRoutes: DomainRoutes = {
  staff: [
    {
      path: 'programmes',
      title: 'Programmes',
      data: { needs: 'programmes:read' },
      loadComponent: () => import('./programmes-page/programmes-page').then((m) => m.ProgrammesPage),
    },
    {
      path: 'programmes/:id',
      title: 'Programme',
      data: { needs: 'programmes:read' },
      loadComponent: () => import('./programme-page/programme-page').then((m) => m.ProgrammePage),
    },
    {
      path: 'blueprints/:id',
      title: 'Blueprint',
      data: { needs: 'programmes:read' },
      loadComponent: () => import('./blueprint-page/blueprint-page').then((m) => m.BlueprintPage),
    },
    {
      path: 'venues',
      title: 'Venues',
      data: { needs: 'venues:read' },
      loadComponent: () => import('./venues-page/venues-page').then((m) => m.VenuesPage),
    },
    {
      path: 'venues/:id',
      title: 'Venue',
      data: { needs: 'venues:read' },
      loadComponent: () => import('./venue-page/venue-page').then((m) => m.VenuePage),
    },
    {
      path: 'facilitators',
      title: 'Facilitators',
      data: { needs: 'facilitators:read' },
      loadComponent: () => import('./facilitators-page/facilitators-page').then((m) => m.FacilitatorsPage),
    },
    {
      path: 'facilitators/:id',
      title: 'Facilitator',
      data: { needs: 'facilitators:read' },
      loadComponent: () => import('./facilitator-page/facilitator-page').then((m) => m.FacilitatorPage),
    },
    {
      path: 'settings/holidays',
      title: 'Bank holidays',
      data: { needs: ['programmes:read', 'holidays:import'] },
      loadComponent: () => import('./holidays-page/holidays-page').then((m) => m.HolidaysPage),
    },
  ],
};
