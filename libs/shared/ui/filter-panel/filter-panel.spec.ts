import { show } from '@waymark/shared/testing-web/show';
import { FilterPanel } from './filter-panel';

describe('FilterPanel', () => {
  it('applies its filters together', async () => {
    const panel = await show(FilterPanel, { chosen: 1 }, true);
    let applied = 0;
    panel.page.componentInstance.applied.subscribe(() => applied++);
    panel.host.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    expect(applied).toBe(1);
  });
});
