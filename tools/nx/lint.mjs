// ESLint over the files of projects, in one process.
import { relative } from 'node:path';
import { root as workspace } from '../bootstrap.mjs';
import { executors, verdictsOf } from './projects.mjs';

async function check(roots) {
  const { ESLint } = await import('eslint');
  const eslint = new ESLint({ cwd: workspace, cache: true, cacheLocation: '.local/eslint/', errorOnUnmatchedPattern: false });
  const formatter = await eslint.loadFormatter('stylish');
  const bad = (await eslint.lintFiles(roots)).filter(({ errorCount, warningCount }) => errorCount + warningCount > 0);
  const troubles = bad.map(async (result) => ({
    file: relative(workspace, result.filePath).replaceAll('\\', '/'),
    text: await formatter.format([result]),
  }));
  return verdictsOf(roots, await Promise.all(troubles));
}

export const { one, batch } = executors(check);
