import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { read } from './support/api';
import { Board } from './support/board';
import { ESSEX } from './support/demo';
import { expect, PHONE, test } from './support/journey';
import { look, sideways } from './support/look';

test.describe('The board on paper', () => {
  test('has a page for each day, and no buttons', async ({ journey }) => {
    const page = await journey.open('priya.nair@example.org');
    await page.goto(`/cohorts/${ESSEX.id}/schedule`);
    await new Board(page).ready();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Check and release' })).toBeHidden();
    await expect(page.getByRole('navigation', { name: 'Service' })).toBeHidden();
    const pdf = await page.pdf({ format: 'A4', landscape: true, preferCSSPageSize: true });
    expect(pagesOf(pdf)).toBe(2);
  });
});

test.describe('Other ways of seeing', () => {
  test('in forced colours blocks keep their edges, and a clash is not told by colour alone', async ({ journey }, info) => {
    const page = await journey.open('priya.nair@example.org', { forcedColors: 'active' });
    await page.goto(`/cohorts/${ESSEX.id}/schedule`);
    const board = new Board(page);
    await board.ready();
    const edges = await page.locator('li[app-board-block]').evaluateAll(
      (blocks) =>
        blocks.filter((block) => {
          const style = getComputedStyle(block);
          return ['Top', 'Left', 'Right', 'Bottom'].every(
            (side) => parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) === 0,
          );
        }).length,
    );
    expect(edges, 'blocks without any edge').toBe(0);
    await expect(page.locator('.session__flag').first()).toBeVisible();
    await look(page);
    await info.attach('forced colours', { body: await page.screenshot({ fullPage: true }), contentType: 'image/png' });
  });

  test('with reduced motion nothing moves by itself', async ({ journey }) => {
    const page = await journey.open('priya.nair@example.org', { reducedMotion: 'reduce' });
    await page.goto(`/cohorts/${ESSEX.id}/schedule`);
    await new Board(page).ready();
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('body *')].flatMap((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const longest = Math.max(
          ...transitionDuration.split(',').map(parseFloat),
          animationName === 'none' ? 0 : Math.max(...animationDuration.split(',').map(parseFloat)),
        );
        return longest > 0.01 ? [`${element.tagName}.${element.className}`] : [];
      }),
    );
    expect(moving).toEqual([]);
  });
});

test.describe('Lists on paper', () => {
  test('show every column and nothing to press', async ({ journey }) => {
    const page = await journey.open('priya.nair@example.org', { viewport: PAPER });
    await page.emulateMedia({ media: 'print' });
    for (const path of [
      '/people',
      '/cohorts',
      `/cohorts/${ESSEX.id}/people`,
      '/organisations',
      '/venues',
      '/facilitators',
      '/programmes',
    ]) {
      await there(page, path);
      await expect(page.locator('.table'), path).toBeVisible();
      expect(await cut(page), path).toEqual([]);
      const pressed = page.locator('main').locator('button:not(.table__button), .govuk-button, input, select').filter({ visible: true });
      expect(await pressed.evaluateAll((all) => all.map((one) => one.outerHTML.slice(0, 90))), path).toEqual([]);
    }
    await there(page, '/programmes');
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
  });

  test('and an agenda says of each session what it is about', async ({ journey }) => {
    const page = await journey.open('adaeze.okonkwo@example.org', { viewport: PAPER });
    await page.emulateMedia({ media: 'print' });
    await there(page, '/my/agenda');
    await expect(page.locator('.my-agenda__more p').first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Add to calendar' })).toBeHidden();
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
  });
});

test.describe('With names as long as any', () => {
  const WIDTHS = [390, 320];

  test('no page of staff is cut or scrolls sideways on a phone', async ({ journey }) => {
    test.slow();
    const page = await journey.open('priya.nair@example.org', { viewport: { width: WIDTHS[0]!, height: 640 } });
    const id = ESSEX.id;
    const { items: venues } = await read<{ items: { id: string }[] }>(page.context().request, '/venues');
    const { items: programmes } = await read<{ items: { id: string; publishedId: string }[] }>(page.context().request, '/programmes');
    const { items: facilitators } = await read<{ items: { id: string }[] }>(page.context().request, '/facilitators');
    const { items: people } = await read<{ items: { id: string }[] }>(page.context().request, '/people');
    const { items: organisations } = await read<{ items: { id: string }[] }>(page.context().request, '/organisations');
    const paths = [
      '/staff',
      '/cohorts',
      '/cohorts/new',
      ...['overview', 'people', 'schedule', 'schedule/release', 'rooms', 'settings'].map((part) => `/cohorts/${id}/${part}`),
      '/programmes',
      `/programmes/${programmes[0]!.id}`,
      `/blueprints/${programmes[0]!.publishedId}`,
      '/venues',
      `/venues/${venues[0]!.id}`,
      '/facilitators',
      `/facilitators/${facilitators[0]!.id}`,
      '/people',
      '/people/new',
      `/people/${people[0]!.id}`,
      '/people/import',
      '/organisations',
      `/organisations/${organisations[0]!.id}`,
      '/organisations/new',
      '/settings',
      '/settings/holidays',
      '/account',
      '/account/second-step',
    ];
    expect(await tooWide(page, paths, WIDTHS)).toEqual([]);
  });

  for (const [who, email, paths] of [
    ['an administrator', 'sam.okoro@example.org', ['/settings']],
    ['people who take part', 'adaeze.okonkwo@example.org', ['/my', '/my/agenda', '/my/access-needs', '/account', '/help']],
    ['an employer', 'martin.doyle@example.org', ['/my/people', '/help']],
    [
      'the register keeper',
      'iris.kemp@example.org',
      ['/staff', '/organisations', '/organisations/new', '/organisations/import', '/organisations/proposals', '/settings/holidays'],
    ],
  ] as const)
    test(`no page of ${who} is cut or scrolls sideways on a phone`, async ({ journey }) => {
      const page = await journey.open(email, { viewport: { width: WIDTHS[0]!, height: 640 } });
      expect(await tooWide(page, [...paths], WIDTHS)).toEqual([]);
      await look(page);
    });
});

test('No table beside something else is cut on a wide screen', async ({ journey }) => {
  const page = await journey.open('priya.nair@example.org');
  const { items: programmes } = await read<{ items: { id: string }[] }>(page.context().request, '/programmes');
  const { items: facilitators } = await read<{ items: { id: string }[] }>(page.context().request, '/facilitators');
  for (const path of [`/programmes/${programmes[0]!.id}`, `/facilitators/${facilitators[0]!.id}`, '/cohorts', '/organisations']) {
    await there(page, path);
    await expect(page.locator('.table').first(), path).toBeVisible();
    expect(await cut(page), path).toEqual([]);
  }
});

test('On a phone the checks of a schedule are one press away', async ({ journey }) => {
  const page = await journey.open('priya.nair@example.org', PHONE);
  await there(page, `/cohorts/${ESSEX.id}/schedule`);
  await page.getByRole('button', { name: /^See \d+ checks? and \d+ sessions? not on the schedule$/ }).click();
  await expect(page.getByRole('heading', { name: /^Checks/ })).toBeInViewport();
  await expect(page.getByRole('heading', { name: /^Checks/ })).toBeFocused();
});

/** A4, upright, within its margins, at 96 pixels an inch. */
const PAPER = { width: 718, height: 1000 };

/** Longer than any place in the United Kingdom, and without a place to break. */
const LONGEST = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
const NAMES = /^(\w*[nN]ame|title|place|address|email|\w*[tT]itle|sentence|detail|subject|words|holder|purpose)$/;

async function there(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
  await expect(page.locator('app-loading-state'), path).toHaveCount(0);
}

/** Tables that are wider than their place, by what they list. */
const cut = (page: Page): Promise<string[]> =>
  page
    .locator('app-table .table__scroller')
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth)
        .map((one) => `${one.getAttribute('aria-label')}: ${one.scrollWidth - one.clientWidth} px`),
    );

/** What scrolls sideways or is cut at these widths, once every name that the API says is long. */
async function tooWide(page: Page, paths: string[], widths: number[]): Promise<string[]> {
  await page.route(/\/api\//, async (route) => {
    if (route.request().method() !== 'GET' || route.request().resourceType() === 'eventsource') return route.continue();
    const response = await route.fetch();
    if (!response.headers()['content-type']?.includes('json')) return route.fulfill({ response });
    const lengthened = (key: string, value: unknown) =>
      NAMES.test(key) && typeof value === 'string' && value ? `${value} ${LONGEST}` : value;
    return route.fulfill({ response, body: JSON.stringify(await response.json(), lengthened) });
  });
  const found: string[] = [];
  for (const path of paths) {
    await there(page, path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 640 });
      const over = await sideways(page);
      if (over > 0) found.push(`${path} at ${width}: ${over} px`);
      found.push(...(await cut(page)).map((table) => `${path} at ${width}: ${table}`));
    }
  }
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  return found;
}

/** Pages of a PDF, whose page tree may be inside packed streams. */
function pagesOf(pdf: Buffer): number {
  const count = (text: string): number => (text.match(/\/Type\s*\/Page(?![a-zA-Z])/g) ?? []).length;
  let pages = count(pdf.toString('latin1'));
  const text = pdf.toString('latin1');
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const from = match.index + match[0].length;
    const to = text.indexOf('endstream', from);
    try {
      pages += count(inflateSync(pdf.subarray(from, to)).toString('latin1'));
    } catch {
      continue; // not a packed stream
    }
  }
  return pages;
}
