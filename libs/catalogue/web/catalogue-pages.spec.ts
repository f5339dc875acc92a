import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { DEFAULT_RULES } from '@waymark/engines/timetable/model';
import { Session } from '@waymark/shared/web/session';
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
    const { http, page, text } = await open(Page);
    expect(page.nativeElement.querySelector('h1').textContent).toBe(heading);
    expect(page.nativeElement.querySelector('app-loading-state')).toBeTruthy();
    http.expectOne(`/api${path}`).flush({ items: [], next: null });
    await settled(page);
    expect(text()).toContain(empty);
  });

  it('offers to try again when reading fails', async () => {
    const { http, page, text } = await open(Page);
    http.expectOne(`/api${path}`).flush(null, { status: 500, statusText: 'No' });
    await settled(page);
    expect(text()).toContain('There is a problem with the service');
    button(page, 'Try again').click();
    await settled(page);
    http.expectOne(`/api${path}`).flush({ items: [], next: null });
  });

  it('shows why something was not added', async () => {
    const { http, page, text } = await open(Page);
    http.expectOne(`/api${path}`).flush({ items: [], next: null });
    await settled(page);
    button(page, add).click();
    await settled(page);
    http.match((request) => request.url === '/api/facilitator-candidates').forEach((request) => request.flush({ items: [], next: null }));
    page.nativeElement.querySelector('dialog form').dispatchEvent(new Event('submit', { cancelable: true }));
    http
      .expectOne({ method: 'POST', url: `/api${path}` })
      .flush(
        { title: 'There is a problem', errors: [{ code: 'malformed', pointer: `/${field}`, detail: 'Say which' }] },
        { status: 400, statusText: 'Bad' },
      );
    await settled(page);
    expect(text()).toContain('There is a problem');
    expect(page.nativeElement.querySelector(`#${field}-error`).textContent).toContain('Say which');
  });

  it('offers nothing to those who only read', async () => {
    const { http, page } = await open(Page, {}, []);
    http.expectOne(`/api${path}`).flush({ items: [], next: null });
    await settled(page);
    expect(button(page, add)).toBeUndefined();
  });
});

describe('ProgrammePage', () => {
  it('shows every rule and saves what was chosen; somebody who was first is shown', async () => {
    const { http, page, text } = await open(ProgrammePage, { id: 'p1' });
    http.expectOne('/api/programmes/p1').flush(programme);
    await settled(page);
    http.expectOne('/api/programmes/p1/blueprints').flush({ items: [], next: null });
    await settled(page);
    expect(page.nativeElement.querySelector('h1').textContent).toBe('Top Talent');
    expect(text()).toContain('No versions yet');
    const holiday = page.nativeElement.querySelector('#rules-holiday') as HTMLSelectElement;
    expect(holiday.value).toBe('warn');
    holiday.value = 'block_release';
    holiday.dispatchEvent(new Event('change'));
    button(page, 'Save programme')
      .closest('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    const put = http.expectOne({ method: 'PUT', url: '/api/programmes/p1' });
    expect(put.request.body).toMatchObject({ version: 3, rules: { ...DEFAULT_RULES, holiday: 'block_release' } });
    put.flush(
      {
        title: 'Someone else has changed this',
        errors: [],
        current: {
          version: 4,
          changedBy: 'Sam Okoro',
          changedAt: '2027-05-03T09:42:00Z',
          values: { title: 'Top Talent 2', rules: { ...DEFAULT_RULES, holiday: 'ignore' } },
        },
      },
      { status: 409, statusText: 'Conflict' },
    );
    await settled(page);
    expect(text()).toContain('Sam Okoro changed this at 10:42 on 3 May 2027');
    expect([...page.nativeElement.querySelectorAll('.clash legend')].map(({ textContent }) => textContent)).toEqual(['Rules']);
    button(page, 'Save my choice').click();
    await settled(page);
    expect(http.expectOne({ method: 'PUT', url: '/api/programmes/p1' }).request.body).toMatchObject({
      version: 4,
      title: 'Top Talent 2',
      rules: { holiday: 'block_release' },
    });
  });
});

describe('BlueprintPage', () => {
  it('adds, orders and removes sessions of a draft, and saves the whole list', async () => {
    const { http, page, text } = await open(BlueprintPage, { id: 'b1' });
    http.expectOne('/api/blueprints/b1').flush({ ...blueprint, templates: [] });
    await settled(page);
    expect(text()).toContain('No sessions yet');
    button(page, 'Add the first session').click();
    await settled(page);
    type(page, '#title', 'Welcome');
    page.nativeElement.querySelector('app-template-form form').dispatchEvent(new Event('submit', { cancelable: true }));
    await settled(page);
    expect(text()).toContain('Day 1');
    expect(text()).toContain('Unsaved changes');
    button(page, 'Save draft').click();
    const put = http.expectOne({ method: 'PUT', url: '/api/blueprints/b1' });
    expect(put.request.body).toMatchObject({
      version: 1,
      templates: [{ title: 'Welcome', dayOffset: 0, startsAt: '09:30', duration: 60 }],
    });
    put.flush(
      { title: 'There is a problem', errors: [{ code: 'x', detail: 'Welcome must end by midnight', pointer: '/templates/0/duration' }] },
      { status: 409, statusText: 'No' },
    );
    await settled(page);
    expect(text()).toContain('Welcome must end by midnight');
    page.nativeElement.querySelector<HTMLElement>('app-error-summary a')!.click();
    expect(document.activeElement?.textContent).toContain('Edit Welcome');
  });

  it('only reads a published version', async () => {
    const { http, page, text } = await open(BlueprintPage, { id: 'b1' });
    http.expectOne('/api/blueprints/b1').flush({ ...blueprint, status: 'published', templates: [template] });
    await settled(page);
    expect(text()).toContain('Systems leadership');
    expect(text()).toContain('09:30 to 11:00');
    expect(button(page, 'Save draft')).toBeUndefined();
    expect(text()).toContain('A published version cannot be changed');
  });
});

describe('VenuePage', () => {
  it('shows rooms, bookings by day and the way to other venues', async () => {
    const { http, page, text } = await open(VenuePage, { id: 'v1' });
    http.expectOne('/api/venues/v1').flush(venue);
    await settled(page);
    http.expectOne((request) => request.url === '/api/venues/v1/bookings').flush({ items: [booking], next: null });
    await settled(page);
    expect(page.nativeElement.querySelector('h1').textContent).toBe('County Hall');
    for (const words of [
      'Theatre 60',
      'Hearing loop',
      'Thursday 24 June 2027',
      '09:00 to 17:00 (30 min set-up)',
      'Essex County Council',
      '360 min',
    ])
      expect(text()).toContain(words);
    button(page, 'Mark as contracted').click();
    expect(http.expectOne({ method: 'PUT', url: '/api/room-bookings/k1/status' }).request.body).toEqual({
      version: 1,
      status: 'contracted',
    });
  });

  it('asks before a room is given away', async () => {
    const { http, page, text } = await openVenue([booking]);
    button(page, 'Release').click();
    await settled(page);
    expect(text()).toContain('Crouch room for Essex County Council, 24 June 2027.');
    http.expectNone({ method: 'PUT', url: '/api/room-bookings/k1/status' });
    page.nativeElement.querySelector('#booking-step').dispatchEvent(new Event('submit', { cancelable: true }));
    expect(http.expectOne({ method: 'PUT', url: '/api/room-bookings/k1/status' }).request.body).toEqual({ version: 1, status: 'released' });
  });

  it('cancels with a price, and holds until a day', async () => {
    const { http, page } = await openVenue([
      { ...booking, status: 'contracted', costPence: 90_000 },
      { ...booking, id: 'k2', status: 'enquiry', holdExpiresOn: null },
    ]);
    button(page, 'Cancel: Essex').click();
    await settled(page);
    type(page, '#costPence', '300');
    await settled(page);
    page.nativeElement.querySelector('#booking-step').dispatchEvent(new Event('submit', { cancelable: true }));
    http
      .expectOne((request) => request.url === '/api/room-bookings/k1/status' && request.body.costPence === 30_000)
      .flush({ ...booking, status: 'cancelled' });
    await settled(page);
    button(page, 'Hold').click();
    await settled(page);
    page.nativeElement.querySelector('#booking-step').dispatchEvent(new Event('submit', { cancelable: true }));
    http
      .expectOne({ method: 'PUT', url: '/api/room-bookings/k2/status' })
      .flush(
        { title: 'No', errors: [{ code: 'catalogue_hold_needs_end', pointer: '/holdExpiresOn', detail: 'Enter the date the hold ends' }] },
        { status: 409, statusText: 'No' },
      );
    await settled(page);
    expect(page.nativeElement.querySelector('#holdExpiresOn-error').textContent).toContain('Enter the date the hold ends');
  });

  it('books rooms for a cohort, and says at the field who has one', async () => {
    const { http, page } = await openVenue([]);
    button(page, 'Book rooms').click();
    await settled(page);
    const asked = http.expectOne((request) => request.url === '/api/cohorts');
    expect(asked.request.params.get('provider')).toBe('provider');
    asked.flush({ items: [{ id: 'c1', name: 'Top Talent: Essex 2027', code: 'TT-ESSEX' }], next: null });
    await settled(page);
    page.nativeElement.querySelector('#cohortId').click();
    await settled(page);
    page.nativeElement.querySelector('[role=option]').click();
    await settled(page);
    page.nativeElement.querySelector('#booking').dispatchEvent(new Event('submit', { cancelable: true }));
    const sent = http.expectOne({ method: 'POST', url: '/api/room-booking-batches' });
    expect(sent.request.body).toMatchObject({
      cohortId: 'c1',
      status: 'held',
      add: [{ roomId: 'r1', startsAt: '09:00', endsAt: '17:00' }],
    });
    sent.flush(
      { title: 'No', errors: [{ code: 'catalogue_room_booked', pointer: '/add/0/startsAt', detail: 'Crouch room is booked' }] },
      { status: 409, statusText: 'No' },
    );
    await settled(page);
    expect(page.nativeElement.querySelector('#startsAt-error').textContent).toContain('Crouch room is booked');
  });

  it('changes a booking, and lets the user choose when somebody was first', async () => {
    const { http, page, text } = await openVenue([booking]);
    button(page, 'Change').click();
    await settled(page);
    type(page, '#holder', 'County');
    await settled(page);
    const save = () => page.nativeElement.querySelector('#booking').dispatchEvent(new Event('submit', { cancelable: true }));
    save();
    const values = { ...booking, version: 2, startsAt: '10:00', holder: 'Parish council' };
    http.expectOne({ method: 'PUT', url: '/api/room-bookings/k1' }).flush(
      {
        title: 'Stale',
        errors: [{ code: 'stale', detail: 'x' }],
        current: { version: 2, changedBy: 'Sam Okoro', changedAt: null, values },
      },
      { status: 409, statusText: 'No' },
    );
    await settled(page);
    expect(text()).toContain('Sam Okoro changed this at');
    expect([...page.nativeElement.querySelectorAll('.clash legend')].map(({ textContent }) => textContent)).toEqual(['Who for']);
    button(page, 'Save my choice').click();
    await settled(page);
    expect(http.expectOne({ method: 'PUT', url: '/api/room-bookings/k1' }).request.body).toMatchObject({
      version: 2,
      holder: 'County',
      startsAt: '10:00',
    });
  });

  it('says when there are no rooms and no bookings', async () => {
    const { http, page, text } = await open(VenuePage, { id: 'v1' });
    http.expectOne('/api/venues/v1').flush({ ...venue, rooms: [], travel: [] });
    await settled(page);
    http.expectOne((request) => request.url === '/api/venues/v1/bookings').flush({ items: [], next: null });
    await settled(page);
    for (const words of ['No rooms yet', 'No bookings between these dates', 'No other venues']) expect(text()).toContain(words);
  });
});

describe('FacilitatorPage', () => {
  it('adds a time and points at what is wrong with it', async () => {
    const { http, page, text } = await open(FacilitatorPage, { id: 'f1' });
    http.expectOne('/api/facilitators/f1').flush(facilitator);
    http.expectOne((request) => request.url === '/api/facilitators/f1/sessions').flush({ items: [], next: null });
    await settled(page);
    expect(page.nativeElement.querySelector('h1').textContent).toBe('Amara Nwosu');
    expect(text()).toContain('No upcoming sessions');
    button(page, 'Add a time').click();
    await settled(page);
    button(page, 'Save availability')
      .closest('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    http
      .expectOne({ method: 'PUT', url: '/api/facilitators/f1/availability' })
      .flush(
        { title: 'There is a problem', errors: [{ code: 'malformed', pointer: '/spans/0/startsOn', detail: 'Enter a real date' }] },
        { status: 400, statusText: 'Bad' },
      );
    await settled(page);
    expect(page.nativeElement.querySelector('#spans-0-startsOn-error').textContent).toContain('Enter a real date');
  });
});

describe('HolidaysPage', () => {
  it('lists the days, or says that none are known', async () => {
    const { http, page, text } = await open(HolidaysPage);
    expect(page.nativeElement.querySelector('h1').textContent).toBe('Bank holidays');
    http.expectOne((request) => request.url === '/api/bank-holidays').flush({ items: [], next: null });
    await settled(page);
    expect(text()).toContain('No bank holidays for this year');
  });

  it('shows what a file would change before it is imported', async () => {
    const { http, page, text } = await open(HolidaysPage);
    http.expectOne((request) => request.url === '/api/bank-holidays').flush({ items: [], next: null });
    await settled(page);
    button(page, 'Check file')
      .closest('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await settled(page);
    const sent = http.expectOne({ method: 'POST', url: '/api/holiday-imports' });
    expect(sent.request.body.apply).toBe(false);
    const line = {
      outcome: 'new',
      place: 'scotland, event 1',
      division: 'scotland',
      date: '2026-06-15',
      title: 'World Cup bank holiday',
      message: 'New',
    };
    sent.flush({ fileName: 'x.json', applied: false, counts: { new: 1, changed: 0, same: 2, gone: 0, rejected: 0 }, lines: [line] });
    await settled(page);
    expect(text()).toContain('1 new, 0 changed, 0 removed, 2 unchanged, 0 with errors');
    button(page, 'Import these changes').click();
    await settled(page);
    expect(http.expectOne({ method: 'POST', url: '/api/holiday-imports' }).request.body.apply).toBe(true);
  });
});

async function openVenue(bookings: object[]) {
  const opened = await open(VenuePage, { id: 'v1' });
  opened.http.expectOne('/api/venues/v1').flush(venue);
  await settled(opened.page);
  opened.http.expectOne((request) => request.url === '/api/venues/v1/bookings').flush({ items: bookings, next: null });
  await settled(opened.page);
  return opened;
}

const EDITING = ['programmes:edit', 'venues:edit', 'facilitators:edit', 'holidays:import'];

async function open(Page: Type<unknown>, inputs: Record<string, string> = {}, can: string[] = EDITING) {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])] });
  const http = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(Session).load();
  http.expectOne('/api/session').flush({
    person: { id: 'me', name: 'Me', initials: 'M' },
    roles: [],
    can,
    provider: { id: 'provider', name: 'P' },
    idleMinutes: 30,
    expiresAt: '2100-01-01T00:00:00Z',
  });
  await session;
  const page = TestBed.createComponent(Page);
  document.body.append(page.nativeElement);
  for (const [name, value] of Object.entries(inputs)) page.componentRef.setInput(name, value);
  page.detectChanges();
  return { http, page, text: () => (page.nativeElement as HTMLElement).textContent!.replace(/\s+/g, ' ') };
}

type Fixture = { nativeElement: HTMLElement; detectChanges(): void };

/** What was answered has reached the page. Not `whenStable`, which also waits for requests that a test leaves open. */
async function settled(page: Fixture): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((done) => setTimeout(done));
    page.detectChanges();
  }
}

function button(page: Fixture, words: string): HTMLButtonElement {
  return [...page.nativeElement.querySelectorAll('button')].find((one) => one.textContent!.trim().startsWith(words))!;
}

function type(page: Fixture, selector: string, text: string): void {
  const input = page.nativeElement.querySelector<HTMLInputElement>(selector)!;
  input.value = text;
  input.dispatchEvent(new Event('input'));
}

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
