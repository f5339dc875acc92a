import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

// Long walks over one page: both workers share them.
test.describe.configure({ mode: 'parallel' });
// A snapshot of this long page before and after each of some hundred keys took most of the time; faults name their element, and are in no need of one.
test.use({ trace: { mode: 'retain-on-failure', snapshots: false, screenshots: false } });

const WIDTHS = [1440, 390, 320];
const DIST = join(import.meta.dirname, '../../dist/apps/web-with-examples');

/** Long walks see every component in the first width, and in the others those that are said to depend on it (`apps/web/examples/examples.ts`). */
const examplesAt = (width: number): string => (width === WIDTHS[0] ? '/components' : '/components/every-width');

test.describe('The page of components', () => {
  for (const width of WIDTHS) {
    test(`has nothing for axe to find at ${width} px, also in its open states`, async ({ page }) => {
      await open(page, width, examplesAt(width));
      expect(await violations(page)).toEqual([]);

      // No style changes between 390 and 320 px, so what opens is as it was.
      if (width === 320) return;
      if (width === WIDTHS[0]) {
        await page.getByRole('button', { name: 'Show error messages' }).click();
        await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused();
        await page.getByRole('combobox', { name: 'Organisation', exact: true }).press('ArrowDown');
        expect(await violations(page, 'app-form-examples', 'app-combobox-examples')).toEqual([]);
      }
      await page.getByRole('button', { name: 'Remove 2 people' }).click();
      await page.getByRole('checkbox', { name: 'Select all 5 people' }).check();
      expect(await violations(page, 'app-undo-bar', 'app-list-examples')).toEqual([]);

      for (const name of ['Open a dialog', 'Someone else saved first', 'Session is about to end']) {
        await page.getByRole('button', { name }).click();
        const dialog = page.getByRole('dialog');
        await expect(dialog).toBeVisible();
        expect(await violations(page, 'dialog[open]')).toEqual([]);
        await dialog.getByRole('button').first().click();
        await expect(dialog).toBeHidden();
        await expect(page.getByRole('button', { name })).toBeFocused();
      }
    });

    test(`does not scroll sideways at ${width} px`, async ({ page }) => {
      await open(page, width);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    });

    test(`shows every stop of the Tab key at ${width} px: in sight, marked, and covered by nothing`, async ({ page }) => {
      await open(page, width, examplesAt(width));
      await page.getByRole('button', { name: 'Remove 2 people' }).click();
      await page.locator('.govuk-skip-link').focus();
      const { stops, faults } = await walk(page);
      expect(faults).toEqual([]);
      expect(stops).toBeGreaterThan(40);
    });

    test(`gives every target at least 24 by 24 px at ${width} px`, async ({ page }) => {
      await open(page, width);
      expect(await smallTargets(page)).toEqual([]);
    });
  }

  test('marks only the current page in forced colours', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await open(page, 1440);
    const lines = await page.locator('.service-nav li a, .sub-nav li a').evaluateAll((links) =>
      links.map((link) => {
        const style = getComputedStyle(link);
        return {
          current: link.hasAttribute('aria-current'),
          seen:
            style.borderBottomColor !== style.backgroundColor &&
            style.borderBottomColor !== getComputedStyle(document.body).backgroundColor,
        };
      }),
    );
    expect(lines.filter((line) => line.current).length).toBe(2);
    for (const line of lines) expect(line.seen).toBe(line.current);
  });

  test('keeps its text when letters, words and lines are spaced out', async ({ page }) => {
    await open(page, 320);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });

  test('asks no other origin for anything, and runs under a strict content security policy', async ({ page, baseURL }) => {
    const asked: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text());
    });
    await open(page, 1440);
    await page.getByText('Wŷn-Evans').waitFor();
    const origin = new URL(baseURL!).origin;
    expect(asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
    expect(asked.length).toBeGreaterThan(3);
    expect(refused).toEqual([]);
  });

  test('keeps filters, order, columns and page in the address', async ({ page }) => {
    await open(page, 1440);
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect(page.getByRole('link', { name: 'Hannah Brightwell' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('link', { name: 'Hannah Brightwell' })).toBeVisible();
    await page.getByRole('button', { name: 'Name', exact: true }).click();
    await expect(page).toHaveURL(/sort=-name/);
    await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
    await page.getByRole('checkbox', { name: 'Deferred' }).check();
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page.getByRole('heading', { name: '1 of 8 people' })).toBeVisible();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Attended' }).uncheck();
    await expect(page.getByRole('columnheader', { name: 'Attended' })).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: '1 of 8 people' })).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Attended' })).toHaveCount(0);
    await page.goBack();
    await expect(page.getByRole('columnheader', { name: 'Attended' })).toHaveCount(1);
    await page.getByRole('button', { name: 'Remove filter: Deferred' }).click();
    await expect(page.getByRole('heading', { name: '8 of 8 people' })).toBeVisible();
  });

  test('chooses from the combobox by keyboard alone, and by search', async ({ page }) => {
    await open(page, 1440);
    const box = page.getByRole('combobox', { name: 'Organisation', exact: true });
    await box.fill('powys');
    await box.press('ArrowDown');
    await box.press('Enter');
    await expect(box).toHaveValue('Powys County Council');
    await box.fill('nothing like this');
    await expect(page.getByText('No results')).toBeVisible();
    await box.press('Escape');
    await expect(box).toHaveValue('Powys County Council');

    const remote = page.getByRole('combobox', { name: 'Organisation, searched on the server' });
    await remote.fill('police');
    await page.getByRole('option', { name: /Essex Police/ }).click();
    await expect(remote).toHaveValue('Essex Police');
  });

  test('leads from the error summary to the field', async ({ page }) => {
    await open(page, 390);
    await page.getByRole('button', { name: 'Show error messages' }).click();
    await page.getByRole('link', { name: /Start date must be a real date/ }).click();
    await expect(page.getByRole('group', { name: 'Start date' }).getByLabel('Day')).toBeFocused();
    await expect(page.getByRole('group', { name: 'Start date' })).toHaveAccessibleDescription(/real date/);
  });

  test('folds its navigation to a menu on a phone', async ({ page }) => {
    await open(page, 390);
    const link = page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name: 'Organisations' });
    await expect(link).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(link).toBeVisible();
    await expect(page.getByRole('button', { name: 'Message cohort' })).toBeHidden();
    await page.getByRole('button', { name: 'Actions', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Message cohort' })).toBeVisible();
  });

  test('moves focus to the heading of a new page, and says its name', async ({ page }) => {
    await open(page, 1440);
    await page.getByRole('link', { name: 'Help' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeFocused();
    await expect(page).toHaveTitle('Help – Waymark');
    await expect(page.locator('app-live-region [role=status]')).toHaveText(/^Help/);
  });
});

for (const width of WIDTHS) {
  test(`The pages that anybody may read have nothing for axe to find at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of [
      '/help',
      '/privacy',
      '/cookies',
      '/accessibility',
      '/not-allowed',
      '/service-problem',
      '/no-such-page',
      '/components/participant',
    ]) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // Text alone is the same in each width; the public shell around it, and participants' tabs, are not.
      if (width === WIDTHS[0] || path === '/help' || path === '/components/participant')
        expect({ path, found: await violations(page) }).toEqual({ path, found: [] });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  });
}

test('The built app bears our own face: no GOV.UK type, crest or icons', () => {
  const files = readdirSync(DIST, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.some((entry) => entry.name === 'index.html')).toBe(true);
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const text = `${entry.name}\n${statSync(path).size < 5_000_000 ? readFileSync(path, 'latin1') : ''}`;
    for (const mark of ['GDS Transport', 'govuk-crest', 'govuk-icon', '-v2.woff2'])
      expect(text.includes(mark), `${mark} in ${path}`).toBe(false);
  }
});

async function open(page: Page, width: number, path = '/components'): Promise<void> {
  await page.setViewportSize({ width, height: width > 1000 ? 900 : 800 });
  await page.goto(path);
  await page.getByRole('heading', { level: 1, name: 'Components' }).waitFor();
}

async function violations(page: Page, ...within: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  for (const part of within.length > 0 ? within : ['body']) axe.include(part);
  const { violations: found } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  return found.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Presses Tab through the page and judges each stop. */
async function walk(page: Page): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  let stops = 0;
  for (; stops < 300; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement as HTMLElement;
      if (at === document.body || at.dataset['walked']) return null;
      at.dataset['walked'] = 'yes';
      const name = `${at.tagName.toLowerCase()}#${at.id}.${at.className} ${(at.getAttribute('aria-label') ?? at.textContent).trim().slice(0, 40)}`;
      // A radio or checkbox of GOV.UK's kind is drawn by its label; look at what people see.
      const drawn = at.matches('.govuk-radios__input, .govuk-checkboxes__input') ? (at.nextElementSibling as HTMLElement) : at;
      const box = drawn.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) return `${name}: cannot be seen`;
      const inside = {
        left: Math.max(box.left, 0),
        right: Math.min(box.right, innerWidth),
        top: Math.max(box.top, 0),
        bottom: Math.min(box.bottom, innerHeight),
      };
      if (inside.right - inside.left < 2 || inside.bottom - inside.top < 2) return `${name}: is outside the window`;
      const hit = document.elementFromPoint((inside.left + inside.right) / 2, (inside.top + inside.bottom) / 2);
      if (!hit || !(drawn.contains(hit) || hit.contains(drawn) || at.closest('label')?.contains(hit)))
        return `${name}: is covered by ${hit?.tagName}.${hit?.className}`;
      const marks = (element: Element, pseudo?: string) => {
        const style = getComputedStyle(element, pseudo);
        return (
          (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 && style.outlineColor !== 'rgba(0, 0, 0, 0)') ||
          style.boxShadow !== 'none'
        );
      };
      return marks(at) || marks(drawn, '::before') ? 'fine' : `${name}: shows no focus`;
    });
    if (stop === null) break;
    if (stop !== 'fine') faults.push(stop);
  }
  return { stops, faults };
}

/** Buttons and fields under 24 by 24 px. Links in a sentence are excepted by the guideline. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, summary, select, input, nav a, .drop__item')]
      .filter((element) => element.checkVisibility())
      .flatMap((element) => {
        const box = (element.closest('label') ?? element).getBoundingClientRect();
        const inSentence = getComputedStyle(element).display === 'inline' && element.tagName === 'A';
        return inSentence || (box.width >= 24 && box.height >= 24)
          ? []
          : [`${element.tagName} ${element.className} ${element.textContent.trim()} ${box.width}×${box.height}`];
      }),
  );
}
