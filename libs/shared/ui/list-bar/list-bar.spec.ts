import { show } from '@waymark/shared/testing-web/show';
import { ListBar } from './list-bar';

describe('ListBar', () => {
  it('takes filters off one by one, and hides columns', async () => {
    const bar = await show(ListBar, { heading: '2 people', chips: [{ id: 'a', label: 'A' }], columns: [{ key: 'name', heading: 'Name' }] });
    const removed: string[] = [];
    bar.page.componentInstance.removed.subscribe((id) => removed.push(id));
    (bar.host.querySelector('[aria-label="Remove filter: A"]') as HTMLElement).click();
    expect(removed).toEqual(['a']);
    bar.host.querySelector('input')!.click();
    expect(bar.page.componentInstance.hidden()).toEqual(['name']);
  });
});
