import { openUrl } from '@waymark/shared/testing-web/open-page';
import { peopleRoutes } from '@waymark/people/web/people.routes';

const CAN = ['people:read', 'people:edit', 'people:import', 'organisations:read', 'organisations:edit', 'organisations:import'];

/** Opens a page of this domain as somebody who may do everything here; the API is played by the test. */
export const openPage = (url: string, { can = CAN, roles = [] }: { can?: string[]; roles?: { role: string }[] } = {}) =>
  openUrl([...(peopleRoutes.staff ?? []), ...(peopleRoutes.participant ?? [])], url, { by: { can, roles } });
