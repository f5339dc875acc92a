// `npm run new -- mentoring`: the folders of a domain in the house shape, and the lines that are left to write.
import { bootstrap, giveUp, root, Stop } from './bootstrap.mjs';
await bootstrap();

const { existsSync, mkdirSync, writeFileSync } = await import('node:fs');
const { join } = await import('node:path');

const [name = ''] = process.argv.slice(2);
const Name = name.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
const title = name.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
const camel = Name.replace(/^./, (letter) => letter.toLowerCase());

const SPECS = '"exclude": ["**/*.spec.ts"]';

const files = {
  'README.md': `# ${title}

What it is for, in two or three sentences: who uses it, and what they get done.

## Words
The words of this domain, each in one line; the same ones in \`docs/glossary.md\`.

## Rules
The three or four rules that matter most, each with the function in \`domain/\` that decides it and the constraint that guards it.

## Where things are
- \`domain/\` rules and types: plain TypeScript, no clock, no I/O. \`manifest.ts\` has its permissions, and the words of its events and refusals.
- \`api/\` what lies directly in this folder is public to other domains; sub-folders are private.
- \`web/\` pages, each in a folder of its own; \`${name}.routes.ts\` lists them with what each needs, \`${name}.navigation.ts\` what leads to them.
`,
  'domain/tsconfig.json': `{ "extends": "../../../tsconfig.base.json", "compilerOptions": { "types": [], "lib": ["es2023"] }, "include": ["**/*.ts", "../../*/domain/manifest.ts"], ${SPECS} }\n`,
  'domain/manifest.ts': `import type { Manifest } from '@waymark/shared/kernel/manifest';

export const ${camel}Manifest = { permissions: {}, events: {}, refusals: {} } as const satisfies Manifest;

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    ${/-/.test(name) ? `'${name}'` : name}: typeof ${camel}Manifest;
  }
}
`,
  'api/tsconfig.json': `{ "extends": "../../../tsconfig.base.json", "compilerOptions": { "types": ["jest", "node"] }, "include": ["**/*.ts", "../../*/domain/manifest.ts"] }\n`,
  [`api/${name}.module.ts`]: `import { Module } from '@nestjs/common';

export const ${camel}Entities = [];

@Module({ controllers: [], providers: [] })
export class ${Name}Module {}
`,
  'web/tsconfig.json': `{ "extends": "../../../tsconfig.web.json", "include": ["**/*.ts", "../../*/domain/manifest.ts"], ${SPECS} }\n`,
  [`web/${name}.routes.ts`]: `import type { DomainRoutes } from '@waymark/shared/web/pages';\n\nexport const ${camel}Routes: DomainRoutes = {};\n`,
  [`web/${name}.navigation.ts`]: `import type { Navigation } from '@waymark/shared/web/navigation';\n\nexport const ${camel}Navigation: Navigation = {};\n`,
};

const LEFT = `Three lines are left to write:
  tests/arch/map.ts       ${camel}: which domains it may import from
  apps/api/domains.ts     ${Name}Module, ${camel}Entities and ${camel}Manifest beside the others
  apps/web/domains.ts     ${camel}Routes and ${camel}Navigation beside the others`;

try {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Stop('Name the domain in lower case, like npm run new -- mentoring.');
  const folder = join(root, 'libs', name);
  if (existsSync(folder)) throw new Stop(`libs/${name} is there already.`);
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(`Made libs/${name}: ${Object.keys(files).join(', ')}\n\n${LEFT}`);
} catch (error) {
  giveUp(error);
}
