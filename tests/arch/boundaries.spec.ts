import { dirname, posix } from 'node:path';
import { filesIn, read } from './files';
import { layers, scopes } from './map';

const files = [...filesIn('libs', source), ...filesIn('apps', source)];

/** What three rooms out of one still ask of each other the wrong way round. It only shrinks. */
const NOT_YET = [
  'libs/cohorts/api/cohorts/cohort-overview.queries.ts must not import @waymark/schedule/api/schedule/clash-counts.service',
  'libs/cohorts/api/cohorts/cohort-overview.queries.ts must not import @waymark/schedule/api/schedule/schedule-checks',
  'libs/cohorts/api/cohorts/cohort-settings.service.ts must not import @waymark/schedule/api/schedule/clash-counts.service',
  'libs/cohorts/api/cohorts/cohort-stages.service.ts must not import @waymark/schedule/api/releases/releases.service',
  'libs/cohorts/api/cohorts/cohort-stages.service.ts must not import @waymark/schedule/api/schedule/schedule-checks',
  'libs/cohorts/api/enrolment-writer.ts must not import @waymark/schedule/api/schedule/clash-counts.service',
  'libs/cohorts/api/enrolments/enrolments.service.ts must not import @waymark/schedule/api/schedule/clash-counts.service',
  'libs/cohorts/api/staff-home/staff-home.queries.ts must not import @waymark/schedule/api/schedule/schedule-checks',
  'libs/cohorts/api/sub-groups/sub-groups.service.ts must not import @waymark/schedule/api/schedule/clash-counts.service',
];

describe('imports', () => {
  it('follow the map', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(wrongImportsOf)).toEqual(NOT_YET);
  });

  it('are told apart by this very test', () => {
    expect(wrongImportOf('libs/people/domain/x.ts', '@waymark/people/api/people.module')).toBeTruthy();
    expect(wrongImportOf('libs/people/domain/x.ts', 'zod')).toBeTruthy();
    expect(wrongImportOf('libs/people/api/x.ts', '@waymark/cohorts/domain/manifest')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/web/x.ts', '@waymark/cohorts/api/cohorts.module')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/api/x.ts', '@waymark/identity/api/sessions/session-token')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/web/pages/x.ts', '../../api/cohorts.module')).toBeTruthy();
    expect(wrongImportOf('libs/cohorts/api/x.ts', '@waymark/identity/domain/permissions')).toBeNull();
    expect(wrongImportOf('libs/cohorts/web/x.ts', '@waymark/engines/timetable/model')).toBeNull();
  });

  it('never go round in a circle', () => {
    const circle = (scope: string, seen: readonly string[]): string[] =>
      seen.includes(scope) ? [...seen, scope] : (scopes[scope] ?? []).flatMap((next) => circle(next, [...seen, scope]));
    expect(Object.keys(scopes).flatMap((scope) => circle(scope, []))).toEqual([]);
  });
});

function source(path: string): boolean {
  return path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('.d.ts');
}

function wrongImportsOf(file: string): string[] {
  return importsOf(read(file)).flatMap((target) => wrongImportOf(file, target) ?? []);
}

function wrongImportOf(file: string, target: string): string | null {
  const from = placeOf(file);
  const path = target.startsWith('@waymark/')
    ? `libs/${target.slice('@waymark/'.length)}`
    : target.startsWith('.')
      ? posix.join(dirname(file), target)
      : null;
  if (file.startsWith('apps/')) return null;
  const may = path === null ? mayUse(from, target) : mayReach(from, placeOf(path));
  return may ? null : `${file} must not import ${target}`;
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
    : (scopes[from.scope] ?? []).includes(to.scope) && !to.hidden;
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
