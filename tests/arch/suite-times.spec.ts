import { spawnSync } from 'node:child_process';
import { ROOT } from './files';

const asked = (expression: string): unknown => {
  const script = `import { jestTimes, linesOf, playwrightTimes } from '${ROOT}/tools/suite-times.mjs'; console.log(JSON.stringify(${expression}))`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
};

describe('the times of suites', () => {
  it('are those of whole files', () => {
    const jest = { testResults: [{ name: `${ROOT}/libs/people/a.spec.ts`, startTime: 1000, endTime: 3500 }] };
    expect(asked(`jestTimes(${JSON.stringify(jest)})`)).toEqual([{ suite: 'libs/people/a.spec.ts', seconds: 2.5 }]);
    const test = (duration: number) => ({ tests: [{ results: [{ duration }] }] });
    const playwright = { suites: [{ file: 'b.e2e-spec.ts', specs: [test(500)], suites: [{ specs: [test(1000), test(250)] }] }] };
    expect(asked(`playwrightTimes(${JSON.stringify(playwright)})`)).toEqual([{ suite: 'tests/web/b.e2e-spec.ts', seconds: 1.75 }]);
  });

  it('are told the slowest first, ten by line and the others together', () => {
    const times = Array.from({ length: 12 }, (_, i) => ({ suite: `${i}.spec.ts`, seconds: i }));
    const lines = asked(`linesOf(${JSON.stringify(times)})`) as string[];
    expect(lines[0]).toBe('12 suites took 66.0 s of work; the slowest:');
    expect([lines[1], lines[10]]).toEqual(['    11.0 s  11.spec.ts', '     2.0 s  2.spec.ts']);
    expect(lines.slice(11)).toEqual(['The others, in seconds: 1.spec.ts 1.0, 0.spec.ts 0.0']);
  });
});
