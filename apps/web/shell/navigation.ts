import { type Navigation, shownTo } from '@waymark/shared/web/navigation';
import { HOMES, type SessionView } from '@waymark/shared/web/session';
import type { NavItem } from '@waymark/shared/ui/navigation/navigation';

/** What of somebody's session decides what they are shown. */
export type Reader = Pick<SessionView, 'can' | 'home' | 'roles'>;

/** What somebody may open in the workbench. Home is where their work is: for a facilitator that is their own programme. */
export function staffNavigation({ staff }: Navigation, reader: Reader): NavItem[] {
  return [{ label: 'Home', link: HOMES[reader.home] }, ...shownTo(reader, staff)];
}

/** From the participants' pages into the workbench, for those who have something there. */
export function workbenchSwitch({ staff = [] }: Navigation, reader: Reader): NavItem | null {
  if (reader.home === 'staff') return { label: 'Manage cohorts', link: HOMES.staff };
  const [entry] = shownTo(reader, staff).filter(({ entrance }) => entrance);
  return entry ? { label: entry.label, link: entry.link } : null;
}

export const FOOTER: readonly NavItem[] = [
  { label: 'Help', link: '/help' },
  { label: 'Privacy', link: '/privacy' },
  { label: 'Cookies', link: '/cookies' },
  { label: 'Accessibility statement', link: '/accessibility' },
];
