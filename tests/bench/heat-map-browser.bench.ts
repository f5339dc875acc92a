import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import type { BenchContext, BenchLine, BenchResult } from '../../tools/bench-context';
import type { Measured } from './heat-map-in-page';

const JUDGE = 5;
const HEAT_MAP = 8;
const PAGE = 'https://waymark.test/';

/** The engine where it is used: in a page, in one frame of sixty a second. */
export async function bench(context: BenchContext): Promise<BenchResult> {
  const script = await bundled(context);
  const browser = await chromium.launch({ ...(await context.browser()), headless: true });
  try {
    const page = await browser.newPage();
    // Alone in its process, as these headers make it, a page has a clock of 5 µs instead of 100.
    const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
    await page.route(PAGE, (route) => route.fulfill({ headers, contentType: 'text/html', body: '<!doctype html><title>Waymark</title>' }));
    await page.goto(PAGE);
    await page.addScriptTag({ content: script });
    const { sessions, targets, judge, heatMap } = await page.evaluate(() =>
      (globalThis as unknown as { measureTimetable(): Measured }).measureTimetable(),
    );
    return {
      name: `Timetable of ${sessions} sessions in Chromium ${browser.version()}`,
      lines: [
        recorded('judge a move, p50', judge.p50),
        atMost('judge a move, p95', judge.p95, JUDGE),
        recorded('judge a move, slowest of 2,000', judge.slowest),
        recorded(`heat map of ${targets} targets, p50`, heatMap.p50),
        atMost(`heat map of ${targets} targets, p95`, heatMap.p95, HEAT_MAP),
        recorded('heat map, slowest of 120', heatMap.slowest),
      ],
    };
  } finally {
    await browser.close();
  }
}

async function bundled({ root, folder }: BenchContext): Promise<string> {
  const bundle = await rolldown({
    input: join(root, 'tests/bench/heat-map-in-page.ts'),
    platform: 'browser',
    tsconfig: join(root, 'tsconfig.base.json'),
  });
  const { output } = await bundle.write({ file: join(folder, 'page.js'), format: 'iife', minify: true });
  await bundle.close();
  return output[0].code;
}

const recorded = (figure: string, value: number): BenchLine => ({ figure, value, unit: 'ms', goal: '', met: true });
const atMost = (figure: string, value: number, goal: number): BenchLine => ({
  figure,
  value,
  unit: 'ms',
  goal: `< ${goal} ms`,
  met: value < goal,
});
