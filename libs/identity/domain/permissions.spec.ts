import { ROLES, type Role, type ScopeKind } from '@waymark/shared/kernel/roles';
import { allowedBy, homeOf, idleMinutesOf, reachOfGrants, scopeOfGrants, SCOPES_OF, type Grant } from './permissions';

const allowed = allowedBy({
  'cohorts:read': ['administrator', 'programme_staff', 'facilitator'],
  'cohorts:edit': ['administrator', 'programme_staff'],
  'roles:edit': ['administrator'],
  'providers:edit': ['installation'],
});

const staffAt = (scopeId: string): Grant => ({ role: 'programme_staff', scopeKind: 'provider', scopeId });

describe('reachOfGrants', () => {
  it('keeps a permission to where its role is held', () => {
    const reach = reachOfGrants([staffAt('east'), { role: 'facilitator', scopeKind: 'cohort', scopeId: 'york' }], allowed);
    expect(reach.get('cohorts:read')).toEqual({ all: false, providers: ['east'], organisations: [], cohorts: ['york'] });
    expect(reach.get('cohorts:edit')).toEqual({ all: false, providers: ['east'], organisations: [], cohorts: [] });
  });

  it('knows nothing that no role allows', () => {
    expect(reachOfGrants([{ role: 'participant', scopeKind: 'cohort', scopeId: 'york' }], allowed).size).toBe(0);
  });

  it('reaches everything from the installation', () => {
    expect(reachOfGrants([{ role: 'administrator', scopeKind: 'installation', scopeId: null }], allowed).get('roles:edit')).toMatchObject({
      all: true,
    });
  });
});

it('keeps providers to administrators of the installation', () => {
  const provider: Grant = { role: 'administrator', scopeKind: 'provider', scopeId: 'east' };
  expect(reachOfGrants([provider], allowed).has('providers:edit')).toBe(false);
  expect(reachOfGrants([{ ...provider, scopeKind: 'installation', scopeId: null }], allowed).has('providers:edit')).toBe(true);
});

const nowhere = { all: false, providers: [], organisations: [], cohorts: [], reading: [] };

describe('scopeOfGrants', () => {
  const at = (role: Role, scopeKind: ScopeKind, scopeId: string): Grant => ({ role, scopeKind, scopeId });

  it('is wherever somebody works', () => {
    expect(scopeOfGrants([staffAt('east'), at('programme_staff', 'cohort', 'york')])).toEqual({
      ...nowhere,
      providers: ['east'],
      cohorts: ['york'],
    });
  });

  it('only reads where somebody evaluates or leads sessions', () => {
    const grants = [at('evaluator', 'provider', 'east'), at('evaluator', 'cohort', 'york'), at('facilitator', 'cohort', 'leeds')];
    expect(scopeOfGrants(grants)).toEqual({ ...nowhere, reading: ['east', 'york', 'leeds'] });
  });

  it('is nothing where somebody takes part, or manages who does', () => {
    expect(scopeOfGrants([at('participant', 'cohort', 'york'), at('line_manager', 'cohort', 'york')])).toEqual(nowhere);
  });
});

describe('a role at an organisation', () => {
  const employer = (providerId: string | null): Grant => ({ role: 'employer', scopeKind: 'organisation', scopeId: 'essex', providerId });
  const reports = allowedBy({ 'reports:read': ['employer'] });

  it('reaches through the provider that gave it, and through two where two did', () => {
    const [east, north] = ['east', 'north'].map((providerId) => ({ organisationId: 'essex', providerId }));
    expect(scopeOfGrants([employer('east')]).organisations).toEqual([east]);
    expect(reachOfGrants([employer('east'), employer('north')], reports).get('reports:read')?.organisations).toEqual([east, north]);
  });

  it('reaches nothing through nobody', () => {
    expect(scopeOfGrants([employer(null)])).toEqual(nowhere);
  });
});

describe('homeOf', () => {
  it.each([
    [[staffAt('east')], 'staff', 30],
    [[{ role: 'participant', scopeKind: 'cohort', scopeId: 'york' }], 'participant', 120],
    [[{ role: 'employer', scopeKind: 'organisation', scopeId: 'essex' }], 'employer', 30],
    [[], 'participant', 120],
  ] as [Grant[], string, number][])('fits %j', (grants, home, idle) => {
    expect([homeOf(grants), idleMinutesOf(grants)]).toEqual([home, idle]);
  });
});

it('gives every role permissions and somewhere to be held', () => {
  for (const role of ROLES) {
    expect(allowed[role]).toBeDefined();
    expect(SCOPES_OF[role].length).toBeGreaterThan(0);
  }
});
