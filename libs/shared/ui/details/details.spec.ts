import { show } from '@waymark/shared/testing-web/show';
import { Details } from './details';

describe('Details', () => {
  it('is named by its summary', async () => {
    expect((await show(Details, { summary: 'More' })).host.querySelector('summary')?.textContent?.trim()).toBe('More');
  });
});
