import { expect, type Locator, type Page } from '@playwright/test';

/** The schedule as people see it. Times are as on the page: '13:15'. */
export class Board {
  constructor(readonly page: Page) {}

  /** `day` is a part of its heading: 'Thursday 24 June'. */
  day(day: string): Locator {
    return this.page.locator('app-board-day-grid').filter({ has: this.page.getByRole('heading', { level: 2, name: day }) });
  }

  /** A session's block; its words tell kind, times, room and who. */
  block(title: string, words = ''): Locator {
    return this.page
      .locator('li[app-board-block]')
      .filter({ has: this.page.locator('.session__name', { hasText: exactly(title) }) })
      .filter({ hasText: words });
  }

  title(title: string, words = ''): Locator {
    return this.block(title, words).locator('.session__title');
  }

  grip(title: string, words = ''): Locator {
    return this.block(title, words).getByRole('button', { name: 'Move ' });
  }

  column(day: string, room: string): Locator {
    return this.day(day)
      .locator('.room')
      .filter({ has: this.page.getByRole('heading', { level: 3, name: room }) });
  }

  /** What the board says to people who hear it. */
  get said(): Locator {
    return this.page.locator('app-schedule-board > p[role=status]');
  }

  get saved(): Locator {
    return this.page.locator('.schedule-bar__say [role=status]');
  }

  async ready(): Promise<void> {
    await expect(this.page.locator('app-schedule-board')).toBeVisible();
  }

  async settled(): Promise<void> {
    await expect(this.saved).toHaveText(/saved \d/);
    await expect(this.saved).not.toHaveText(/^Saving/);
  }

  /** Takes a session up, steps with an arrow key, and puts it down. */
  async step(title: string, key: string, times = 1): Promise<void> {
    await this.title(title).focus();
    await this.page.keyboard.press('m');
    await expect(this.said).toContainText(`Picked up ${title}`);
    for (let time = 0; time < times; time++) await this.page.keyboard.press(key);
    await this.page.keyboard.press('Enter');
    await expect(this.said).toContainText(`${title} is now on`);
  }

  /** Where the top of a session dropped at `time` would be, in the window. */
  async spot(day: string, room: string, time: string): Promise<{ x: number; y: number }> {
    const spot = await this.column(day, room)
      .locator('[data-column]')
      .evaluate((column, minutes) => {
        const box = column.getBoundingClientRect();
        const row = parseFloat(getComputedStyle(column).getPropertyValue('--row'));
        return { x: box.left + box.width / 2, y: box.top + ((minutes - Number((column as HTMLElement).dataset['top'])) / 15) * row };
      }, minutesOf(time));
    return spot;
  }

  /** Carries a session with the mouse: from its block, or from the list of those not on the schedule. */
  async drag(from: Locator, to: { day: string; room: string; time: string }): Promise<void> {
    await this.column(to.day, to.room).scrollIntoViewIfNeeded();
    await from.scrollIntoViewIfNeeded();
    const box = (await from.boundingBox())!;
    const inTray = await from.evaluate((element) => element.classList.contains('todo'));
    const grip = inTray ? 12 : 8;
    await this.page.mouse.move(box.x + 30, box.y + 8);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + 40, box.y + 14);
    await expect(this.page.locator('.schedule--dragging')).toHaveCount(1);
    // The target may be further down than the window: near its edge the board scrolls by itself.
    await expect
      .poll(async () => {
        const spot = await this.spot(to.day, to.room, to.time);
        const height = this.page.viewportSize()!.height;
        const y = spot.y + grip + 2;
        await this.page.mouse.move(spot.x, Math.max(4, Math.min(height - 4, y)));
        return y > 0 && y < height ? (await this.page.locator('.landing .digits').allTextContents()).join() : 'out of sight';
      })
      .toBe(to.time.replace(/^0/, ''));
    await this.page.mouse.up();
    await expect(this.page.locator('.schedule--dragging')).toHaveCount(0);
  }
}

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

export const exactly = (words: string): RegExp => new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
