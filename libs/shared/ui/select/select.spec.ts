import { show } from '@waymark/shared/testing-web/show';
import { Select } from './select';

const options = [
  { value: 'a', label: 'Essex County Council' },
  { value: 'b', label: 'Powys Wŷn Council' },
];

describe('Select', () => {
  it('gives the chosen value', async () => {
    const select = await show(Select, { name: 's', label: 'S', options, empty: 'Choose', value: 'b' });
    const box = select.host.querySelector('select')!;
    expect(box.value).toBe('b');
    box.value = '';
    box.dispatchEvent(new Event('change'));
    expect(select.page.componentInstance.value()).toBe('');
  });
});
