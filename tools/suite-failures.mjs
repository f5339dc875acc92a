// What failed, a line each: the end of a log is all that a continuous integration shows of it.
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './bootstrap.mjs';

const LONG = 300;

const line = (file, names, message, what = 'Failed') => {
  const said = stripVTControlCharacters(message ?? '')
    .split('\n')
    .map((text) => text.trim())
    .filter(Boolean);
  return `${what}: ${file}: ${names.join(' › ')}${said.length ? `: ${said.slice(0, 3).join(' ').slice(0, LONG)}` : ''}`;
};

/** @returns {string[]} a line for each test that failed, and for each file that could not be loaded */
export const jestFailures = (report) =>
  report.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length > 0) return failed.map((test) => line(file, [...test.ancestorTitles, test.title], test.failureMessages[0]));
    return message ? [line(file, ['the file as a whole'], message)] : [];
  });

/** @returns {string[]} a line for each test that failed on its last try or passed only then, and for each error outside of tests */
export function playwrightFailures(report) {
  const ofSuite = (suite, file, names) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.flatMap(({ status, results }) => {
        if (status === 'unexpected') return [line(file, [...names, spec.title], results.at(-1)?.error?.message)];
        if (status === 'flaky') return [line(file, [...names, spec.title], results[0]?.error?.message, 'Passed at the second try')];
        return [];
      }),
    ),
    ...(suite.suites ?? []).flatMap((inner) => ofSuite(inner, file, [...names, inner.title])),
  ];
  return [
    ...report.suites.flatMap((suite) => ofSuite(suite, `tests/web/${suite.file}`, [])),
    ...report.errors.map(({ message }) => line('tests/web', ['outside of tests'], message)),
  ];
}
