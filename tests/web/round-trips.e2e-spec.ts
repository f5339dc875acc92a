import { expect, test, type Page, type Request } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, send } from './support/api';

const accounts = JSON.parse(readFileSync(join(import.meta.dirname, '../../apps/api/demo-accounts.json'), 'utf8')) as {
  email: string;
  password: string;
  role: string;
}[];

/** Pages and what their main content begins with. `COHORT` is the demo's Essex cohort. */
const PAGES: [who: string, path: string, main: (page: Page) => ReturnType<Page['locator']>][] = [
  ['Programme staff', '/staff', (page) => page.getByRole('heading', { name: 'What needs your attention' })],
  ['Programme staff', '/cohorts', (page) => page.getByRole('link', { name: 'Top Talent: Essex 2027' })],
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
    test(`of ${path} is there after two round trips to the API`, async ({ page, request }) => {
      const { email, password } = accounts.find(({ role }) => role === who)!;
      await send(page.context().request, 'post', '/session', { email, password });
      const staff = accounts.find(({ role }) => role === 'Programme staff')!;
      await send(request, 'post', '/session', { email: staff.email, password: staff.password });
      const { items } = await read<{ items: { id: string; code: string }[] }>(request, '/cohorts');
      const address = path.replace('COHORT', items.find(({ code }) => code === 'TT-ESSEX-2027-06')!.id);

      const calls: { path: string; sent: number; answered: number }[] = [];
      // By the order in which the browser tells of them.
      const sent = new Map<Request, number>();
      page.on('request', (asked) => sent.set(asked, performance.now()));
      page.on('response', (answer) => {
        const { pathname } = new URL(answer.url());
        if (pathname.startsWith('/api/')) calls.push({ path: pathname, sent: sent.get(answer.request())!, answered: performance.now() });
      });
      await page.goto(address);
      await expect(main(page)).toBeVisible();
      await expect.poll(() => calls.length).toBeGreaterThan(0);
      await page.waitForLoadState('networkidle');
      // A call that was sent after another was answered had to wait for it, or at least did. The board's own watch begins when it is shown.
      const before = calls.filter(({ path: called }) => !/presence|changes|look$/.test(called));
      expect(tripsOf(before), JSON.stringify(before)).toBeLessThanOrEqual(2);
    });
  }
});

/** The longest chain of calls of which each was sent after the one before was answered. */
function tripsOf(calls: { sent: number; answered: number }[]): number {
  const ordered = [...calls].sort((a, b) => a.sent - b.sent);
  const depth = new Map<(typeof ordered)[number], number>();
  for (const call of ordered) {
    const before = ordered.filter((other) => depth.has(other) && other.answered <= call.sent).map((other) => depth.get(other)!);
    depth.set(call, 1 + Math.max(0, ...before));
  }
  return Math.max(0, ...depth.values());
}
