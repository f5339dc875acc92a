import type { Type } from '@angular/core';
import { DEFAULT_RULES } from '@waymark/engines/timetable/model';
import { openPage, stale } from '@waymark/shared/testing-web/open-page';
import { FacilitatorPage } from './facilitator-page/facilitator-page';
import { FacilitatorsPage } from './facilitators-page/facilitators-page';
import { HolidaysPage } from './holidays-page/holidays-page';
import { BlueprintPage } from './blueprint-page/blueprint-page';
import { ProgrammePage } from './programme-page/programme-page';
import { ProgrammesPage } from './programmes-page/programmes-page';
import { VenuePage } from './venue-page/venue-page';
import { VenuesPage } from './venues-page/venues-page';

describe.each([
  ['ProgrammesPage', ProgrammesPage, 'Programmes', 'No programmes yet', 'Add programme', 'title', '/programmes'],
  ['VenuesPage', VenuesPage, 'Venues', 'No venues yet', 'Add venue', 'name', '/venues'],
  ['FacilitatorsPage', FacilitatorsPage, 'Facilitators', 'No facilitators yet', 'Add facilitator', 'personId', '/facilitators'],
] as const)('%s', (_, Page, heading, empty, add, field, path) => {
  it('says what it lists, that it waits, and that there is nothing', async () => {
    const { answer, one, text } = await open(Page);
    expect(one('h1').textContent).toBe(heading);
    one('app-loading-state');
    await answer(path, { items: [], next: null });
    expect(text()).toContain(empty);
  });

  it('offers to try again when reading fails', async () => {
    const { answer, press, text } = await open(Page);
    await answer(path, null, 500);
    expect(text()).toContain('There is a problem with the service');
    await press('Try again');
    await answer(path, { items: [], next: null });
  });

  it('shows why something was not added', async () => {
    const { answer, http, one, press, submit, text } = await open(Page);
    await answer(path, { items: [], next: null });
    await press(add);
    http.match((request) => request.url === '/api/facilitator-candidates').forEach((request) => request.flush({ items: [], next: null }));
    await submit('dialog form');
    await answer(`POST ${path}`, refused('Say which', `/${field}`), 400);
    expect(text()).toContain('There is a problem');
    expect(one(`#${field}-error`).textContent).toContain('Say which');
  });

  it('offers nothing to those who only read', async () => {
    const { all, answer } = await open(Page, {}, []);
    await answer(path, { items: [], next: null });
    expect(all('button').filter((button) => button.textContent?.includes(add))).toEqual([]);
  });
});

describe('ProgrammePage', () => {
  it('shows every rule and saves what was chosen; somebody who was first is shown', async () => {
    const { all, answer, http, one, press, text, type } = await open(ProgrammePage, { id: 'p1' });
    await answer('/programmes/p1', programme);
    await answer('/programmes/p1/blueprints', { items: [], next: null });
    expect(one('h1').textContent).toBe('Top Talent');
    expect(text()).toContain('No versions yet');
    expect(one<HTMLSelectElement>('#rules-holiday').value).toBe('warn');
    type('#rules-holiday', 'block_release');
    await press('Save programme');
    const values = { version: 4, title: 'Top Talent 2', rules: { ...DEFAULT_RULES, holiday: 'ignore' } };
    const put = await answer('PUT /programmes/p1', stale(values), 409);
    expect(put.body).toMatchObject({ version: 3, rules: { ...DEFAULT_RULES, holiday: 'block_release' } });
    expect(text()).toContain('Sam Okoro changed this at 10:42 on 3 May 2027');
    expect(all('.clash legend').map(({ textContent }) => textContent)).toEqual(['Rules']);
    await press('Save my choice');
    expect(http.expectOne({ method: 'PUT', url: '/api/programmes/p1' }).request.body).toMatchObject({
      version: 4,
      title: 'Top Talent 2',
      rules: { holiday: 'block_release' },
    });
  });
});

describe('BlueprintPage', () => {
  it('adds, orders and removes sessions of a draft, and saves the whole list', async () => {
    const { answer, one, press, submit, text, type } = await open(BlueprintPage, { id: 'b1' });
    await answer('/blueprints/b1', { ...blueprint, templates: [] });
    expect(text()).toContain('No sessions yet');
    await press('Add the first session');
    type('#title', 'Welcome');
    await submit('app-template-form form');
    expect(text()).toContain('Day 1');
    expect(text()).toContain('Unsaved changes');
    await press('Save draft');
    const put = await answer('PUT /blueprints/b1', refused('Welcome must end by midnight', '/templates/0/duration'), 409);
    expect(put.body).toMatchObject({
      version: 1,
      templates: [{ title: 'Welcome', dayOffset: 0, startsAt: '09:30', duration: 60 }],
    });
    expect(text()).toContain('Welcome must end by midnight');
    one('app-error-summary a').click();
    expect(document.activeElement?.textContent).toContain('Edit Welcome');
  });

  it('only reads a published version', async () => {
    const { all, answer, text } = await open(BlueprintPage, { id: 'b1' });
    await answer('/blueprints/b1', { ...blueprint, status: 'published', templates: [template] });
    expect(text()).toContain('Systems leadership');
    expect(text()).toContain('09:30 to 11:00');
    expect(all('button').filter((button) => button.textContent?.includes('Save draft'))).toEqual([]);
    expect(text()).toContain('A published version cannot be changed');
  });
});

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
    await submit('#booking-step');
    const cancelled = await answer('/room-bookings/k1/status', { ...booking, status: 'cancelled' });
    expect(cancelled.body).toMatchObject({ costPence: 30_000 });
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

describe('FacilitatorPage', () => {
  it('adds a time and points at what is wrong with it', async () => {
    const { answer, one, press, text } = await open(FacilitatorPage, { id: 'f1' });
    await answer('/facilitators/f1', facilitator);
    await answer('/facilitators/f1/sessions', { items: [], next: null });
    expect(one('h1').textContent).toBe('Amara Nwosu');
    expect(text()).toContain('No upcoming sessions');
    await press('Add a time');
    await press('Save availability');
    await answer('PUT /facilitators/f1/availability', refused('Enter a real date', '/spans/0/startsOn'), 400);
    expect(one('#spans-0-startsOn-error').textContent).toContain('Enter a real date');
  });
});

describe('HolidaysPage', () => {
  it('lists the days, or says that none are known', async () => {
    const { answer, one, text } = await open(HolidaysPage);
    expect(one('h1').textContent).toBe('Bank holidays');
    await answer('/bank-holidays', { items: [], next: null });
    expect(text()).toContain('No bank holidays for this year');
  });

  it('shows what a file would change before it is imported', async () => {
    const { answer, http, press, text } = await open(HolidaysPage);
    await answer('/bank-holidays', { items: [], next: null });
    await press('Check file');
    const line = {
      outcome: 'new',
      place: 'scotland, event 1',
      division: 'scotland',
      date: '2026-06-15',
      title: 'World Cup bank holiday',
      message: 'New',
    };
    const counts = { new: 1, changed: 0, same: 2, gone: 0, rejected: 0 };
    const sent = await answer('POST /holiday-imports', { fileName: 'x.json', applied: false, counts, lines: [line] });
    expect(sent.body.apply).toBe(false);
    expect(text()).toContain('1 new, 0 changed, 0 removed, 2 unchanged, 0 with errors');
    await press('Import these changes');
    expect(http.expectOne({ method: 'POST', url: '/api/holiday-imports' }).request.body.apply).toBe(true);
  });
});

const EDITING = ['programmes:edit', 'venues:edit', 'facilitators:edit', 'holidays:import'];

const open = (page: Type<unknown>, inputs: Record<string, string> = {}, can: readonly string[] = EDITING) =>
  openPage(page, { inputs, by: { can } });

async function openVenue(bookings: object[], over: object = {}) {
  const opened = await open(VenuePage, { id: 'v1' });
  await opened.answer('/venues/v1', { ...venue, ...over });
  await opened.answer('/venues/v1/bookings', { items: bookings, next: null });
  return opened;
}

const refused = (detail: string, pointer: string) => ({ title: 'There is a problem', errors: [{ code: 'malformed', pointer, detail }] });

const programme = {
  id: 'p1',
  providerId: 'provider',
  title: 'Top Talent',
  code: 'TT',
  summary: '',
  status: 'active',
  rules: DEFAULT_RULES,
  published: null,
  publishedId: null,
  draftId: null,
  cohorts: 0,
  version: 3,
};
const blueprint = {
  id: 'b1',
  programmeId: 'p1',
  programmeTitle: 'Top Talent',
  programmeCode: 'TT',
  number: 1,
  status: 'draft',
  publishedAt: null,
  capacity: 24,
  minViable: 8,
  version: 1,
};
const template = {
  id: 't1',
  position: 1,
  title: 'Systems leadership',
  kind: 'workshop',
  purpose: '',
  dayOffset: 0,
  startsAt: '09:30',
  duration: 90,
  mandatory: true,
  mode: 'in_person',
  layout: null,
  equipment: [],
  setUp: 0,
  clearUp: 0,
  perGroup: false,
  afterPosition: null,
  minGap: 0,
};
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
const facilitator = {
  id: 'f1',
  providerId: 'provider',
  personId: 'x',
  name: 'Amara Nwosu',
  email: 'a@example.org',
  organisation: null,
  status: 'active',
  skills: [],
  note: '',
  availability: [],
  version: 1,
};
