import type { Route, Routes } from '@angular/router';
import type { Permission } from '@waymark/shared/kernel/manifest';

/** What somebody must hold somewhere to open a page or to be led to it; of several, one is enough. It is what the page's first request asks. */
export type Needs = Permission | readonly Permission[];

interface PageData {
  needs: Needs;
  [more: string]: unknown;
}

/** A page that says what it needs. */
export interface GuardedRoute extends Route {
  data: PageData;
  children?: GuardedRoutes;
}
interface Redirect extends Route {
  redirectTo: NonNullable<Route['redirectTo']>;
}

/** Pages that each say what they need: one that does not is no page of the workbench, and does not compile. */
type GuardedRoutes = (GuardedRoute | Redirect)[];

/** Pages about one's own things, which need nothing but to be signed in; unless they say so. */
type OwnRoutes = (Route & { data?: Partial<PageData> })[];

/** The pages of a domain, by the frame that they stand in. An application merges those of its domains. */
export interface DomainRoutes {
  /** For anybody, in the white frame. */
  open?: Routes;
  /** In the workbench. */
  staff?: GuardedRoutes;
  /** Inside a page of another domain, by the path of that one: `{ 'cohorts/:id': … }`. */
  inside?: Readonly<Record<string, GuardedRoutes>>;
  /** What participants, employers and managers see about themselves and theirs. */
  participant?: OwnRoutes;
  /** A reader's own account: in the workbench for staff, with the participants' pages for everybody else. */
  account?: OwnRoutes;
}
