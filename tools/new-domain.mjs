// `npm run new -- mentoring mentorship`: a domain with one working resource, from its page to its table, and its lines in the three lists.
import { bootstrap, giveUp, root, Stop } from './bootstrap.mjs';
await bootstrap();

const { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } = await import('node:fs');
const { dirname, join } = await import('node:path');
const { namesOf } = await import('./new/names.mjs');
const api = await import('./new/api.mjs');
const house = await import('./new/house.mjs');
const testing = await import('./new/testing.mjs');
const web = await import('./new/web.mjs');
const { capture } = await import('./run.mjs');

/** Migrations run in the order of their numbers: a new one comes after all there are. Numbers of domains are 10,000 apart. */
function nextMigration() {
  const numbers = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' }).flatMap((path) => {
    const found = /[/\\]migrations[/\\](\d+)-[^/\\]+\.ts$/.exec(path);
    return found ? [Number(found[1])] : [];
  });
  return Math.ceil((Math.max(...numbers) + 1) / 10_000) * 10_000;
}

/** Of the domains already there, which tables are taken: a second one of that name would not migrate. */
function tablesThere() {
  const files = readdirSync(join(root, 'libs'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /[/\\]migrations[/\\].*\.ts$/.test(path),
  );
  return files.flatMap((path) =>
    [...readFileSync(join(root, 'libs', path), 'utf8').matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name),
  );
}

function filesOf(names) {
  const { domain, one, many } = names;
  const number = nextMigration();
  return {
    'README.md': house.readme(names),
    'domain/tsconfig.json': house.domainConfig(),
    'domain/manifest.ts': api.manifest(names),
    'api/tsconfig.json': house.nodeConfig(),
    [`api/${domain.kebab}.module.ts`]: api.apiModule(names, number),
    [`api/migrations/${number}-${many.kebab}.ts`]: api.migration(names, number),
    [`api/${many.kebab}/${one.kebab}.entity.ts`]: api.entity(names),
    [`api/${many.kebab}/${many.kebab}.contract.ts`]: api.contract(names),
    [`api/${many.kebab}/${many.kebab}.queries.ts`]: api.queries(names),
    [`api/${many.kebab}/${many.kebab}.service.ts`]: api.service(names),
    [`api/${many.kebab}/${many.kebab}.controller.ts`]: api.controller(names),
    [`api/${many.kebab}/${many.kebab}.http.spec.ts`]: api.httpSpec(names),
    'testing/tsconfig.json': house.nodeConfig(),
    'testing/policy.ts': testing.policy(names),
    [`testing/${domain.kebab}.factories.ts`]: testing.factories(names),
    'web/tsconfig.json': house.webConfig(),
    [`web/${domain.kebab}.routes.ts`]: web.routes(names),
    [`web/${domain.kebab}.navigation.ts`]: web.navigation(names),
    [`web/${many.kebab}-page/${many.kebab}-page.ts`]: web.page(names),
    [`web/${many.kebab}-page/${many.kebab}-page.html`]: web.template(names),
    [`web/${many.kebab}-page/${many.kebab}-page.spec.ts`]: web.pageSpec(names),
  };
}

/** The lists that an application merges its domains from, and the map of who may use whom. */
function linesOf({ domain }) {
  const { kebab, camel, Pascal } = domain;
  const key = kebab === camel ? kebab : `'${kebab}'`;
  return {
    'tests/arch/map.ts': (text) => text.replace(/\n};\n/, `\n  ${key}: ['people', 'identity'],\n};\n`),
    'apps/api/domains.ts': (text) =>
      house.withLine(text, {
        imports: `import { ${Pascal}Module, ${camel}Entities, ${camel}Migrations } from '@waymark/${kebab}/api/${kebab}.module';
import { ${camel}Manifest } from '@waymark/${kebab}/domain/manifest';
`,
        before: '];\n',
        line: `  { module: ${Pascal}Module, entities: ${camel}Entities, migrations: ${camel}Migrations, manifest: ${camel}Manifest },\n`,
      }),
    'apps/web/domains.ts': (text) =>
      house.withLine(text, {
        imports: `import { ${camel}Navigation } from '@waymark/${kebab}/web/${kebab}.navigation';
import { ${camel}Routes } from '@waymark/${kebab}/web/${kebab}.routes';
`,
        before: '];\n',
        line: `  { routes: ${camel}Routes, navigation: ${camel}Navigation },\n`,
      }),
  };
}

async function run(what, args) {
  const { code, output } = await capture(args);
  if (code !== 0) throw new Stop(`${output.trim()}\n\n${what} did not work.`);
}

try {
  const [domain = '', resource = ''] = process.argv.slice(2);
  const names = namesOf(domain, resource);
  const folder = join(root, 'libs', domain);
  if (existsSync(folder)) throw new Stop(`libs/${domain} is there already.`);
  if (tablesThere().includes(names.one.snake)) throw new Stop(`There is a table ${names.one.snake} already: name the resource otherwise.`);
  const files = Object.entries(filesOf(names)).map(([path, text]) => [`libs/${domain}/${path}`, text]);
  // All of it is known before any of it is written.
  const lines = Object.entries(linesOf(names)).map(([path, added]) => [path, added(readFileSync(join(root, path), 'utf8'))]);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path, text] of lines) writeFileSync(join(root, path), text);
  const written = [...files, ...lines].map(([path]) => path);
  await run('Formatting', ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', ...written]);
  await run('Describing the API', ['tools/api.mjs']);
  console.log(`Made libs/${domain}, and a line for it in ${lines.map(([path]) => path).join(', ')}.

Next: say in libs/${domain}/README.md what it is for, put its words into docs/glossary.md, and let tests/arch/map.ts say what it may use.
npm start shows the page at /${names.many.kebab}; npm test -- libs/${domain} runs its tests.`);
} catch (error) {
  giveUp(error);
}
