// `npm run bench [-- timetable]`: runs tests/bench/<subject>.bench.ts and compares its figures with the goals.
//
// A bench exports `bench(context)`; tools/bench-context.d.ts says what it is given and what it returns.
import { bootstrap, giveUp, leaveWithParent, root, Stop } from './bootstrap.mjs';
await bootstrap();

const { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = await import('node:fs');
const { randomBytes } = await import('node:crypto');
const { cpus, totalmem } = await import('node:os');
const { join } = await import('node:path');
const { pathToFileURL } = await import('node:url');
const { rolldown } = await import('rolldown');
const { build } = await import('./build.mjs');
const { findBrowser, BROWSER_ARGS } = await import('./browser.mjs');
const { freePort } = await import('./ports.mjs');
const { say, step } = await import('./progress.mjs');
const { end } = await import('./run.mjs');
const { createScratchDatabase, scratchPostgres } = await import('./scratch.mjs');
const { serveApi } = await import('./server.mjs');

const FOLDER = join(root, 'tests/bench');
const OUT = join(root, '.local/bench');
const RESULT = join(root, 'docs/bench.json');
const wanted = process.argv.slice(2);
const servers = new Set();
let scratch;

let stopping;
function stop() {
  stopping ??= (async () => {
    await Promise.all([...servers].map((server) => end(server)));
    await scratch?.remove();
  })();
  return stopping;
}
const leave = () => stop().then(() => process.exit(130), giveUp);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave);
leaveWithParent(leave);

/** Bundles the bench with our own libraries, as the API is built; npm packages stay outside. */
async function load(subject) {
  const bundle = await rolldown({
    input: join(FOLDER, `${subject}.bench.ts`),
    platform: 'node',
    tsconfig: join(root, 'tsconfig.base.json'),
    external: (id, importer) =>
      importer !== undefined && !/^[./\0]/.test(id) && !id.startsWith('@waymark/') && !id.startsWith('@oxc-project/runtime'),
  });
  const file = join(OUT, `${subject}.mjs`);
  await bundle.write({ file, format: 'esm', sourcemap: true, codeSplitting: false, keepNames: true });
  await bundle.close();
  return import(pathToFileURL(file).href);
}

/** What a bench is given. A database or a server is made when it is asked for, and removed at the end. */
function contextOf(subject) {
  let databases = 0;
  return {
    root,
    folder: join(OUT, subject),
    say,
    freePort,
    browser: async () => ({ ...(await findBrowser()), args: BROWSER_ARGS }),
    async database() {
      scratch ??= await scratchPostgres(say);
      return createScratchDatabase(scratch.postgres, `${subject.replace(/\W/g, '_')}_${++databases}`);
    },
    async server(databaseUrl, env = {}) {
      await Promise.all([build('api'), build('web')]);
      const port = await freePort();
      const fixed = {
        NODE_ENV: 'production',
        LOG_LEVEL: 'error',
        HOST: '127.0.0.1',
        ORIGIN: `http://127.0.0.1:${port}`,
        DATABASE_URL: databaseUrl,
        SECRETS_KEY: randomBytes(32).toString('base64'),
      };
      const api = await serveApi({ port, logFile: join(root, '.local/logs/api-bench.log'), env: { ...process.env, ...fixed, ...env } });
      servers.add(api);
      return { url: `http://127.0.0.1:${port}`, pid: api.pid, stop: () => end(api) };
    },
  };
}

async function measure(subject) {
  const context = contextOf(subject);
  rmSync(context.folder, { recursive: true, force: true });
  mkdirSync(context.folder, { recursive: true });
  const { bench } = await load(subject);
  if (typeof bench !== 'function') throw new Stop(`tests/bench/${subject}.bench.ts does not export a function "bench".`);
  const { value } = await step(`measuring ${subject}`, () => bench(context));
  if (!value?.lines?.length) throw new Stop(`tests/bench/${subject}.bench.ts measured nothing.`);
  const figures = value.lines.map(({ figure, value: measured, unit, goal, met }) => ({
    subject,
    figure,
    value: Number(measured.toPrecision(4)),
    unit,
    goal,
    met,
  }));
  console.log(`\n${value.name}\n${table(figures)}\n`);
  return figures;
}

function table(figures) {
  const rows = figures.map(({ figure, value, unit, goal, met }) => [
    figure,
    `${value} ${unit}`,
    goal ?? '',
    goal ? (met ? 'yes' : 'NO') : '',
  ]);
  const all = [['Figure', 'Measured', 'Goal', 'Met'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => String(row[column]).length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => String(cell).padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Keeps the figures of subjects that were not measured this time. */
function save(figures, subjects) {
  const before = existsSync(RESULT) ? JSON.parse(readFileSync(RESULT, 'utf8')).figures : [];
  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  const kept = before.filter(({ subject }) => !subjects.includes(subject));
  const sorted = [...kept, ...figures].sort((a, b) => a.subject.localeCompare(b.subject));
  writeFileSync(RESULT, `${JSON.stringify({ measuredOn: new Date().toISOString().slice(0, 10), machine, figures: sorted }, null, 2)}\n`);
}

try {
  const there = readdirSync(FOLDER).filter((name) => name.endsWith('.bench.ts')).map((name) => name.slice(0, -'.bench.ts'.length)); // prettier-ignore
  const subjects = there.filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
  if (subjects.length === 0) throw new Stop(`No benchmark is called ${wanted.join(' or ')}: there are ${there.join(', ') || 'none'}.`);
  const figures = [];
  for (const subject of subjects) figures.push(...(await measure(subject)));
  save(figures, subjects);
  await stop();
  process.exit(figures.every(({ goal, met }) => met || !goal) ? 0 : 1);
} catch (error) {
  await stop();
  giveUp(error);
}
