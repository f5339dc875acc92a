// Reading and mending postmaster.pid, the file by which PostgreSQL keeps a second server off a cluster.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exists } from './lock.mjs';

const attempt = (work) => {
  try {
    return work();
  } catch {
    return undefined; // the process or the file went away while we looked
  }
};

/** Is `pid` a live server of this cluster? A zombie, or a stranger who was given the number again, is not. */
function serves(pid, data) {
  if (process.platform === 'win32') return exists(pid);
  if (process.platform === 'linux') {
    const state = attempt(() => /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))[1]);
    const command = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'));
    return state !== undefined && state !== 'Z' && command.includes(data);
  }
  const line = spawnSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return line !== '' && !line.startsWith('Z') && line.includes(data);
}

/**
 * What postmaster.pid says about the cluster in `data`.
 * @returns {{pid: number, port: number, status: string} | {stale: true} | undefined} undefined: no server
 */
export function postmaster(data) {
  const text = attempt(() => readFileSync(join(data, 'postmaster.pid'), 'utf8'));
  if (!text) return undefined;
  const [pid, , , port, , , , status = ''] = text.split('\n');
  return serves(Number(pid), data) ? { pid: Number(pid), port: Number(port), status: status.trim() } : { stale: true };
}

/** Server processes that outlived a killed postmaster: each has the data folder as its working directory (Linux only). */
function leftovers(data) {
  if (process.platform !== 'linux') return [];
  const real = realpathSync(data);
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && attempt(() => readlinkSync(`/proc/${pid}/cwd`)) === real);
}

/**
 * Makes a cluster whose server was killed ready for a start. PostgreSQL takes a zombie, or whoever has the old process id
 * now, for a live server, so the id is replaced by one that cannot exist. The rest of the file stays, because by it
 * PostgreSQL recognises processes of the old server that still write.
 */
export async function afterKill(data) {
  for (let waited = 0; leftovers(data).length > 0; waited += 50) {
    // Their postmaster is gone and they end by themselves; recovery does not need what a stuck one was doing.
    if (waited > 3000) for (const pid of leftovers(data)) attempt(() => process.kill(Number(pid), 'SIGKILL'));
    await sleep(50);
  }
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, ['4194999', ...rest].join('\n'));
}
