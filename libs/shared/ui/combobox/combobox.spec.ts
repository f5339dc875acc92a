import { press, show, type } from '@waymark/shared/testing-web/show';
import { Combobox } from './combobox';

const options = [
  { value: 'a', label: 'Essex County Council' },
  { value: 'b', label: 'Powys Wŷn Council' },
];

describe('Combobox', () => {
  it('finds without accents and chooses with the keyboard', async () => {
    const { page, host } = await show(Combobox, { name: 'o', label: 'O', options });
    const box = host.querySelector('input')!;
    type(box, 'wyn');
    await page.whenStable();
    expect([...host.querySelectorAll('[role=option]')].map((one) => one.textContent?.trim())).toEqual(['Powys Wŷn Council']);
    press(box, 'ArrowDown');
    await page.whenStable();
    expect(box.getAttribute('aria-activedescendant')).toBe('o-option-0');
    press(box, 'Enter');
    await page.whenStable();
    expect(page.componentInstance.value()).toBe('b');
    expect(box.value).toBe('Powys Wŷn Council');
    expect(box.getAttribute('aria-expanded')).toBe('false');
  });

  it('goes back to what was chosen when other text is left behind, and to nothing when emptied', async () => {
    const { page, host } = await show(Combobox, { name: 'o', label: 'O', options, value: 'a' });
    const box = host.querySelector('input')!;
    type(box, 'zzz');
    box.dispatchEvent(new Event('blur'));
    await page.whenStable();
    expect(box.value).toBe('Essex County Council');
    type(box, '');
    box.dispatchEvent(new Event('blur'));
    await page.whenStable();
    expect(page.componentInstance.value()).toBe('');
  });

  it('asks the page when it is remote, and keeps the label of a choice the next search drops', async () => {
    const { page, host } = await show(Combobox, { name: 'o', label: 'O', options, remote: true });
    const asked: string[] = [];
    page.componentInstance.searched.subscribe((text) => asked.push(text));
    const box = host.querySelector('input')!;
    type(box, 'ess');
    await page.whenStable();
    expect(asked).toEqual(['ess']);
    (host.querySelector('[role=option]') as HTMLElement).click();
    page.componentRef.setInput('options', []);
    await page.whenStable();
    expect(box.value).toBe('Essex County Council');
  });
});
