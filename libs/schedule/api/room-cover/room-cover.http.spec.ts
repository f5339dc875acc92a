import { givenBooking, givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenCohort } from '@waymark/cohorts/testing/cohorts.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { givenCohortSession } from '@waymark/schedule/testing/schedule.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let provider: { id: string };
let venue: Awaited<ReturnType<typeof givenVenue>>;
let staff: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  provider = await givenProvider(app);
  venue = await givenVenue(app, provider.id);
  staff = await app.signedIn('programme_staff', { providerId: provider.id });
  stranger = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
});
afterAll(() => app.close());

describe('GET /cohorts/:id/room-cover', () => {
  it('lists the sessions in person, their rooms, and everybody’s live bookings of those', async () => {
    const room = await givenRoom(app, venue);
    const ours = await givenCohort(app, provider.id, { venueId: venue.id });
    await givenCohortSession(app, ours, { roomId: room.id, title: 'Seminar', setUp: 15 });
    await givenCohortSession(app, ours, { title: 'No room yet', startsAt: null, endsAt: null });
    await givenCohortSession(app, ours, { mode: 'online', title: 'Online' });
    await givenCohortSession(app, ours, { status: 'cancelled', roomId: room.id, title: 'Called off' });
    const mine = await givenBooking(app, room, {
      cohortId: ours.id,
      startsAt: new Date('2027-06-24T08:00:00Z'),
      endsAt: new Date('2027-06-24T10:00:00Z'),
    });
    await givenBooking(app, room, { startsAt: new Date('2027-06-24T12:00:00Z'), holder: 'Essex County Council' });
    await givenBooking(app, room, { status: 'released' });
    await givenBooking(app, room, { startsAt: new Date('2027-08-24T12:00:00Z'), endsAt: new Date('2027-08-24T13:00:00Z') });

    const { status, body } = await app.get(`/cohorts/${ours.id}/room-cover`, staff);
    expect([status, body.venue, body.rooms]).toEqual([
      200,
      { id: venue.id, name: venue.name },
      [{ id: room.id, name: room.name, venueId: venue.id, venueName: venue.name }],
    ]);
    expect(
      body.sessions.map(({ title, roomId, startsOn, startsAt, endsAt, setUp }: any) => [title, roomId, startsOn, startsAt, endsAt, setUp]),
    ).toEqual([
      ['Seminar', room.id, '2027-06-24', '09:30', '10:30', 15],
      ['No room yet', null, null, null, null, 0],
    ]);
    expect(body.bookings.map(({ ours, holder, startsAt, endsAt }: any) => [ours, holder, startsAt, endsAt])).toEqual([
      [true, ours.name, '09:00', '11:00'],
      [false, 'Essex County Council', '13:00', '17:00'],
    ]);
    expect(body.bookings[0]).toMatchObject({ id: mine.id, version: 1, status: 'contracted' });
    const statements = () => app.statementsOf(() => app.get(`/cohorts/${ours.id}/room-cover`, staff));
    const few = await statements();
    for (let n = 0; n < 5; n++) await givenCohortSession(app, ours, { roomId: (await givenRoom(app, venue)).id });
    expect(await statements()).toBe(few);
    // At the end, for a refusal goes on into the audit log after its answer.
    expect((await app.get(`/cohorts/${ours.id}/room-cover`, stranger)).status).toBe(404);
  });
});
