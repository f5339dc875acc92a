// Jest over the tests of projects, in one run: they share its workers, and one template database.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root as workspace } from '../bootstrap.mjs';
import { node } from '../run.mjs';
import { executors, verdictsOf } from './projects.mjs';

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

async function check(roots) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-jest-'));
  const file = join(folder, 'report.json');
  try {
    const flags = ['--maxWorkers=2', '--testTimeout=60000', '--json', `--outputFile=${file}`];
    const paths = roots.map((root) => `${join(workspace, root)}/`);
    const code = await node([...JEST, ...flags, ...paths]).done;
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    const failed = (report?.testResults ?? []).filter(({ status }) => status !== 'passed');
    const files = failed.map(({ name }) => relative(workspace, name).replaceAll('\\', '/'));
    const troubles = files.map((name) => ({ file: name, text: `Failed: ${name}` })); // Jest has said why
    if (code !== 0 && troubles.length === 0) troubles.push({ file: '', text: `Jest ended with ${code} and named no test` });
    return verdictsOf(roots, troubles);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const { one, batch } = executors(check);
