import { test as base, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { LIMITS } from '../../../tools/patience.mjs';
import { send } from './api';
import { passwordOf } from './demo';
import { Watch } from './watch';

/** New names each time: a journey may run twice against one server. */
export const mark = `${Date.now().toString(36)}${process.pid.toString(36)}`;

export const DESK = { width: 1440, height: 900 };
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;

/** Opens windows for people, and looks over their shoulders. */
export class Journey {
  readonly watch: Watch;
  private readonly contexts: BrowserContext[] = [];

  constructor(
    private readonly browser: Browser,
    readonly baseURL: string,
    expected?: RegExp,
  ) {
    this.watch = new Watch(new URL(baseURL).origin, expected);
  }

  /** A window of somebody's own, signed in by the API unless `email` is null. */
  async open(email: string | null, options: BrowserContextOptions = {}, password?: string): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.baseURL,
      viewport: DESK,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      ...options,
    });
    context.setDefaultTimeout(LIMITS.sight);
    this.contexts.push(context);
    this.watch.add(context);
    if (email) await send(context.request, 'post', '/session', { email, password: password ?? passwordOf(email) });
    return context.newPage();
  }

  async end(): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()));
  }
}

/** `journey` lasts as long as a file's worker, so that the steps of a serial journey share their windows. */
export const test = base.extend<{ quiet: void }, { expected: RegExp; journey: Journey }>({
  expected: [/^$/, { option: true, scope: 'worker' }],
  journey: [
    async ({ browser, expected }, use) => {
      const journey = new Journey(browser, process.env['BASE_URL'] ?? '', expected);
      await use(journey);
      await journey.end();
    },
    { scope: 'worker' },
  ],
  quiet: [
    async ({ journey }, use) => {
      await use();
      base.expect(journey.watch.faults.splice(0), 'errors in the console, requests elsewhere, answers of 500 and more').toEqual([]);
    },
    { auto: true },
  ],
});
export { expect } from '@playwright/test';
