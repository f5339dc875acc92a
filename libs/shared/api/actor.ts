import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Permission } from '@waymark/shared/kernel/manifest';

/** An organisation, and the provider through which a role there was given: all providers share organisations, and none reaches into another. */
export interface OrganisationReached {
  organisationId: string;
  providerId: string;
}

/**
 * Where somebody may do one thing. `all` is the whole installation; the lists hold ids.
 * A permission held at a provider reaches everything below it; one held at a cohort reaches that cohort; one held at an organisation reaches
 * what the provider that gave it has of that organisation. `register` is what all providers share, and nothing that belongs to one.
 */
export interface Reach {
  all: boolean;
  providers: readonly string[];
  organisations: readonly OrganisationReached[];
  cohorts: readonly string[];
  register?: true;
}

/** Where row-level security lets somebody's transactions see and write. `reading`: providers and cohorts of which they see some, and write nothing. */
type Scope = Reach & { reading?: readonly string[] };

/** The request that asked for a change, so that asking twice changes once. */
export interface Idempotency {
  key: string;
  fingerprint: string;
}

/** Who is acting, and where they may do what. Jobs and the command line act as `SYSTEM`. */
export interface Actor {
  personId: string;
  accountId: string;
  sessionId: string;
  /** Permission (`cohorts:edit`) to where it is held. */
  reach: ReadonlyMap<Permission, Reach>;
  /** Where they work and what they read: what row-level security lets this actor's transactions see and write. */
  scope: Scope;
  /** The provider they belong to most, by whose turns they are served: see `RequestTurns`, and jobs they ask for. */
  home?: string;
  idempotency?: Idempotency;
  /** What the route that acts answers with: what it writes is kept only if its answer can be given. */
  answers?: StandardSchemaV1;
  /** Has not finished signing in: a second factor must be shown, or set up, before anything else. */
  waitsFor?: 'factor' | 'enrolment' | null;
}

export const NOWHERE: Reach = { all: false, providers: [], organisations: [], cohorts: [] };
const EVERYWHERE: Reach = { all: true, providers: [], organisations: [], cohorts: [], register: true };

export const SYSTEM: Actor = {
  personId: '00000000-0000-7000-8000-000000000001',
  accountId: '00000000-0000-7000-8000-000000000001',
  sessionId: '00000000-0000-7000-8000-000000000001',
  reach: new Map(),
  scope: EVERYWHERE,
};

/** Whoever has not shown yet who they are, or has only just: reaches nothing that belongs to a provider, a cohort or an organisation. */
export const NOBODY: Actor = { ...SYSTEM, scope: NOWHERE };

/** Where `actor` holds `permission`; nowhere when they do not. */
export function reachOf(actor: Actor, permission: Permission): Reach {
  return actor.scope.all && actor === SYSTEM ? EVERYWHERE : (actor.reach.get(permission) ?? NOWHERE);
}

/** May `actor` do this to something of this provider, of this cohort, or of this organisation at this provider? */
export function mayAt(
  actor: Actor,
  permission: Permission,
  at: { providerId?: string | null; cohortId?: string | null; organisationId?: string | null },
): boolean {
  const reach = reachOf(actor, permission);
  return (
    reach.all ||
    (at.providerId != null && reach.providers.includes(at.providerId)) ||
    (at.cohortId != null && reach.cohorts.includes(at.cohortId)) ||
    reach.organisations.some(({ organisationId, providerId }) => organisationId === at.organisationId && providerId === at.providerId)
  );
}

/** May `actor` do this to what all providers share? Whoever administers the installation may only once they are its register keeper too. */
export const mayKeep = (actor: Actor, permission: Permission): boolean => reachOf(actor, permission).register === true;

/** The signed-in person, as a controller's argument. Only on routes that are not `@Allow(ANYONE)`. */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<{ actor: Actor }>().actor,
);
