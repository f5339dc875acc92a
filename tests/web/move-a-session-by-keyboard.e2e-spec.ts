import type { Page } from '@playwright/test';
import { Board } from './support/board';
import { ESSEX, passwordOf } from './support/demo';
import { focusFault, tabTo } from './support/focus';
import { expect, test } from './support/journey';
import { look } from './support/look';

const TITLE = 'Reflection and close';

test.describe('Priya moves a session of the Essex cohort by keyboard alone', () => {
  test.describe.configure({ mode: 'serial' });
  let page: Page;
  let board: Board;
  test.beforeAll(async ({ journey }) => {
    page = await journey.open(null);
    board = new Board(page);
  });

  test('signs in', async () => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await look(page);
    await tabTo(page, page.getByLabel('Email address'));
    await page.keyboard.type('priya.nair@example.org');
    await tabTo(page, page.getByLabel('Password', { exact: true }));
    await page.keyboard.type(passwordOf('priya.nair@example.org'));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/staff$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await look(page);
  });

  test('reaches the board', async () => {
    await tabTo(page, page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name: 'Cohorts' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Cohorts' })).toBeFocused();
    await look(page);
    await tabTo(page, page.getByRole('table').getByRole('link', { name: ESSEX.name, exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: ESSEX.name })).toBeFocused();
    await look(page);
    await tabTo(page, page.getByRole('navigation', { name: 'Cohort' }).getByRole('link', { name: /^Schedule/ }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/schedule$/);
    await board.ready();
    await look(page);
  });

  test('takes the session up, hears each place, and puts it down', async () => {
    await tabTo(page, board.title(TITLE));
    await page.keyboard.press('m');
    await expect(board.said).toContainText(`Picked up ${TITLE}`);
    await expect(board.said).toContainText('Use the arrow keys');
    await page.keyboard.press('ArrowDown');
    await expect(board.said).toContainText('This is the end of the day');
    await page.keyboard.press('ArrowUp');
    await expect(board.said).toContainText(`${ESSEX.first.heading}, 16:00 to 16:45, Chelmer suite`);
    await page.keyboard.press('ArrowRight');
    await expect(board.said).toContainText('Colne room');
    // 23 people do not fit into a room of 16: the verdict is heard before anything is done.
    await expect(board.said).toContainText(/Colne room.*(too small|holds|seats|places)/i);
    await look(page);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(board.said).toContainText(`${TITLE} is now on ${ESSEX.first.heading}, 16:00 to 16:45, Chelmer suite`);
    await expect(board.title(TITLE, '16:00 to 16:45')).toBeFocused();
    expect(await focusFault(page)).toBe('');
    await board.settled();
  });

  test('takes the move back, and makes it again', async () => {
    await page.keyboard.press('Control+z');
    await expect(board.title(TITLE, '16:15 to 17:00')).toBeFocused();
    await expect(page.locator('app-live-region')).toContainText('Undone');
    await board.settled();
    await page.keyboard.press('Control+Shift+z');
    await expect(board.title(TITLE, '16:00 to 16:45')).toBeFocused();
    await tabTo(page, page.getByRole('button', { name: 'Undo', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(board.title(TITLE, '16:15 to 17:00')).toBeVisible();
    expect(await focusFault(page)).toBe('');
    await board.settled();
  });

  test('takes a move back after the page was loaded again, and makes it again after another', async () => {
    const again = async (words: string, time: string) => {
      await page.reload();
      await board.ready();
      await page.getByRole('button', { name: words, exact: true }).click();
      await expect(board.title(TITLE, time)).toBeVisible();
      await board.settled();
    };
    await again('Redo', '16:00 to 16:45');
    await again('Undo', '16:15 to 17:00');
  });

  test('lets go with Escape, and nothing has moved', async () => {
    await tabTo(page, board.title(TITLE));
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    await expect(board.said).toContainText('The session stays where it was');
    await expect(board.title(TITLE, '16:15 to 17:00')).toBeFocused();
    await expect(page.locator('.landing')).toHaveCount(0);
  });

  test('chooses another time and room in the Move dialog', async () => {
    await page.keyboard.press('Tab');
    await expect(board.grip(TITLE)).toBeFocused();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `Move ${TITLE}` });
    await expect(dialog).toBeVisible();
    await look(page, { within: 'dialog[open]' });
    expect(await focusFault(page)).toBe('');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(board.grip(TITLE)).toBeFocused();

    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByLabel('Start time'));
    await page.keyboard.press('ArrowUp');
    await tabTo(page, dialog.getByLabel('Room'));
    await page.keyboard.press('End');
    await expect(dialog.getByLabel('Room').locator('option:checked')).toHaveText(/Online/);
    await expect(dialog.getByRole('status')).not.toBeEmpty();
    await page.keyboard.press('Home');
    await expect(dialog.getByLabel('Room').locator('option:checked')).toHaveText(/Chelmer suite/);
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: 'Close without saving?' });
    await tabTo(page, question.getByRole('button', { name: 'Keep editing' }));
    await page.keyboard.press('Enter');
    await expect(question).toBeHidden();
    await tabTo(page, dialog.getByRole('button', { name: 'Move session' }));
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(board.title(TITLE, '16:00 to 16:45')).toBeVisible();
    expect(await focusFault(page)).toBe('');
    await board.settled();
    await page.keyboard.press('Control+z');
    await expect(board.title(TITLE, '16:15 to 17:00')).toBeVisible();
    expect(await focusFault(page)).toBe('');
    await board.settled();
  });
});
