// The types of projects. Three programs hold everything: the server with its rules and tests, the rules alone where neither Node nor a
// browser exists, and the web app with its templates. A project that changed is felt by the application above it, so the whole program is
// compiled, with what is remembered from last time.
import { placeOf } from '../layers.plugin.mjs';
import { capture } from '../run.mjs';
import { executors, verdictsOf } from './projects.mjs';

const PURE = ['domain', 'shared/kernel', 'engines'];
const WEB = ['web', 'testing-web', 'shared/ui', 'shared/web', 'shared/testing-web'];

const tsc = (config) => ['node_modules/typescript/bin/tsc', '-p', config, '--noEmit', '--pretty', 'false'];
const ngc = (config) => ['node_modules/@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', config, '--noEmit'];

const PROGRAMS = [
  { args: ngc('tsconfig.web.json'), holds: ({ kind, layer }) => kind !== 'tests' && (WEB.includes(layer) || PURE.includes(layer)) },
  { args: tsc('tsconfig.node.json'), holds: ({ kind, layer }) => kind === 'tests' || !WEB.includes(layer) },
  { args: tsc('tsconfig.domain.json'), holds: ({ layer }) => PURE.includes(layer) },
];

/** `libs/x.ts(3,5): error TS1: …` of tsc, `libs/x.ts:3:5 - error TS1: …` of ngc; what follows a line without a place belongs to it. */
function troublesIn(output) {
  const troubles = [];
  for (const line of output.split('\n')) {
    const place = /^(\S+?)(?:\(\d+,\d+\)|:\d+:\d+)(?::| -) (?:error|warning) /.exec(line) ?? /^(error) /.exec(line);
    if (place) troubles.push({ file: place[1], text: line });
    else if (troubles.length > 0 && line.trim() !== '') troubles.at(-1).text += `\n${line}`;
  }
  return troubles;
}

async function check(roots) {
  const programs = PROGRAMS.filter(({ holds }) => roots.some((root) => holds(placeOf(root))));
  const troubles = [];
  for (const { code, output } of await Promise.all(programs.map(({ args }) => capture(args)))) {
    const found = troublesIn(output);
    troubles.push(...(code !== 0 && found.length === 0 ? [{ file: '', text: output }] : found));
  }
  return verdictsOf(roots, troubles);
}

export const { one, batch } = executors(check);
