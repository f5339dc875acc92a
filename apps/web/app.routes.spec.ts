import type { Route, Routes } from '@angular/router';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { everyManifest } from '@waymark/shared/testing/manifests';
import { routes, staff } from './app.routes';
import { domains } from './domains';
import { takesPart, worksAsStaff } from './shell/guards';

const { permissions } = everyManifest();

describe('the pages of the workbench', () => {
  it('each say what somebody must hold to open them, in permissions that there are', () => {
    expect(pages(staff).filter(({ needs }) => needs.length === 0)).toEqual([]);
    expect(pages(staff).flatMap(({ needs }) => needs.filter((need) => !(need in permissions)))).toEqual([]);
    // Those that stand inside another domain's page are there, each inside one that there is.
    const paths = pages(staff).map(({ path }) => path);
    const inside = domains.flatMap(({ routes }) => Object.entries(routes.inside ?? {}));
    expect(inside.length).toBeGreaterThan(0);
    expect(inside.flatMap(([at, own]) => own.map(({ path }) => `${at}/${path}`)).filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('are not left without asking while something on them is unsaved', () => {
    const leaves = (list: Routes): Route[] =>
      list.flatMap((route) => [...(route.children ? leaves(route.children) : route.loadComponent ? [route] : [])]);
    expect(leaves(staff).filter(({ canDeactivate }) => !canDeactivate?.length)).toEqual([]);
  });

  it('keep their navigation around them on the pages that anybody may read', () => {
    const around = (path: string) =>
      routes.filter(({ children = [] }) => children.some((child) => child.path === path)).map(({ canMatch }) => canMatch?.[0] ?? null);
    for (const path of ['help', 'privacy', 'cookies', 'accessibility']) expect(around(path)).toEqual([worksAsStaff, takesPart, null]);
  });

  it.each([
    ['employer', ['organisations', 'organisations/:id', 'my/people']],
    ['line_manager', ['my/people']],
    ['participant', []],
    [
      'facilitator',
      [
        'cohorts',
        'cohorts/:id',
        'cohorts/:id/overview',
        'cohorts/:id/people',
        'cohorts/:id/schedule',
        'cohorts/:id/schedule/sessions/:sessionId',
        'staff',
      ],
    ],
  ] as const)('let a %s open what their role includes and no form that they may not send', (role, open) => {
    const can = Object.entries(permissions).flatMap(([permission, holders]) => (holders.includes(role) ? [permission] : []));
    const guarded = pages(routes).filter(({ needs }) => needs.length > 0);
    const opened = guarded.filter(({ needs }) => needs.some((need) => can.includes(need))).map(({ path }) => path);
    expect(opened.sort()).toEqual([...open].sort());
  });
});

describe('the list of pages that the server goes by', () => {
  it('has every address of these routes, and no other', () => {
    const listed = spawnSync(process.execPath, [join(__dirname, '../../tools/addresses.mjs')], { encoding: 'utf8' });
    expect(JSON.parse(listed.stdout)).toEqual([...new Set(everyPath(routes))].filter((path) => !path.startsWith('components')).sort());
  });
});

/** Every address that leads somewhere, of pages and of what stands around them. */
function everyPath(among: Routes, under = ''): string[] {
  return among.flatMap((route) => {
    if (route.path === '**') return [];
    const path = [under, route.path].filter(Boolean).join('/');
    return [...(path ? [path] : []), ...everyPath(route.children ?? [], path)];
  });
}

interface Page {
  path: string;
  needs: string[];
}

/** Every route that shows something, by its whole path. */
function pages(among: Routes, under = ''): Page[] {
  return among.flatMap((route) => {
    const path = [under, route.path].filter(Boolean).join('/');
    const own = route.path && (route.component ?? route.loadComponent) ? [{ path, needs: needsOf(route) }] : [];
    return [...own, ...pages(route.children ?? [], path)];
  });
}

const needsOf = (route: Route): string[] => [(route.data?.['needs'] ?? []) as string | string[]].flat();
