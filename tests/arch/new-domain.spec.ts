import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesIn, ROOT } from './files';

/*
 * `npm run new` in a copy of the house: what it writes must stand by itself, with a line in three lists. The name has a
 * hyphen, because such names are spelt in four ways.
 */
const free = ([domain]: readonly string[]): boolean => !existsSync(join(ROOT, 'libs', domain!));
const [NAME, OTHER] = [
  ['learning-records', 'certificate'],
  ['village-halls', 'letting'],
  ['paper-trails', 'receipt'],
].filter(free) as [string[], string[]];
const DOMAIN = NAME[0]!;
let copy: string;
let before: string[];

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'waymark-new-domain-'));
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
  before = tracked.split('\0').filter((path) => path && existsSync(join(ROOT, path)));
  for (const path of before) {
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    cpSync(join(ROOT, path), join(copy, path));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  // What the compilers know of the files that are the same.
  if (existsSync(join(ROOT, '.local/tsc'))) cpSync(join(ROOT, '.local/tsc'), join(copy, '.local/tsc'), { recursive: true });
  expect(await run(['tools/new-domain.mjs', ...NAME])).toEqual({ code: 0, output: expect.stringContaining(`Made libs/${DOMAIN}`) });
});
afterAll(() => rmSync(copy, { recursive: true, force: true, maxRetries: 3 }));

describe('a domain made by npm run new', () => {
  it('changes nothing of others but a line in the map and in the two merging lists, and what is generated', () => {
    const changed = before.filter((path) => !readFileSync(join(ROOT, path)).equals(readFileSync(join(copy, path))));
    expect(changed.sort()).toEqual([
      'apps/api/domains.ts',
      'apps/web/domains.ts',
      'libs/shared/client/openapi.json',
      'libs/shared/client/schema.d.ts',
      'tests/arch/map.ts',
    ]);
  });

  it('compiles on the server', () => passes('node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json', '--noEmit'));

  it('compiles in the browser', () =>
    passes('node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', `libs/${DOMAIN}/web/tsconfig.json`, '--noEmit'));

  it('is formatted, and passes the linter', async () => {
    await passes('node_modules/prettier/bin/prettier.cjs', '--check', `libs/${DOMAIN}`, 'apps/api/domains.ts', 'tests/arch/map.ts');
    await passes('node_modules/eslint/bin/eslint.js', '--max-warnings=0', `libs/${DOMAIN}`);
  });

  it('passes its own specs and the rules of the house', () =>
    passes(
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      '--maxWorkers=1',
      '--silent',
      `libs/${DOMAIN}`,
      ...['boundaries', 'exports', 'manifests', 'names', 'problems', 'readmes', 'routes'].map((rule) => `tests/arch/${rule}.spec.ts`),
      'tests/api/walls.e2e-spec.ts',
    ));

  it('is refused where the name is taken or is none, with nothing written', async () => {
    const there = filesIn('libs', () => true).length;
    for (const [words, reason] of [
      [['people', 'badge'], 'libs/people is there already'],
      [[OTHER[0]!, 'venue'], 'There is a table venue already'],
      [['Mentoring', 'pair'], 'Name the domain in lower case'],
      [[OTHER[0]!], 'Name what it keeps'],
    ] as const)
      expect(await run(['tools/new-domain.mjs', ...words])).toEqual({ code: 1, output: expect.stringContaining(reason) });
    expect(existsSync(join(copy, 'libs', OTHER[0]!))).toBe(false);
    expect(filesIn('libs', () => true)).toHaveLength(there);
  });
});

async function passes(...args: string[]): Promise<void> {
  const { code, output } = await run(args);
  expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
}

/** In the copy, on the same Node, with a template database of its own: it has one table more. */
function run(args: string[]): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, WAYMARK_TEST_RUN: `new_domain_${process.pid}`, JEST_WORKER_ID: '' };
  const child = spawn(process.execPath, args, { cwd: copy, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}
