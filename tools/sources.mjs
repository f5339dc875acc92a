// Has anything changed since a build? Paths, sizes and times of the files it is made from, as one hash.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './bootstrap.mjs';

const AROUND = [
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.web.json',
  'tools/build.mjs',
  'tools/addresses.mjs',
  'tools/weigh.mjs',
];
// Left out so that a changed test or text does not cost a build.
const NOT_BUILT = /\.(spec|e2e-spec)\.ts$|\.md$|^libs\/shared\/testing\/|^libs\/shared\/client\/openapi\.json$/;

const API = (path) => !/^apps\/web\/|^libs\/[^/]+\/web\/|^libs\/shared\/ui\//.test(path);
const WEB = (path) => !/^apps\/api\/|^libs\/[^/]+\/api\//.test(path);

function files(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** @param {'api' | 'web' | 'web-with-examples'} part @returns a hash that changes when something the part is built from changes */
export function fingerprint(part) {
  const belongs = part === 'api' ? API : WEB;
  const built = [...AROUND, ...files('apps'), ...files('libs')].filter((path) => !NOT_BUILT.test(path) && belongs(path));
  const hash = createHash('sha256');
  for (const path of built.sort()) {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const stampOf = (part) => join(root, `dist/apps/${part}/.built-from`);

export const isFirst = (part) => !existsSync(stampOf(part));
export const isBuilt = (part, print) => existsSync(stampOf(part)) && readFileSync(stampOf(part), 'utf8') === print;
export const markBuilt = (part, print) => writeFileSync(stampOf(part), print);
