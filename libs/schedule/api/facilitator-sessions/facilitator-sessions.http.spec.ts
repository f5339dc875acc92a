import { givenFacilitator, givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenCohort } from '@waymark/cohorts/testing/cohorts.factories';
import { givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import type { Session } from '@waymark/schedule/api/schedule/session.entity';
import { givenCohortSession, givenLead } from '@waymark/schedule/testing/schedule.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let stranger: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  stranger = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
});
afterAll(() => app.close());

describe('GET /facilitators', () => {
  it('lists by family name, with the sessions to come, in a fixed number of statements', async () => {
    const own = await givenProvider(app);
    const by = await app.signedIn('programme_staff', { providerId: own.id });
    const [ada, bo] = [
      await named(own.id, 'Ada', 'Adams', { skills: ['Coaching'] }),
      await named(own.id, 'Bo', 'Brown', { status: 'stood_down' }),
    ];
    const session = await led(own.id, ada.id, 'County Hall');
    await led(own.id, ada.id, 'Hall 2', { startsAt: new Date('2027-05-01T08:00:00Z'), endsAt: new Date('2027-05-01T09:00:00Z') });
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
        cohortId: session.cohortId,
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

async function named(providerId: string, givenName: string, familyName: string, over: Parameters<typeof givenFacilitator>[2]) {
  const person = await givenPerson(app, { providerId, givenName, familyName });
  return givenFacilitator(app, providerId, { personId: person.id, ...over });
}

/** A session of an hour and a half in the Crouch room, which a facilitator has been asked to lead. */
async function led(providerId: string, facilitatorId: string, venueName: string, over: Partial<Session> = {}) {
  const room = await givenRoom(app, await givenVenue(app, providerId, { name: venueName }), { name: 'Crouch room' });
  const session = await givenCohortSession(app, await givenCohort(app, providerId, { name: 'Top Talent' }), {
    title: 'Systems leadership',
    endsAt: new Date('2027-06-24T10:00:00Z'),
    duration: 90,
    roomId: room.id,
    ...over,
  });
  await givenLead(app, session, facilitatorId, { status: 'requested' });
  return session;
}
