import type { CohortTab } from '@waymark/cohorts/web/cohort-tabs';
import type { DomainRoutes } from '@waymark/shared/web/pages';

const scheduleTab: CohortTab = {
  order: 30,
  badge: (current) => {
    const clashes = current.clashes() ?? 0;
    if (clashes === 0) return {};
    return { count: clashes, about: clashes === 1 ? 'clash blocks the release' : 'clashes block the release', tone: 'alert' };
  },
};

export const scheduleRoutes: DomainRoutes = {
  inside: {
    'cohorts/:id': [
      {
        path: 'rooms',
        title: 'Rooms',
        data: { needs: 'venues:read', tab: { order: 40, may: 'edit' } satisfies CohortTab },
        loadComponent: () => import('./cohort-rooms-page/cohort-rooms-page').then((m) => m.CohortRoomsPage),
      },
      {
        path: 'schedule/release',
        title: 'Check and release',
        data: { needs: 'schedule:release' },
        loadComponent: () => import('./release-page/release-page').then((m) => m.ReleasePage),
      },
      {
        path: 'schedule',
        title: 'Schedule',
        data: { needs: 'schedule:read', tab: scheduleTab },
        loadComponent: () => import('./schedule-page/schedule-page').then((m) => m.SchedulePage),
        children: [
          {
            path: 'sessions/:sessionId',
            title: 'Session',
            data: { needs: 'schedule:read', overlay: true },
            loadComponent: () => import('./session-editor/session-editor').then((m) => m.SessionEditor),
          },
        ],
      },
    ],
  },
  // For facilitators too.
  participant: [
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
  ],
};
