import type { Routes } from '@angular/router';
import type { SubNavItem } from '@waymark/shared/ui/sub-nav/sub-nav';
import type { CohortView } from './cohort-words';
import type { CurrentCohort } from './current-cohort';

/**
 * How the pages of one cohort lead to a page inside `cohorts/:id`, of whichever domain: as `tab` among the data of its route, under the
 * route's title.
 */
export interface CohortTab {
  /** The smaller stands before the greater. */
  order: number;
  /** For those who may do this to the cohort, and otherwise for everybody who sees it. */
  may?: keyof CohortView['may'];
  /** What is counted beside it, if anything. */
  badge?: (current: CurrentCohort) => Pick<SubNavItem, 'count' | 'about' | 'tone'>;
}

interface TabOfPage extends CohortTab {
  path: string;
  label: string;
}

/** The tabs among these routes and those inside them. */
export function tabsAmong(routes: Routes): TabOfPage[] {
  const tabs = routes.flatMap(({ path = '', title, data, children = [] }): TabOfPage[] => {
    const tab = data?.['tab'] as CohortTab | undefined;
    return [...(tab ? [{ ...tab, path, label: String(title) }] : []), ...tabsAmong(children)];
  });
  return tabs.sort((a, b) => a.order - b.order);
}
