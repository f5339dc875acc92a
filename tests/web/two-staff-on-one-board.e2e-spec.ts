import type { Locator, Page, Route } from '@playwright/test';
import { LIMITS } from '../../tools/patience.mjs';
import { Board } from './support/board';
import { makeCohort } from './support/cohort';
import { ESSEX } from './support/demo';
import { expect, test } from './support/journey';
import { look } from './support/look';

const WELCOME = 'Welcome: leading through place';
const SHOWCASE = 'Showcase and certificates';

test.describe('Two staff work at one board', () => {
  test.describe.configure({ mode: 'serial' });
  let priya: Page;
  let sam: Page;
  let hers: Board;
  let his: Board;
  test.beforeAll(async ({ journey }) => {
    priya = await journey.open('priya.nair@example.org');
    sam = await journey.open('sam.okoro@example.org');
    const id = await makeCohort(priya.context().request, 'Rutland');
    for (const page of [priya, sam]) await page.goto(`/cohorts/${id}/schedule`);
    [hers, his] = [new Board(priya), new Board(sam)];
    await hers.ready();
    await his.ready();
  });

  test('each is told that the other is there', async () => {
    const soon = { timeout: LIMITS.beat }; // being here is said every nine seconds
    await expect(priya.getByText('Sam Okoro is also here')).toBeVisible(soon);
    await expect(sam.getByText('Priya Nair is also here')).toBeVisible(soon);
    await look(sam);
  });

  test('one moves a session, and the other sees where to, and who did it', async () => {
    await hers.step(WELCOME, 'ArrowDown');
    await expect(hers.title(WELCOME, '9:45 to 10:45')).toBeVisible();
    await hers.settled();
    await seen(sam, his.title(WELCOME, '9:45 to 10:45'));
    await expect(sam.locator('.schedule-notice')).toContainText(`Priya Nair moved ${WELCOME} to ${ESSEX.first.short()}, 09:45`);
    await look(sam);
    await sam.getByRole('button', { name: 'Dismiss' }).click();
    await expect(sam.locator('.schedule-notice')).toHaveCount(0);
  });

  test('what comes from elsewhere leaves the focus and the undo steps of the other alone', async () => {
    await his.step(SHOWCASE, 'ArrowUp');
    await expect(his.title(SHOWCASE, '15:15 to 16:15')).toBeFocused();
    await his.settled();
    await hers.step(WELCOME, 'ArrowUp');
    await hers.settled();
    await seen(sam, his.title(WELCOME, '9:30 to 10:30'));
    await expect(his.title(SHOWCASE, '15:15 to 16:15')).toBeFocused();
    await sam.keyboard.press('Control+z');
    await expect(his.title(SHOWCASE, '15:30 to 16:30')).toBeVisible();
    await his.settled();
    await seen(priya, hers.title(SHOWCASE, '15:30 to 16:30'));
  });

  test('a move that comes too late is explained, and can be made all the same', async () => {
    // Sam's window hears nothing for a while, as in a train: his move starts from a place that is no longer true.
    await sam.route('**/schedule/changes*', (route) => route.abort());
    await hers.step(WELCOME, 'ArrowDown');
    await hers.settled();
    await his.step(WELCOME, 'ArrowUp');
    const late = sam.getByRole('main').getByRole('alert').filter({ hasText: 'before your move was saved' });
    await expect(late).toContainText(`Priya Nair moved ${WELCOME} to 09:45 before your move was saved`);
    await expect(his.title(WELCOME, '9:45 to 10:45')).toBeVisible();
    await look(sam);
    await late.getByRole('button', { name: 'Make my move anyway' }).click();
    await expect(late).toHaveCount(0);
    await expect(his.title(WELCOME, '9:15 to 10:15')).toBeVisible();
    await his.settled();
    await seen(priya, hers.title(WELCOME, '9:15 to 10:15'));
    await expect(priya.locator('.schedule-notice')).toContainText(`Sam Okoro moved ${WELCOME}`);
  });

  test('or it is left where the other put it', async () => {
    await hers.step(WELCOME, 'ArrowDown');
    await hers.settled();
    await his.step(WELCOME, 'ArrowDown', 2);
    await sam.getByRole('button', { name: 'Keep their change' }).click();
    await expect(his.title(WELCOME, '9:30 to 10:30')).toBeVisible();
    await sam.unroute('**/schedule/changes*');
  });

  test('somebody who leaves is no longer shown', async () => {
    await sam
      .getByRole('navigation', { name: 'Cohort' })
      .getByRole('link', { name: /^Overview/ })
      .click();
    await expect(priya.getByText('Sam Okoro is also here')).toHaveCount(0, { timeout: LIMITS.beat });
  });
});

/** What was saved reaches the other board with the next look that it takes: every later one is held back until it is seen. */
async function seen(page: Page, block: Locator): Promise<void> {
  const looks = '**/schedule/changes*';
  let first = true;
  const held: Route[] = [];
  const once = async (route: Route) => {
    if (!first) return void held.push(route);
    first = false;
    await route.continue();
  };
  await page.route(looks, once);
  await expect(block).toBeVisible();
  await page.unroute(looks, once);
  await Promise.all(held.map((route) => route.continue()));
}
