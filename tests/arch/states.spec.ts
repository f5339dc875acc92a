import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, filesIn, read } from './files';

const PAGE = 'docs/states.md';
const check = (page: string) => spawnSync(process.execPath, ['tools/states.mjs', `--check=${page}`], { cwd: ROOT, encoding: 'utf8' });

describe('docs/states.md', () => {
  it('is drawn from the tables in code', () => {
    const { status, stderr } = check(PAGE);
    expect([status, stderr]).toEqual([0, '']);
  });

  it('is found to be old when a table has another step', () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-states-'));
    const old = join(folder, 'states.md');
    writeFileSync(old, read(PAGE).replace('  delivered --> closed\n', ''));
    const { status, stderr } = check(old);
    rmSync(folder, { recursive: true });
    expect([status, stderr.trim()]).toEqual([1, 'docs/states.md is older than the tables in code: run npm run states.']);
  });

  it('tells of every table', () => {
    const tables = filesIn('libs', (path) => /\/domain\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts')).filter((path) =>
      /export const \w+_TRANSITIONS\b/.test(read(path)),
    );
    expect(tables.length).toBeGreaterThan(2);
    expect(tables.filter((path) => !read(PAGE).includes(path))).toEqual([]);
  });
});
