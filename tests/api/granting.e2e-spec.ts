import { givenCohort } from '@waymark/cohorts/testing/cohorts.factories';
import { givenRole } from '@waymark/identity/testing/identity.factories';
import { givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { ROLES, SCOPE_KINDS, type Role, type ScopeKind } from '@waymark/shared/kernel/roles';
import { TestApp, type Answer } from '@waymark/shared/testing/app';
import type { Held, SignedIn } from '@waymark/shared/testing/given';

// Who may give which role where: the table says it, and each line of it is tried over HTTP.

/** The roles that somebody may give at each kind of place. One that is left out is out of their reach, and reads as if it were not there. */
type Gives = Partial<Record<ScopeKind, readonly Role[]>>;
/** 401 and 403: gives none, wherever it is. */
type Says = Gives | 401 | 403;

const ON_COHORT: readonly Role[] = ['facilitator', 'participant', 'line_manager', 'evaluator'];
const BY_STAFF: Gives = { provider: ['evaluator'], organisation: ['line_manager'], cohort: ON_COHORT };
const BY_ADMINISTRATORS: Gives = {
  provider: ['evaluator', 'programme_staff', 'administrator'],
  organisation: ['line_manager', 'employer'],
  cohort: [...ON_COHORT, 'programme_staff'],
};
/** Every role at every place where it can be held. */
const ALL: Gives = { ...BY_ADMINISTRATORS, installation: ['administrator', 'register_keeper'] };

const TABLE = {
  'a stranger': { invites: 401, assigns: 401 },
  'somebody without a role': { invites: 403, assigns: 403 },
  'an employer of that organisation': { invites: 403, assigns: 403 },
  'staff of that cohort': { invites: { cohort: ON_COHORT }, assigns: 403 },
  'programme staff of that provider': { invites: BY_STAFF, assigns: 403 },
  'an administrator of that provider': { invites: BY_ADMINISTRATORS, assigns: BY_ADMINISTRATORS },
  'an administrator of another provider': { invites: {}, assigns: {} },
  'an administrator of the installation': { invites: ALL, assigns: ALL },
} satisfies Record<string, { invites: Says; assigns: Says }>;
type Giver = keyof typeof TABLE;
const GIVERS = Object.keys(TABLE) as Giver[];

let app: TestApp;
let providerId: string;
let placeIds: Record<ScopeKind, string | null>;
let givers: Record<Giver, SignedIn | undefined>;

beforeAll(async () => {
  app = await TestApp.open({ SIGN_IN_LIMIT: '100000' });
  providerId = (await givenProvider(app)).id;
  const elsewhere = (await givenProvider(app)).id;
  const organisationId = (await givenOrganisation(app)).id;
  const cohortId = (await givenCohort(app, providerId)).id;
  placeIds = { installation: null, provider: providerId, organisation: organisationId, cohort: cohortId };
  givers = {
    'a stranger': undefined,
    'somebody without a role': await app.signedIn(),
    'an employer of that organisation': await app.signedIn('employer', { organisationId, providerId }),
    'staff of that cohort': await app.signedIn('programme_staff', { cohortId }),
    'programme staff of that provider': await app.signedIn('programme_staff', { providerId }),
    'an administrator of that provider': await app.signedIn('administrator', { providerId }),
    'an administrator of another provider': await app.signedIn('administrator', { providerId: elsewhere }),
    'an administrator of the installation': await app.signedIn('administrator'),
  };
});
afterAll(() => app.close());

/** A role of the table at one of its places, with the provider whose place it is or through which it reaches. */
const wished = (role: Role, scopeKind: ScopeKind) => ({
  ...{ role, scopeKind, scopeId: placeIds[scopeKind] },
  providerId: scopeKind === 'installation' ? null : providerId,
});
/** The code of a refusal, or the status. */
const saidBy = ({ status, body }: Answer): string | number => (status === 409 ? body.errors[0].code : status);
const call = (giver: Giver, method: 'POST' | 'PUT', path: string, body?: object) => app.call(method, path, { by: givers[giver], body });

function expected(says: Says, role: Role, scopeKind: ScopeKind): string | number {
  if (typeof says === 'number') return says;
  const gives = says[scopeKind];
  if (!gives) return 404;
  if (gives.includes(role)) return 201;
  return ALL[scopeKind]!.includes(role) ? 'identity_role_administrators' : 'identity_role_scope';
}

const cases = GIVERS.flatMap((giver) => SCOPE_KINDS.map((scopeKind) => [giver, scopeKind] as const));
const answersOf = async (ask: (role: Role) => Promise<string | number>) => {
  const answers: Record<string, string | number> = {};
  for (const role of ROLES) answers[role] = await ask(role);
  return answers;
};
const tableOf = (says: Says, scopeKind: ScopeKind) => Object.fromEntries(ROLES.map((role) => [role, expected(says, role, scopeKind)]));

it.each(cases)('%s assigns roles at: %s', async (giver, scopeKind) => {
  const says = TABLE[giver].assigns;
  const answers = await answersOf(async (role) => {
    const personId = (await givenPerson(app, { providerId })).id;
    const answer = await call(giver, 'POST', '/role-assignments', { personId, ...wished(role, scopeKind) });
    const kept = await app.sql(
      `SELECT r.role, r.scope_kind AS "scopeKind", r.scope_id AS "scopeId", r.provider_id AS through, e.provider_id AS told
         FROM role_assignment r LEFT JOIN event e ON e.subject_id = r.id AND e.name = 'role.granted' WHERE r.person_id = $1`,
      [personId],
    );
    const { providerId: told, ...at } = wished(role, scopeKind);
    const through = scopeKind === 'organisation' ? providerId : null;
    expect([role, kept]).toEqual([role, answer.status === 201 ? [{ ...at, through, told }] : []]);
    return saidBy(answer);
  });
  expect(answers).toEqual(tableOf(says, scopeKind));
});

it.each(cases)('%s invites to roles at: %s', async (giver, scopeKind) => {
  const says = TABLE[giver].invites;
  const answers = await answersOf(async (role) => {
    const email = `invited${app.given.next()}@example.org`;
    const wish = wished(role, scopeKind);
    const answer = await call(giver, 'POST', '/invitations', { givenName: 'Nora', familyName: 'New', email, ...wish });
    const kept = await app.sql(
      `SELECT i.role, i.scope_kind AS "scopeKind", i.scope_id AS "scopeId", i.provider_id AS "providerId", e.provider_id AS told
         FROM invitation i LEFT JOIN event e ON e.subject_id = i.id AND e.name = 'invitation.made' WHERE i.email = $1`,
      [email],
    );
    expect([role, kept]).toEqual([role, answer.status === 201 ? [{ ...wish, told: wish.providerId }] : []]);
    return saidBy(answer);
  });
  expect(answers).toEqual(tableOf(says, scopeKind));
});

it.each(cases)('%s ends roles at: %s', async (giver, scopeKind) => {
  const says = TABLE[giver].assigns;
  for (const role of ALL[scopeKind]!) {
    const held: Record<ScopeKind, Held> = {
      installation: {},
      provider: { providerId },
      organisation: { organisationId: placeIds.organisation!, providerId },
      cohort: { cohortId: placeIds.cohort! },
    };
    const personId = (await givenPerson(app, { providerId })).id;
    const { id } = await givenRole(app, personId, role, held[scopeKind]);
    const { status } = await call(giver, 'PUT', `/role-assignments/${id}/end`);
    const asked = expected(says, role, scopeKind);
    expect([role, status]).toEqual([role, asked === 201 ? 204 : asked]);
    const [kept] = await app.sql(
      `SELECT r.ended_at IS NOT NULL AS ended, e.name, e.provider_id AS told
         FROM role_assignment r LEFT JOIN event e ON e.subject_id = r.id WHERE r.id = $1`,
      [id],
    );
    expect([role, kept]).toEqual([
      role,
      status === 204
        ? { ended: true, name: 'role.ended', told: wished(role, scopeKind).providerId }
        : { ended: false, name: null, told: null },
    ]);
  }
});

describe('a place', () => {
  const administrators: Giver[] = ['an administrator of that provider', 'an administrator of the installation'];
  /** What each of them is answered, who assigns the role and invites to it. */
  const answersTo = async (wish: object): Promise<number[]> => {
    const personId = (await givenPerson(app, { providerId })).id;
    const answers: number[] = [];
    for (const giver of administrators)
      for (const path of ['/role-assignments', '/invitations'])
        answers.push((await call(giver, 'POST', path, { personId, ...wish })).status);
    return answers;
  };
  const missing = [404, 404, 404, 404];

  it('at an organisation is nowhere without a provider, so whoever gives a role there names one', async () => {
    expect(await answersTo({ ...wished('employer', 'organisation'), providerId: null })).toEqual(missing);
    expect(await answersTo({ ...wished('line_manager', 'organisation'), providerId: newId() })).toEqual(missing);
    expect(await answersTo({ ...wished('employer', 'organisation'), scopeId: newId() })).toEqual(missing);
  });

  it('of another provider is missing, under the name of one’s own too', async () => {
    const other = (await givenProvider(app)).id;
    const theirs = (await givenCohort(app, other)).id;
    expect(await answersTo({ ...wished('facilitator', 'cohort'), scopeId: theirs })).toEqual(missing);
    expect(await answersTo({ ...wished('evaluator', 'provider'), scopeId: other })).toEqual(missing);
  });

  it('that does not exist is missing', async () => {
    const nowhere = newId();
    expect(await answersTo({ ...wished('evaluator', 'provider'), scopeId: nowhere, providerId: nowhere })).toEqual(missing);
    expect(await answersTo({ ...wished('evaluator', 'cohort'), scopeId: nowhere })).toEqual(missing);
    expect(await answersTo({ ...wished('administrator', 'installation'), providerId })).toEqual(missing);
  });
});
