import type { Holder, Manifest, Permission } from '@waymark/shared/kernel/manifest';
import { ROLES, type Role, type ScopeKind } from '@waymark/shared/kernel/roles';
import { SENSITIVE } from './second-factor';

/** A role held somewhere. `scopeId` is null at the installation; `providerId` is through which provider a role at an organisation was given, or whose the cohort is. */
export interface Grant {
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
  providerId?: string | null | undefined;
  /** The provider asks for a second factor. */
  guarded?: boolean | undefined;
}

/** Where each role may be held. */
export const SCOPES_OF: Record<Role, readonly ScopeKind[]> = {
  administrator: ['installation', 'provider'],
  programme_staff: ['provider', 'cohort'],
  facilitator: ['cohort'],
  participant: ['cohort'],
  line_manager: ['organisation', 'cohort'],
  employer: ['organisation'],
  evaluator: ['provider', 'cohort'],
  register_keeper: ['installation'],
};

interface Reached {
  all: boolean;
  providers: string[];
  organisations: { organisationId: string; providerId: string }[];
  cohorts: string[];
  register?: true;
}

/** What each holder may do, within where they hold it. */
export type Allowed = Readonly<Record<Holder, readonly Permission[]>>;

/** Turns round what the manifests say: from who holds a permission to what somebody holds. */
export function allowedBy(permissions: Manifest['permissions']): Allowed {
  const all = Object.entries(permissions) as [Permission, readonly Holder[]][];
  const of = (holder: Holder) => all.filter(([, holders]) => holders.includes(holder)).map(([permission]) => permission);
  return Object.fromEntries([...ROLES, 'installation' as const].map((holder) => [holder, of(holder)])) as unknown as Allowed;
}

/** Permission to where it is held: the union over all grants. `strong`: a second factor has been shown, without which what is guarded opens nothing sensitive. */
export function reachOfGrants(grants: readonly Grant[], allowed: Allowed, { strong = true } = {}): Map<Permission, Reached> {
  const reach = new Map<Permission, Reached>();
  for (const grant of grants) {
    const wide = grant.role === 'administrator' && grant.scopeKind === 'installation' ? allowed.installation : [];
    for (const permission of [...allowed[grant.role], ...wide]) {
      if (grant.guarded && !strong && SENSITIVE.includes(permission)) continue;
      let held = reach.get(permission);
      if (!held) reach.set(permission, (held = { all: false, providers: [], organisations: [], cohorts: [] }));
      addTo(held, grant);
    }
  }
  return reach;
}

/** Those who write nothing but what is their own: at a provider or a cohort they only read. */
const READERS: readonly Role[] = ['evaluator', 'facilitator'];
const WORKERS: readonly Role[] = ['administrator', 'programme_staff', 'register_keeper'];

/**
 * What row-level security lets somebody's transactions see and write: wherever they work. Where they only take part, or manage who does, they
 * see what is their own, which needs no scope.
 */
export function scopeOfGrants(grants: readonly Grant[]): Reached & { reading: string[] } {
  const scope = { all: false, providers: [], organisations: [], cohorts: [], reading: [] as string[] };
  for (const grant of grants) {
    if (READERS.includes(grant.role)) scope.reading.push(grant.scopeId!);
    else if (WORKERS.includes(grant.role) || grant.scopeKind === 'organisation') addTo(scope, grant);
  }
  return scope;
}

/** The provider that somebody belongs to: the first they hold a role at or through. Whoever has none at any looks after the installation, or has none yet. */
export function providerOf(grants: readonly Grant[]): string {
  if (grants.some(({ scopeKind }) => scopeKind === 'installation')) return 'installation';
  const [first] = grants.flatMap(({ scopeKind, scopeId, providerId }) => (scopeKind === 'provider' ? scopeId : providerId) ?? []);
  return first ?? 'installation';
}

/** A role at an organisation through no provider reaches nothing; who keeps the register reaches what is shared, and nothing of any provider. */
function addTo(held: Reached, { role, scopeKind, scopeId, providerId }: Grant): void {
  if (role === 'register_keeper') held.register = true;
  else if (scopeKind === 'installation') held.all = true;
  else if (scopeKind !== 'organisation') held[`${scopeKind}s` as 'providers' | 'cohorts'].push(scopeId!);
  else if (providerId) held.organisations.push({ organisationId: scopeId!, providerId });
}

/** The home that fits what somebody does most. */
export function homeOf(grants: readonly Grant[]): 'staff' | 'participant' | 'employer' {
  const roles = new Set(grants.map(({ role }) => role));
  if (roles.has('administrator') || roles.has('programme_staff') || roles.has('evaluator') || roles.has('register_keeper')) return 'staff';
  if (roles.has('participant') || roles.has('facilitator')) return 'participant';
  return roles.has('employer') || roles.has('line_manager') ? 'employer' : 'participant';
}

/** Idle time, in minutes: half an hour for those who see other people's data, longer for one's own. */
export function idleMinutesOf(grants: readonly Grant[]): number {
  return grants.every(({ role }) => role === 'participant') ? 120 : 30;
}
