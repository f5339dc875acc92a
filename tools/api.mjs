// `npm run api`: writes the API's description and the web client's types from the code. Commit what changes.
// `--check` only says whether they are up to date.
import { bootstrap, giveUp, root, Stop } from './bootstrap.mjs';
await bootstrap();

const { mkdtempSync, readFileSync, rmSync, writeFileSync } = await import('node:fs');
const { tmpdir } = await import('node:os');
const { join } = await import('node:path');
const { default: openapiTS, astToString } = await import('openapi-typescript');
const { build } = await import('./build.mjs');
const { say } = await import('./progress.mjs');
const { capture } = await import('./run.mjs');

const CLIENT = join(root, 'libs/shared/client');
const HEAD = '// Written by `npm run api` from openapi.json: do not edit.\n';

/** The description as the code says it now, in a file outside of the checkout so that a failure changes nothing. */
async function describe() {
  await build('api');
  const folder = mkdtempSync(join(tmpdir(), 'waymark-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    const { code, output } = await capture(['--enable-source-maps', 'dist/apps/api/cli.mjs', 'openapi', file]);
    if (code !== 0) throw new Stop(`${output.trim()}\n\nThe API could not describe itself: its message is above.`);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  const openapi = await describe();
  const types = HEAD + astToString(await openapiTS(JSON.parse(openapi), { alphabetize: true }));
  const files = { 'openapi.json': openapi, 'schema.d.ts': types };
  const current = (name) => {
    try {
      return readFileSync(join(CLIENT, name), 'utf8');
    } catch {
      return undefined; // not written yet
    }
  };
  const old = Object.keys(files).filter((name) => current(name) !== files[name]);
  if (process.argv.includes('--check') && old.length > 0)
    throw new Stop(`Out of date: ${old.join(', ')}. Run npm run api and commit the change.`);
  for (const name of old) writeFileSync(join(CLIENT, name), files[name]);
  say(old.length > 0 ? `written: ${old.join(', ')}` : 'up to date');
} catch (error) {
  giveUp(error);
}
