import { expect, test, type Page } from '@playwright/test';
import { send } from './support/api';
import { accounts } from './support/demo';

// The browser's own question before a page goes: with something typed, and never without.

/** Addresses that differ by an id alone are one page. */
const patternOf = (path: string): string => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');

/** The pages that links lead to from where somebody begins, each once. */
async function eachPage(page: Page, visit: (path: string) => Promise<void>): Promise<string[]> {
  const waiting = ['/'];
  const seen = new Set<string>();
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    if (seen.has(patternOf(path))) continue;
    seen.add(patternOf(path));
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    const links = await page.locator('a[href^="/"]:not([download])').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    waiting.push(...links.map((link) => link.split(/[?#]/)[0]!).filter((link) => !link.startsWith('/api/')));
    await visit(path);
  }
  return [...seen];
}

/** Whether the browser asks when the page is loaded again. It does so only where somebody has pressed something. */
async function asksOnReload(page: Page): Promise<boolean> {
  let asked = false;
  const answer = async (dialog: import('@playwright/test').Dialog) => {
    asked ||= dialog.type() === 'beforeunload';
    await dialog.accept();
  };
  page.on('dialog', answer);
  await page.keyboard.press('Shift');
  await page.mouse.click(2, 2);
  await page.reload();
  page.off('dialog', answer);
  return asked;
}

const FORMS = 'main form:not([role=search], .filter form)';
const TEXT = ':is(input[type=text], input:not([type]), textarea):not([role=combobox]):visible:enabled';

/** How many pages somebody has, and with how many forms: if the way to them were lost, nothing would be tried. */
const AT_LEAST: Record<string, [pages: number, forms: number]> = {
  'Programme staff': [30, 11],
  Administrator: [30, 0],
  Employer: [7, 0],
  Participant: [9, 0],
  Facilitator: [10, 0],
};

for (const { role, email, password } of accounts.filter(({ role }, at) => accounts.findIndex((one) => one.role === role) === at)) {
  test(`${email} (${role}) is asked nothing where nothing was typed, and is asked in every form where something was`, async ({ page }) => {
    await send(page.context().request, 'post', '/session', { email, password });
    const asked: string[] = [];
    const lost: string[] = [];
    const typed: string[] = [];
    const pages = await eachPage(page, async (path) => {
      const field = page.locator(FORMS).locator(TEXT).first();
      const isForm = (await field.count()) > 0;
      if (await asksOnReload(page)) asked.push(path);
      // Administrators have the forms of programme staff.
      if (!isForm || role === 'Administrator') return;
      await field.pressSequentially('x');
      typed.push(patternOf(path));
      if (!(await asksOnReload(page))) lost.push(path);
    });
    expect([asked, lost]).toEqual([[], []]);
    const [found, forms] = AT_LEAST[role] ?? [0, 0];
    expect(pages.length).toBeGreaterThanOrEqual(found);
    expect(typed.length).toBeGreaterThanOrEqual(forms);
  });
}
