import { show } from '@waymark/shared/testing-web/show';
import { Radios } from './radios';

const options = [
  { value: 'a', label: 'Essex County Council' },
  { value: 'b', label: 'Powys Wŷn Council' },
];

describe('Radios', () => {
  it('give the chosen value', async () => {
    const radios = await show(Radios, { name: 'r', label: 'R', options });
    radios.host.querySelectorAll('input')[1]!.click();
    expect(radios.page.componentInstance.value()).toBe('b');
  });
});
