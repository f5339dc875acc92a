import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../../tools/browser.mjs';

const { executablePath, env } = await findBrowser();
const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);

/** Run by `npm run e2e`, which starts a server with the demo data and names it in BASE_URL. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e-spec.ts',
  outputDir: '../../test-results',
  reporter: [['list'], ['json']],
  workers: 2,
  retries: 0,
  forbidOnly: true,
  use: {
    baseURL: process.env['BASE_URL'],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: BROWSER_ARGS, env: { ...Object.fromEntries(inherited), ...env } },
  },
});
