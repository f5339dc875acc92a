import { show } from '@waymark/shared/testing-web/show';
import { FilterGroup } from './filter-group';

describe('FilterGroup', () => {
  it('adds what is ticked', async () => {
    const group = await show(FilterGroup, { name: 'status', label: 'Status', options: [{ value: 'a', label: 'A', count: 2 }], value: [] });
    group.host.querySelector('input')!.click();
    expect(group.page.componentInstance.value()).toEqual(['a']);
  });
});
