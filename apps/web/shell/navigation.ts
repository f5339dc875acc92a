import type { NavItem } from '@waymark/shared/ui/navigation';

/** A line of the navigation, for those who hold one of the permissions; without any it is for everybody signed in. */
interface Guarded extends NavItem {
  needs?: readonly string[];
}

const STAFF: readonly Guarded[] = [
  { label: 'Home', link: '/staff' },
  { label: 'Cohorts', link: '/cohorts', needs: ['cohorts:read'] },
  { label: 'People', link: '/people', needs: ['people:read'] },
  { label: 'Organisations', link: '/organisations', needs: ['organisations:read'] },
  { label: 'Venues', link: '/venues', needs: ['venues:read'] },
  { label: 'Programmes', link: '/programmes', needs: ['programmes:read'] },
  { label: 'Facilitators', link: '/facilitators', needs: ['facilitators:read'] },
  { label: 'Settings', link: '/settings', needs: ['roles:edit', 'accounts:invite', 'audit:read'] },
];

export const PARTICIPANT: readonly NavItem[] = [
  { label: 'Home', link: '/my', exact: true, icon: 'home' },
  { label: 'Programme', link: '/my/agenda', icon: 'calendar' },
  { label: 'Details', link: '/account', icon: 'details' },
];

export const FOOTER: readonly NavItem[] = [
  { label: 'Help', link: '/help' },
  { label: 'Privacy', link: '/privacy' },
  { label: 'Cookies', link: '/cookies' },
  { label: 'Accessibility statement', link: '/accessibility' },
];

export function staffNavigation(can: readonly string[]): NavItem[] {
  return STAFF.filter(({ needs }) => !needs || needs.some((permission) => can.includes(permission)));
}
