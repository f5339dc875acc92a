import type { Navigation } from '@waymark/shared/web/navigation';

export const scheduleNavigation: Navigation = {
  participant: [
    { label: 'Home', link: '/my', exact: true, icon: 'home', order: 10, homes: ['staff', 'participant'] },
    { label: 'Programme', link: '/my/agenda', icon: 'calendar', order: 20, homes: ['staff', 'participant'] },
  ],
  account: [{ label: 'My learning', link: '/my', order: 20, roles: ['participant', 'facilitator'] }],
};
