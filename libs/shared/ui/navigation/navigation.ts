import type { IconName } from '../icon/icons';

/** A line of a shell's navigation. */
export interface NavItem {
  label: string;
  link: string;
  exact?: boolean;
  /** For the tabs at the foot of a phone. */
  icon?: IconName;
}
