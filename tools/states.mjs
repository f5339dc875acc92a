// `npm run states`: draws docs/states.md from the tables of transitions in code. `--check=docs/states.md` writes nothing and fails when that page is old.
//
// A table is an export of a domain called `…_TRANSITIONS`: `Record<Status, readonly Status[]>`, beside the words of its states, which
// `Status` is the keys of. `FIRST_… satisfies readonly Status[]` says what may be first, where that is not the one that nothing leads to.
import { bootstrap, root, Stop, giveUp } from './bootstrap.mjs';
await bootstrap();

const { readFileSync, readdirSync, writeFileSync } = await import('node:fs');
const { join } = await import('node:path');
const { rolldown } = await import('rolldown');
const { format, resolveConfig } = await import('prettier');

const PAGE = join(root, 'docs/states.md');
const TABLE = /((?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?)export const (\w+)_TRANSITIONS: Record<(\w+),/g;

/** Every table of the domains, as its source says it. */
function tables() {
  const files = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /^\w+(-\w+)*\/domain\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts'))
    .sort();
  return files.flatMap((path) => {
    const source = readFileSync(join(root, 'libs', path), 'utf8');
    return [...source.matchAll(TABLE)].map(([, comment, name, type]) => {
      const words = new RegExp(`export type ${type} = keyof typeof (\\w+);`).exec(source)?.[1];
      if (!words) throw new Stop(`libs/${path}: the states of ${name}_TRANSITIONS have no words (export type ${type} = keyof typeof …).`);
      const first = new RegExp(`export const (FIRST_\\w+) = .* satisfies readonly ${type}\\[\\];`).exec(source)?.[1];
      return { path, name, type, words, first, comment };
    });
  });
}

/** The values of the tables: TypeScript, so they are bundled and loaded. */
async function valuesOf(found) {
  const entry = found
    .map(
      ({ path, name, words, first }, i) =>
        `import { ${name}_TRANSITIONS as t${i}, ${words} as w${i}${first ? `, ${first} as f${i}` : ''} } from ${JSON.stringify(join(root, 'libs', path))};`,
    )
    .join('\n');
  const exported = `\nexport default [${found.map(({ first }, i) => `{ next: t${i}, words: w${i}, first: ${first ? `f${i}` : 'null'} }`).join(', ')}];`;
  const bundle = await rolldown({
    input: 'states',
    platform: 'node',
    tsconfig: join(root, 'tsconfig.base.json'),
    plugins: [
      { name: 'states', resolveId: (id) => (id === 'states' ? id : null), load: (id) => (id === 'states' ? entry + exported : null) },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  return (await import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString('base64')}`)).default;
}

/** `EnrolmentStatus` as a heading: Enrolment status. */
const heading = (type) => type.replace(/(?!^)([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
const said = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const prose = (comment) =>
  comment
    .replace(/^\/\*\*|\*\/\s*$/g, '')
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();

function drawn({ path, type, comment }, { next, words, first }) {
  const reached = new Set(Object.values(next).flat());
  const states = Object.keys(next);
  const begins = first ?? states.filter((state) => !reached.has(state));
  const lines = [
    ...states.map((state) => `  ${state} : ${said(words[state])}`),
    ...(begins.length > 0 ? begins : states.slice(0, 1)).map((state) => `  [*] --> ${state}`),
    ...states.flatMap((state) => next[state].map((to) => `  ${state} --> ${to}`)),
    ...states.filter((state) => next[state].length === 0).map((state) => `  ${state} --> [*]`),
  ];
  const rows = states.map(
    (state) => `| ${said(words[state])} | ${next[state].map((to) => said(words[to])).join(', ') || 'nothing: it stays so'} |`,
  );
  return [
    `## ${heading(type)}`,
    `${prose(comment)}\n\nIn code: \`libs/${path}\`.`,
    ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n'),
    ['| From | To |', '| --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

try {
  const found = tables();
  const values = await valuesOf(found);
  const text = [
    '# States\n\nDrawn from the tables in code by `npm run states`; the rules beside each table say more about when a step may be taken, and by whom.',
    ...found.map((table, i) => drawn(table, values[i])),
  ].join('\n\n');
  const page = await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
  const checked = process.argv.find((arg) => arg.startsWith('--check='))?.slice('--check='.length);
  if (checked) {
    if (readFileSync(checked, 'utf8') !== page) throw new Stop('docs/states.md is older than the tables in code: run npm run states.');
  } else writeFileSync(PAGE, page);
} catch (error) {
  giveUp(error);
}
