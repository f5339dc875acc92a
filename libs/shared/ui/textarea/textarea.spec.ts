import { show, type } from '@waymark/shared/testing-web/show';
import { Textarea } from './textarea';

describe('Textarea', () => {
  it('counts what is left, and what is too much', async () => {
    const { page, host } = await show(Textarea, { name: 't', label: 'T', max: 10, value: 'four' });
    expect(host.querySelector('#t-count')?.textContent).toBe('You have 6 characters left');
    type(host.querySelector('textarea')!, 'eleven long');
    await page.whenStable();
    expect(host.querySelector('#t-count')?.textContent).toBe('You have 1 character too many');
  });
});
