// What a visitor downloads, compressed: the build fails when a page has become too heavy. Run after `nx build web`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const LIMITS = { initial: 160 * KB, initialGoal: 130 * KB, css: 30 * KB, lazy: 80 * KB };
const root = join(import.meta.dirname, '..', 'dist/apps/web/browser');

const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};
if (!existsSync(join(root, 'index.html'))) fail('The web app is not built: run `nx build web` first.');

const size = (file) => gzipSync(readFileSync(join(root, file)), { level: 9 }).length;
const kb = (bytes) => `${(bytes / KB).toFixed(1)} kB`;
const total = (files) => [...files].reduce((sum, file) => sum + size(file), 0);

const html = readFileSync(join(root, 'index.html'), 'utf8');
const linked = (pattern) => [...html.matchAll(pattern)].map((match) => match[1]);
// A module also loads what it imports statically before it runs, preloaded or not.
const initial = new Set([...linked(/<script[^>]+src="([^"]+\.js)"/g), ...linked(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+\.js)"/g)]);
for (const file of initial) {
  const source = readFileSync(join(root, file), 'utf8');
  for (const [, imported] of source.matchAll(/(?:^|[;\s}])(?:import|export)\s*(?:[\w$*{][^"'()]*?from\s*)?["']\.\/([^"']+\.js)["']/g))
    initial.add(imported);
}
const styles = readdirSync(root).filter((file) => file.endsWith('.css'));
const lazy = readdirSync(root).filter((file) => file.endsWith('.js') && !initial.has(file));
if (initial.size === 0) fail('index.html names no script: the budget cannot be checked.');

const js = total(initial);
const css = total(styles);
const heaviest = lazy.map((file) => ({ file, bytes: size(file) })).sort((a, b) => b.bytes - a.bytes)[0];
console.log(`web: initial JavaScript ${kb(js)}, CSS ${kb(css)}, heaviest lazy chunk ${heaviest ? kb(heaviest.bytes) : 'none'} (gzip)`);

if (js > LIMITS.initial)
  fail(`The initial JavaScript is ${kb(js)} compressed; at most ${kb(LIMITS.initial)} may load before the first page.`);
if (css > LIMITS.css) fail(`The CSS is ${kb(css)} compressed; at most ${kb(LIMITS.css)} may load.`);
if (heaviest && heaviest.bytes > LIMITS.lazy)
  fail(`The lazy chunk ${heaviest.file} is ${kb(heaviest.bytes)} compressed; at most ${kb(LIMITS.lazy)} may load for one page.`);
if (js > LIMITS.initialGoal) console.warn(`web: the goal for initial JavaScript is ${kb(LIMITS.initialGoal)}`);
