import { expect, type Locator, type Page } from '@playwright/test';

/** What is wrong with the place where the focus stands: lost, out of sight, unmarked or covered. Empty when nothing is. */
export function focusFault(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    if (!at || at === document.body) return 'the focus is on the page as a whole';
    const name = `${at.tagName.toLowerCase()}#${at.id}.${at.className} "${(at.getAttribute('aria-label') ?? at.textContent).trim().slice(0, 40)}"`;
    // A radio or checkbox of GOV.UK's kind is drawn by its label; look at what people see.
    const drawn = at.matches('.govuk-radios__input, .govuk-checkboxes__input') ? (at.nextElementSibling as HTMLElement) : at;
    const box = drawn.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return `${name} cannot be seen`;
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    if (right - left < 2 || bottom - top < 2) return `${name} is outside the window`;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!hit || !(drawn.contains(hit) || hit.contains(drawn) || at.closest('label')?.contains(hit)))
      return `${name} is covered by ${hit?.tagName}.${hit?.className}`;
    const marks = (element: Element, pseudo?: string): boolean => {
      const style = getComputedStyle(element, pseudo);
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && style.outlineColor !== 'rgba(0, 0, 0, 0)';
      return outlined || style.boxShadow !== 'none';
    };
    // A heading takes the focus so that reading goes on there; nobody acts on it, so it need not be marked.
    return at.tabIndex < 0 || marks(at) || marks(drawn, '::before') ? '' : `${name} shows no focus`;
  });
}

/** Presses Tab (or Shift+Tab) until the focus is there, and looks at every stop on the way. */
export async function tabTo(page: Page, to: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(to).toHaveCount(1);
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press(key);
    const there = await to.evaluate((element) => element === document.activeElement);
    // Past the last stop the focus leaves for the window's own buttons, and comes back to the first.
    const fault = await focusFault(page);
    if (there || fault !== 'the focus is on the page as a whole') expect(fault).toBe('');
    if (there) return;
  }
  throw new Error(`Tab does not lead to ${to}`);
}
