import { show } from '@waymark/shared/testing-web/show';
import { TimeInput } from './time-input';

describe('TimeInput', () => {
  it('shows on leaving what it understood', async () => {
    const { page, host } = await show(TimeInput, { name: 't', label: 'T' });
    const box = host.querySelector('input')!;
    box.value = '1:15pm';
    box.dispatchEvent(new Event('change'));
    expect(page.componentInstance.value()).toBe('13:15');
    expect(box.value).toBe('13:15');
  });
});
