import type { Navigation } from '@waymark/shared/web/navigation';

export const identityNavigation: Navigation = {
  staff: [{ label: 'Settings', link: '/settings', order: 90, needs: ['roles:edit', 'accounts:invite', 'audit:read'] }],
  participant: [{ label: 'Details', link: '/account', icon: 'details', order: 90 }],
  account: [{ label: 'Your details', link: '/account', order: 10 }],
};
