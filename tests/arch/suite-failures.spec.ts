import { spawnSync } from 'node:child_process';
import { ROOT } from './files';

const asked = (expression: string): unknown => {
  const script = `import { jestFailures, playwrightFailures } from '${ROOT}/tools/suite-failures.mjs'; console.log(JSON.stringify(${expression}))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};

describe('what failed', () => {
  it('is told by file, names and the first words of the error, without colours', () => {
    const test = (status: string) => ({
      status,
      title: 'adds',
      ancestorTitles: ['sums'],
      failureMessages: ['\u001b[31mexpect(2)\u001b[39m\n\n  Expected: 3'],
    });
    const passed = { name: `${ROOT}/a.spec.ts`, message: '', assertionResults: [test('passed')] };
    const failed = { name: `${ROOT}/b.spec.ts`, message: 'all', assertionResults: [test('passed'), test('failed')] };
    const unreadable = { name: `${ROOT}/c.spec.ts`, message: 'Unexpected token', assertionResults: [] };
    expect(asked(`jestFailures(${JSON.stringify({ testResults: [passed, failed, unreadable] })})`)).toEqual([
      'Failed: b.spec.ts: sums › adds: expect(2) Expected: 3',
      'Failed: c.spec.ts: the file as a whole: Unexpected token',
    ]);
  });

  it('is told for the browser by the last try, and what passed only at the second by the first', () => {
    const spec = (title: string, status: string, ...messages: string[]) => ({
      title,
      tests: [{ status, results: messages.map((message) => ({ error: { message } })) }],
    });
    const inner = {
      title: 'the board',
      specs: [spec('drags', 'unexpected', 'once', 'twice'), spec('drops', 'flaky', 'late'), spec('stays', 'expected')],
    };
    const report = { suites: [{ file: 'd.e2e-spec.ts', specs: [], suites: [inner] }], errors: [{ message: 'No tests found' }] };
    expect(asked(`playwrightFailures(${JSON.stringify(report)})`)).toEqual([
      'Failed: tests/web/d.e2e-spec.ts: the board › drags: twice',
      'Passed at the second try: tests/web/d.e2e-spec.ts: the board › drops: late',
      'Failed: tests/web: outside of tests: No tests found',
    ]);
  });
});
