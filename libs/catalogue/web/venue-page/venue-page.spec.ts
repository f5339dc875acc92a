import { openPage, refused, stale } from '@waymark/shared/testing-web/open-page';
import { VenuePage } from './venue-page';

describe('VenuePage', () => {
  it('shows rooms, bookings by day and the way to other venues', async () => {
    const { http, one, press, text } = await openVenue([booking]);
    expect(one('h1').textContent).toBe('County Hall');
    for (const words of [
      'Theatre 60',
      'Hearing loop',
      'Thursday 24 June 2027',
      '09:00 to 17:00 (30 min set-up)',
      'Essex County Council',
      '360 min',
    ])
      expect(text()).toContain(words);
    await press('Mark as contracted: Essex County Council in Crouch room');
    expect(http.expectOne({ method: 'PUT', url: '/api/room-bookings/k1/status' }).request.body).toEqual({
      version: 1,
      status: 'contracted',
    });
  });

  it('asks before a room is given away', async () => {
    const { http, press, submit, text } = await openVenue([booking]);
    await press('Release: Essex County Council in Crouch room');
    expect(text()).toContain('Crouch room for Essex County Council, 24 June 2027.');
    http.expectNone({ method: 'PUT', url: '/api/room-bookings/k1/status' });
    await submit('#booking-step');
    expect(http.expectOne({ method: 'PUT', url: '/api/room-bookings/k1/status' }).request.body).toEqual({ version: 1, status: 'released' });
  });

  it('cancels with a price, and holds until a day', async () => {
    const { answer, one, press, submit, type } = await openVenue([
      { ...booking, status: 'contracted', costPence: 90_000 },
      { ...booking, id: 'k2', status: 'enquiry', holdExpiresOn: null },
    ]);
    await press('Cancel: Essex County Council in Crouch room');
    type('#costPence', '300');
    type('#reason', 'The venue flooded');
    await submit('#booking-step');
    const cancelled = await answer('/room-bookings/k1/status', { ...booking, status: 'cancelled' });
    expect(cancelled.body).toMatchObject({ costPence: 30_000, reason: 'The venue flooded' });
    await press('Hold: Essex County Council in Crouch room');
    await submit('#booking-step');
    await answer('PUT /room-bookings/k2/status', refused('Enter the date the hold ends', '/holdExpiresOn'), 409);
    expect(one('#holdExpiresOn-error').textContent).toContain('Enter the date the hold ends');
  });

  it('books rooms for a cohort, and says at the field who has one', async () => {
    const { answer, one, press, settle, submit } = await openVenue([]);
    await press('Book rooms');
    const asked = await answer('/cohorts', { items: [{ id: 'c1', name: 'Top Talent: Essex 2027', code: 'TT-ESSEX' }], next: null });
    expect(asked.params.get('provider')).toBe('provider');
    one('#cohortId').click();
    await settle();
    one('[role=option]').click();
    await submit('#booking');
    const sent = await answer('POST /room-booking-batches', refused('Crouch room is booked', '/add/0/startsAt'), 409);
    expect(sent.body).toMatchObject({ cohortId: 'c1', status: 'held', add: [{ roomId: 'r1', startsAt: '09:00', endsAt: '17:00' }] });
    expect(one('#startsAt-error').textContent).toContain('Crouch room is booked');
  });

  it('changes a booking, and lets the user choose when somebody was first', async () => {
    const { all, answer, http, press, submit, text, type } = await openVenue([booking]);
    await press('Change: Essex County Council in Crouch room');
    type('#holder', 'County');
    await submit('#booking');
    const values = { ...booking, version: 2, startsAt: '10:00', holder: 'Parish council' };
    await answer('PUT /room-bookings/k1', stale(values), 409);
    expect(text()).toContain('Sam Okoro changed this at');
    expect(all('.clash legend').map(({ textContent }) => textContent)).toEqual(['Who for']);
    await press('Save my choice');
    expect(http.expectOne({ method: 'PUT', url: '/api/room-bookings/k1' }).request.body).toMatchObject({
      version: 2,
      holder: 'County',
      startsAt: '10:00',
    });
  });

  it('says when there are no rooms and no bookings', async () => {
    const { text } = await openVenue([], { rooms: [], travel: [] });
    for (const words of ['No rooms yet', 'No bookings between these dates', 'No other venues']) expect(text()).toContain(words);
  });
});

const open = () => openPage(VenuePage, { inputs: { id: 'v1' }, by: { can: ['venues:edit'] } });

async function openVenue(bookings: object[], over: object = {}) {
  const opened = await open();
  await opened.answer('/venues/v1', { ...venue, ...over });
  await opened.answer('/venues/v1/bookings', { items: bookings, next: null });
  return opened;
}

const venue = {
  id: 'v1',
  providerId: 'provider',
  name: 'County Hall',
  address: 'Market Road',
  postcode: null,
  nation: 'ENG',
  latitude: null,
  longitude: null,
  access: ['step_free'],
  version: 1,
  rooms: [
    {
      id: 'r1',
      venueId: 'v1',
      name: 'Crouch room',
      position: 1,
      capacities: { theatre: 60 },
      access: ['hearing_loop'],
      equipment: [],
      version: 1,
    },
  ],
  travel: [{ venueId: 'v2', name: 'Leeds', minutes: null, estimated: 360 }],
};
const booking = {
  id: 'k1',
  roomId: 'r1',
  roomName: 'Crouch room',
  venueId: 'v1',
  cohortId: null,
  cohortName: null,
  holder: 'Essex County Council',
  startsOn: '2027-06-24',
  startsAt: '09:00',
  endsOn: '2027-06-24',
  endsAt: '17:00',
  setUp: 30,
  clearUp: 0,
  status: 'held',
  holdExpiresOn: '2027-06-01',
  costPence: null,
  version: 1,
};
