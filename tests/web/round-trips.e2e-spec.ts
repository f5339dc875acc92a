import { expect, test, type Locator, type Page, type Request, type Route } from '@playwright/test';
import { send } from './support/api';
import { accounts, ESSEX } from './support/demo';

/** Pages and what their main content begins with. `COHORT` is the demo's Essex cohort. */
const PAGES: [who: string, path: string, main: (page: Page) => ReturnType<Page['locator']>][] = [
  ['Programme staff', '/staff', (page) => page.getByRole('heading', { name: 'What needs your attention' })],
  ['Programme staff', '/cohorts', (page) => page.getByRole('link', { name: ESSEX.name })],
  ['Programme staff', '/cohorts/COHORT/overview', (page) => page.getByRole('heading', { name: 'Readiness' })],
  ['Programme staff', '/cohorts/COHORT/people', (page) => page.getByRole('link', { name: 'Adaeze Okonkwo' })],
  ['Programme staff', '/cohorts/COHORT/schedule', (page) => page.getByText('Secondment fair').first()],
  ['Programme staff', '/people', (page) => page.getByRole('table')],
  ['Programme staff', '/organisations', (page) => page.getByRole('table')],
  ['Participant', '/my', (page) => page.getByRole('heading', { level: 1 })],
  ['Participant', '/my/agenda', (page) => page.getByRole('heading', { level: 2 }).first()],
];

test.describe('The main content of a page', () => {
  for (const [who, path, main] of PAGES) {
    test(`of ${path} is there after two round trips to the API`, async ({ page }) => {
      const { email, password } = accounts.find(({ role }) => role === who)!;
      await send(page.context().request, 'post', '/session', { email, password });
      const address = path.replace('COHORT', ESSEX.id);

      const trips = new Trips(page);
      await trips.watch();
      await page.goto(address, { waitUntil: 'commit' });
      expect(await trips.until(main(page)), JSON.stringify(trips.made)).toBeLessThanOrEqual(2);
      expect(trips.made.length).toBeGreaterThan(0);
    });
  }
});

/**
 * Counts the round trips that a page needs, whatever the machine's speed: answers of the API are held back until the page has nothing
 * left to do without them, and are then let through together.
 */
class Trips {
  /** The calls of each round trip. */
  readonly made: string[][] = [];
  private held: Route[] = [];
  private readonly loading = new Set<Request>();

  constructor(private readonly page: Page) {}

  async watch(): Promise<void> {
    this.page.on('request', (request) => this.loading.add(request));
    this.page.on('requestfinished', (request) => this.loading.delete(request));
    this.page.on('requestfailed', (request) => this.loading.delete(request));
    // The board's own watch begins when it is shown.
    await this.page.route(/\/api\/(?!.*(presence|changes|look$))/, (route) => void this.held.push(route));
  }

  async until(shown: Locator): Promise<number> {
    while (!(await shown.isVisible())) {
      if (!(await this.idle()) || this.held.length === 0) continue;
      const now = this.held.splice(0);
      this.made.push(now.map((route) => new URL(route.request().url()).pathname));
      // A page may have given one up in the meantime.
      await Promise.all(now.map((route) => route.continue().catch(() => undefined)));
    }
    await this.page.unrouteAll({ behavior: 'ignoreErrors' });
    return this.made.length;
  }

  /** Whether the page waits for nothing but held answers: it has no file to load and nothing to run. */
  private async idle(): Promise<boolean> {
    await this.page.evaluate(
      () => new Promise<void>((done) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(() => done())))),
    );
    return [...this.loading].every((request) => this.held.some((route) => route.request() === request));
  }
}
