import type { Routes } from '@angular/router';

export const catalogueStaffRoutes: Routes = [
  {
    path: 'programmes',
    title: 'Programmes',
    loadComponent: () => import('./programmes-page/programmes-page').then((m) => m.ProgrammesPage),
  },
  {
    path: 'programmes/:id',
    title: 'Programme',
    loadComponent: () => import('./programme-page/programme-page').then((m) => m.ProgrammePage),
  },
  {
    path: 'blueprints/:id',
    title: 'Blueprint',
    loadComponent: () => import('./blueprint-page/blueprint-page').then((m) => m.BlueprintPage),
  },
  { path: 'venues', title: 'Venues', loadComponent: () => import('./venues-page/venues-page').then((m) => m.VenuesPage) },
  { path: 'venues/:id', title: 'Venue', loadComponent: () => import('./venue-page/venue-page').then((m) => m.VenuePage) },
  {
    path: 'facilitators',
    title: 'Facilitators',
    loadComponent: () => import('./facilitators-page/facilitators-page').then((m) => m.FacilitatorsPage),
  },
  {
    path: 'facilitators/:id',
    title: 'Facilitator',
    loadComponent: () => import('./facilitator-page/facilitator-page').then((m) => m.FacilitatorPage),
  },
  {
    path: 'settings/holidays',
    title: 'Bank holidays',
    loadComponent: () => import('./holidays-page/holidays-page').then((m) => m.HolidaysPage),
  },
];
