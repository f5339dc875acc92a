import type { Venue } from '@waymark/catalogue/api/venues/venue.entity';
import { givenBooking, givenCohortOf, givenProgramme, givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { HoldsExpiry } from './holds-expiry';

let app: TestApp;
let provider: { id: string };
let venue: Venue;
let cohort: { id: string };
let staff: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  provider = await givenProvider(app);
  venue = await givenVenue(app, provider.id);
  cohort = await givenCohortOf(app, await givenProgramme(app, provider.id), 'Top Talent: Essex 2027');
  staff = await app.signedIn('programme_staff', { providerId: provider.id });
  stranger = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
});
afterAll(() => app.close());

describe('POST /room-booking-batches', () => {
  it('books rooms and days for a cohort in one step', async () => {
    const [one, other] = [await givenRoom(app, venue), await givenRoom(app, venue)];
    const add = [on(one, '2027-06-24'), on(other, '2027-06-24'), on(one, '2027-06-25')];
    const { status, body } = await app.post('/room-booking-batches', staff, wish(add, { costPence: 20_000 }));
    expect(status).toBe(201);
    expect(body.items.map(({ roomId, startsOn }: any) => [roomId, startsOn])).toEqual([
      [one.id, '2027-06-24'],
      [other.id, '2027-06-24'],
      [one.id, '2027-06-25'],
    ]);
    expect(body.items[0]).toMatchObject({
      cohortId: cohort.id,
      holder: 'Top Talent: Essex 2027',
      startsAt: '08:30',
      endsAt: '17:00',
      status: 'contracted',
      costPence: 20_000,
      version: 1,
    });
    const events = await app.sql(`SELECT subject_id FROM event WHERE name = 'roomBooking.added' AND subject_id = ANY($1::uuid[])`, [
      body.items.map(({ id }: any) => id),
    ]);
    expect(events).toHaveLength(3);
  });

  it('books none where one room is taken, and says which and by whom', async () => {
    const [free, taken] = [await givenRoom(app, venue), await givenRoom(app, venue, { name: 'Chelmer suite' })];
    await givenBooking(app, taken, { holder: 'Essex County Council' });
    const { status, body } = await app.post('/room-booking-batches', staff, wish([on(free, '2027-06-24'), on(taken, '2027-06-24')]));
    expect([status, body.errors]).toEqual([
      409,
      [
        {
          code: 'catalogue_room_booked',
          detail: 'Chelmer suite is booked for Essex County Council: 24 June 2027, 09:00 to 17:00. Choose another time or room',
          pointer: '/add/1/startsAt',
        },
      ],
    ]);
    expect(await app.sql('SELECT id FROM room_booking WHERE room_id = $1', [free.id])).toEqual([]);
  });

  it('contracts and lengthens the cohort’s own bookings beside new ones', async () => {
    const [held, fresh] = [await givenRoom(app, venue), await givenRoom(app, venue)];
    const hold = await givenBooking(app, held, { cohortId: cohort.id, status: 'held', holdExpiresOn: '2027-06-01', costPence: 9_000 });
    const change = [{ id: hold.id, version: 1, ...hours('2027-06-24') }];
    const { body } = await app.post('/room-booking-batches', staff, wish([on(fresh, '2027-06-24')], { change }));
    const [changed] = body.items.filter(({ id }: any) => id === hold.id);
    expect(changed).toMatchObject({ status: 'contracted', startsAt: '08:30', endsAt: '17:00', costPence: 9_000, version: 2 });
    expect(body.items).toHaveLength(2);
    const again = await app.post('/room-booking-batches', staff, wish([], { change }));
    expect([again.status, again.body.errors[0].code]).toEqual([409, 'stale']);
  });

  it('changes no booking of somebody else, and takes no step back', async () => {
    const room = await givenRoom(app, venue);
    const theirs = await givenBooking(app, room);
    const change = [{ id: theirs.id, version: 1, ...hours('2027-06-24') }];
    const refused = await app.post('/room-booking-batches', staff, wish([], { change }));
    expect([refused.status, refused.body.errors[0].code, refused.body.errors[0].pointer]).toEqual([
      409,
      'catalogue_booking_not_theirs',
      '/change/0',
    ]);
    const own = await givenBooking(app, await givenRoom(app, venue), { cohortId: cohort.id });
    const held = wish([], { status: 'held', holdExpiresOn: '2027-06-01', change: [{ id: own.id, version: 1, ...hours('2027-06-24') }] });
    expect((await app.post('/room-booking-batches', staff, held)).body.items[0]).toMatchObject({
      status: 'contracted',
      holdExpiresOn: null,
      startsAt: '08:30',
    });
  });

  it('points at what is wrong, and finds nothing of another provider', async () => {
    const room = await givenRoom(app, venue);
    const errors = async (body: object) =>
      (await app.post('/room-booking-batches', staff, body)).body.errors.map(({ code, pointer }: any) => [code, pointer]);
    expect(await errors(wish([]))).toEqual([['malformed', '/add']]);
    expect(await errors(wish([on(room, '2027-06-24')], { cohortId: null }))).toEqual([['malformed', '/holder']]);
    expect(await errors(wish([on(room, '2027-06-24')], { cohortId: newId() }))).toEqual([['malformed', '/cohortId']]);
    expect(await errors(wish([{ ...on(room, '2027-06-24'), endsAt: '08:00' }]))).toEqual([['catalogue_booking_order', '/add/0/endsAt']]);
    expect(await errors(wish([on(room, '2027-06-24'), on(room, '2027-06-25')], { status: 'held' }))).toEqual([
      ['catalogue_hold_needs_end', '/holdExpiresOn'],
    ]);
    expect((await app.post('/room-booking-batches', stranger, wish([on(room, '2027-06-24')]))).status).toBe(404);
    const booking = await givenBooking(app, room, { cohortId: cohort.id });
    const change = [{ id: booking.id, version: 1, ...hours('2027-06-24') }];
    expect((await app.post('/room-booking-batches', stranger, wish([], { change }))).status).toBe(404);
  });

  it('gives two rooms to one of six who ask at once', async () => {
    const rooms = [await givenRoom(app, venue), await givenRoom(app, venue)];
    const add = rooms.map((room) => on(room, '2027-06-24'));
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => app.post('/room-booking-batches', staff, wish(n % 2 ? add : [...add].reverse()))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(5).fill(409)]);
    expect(
      await app.sql('SELECT count(*)::int AS many FROM room_booking WHERE room_id = ANY($1::uuid[])', [rooms.map(({ id }) => id)]),
    ).toEqual([{ many: 2 }]);
  });
});

describe('the nightly end of holds', () => {
  it('expires what was held until yesterday, once, and keeps a record of it', async () => {
    const room = await givenRoom(app, venue);
    const over = await givenBooking(app, room, { status: 'held', holdExpiresOn: '2027-05-02', cohortId: cohort.id });
    const today = await givenBooking(app, await givenRoom(app, venue), { status: 'held', holdExpiresOn: '2027-05-03' });
    const kept = await givenBooking(app, await givenRoom(app, venue), { status: 'contracted', holdExpiresOn: '2027-05-02' });
    await app.app.get(HoldsExpiry).expire();
    await app.app.get(HoldsExpiry).expire();
    const rows = await app.sql('SELECT id, status, version FROM room_booking WHERE id = ANY($1::uuid[])', [[over.id, today.id, kept.id]]);
    expect(new Map(rows.map(({ id, status, version }: any) => [id, `${status} ${version}`]))).toEqual(
      new Map([
        [over.id, 'expired 2'],
        [today.id, 'held 1'],
        [kept.id, 'contracted 1'],
      ]),
    );
    expect(
      await app.sql(
        `SELECT name, cohort_id, provider_id, facts->>'from' AS "from", facts->>'to' AS "to" FROM event WHERE subject_id = $1`,
        [over.id],
      ),
    ).toEqual([{ name: 'roomBooking.statusChanged', cohort_id: cohort.id, provider_id: provider.id, from: 'held', to: 'expired' }]);
    expect((await app.post('/room-booking-batches', staff, wish([on(room, '2027-06-24')]))).status).toBe(201);
  });
});

const hours = (day: string) => ({ startsOn: day, startsAt: '08:30', endsOn: day, endsAt: '17:00' });
const on = (room: { id: string }, day: string) => ({ roomId: room.id, ...hours(day) });
const wish = (add: object[], over: object = {}) => ({
  cohortId: cohort.id,
  holder: '',
  status: 'contracted',
  holdExpiresOn: null,
  setUp: 0,
  clearUp: 0,
  costPence: null,
  add,
  change: [],
  ...over,
});
