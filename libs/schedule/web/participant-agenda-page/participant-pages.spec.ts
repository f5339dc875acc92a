import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ActivatedRoute } from '@angular/router';
import { openPage } from '@waymark/shared/testing-web/open-page';
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
  state: 'on',
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

const open = <Page>(page: Type<Page>, fragment: string | null = null) =>
  openPage(page, { providers: [{ provide: ActivatedRoute, useValue: { snapshot: { fragment } } }] });

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
    const { answer, text, host } = await open(ParticipantHomePage);
    const programmes = [
      {
        cohortId: 'essex',
        name: 'Top Talent: Essex 2027',
        leads: false,
        steps: [{ title: 'Prepare', detail: 'Until 23 June 2027', state: 'now' }],
      },
    ];
    await answer('/my/home', home({ programmes, tasks: [needs] }));
    expect(host.querySelector('h1')!.textContent).toMatch(/^Good \w+, Adaeze$/);
    expect(text()).toContain('Top Talent: Essex 2027. You have 1 thing to do.');
    expect(text()).toContain('Thursday 24 June, 9:30am to 10:30am');
    expect(text()).toContain('Tell us what you need at the venue');
    expect(text()).toContain('Until 23 June 2027');
    expect(host.querySelector('a[download]')!.getAttribute('href')).toBe('/api/my/agenda.ics');
  });

  it('says what changed since the last look', async () => {
    const { answer, text } = await open(ParticipantHomePage);
    await answer(
      '/my/home',
      home({ changes: [{ sessionId: 'a', title: 'Welcome', kinds: ['moved'], date: '2027-06-25', startsAt: '10:00' }] }),
    );
    expect(text()).toContain('Your agenda has changed since you last looked');
    expect(text()).toContain('Welcome has a new time: Friday 25 June');
  });

  it('says that a cohort is cancelled, and not that there is none', async () => {
    const { answer, text } = await open(ParticipantHomePage);
    await answer('/my/home', home({ next: null, off: [{ cohortId: 'essex', cohortName: 'Top Talent: Essex 2027', stage: 'cancelled' }] }));
    expect(text()).toContain('Top Talent: Essex 2027 has been cancelledIts remaining sessions will not take place.');
    expect(text()).toContain('You have nothing to do.');
    expect(text()).not.toContain('You are not on a programme');
  });

  it('tells somebody who leads sessions when they see them', async () => {
    jest.spyOn(Session.prototype, 'has').mockImplementation((role) => role === 'facilitator');
    const { answer, text } = await open(ParticipantHomePage);
    await answer('/my/home', home({ next: null }));
    expect(text()).toContain('The sessions you lead will appear here when they are released.');
  });

  it('says plainly when there is nothing', async () => {
    const { answer, text } = await open(ParticipantHomePage);
    await answer('/my/home', home({ next: null }));
    expect(text()).toContain('You are not on a programme at the moment.');
    expect(text()).toContain('Nothing at the moment.');
  });

  it('keeps the one heading that has the focus when the answer comes', async () => {
    const { answer, host } = await open(ParticipantHomePage);
    const heading = host.querySelector('h1')!;
    heading.tabIndex = -1;
    heading.focus();
    await answer('/my/home', home());
    expect([...host.querySelectorAll('h1')]).toEqual([heading]);
    expect(heading.textContent).toContain('Adaeze');
    expect(document.activeElement).toBe(heading);
  });

  it('lists tasks in the words of the answer, each with how far it is, and leads to its part of a page', async () => {
    const { answer, host } = await open(ParticipantHomePage);
    const done = {
      ...needs,
      tone: 'done',
      status: 'Completed',
      detail: 'Leeds',
      about: { id: 'leeds', name: 'Leeds', link: '/my/agenda' },
    };
    await answer('/my/home', home({ tasks: [needs, done], programmes: [{ cohortId: 'essex', name: 'Essex', leads: false, steps: [] }] }));
    const items = [...host.querySelectorAll('.govuk-task-list__item')].map((item) =>
      ['__link', '__hint', '__status'].map((part) => item.querySelector(`.govuk-task-list${part}`)!.textContent!.trim()),
    );
    expect(items).toEqual([
      ['Tell us what you need at the venue', 'Essex. Tell us before Thursday 24 June', 'Not started'],
      ['Tell us what you need at the venue', 'Leeds', 'Completed'],
    ]);
    expect(host.querySelector('.govuk-task-list a')!.getAttribute('href')).toBe('/my/access-needs#needs-essex');
    expect(host.querySelectorAll('.govuk-task-list .govuk-tag')).toHaveLength(1);
    expect(host.querySelector('.lead')!.textContent).toContain('You have 1 thing to do.');
  });
});

describe('ParticipantAgendaPage', () => {
  it('shows sessions by day, and says that they were seen', async () => {
    const { answer, text, host } = await open(ParticipantAgendaPage);
    const items = [
      session(),
      session({ id: 'b', title: 'Fair', date: '2027-06-25', state: 'cancelled' }),
      session({ id: 'c', date: '2027-06-25', startsAt: '13:00', changes: ['moved'] }),
    ];
    await answer('/my/agenda', {
      items,
      next: null,
      off: [],
      releases: [{ cohortId: 'essex', cohortName: 'Essex', number: 3, at: '2027-05-03T09:00:00Z' }],
    });
    expect([...host.querySelectorAll('h2')].map((one) => one.textContent!.trim())).toEqual(['Thursday 24 June', 'Friday 25 June']);
    expect(host.querySelector('.my-agenda__earlier')).toBeNull();
    expect(text()).toContain('9:30am to 10:30am');
    expect(text()).toContain('9:45am Input');
    expect(host.querySelector('.is-cancelled')!.textContent).toContain('Cancelled');
    expect(text()).toContain('This has a new time.');
    const seen = await answer('/my/agenda/look', null);
    expect(seen.body).toEqual({ releases: [{ cohortId: 'essex', number: 3 }] });
  });

  const days = (...dates: string[]) => ({
    items: dates.map((date) => session({ id: date, date })),
    next: null,
    off: [],
    releases: [],
  });

  it('begins with today, and puts the days that are over aside', async () => {
    onDay('2027-06-25');
    const { answer, host } = await open(ParticipantAgendaPage);
    await answer('/my/agenda', days('2027-06-24', '2027-06-25', '2028-01-10'));
    const headings = [...host.querySelectorAll('h2')].map((one) => one.textContent!.replace(/\s+/g, ' ').trim());
    expect(headings).toEqual(['Friday 25 June Today', 'Monday 10 January 2028', 'Thursday 24 June Finished']);
    const earlier = host.querySelector<HTMLDetailsElement>('.my-agenda__earlier')!;
    expect(earlier.open).toBe(false);
    expect(earlier.querySelector('summary')!.textContent).toBe('Earlier days (1)');
    expect([...earlier.querySelectorAll('h2')]).toHaveLength(1);
  });

  it('shows the days that are over when there are no others', async () => {
    onDay('2027-06-26');
    const { answer, host } = await open(ParticipantAgendaPage);
    await answer('/my/agenda', days('2027-06-24', '2027-06-25'));
    expect(host.querySelector<HTMLDetailsElement>('.my-agenda__earlier')!.open).toBe(true);
  });

  it('names the cohort of every session when there are several', async () => {
    const { answer, host } = await open(ParticipantAgendaPage);
    const items = [session(), session({ id: 'b', cohortId: 'leeds', cohortName: 'Leeds' })];
    await answer('/my/agenda', { items, next: null, off: [], releases: [] });
    expect([...host.querySelectorAll('.my-agenda__of')].map((one) => one.textContent)).toEqual([
      'Part of Top Talent: Essex 2027',
      'Part of Leeds',
    ]);
    expect(host.querySelector('details .my-agenda__of')).toBeNull();
  });

  it('marks what is postponed, and says it once above', async () => {
    const { answer, host, text } = await open(ParticipantAgendaPage);
    const off = [{ cohortId: 'essex', cohortName: 'Top Talent: Essex 2027', stage: 'postponed' }];
    await answer('/my/agenda', {
      items: [session({ state: 'postponed' }), session({ id: 'b', cohortId: 'leeds' })],
      next: null,
      off,
      releases: [],
    });
    expect(text()).toContain('Top Talent: Essex 2027 has been postponedIt will not take place as planned.');
    expect([...host.querySelectorAll('.my-agenda__title')].map((one) => one.textContent!.includes('Postponed'))).toEqual([true, false]);
  });

  it('shows a cancelled cohort without sessions as cancelled, not as an empty agenda', async () => {
    const { answer, text } = await open(ParticipantAgendaPage);
    const off = [{ cohortId: 'essex', cohortName: 'Essex', stage: 'cancelled' }];
    await answer('/my/agenda', { items: [], next: null, off, releases: [] });
    expect(text()).toContain('Essex has been cancelled');
    expect(text()).not.toContain('No agenda yet');
  });

  it('says when nothing was released yet, and when it cannot be read', async () => {
    const empty = await open(ParticipantAgendaPage);
    await empty.answer('/my/agenda', { items: [], next: null, off: [], releases: [] });
    expect(empty.text()).toContain('No agenda yet');
    TestBed.resetTestingModule();
    const broken = await open(ParticipantAgendaPage);
    await broken.answer('/my/agenda', {}, 500);
    expect(broken.text()).toContain('There is a problem with the service.');
  });
});

describe('ParticipantAccessPage', () => {
  it('saves what somebody needs', async () => {
    const { answer, one, submit, text } = await open(ParticipantAccessPage);
    const item = { cohortId: 'essex', cohortName: 'Essex', needs: [], confirmedAt: null };
    await answer('/my/access-needs', { items: [item], next: null });
    one('input[value=step_free]').click();
    await submit();
    const sent = await answer('/my/access-needs', { items: [{ ...item, needs: ['step_free'] }], next: null });
    expect(sent.body).toEqual({ cohortId: 'essex', needs: ['step_free'] });
    expect(text()).toContain('Saved for Essex. We will use this to plan rooms.');
  });

  const items = ['essex', 'leeds'].map((id) => ({ cohortId: id, cohortName: id, needs: [], confirmedAt: null }));

  it('keeps what is ticked for another cohort, or was ticked meanwhile, when one is saved', async () => {
    const { answer, one, submit } = await open(ParticipantAccessPage);
    await answer('/my/access-needs', { items, next: null });
    const tick = (cohort: string, need: string) => one<HTMLInputElement>(`#needs-${cohort} input[value=${need}]`);
    tick('essex', 'step_free').click();
    tick('leeds', 'hearing_loop').click();
    await submit('#needs-essex');
    tick('essex', 'quiet_room').click();
    const sent = await answer('/my/access-needs', { items: [{ ...items[0], needs: ['step_free'] }, items[1]], next: null });
    expect(sent.body).toEqual({ cohortId: 'essex', needs: ['step_free'] });
    expect([tick('essex', 'step_free').checked, tick('essex', 'quiet_room').checked]).toEqual([true, true]);
    expect(tick('leeds', 'hearing_loop').checked).toBe(true);
  });

  it('goes to the cohort it was opened for', async () => {
    const { answer, host } = await open(ParticipantAccessPage, 'needs-leeds');
    await answer('/my/access-needs', { items, next: null });
    expect(document.activeElement).toBe(host.querySelector('#needs-leeds'));
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
