// `npm test`: Jest and Playwright against throw-away databases. `--only=unit|e2e` runs a half; other words are path filters.
// The last line printed is the count that continuous integration reads.
import { bootstrap, giveUp, leaveWithParent, root } from './bootstrap.mjs';
await bootstrap();

const { existsSync, readFileSync, readdirSync } = await import('node:fs');
const { join } = await import('node:path');
const { build } = await import('./build.mjs');
const { LIMITS } = await import('./patience.mjs');
const { freePort, portTrouble } = await import('./ports.mjs');
const { say } = await import('./progress.mjs');
const { end, node } = await import('./run.mjs');
const { createScratchDatabase, scratchPostgres } = await import('./scratch.mjs');
const { serveApi } = await import('./server.mjs');
const { jestFailures, playwrightFailures } = await import('./suite-failures.mjs');
const { jestTimes, linesOf, playwrightTimes } = await import('./suite-times.mjs');

const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
const filters = process.argv.slice(2).filter((arg) => !arg.startsWith('--only='));
const paths = filters.filter((arg) => !arg.startsWith('-'));
const count = { passed: 0, failed: 0, skipped: 0 };
const times = [];
const failures = [];
const children = new Set();
const began = performance.now();
let scratch;
let stopping;

function stop() {
  stopping ??= (async () => {
    await Promise.all([...children].map((child) => end(child)));
    await scratch?.remove();
  })();
  return stopping;
}
const leave = () => stop().then(() => process.exit(130), giveUp);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave);
leaveWithParent(leave);

async function run(args, env) {
  const child = node(args, { env });
  children.add(child);
  const code = await child.done;
  children.delete(child);
  return code;
}

/** Adds a report to the count. A run that failed without a failed test (nothing found, nothing loaded) counts as one failure. */
function add(code, passed, failed, skipped) {
  count.passed += passed;
  count.failed += code !== 0 && failed === 0 ? 1 : failed;
  count.skipped += skipped;
}

const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

async function unit() {
  say('unit, API, architecture and component tests (Jest)');
  const file = join(scratch.dir, 'jest.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js', '--maxWorkers=2'];
  const optional = paths.length > 0 ? ['--passWithNoTests'] : []; // the path may name browser tests
  const code = await run([...flags, ...optional, '--json', `--outputFile=${file}`, ...filters], {
    TEST_DATABASE_URL: scratch.postgres.url('postgres'),
    DATABASE_URL: '',
  });
  const jest = report(file);
  if (!jest) return add(1, 0, 0, 0);
  times.push(...jestTimes(jest));
  failures.push(...jestFailures(jest));
  // A suite that cannot be loaded has no failed test of its own.
  add(code, jest.numPassedTests, jest.numFailedTests + jest.numRuntimeErrorTestSuites, jest.numPendingTests + jest.numTodoTests);
}

/** Starts the server for the browser tests; on another port when somebody took the first between our looking and its listening. */
async function serve(webBuilt, databaseUrl, tries = 3) {
  const port = await freePort();
  const env = {
    ...process.env,
    DEMO: '1',
    NODE_ENV: 'test',
    WEB_DIST: 'dist/apps/web-with-examples/browser',
    HOST: '127.0.0.1',
    ORIGIN: `http://localhost:${port}`, // a name: browsers keep passkeys for no number
    DATABASE_URL: databaseUrl,
    DATABASE_PATIENCE: '100', // as in libs/shared/testing/app.ts
    MAIL_FOLDER: join(scratch.dir, 'mail'),
    SIGN_IN_LIMIT: '100000', // every journey signs in, all from one address
  };
  try {
    return { port, api: await serveApi({ port, webBuilt, env, logFile: join(root, '.local/logs/api-e2e.log'), limit: LIMITS.start }) };
  } catch (error) {
    if (tries > 1 && (await portTrouble(port, '127.0.0.1')) === 'EADDRINUSE') return serve(webBuilt, databaseUrl, tries - 1);
    throw error;
  }
}

async function browser() {
  say('browser tests (Playwright)');
  const webBuilt = build('web-with-examples');
  webBuilt.catch(() => {}); // told by serveApi
  await build('api');
  const databaseUrl = await createScratchDatabase(scratch.postgres, 'e2e');
  const { api, port } = await serve(webBuilt, databaseUrl);
  children.add(api);
  const file = join(scratch.dir, 'playwright.json');
  const args = ['node_modules/@playwright/test/cli.js', 'test', '-c', 'tests/web/playwright.config.ts'];
  const code = await run([...args, ...filters], {
    BASE_URL: `http://localhost:${port}`,
    MAIL_FOLDER: join(scratch.dir, 'mail'),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const playwright = report(file);
  if (!playwright) return add(1, 0, 0, 0);
  times.push(...playwrightTimes(playwright));
  failures.push(...playwrightFailures(playwright));
  const { expected, flaky, unexpected, skipped } = playwright.stats;
  // Errors outside of tests: a file that cannot be loaded, nothing that matches.
  add(code, expected + flaky, unexpected + playwright.errors.length, skipped);
}

/** Whether the filters leave any browser test; without filters there must be some. */
function wantsBrowser() {
  if (paths.length === 0) return true;
  const specs = readdirSync(join(root, 'tests/web'), { recursive: true }).filter((name) => name.endsWith('.e2e-spec.ts'));
  return specs.some((name) => paths.some((path) => join(root, 'tests/web', name).includes(path.replace(/^\.\//, ''))));
}

try {
  scratch = await scratchPostgres(say);
  const halves = [];
  if (only !== 'e2e') halves.push(unit);
  if (only !== 'unit' && wantsBrowser()) halves.push(browser);
  for (const half of halves) {
    try {
      await half();
    } catch (error) {
      console.error(error.message);
      count.failed++;
    }
  }
} catch (error) {
  console.error(error.message);
  count.failed++;
}
if (stopping) await new Promise(() => {}); // interrupted: `leave` ends the process
await stop();
if (times.length > 1) console.log(`\n${linesOf(times).join('\n')}\nAll in ${Math.round((performance.now() - began) / 1000)} s\n`);
if (failures.length > 0) console.log(`${failures.join('\n')}\n`);
const skips = count.skipped ? `, ${count.skipped} skipped` : '';
console.log(`${count.passed} passed, ${count.failed} failed${skips}`);
process.exit(count.failed || count.passed === 0 ? 1 : 0);
