import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute, provideRouter } from '@angular/router';
import { Session } from '@waymark/shared/web/session';
import { ParticipantAccessPage } from '../participant-access-page/participant-access-page';
import { greetingAt, ParticipantHomePage } from '../participant-home-page/participant-home-page';
import { ParticipantAgendaPage } from './participant-agenda-page';
import { changeWords, clockWords, dayWords, timesOf } from '../participant-words';

const session = (over: object = {}) => ({
  cohortId: 'essex',
  cohortName: 'Top Talent: Essex 2027',
  as: 'participant',
  id: 'a',
  title: 'Welcome',
  kind: 'plenary',
  purpose: 'Meet each other',
  date: '2027-06-24',
  startsAt: '09:30',
  duration: 60,
  mode: 'in_person',
  roomName: 'Chelmer suite',
  venueName: 'Chelmsford Civic Centre',
  venueAddress: 'Duke Street',
  onlineUrl: null,
  mandatory: true,
  cancelled: false,
  groupNames: [],
  leaders: ['Sarah Okafor'],
  agenda: [{ title: 'Input', kind: 'input', offset: 15, duration: 30, presenter: null }],
  changes: [],
  ...over,
});

/** Pages ask the device what day it is. */
const onDay = (day: string) => jest.spyOn(performance, 'now').mockReturnValue(Date.parse(`${day}T09:00:00Z`) - performance.timeOrigin);
beforeEach(() => void onDay('2027-05-04'));
afterEach(() => jest.restoreAllMocks());

async function open<T>(page: Type<T>, fragment: string | null = null) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: ActivatedRoute, useValue: { snapshot: { fragment } } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(page);
  fixture.autoDetectChanges();
  const settle = async () => {
    // A page is only stable once its readings are answered, so this waits a moment instead.
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const answer = async (url: string, body: object, status = 200) => {
    http.expectOne(url).flush(body, { status, statusText: 'Answer' });
    await settle();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  document.body.append(element);
  return { http, element, answer, settle, text: () => element.textContent!.replace(/\s+/g, ' ') };
}

const needs = {
  code: 'access_needs',
  title: 'Tell us what you need at the venue',
  detail: 'Essex. Tell us before Thursday 24 June',
  tone: 'todo',
  status: 'Not started',
  due: '2027-06-24',
  link: '/my/access-needs',
  fragment: 'needs-essex',
  about: { id: 'essex', name: 'Essex', link: '/my/agenda' },
};

describe('ParticipantHomePage', () => {
  const home = (over: object = {}) => ({ name: 'Adaeze', next: session(), off: [], tasks: [], programmes: [], changes: [], ...over });

  it('shows the next session, what to do and where the programme stands', async () => {
    const { answer, text, element } = await open(ParticipantHomePage);
    const programmes = [
      {
        cohortId: 'essex',
        name: 'Top Talent: Essex 2027',
        leads: false,
        steps: [{ title: 'Prepare', detail: 'Until 23 June 2027', state: 'now' }],
      },
    ];
    await answer('/api/my/home', home({ programmes, tasks: [needs] }));
    expect(element.querySelector('h1')!.textContent).toMatch(/^Good \w+, Adaeze$/);
    expect(text()).toContain('Top Talent: Essex 2027. You have 1 thing to do.');
    expect(text()).toContain('Thursday 24 June, 9:30am to 10:30am');
    expect(text()).toContain('Tell us what you need at the venue');
    expect(text()).toContain('Until 23 June 2027');
    expect(element.querySelector('a[download]')!.getAttribute('href')).toBe('/api/my/agenda.ics');
  });

  it('says what changed since the last look', async () => {
    const { answer, text } = await open(ParticipantHomePage);
    await answer(
      '/api/my/home',
      home({ changes: [{ sessionId: 'a', title: 'Welcome', kinds: ['moved'], date: '2027-06-25', startsAt: '10:00' }] }),
    );
    expect(text()).toContain('Your agenda has changed since you last looked');
    expect(text()).toContain('Welcome has a new time: Friday 25 June');
  });

  it('says that a cohort is cancelled, and not that there is none', async () => {
    const { answer, text } = await open(ParticipantHomePage);
    await answer(
      '/api/my/home',
      home({ next: null, off: [{ cohortId: 'essex', cohortName: 'Top Talent: Essex 2027', stage: 'cancelled' }] }),
    );
    expect(text()).toContain('Top Talent: Essex 2027 has been cancelledIts remaining sessions will not take place.');
    expect(text()).toContain('You have nothing to do.');
    expect(text()).not.toContain('You are not on a programme');
  });

  it('tells somebody who leads sessions when they see them', async () => {
    jest.spyOn(Session.prototype, 'has').mockImplementation((role) => role === 'facilitator');
    const { answer, text } = await open(ParticipantHomePage);
    await answer('/api/my/home', home({ next: null }));
    expect(text()).toContain('The sessions you lead will appear here when they are released.');
  });

  it('says plainly when there is nothing', async () => {
    const { answer, text } = await open(ParticipantHomePage);
    await answer('/api/my/home', home({ next: null }));
    expect(text()).toContain('You are not on a programme at the moment.');
    expect(text()).toContain('Nothing at the moment.');
  });

  it('keeps the one heading that has the focus when the answer comes', async () => {
    const { answer, element, settle } = await open(ParticipantHomePage);
    const heading = element.querySelector('h1')!;
    heading.tabIndex = -1;
    heading.focus();
    await answer('/api/my/home', home());
    await settle();
    expect([...element.querySelectorAll('h1')]).toEqual([heading]);
    expect(heading.textContent).toContain('Adaeze');
    expect(document.activeElement).toBe(heading);
  });

  it('lists tasks in the words of the answer, each with how far it is, and leads to its part of a page', async () => {
    const { answer, element } = await open(ParticipantHomePage);
    const done = {
      ...needs,
      tone: 'done',
      status: 'Completed',
      detail: 'Leeds',
      about: { id: 'leeds', name: 'Leeds', link: '/my/agenda' },
    };
    await answer(
      '/api/my/home',
      home({ tasks: [needs, done], programmes: [{ cohortId: 'essex', name: 'Essex', leads: false, steps: [] }] }),
    );
    const items = [...element.querySelectorAll('.govuk-task-list__item')].map((item) =>
      ['__link', '__hint', '__status'].map((part) => item.querySelector(`.govuk-task-list${part}`)!.textContent!.trim()),
    );
    expect(items).toEqual([
      ['Tell us what you need at the venue', 'Essex. Tell us before Thursday 24 June', 'Not started'],
      ['Tell us what you need at the venue', 'Leeds', 'Completed'],
    ]);
    expect(element.querySelector('.govuk-task-list a')!.getAttribute('href')).toBe('/my/access-needs#needs-essex');
    expect(element.querySelectorAll('.govuk-task-list .govuk-tag')).toHaveLength(1);
    expect(element.querySelector('.lead')!.textContent).toContain('You have 1 thing to do.');
  });
});

describe('ParticipantAgendaPage', () => {
  it('shows sessions by day, and says that they were seen', async () => {
    const { http, answer, text, element, settle } = await open(ParticipantAgendaPage);
    const items = [
      session(),
      session({ id: 'b', title: 'Fair', date: '2027-06-25', cancelled: true }),
      session({ id: 'c', date: '2027-06-25', startsAt: '13:00', changes: ['moved'] }),
    ];
    await answer('/api/my/agenda', {
      items,
      next: null,
      off: [],
      releases: [{ cohortId: 'essex', cohortName: 'Essex', number: 3, at: '2027-05-03T09:00:00Z' }],
    });
    expect([...element.querySelectorAll('h2')].map((one) => one.textContent!.trim())).toEqual(['Thursday 24 June', 'Friday 25 June']);
    expect(element.querySelector('.my-agenda__earlier')).toBeNull();
    expect(text()).toContain('9:30am to 10:30am');
    expect(text()).toContain('9:45am Input');
    expect(element.querySelector('.is-cancelled')!.textContent).toContain('Cancelled');
    expect(text()).toContain('This has a new time.');
    const seen = http.expectOne('/api/my/agenda/look');
    expect(seen.request.body).toEqual({ releases: [{ cohortId: 'essex', number: 3 }] });
    seen.flush(null);
    await settle();
  });

  const days = (...dates: string[]) => ({
    items: dates.map((date) => session({ id: date, date })),
    next: null,
    off: [],
    releases: [],
  });

  it('begins with today, and puts the days that are over aside', async () => {
    onDay('2027-06-25');
    const { answer, element } = await open(ParticipantAgendaPage);
    await answer('/api/my/agenda', days('2027-06-24', '2027-06-25', '2028-01-10'));
    const headings = [...element.querySelectorAll('h2')].map((one) => one.textContent!.replace(/\s+/g, ' ').trim());
    expect(headings).toEqual(['Friday 25 June Today', 'Monday 10 January 2028', 'Thursday 24 June Finished']);
    const earlier = element.querySelector<HTMLDetailsElement>('.my-agenda__earlier')!;
    expect(earlier.open).toBe(false);
    expect(earlier.querySelector('summary')!.textContent).toBe('Earlier days (1)');
    expect([...earlier.querySelectorAll('h2')]).toHaveLength(1);
  });

  it('shows the days that are over when there are no others', async () => {
    onDay('2027-06-26');
    const { answer, element } = await open(ParticipantAgendaPage);
    await answer('/api/my/agenda', days('2027-06-24', '2027-06-25'));
    expect(element.querySelector<HTMLDetailsElement>('.my-agenda__earlier')!.open).toBe(true);
  });

  it('names the cohort of every session when there are several', async () => {
    const { answer, element } = await open(ParticipantAgendaPage);
    const items = [session(), session({ id: 'b', cohortId: 'leeds', cohortName: 'Leeds' })];
    await answer('/api/my/agenda', { items, next: null, off: [], releases: [] });
    expect([...element.querySelectorAll('.my-agenda__of')].map((one) => one.textContent)).toEqual([
      'Part of Top Talent: Essex 2027',
      'Part of Leeds',
    ]);
    expect(element.querySelector('details .my-agenda__of')).toBeNull();
  });

  it('marks what is postponed, and says it once above', async () => {
    const { answer, element, text } = await open(ParticipantAgendaPage);
    const off = [{ cohortId: 'essex', cohortName: 'Top Talent: Essex 2027', stage: 'postponed' }];
    await answer('/api/my/agenda', { items: [session(), session({ id: 'b', cohortId: 'leeds' })], next: null, off, releases: [] });
    expect(text()).toContain('Top Talent: Essex 2027 has been postponedIt will not take place on the dates you were given.');
    expect([...element.querySelectorAll('.my-agenda__title')].map((one) => one.textContent!.includes('Postponed'))).toEqual([true, false]);
  });

  it('shows a cancelled cohort without sessions as cancelled, not as an empty agenda', async () => {
    const { answer, text } = await open(ParticipantAgendaPage);
    const off = [{ cohortId: 'essex', cohortName: 'Essex', stage: 'cancelled' }];
    await answer('/api/my/agenda', { items: [], next: null, off, releases: [] });
    expect(text()).toContain('Essex has been cancelled');
    expect(text()).not.toContain('No agenda yet');
  });

  it('says when nothing was released yet, and when it cannot be read', async () => {
    const empty = await open(ParticipantAgendaPage);
    await empty.answer('/api/my/agenda', { items: [], next: null, off: [], releases: [] });
    expect(empty.text()).toContain('No agenda yet');
    TestBed.resetTestingModule();
    const broken = await open(ParticipantAgendaPage);
    await broken.answer('/api/my/agenda', {}, 500);
    expect(broken.text()).toContain('There is a problem with the service.');
  });
});

describe('ParticipantAccessPage', () => {
  it('saves what somebody needs', async () => {
    const { http, answer, element, text, settle } = await open(ParticipantAccessPage);
    const item = { cohortId: 'essex', cohortName: 'Essex', startsOn: '2027-06-24', needs: [], confirmedAt: null };
    await answer('/api/my/access-needs', { items: [item], next: null });
    element.querySelector<HTMLInputElement>('input[value=step_free]')!.click();
    await settle();
    element.querySelector<HTMLFormElement>('form')!.requestSubmit();
    await settle();
    const sent = http.expectOne('/api/my/access-needs');
    expect(sent.request.body).toEqual({ cohortId: 'essex', needs: ['step_free'] });
    sent.flush({ items: [{ ...item, needs: ['step_free'] }], next: null });
    await settle();
    expect(text()).toContain('Saved for Essex. We will use this to plan rooms.');
  });

  const items = ['essex', 'leeds'].map((id) => ({ cohortId: id, cohortName: id, startsOn: '2027-06-24', needs: [], confirmedAt: null }));

  it('keeps what is ticked for another cohort, or was ticked meanwhile, when one is saved', async () => {
    const { http, answer, element, settle } = await open(ParticipantAccessPage);
    await answer('/api/my/access-needs', { items, next: null });
    const tick = (cohort: string, need: string) => element.querySelector<HTMLInputElement>(`#needs-${cohort} input[value=${need}]`)!;
    tick('essex', 'step_free').click();
    tick('leeds', 'hearing_loop').click();
    await settle();
    element.querySelector<HTMLFormElement>('#needs-essex')!.requestSubmit();
    await settle();
    tick('essex', 'quiet_room').click();
    const sent = http.expectOne('/api/my/access-needs');
    expect(sent.request.body).toEqual({ cohortId: 'essex', needs: ['step_free'] });
    sent.flush({ items: [{ ...items[0], needs: ['step_free'] }, items[1]], next: null });
    await settle();
    expect([tick('essex', 'step_free').checked, tick('essex', 'quiet_room').checked]).toEqual([true, true]);
    expect(tick('leeds', 'hearing_loop').checked).toBe(true);
  });

  it('goes to the cohort it was opened for', async () => {
    const { answer, element } = await open(ParticipantAccessPage, 'needs-leeds');
    await answer('/api/my/access-needs', { items, next: null });
    expect(document.activeElement).toBe(element.querySelector('#needs-leeds'));
  });
});

describe('words', () => {
  it('says times as people do', () => {
    expect([0, 570, 720, 795, 1440].map(clockWords)).toEqual(['12am', '9:30am', '12pm', '1:15pm', '12am']);
    expect(timesOf({ startsAt: '23:30', duration: 60 })).toBe('11:30pm to 12:30am');
    expect(changeWords(['moved', 'place', 'retitled'])).toBe('has a new time, is in a different place and has a new name');
    expect([dayWords('2027-06-24', '2027-01-01'), dayWords('2027-06-24', '2026-12-31')]).toEqual([
      'Thursday 24 June',
      'Thursday 24 June 2027',
    ]);
    expect([600, 900, 1200].map(greetingAt)).toEqual(['Good morning', 'Good afternoon', 'Good evening']);
  });
});
