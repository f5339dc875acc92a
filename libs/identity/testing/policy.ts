import { givenAuthSession, givenInvitation, givenRole } from '@waymark/identity/testing/identity.factories';
import { givenPerson } from '@waymark/people/testing/people.factories';
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
    'PUT /providers/{id}/contact': to(ADMINISTRATORS, 'itself', { body: { contact: 'contact@example.org' } }),
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
    itself: async (_, { providerId }) => ({ id: providerId }),
    account: async (app, { providerId }) => ({ id: (await app.signedIn('evaluator', { providerId })).accountId }),
    roleAssignment: async (app, { providerId }) => givenRole(app, (await givenPerson(app, { providerId })).id, 'evaluator', { providerId }),
    invitation: (app, { providerId }) => givenInvitation(app, providerId),
    mySession: (app, _, by) => givenAuthSession(app, by.accountId),
  },
};
