import { show } from '@waymark/shared/testing-web/show';
import { Icon } from './icon';
import { ICONS } from './icons';

describe('Icon', () => {
  it('draws every name, hidden from screen readers', async () => {
    for (const name of Object.keys(ICONS)) {
      const { host } = await show(Icon, { name });
      expect(host.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
      expect(host.querySelector('path')?.getAttribute('d')).toMatch(/^[Mm]/);
    }
  });
});
