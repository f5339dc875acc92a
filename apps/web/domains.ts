import { catalogueNavigation } from '@waymark/catalogue/web/catalogue.navigation';
import { catalogueRoutes } from '@waymark/catalogue/web/catalogue.routes';
import { cohortsNavigation } from '@waymark/cohorts/web/cohorts.navigation';
import { cohortsRoutes } from '@waymark/cohorts/web/cohorts.routes';
import { identityNavigation } from '@waymark/identity/web/identity.navigation';
import { identityRoutes } from '@waymark/identity/web/identity.routes';
import { peopleNavigation } from '@waymark/people/web/people.navigation';
import { peopleRoutes } from '@waymark/people/web/people.routes';
import { scheduleNavigation } from '@waymark/schedule/web/schedule.navigation';
import { scheduleRoutes } from '@waymark/schedule/web/schedule.routes';
import { mergedNavigation, type Navigation } from '@waymark/shared/web/navigation';
import type { DomainRoutes } from '@waymark/shared/web/pages';

interface Domain {
  routes: DomainRoutes;
  navigation?: Navigation;
}

/** The domains that have pages. A new one is a line here, and one in `apps/api/domains.ts`. */
export const domains: Domain[] = [
  { routes: peopleRoutes, navigation: peopleNavigation },
  { routes: identityRoutes, navigation: identityNavigation },
  { routes: catalogueRoutes, navigation: catalogueNavigation },
  { routes: cohortsRoutes, navigation: cohortsNavigation },
  { routes: scheduleRoutes, navigation: scheduleNavigation },
];

export const navigation = mergedNavigation(domains.flatMap((domain) => domain.navigation ?? []));
