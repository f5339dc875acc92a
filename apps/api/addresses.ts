import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether the web app has a page at a path, by the list that its build made from its routes (`people/:id`, `components/**`).
 * @throws a sentence when the folder was not built by `tools/build.mjs`
 */
export function pagesIn(folder: string): (path: string) => boolean {
  let addresses: string[];
  try {
    addresses = JSON.parse(readFileSync(join(folder, 'addresses.json'), 'utf8')) as string[];
  } catch {
    throw new Error(`${folder} has no list of its pages (addresses.json). Build the web app with node tools/build.mjs`);
  }
  const pages = new RegExp(`^/(?:${['', ...addresses.map(patternOf)].join('|')})/?$`);
  return (path) => pages.test(path);
}

const patternOf = (address: string): string =>
  address
    .split('/')
    .map((part) => (part === '**' ? '.+' : part.startsWith(':') ? '[^/]+' : part.replace(/[^\w-]/g, '\\$&')))
    .join('/');
