import { hash } from '@node-rs/argon2';
import { createHash, randomBytes } from 'node:crypto';
import { Account } from '@waymark/identity/api/accounts/account.entity';
import { Invitation } from '@waymark/identity/api/invitations/invitation.entity';
import { RoleAssignment } from '@waymark/identity/api/roles/role-assignment.entity';
import type { Scope } from '@waymark/identity/api/scopes';
import { AuthSession } from '@waymark/identity/api/sessions/auth-session.entity';
import { givenPerson } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import type { Ground, Held, SignedIn } from '@waymark/shared/testing/given';

export const PASSWORD = 'steady lantern over water';

export function givenRole({ given, clock }: Ground, personId: string, role: string, held: Held = {}) {
  const [scopeKind, scopeId] = held.organisationId
    ? ['organisation', held.organisationId]
    : held.providerId
      ? ['provider', held.providerId]
      : held.cohortId
        ? ['cohort', held.cohortId]
        : ['installation', null];
  const providerId = held.organisationId ? held.providerId : undefined;
  const granted = { grantedBy: personId, grantedAt: clock.now() };
  return given.entity(RoleAssignment, { id: newId(), personId, role, scopeKind, scopeId, providerId, ...granted });
}

/** Somebody for a role: who holds one at an organisation need not be known to the provider that gave it. */
const givenHolder = (app: Ground, { providerId, organisationId }: Held) =>
  givenPerson(app, { providerId: organisationId ? undefined : providerId });

/** What identity knows of a cohort, so that roles can be held there. */
export function givenScope({ given }: Ground, { id, providerId, name }: Omit<Scope, 'kind'>) {
  return given.row('scope', { kind: 'cohort', id, provider_id: providerId, name });
}

/** Somebody who can sign in with `PASSWORD`; a role where you say. */
export async function givenAccount(
  app: Ground,
  role?: string,
  held: Held = {},
): Promise<{ accountId: string; personId: string; email: string }> {
  const person = await givenHolder(app, held);
  const now = app.clock.now();
  const account = await app.given.entity(Account, {
    id: newId(),
    personId: person.id,
    email: person.email,
    foldedEmail: person.email.toLowerCase(),
    passwordHash: await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
    passwordChangedAt: now,
    createdAt: now,
  });
  if (role) await givenRole(app, person.id, role, held);
  return { accountId: account.id, personId: person.id, email: person.email };
}

/** An invitation to evaluate a provider, good for four weeks. */
export async function givenInvitation(app: Ground, providerId: string, over: Partial<Invitation> = {}) {
  return app.given.entity(Invitation, {
    id: newId(),
    personId: over.personId ?? (await givenPerson(app, { providerId })).id,
    email: 'invited@example.org',
    tokenHash: randomBytes(32),
    role: 'evaluator',
    scopeKind: 'provider',
    scopeId: providerId,
    providerId,
    invitedBy: newId(),
    createdAt: app.clock.now(),
    expiresAt: new Date(app.clock.now().getTime() + 28 * 86_400_000),
    ...over,
  });
}

/** A browser that an account signed in with, which stays signed in. */
export function givenAuthSession({ given, clock }: Ground, accountId: string, over: Partial<AuthSession> = {}) {
  return given.entity(AuthSession, {
    id: newId(),
    tokenHash: randomBytes(32),
    accountId,
    createdAt: clock.now(),
    lastSeenAt: clock.now(),
    idleMinutes: 100_000,
    expiresAt: new Date('2100-01-01'),
    device: 'test',
    ...over,
  });
}

/** A passkey that no browser has. */
export function givenPasskey({ given, clock }: Ground, accountId: string) {
  const credential = { credential_id: randomBytes(16).toString('base64url'), public_key: randomBytes(77), counter: 0, transports: ['usb'] };
  return given.row('passkey', { id: newId(), account_id: accountId, ...credential, name: 'Test key', created_at: clock.now() });
}

/** See `TestApp.signedIn`, by which every domain has it. */
export async function signedIn(app: Ground, role?: string, { personId, ...held }: Held & { personId?: string } = {}): Promise<SignedIn> {
  const whose = personId ?? (await givenHolder(app, held)).id;
  if (role) await givenRole(app, whose, role, held);
  const email = `account${app.given.next()}@example.org`;
  const account = await app.given.entity(Account, {
    id: newId(),
    personId: whose,
    email,
    foldedEmail: email,
    createdAt: app.clock.now(),
  });
  const token = randomBytes(32).toString('base64url');
  await givenAuthSession(app, account.id, { tokenHash: createHash('sha256').update(token).digest() });
  return { personId: whose, accountId: account.id, cookie: `waymark=${token}` };
}

/** The session that an answer began, for `by`. */
export const cookieIn = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['set-cookie'] ?? '').split(';')[0]!;
export const asCookie = (cookie: string): SignedIn => ({ cookie, personId: '', accountId: '' });
