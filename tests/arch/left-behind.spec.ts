import { spawnSync } from 'node:child_process';
import { ROOT } from './files';

/** What the suite's environment says once its last hook has run, when the suite did `work` in a process of its own. */
function saidAfter(work: string): string[] {
  const script = `
    import { lookingBehind } from '${ROOT}/tools/jest/left-behind.mjs';
    const Environment = lookingBehind(class { async setup() {} });
    const environment = new Environment();
    await environment.setup();
    ${work};
    const state = { unhandledErrors: [] };
    await environment.handleTestEvent({ name: 'run_finish' }, state);
    console.log(JSON.stringify(state.unhandledErrors.map(([{ message }]) => message)));
    process.exit(0);`;
  const env = { ...process.env, WAYMARK_PATIENCE: '0.02' }; // what stays open is waited for in vain
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

describe('a suite', () => {
  it('that puts everything away passes', () => {
    expect(saidAfter(`clearInterval(setInterval(() => {}, 1000)); await Promise.reject(new Error('handled')).catch(() => {})`)).toEqual([]);
  });

  it.each([
    ['a timer', 'setInterval(() => {}, 1000)', ['This suite leaves open: 1 Timeout. Close it in afterAll.']],
    [
      'a server',
      `await new Promise(async (done) => (await import('node:net')).createServer().listen(0, done))`,
      ['This suite leaves open: 1 TCPServerWrap. Close it in afterAll.'],
    ],
    ['a rejection that nobody waits for', `void Promise.reject(new Error('lost'))`, ['lost']],
    ['a rejection without an error', `void Promise.reject('lost')`, ['Rejected with nobody waiting: lost']],
  ])('that leaves %s behind fails', (_, work, said) => {
    expect(saidAfter(work)).toEqual(said);
  });
});
