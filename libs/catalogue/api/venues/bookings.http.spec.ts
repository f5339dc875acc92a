import type { Venue } from '@waymark/catalogue/api/venues/venue.entity';
import { givenBooking, givenCohortOf, givenProgramme, givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let provider: { id: string };
let venue: Venue;
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

describe('POST /room-bookings', () => {
  it('books in wall time: 09:00 in June is 08:00 UTC', async () => {
    const room = await givenRoom(app, venue, { name: 'Crouch room' });
    const { status, body } = await app.post('/room-bookings', staff, wish(room, { costPence: 45_000 }));
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      roomId: room.id,
      roomName: 'Crouch room',
      reason: '',
      venueId: venue.id,
      cohortId: null,
      cohortName: null,
      holder: 'Essex County Council',
      startsOn: '2027-06-24',
      startsAt: '09:00',
      endsOn: '2027-06-24',
      endsAt: '12:00',
      setUp: 30,
      clearUp: 15,
      status: 'contracted',
      holdExpiresOn: null,
      costPence: 45_000,
      version: 1,
    });
    const [row] = await app.sql('SELECT starts_at, ends_at FROM room_booking WHERE id = $1', [body.id]);
    expect([row.starts_at.toISOString(), row.ends_at.toISOString()]).toEqual(['2027-06-24T08:00:00.000Z', '2027-06-24T11:00:00.000Z']);
  });

  it('books for a cohort under its name, and only for one of the provider', async () => {
    const room = await givenRoom(app, venue);
    const cohort = await givenCohortOf(app, await givenProgramme(app, provider.id), 'Top Talent: Essex 2027');
    const { body } = await app.post('/room-bookings', staff, wish(room, { cohortId: cohort.id, holder: '' }));
    expect([body.cohortName, body.holder]).toEqual(['Top Talent: Essex 2027', 'Top Talent: Essex 2027']);
    const nobody = await app.post('/room-bookings', staff, wish(room, { holder: ' ' }));
    expect([nobody.status, nobody.body.errors[0].pointer]).toEqual([400, '/holder']);
    const foreign = await app.post('/room-bookings', staff, wish(room, { cohortId: newId() }));
    expect([foreign.status, foreign.body.errors[0].pointer]).toEqual([400, '/cohortId']);
  });

  it('refuses a room that is taken, or that is still being cleared', async () => {
    const room = await givenRoom(app, venue);
    await givenBooking(app, room, { clearUp: 60 });
    const taken = await app.post('/room-bookings', staff, wish(room, { startsAt: '16:30', endsAt: '18:00' }));
    expect([taken.status, taken.body.errors]).toEqual([
      409,
      [
        {
          code: 'catalogue_room_booked',
          detail: `${room.name} is booked for Somebody else: 24 June 2027, 09:00 to 17:00. Choose another time or room`,
          pointer: '/startsAt',
        },
      ],
    ]);
    const close = await app.post('/room-bookings', staff, wish(room, { startsAt: '17:30', endsAt: '19:00', setUp: 0 }));
    expect([close.status, close.body.errors[0].code, close.body.errors[0].detail]).toEqual([
      409,
      'catalogue_room_not_clear',
      `Somebody else has ${room.name} from 09:00 to 18:00, including set-up and clear-up. Leave time between the two bookings`,
    ]);
    expect((await app.post('/room-bookings', staff, wish(room, { startsAt: '18:00', endsAt: '19:00', setUp: 0 }))).status).toBe(201);
    expect((await app.post('/room-bookings', staff, wish(room, { status: 'enquiry' }))).status).toBe(201);
  });

  it('gives the room to one of eight who ask at once', async () => {
    const room = await givenRoom(app, venue);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => app.post('/room-bookings', staff, wish(room, { startsAt: `1${n % 4}:00`, endsAt: '15:00' }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    expect(new Set(answers.flatMap(({ body }) => body.errors ?? []).map(({ code }) => code))).toEqual(new Set(['catalogue_room_booked']));
    expect(await app.sql('SELECT count(*)::int AS many FROM room_booking WHERE room_id = $1', [room.id])).toEqual([{ many: 1 }]);
  });

  it('is guarded by the database as well', async () => {
    const room = await givenRoom(app, venue);
    await givenBooking(app, room);
    await expect(
      givenBooking(app, room, { startsAt: new Date('2027-06-24T15:59:00Z'), endsAt: new Date('2027-06-24T18:00:00Z') }),
    ).rejects.toMatchObject({
      constraint: 'catalogue_room_taken',
    });
    await givenBooking(app, room, { startsAt: new Date('2027-06-24T16:00:00Z'), endsAt: new Date('2027-06-24T18:00:00Z') });
    await givenBooking(app, room, { status: 'cancelled' });
  });

  it('wants an end after the start, a hold that ends, and a room that is theirs', async () => {
    const room = await givenRoom(app, venue);
    const codes = async (over: object) =>
      (await app.post('/room-bookings', staff, wish(room, over))).body.errors.map(({ code, pointer }: any) => [code, pointer]);
    expect(await codes({ endsAt: '08:00' })).toEqual([['catalogue_booking_order', '/endsAt']]);
    expect(await codes({ status: 'held' })).toEqual([['catalogue_hold_needs_end', '/holdExpiresOn']]);
    expect(await codes({ status: 'used' })).toEqual([['malformed', '/status']]);
    expect((await app.post('/room-bookings', stranger, wish(room))).status).toBe(404);
  });
});

describe('GET /venues/:id/bookings', () => {
  it('refuses times that no clock shows at their field, however rooms are booked', async () => {
    const room = await givenRoom(app, venue);
    const { id } = await givenBooking(app, room);
    const { status: _, ...facts } = wish(room);
    const post = (over: object) => app.post('/room-bookings', staff, wish(room, over));
    const put = (over: object) => app.put(`/room-bookings/${id}`, staff, { version: 1, ...facts, ...over });
    const day = { startsOn: '2027-03-28', endsOn: '2027-03-28' };
    for (const send of [post, put]) {
      const early = await send({ ...day, startsAt: '01:30', endsAt: '01:45' });
      expect([early.status, early.body.errors]).toEqual([400, [gone('/startsAt'), gone('/endsAt')]]);
      const late = await send({ endsAt: '25:30' });
      expect([late.status, late.body.errors]).toEqual([400, [{ ...gone('/endsAt'), detail: 'Enter the end time, like 09:30' }]]);
    }
    const hours = { startsOn: '2027-03-28', startsAt: '01:30', endsOn: '2027-03-28', endsAt: '25:30' };
    const { cohortId, holder, status, setUp, clearUp, holdExpiresOn, costPence } = wish(room);
    const batch = await app.post('/room-booking-batches', staff, {
      ...{ cohortId, holder, status, setUp, clearUp, holdExpiresOn, costPence },
      add: [{ roomId: room.id, ...hours }],
      change: [{ id, version: 1, ...hours, endsAt: '01:59' }],
    });
    expect([batch.status, batch.body.errors.map(({ pointer }: any) => pointer)]).toEqual([
      400,
      ['/add/0/endsAt', '/add/0/startsAt', '/change/0/startsAt', '/change/0/endsAt'],
    ]);
  });

  it('lists what touches the days, in order and in pages', async () => {
    const place = await givenVenue(app, provider.id);
    const [one, other] = [await givenRoom(app, place), await givenRoom(app, place)];
    await givenBooking(app, one, { holder: 'B' });
    await givenBooking(app, other, { holder: 'A', startsAt: new Date('2027-06-23T12:00:00Z'), endsAt: new Date('2027-06-24T07:00:00Z') });
    // Half past midnight on the 25th in London is still the 24th in UTC.
    await givenBooking(app, one, {
      holder: 'Next day',
      startsAt: new Date('2027-06-24T23:30:00Z'),
      endsAt: new Date('2027-06-25T10:00:00Z'),
    });
    const path = `/venues/${place.id}/bookings`;
    const day = { from: '2027-06-24', to: '2027-06-24' };
    const first = await app.get(path, staff, { ...day, limit: 1 });
    const second = await app.get(path, staff, { ...day, limit: 1, after: first.body.next });
    expect([...first.body.items, ...second.body.items].map(({ holder, startsOn }: any) => [holder, startsOn])).toEqual([
      ['A', '2027-06-23'],
      ['B', '2027-06-24'],
    ]);
    expect(second.body.next).toBeNull();
    expect((await app.get(path, stranger, day)).status).toBe(404);
    expect((await app.get(path, staff, { from: '2027-06-24', to: '2027-06-23' })).body.errors[0].pointer).toBe('/to');
    expect((await app.get(path, staff, { from: '2027-01-01', to: '2029-01-01' })).status).toBe(400);
    expect((await app.get(path, staff)).status).toBe(400);
  });
});

describe('PUT /room-bookings/:id', () => {
  it('moves a booking to another room and time', async () => {
    const [room, other] = [await givenRoom(app, venue), await givenRoom(app, venue)];
    const booking = await givenBooking(app, room);
    const { status: _, ...facts } = wish(other, { startsAt: '13:00', endsAt: '17:00' });
    const { status, body } = await app.put(`/room-bookings/${booking.id}`, staff, { version: 1, ...facts });
    expect([status, body.roomId, body.startsAt, body.status, body.version]).toEqual([200, other.id, '13:00', 'contracted', 2]);
    expect((await app.put(`/room-bookings/${booking.id}`, staff, { version: 1, ...facts })).body.errors[0].code).toBe('stale');
    expect((await app.put(`/room-bookings/${booking.id}`, stranger, { version: 2, ...facts })).status).toBe(404);
    await givenBooking(app, other, { startsAt: new Date('2027-06-25T08:00:00Z'), endsAt: new Date('2027-06-25T12:00:00Z') });
    const refused = await app.put(`/room-bookings/${booking.id}`, staff, {
      version: 2,
      ...facts,
      startsOn: '2027-06-25',
      endsOn: '2027-06-25',
      startsAt: '10:00',
    });
    expect(refused.body.errors[0].code).toBe('catalogue_room_booked');
  });

  it('leaves alone what is over', async () => {
    const room = await givenRoom(app, venue);
    const booking = await givenBooking(app, room, { status: 'cancelled' });
    const { status: _, ...facts } = wish(room);
    expect((await app.put(`/room-bookings/${booking.id}`, staff, { version: 1, ...facts })).body.errors[0].code).toBe(
      'catalogue_booking_over',
    );
  });
});

describe('PUT /room-bookings/:id/status', () => {
  it('goes from enquiry to used, one step at a time', async () => {
    const room = await givenRoom(app, venue);
    const { body } = await app.post(
      '/room-bookings',
      staff,
      wish(room, { status: 'enquiry', startsOn: '2027-05-03', endsOn: '2027-05-03' }),
    );
    const to = (version: number, status: string, more: object = {}) =>
      app.put(`/room-bookings/${body.id}/status`, staff, { version, status, ...more });
    expect((await to(1, 'used')).body.errors[0]).toMatchObject({
      code: 'catalogue_booking_transition',
      detail: 'A booking cannot change from enquiry to used',
    });
    expect((await to(1, 'held')).body.errors[0].code).toBe('catalogue_hold_needs_end');
    expect((await to(1, 'held', { holdExpiresOn: '2027-05-10' })).body).toMatchObject({ status: 'held', holdExpiresOn: '2027-05-10' });
    expect((await to(2, 'expired')).body.errors[0].code).toBe('catalogue_hold_not_over');
    expect((await to(2, 'contracted')).body.status).toBe('contracted');
    expect((await to(3, 'used')).body.status).toBe('used');
    expect(
      await app.sql(`SELECT facts->>'to' AS "to" FROM event WHERE subject_id = $1 AND name = 'roomBooking.statusChanged' ORDER BY id`, [
        body.id,
      ]),
    ).toEqual([{ to: 'held' }, { to: 'contracted' }, { to: 'used' }]);
  });

  it('keeps the reason and the price of a cancellation, and frees the room', async () => {
    const room = await givenRoom(app, venue);
    const booking = await givenBooking(app, room, { costPence: 90_000 });
    const cancel = (over: object) =>
      app.put(`/room-bookings/${booking.id}/status`, staff, { version: 1, status: 'cancelled', costPence: 30_000, ...over });
    for (const reason of [{}, { reason: ' ' }])
      expect((await cancel(reason)).body.errors).toEqual([
        { code: 'catalogue_booking_reason', pointer: '/reason', detail: 'Enter why the booking is cancelled' },
      ]);
    const { body } = await cancel({ reason: 'The venue flooded' });
    expect([body.status, body.costPence, body.reason]).toEqual(['cancelled', 30_000, 'The venue flooded']);
    const administrator = await app.signedIn('administrator', { providerId: provider.id });
    const log = (await app.get('/events', administrator, { providerId: provider.id, kind: 'roomBooking' })).body.items;
    expect(log[0]).toMatchObject({ sentence: 'Room booking changed from contracted to cancelled', reason: 'The venue flooded' });
    expect((await app.post('/room-bookings', staff, wish(room))).status).toBe(201);
    expect((await app.put(`/room-bookings/${booking.id}/status`, stranger, { version: 2, status: 'used' })).status).toBe(404);
  });

  it('holds a room for one of two enquiries', async () => {
    const room = await givenRoom(app, venue);
    const enquiries = [await givenBooking(app, room, { status: 'enquiry' }), await givenBooking(app, room, { status: 'enquiry' })];
    const answers = await Promise.all(
      enquiries.map(({ id }) => app.put(`/room-bookings/${id}/status`, staff, { version: 1, status: 'held', holdExpiresOn: '2027-05-20' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.errors[0].code).toBe('catalogue_room_booked');
  });
});

const wish = (room: { id: string }, over: object = {}) => ({
  roomId: room.id,
  cohortId: null,
  holder: 'Essex County Council',
  startsOn: '2027-06-24',
  startsAt: '09:00',
  endsOn: '2027-06-24',
  endsAt: '12:00',
  setUp: 30,
  clearUp: 15,
  status: 'contracted',
  holdExpiresOn: null,
  costPence: null,
  ...over,
});

const gone = (pointer: string) => ({
  code: 'malformed',
  pointer,
  detail: 'The clocks go forward on 28 March 2027, so there is no time from 01:00 to 01:59. Enter another time',
});
