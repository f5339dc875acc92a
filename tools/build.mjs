// Builds what changed: the API with rolldown (a third of a second), the web app with Angular's builder (some ten).
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addresses } from './addresses.mjs';
import { Stop, giveUp, root } from './bootstrap.mjs';
import { withLock } from './lock.mjs';
import { say, step } from './progress.mjs';
import { capture } from './run.mjs';
import { fingerprint, isBuilt, isFirst, markBuilt } from './sources.mjs';
import { weigh } from './weigh.mjs';

async function tool(what, args, env) {
  const { code, output } = await capture(args, { env });
  if (code === 0) return;
  console.error(output.trim());
  throw new Stop(`${what} could not be built. The messages above say where.`);
}

const PARTS = {
  api: {
    result: 'dist/apps/api/main.mjs',
    build: () => tool('The API', ['node_modules/rolldown/bin/cli.mjs', '-c', 'apps/api/rolldown.config.mjs']),
  },
  web: web('dist/apps/web', 'production'),
  // For the browser tests, which also look at the page of components; nobody is served this one.
  'web-with-examples': web('dist/apps/web-with-examples', 'with-examples'),
};

function web(folder, configuration) {
  return {
    result: `${folder}/browser/index.html`,
    async build({ checkTypes }) {
      await tool('The web app', ['tools/angular.mjs', 'build', configuration], checkTypes ? {} : { NG_BUILD_TYPE_CHECK: '0' });
      const pages = await addresses({ examples: configuration === 'with-examples' });
      writeFileSync(join(root, folder, 'browser/addresses.json'), JSON.stringify(pages));
      say(`web app: ${(await weigh(join(root, folder, 'browser'))).join(', ')}`);
    },
  };
}

/**
 * Builds `part` ('api', 'web' or 'web-with-examples') unless its sources are as they were.
 * @param {{firstUnchecked?: boolean}} options `firstUnchecked` leaves the types of the web app's templates out of the first build in a checkout, a
 *   third of its time: what was cloned has passed `npm run check`. Later builds are of what somebody has changed, and check.
 * @returns milliseconds spent, 0 when nothing was to do
 */
export function build(part, { firstUnchecked = false } = {}) {
  return withLock(join(root, `.local/build-${part}.lock`), async () => {
    const { result, build: make } = PARTS[part];
    const print = fingerprint(part); // taken before, so that an edit during the build is noticed next time
    if (isBuilt(part, print) && existsSync(join(root, result))) return 0;
    const checkTypes = !(firstUnchecked && isFirst(part));
    const { took } = await step(part === 'api' ? 'building the API' : 'building the web app', () => make({ checkTypes }));
    markBuilt(part, print);
    return took;
  });
}

// `node tools/build.mjs` builds both, for the container image.
if (process.argv[1] === import.meta.filename) await Promise.all([build('api'), build('web')]).catch(giveUp);
