import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from '../../tools/browser.mjs';
import { LIMITS } from '../../tools/patience.mjs';

const { executablePath, env } = await findBrowser();
const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);

/** Run by `npm run e2e`, which starts a server with the demo data and names it in BASE_URL. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e-spec.ts',
  outputDir: '../../test-results',
  reporter: [['list'], ['json']],
  workers: 2,
  retries: 1, // what passes only then is named at the end of `npm test`, to be mended
  forbidOnly: true,
  timeout: LIMITS.browserTest,
  expect: { timeout: LIMITS.sight },
  use: {
    baseURL: process.env['BASE_URL'],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    actionTimeout: LIMITS.sight,
    navigationTimeout: LIMITS.sight,
    trace: 'retain-on-failure',
    launchOptions: { executablePath, args: BROWSER_ARGS, env: { ...Object.fromEntries(inherited), ...env } },
  },
});
