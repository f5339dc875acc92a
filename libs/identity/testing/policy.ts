import { newId } from '@waymark/shared/kernel/ids';
import { ADMINISTRATORS, anyone, INSTALLATION, signedIn, STAFF, to, type DomainPolicy } from '@waymark/shared/testing/policy';

const EVALUATOR = { role: 'evaluator', scopeKind: 'provider' };

export const policy: DomainPolicy = {
  routes: {
    'POST /session': anyone,
    'POST /session/link': anyone,
    'POST /sign-in-links': anyone,
    'GET /demo-accounts': anyone,
    'GET /setup': anyone,
    'POST /setup': anyone,
    'POST /invitation-lookups': anyone,
    'POST /invitation-acceptances': anyone,
    'GET /session': signedIn,
    'DELETE /session': signedIn,
    'PUT /session/extension': signedIn,
    'GET /my/sessions': signedIn,
    'DELETE /my/sessions': signedIn,
    'DELETE /my/sessions/{id}': to('signed-in', 'mySession'),
    'PUT /account/password': signedIn,
    'PUT /accounts/{id}/disabled': to(ADMINISTRATORS, 'account'),
    'DELETE /accounts/{id}/disabled': to(ADMINISTRATORS, 'account'),
    'GET /providers': to(INSTALLATION),
    'POST /providers': to(INSTALLATION),
    'GET /invitations': to(STAFF, 'provider'),
    'POST /invitations': to(STAFF, 'provider', {
      body: { givenName: 'A', familyName: 'B', email: 'a.b@example.org', ...EVALUATOR },
      fullBody: EVALUATOR,
    }),
    'PUT /invitations/{id}/sending': to(STAFF, 'invitation'),
    'PUT /invitations/{id}/revocation': to(STAFF, 'invitation'),
    'GET /role-assignments': to(STAFF, 'provider'),
    'POST /role-assignments': to(ADMINISTRATORS, 'provider', { body: EVALUATOR, fullBody: EVALUATOR }),
    'PUT /role-assignments/{id}/end': to(ADMINISTRATORS, 'roleAssignment'),
    'GET /events': to(ADMINISTRATORS, 'provider'),
  },
  things: {
    account: async (app, { providerId }) => ({ id: (await app.given.signedIn('evaluator', { providerId })).accountId }),
    roleAssignment: async (app, { providerId }) => app.given.role((await app.given.person({ providerId })).id, 'evaluator', { providerId }),
    invitation: async (app, { providerId }) =>
      app.given.row('invitation', {
        id: newId(),
        person_id: (await app.given.person({ providerId })).id,
        email: 'invited@example.org',
        token_hash: Buffer.from(newId()),
        role: 'evaluator',
        scope_kind: 'provider',
        scope_id: providerId,
        provider_id: providerId,
        invited_by: newId(),
        created_at: app.clock.now(),
        expires_at: '2027-06-01',
      }),
    mySession: async (app, at, by) =>
      app.given.row('auth_session', {
        id: newId(),
        token_hash: Buffer.from(newId()),
        account_id: by.accountId,
        created_at: app.clock.now(),
        last_seen_at: app.clock.now(),
        idle_minutes: 30,
        expires_at: '2100-01-01',
        device: at.providerId,
      }),
  },
};
