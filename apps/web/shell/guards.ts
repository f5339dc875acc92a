import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import { HOMES, Session } from '@waymark/shared/web/session';
import { staffNavigation } from './navigation';

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

/** The workbench is for those who have work in it; others are told so, at the address they asked for. Comes after `signedIn`. */
export const mayWork: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  await session.load();
  const view = session.current();
  // Home alone is no work.
  if (!view || view.home === 'staff' || staffNavigation(view.can).length > 1) return true;
  return new RedirectCommand(router.parseUrl('/not-allowed'), { browserUrl: state.url });
};

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

/** For pages anybody may read: those who are signed in see their own provider's name above them. */
export const known: CanActivateFn = async () => {
  await inject(Session).load();
  return true;
};
