import { show } from '@waymark/shared/testing-web/show';
import { Card, Panel } from './panel';

describe('Panel and Card', () => {
  it('are named by their headings', async () => {
    for (const type of [Panel, Card]) {
      const { host } = await show<Panel | Card>(type, { heading: 'Checks' });
      const section = host.querySelector('section')!;
      expect(host.querySelector(`#${section.getAttribute('aria-labelledby')}`)?.textContent).toBe('Checks');
    }
  });
});
