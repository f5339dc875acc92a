import { inject } from '@angular/core';
import { type CanActivateChildFn, type CanActivateFn, type CanMatchFn, RedirectCommand, Router, type Routes } from '@angular/router';
import type { Needs } from '@waymark/shared/web/pages';
import { HOMES, localPath, Session } from '@waymark/shared/web/session';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';

/** Lets people in who are signed in; others sign in first and come back. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  switch (await session.load()) {
    case 'in':
      return true;
    case 'out':
      return router.createUrlTree(['/sign-in'], { queryParams: { next: state.url } });
    case 'unreachable':
      return router.createUrlTree(['/service-problem'], { queryParams: { next: state.url } });
  }
};

/**
 * A route with `data: { needs: 'people:edit' }`, or a list of which one is enough, is for those who hold it somewhere; others are told
 * so, at the address they asked for, before they fill in a form that nobody would take. Comes after `signedIn`.
 */
export const mayOpen: CanActivateChildFn = async (route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  // Its own alone: a child page may need less than, or something other than, the page around it.
  const needs = [(route.routeConfig?.data?.['needs'] ?? []) as Needs].flat();
  await session.load();
  if (needs.length === 0 || needs.some((permission) => session.can(permission))) return true;
  return new RedirectCommand(router.parseUrl('/not-allowed'), { browserUrl: state.url });
};

/** Pages that are not left without asking while something on them is unsaved. Frames do not ask besides: the page in them does. */
export function keepingWork(routes: Routes): Routes {
  return routes.map((route) =>
    route.children
      ? { ...route, children: keepingWork(route.children) }
      : { ...route, ...(route.loadComponent ? { canDeactivate: [() => inject(Unsaved).mayLeave()] } : {}) },
  );
}

/** `/` leads to the home of whoever is signed in. */
export const home: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  switch (await session.load()) {
    case 'in':
      return router.parseUrl(HOMES[session.current()!.home]);
    case 'out':
      return router.parseUrl('/sign-in');
    case 'unreachable':
      return router.parseUrl('/service-problem');
  }
};

/** For pages that stand in either shell. */
export const worksAsStaff: CanMatchFn = async () => {
  const session = inject(Session);
  return (await session.load()) === 'in' && session.current()?.home === 'staff';
};

/** For pages that whoever is signed in and not staff reads within the participants' frame. */
export const takesPart: CanMatchFn = async () => (await inject(Session).load()) === 'in';

/** For pages anybody may read: those who are signed in see their own provider's name above them. */
export const known: CanActivateFn = async () => {
  await inject(Session).load();
  return true;
};

/** For the sign-in page: who is signed in already goes on to where they wanted to go, or home. */
export const stranger: CanActivateFn = async (route) => {
  const session = inject(Session);
  const router = inject(Router);
  if ((await session.load()) !== 'in') return true;
  return router.parseUrl(localPath(route.queryParamMap.get('next'), HOMES[session.current()!.home]));
};
