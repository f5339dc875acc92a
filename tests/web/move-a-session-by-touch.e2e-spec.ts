import type { CDPSession, Locator, Page } from '@playwright/test';
import { LIMITS } from '../../tools/patience.mjs';
import { Board } from './support/board';
import { makeCohort } from './support/cohort';
import { ESSEX } from './support/demo';
import { expect, PHONE, test } from './support/journey';
import { look } from './support/look';

const THURSDAY = ESSEX.first.heading;
const CLOSE = 'Reflection and close';
const WELCOME = 'Welcome: leading through place';
const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true } as const;

test.describe('Priya moves sessions by touch', () => {
  test.describe.configure({ mode: 'serial' });
  let cohort: string;
  let page: Page;
  let board: Board;
  let finger: Finger;

  test('opens the board on a tablet', async ({ journey }) => {
    page = await journey.open('priya.nair@example.org', TABLET);
    cohort = await makeCohort(page.context().request, 'Anglesey');
    await page.goto(`/cohorts/${cohort}/schedule`);
    board = new Board(page);
    finger = new Finger(await page.context().newCDPSession(page));
    await board.ready();
    await page.clock.install();
    await look(page);
  });

  /**
   * The page's clock stands meanwhile: a machine that is slow does not turn a swipe into a long press. It can only be set forward, and goes on
   * until it stands: by so much that a machine cannot take longer to say it.
   */
  async function quickly(work: () => Promise<void>): Promise<void> {
    await page.clock.pauseAt(new Date((await page.evaluate(() => Date.now())) + LIMITS.sight));
    await work();
    await page.clock.resume();
  }

  test('swipes over the board, and only scrolls', async () => {
    const block = board.block(WELCOME);
    await block.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    const at = await middle(block.locator('.session__title'));
    await finger.swipe(at, { x: at.x, y: at.y - 220 });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
    await expect(board.title(WELCOME, '9:30 to 10:30')).toBeVisible();
    await expect(page).toHaveURL(/\/schedule$/); // a swipe opens nothing

    await block.scrollIntoViewIfNeeded();
    const grip = await middle(board.grip(WELCOME));
    const from = await page.evaluate(() => scrollY);
    await quickly(() => finger.swipe(grip, { x: grip.x, y: grip.y - 220 }));
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(from + 50);
    await expect(board.title(WELCOME, '9:30 to 10:30')).toBeVisible();
  });

  test('rests a finger on the grip, carries the session half an hour earlier, and lets go', async () => {
    await board.block(CLOSE).scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy(0, 100)); // away from the edge, where the board would scroll by itself
    const at = await middle(board.grip(CLOSE));
    const row = await rowHeight(board.block(CLOSE));
    await finger.down(at);
    await expect(page.locator('.schedule--dragging')).toHaveCount(1);
    await finger.move({ x: at.x, y: at.y - row });
    await finger.move({ x: at.x, y: at.y - 2 * row });
    await expect(page.locator('.landing .digits')).toHaveText('15:45');
    await finger.up();
    await expect(page.locator('.schedule--dragging')).toHaveCount(0);
    await expect(board.title(CLOSE, '15:45 to 16:00')).toBeVisible();
    await board.settled();
  });

  test('taps Undo', async () => {
    await page.getByRole('button', { name: 'Undo', exact: true }).tap();
    await expect(board.title(CLOSE, '16:15 to 16:30')).toBeVisible();
    await board.settled();
  });

  test('a finger that moves too soon lifts nothing', async () => {
    const at = await middle(board.grip(CLOSE));
    await quickly(async () => {
      await finger.down(at);
      await finger.move({ x: at.x, y: at.y - 30 });
      await finger.move({ x: at.x, y: at.y - 60 });
      await finger.up();
    });
    await expect(page.locator('.schedule--dragging')).toHaveCount(0);
    await expect(board.title(CLOSE, '16:15 to 16:30')).toBeVisible();
  });

  test('moves a session on a phone by taps alone', async ({ journey }) => {
    const phone = await journey.open('priya.nair@example.org', PHONE);
    await phone.goto(`/cohorts/${cohort}/schedule`);
    const thursday = phone.locator('app-board-list section').filter({ has: phone.getByRole('heading', { name: THURSDAY }) });
    await expect(thursday.getByRole('listitem').first()).toBeVisible();
    await look(phone);
    const move = thursday.getByRole('button', { name: `Move ${CLOSE}, 16:15` });
    expect((await move.boundingBox())!.height, 'a target for a thumb').toBeGreaterThanOrEqual(44);
    await move.tap();
    const dialog = phone.getByRole('dialog', { name: `Move ${CLOSE}` });
    await look(phone, { within: 'dialog[open]' });
    await dialog.getByLabel('Start time').selectOption('16:00');
    await expect(dialog.getByRole('status')).not.toBeEmpty();
    await dialog.getByRole('button', { name: 'Move session' }).tap();
    await expect(dialog).toBeHidden();
    await expect(thursday.getByRole('listitem').filter({ hasText: CLOSE })).toContainText(/16:00 to 16:15/);
    await expect(phone.locator('.schedule-bar__say [role=status]')).toHaveText(/saved \d/);
    await phone.reload();
    await expect(thursday.getByRole('listitem').filter({ hasText: CLOSE })).toContainText(/16:00 to 16:15/);
  });
});

interface Point {
  x: number;
  y: number;
}

/** One finger, as the screen tells the browser of it. */
class Finger {
  constructor(private readonly screen: CDPSession) {}

  async down(at: Point): Promise<void> {
    await this.screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  }

  async move(to: Point): Promise<void> {
    await this.screen.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [to] });
  }

  async up(): Promise<void> {
    await this.screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async swipe(from: Point, to: Point): Promise<void> {
    await this.down(from);
    const steps = 12;
    for (let step = 1; step <= steps; step++)
      await this.move({ x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps });
    await this.up();
  }
}

async function middle(of: Locator): Promise<Point> {
  const box = (await of.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const rowHeight = (block: Locator): Promise<number> =>
  block.evaluate((element) => parseFloat(getComputedStyle(element).getPropertyValue('--row')) || 17);
