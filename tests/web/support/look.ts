import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing for axe to find, and no scrolling sideways, as the page stands; at other widths too when they are named. */
export async function look(page: Page, { within = 'body', widths = [] as number[] } = {}): Promise<void> {
  const before = page.viewportSize()!;
  for (const width of widths.length ? widths : [before.width]) {
    if (width !== page.viewportSize()!.width) await page.setViewportSize({ width, height: before.height });
    const where = `${new URL(page.url()).pathname} at ${width} px`;
    const { violations } = await new AxeBuilder({ page }).include(within).withTags(TAGS).analyze();
    expect(
      violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(', ')}`),
      where,
    ).toEqual([]);
    expect(await sideways(page), where).toBe(0);
  }
  if (widths.length) await page.setViewportSize(before);
}

/** How far the page scrolls sideways, in pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
