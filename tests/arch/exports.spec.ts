import { dirname, posix } from 'node:path';
import ts from 'typescript';
import { filesIn, read } from './files';

/*
 * What nobody imports is not exported, and what nobody uses is not there: an export that only its own file says loses `export`, and the
 * compiler or the linter then finds it when nothing says it at all. A spec counts as somebody: a rule may be tested where it stands.
 */

/** What is found by something else than an import, and by what. */
const FOUND_OTHERWISE: readonly [file: RegExp, name: RegExp, by: string][] = [
  [/^libs\/[\w-]+\/testing\/policy\.ts$/, /^policy$/, 'tests/api/policies.ts, in every domain'],
  [/^apps\/web\/examples\/no-routes\.ts$/, /^examples$/, 'the build that people are served, instead of routes.ts: apps/web/project.json'],
  [/^tools\/layers\.plugin\.mjs$/, /^(name|createNodesV2|createDependencies)$/, 'Nx'],
  [/^tools\/nx\/\w+\.mjs$/, /^(one|batch)$/, 'Nx, as executors: tools/nx/executors.json'],
  [/^libs\/shared\/client\/schema\.d\.ts$/, /./, 'nobody: it is generated whole'],
];

const CODE = /\.(ts|mts|mjs)$/;

describe('an export', () => {
  const texts = new Map(['libs', 'apps', 'tools', 'tests'].flatMap((folder) => filesIn(folder, isCode)).map((file) => [file, read(file)]));
  const isOurs = (file: string) => !file.startsWith('tests/');
  const unused = unusedIn(texts, isOurs);

  it('is imported by another file', () => {
    expect(texts.size).toBeGreaterThan(400);
    const idle = unused.filter(({ file, name }) => !FOUND_OTHERWISE.some(([where, which]) => where.test(file) && which.test(name)));
    expect(idle.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it('is an exception only while it is there', () => {
    const idle = FOUND_OTHERWISE.filter(([where, which]) => !unused.some(({ file, name }) => where.test(file) && which.test(name)));
    expect(idle.map(([where]) => String(where))).toEqual([]);
  });

  it('is found here when nobody imports it, whichever way it is written and imported', () => {
    const files = {
      'libs/people/domain/ages.ts': `
        export const used = 1, idle = used + 1;
        export function usedByPath() { return \`export const written = 1\`; }
        export class Late {}
        export class Never {}
        export interface Kept { age: number }
        export type Unkept = Kept;
        export default 1;
        const inside = 1, renamed = 2;
        export { inside, renamed as outside };`,
      'libs/people/domain/ages.spec.ts': `import { used as mine, type Kept } from '@waymark/people/domain/ages'; const idle = mine;`,
      'libs/people/api/more.ts': `export { inside } from '../domain/ages'; const late = () => import('../domain/ages').then((m) => m.Late);`,
      'libs/people/web/all.ts': `export * from './parts';`,
      'libs/people/web/parts.ts': `export const passed = 1, notPassed = 2;`,
      'libs/people/web/page.ts': `import { passed } from './all'; const late = passed;`,
      'tools/more.mjs': `import * as ages from '../libs/people/domain/ages.ts'; ages.usedByPath(); export const augmented = 1;`,
      'tests/api/x.ts': `import '../../tools/more.mjs'; declare module '../../tools/more.mjs' { interface augmented { one: 1 } }`,
    };
    expect(unusedIn(new Map(Object.entries(files)), isOurs).map(({ file, name }) => `${file}: ${name}`)).toEqual([
      'libs/people/api/more.ts: inside',
      'libs/people/domain/ages.ts: Never',
      'libs/people/domain/ages.ts: Unkept',
      'libs/people/domain/ages.ts: idle',
      'libs/people/domain/ages.ts: outside',
      'libs/people/web/parts.ts: notPassed',
    ]);
  });
});

function isCode(path: string): boolean {
  return CODE.test(path) && !path.endsWith('.d.mts');
}

/** A name by which something is exported, `*` for whatever the importing file says. */
interface Named {
  file: string;
  name: string;
}

function unusedIn(texts: ReadonlyMap<string, string>, wanted: (file: string) => boolean): Named[] {
  const known = new Map([...texts].map(([file, text]) => [file, namesIn(file, text)]));
  const used = new Set<string>();
  const wholly = new Map<string, string[]>();
  const use = (file: string, target: string, name: string): void => {
    const there = resolved(texts, file, target);
    if (!there) return;
    if (name === '*') wholly.set(there, [...(wholly.get(there) ?? []), texts.get(file)!]);
    else used.add(`${there}: ${name}`);
    for (const further of known.get(there)!.passedOn) use(there, further, name);
  };
  for (const [file, { imports }] of known) for (const { file: target, name } of imports) use(file, target, name);
  const exported = [...known].filter(([file]) => wanted(file)).flatMap(([file, { exports }]) => exports.map((name) => ({ file, name })));
  const said = ({ file, name }: Named) => wholly.get(file)?.some((text) => new RegExp(`\\b${name}\\b`).test(text));
  return exported
    .filter((one) => !used.has(`${one.file}: ${one.name}`) && !said(one))
    .sort((a, b) => (`${a.file}: ${a.name}` < `${b.file}: ${b.name}` ? -1 : 1));
}

/** What a file exports by name, what it imports from where, and what it passes on whole (`export *`). What is exported as the default is for whatever runs the file. */
function namesIn(file: string, text: string): { exports: string[]; imports: Named[]; passedOn: string[] } {
  const exports: string[] = [];
  const passedOn: string[] = [];
  const imports: Named[] = [...text.matchAll(/\b(?:import|require)\(\s*'([^']+)'/g)].map(([, target]) => ({ file: target!, name: '*' }));
  for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.Latest).statements) {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      const target = textOf(statement.moduleSpecifier);
      if (bindings && ts.isNamedImports(bindings))
        imports.push(...bindings.elements.map(({ name, propertyName }) => ({ file: target, name: (propertyName ?? name).text })));
      else if (bindings) imports.push({ file: target, name: '*' });
    } else if (ts.isExportDeclaration(statement)) {
      const target = statement.moduleSpecifier && textOf(statement.moduleSpecifier);
      const clause = statement.exportClause;
      const names = clause && ts.isNamedExports(clause) ? [...clause.elements] : [];
      exports.push(...names.map(({ name }) => name.text));
      if (target && !clause) passedOn.push(target);
      if (target) imports.push(...names.map(({ name, propertyName }) => ({ file: target, name: (propertyName ?? name).text })));
    } else if (ts.isModuleDeclaration(statement) && ts.isStringLiteral(statement.name)) {
      // What a file adds to a type of another stands there for whoever reads that.
      const target = statement.name.text;
      const added = statement.body && ts.isModuleBlock(statement.body) ? statement.body.statements : [];
      imports.push(...added.flatMap((one) => namesOf(one)).map((name) => ({ file: target, name })));
    } else if (isExported(statement)) exports.push(...namesOf(statement));
  }
  return { exports, imports, passedOn };
}

function textOf(specifier: ts.Expression): string {
  return (specifier as ts.StringLiteral).text;
}

function isExported(statement: ts.Statement): boolean {
  const kinds = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []).map(({ kind }) => kind) : [];
  return kinds.includes(ts.SyntaxKind.ExportKeyword) && !kinds.includes(ts.SyntaxKind.DefaultKeyword);
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.text] : [];
}

function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundBy(element.name) : []));
}

/** The file that is meant, when it is one of ours. */
function resolved(texts: ReadonlyMap<string, string>, file: string, target: string): string | undefined {
  const path = target.startsWith('@waymark/')
    ? `libs/${target.slice('@waymark/'.length)}`
    : target.startsWith('.')
      ? posix.join(dirname(file), target)
      : null;
  return path === null ? undefined : ['', '.ts', '.mjs', '.d.ts'].map((end) => path + end).find((one) => texts.has(one));
}
