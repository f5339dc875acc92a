// Child processes and waiting for them.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { root } from './bootstrap.mjs';

/**
 * Runs a Node script. `done` resolves with the exit code; a child ended by a signal counts as failed.
 * @returns {import('node:child_process').ChildProcess & {done: Promise<number>}}
 */
export function node(args, { env = {}, ...options } = {}) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', ...options, env: { ...process.env, ...env } });
  child.done = new Promise((finished) => {
    child.once('exit', (code) => finished(code ?? 1));
    child.once('error', () => finished(1));
  });
  return child;
}

/** Runs a Node script and keeps what it prints. @returns {Promise<{code: number, output: string}>} */
export async function capture(args, { env = {}, ...options } = {}) {
  const child = node(args, { ...options, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const closed = new Promise((done) => child.once('close', done));
  const code = await child.done;
  await closed;
  // Some tools colour whatever they are told; a log file is for reading.
  return { code, output: process.stdout.isTTY ? output : stripVTControlCharacters(output) };
}

/** Ends a child politely, and after `patience` milliseconds without asking. */
export async function end(child, patience = 10_000) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await child.done;
  clearTimeout(timer);
}

/** Waits until `url` answers 2xx. @returns false when `child` ended or `patience` milliseconds went by first */
export async function answers(url, child, patience = 120_000) {
  let over = false;
  child.done.then(() => (over = true));
  for (const until = performance.now() + patience; !over && performance.now() < until; await sleep(50)) {
    const ok = await fetch(url, { signal: AbortSignal.timeout(5000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return true;
  }
  return false;
}
