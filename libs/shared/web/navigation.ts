import { InjectionToken } from '@angular/core';
import type { Role } from '@waymark/shared/kernel/roles';
import type { NavItem } from '@waymark/shared/ui/navigation/navigation';
import type { Needs } from './pages';
import type { Home, SessionView } from './session';

/** A line of the navigation, and to whom it is shown: to everybody, unless it says otherwise. */
interface NavEntry extends NavItem {
  /** The smaller stands before the greater. */
  order: number;
  needs?: Needs;
  /** For those who hold one of these roles somewhere. */
  roles?: readonly Role[];
  /** For those whose work is one of these. */
  homes?: readonly Home[];
  /** Leads those who work elsewhere into the workbench. */
  entrance?: true;
}

/** Where a domain's pages are led to from. An application merges what its domains say. */
export interface Navigation {
  /** Across the top of the workbench. */
  staff?: readonly NavEntry[];
  /** In the participants' frame. */
  participant?: readonly NavEntry[];
  /** Below the name of whoever works in the workbench. */
  account?: readonly NavEntry[];
  /** Beside the heading of the settings. */
  settings?: readonly NavEntry[];
}

/** The navigation of the application, merged from its domains. */
export const NAVIGATION = new InjectionToken<Navigation>('navigation', { factory: () => ({}) });

export function mergedNavigation(parts: readonly Navigation[]): Navigation {
  const all = (place: keyof Navigation) => parts.flatMap((part) => part[place] ?? []).sort((a, b) => a.order - b.order);
  return { staff: all('staff'), participant: all('participant'), account: all('account'), settings: all('settings') };
}

/** The lines that somebody is shown. */
export function shownTo({ can, home, roles }: Pick<SessionView, 'can' | 'home' | 'roles'>, entries: readonly NavEntry[] = []): NavEntry[] {
  return entries.filter(
    (entry) =>
      (entry.needs === undefined || [entry.needs].flat().some((permission) => can.includes(permission))) &&
      (entry.roles === undefined || roles.some(({ role }) => entry.roles!.includes(role as Role))) &&
      (entry.homes === undefined || entry.homes.includes(home)),
  );
}
