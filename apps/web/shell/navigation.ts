import type { NavItem } from '@waymark/shared/ui/navigation/navigation';
import { type Home, HOMES } from '@waymark/shared/web/session';

/** A line of the navigation, for those who hold one of the permissions. */
interface Guarded extends NavItem {
  needs: readonly string[];
}

const STAFF: readonly Guarded[] = [
  { label: 'Cohorts', link: '/cohorts', needs: ['cohorts:read'] },
  { label: 'People', link: '/people', needs: ['people:read'] },
  { label: 'Organisations', link: '/organisations', needs: ['organisations:read'] },
  { label: 'Venues', link: '/venues', needs: ['venues:read'] },
  { label: 'Programmes', link: '/programmes', needs: ['programmes:read'] },
  { label: 'Facilitators', link: '/facilitators', needs: ['facilitators:read'] },
  { label: 'Settings', link: '/settings', needs: ['roles:edit', 'accounts:invite', 'audit:read'] },
];

const HOME: NavItem = { label: 'Home', link: '/my', exact: true, icon: 'home' };
const PROGRAMME: NavItem = { label: 'Programme', link: '/my/agenda', icon: 'calendar' };
const MY_PEOPLE: NavItem = { label: 'My people', link: '/my/people', icon: 'group' };
const DETAILS: NavItem = { label: 'Details', link: '/account', icon: 'details' };

/** What a participant or a facilitator opens; with their own people for those who have some, who may have nothing else here. */
export function participantNavigation({ home, can }: { home: string; can: readonly string[] }): NavItem[] {
  const people = can.includes(SEES_PEOPLE) ? [MY_PEOPLE] : [];
  return home === 'employer' ? [...people, DETAILS] : [HOME, PROGRAMME, ...people, DETAILS];
}

/** Beside "Your details" in the workbench: what staff have besides their work. */
export function ownNavigation(can: readonly string[], takesPart: boolean): NavItem[] {
  return [
    { label: 'Your details', link: '/account' },
    ...(takesPart ? [{ label: 'My learning', link: '/my' }] : []),
    ...(can.includes(SEES_PEOPLE) ? [{ label: 'My people', link: '/my/people' }] : []),
  ];
}

const SEES_PEOPLE = 'reports:read';

export const FOOTER: readonly NavItem[] = [
  { label: 'Help', link: '/help' },
  { label: 'Privacy', link: '/privacy' },
  { label: 'Cookies', link: '/cookies' },
  { label: 'Accessibility statement', link: '/accessibility' },
];

/** What somebody may open in the workbench. Home is where their work is: for a facilitator that is their own programme. */
export function staffNavigation({ home, can }: { home: Home; can: readonly string[] }): NavItem[] {
  return [
    { label: 'Home', link: HOMES[home] },
    ...STAFF.filter(({ needs }) => needs.some((permission) => can.includes(permission))).map(({ label, link }) => ({ label, link })),
  ];
}

/** From the participants' pages into the workbench, for those who have something there. */
export function workbenchSwitch({ home, can }: { home: Home; can: readonly string[] }): NavItem | null {
  if (home === 'staff') return { label: 'Manage cohorts', link: HOMES.staff };
  return can.includes('cohorts:read') ? { label: 'Cohorts', link: '/cohorts' } : null;
}
