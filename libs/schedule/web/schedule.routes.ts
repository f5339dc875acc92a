import type { Routes } from '@angular/router';

/** Children of `/cohorts/:id`. */
export const scheduleCohortRoutes: Routes = [
  {
    path: 'rooms',
    title: 'Rooms',
    loadComponent: () => import('./cohort-rooms-page/cohort-rooms-page').then((m) => m.CohortRoomsPage),
  },
  {
    path: 'schedule/release',
    title: 'Check and publish',
    loadComponent: () => import('./release-page/release-page').then((m) => m.ReleasePage),
  },
  {
    path: 'schedule',
    title: 'Schedule',
    loadComponent: () => import('./schedule-page/schedule-page').then((m) => m.SchedulePage),
    children: [
      {
        path: 'sessions/:sessionId',
        title: 'Session',
        data: { overlay: true },
        loadComponent: () => import('./session-editor/session-editor').then((m) => m.SessionEditor),
      },
    ],
  },
];

/** In the participants' shell: home and agenda, for facilitators too. */
export const scheduleParticipantRoutes: Routes = [
  {
    path: 'my',
    pathMatch: 'full',
    title: 'Home',
    loadComponent: () => import('./participant-home-page/participant-home-page').then((m) => m.ParticipantHomePage),
  },
  {
    path: 'my/agenda',
    title: 'Your programme',
    loadComponent: () => import('./participant-agenda-page/participant-agenda-page').then((m) => m.ParticipantAgendaPage),
  },
  {
    path: 'my/access-needs',
    title: 'What you need at the venue',
    loadComponent: () => import('./participant-access-page/participant-access-page').then((m) => m.ParticipantAccessPage),
  },
];
