import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { givenBlueprint, givenFacilitator, givenProgramme, givenRoom, givenVenue } from '@waymark/shared/testing/given-catalogue';

let app: TestApp;
let provider: { id: string };
let staff: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  provider = await app.given.provider();
  staff = await app.given.signedIn('programme_staff', { providerId: provider.id });
  stranger = await app.given.signedIn('programme_staff', { providerId: (await app.given.provider()).id });
});
afterAll(() => app.close());

describe('POST /facilitators', () => {
  it('makes a facilitator of a person the provider knows, once, also in a race', async () => {
    const person = await app.given.person({ providerId: provider.id, given_name: 'Amara', family_name: 'Nwosu' });
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
    const { status, body } = await add((await app.given.person()).id);
    expect([status, body.errors[0]]).toEqual([400, { code: 'malformed', pointer: '/personId', detail: 'Choose a person' }]);
    const known = await app.given.person({ providerId: provider.id });
    expect((await app.post('/facilitators', stranger, { providerId: provider.id, personId: known.id, skills: [], note: '' })).status).toBe(
      404,
    );
  });
});

describe('GET /facilitator-candidates', () => {
  it('finds the provider’s people by name, without those who facilitate already', async () => {
    const own = await app.given.provider();
    const by = await app.given.signedIn('programme_staff', { providerId: own.id });
    await app.given.person({ providerId: own.id, given_name: 'Siân', family_name: 'Wŷn' });
    const there = await app.given.person({ providerId: own.id, given_name: 'Sian', family_name: 'Wynter' });
    await givenFacilitator(app, own.id, { person_id: there.id });
    await app.given.person({ given_name: 'Sian', family_name: 'Wynne' });
    const { body } = await app.get('/facilitator-candidates', by, { query: 'sian wyn' });
    expect(body.items.map(({ name }: any) => name)).toEqual(['Siân Wŷn']);
    expect(
      (await app.get('/facilitator-candidates', await app.given.signedIn('evaluator', { providerId: own.id }), { query: '' })).status,
    ).toBe(403);
  });
});

describe('GET /facilitators', () => {
  it('lists by family name, with the sessions to come, in a fixed number of statements', async () => {
    const own = await app.given.provider();
    const by = await app.given.signedIn('programme_staff', { providerId: own.id });
    const [ada, bo] = [
      await named(own.id, 'Ada', 'Adams', { skills: ['Coaching'] }),
      await named(own.id, 'Bo', 'Brown', { status: 'stood_down' }),
    ];
    const { session } = await givenSession(own.id, ada.id);
    await givenSession(own.id, ada.id, { starts_at: '2027-05-01T08:00:00Z', ends_at: '2027-05-01T09:00:00Z' });
    const { body } = await app.get('/facilitators', by);
    expect(body.items.map(({ name, sessions, status }: any) => [name, sessions, status])).toEqual([
      ['Ada Adams', 1, 'active'],
      ['Bo Brown', 0, 'stood_down'],
    ]);
    expect((await app.get('/facilitators', by, { query: 'coach' })).body.items).toHaveLength(1);
    expect((await app.get('/facilitators', by, { status: 'stood_down' })).body.items[0].id).toBe(bo.id);
    const first = await app.get('/facilitators', by, { limit: 1 });
    expect((await app.get('/facilitators', by, { limit: 1, after: first.body.next })).body.items[0].name).toBe('Bo Brown');
    expect((await app.get('/facilitators', stranger)).body.items).toEqual([]);
    const few = await app.statementsOf(() => app.get('/facilitators', by, { limit: 1 }));
    expect(await app.statementsOf(() => app.get('/facilitators', by))).toBe(few);

    const sessions = await app.get(`/facilitators/${ada.id}/sessions`, by);
    expect(sessions.body.items).toEqual([
      {
        sessionId: session.id,
        cohortId: session.cohort_id,
        cohortName: 'Top Talent',
        title: 'Systems leadership',
        kind: 'workshop',
        startsOn: '2027-06-24',
        startsAt: '09:30',
        endsAt: '11:00',
        room: 'Crouch room',
        venue: 'County Hall',
        role: 'lead',
        answer: 'requested',
        status: 'draft',
      },
    ]);
    expect((await app.get(`/facilitators/${ada.id}/sessions`, by, { from: '2027-04-01' })).body.items).toHaveLength(2);
    const page = await app.get(`/facilitators/${ada.id}/sessions`, by, { from: '2027-04-01', limit: 1 });
    expect(
      (await app.get(`/facilitators/${ada.id}/sessions`, by, { from: '2027-04-01', limit: 1, after: page.body.next })).body.items[0]
        .sessionId,
    ).toBe(session.id);
    expect((await app.get(`/facilitators/${ada.id}/sessions`, stranger)).status).toBe(404);
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

async function named(providerId: string, given_name: string, family_name: string, over: object) {
  const person = await app.given.person({ providerId, given_name, family_name });
  return givenFacilitator(app, providerId, { person_id: person.id, ...over });
}

async function givenSession(providerId: string, facilitatorId: string, over: object = {}) {
  const programme = await givenProgramme(app, providerId);
  const blueprint = await givenBlueprint(app, programme);
  const n = app.given.next();
  const room = await givenRoom(
    app,
    await givenVenue(app, providerId, { name: Object.keys(over).length === 0 ? 'County Hall' : `Hall ${n}` }),
    { name: 'Crouch room' },
  );
  const cohort = await app.given.row('cohort', {
    id: newId(),
    provider_id: providerId,
    programme_id: programme.id,
    blueprint_id: blueprint.id,
    code: `C${n}`,
    name: 'Top Talent',
    place: 'Essex',
    nation: 'ENG',
    starts_on: '2027-06-24',
    ends_on: '2027-06-25',
    capacity: 24,
    min_viable: 8,
    stage: 'planning',
  });
  const session = await app.given.row('session', {
    id: newId(),
    provider_id: providerId,
    cohort_id: cohort.id,
    title: 'Systems leadership',
    kind: 'workshop',
    purpose: '',
    starts_at: '2027-06-24T08:30:00Z',
    ends_at: '2027-06-24T10:00:00Z',
    duration: 90,
    mandatory: true,
    mode: 'in_person',
    room_id: room.id,
    equipment: [],
    set_up: 0,
    clear_up: 0,
    note: '',
    status: 'draft',
    position: 1,
    ics_uid: newId(),
    ...over,
  });
  await app.given.row('session_facilitator', {
    session_id: session.id,
    facilitator_id: facilitatorId,
    provider_id: providerId,
    cohort_id: cohort.id,
    role: 'lead',
    status: 'requested',
  });
  return { session };
}
