// After the web build: compressed copies beside every file, and what the browser has to load, against our budgets.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Stop } from './bootstrap.mjs';

const COMPRESSIBLE = new Set(['.js', '.css', '.html', '.svg', '.json', '.txt', '.webmanifest', '.ico', '.map']);
const WORTH_IT = 1024; // bytes; a smaller file fits into one packet anyway
const kB = (bytes) => Math.round(bytes / 102.4) / 10;

/** Budgets in kB after gzip: what we aim for, and what fails the build. */
const BUDGETS = { 'initial JavaScript': [130, 160], 'initial CSS': [20, 30], 'largest lazy chunk': [50, 80] };

async function compress(file) {
  const bytes = readFileSync(file);
  const [gz, br] = await Promise.all([
    promisify(gzip)(bytes, { level: 9 }),
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  ]);
  if (bytes.length >= WORTH_IT) {
    writeFileSync(`${file}.gz`, gz);
    writeFileSync(`${file}.br`, br);
  }
  return gz.length;
}

/** Writes `.gz` and `.br` beside every compressible file of `folder`. @returns {Promise<Map<string, number>>} name → gzipped bytes */
async function compressAll(folder) {
  const sizes = new Map();
  const names = readdirSync(folder, { recursive: true }).filter((name) => COMPRESSIBLE.has(extname(name)));
  await Promise.all(names.map(async (name) => sizes.set(name.replaceAll('\\', '/'), await compress(join(folder, name)))));
  return sizes;
}

/** What index.html makes the browser load before anything shows: everything it links, and what those import statically. */
function initial(folder, names) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const queue = names.filter((name) => html.includes(`"${name}"`));
  const found = new Set(queue);
  for (const name of queue) {
    if (!name.endsWith('.js')) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, next] of text.matchAll(/(?:^|[;\n}])(?:import|export)(?:[^"'()]*?from)?["']\.\/([^"']+\.js)["']/g)) {
      if (!found.has(next) && names.includes(next)) queue.push(next);
      found.add(next);
    }
  }
  return found;
}

/**
 * Compresses the web app in `folder` and weighs it.
 * Throws a `Stop` when a budget is passed. @returns sentences about what is over its aim
 */
export async function weigh(folder) {
  const sizes = await compressAll(folder);
  const names = [...sizes.keys()];
  const first = initial(folder, names);
  const sum = (ending) => [...first].filter((name) => name.endsWith(ending)).reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
  const lazy = names.filter((name) => name.endsWith('.js') && !first.has(name)).map((name) => sizes.get(name));
  const weights = { 'initial JavaScript': sum('.js'), 'initial CSS': sum('.css'), 'largest lazy chunk': Math.max(0, ...lazy) };

  const lines = Object.entries(weights).map(([what, bytes]) => ({
    what,
    weight: kB(bytes),
    aim: BUDGETS[what][0],
    limit: BUDGETS[what][1],
  }));
  for (const { what, weight, limit } of lines) {
    if (weight > limit) throw new Stop(`The web app is too heavy: ${what} is ${weight} kB gzipped, the limit is ${limit} kB.`);
  }
  return lines.map(({ what, weight, aim }) => `${what} ${weight} kB${weight > aim ? ` (aim: ${aim})` : ''}`);
}
