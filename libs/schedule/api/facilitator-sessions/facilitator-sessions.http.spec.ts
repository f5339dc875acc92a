import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { givenBlueprint, givenFacilitator, givenProgramme, givenRoom, givenVenue } from '@waymark/shared/testing/given-catalogue';

let app: TestApp;
let stranger: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  stranger = await app.given.signedIn('programme_staff', { providerId: (await app.given.provider()).id });
});
afterAll(() => app.close());

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
