// The embedded PostgreSQL: one cluster in .local/postgres for start, dev and db; throw-away ones for tests.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stop, root } from './bootstrap.mjs';
import { exists, withLock } from './lock.mjs';
import { place } from './postgres-binaries.mjs';
import { afterKill, postmaster } from './postmaster.mjs';
import { freePort } from './ports.mjs';

const ROLE = 'waymark';
const PLAIN = { PATH: process.env.PATH, LC_ALL: 'C' };
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

/** Creates the cluster beside its final place and moves it there, so that an interrupted initdb leaves nothing half made. */
function create({ initdb, who, dir, data, secret, durable }) {
  const partial = `${data}.partial`;
  rmSync(partial, { recursive: true, force: true });
  writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (who.uid !== undefined) chownSync(secret, who.uid, who.gid);
  const places = ['-D', partial, '-U', ROLE, '--auth=scram-sha-256', `--pwfile=${secret}`];
  const words = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const made = spawnSync(initdb, [...places, ...words, ...(durable ? [] : ['--no-sync'])], {
    ...who,
    cwd: dir,
    encoding: 'utf8',
    env: PLAIN,
  });
  if (made.status !== 0) throw new Stop(`The database could not be created in ${dir}: ${lastLine(made.stderr) ?? made.error?.message}`);
  renameSync(partial, data);
}

const lastLine = (text = '') =>
  text
    .split('\n')
    .filter((line) => /FATAL|PANIC|error:/.test(line))
    .at(-1)
    ?.replace(/^.*?(FATAL|PANIC|error):\s*/, '');

/** Appends to server.log and keeps one older file once it is past 10 MB. */
function openLog(dir) {
  const file = join(dir, 'server.log');
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
  return { file, from: existsSync(file) ? statSync(file).size : 0, handle: openSync(file, 'a') };
}

/** Its log says what went wrong and where, without the values: a row that could not be written is somebody's address. docker/compose.yaml says the same. */
const QUIET = {
  log_error_verbosity: 'terse', // no DETAIL, which repeats the row
  log_min_error_statement: 'panic', // no statements
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
};

function launch({ postgres, who, dir, data, port, durable }) {
  const log = openLog(dir);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '', // a long path to the checkout would break it, and we do not need one
    max_connections: 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...QUIET,
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const args = ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // Detached: Ctrl-C reaches only us, and we stop the API first and PostgreSQL last.
  const child = spawn(postgres, args, { ...who, cwd: dir, detached: true, stdio: ['ignore', log.handle, log.handle], env: PLAIN });
  child.unref();
  closeSync(log.handle);
  return { child, why: () => lastLine(readFileSync(log.file, 'utf8').slice(log.from)) ?? `see ${log.file}` };
}

/** Waits until the server in `data` takes connections. @returns its port, or undefined when it ended instead */
async function ready(data, ended, log) {
  for (let waited = 0; ; waited += 20) {
    const now = postmaster(data);
    if (now?.status === 'ready') return now.port;
    if (ended()) return undefined;
    if (waited === 5000) log('PostgreSQL is recovering from its last end');
    await sleep(20);
  }
}

/** Starts the server, or joins the one that runs already: also one that outlived a killed `npm start`. */
async function startOrJoin(spot, wantedPort, log) {
  for (let tries = 0; ; tries++) {
    const now = postmaster(spot.data);
    if (now?.pid) {
      const port = await ready(spot.data, () => !postmaster(spot.data)?.pid, log);
      if (port) return { port, started: false };
      continue; // it was on its way down
    }
    if (now?.stale) await afterKill(spot.data);
    const { child, why } = launch({ ...spot, port: wantedPort ?? (await freePort()) });
    let gone = false;
    child.once('exit', () => (gone = true));
    child.once('error', () => (gone = true));
    const port = await ready(spot.data, () => gone, log);
    if (port) return { port, started: true };
    // Somebody may have taken the port in between, or the memory of a killed server is not free yet.
    if (tries >= 3) throw new Stop(`The embedded PostgreSQL did not start: ${why()}. docs/runbook.md says what to do.`);
    wantedPort = undefined;
    await sleep(300);
  }
}

/** Who uses the cluster: one file per process. The last one to leave stops the server. */
function guests(dir) {
  const folder = join(dir, 'users');
  mkdirSync(folder, { recursive: true });
  const mine = join(folder, String(process.pid));
  return {
    arrive: () => writeFileSync(mine, ''),
    /** @returns whether nobody is left */
    leave() {
      rmSync(mine, { force: true });
      for (const pid of readdirSync(folder)) if (!exists(Number(pid))) rmSync(join(folder, pid), { force: true });
      return readdirSync(folder).length === 0;
    },
  };
}

async function halt(data) {
  const now = postmaster(data);
  if (!now?.pid) return;
  process.kill(now.pid, 'SIGINT'); // PostgreSQL's "fast" shutdown: ends sessions, writes everything down
  while (postmaster(data)?.pid === now.pid) await sleep(20);
}

async function createDatabase(url, name) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount > 0) return;
    await client.query(`create database ${quoted(name)}`).catch((error) => {
      // Another command that started at the same moment was faster (42P04; within the same millisecond 23505).
      if (error.code !== '42P04' && error.code !== '23505') throw error;
    });
  } finally {
    await client.end();
  }
}

/**
 * Brings the cluster in `dir` up and makes sure that `database` exists.
 * `durable: false` trades safety for speed and is for tests alone.
 * @returns {Promise<{dir: string, url: (database?: string) => string, port: number, started: boolean, alive: () => boolean,
 *   revive: () => Promise<void>, stop: () => Promise<void>}>} `url` is a superuser's; `stop` leaves the server to others who still use it
 */
export async function ensurePostgres({
  dir = join(root, '.local/postgres'),
  durable = true,
  database = 'waymark',
  port,
  log = () => {},
} = {}) {
  const found = await place(dir, log);
  const spot = { ...found, durable, data: join(found.dir, 'data18'), secret: join(found.dir, 'password') };
  const users = guests(found.dir);
  const lock = join(found.dir, 'start.lock');

  const up = (wanted) =>
    withLock(lock, async () => {
      if (!existsSync(spot.data)) create(spot);
      readable(spot);
      users.arrive();
      return startOrJoin(spot, wanted, log);
    });
  const server = await up(port);
  const password = readFileSync(spot.secret, 'utf8').trim();
  const url = (name = database) => `postgres://${ROLE}:${password}@127.0.0.1:${server.port}/${name}`;
  await createDatabase(url('postgres'), database);

  return {
    dir: found.dir,
    url,
    port: server.port,
    started: server.started,
    alive: () => postmaster(spot.data)?.pid !== undefined,
    revive: async () => void (await up(server.port)),
    stop: () => withLock(lock, async () => void (users.leave() && (await halt(spot.data)))),
  };
}

function readable({ data, secret }) {
  try {
    accessSync(secret, constants.R_OK);
    accessSync(data, constants.R_OK | constants.X_OK);
  } catch (error) {
    if (error.code === 'ENOENT') throw new Stop(`The database in ${data} has lost the file ${secret}: restore it from a backup.`);
    throw new Stop(`The database in ${data} belongs to another account: use the account that started it first.`);
  }
}

/** Stops the server in `dir`, whoever uses it. @returns whether one was running */
export async function stopPostgres(dir) {
  if (!existsSync(dir)) return false;
  const { dir: home } = await place(dir, () => {});
  const data = join(home, 'data18');
  const running = postmaster(data)?.pid !== undefined;
  await halt(data);
  return running;
}
