// Starting the built API as a child, and the database it needs.
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Stop, root } from './bootstrap.mjs';
import { checkDatabase } from './database-check.mjs';
import { ensurePostgres } from './postgres.mjs';
import { say } from './progress.mjs';
import { answers, end, node } from './run.mjs';

/** The database of DATABASE_URL once it is known to work, else the embedded one of this checkout. */
export async function database(options = {}) {
  const external = process.env.DATABASE_URL;
  if (!external) return { ...(await ensurePostgres({ log: say, ...options })), embedded: true };
  await checkDatabase(external);
  return { embedded: false, url: () => external, started: false, alive: () => true, revive: async () => {}, stop: async () => {} };
}

/** What the API is told about its database. A demo in the embedded one is made anew where it cannot be brought up to date, and nobody's data elsewhere. */
export const databaseEnv = (db) => ({ DATABASE_URL: db.url(), DEMO_OWN_DATABASE: db.embedded ? '1' : '0' });

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/**
 * Starts dist/apps/api/main.mjs and waits until it is ready to serve.
 * @param {{port: number, env: Record<string, string>, logFile: string, webBuilt?: Promise<unknown>, limit?: number}} options what it prints goes to
 *   `logFile`; `limit`: milliseconds until it is given up; with `webBuilt` it starts at once and takes the web app's files when that is fulfilled
 */
export async function serveApi({ port, env, logFile, webBuilt, limit }) {
  const log = openLog(logFile);
  const from = statSync(logFile).size;
  const preload = pathToFileURL(join(root, 'tools/leave-with-parent.mjs')).href;
  const api = node(['--enable-source-maps', '--import', preload, 'dist/apps/api/main.mjs'], {
    env: { ...env, PORT: String(port), WEB_LATER: webBuilt ? '1' : '0' },
    stdio: ['ignore', log, log, 'ipc'],
    detached: process.platform !== 'win32', // Ctrl-C reaches us alone; we stop it, then the database
  });
  if (webBuilt) {
    await Promise.race([webBuilt, api.done]).catch((error) => end(api).then(() => Promise.reject(error)));
    if (api.connected) api.send('web built');
  }
  const host = env.HOST && env.HOST !== '0.0.0.0' ? env.HOST : '127.0.0.1';
  if (await answers(`http://${host}:${port}/api/health/ready`, api, limit)) return api;
  await end(api);
  const printed = readFileSync(logFile, 'utf8').slice(from).trimEnd().split('\n').slice(-30).join('\n');
  throw new Stop(`${printed}\n\nThe API did not start. Its last messages are above, and all of them are in ${logFile}.`);
}
