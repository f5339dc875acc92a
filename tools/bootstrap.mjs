// Every command starts here, on whatever Node the machine has (18 or newer): the packages are installed when they are
// missing or old, then the command runs again on the Node that package-lock.json pins.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { say, step } from './progress.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules/.install-stamp');
const lockFile = join(root, '.local/install.lock');
const installed = join(root, 'node_modules/.package-lock.json');

/** A problem with one sentence for the person at the keyboard; no stack is shown. */
export class Stop extends Error {}

/** Prints a `Stop` as its sentence and anything else in full, and ends the process. */
export function giveUp(error) {
  console.error(error instanceof Stop ? `\n${error.message}` : error);
  process.exit(1);
}

const sameLock = (hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

/** Whether npm itself has already put exactly what the lock file says into node_modules (somebody ran `npm ci` by hand). */
function alreadyInstalled(lock) {
  if (!existsSync(installed)) return false;
  const want = JSON.parse(lock).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const present = (path) => have[path]?.version === want[path].version;
  // Binaries of other platforms are optional, locked and not installed.
  const wanted = Object.keys(want).filter((path) => path !== '' && !want[path].optional);
  return wanted.every(present) && Object.keys(have).every((path) => path in want && present(path));
}

function npmCi() {
  const npm = process.env.npm_execpath; // set when we run as an npm script
  const viaNode = npm?.endsWith('.js');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, npm_config_engine_strict: 'false' } };
  const child = viaNode
    ? spawn(process.execPath, [npm, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  // npm itself owns the lock from now on: it goes on when we are killed, and a second one must not meet it.
  if (child.pid) writeFileSync(lockFile, String(child.pid));
  return new Promise((done) => {
    child.once('error', (error) => done(error.code === 'ENOENT' ? 'npm is not on the PATH' : error.message));
    child.once('exit', (code, signal) => done(code === 0 ? undefined : `npm ci ended with ${signal ?? `exit code ${code}`}`));
  });
}

async function install() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  // SKIP_INSTALL=1 is for images and package managers that bring node_modules themselves.
  if (sameLock(hash) || process.env.SKIP_INSTALL === '1') return;
  await withLock(
    lockFile,
    async () => {
      if (sameLock(hash)) return; // another process installed while we waited
      if (!alreadyInstalled(lock)) {
        rmSync(stamp, { force: true }); // an interrupted install must not look like a finished one
        say('Installing the packages (once for each change of package-lock.json)');
        const { value: trouble, took } = await step('installing', npmCi);
        if (trouble) {
          const how = 'Check the connection to the npm registry and the free disk space, then run the same command again.';
          throw new Stop(`The packages could not be installed: ${trouble}. ${how}`);
        }
        process.env.WAYMARK_INSTALL_MS = String(took);
      }
      writeFileSync(stamp, hash);
    },
    () => say('Another process is installing the packages. Waiting for it to finish'),
  );
}

function pinnedNode() {
  const os = process.platform === 'win32' ? 'win' : process.platform;
  // On Apple Silicon the current versions come under another package name.
  const names = [`node-${os}-${process.arch}`, `node-bin-${os}-${process.arch}`];
  return names.map((name) => join(root, 'node_modules', name, 'bin', os === 'win' ? 'node.exe' : 'node')).find((file) => existsSync(file));
}

/** The parent of our parent: npm, when its shell runs us. Read where that is cheap. */
function grandparent() {
  try {
    return /\) \S (\d+)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8'))[1];
  } catch {
    return undefined;
  }
}

/**
 * Calls `leave` when npm, its shell or the process that handed over to us has gone: a killed one tells nobody.
 * Whoever starts us without npm may leave us running on purpose.
 */
export function leaveWithParent(leave) {
  const handedOver = Boolean(process.env.WAYMARK_HANDED_OVER);
  if (!process.env.npm_lifecycle_event && !handedOver) return;
  const parents = () => (handedOver ? `${process.ppid}` : `${process.ppid} ${grandparent()}`);
  const before = parents();
  const timer = setInterval(() => {
    if (parents() === before) return;
    clearInterval(timer);
    leave();
  }, 500);
  timer.unref();
}

/** Hands over to the pinned Node and ends with its exit code. Never returns. */
async function handOver(node, script) {
  const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit', env: { ...process.env, WAYMARK_HANDED_OVER: '1' } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  leaveWithParent(() => child.kill('SIGTERM'));
  const code = await new Promise((done) => child.once('exit', (exit, signal) => done(exit ?? 128 + constants.signals[signal])));
  process.exit(code);
}

/** Returns when the packages are in place and this process runs on a Node that is new enough. */
export async function bootstrap(script = process.argv[1]) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  try {
    if (major < 18) throw new Stop(`Node ${process.version} is too old: install Node 18 or newer.`);
    await install();
    const bin = join(root, 'node_modules/.bin');
    const path = process.env.PATH ?? '';
    if (!path.split(delimiter).includes(bin)) process.env.PATH = bin + delimiter + path;
    const pinned = pinnedNode();
    // The real path, because node_modules may be a link and execPath never is one.
    if (pinned && process.execPath !== realpathSync(pinned)) await handOver(pinned, script);
    // No pinned build for this platform: the machine's own Node has to do.
    if (!pinned && !((major === 24 && minor >= 15) || major >= 26)) {
      throw new Stop(`Node ${process.version} is too old for this platform: install Node 24.15 or newer.`);
    }
  } catch (error) {
    giveUp(error);
  }
}
