import { givenEmployment, givenOrganisation, givenPerson, givenProposal } from '@waymark/people/testing/people.factories';
import { STAFF, to, type DomainPolicy } from '@waymark/shared/testing/policy';

declare module '@waymark/shared/testing/policy' {
  interface Place {
    organisationId: string;
    personId: string;
  }
}

const COUNCILS =
  'local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,local-authority-type\nESS,Essex County Council,Essex,E10000012,1974-04-01,,,England,East,CTY';
const PEOPLE = 'First name,Last name,Email\nAda,Obi,ada@example.org';

/** Keeps what all providers share. */
const KEEPER = ['register_keeper'] as const;

export const policy: DomainPolicy = {
  routes: {
    'GET /organisations': to([...STAFF, 'employer', ...KEEPER]),
    'POST /organisations': to(STAFF, 'provider'),
    'GET /organisations/{id}': to([...STAFF, 'employer', ...KEEPER], 'organisation', { shared: true }),
    'PUT /organisations/{id}': to(STAFF, 'ownOrganisation'),
    'PUT /organisations/{id}/own-details': to(STAFF, 'ownOrganisation', { body: { version: 0 }, fullBody: { version: 0 } }),
    'POST /organisations/{id}/proposals': to(STAFF, 'ownOrganisation'),
    'POST /register/organisations': to(KEEPER),
    'PUT /register/organisations/{id}': to(KEEPER, 'organisation'),
    'GET /register-proposals': to([...STAFF, ...KEEPER]),
    'GET /register-proposals/{id}': to([...STAFF, ...KEEPER], 'proposal'),
    'PUT /register-proposals/{id}/taking': to(KEEPER, 'proposal'),
    'PUT /register-proposals/{id}/leaving': to(KEEPER, 'proposal'),
    'PUT /register-proposals/{id}/withdrawal': to(STAFF, 'proposal'),
    'POST /organisation-imports': to(KEEPER, undefined, { fullBody: { content: Buffer.from(COUNCILS).toString('base64') } }),
    'GET /people': to(STAFF),
    'POST /people': to(STAFF, 'provider'),
    'GET /people/{id}': to(STAFF, 'person'),
    'PUT /people/{id}': to(STAFF, 'person'),
    'POST /people/{id}/employments': to(STAFF, 'person'),
    'PUT /employments/{id}': to(STAFF, 'employment'),
    'POST /people-imports': to(STAFF, 'provider'),
    'GET /people-imports/{id}': to(STAFF, 'peopleImport'),
    'GET /people-imports/{id}/rows': to(STAFF, 'peopleImport'),
    'PUT /people-imports/{id}/headings': to(STAFF, 'peopleImport', { fullBody: { line: 1 } }),
    'PUT /people-imports/{id}/mapping': to(STAFF, 'peopleImport', { fullBody: { mapping: { givenName: 0, familyName: 1, email: 2 } } }),
    'PUT /people-imports/{id}/application': to(STAFF, 'peopleImport'),
    'GET /people-imports/{id}/errors.csv': to(STAFF, 'peopleImport'),
  },
  things: {
    organisation: (app) => givenOrganisation(app),
    ownOrganisation: (app, { providerId }) => givenOrganisation(app, { providerId }),
    proposal: (app, { providerId }) => givenProposal(app, providerId),
    person: (app, { providerId }) => givenPerson(app, { providerId }),
    employment: async (app, { providerId, organisationId }) =>
      givenEmployment(app, (await givenPerson(app, { providerId })).id, organisationId),
    peopleImport: async (app, { providerId }) => {
      const staff = await app.signedIn('programme_staff', { providerId });
      const content = Buffer.from('First name,Last name\nAda,Obi').toString('base64');
      return (await app.post('/people-imports', staff, { providerId, fileName: 'people.csv', content })).body;
    },
  },
  place: {
    add: async (app, { providerId }) => ({
      organisationId: (await givenOrganisation(app)).id,
      personId: (await givenPerson(app, { providerId })).id,
    }),
  },
  samples: () => ({
    scheme: 'gss',
    email: 'somebody@example.org',
    lineManagerEmail: null,
    lineManagerId: null,
    content: Buffer.from(PEOPLE).toString('base64'),
  }),
  actors: {
    register_keeper: (app) => app.signedIn('register_keeper'),
    line_manager: (app, { organisationId, providerId }) => app.signedIn('line_manager', { organisationId, providerId }),
    employer: (app, { organisationId, providerId }) => app.signedIn('employer', { organisationId, providerId }),
  },
};
