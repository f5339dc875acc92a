// What belongs to no layer: the domain's page for people, the compiler's settings of each layer, and the lines in the three lists.

const SPECS = '"exclude": ["**/*.spec.ts"]';

export const domainConfig = () =>
  `{ "extends": "../../../tsconfig.base.json", "compilerOptions": { "types": [], "lib": ["es2023"] }, "include": ["**/*.ts", "../../*/domain/manifest.ts"], ${SPECS} }\n`;
export const nodeConfig = () =>
  `{ "extends": "../../../tsconfig.base.json", "compilerOptions": { "types": ["jest", "node"] }, "include": ["**/*.ts", "../../*/domain/manifest.ts"] }\n`;
export const webConfig = () =>
  `{ "extends": "../../../tsconfig.web.json", "include": ["**/*.ts", "../../*/domain/manifest.ts"], ${SPECS} }\n`;

export const readme = ({ domain, one, many, an }) => `# ${domain.Words}

Keeps the ${many.words} of a provider. Say here who uses them, and what they get done.

## Words

- **${one.Words}**: say what ${an} ${one.words} is, in the words of \`docs/glossary.md\`.

## Rules

- A provider has one ${one.words} of a name: the constraint is \`${domain.snake}_${one.snake}_name\`.

## Where things are

- \`domain/\` rules and types, plain TypeScript; \`manifest.ts\` has the permissions, events and refusals with their words.
- \`api/\` what lies directly in this folder is for other domains; folders are private.
- \`web/\` pages, each in a folder of its own.
- \`testing/\` rows for tests, and who may call which route.
`;

/** A line and its import, put where the others are. @returns {string} the text with them */
export function withLine(text, { imports, before, line }) {
  const at = text.lastIndexOf(`\n${before}`) + 1;
  const lastImport = text.lastIndexOf('\nimport ');
  if (at === 0 || lastImport < 0) throw new Error(`There is no place for this line: ${line.trim()}`);
  const end = text.indexOf(';\n', lastImport) + 2;
  return `${text.slice(0, end)}${imports}${text.slice(end, at)}${line}${text.slice(at)}`;
}
