import { show } from '@waymark/shared/testing-web/show';
import { CountBadge } from './count-badge';

describe('CountBadge', () => {
  it('says what it counts', async () => {
    expect((await show(CountBadge, { value: 1200, about: 'people' })).host.textContent?.replace(/\s+/g, ' ')).toBe('1,200 people');
  });
});
