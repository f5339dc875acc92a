import type { Navigation } from '@waymark/shared/web/navigation';

export const peopleNavigation: Navigation = {
  staff: [
    { label: 'People', link: '/people', order: 20, needs: 'people:read' },
    { label: 'Organisations', link: '/organisations', order: 30, needs: 'organisations:read' },
  ],
  // Those who look after somebody may have nothing else here.
  participant: [{ label: 'My people', link: '/my/people', icon: 'group', order: 30, needs: 'reports:read' }],
  account: [{ label: 'My people', link: '/my/people', order: 30, needs: 'reports:read' }],
};
