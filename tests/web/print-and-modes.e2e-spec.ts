import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { read } from './support/api';
import { Board } from './support/board';
import { ESSEX } from './support/demo';
import { expect, test } from './support/journey';
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

test.describe('At 320 pixels', () => {
  const NARROW = { viewport: { width: 320, height: 640 } };
  test('no page of staff scrolls sideways', async ({ journey }) => {
    const page = await journey.open('priya.nair@example.org', NARROW);
    const id = ESSEX.id;
    const { items: venues } = await read<{ items: { id: string }[] }>(page.context().request, '/venues');
    const { items: programmes } = await read<{ items: { id: string; publishedId: string }[] }>(page.context().request, '/programmes');
    const { items: facilitators } = await read<{ items: { id: string }[] }>(page.context().request, '/facilitators');
    const { items: people } = await read<{ items: { id: string }[] }>(page.context().request, '/people');
    const paths = [
      '/staff',
      '/cohorts',
      '/cohorts/new',
      ...['overview', 'people', 'schedule', 'schedule/release', 'settings'].map((part) => `/cohorts/${id}/${part}`),
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
      '/organisations/new',
      '/settings',
      '/settings/holidays',
      '/account',
    ];
    expect(await tooWide(page, paths)).toEqual([]);
  });

  test('no page of the register keeper scrolls sideways', async ({ journey }) => {
    const page = await journey.open('iris.kemp@example.org', NARROW);
    const { items: proposals } = await read<{ items: { id: string }[] }>(page.context().request, '/register-proposals');
    const paths = [
      '/staff',
      '/organisations',
      '/organisations/new',
      '/organisations/import',
      '/organisations/proposals',
      '/settings/holidays',
    ];
    expect(await tooWide(page, [...paths, `/organisations/proposals/${proposals[0]!.id}`])).toEqual([]);
    await look(page);
  });

  test('no page of people who take part scrolls sideways', async ({ journey }) => {
    const page = await journey.open('adaeze.okonkwo@example.org', NARROW);
    expect(await tooWide(page, ['/my', '/my/agenda', '/my/access-needs', '/account', '/help'])).toEqual([]);
    await look(page);
  });
});

async function tooWide(page: Page, paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first(), path).toBeVisible();
    await expect(page.locator('app-loading-state'), path).toHaveCount(0);
    const width = await sideways(page);
    if (width > 0) found.push(`${path}: ${width} px`);
  }
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
