import { dirname, posix } from 'node:path';
import { filesIn, read } from './files';
import { layers, scopes } from './map';

const files = [...filesIn('libs', source), ...filesIn('apps', source)];

describe('imports', () => {
  it('follow the map', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(wrongImportsOf)).toEqual([]);
  });

  it('are told apart by this very test', () => {
    expect(wrongImportOf('libs/people/domain/x.ts', '@waymark/people/api/people.module')).toBeTruthy();
    expect(wrongImportOf('libs/people/domain/x.ts', 'zod')).toBeTruthy();
    expect(wrongImportOf('libs/people/api/x.ts', '@waymark/cohorts/domain/manifest')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/web/x.ts', '@waymark/cohorts/api/cohorts.module')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/api/x.ts', '@waymark/identity/api/sessions/session-token')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/web/pages/x.ts', '../../api/cohorts.module')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/testing/x.ts', '@waymark/identity/api/identity.module')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/testing/x.ts', '@waymark/schedule/testing/policy')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/demo/x.ts', '@waymark/identity/testing/given')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/demo/x.ts', '../../../apps/api/demo')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/api/x.ts', '@waymark/cohorts/testing/policy')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/testing/x.ts', '@waymark/identity/testing/policy')).toBeNull();
    expect(wrongImportOf('libs/cohorts/testing/x.ts', '@waymark/cohorts/api/cohorts/cohort.entity')).toBeNull();
    expect(wrongImportOf('libs/cohorts/demo/x.ts', '@waymark/identity/demo/accounts')).toBeNull();
    expect(wrongImportOf('libs/cohorts/api/x.ts', '@waymark/identity/domain/permissions')).toBeNull();
    expect(wrongImportOf('libs/cohorts/web/x.ts', '@waymark/engines/timetable/model')).toBeNull();
  });

  it('never go round in a circle of domains', () => {
    const circle = (scope: string, seen: readonly string[]): string[] =>
      seen.includes(scope) ? [...seen, scope] : (scopes[scope] ?? []).flatMap((next) => circle(next, [...seen, scope]));
    expect(Object.keys(scopes).flatMap((scope) => circle(scope, []))).toEqual([]);
  });

  it('never go round in a circle of files', () => {
    expect(circlesIn(new Map(files.map((file) => [file, importsOf(read(file))])))).toEqual([]);
  });

  it('go round in a circle here, and are found, by name or by path, for a type or a value', () => {
    const texts = {
      'libs/people/domain/pair.ts': `import { one } from '@waymark/people/domain/names/one';`,
      'libs/people/domain/names/one.ts': `import type { Other } from './other';\nimport { z } from 'zod';`,
      'libs/people/domain/names/other.ts': `export { more } from '../third';`,
      'libs/people/domain/third.ts': `const late = () => import('@waymark/people/domain/names/one');`,
    };
    const graph = new Map(Object.entries(texts).map(([file, text]) => [file, importsOf(text)]));
    expect(circlesIn(graph)).toEqual([
      'libs/people/domain/names/one.ts → libs/people/domain/names/other.ts → libs/people/domain/third.ts → libs/people/domain/names/one.ts',
    ]);
    expect(circlesIn(graph.set('libs/people/domain/third.ts', []))).toEqual([]);
  });
});

function source(path: string): boolean {
  return path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('.d.ts');
}

/** A round trip for each circle there is, from the first of its files. A file that two circles share is told in one of them. */
function circlesIn(targetsOf: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) {
      const round = path.slice(path.indexOf(file));
      const first = round.indexOf([...round].sort()[0]!);
      const told = [...round.slice(first), ...round.slice(0, first)];
      circles.push([...told, told[0]!].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const target of targetsOf.get(file) ?? []) {
      const next = `${pathOf(file, target)}.ts`;
      if (targetsOf.has(next)) visit(next, [...path, file]);
    }
    done.add(file);
  };
  for (const file of targetsOf.keys()) visit(file, []);
  return circles.sort();
}

function wrongImportsOf(file: string): string[] {
  return importsOf(read(file)).flatMap((target) => wrongImportOf(file, target) ?? []);
}

function wrongImportOf(file: string, target: string): string | null {
  const from = placeOf(file);
  const path = pathOf(file, target);
  if (file.startsWith('apps/')) return null;
  const may = path === null ? mayUse(from, target) : mayReach(from, placeOf(path));
  return may ? null : `${file} must not import ${target}`;
}

/** The path of one of ours, without `.ts`; null for a package. */
function pathOf(file: string, target: string): string | null {
  if (target.startsWith('@waymark/')) return `libs/${target.slice('@waymark/'.length)}`;
  return target.startsWith('.') ? posix.join(dirname(file), target) : null;
}

interface Place {
  scope: string;
  /** A key of `layers`, or `apps`. */
  layer: string;
  /** In a sub-folder: for its own domain only. */
  hidden: boolean;
}

function placeOf(path: string): Place {
  const [top, scope = '', layer = '', ...rest] = path.split('/');
  if (top === 'apps') return { scope: 'apps', layer: 'apps', hidden: false };
  if (scope === 'shared') return { scope: 'shared', layer: `shared/${layer}`, hidden: false };
  if (scope === 'engines') return { scope: 'engines', layer: 'engines', hidden: false };
  return { scope, layer, hidden: rest.length > 1 };
}

function mayReach(from: Place, to: Place): boolean {
  if (from.scope === to.scope && from.layer === to.layer) return true;
  const rule = layers[from.layer];
  if (!rule?.ours.includes(to.layer)) return false;
  if (to.scope === 'shared' || to.layer === 'apps' || from.scope === to.scope) return true;
  return to.scope === 'engines'
    ? from.layer === 'domain' || (scopes[from.scope] ?? []).includes('engines')
    : (scopes[from.scope] ?? []).includes(to.scope) && !to.hidden && (rule.theirs ?? rule.ours).includes(to.layer);
}

function mayUse(from: Place, target: string): boolean {
  const allowed = layers[from.layer]?.packages;
  return allowed === null || (allowed ?? []).some((one) => one.test(target));
}

function importsOf(text: string): string[] {
  return [
    ...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g),
  ].map((match) => (match[1] ?? match[2] ?? match[3])!);
}
