import type { Navigation } from '@waymark/shared/web/navigation';

export const catalogueNavigation: Navigation = {
  staff: [
    { label: 'Venues', link: '/venues', order: 40, needs: 'venues:read' },
    { label: 'Programmes', link: '/programmes', order: 50, needs: 'programmes:read' },
    { label: 'Facilitators', link: '/facilitators', order: 60, needs: 'facilitators:read' },
    { label: 'Bank holidays', link: '/settings/holidays', order: 70, needs: 'holidays:import' },
  ],
  settings: [{ label: 'Bank holidays', link: '/settings/holidays', order: 10, needs: 'programmes:read' }],
};
