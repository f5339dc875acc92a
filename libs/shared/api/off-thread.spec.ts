import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OffThread } from './off-thread';
import { Malformed } from './problem.filter';
import type { Settings } from './settings';
import { threadTask } from './thread';

/** What a thread does for these tests: the protocol of `thread.ts`, with work that an honest task never is. */
const THREAD = `
import { parentPort } from 'node:worker_threads';
const tasks = {
  double: (number) => number * 2,
  fail: () => { throw new TypeError('no such thing'); },
  turn: () => { for (;;); },
  backtrack: () => /^(a+)+$/.test('a'.repeat(60) + '!'),
  grow: () => { const kept = []; for (;;) kept.push(Array.from({ length: 1000 }, (_, i) => ({ i }))); },
};
parentPort.once('message', ({ name, input }) => {
  try { parentPort.postMessage({ output: tasks[name](input) }); }
  catch (error) { parentPort.postMessage({ error: { name: error.name, message: error.message } }); }
});
parentPort.postMessage('ready');
`;

describe('OffThread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-thread-'));
  const threadFile = join(folder, 'thread.mjs');
  writeFileSync(threadFile, THREAD);
  afterAll(() => rmSync(folder, { recursive: true }));
  const offThread = new OffThread({ threadFile } as Settings);
  const task = (name: string) => threadTask<unknown, unknown>(name, () => undefined);

  it('answers what the thread does, and throws what it throws', async () => {
    expect(await offThread.run(task('double'), 21)).toBe(42);
    await expect(offThread.run(task('fail'), 0)).rejects.toMatchObject({ name: 'TypeError', message: 'no such thing' });
  });

  it.each(['turn', 'backtrack', 'grow'])('ends a task that takes more than its budget, in words: %s', async (name) => {
    const refused = await offThread.run(task(name), 0).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Malformed);
    expect((refused as Malformed).issues).toEqual([
      {
        path: ['content'],
        message: 'The file takes too much work to read. Remove columns you do not need, or split it into smaller files',
      },
    ]);
  });

  it('lets the others go on meanwhile, and take their turn', async () => {
    const long = offThread.run(task('turn'), 0).catch(() => 'ended');
    const short = await Promise.all([1, 2, 3, 4].map((number) => offThread.run(task('double'), number)));
    expect(short).toEqual([2, 4, 6, 8]);
    expect(await Promise.race([long, Promise.resolve('still going')])).toBe('still going');
    expect(await long).toBe('ended');
  });
});
