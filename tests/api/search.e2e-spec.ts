import { givenFacilitator, givenProgramme, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenCohort, givenEnrolment } from '@waymark/cohorts/testing/cohorts.factories';
import { givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

// One way to search, wherever there is a list: by the beginnings of words, in any order, however they are written.

let app: TestApp;
let staff: SignedIn;
let providerId: string;
let cohortId: string;
beforeAll(async () => {
  app = await TestApp.open();
  providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
});
afterAll(() => app.close());

const NAMES = [
  ['Jean-Luc', 'Smith-Jones'],
  ['Siobhán', 'O’Brien'],
  ['Adaeze', 'Okonkwo'],
  ['Łukasz', 'Sørensen'],
] as const;
const SEARCHES: [string, string][] = [
  ['obrien', 'O’Brien'],
  ["O'Brien", 'O’Brien'],
  ['o brien siobhan', 'O’Brien'],
  ['jean luc', 'Smith-Jones'],
  ['Smith-Jones, Jean-Luc', 'Smith-Jones'],
  ['jeanluc smithjones', 'Smith-Jones'],
  ['okonkwo adaeze', 'Okonkwo'],
  ['adaeze  okonkwo', 'Okonkwo'],
  ['adaeze\u00a0okonkwo', 'Okonkwo'],
  ['lukasz sorensen', 'Sørensen'],
  ['OKON', 'Okonkwo'],
];

beforeAll(async () => {
  const cohort = await givenCohort(app, providerId);
  cohortId = cohort.id;
  for (const [givenName, familyName] of NAMES) {
    const person = await givenPerson(app, { providerId, givenName, familyName });
    const full = `${givenName} ${familyName}`;
    await givenFacilitator(app, providerId, { personId: person.id });
    await givenEnrolment(app, cohort, { personId: person.id });
    await givenCohort(app, providerId, { name: `Cohort of ${full}` });
    await givenVenue(app, providerId, { name: `Hall of ${full}` });
    await givenProgramme(app, providerId, { title: `Programme of ${full}` });
    await givenOrganisation(app, { officialName: `Trust of ${full}`, shortName: familyName });
    // Known, and neither a facilitator nor on the cohort.
    await givenPerson(app, { providerId, givenName, familyName: `${familyName} Candidate` });
  }
});

const LISTS: [string, (typed: string) => Promise<string[]>][] = [
  ['people', async (query) => (await app.get('/people', staff, { query })).body.items.map((one: any) => one.familyName)],
  ['facilitators', async (query) => (await app.get('/facilitators', staff, { query })).body.items.map((one: any) => one.name)],
  [
    'people of a cohort',
    async (search) => (await app.get(`/cohorts/${cohortId}/enrolments`, staff, { search })).body.items.map((one: any) => one.person.name),
  ],
  [
    'candidates for a cohort',
    async (query) => (await app.get(`/cohorts/${cohortId}/candidates`, staff, { query })).body.items.map((one: any) => one.name),
  ],
  [
    'candidates to facilitate',
    async (query) => (await app.get('/facilitator-candidates', staff, { query })).body.items.map((one: any) => one.name),
  ],
  ['cohorts', async (search) => (await app.get('/cohorts', staff, { search })).body.items.map((one: any) => one.name)],
  ['venues', async (query) => (await app.get('/venues', staff, { query })).body.items.map((one: any) => one.name)],
  ['programmes', async (query) => (await app.get('/programmes', staff, { query })).body.items.map((one: any) => one.title)],
  ['organisations', async (query) => (await app.get('/organisations', staff, { query })).body.items.map((one: any) => one.officialName)],
];

it.each(LISTS)('finds %s by each way people write a name', async (_, find) => {
  for (const [typed, family] of SEARCHES) {
    const found = await find(typed);
    expect([typed, found.length > 0, found.filter((one) => !one.includes(family))]).toEqual([typed, true, []]);
  }
  expect([await find('zzz'), await find('okonkwo zzz'), await find('%'), await find('-')]).toEqual([[], [], [], []]);
});

it('finds somebody by their address as far as it is typed, and no one else', async () => {
  const { id } = await givenPerson(app, { providerId, email: 'zoe.quist@example.org' });
  await givenPerson(app, { providerId, email: 'zoe.quist@example.com' });
  const found = async (query: string) => (await app.get('/people', staff, { query })).body.items.map((one: any) => one.id);
  expect([await found('zoe.quist@example.org'), await found('ZOE.QUIST@example.o')]).toEqual([[id], [id]]);
  expect(await found('quist zoe')).toHaveLength(2);
});

it('forgets the words of what has another name now', async () => {
  const person = await givenPerson(app, { providerId, givenName: 'Before', familyName: 'Renaming', email: 'x1@example.org' });
  const found = async (query: string) => (await app.get('/people', staff, { query })).body.items.length;
  expect([await found('before renaming'), await found('after renaming')]).toEqual([1, 0]);
  const edit = { givenName: 'After', familyName: 'Renaming', email: 'x1@example.org', pronouns: null, phone: null, version: 1 };
  expect((await app.put(`/people/${person.id}`, staff, edit)).status).toBe(200);
  expect([await found('before renaming'), await found('after renaming')]).toEqual([0, 1]);
});
