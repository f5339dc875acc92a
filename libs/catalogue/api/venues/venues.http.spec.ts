import { givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenScope } from '@waymark/identity/testing/identity.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { roomAccess } from '@waymark/catalogue/domain/access';
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

describe('POST /venues', () => {
  it('adds a venue, with its postcode as people write it', async () => {
    const { status, body } = await app.post('/venues', staff, { providerId: provider.id, ...facts('County Hall'), postcode: 'cm11qh' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: 'County Hall',
      postcode: 'CM1 1QH',
      nation: 'ENG',
      access: ['step_free', 'lift'],
      rooms: [],
      version: 1,
    });
  });

  it('refuses a name twice, a made-up postcode and half a place', async () => {
    await app.post('/venues', staff, { providerId: provider.id, ...facts('Twice') });
    const twice = await app.post('/venues', staff, { providerId: provider.id, ...facts('Twice') });
    expect([twice.status, twice.body.errors[0].code]).toEqual([409, 'catalogue_venue_name']);
    for (const name of ['TWICE', 'twice ', 'Twicé', ' twice\u00a0']) {
      const again = await app.post('/venues', staff, { providerId: provider.id, ...facts('x'), name });
      expect([name, again.status, again.body.errors[0].code]).toEqual([name, 409, 'catalogue_venue_name']);
    }
    const wrong = await app.post('/venues', staff, { providerId: provider.id, ...facts('Wrong'), postcode: 'nowhere', access: ['slide'] });
    expect([wrong.status, wrong.body.errors.map(({ pointer }: any) => pointer)]).toEqual([400, ['/postcode', '/access/0']]);
    const half = await app.post('/venues', staff, { providerId: provider.id, ...facts('Half'), latitude: 51 });
    expect([half.status, half.body.errors[0].pointer]).toEqual([400, '/longitude']);
  });

  it('is not for somebody else’s provider', async () => {
    expect((await app.post('/venues', stranger, { providerId: provider.id, ...facts('No') })).status).toBe(404);
  });
});

describe('GET /venues', () => {
  it('lists by name, by words and by access, in a fixed number of statements', async () => {
    const own = await givenProvider(app);
    const by = await app.signedIn('programme_staff', { providerId: own.id });
    const [abbey] = [
      await givenVenue(app, own.id, { name: 'Abbey', access: ['step_free', 'lift'] }),
      await givenVenue(app, own.id, { name: 'Barn', address: '2 Mill Lane' }),
    ];
    await givenRoom(app, abbey, { capacities: { theatre: 60, cabaret: 32 } });
    await givenRoom(app, abbey, { capacities: {} });
    const names = async (query: object) => (await app.get('/venues', by, query as never)).body.items.map(({ name }: any) => name);
    const { body } = await app.get('/venues', by);
    expect(body.items.map(({ name, rooms, largest }: any) => [name, rooms, largest])).toEqual([
      ['Abbey', 2, 60],
      ['Barn', 0, null],
    ]);
    expect(await names({ query: 'mill' })).toEqual(['Barn']);
    expect(await names({ access: 'lift' })).toEqual(['Abbey']);
    const first = await app.get('/venues', by, { limit: 1 });
    expect(await names({ limit: 1, after: first.body.next })).toEqual(['Barn']);
    expect((await app.get('/venues', stranger)).body.items).toEqual([]);
    const few = await app.statementsOf(() => app.get('/venues', by, { limit: 1 }));
    expect(await app.statementsOf(() => app.get('/venues', by))).toBe(few);
  });

  it('shows a provider’s venues to staff of one of its cohorts, who may not change them', async () => {
    const own = await givenProvider(app);
    const venue = await givenVenue(app, own.id);
    await givenRoom(app, venue, { name: 'Crouch' });
    const cohort = { id: newId(), providerId: own.id, name: 'Top Talent' };
    await givenScope(app, cohort);
    const by = await app.signedIn('programme_staff', { cohortId: cohort.id });
    expect((await app.get('/venues', by)).body.items.map(({ id }: any) => id)).toEqual([venue.id]);
    expect((await app.get(`/venues/${venue.id}`, by)).body.rooms.map(({ name }: any) => name)).toEqual(['Crouch']);
    expect((await app.put(`/venues/${venue.id}`, by, { version: 1, ...facts('Mine') })).status).toBe(404);
  });
});

describe('PUT /venues/:id', () => {
  it('edits, and says what is there now to whoever comes late', async () => {
    const venue = await givenVenue(app, provider.id);
    const { status, body } = await app.put(`/venues/${venue.id}`, staff, { version: 1, ...facts('Moved'), nation: 'SCT' });
    expect([status, body.nation, body.version]).toEqual([200, 'SCT', 2]);
    const late = await app.put(`/venues/${venue.id}`, staff, { version: 1, ...facts('Late') });
    expect([late.status, late.body.current.values.name]).toEqual([409, 'Moved']);
    expect((await app.put(`/venues/${venue.id}`, stranger, { version: 2, ...facts('No') })).status).toBe(404);
    expect((await app.get(`/venues/${venue.id}`, stranger)).status).toBe(404);
  });
});

describe('rooms', () => {
  it('stand in the order they were added, each with seats by layout', async () => {
    const venue = await givenVenue(app, provider.id);
    const wish = { name: 'Crouch room', capacities: { theatre: 60, cabaret: 32 }, access: ['hearing_loop'], equipment: ['projector'] };
    const first = await app.post(`/venues/${venue.id}/rooms`, staff, wish);
    expect([first.status, first.body.capacities]).toEqual([201, { theatre: 60, cabaret: 32 }]);
    await app.post(`/venues/${venue.id}/rooms`, staff, { ...wish, name: 'Blackwater room' });
    const { body } = await app.get(`/venues/${venue.id}`, staff);
    expect(body.rooms.map(({ name, position }: any) => [name, position])).toEqual([
      ['Crouch room', 1],
      ['Blackwater room', 2],
    ]);
    const twice = await app.post(`/venues/${venue.id}/rooms`, staff, wish);
    expect([twice.status, twice.body.errors[0].code]).toEqual([409, 'catalogue_room_name']);
    const loud = await app.post(`/venues/${venue.id}/rooms`, staff, { ...wish, name: ` ${wish.name.toUpperCase()} ` });
    expect(loud.body.errors[0].code).toBe('catalogue_room_name');
    const wrong = await app.post(`/venues/${venue.id}/rooms`, staff, { ...wish, name: '', capacities: { cabaret: 0, hammock: 3 } });
    expect(wrong.body.errors.map(({ pointer }: any) => pointer)).toEqual(
      expect.arrayContaining(['/name', '/capacities/cabaret', '/capacities']),
    );
  });

  it('are edited with their version, by those who may', async () => {
    const room = await givenRoom(app, await givenVenue(app, provider.id));
    const wish = { name: 'Colne room', capacities: { boardroom: 16 }, access: [], equipment: [] };
    const { body } = await app.put(`/rooms/${room.id}`, staff, { version: 1, ...wish });
    expect([body.name, body.capacities, body.version]).toEqual(['Colne room', { boardroom: 16 }, 2]);
    expect((await app.put(`/rooms/${room.id}`, staff, { version: 1, ...wish })).body.errors[0].code).toBe('stale');
    expect((await app.put(`/rooms/${room.id}`, stranger, { version: 2, ...wish })).status).toBe(404);
  });
});

describe('PUT /venues/:id/travel', () => {
  it('estimates from coordinates until staff say better, and reads the way back', async () => {
    const own = await givenProvider(app);
    const by = await app.signedIn('programme_staff', { providerId: own.id });
    const chelmsford = await givenVenue(app, own.id, { name: 'Chelmsford', latitude: 51.7356, longitude: 0.4685 });
    const leeds = await givenVenue(app, own.id, { name: 'Leeds', latitude: 53.7997, longitude: -1.5492 });
    const nowhere = await givenVenue(app, own.id, { name: 'Somewhere' });
    const travel = async (id: string) =>
      (await app.get(`/venues/${id}`, by)).body.travel.map(({ name, minutes, estimated }: any) => [name, minutes, estimated]);
    expect(await travel(chelmsford.id)).toEqual([
      ['Leeds', null, 360],
      ['Somewhere', null, null],
    ]);
    const { status } = await app.put(`/venues/${chelmsford.id}/travel`, by, {
      version: 1,
      times: [
        { toVenueId: leeds.id, minutes: 255 },
        { toVenueId: nowhere.id, minutes: 20 },
      ],
    });
    expect(status).toBe(200);
    expect(await travel(leeds.id)).toEqual([
      ['Chelmsford', 255, 360],
      ['Somewhere', null, null],
    ]);
    await app.put(`/venues/${chelmsford.id}/travel`, by, { version: 2, times: [] });
    expect(await travel(leeds.id)).toEqual([
      ['Chelmsford', null, 360],
      ['Somewhere', null, null],
    ]);
  });

  it('goes to other venues of the provider only', async () => {
    const venue = await givenVenue(app, provider.id);
    const foreign = await givenVenue(app, (await givenProvider(app)).id);
    const { status, body } = await app.put(`/venues/${venue.id}/travel`, staff, {
      version: 1,
      times: [
        { toVenueId: venue.id, minutes: 5 },
        { toVenueId: foreign.id, minutes: 5 },
      ],
    });
    expect([status, body.errors.map(({ code }: any) => code)]).toEqual([409, ['catalogue_travel_self', 'catalogue_travel_unknown']]);
    expect((await app.put(`/venues/${venue.id}/travel`, stranger, { version: 1, times: [] })).status).toBe(404);
    expect((await app.put(`/venues/${venue.id}/travel`, staff, { version: 9, times: [] })).body.errors[0].code).toBe('stale');
  });
});

const facts = (name: string) => ({
  name,
  address: 'Market Road, Chelmsford',
  postcode: null,
  nation: 'ENG',
  latitude: null,
  longitude: null,
  access: ['step_free', 'lift'],
});

describe('waymark_room_access', () => {
  it('says of every room what roomAccess says', async () => {
    const features = ['step_free', 'lift', 'accessible_wc', 'quiet_room'];
    const subsets = Array.from({ length: 2 ** features.length }, (_, bits) => features.filter((_, at) => bits & (1 << at)));
    const cases = [null, ...subsets].flatMap((access) => subsets.map((venueAccess) => ({ access, venueAccess })));
    const rows = await app.sql<{ has: string[] }>(
      `SELECT waymark_room_access(room, venue) AS has
         FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS c(one, at)
        CROSS JOIN LATERAL (SELECT CASE WHEN one->'access' = 'null' THEN NULL ELSE ARRAY(SELECT jsonb_array_elements_text(one->'access')) END AS room,
                                   ARRAY(SELECT jsonb_array_elements_text(one->'venueAccess')) AS venue) x
        ORDER BY at`,
      [JSON.stringify(cases)],
    );
    expect(rows.map(({ has }) => has)).toEqual(cases.map(roomAccess));
    expect(cases).toHaveLength(272);
  });
});
