// `npm run check`: types, lint and every test that needs no browser. `--static` leaves the tests out.
// `npm run check -- --affected`: the same for the projects that a change since main can be felt in, by Nx, which remembers what has passed;
// `--affected=<commit>` counts from another commit.
import { bootstrap, leaveWithParent } from './bootstrap.mjs';
await bootstrap();

const { mkdirSync } = await import('node:fs');
const { join } = await import('node:path');
const { root } = await import('./bootstrap.mjs');
const { step } = await import('./progress.mjs');
const { capture, node } = await import('./run.mjs');

mkdirSync(join(root, '.local'), { recursive: true });
leaveWithParent(() => process.exit(1));

const withTests = !process.argv.includes('--static');
const affected = process.argv.find((arg) => /^--affected(=|$)/.test(arg));

async function checkAffected(base = 'main') {
  const { scratchPostgres } = await import('./scratch.mjs');
  const targets = withTests ? 'types,lint,test' : 'types,lint';
  const args = ['node_modules/nx/dist/bin/nx.js', 'affected', `--targets=${targets}`, `--base=${base}`, '--batch'];
  const scratch = withTests ? await scratchPostgres(() => {}) : undefined;
  const databases = scratch && { TEST_DATABASE_URL: scratch.postgres.url('postgres'), DATABASE_URL: '' };
  try {
    return await node(args, { env: { ...databases, NX_ISOLATE_PLUGINS: 'false' } }).done;
  } finally {
    await scratch?.remove();
  }
}

const tsc = (config) => ['node_modules/typescript/bin/tsc', '-p', config, '--noEmit', ...(process.stdout.isTTY ? ['--pretty'] : [])];
const CHECKS = [
  ['types of the server, the rules and the tests', tsc('tsconfig.node.json')],
  ['rules are plain TypeScript', tsc('tsconfig.domain.json')],
  [
    'types of the web app and its templates',
    ['node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', 'tsconfig.web.json', '--noEmit'],
  ],
  ['lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', '--cache', '--cache-location=.local/eslint/', '.']],
];

/** @returns how many failed */
async function checkAll() {
  let failed = 0;
  const queue = [...CHECKS];
  async function worker() {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [name, args] = next;
      const { value } = await step(name, () => capture(args));
      if (value.code === 0) continue;
      failed++;
      console.error(`\n${value.output.trim()}\n\nFailed: ${name}\n`);
    }
  }
  // Two at a time: each compiler takes one core and some 400 MB.
  await Promise.all([worker(), worker()]);
  return failed + (withTests ? await node(['tools/test.mjs', '--only=unit']).done : 0);
}

const failed = affected ? await checkAffected(affected.split('=')[1]) : await checkAll();
process.exit(failed ? 1 : 0);
