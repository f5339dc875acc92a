import { givenEmployment, givenOrganisation, givenPerson } from '@waymark/people/testing/people.factories';
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

export const policy: DomainPolicy = {
  routes: {
    'GET /organisations': to([...STAFF, 'employer']),
    'POST /organisations': to(STAFF),
    'GET /organisations/{id}': to([...STAFF, 'employer'], 'organisation', { shared: true }),
    'PUT /organisations/{id}': to(STAFF, 'organisation', { shared: true }),
    'POST /organisation-imports': to(STAFF, undefined, { fullBody: { content: Buffer.from(COUNCILS).toString('base64') } }),
    'GET /people': to(STAFF),
    'POST /people': to(STAFF, 'provider'),
    'GET /people/{id}': to(STAFF, 'person'),
    'PUT /people/{id}': to(STAFF, 'person'),
    'POST /people/{id}/employments': to(STAFF, 'person'),
    'PUT /employments/{id}': to(STAFF, 'employment'),
    'POST /people-imports': to(STAFF, 'provider'),
    'GET /people-imports/{id}': to(STAFF, 'peopleImport'),
    'GET /people-imports/{id}/rows': to(STAFF, 'peopleImport'),
    'PUT /people-imports/{id}/mapping': to(STAFF, 'peopleImport', { fullBody: { mapping: { givenName: 0, familyName: 1, email: 2 } } }),
    'PUT /people-imports/{id}/application': to(STAFF, 'peopleImport'),
    'GET /people-imports/{id}/errors.csv': to(STAFF, 'peopleImport'),
  },
  things: {
    organisation: (app) => givenOrganisation(app),
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
    line_manager: (app, { organisationId, providerId }) => app.signedIn('line_manager', { organisationId, providerId }),
    employer: (app, { organisationId, providerId }) => app.signedIn('employer', { organisationId, providerId }),
  },
};
