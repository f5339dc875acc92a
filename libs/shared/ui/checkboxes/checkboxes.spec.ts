import { show } from '@waymark/shared/testing-web/show';
import { Checkboxes } from './checkboxes';

const options = [
  { value: 'a', label: 'Essex County Council' },
  { value: 'b', label: 'Powys Wŷn Council' },
];

describe('Checkboxes', () => {
  it('list what is ticked in the order of the options', async () => {
    const { page, host } = await show(Checkboxes, { name: 'c', label: 'C', options, value: ['b'] });
    host.querySelectorAll('input')[0]!.click();
    expect(page.componentInstance.value()).toEqual(['a', 'b']);
    await page.whenStable();
    host.querySelectorAll('input')[1]!.click();
    expect(page.componentInstance.value()).toEqual(['a']);
  });
});
