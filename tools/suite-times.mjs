// How long each suite took, the slowest first: what Jest's and Playwright's reports say of it.
import { relative } from 'node:path';
import { root } from './bootstrap.mjs';

/** @returns {{ suite: string, seconds: number }[]} one a file */
export const jestTimes = (report) =>
  report.testResults.map(({ name, startTime, endTime }) => ({ suite: relative(root, name), seconds: (endTime - startTime) / 1000 }));

/** Tests of a file may run side by side: what counts is the time that they took together. @returns {{ suite: string, seconds: number }[]} one a file */
export function playwrightTimes(report) {
  const took = (suite) =>
    sum((suite.specs ?? []).flatMap(({ tests }) => tests.flatMap(({ results }) => results.map(({ duration }) => duration / 1000)))) +
    sum((suite.suites ?? []).map(took));
  return report.suites.map((suite) => ({ suite: `tests/web/${suite.file}`, seconds: took(suite) }));
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const rounded = (seconds) => seconds.toFixed(1);
const LONG = 10;

/** Lines to print: the slowest a line each, then all the others in one. */
export function linesOf(times) {
  const slowest = [...times].sort((a, b) => b.seconds - a.seconds);
  const others = slowest.slice(LONG).map(({ suite, seconds }) => `${suite} ${rounded(seconds)}`);
  return [
    `${times.length} suites took ${rounded(sum(times.map(({ seconds }) => seconds)))} s of work; the slowest:`,
    ...slowest.slice(0, LONG).map(({ suite, seconds }) => `${rounded(seconds).padStart(8)} s  ${suite}`),
    ...(others.length > 0 ? [`The others, in seconds: ${others.join(', ')}`] : []),
  ];
}
