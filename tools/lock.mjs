// A lock between processes: a file that names its owner. A lock whose owner has died is taken over.
// Runs on any Node from 18, because the installer needs it before the pinned Node is there.
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this id exists (one we may not signal exists too). */
export function exists(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const quietly = (work) => {
  try {
    return work();
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
    return undefined;
  }
};

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

function removeIfAbandoned(file) {
  const owner = quietly(() => readFileSync(file, 'utf8'));
  if (!owner || exists(Number(owner))) return;
  // Two of us may find the same dead owner. Moving is atomic; whoever moved a lock that is alive after all puts it back.
  const aside = `${file}.${process.pid}`;
  if (quietly(() => (renameSync(file, aside), true)) !== true) return;
  if (readFileSync(aside, 'utf8') !== owner) quietly(() => linkSync(aside, file));
  quietly(() => unlinkSync(aside));
}

/**
 * Runs `work` while no other process holds `file`. Re-entrant calls in one process would wait for themselves: do not nest.
 * `waiting` is called once when somebody else holds the lock.
 */
export async function withLock(file, work, waiting = () => {}) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !take(file);) {
    removeIfAbandoned(file);
    if (!told) waiting();
    told = true;
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    quietly(() => unlinkSync(file));
  }
}
