import { show } from '@waymark/shared/testing-web/show';
import { NotificationBanner } from './notification-banner';

describe('NotificationBanner', () => {
  it('takes focus for success only', async () => {
    const important = await show(NotificationBanner, { heading: 'The venue changed' }, true);
    expect(document.activeElement).toBe(document.body);
    expect(important.host.querySelector('[role=region]')?.textContent).toContain('Important');
    await show(NotificationBanner, { heading: 'Cohort saved', tone: 'success' }, true);
    expect(document.activeElement?.textContent).toContain('Cohort saved');
  });
});
