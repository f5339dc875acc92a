import { givenFacilitator } from '@waymark/catalogue/testing/catalogue.factories';
import { givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let provider: { id: string };
let staff: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  provider = await givenProvider(app);
  staff = await app.signedIn('programme_staff', { providerId: provider.id });
  stranger = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
});
afterAll(() => app.close());

describe('POST /facilitators', () => {
  it('makes a facilitator of a person the provider knows, once, also in a race', async () => {
    const person = await givenPerson(app, { providerId: provider.id, givenName: 'Amara', familyName: 'Nwosu' });
    const answers = await Promise.all([1, 2, 3].map(() => add(person.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 201)!.body).toMatchObject({
      name: 'Amara Nwosu',
      email: person.email,
      status: 'active',
      skills: ['Coaching'],
      availability: [],
      version: 1,
    });
    expect(answers.find(({ status }) => status === 409)!.body.errors[0].code).toBe('catalogue_facilitator_twice');
  });

  it('does not take people the provider does not know', async () => {
    const { status, body } = await add((await givenPerson(app)).id);
    expect([status, body.errors[0]]).toEqual([400, { code: 'malformed', pointer: '/personId', detail: 'Choose a person' }]);
    const known = await givenPerson(app, { providerId: provider.id });
    expect((await app.post('/facilitators', stranger, { providerId: provider.id, personId: known.id, skills: [], note: '' })).status).toBe(
      404,
    );
  });
});

describe('GET /facilitator-candidates', () => {
  it('finds the provider’s people by name, without those who facilitate already', async () => {
    const own = await givenProvider(app);
    const by = await app.signedIn('programme_staff', { providerId: own.id });
    await givenPerson(app, { providerId: own.id, givenName: 'Siân', familyName: 'Wŷn' });
    const there = await givenPerson(app, { providerId: own.id, givenName: 'Sian', familyName: 'Wynter' });
    await givenFacilitator(app, own.id, { personId: there.id });
    await givenPerson(app, { givenName: 'Sian', familyName: 'Wynne' });
    const { body } = await app.get('/facilitator-candidates', by, { query: 'sian wyn' });
    expect(body.items.map(({ name }: any) => name)).toEqual(['Siân Wŷn']);
    expect((await app.get('/facilitator-candidates', await app.signedIn('evaluator', { providerId: own.id }), { query: '' })).status).toBe(
      403,
    );
  });
});

describe('PUT /facilitators/:id', () => {
  it('edits with the version, by those who may', async () => {
    const { id } = await givenFacilitator(app, provider.id);
    const wish = { status: 'stood_down', skills: ['Finance'], note: 'On leave' };
    const { body } = await app.put(`/facilitators/${id}`, staff, { version: 1, ...wish });
    expect(body).toMatchObject({ ...wish, version: 2 });
    expect((await app.put(`/facilitators/${id}`, staff, { version: 1, ...wish })).body.errors[0].code).toBe('stale');
    expect((await app.put(`/facilitators/${id}`, stranger, { version: 2, ...wish })).status).toBe(404);
    expect((await app.get(`/facilitators/${id}`, stranger)).status).toBe(404);
  });
});

describe('PUT /facilitators/:id/availability', () => {
  it('keeps wall times, before and after the clock changes', async () => {
    const { id } = await givenFacilitator(app, provider.id);
    const spans = [span('2027-03-26'), span('2027-03-29', { kind: 'unavailable', endsOn: '2027-03-30', note: 'Away' })];
    const { body } = await app.put(`/facilitators/${id}/availability`, staff, { version: 1, spans });
    expect(body.availability.map(({ id: _, ...rest }: any) => rest)).toEqual(spans);
    expect(body.version).toBe(2);
    const stored = await app.sql('SELECT starts_at FROM facilitator_availability WHERE facilitator_id = $1 ORDER BY starts_at', [id]);
    expect(stored.map(({ starts_at }) => starts_at.toISOString())).toEqual(['2027-03-26T09:00:00.000Z', '2027-03-29T08:00:00.000Z']);
    expect((await app.put(`/facilitators/${id}/availability`, staff, { version: 2, spans: [] })).body.availability).toEqual([]);
  });

  it('refuses times that no clock shows, at their field', async () => {
    const { id } = await givenFacilitator(app, provider.id);
    const { status, body } = await app.put(`/facilitators/${id}/availability`, staff, {
      version: 1,
      spans: [span('2027-03-28', { startsAt: '01:30' }), span('2027-06-24', { endsAt: '25:30' })],
    });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer, detail }: any) => [pointer, detail])).toEqual([
      ['/spans/0/startsAt', 'The clocks go forward on 28 March 2027, so there is no time from 01:00 to 01:59. Enter another time'],
      ['/spans/1/endsAt', 'Enter the end time, like 09:30'],
    ]);
  });

  it('points at spans that end before they start or overlap', async () => {
    const { id } = await givenFacilitator(app, provider.id);
    const { status, body } = await app.put(`/facilitators/${id}/availability`, staff, {
      version: 1,
      spans: [span('2027-06-24'), span('2027-06-24', { startsAt: '16:00', kind: 'unavailable' }), span('2027-06-25', { endsAt: '09:00' })],
    });
    expect(status).toBe(409);
    expect(body.errors.map(({ code, pointer }: any) => [code, pointer])).toEqual([
      ['catalogue_availability_overlap', '/spans/1/startsAt'],
      ['catalogue_availability_order', '/spans/2/endsAt'],
    ]);
    const late = await app.put(`/facilitators/${id}/availability`, staff, { version: 7, spans: [] });
    expect(late.body.errors[0].code).toBe('stale');
    expect((await app.put(`/facilitators/${id}/availability`, stranger, { version: 1, spans: [] })).status).toBe(404);
  });
});

const add = (personId: string) => app.post('/facilitators', staff, { providerId: provider.id, personId, skills: ['Coaching'], note: '' });
const span = (day: string, over: object = {}) => ({
  kind: 'available',
  startsOn: day,
  startsAt: '09:00',
  endsOn: day,
  endsAt: '17:00',
  note: '',
  ...over,
});
