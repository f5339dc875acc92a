import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchContext, BenchResult } from '../../tools/bench-context';

const GOAL = 5;
const RUNS = 3;

/** How long somebody waits who starts Waymark again: from the command to the first answer, in seconds. */
export async function bench(context: BenchContext): Promise<BenchResult> {
  await start(context); // builds what changed and puts the demo in place
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await start(context));
  const slowest = Math.max(...times);
  return {
    name: `npm start when everything is built, ${RUNS} times`,
    lines: [
      { figure: 'first answer after, fastest', value: Math.min(...times), unit: 's', goal: '', met: true },
      { figure: 'first answer after, slowest', value: slowest, unit: 's', goal: `≤ ${GOAL} s`, met: slowest <= GOAL },
    ],
  };
}

async function start({ root, freePort }: BenchContext): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), WAYMARK_BEGAN: '' };
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs')], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
      await sleep(25);
    }
    return (performance.now() - began) / 1000;
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );
