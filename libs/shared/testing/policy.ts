import type { Holder } from '@waymark/shared/kernel/manifest';
import type { Role } from '@waymark/shared/kernel/roles';
import type { TestApp } from './app';
import type { SignedIn } from './given';

/** Who may call a route: everybody, everybody who is signed in, or who has one of these roles. `installation` administers all of it. */
type Who = 'anyone' | 'signed-in' | readonly Holder[];

/**
 * Who may call one route, on whose things. `of` names what it is about (see `things`): a thing of the actor's own place is theirs, one of
 * another provider and one that does not exist are both 404. Without it the route is about no thing in particular; `provider` names its
 * provider in the body or the query.
 */
export interface Rule {
  by: Who;
  of?: string;
  /** What to send, where the description of the body is not enough to make one that is well formed. */
  body?: Record<string, unknown>;
  /** The same for a body with every field there is, where they depend on each other; `undefined` leaves one out. */
  fullBody?: Record<string, unknown>;
  query?: Record<string, unknown>;
  /** What the other roles get, where it is not the 403 of a role that may not. */
  otherwise?: 403 | 404;
  /** Shared by the installation: another provider's is as good as one's own. */
  shared?: true;
}

/** The ids of one provider and of what is there. Each domain adds its own, here and with `place`. */
export interface Place {
  providerId: string;
}

/**
 * What a domain says for the tests of authorisation and of hostile requests, in its `testing/policy.ts`. They find it there by themselves.
 */
export interface DomainPolicy {
  /** `GET /people/{id}` to who may. A new route needs one line. */
  routes: Readonly<Record<string, Rule>>;
  /** Makes a fresh thing of a place, by the name that a rule's `of` has. */
  things?: Readonly<Record<string, (app: TestApp, at: Place, by: SignedIn) => Promise<{ id: string }>>>;
  /** Adds this domain's things to a place. `from` names the ids of other domains that have to be there first. */
  place?: { from?: readonly (keyof Place)[]; add: (app: TestApp, at: Place) => Promise<Partial<Place>> };
  /** Values of fields by their name, where any text or date would not do. The ids of a place are known by theirs. */
  samples?: (at: Place) => Record<string, unknown>;
  /** Roles that are held somewhere else than at a provider. */
  actors?: Partial<Record<Role, (app: TestApp, at: Place) => Promise<SignedIn>>>;
}

export const INSTALLATION = ['installation'] as const;
export const ADMINISTRATORS = ['administrator', ...INSTALLATION] as const;
export const STAFF = ['programme_staff', ...ADMINISTRATORS] as const;

export const anyone: Rule = { by: 'anyone' };
export const signedIn: Rule = { by: 'signed-in' };
export const to = (by: Who, of?: string, more: Partial<Rule> = {}): Rule => ({ by, ...(of ? { of } : {}), ...more });

export const policy: DomainPolicy = {
  routes: {
    'GET /health/live': anyone,
    'GET /health/ready': anyone,
  },
};
