import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

const SKIPPED = /(^|\/)(node_modules|dist|\.local|\.nx|\.angular|\.git)(\/|$)/;

/** Paths under `folder`, relative to the root, with `/`. */
export function filesIn(folder: string, wanted: (path: string) => boolean): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => !SKIPPED.test(path) && wanted(path))
    .sort();
}

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The source without comments and with the text of strings kept, so that words about code are not taken for code. */
export const withoutComments = (source: string): string => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
