import type { Navigation } from '@waymark/shared/web/navigation';

export const cohortsNavigation: Navigation = {
  staff: [{ label: 'Cohorts', link: '/cohorts', order: 10, needs: 'cohorts:read', entrance: true }],
};
