/** What a person can be, and where: at the installation, a provider, an organisation or a cohort. */
export const ROLES = ['administrator', 'programme_staff', 'facilitator', 'participant', 'line_manager', 'employer', 'evaluator'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPE_KINDS = ['installation', 'provider', 'organisation', 'cohort'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

/** A role held somewhere. `scopeId` is null at the installation. */
export interface Grant {
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
}

const READING = [
  'programmes:read',
  'venues:read',
  'facilitators:read',
  'cohorts:read',
  'enrolments:read',
  'schedule:read',
  'organisations:read',
] as const;

const STAFF = [
  ...READING,
  'people:read',
  'people:edit',
  'people:import',
  'organisations:edit',
  'organisations:import',
  'programmes:edit',
  'venues:edit',
  'facilitators:edit',
  'holidays:import',
  'cohorts:edit',
  'cohorts:stage',
  'enrolments:edit',
  'needs:read',
  'schedule:edit',
  'schedule:release',
  'schedule:override',
  'accounts:invite',
] as const;

const ADMINISTRATION = [...STAFF, 'roles:edit', 'audit:read'] as const;

/** What only somebody who holds their role at the whole installation may do, besides what the role allows. */
const INSTALLATION = ['providers:edit'] as const;

/** The whole of it: what each role may do, within where it is held. */
export const PERMISSIONS_OF: Record<Role, readonly string[]> = {
  administrator: ADMINISTRATION,
  programme_staff: STAFF,
  facilitator: ['cohorts:read', 'enrolments:read', 'schedule:read'],
  // A participant's own things need no permission: those routes are for everybody who is signed in.
  participant: [],
  // Those who name them as their manager, and nobody else of the organisation.
  line_manager: ['reports:read'],
  employer: ['reports:read', 'employees:read', 'organisations:read'],
  evaluator: ['cohorts:read', 'programmes:read', 'schedule:read'],
};

/** Where each role may be held. */
export const SCOPES_OF: Record<Role, readonly ScopeKind[]> = {
  administrator: ['installation', 'provider'],
  programme_staff: ['provider', 'cohort'],
  facilitator: ['cohort'],
  participant: ['cohort'],
  line_manager: ['organisation', 'cohort'],
  employer: ['organisation'],
  evaluator: ['provider', 'cohort'],
};

/** Everything that a permission can be called, for the tests that look for routes asking for another. */
export const PERMISSIONS: readonly string[] = [...new Set([...Object.values(PERMISSIONS_OF).flat(), ...INSTALLATION])].sort();

export interface Reached {
  all: boolean;
  providers: string[];
  organisations: string[];
  cohorts: string[];
}

/** Permission to where it is held: the union over all grants. */
export function reachOfGrants(grants: readonly Grant[]): Map<string, Reached> {
  const reach = new Map<string, Reached>();
  for (const grant of grants) {
    const wide = grant.role === 'administrator' && grant.scopeKind === 'installation' ? INSTALLATION : [];
    for (const permission of [...PERMISSIONS_OF[grant.role], ...wide]) {
      let held = reach.get(permission);
      if (!held) reach.set(permission, (held = { all: false, providers: [], organisations: [], cohorts: [] }));
      addTo(held, grant);
    }
  }
  return reach;
}

/** What row-level security lets somebody's transactions see: wherever any role is held. */
export function scopeOfGrants(grants: readonly Grant[]): Reached {
  const scope: Reached = { all: false, providers: [], organisations: [], cohorts: [] };
  for (const grant of grants) addTo(scope, grant);
  return scope;
}

function addTo(held: Reached, { scopeKind, scopeId }: Grant): void {
  if (scopeKind === 'installation') held.all = true;
  else held[`${scopeKind}s` as 'providers' | 'organisations' | 'cohorts'].push(scopeId!);
}

/** The home that fits what somebody does most. */
export function homeOf(grants: readonly Grant[]): 'staff' | 'participant' | 'employer' {
  const roles = new Set(grants.map(({ role }) => role));
  if (roles.has('administrator') || roles.has('programme_staff') || roles.has('evaluator')) return 'staff';
  if (roles.has('participant') || roles.has('facilitator')) return 'participant';
  return roles.has('employer') || roles.has('line_manager') ? 'employer' : 'participant';
}

/** Idle time, in minutes: half an hour for those who see other people's data, longer for one's own. */
export function idleMinutesOf(grants: readonly Grant[]): number {
  return grants.every(({ role }) => role === 'participant') ? 120 : 30;
}
