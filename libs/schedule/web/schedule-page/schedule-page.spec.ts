import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { SessionEditor } from '../session-editor/session-editor';
import { moveOf, presenceWords } from './schedule-board-data';
import { SchedulePage } from './schedule-page';
import { words } from './schedule-watch';

const session = (id: string, over: object = {}) => ({
  id,
  version: 1,
  title: 'Systems leadership',
  kind: 'workshop',
  status: 'draft',
  date: '2027-06-24',
  startsAt: '09:30',
  duration: 60,
  mode: 'in_person',
  roomId: 'colne',
  layout: null,
  equipment: [],
  setUp: 0,
  clearUp: 0,
  mandatory: true,
  position: 1,
  groupIds: [],
  facilitators: [],
  after: [],
  ...over,
});
const room = (id: string, name: string) => ({
  id,
  name,
  venueId: 'civic',
  venueName: 'Civic Centre',
  nation: 'ENG',
  capacities: { theatre: 60 },
  access: ['step_free'],
  equipment: [],
});
const schedule = (over: object = {}) => ({
  cohort: { id: 'essex', name: 'Essex', startsOn: '2027-06-24', endsOn: '2027-06-25', nation: 'ENG', stage: 'planning', capacity: 24 },
  scheduleVersion: 7,
  sessions: [session('a'), session('b', { title: 'Sponsor briefing' })],
  rooms: [room('colne', 'Colne room'), room('chelmer', 'Chelmer suite')],
  bookings: [],
  facilitators: [],
  groups: [],
  people: [],
  elsewhere: [],
  otherCohorts: [],
  holidays: [],
  travel: [],
  rules: {},
  overrides: [],
  release: null,
  told: [],
  can: { edit: true, override: true, release: true },
  ...over,
});

async function open() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          {
            path: 'cohorts/:id',
            children: [
              { path: 'schedule', component: SchedulePage, children: [{ path: 'sessions/:sessionId', component: SessionEditor }] },
            ],
          },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl('/cohorts/essex/schedule', SchedulePage);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await harness.fixture.whenStable();
  };
  const answer = async (url: string, body: unknown, status = 200) => {
    http.expectOne((request) => request.url === url).flush(body as object, status === 200 ? {} : { status, statusText: 'Refused' });
    await settle();
  };
  const page = harness.routeNativeElement!;
  const button = (text: string) => [...page.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(text))!;
  const press = async (text: string) => {
    button(text).click();
    await settle();
  };
  return { http, page, answer, press, button, text: () => page.textContent!.replace(/\s+/g, ' ') };
}

const MOVES = '/api/cohorts/essex/session-moves';

describe('SchedulePage', () => {
  beforeAll(() => {
    window.matchMedia ??= ((media: string) => ({ media, matches: false, addEventListener() {}, removeEventListener() {} })) as never;
  });

  it('shows the board with its clashes and a way out of each', async () => {
    const { answer, text, button } = await open();
    await answer('/api/cohorts/essex/schedule', schedule());
    expect(text()).toContain('Thursday 24 June');
    expect(text()).toContain('Colne room is used by 2 sessions');
    expect(button('Move to Chelmer suite') ?? button('Move')).toBeTruthy();
    expect(text()).toContain('Draft');
  });

  it('makes a repair with one press, shows it at once, saves it and undoes it', async () => {
    const { http, answer, press, text, page } = await open();
    await answer('/api/cohorts/essex/schedule', schedule({ rules: { group_overlap: 'ignore', room_capacity: 'ignore' } }));
    const repair = page.querySelector<HTMLButtonElement>('.issue .mini')!;
    repair.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect(text()).not.toContain('Colne room is used by 2 sessions');
    const sent = http.expectOne(MOVES);
    const [move] = sent.request.body.moves;
    expect(move).toMatchObject({ version: 1, roomId: expect.anything() });
    const moved = session(move.sessionId, { ...move, version: 2 });
    sent.flush({ scheduleVersion: 8, sessions: [moved], added: [], removed: [] });
    await new Promise((resolve) => setTimeout(resolve));
    await press('Undo');
    expect(http.expectOne(MOVES).request.body.moves).toEqual([
      { sessionId: move.sessionId, version: 2, date: '2027-06-24', startsAt: '09:30', roomId: 'colne', mode: 'in_person' },
    ]);
  });

  it('explains a move that came too late, and makes it when asked', async () => {
    const { http, answer, press, text, page } = await open();
    await answer('/api/cohorts/essex/schedule', schedule({ rules: { group_overlap: 'ignore' } }));
    page.querySelector<HTMLButtonElement>('.issue .mini')!.click();
    await new Promise((resolve) => setTimeout(resolve));
    const wish = http.match(MOVES)[0]!;
    const [move] = wish.request.body.moves;
    wish.flush(
      {
        type: '/problems/stale',
        title: 'Someone else has changed this since you opened it',
        status: 409,
        current: { version: 2, changedBy: 'Sam Okoro', changedAt: null, values: { title: 'Systems leadership', startsAt: '14:00' } },
      },
      { status: 409, statusText: 'Conflict' },
    );
    await new Promise((resolve) => setTimeout(resolve));
    const now = schedule({ scheduleVersion: 8 });
    now.sessions = now.sessions.map((one) => (one.id === move.sessionId ? { ...one, version: 2, startsAt: '14:00' } : one));
    await answer('/api/cohorts/essex/schedule', now);
    expect(text()).toContain('Sam Okoro moved Systems leadership to 14:00 before your move was saved.');
    await press('Make my move anyway');
    expect(http.expectOne(MOVES).request.body.moves[0]).toMatchObject({ sessionId: move.sessionId, version: 2 });
  });

  it('asks why a clash is overridden, and shows what the API says about the answer', async () => {
    const { answer, press, text } = await open();
    await answer('/api/cohorts/essex/schedule', schedule());
    await press('Override');
    expect(text()).toContain('Why are you overriding it?');
    await press('Override clash');
    await answer(
      '/api/cohorts/essex/clash-overrides',
      {
        title: 'There is a problem',
        status: 400,
        errors: [{ code: 'malformed', pointer: '/reason', detail: 'Enter why you are overriding this clash' }],
      },
      400,
    );
    expect(text()).toContain('Enter why you are overriding this clash');
  });

  it('says when the schedule cannot be read', async () => {
    const { answer, text } = await open();
    await answer('/api/cohorts/essex/schedule', {}, 404);
    expect(text()).toContain('This could not be found, or you do not have access to it.');
  });

  describe('a session', () => {
    const detail = { ...session('a'), purpose: 'Map a problem of your own.', note: '', onlineUrl: null, agenda: [], wasReleased: true };
    const openSession = async (edit: boolean) => {
      const { http, page, answer } = await open();
      await answer('/api/cohorts/essex/schedule', schedule({ can: { edit, override: edit, release: edit } }));
      // The page is not at rest while the session is being read, so this waits a moment instead.
      const rest = () => new Promise((resolve) => setTimeout(resolve, 20));
      await TestBed.inject(Router).navigateByUrl('/cohorts/essex/schedule/sessions/a');
      await rest();
      http.expectOne('/api/cohort-sessions/a').flush(detail);
      await rest();
      return page.querySelector('app-session-editor dialog')!;
    };

    it('is a form for those who may edit it', async () => {
      const dialog = await openSession(true);
      expect(dialog.querySelector<HTMLInputElement>('#title')!.value).toBe('Systems leadership');
      expect(dialog.textContent).toContain('People will see your changes when you next release the schedule.');
    });

    it('keeps what others changed meanwhile, and asks only about what both did', async () => {
      const dialog = await openSession(true);
      const http = TestBed.inject(HttpTestingController);
      const rest = () => new Promise((resolve) => setTimeout(resolve, 20));
      const type = (id: string, text: string) => {
        const box = dialog.querySelector<HTMLInputElement>(`#${id}`)!;
        box.value = text;
        box.dispatchEvent(new Event('input'));
      };
      const refuse = (values: object) =>
        http.expectOne({ method: 'PUT', url: '/api/cohort-sessions/a' }).flush(
          {
            title: 'Someone else has changed this since you opened it',
            type: '/problems/stale',
            current: { version: 7, changedBy: 'Sam Okoro', changedAt: '2027-05-03T09:42:00Z', values },
          },
          { status: 409, statusText: 'Conflict' },
        );

      type('title', 'Systems thinking');
      dialog.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await rest();
      refuse({ ...detail, note: 'Bring pens' });
      await rest();
      const again = http.expectOne({ method: 'PUT', url: '/api/cohort-sessions/a' });
      expect(again.request.body).toMatchObject({ title: 'Systems thinking', note: 'Bring pens', version: 7 });
      again.flush({ title: 'No', errors: [] }, { status: 409, statusText: 'Conflict' });
      await rest();

      dialog.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await rest();
      refuse({ ...detail, note: 'Bring pens', title: 'Leading systems' });
      await rest();
      const asked = [...document.querySelectorAll('app-session-editor dialog')].at(-1)!;
      expect(asked.textContent).toContain('Sam Okoro changed this');
      expect(asked.textContent).toContain('Leading systems');
      expect(asked.textContent).toContain('Systems thinking');
    });

    it('is read in words by others', async () => {
      const dialog = await openSession(false);
      expect(dialog.querySelector('form, input')).toBeNull();
      expect(dialog.querySelector('dl')!.textContent).toContain('Thursday 24 June 2027, 09:30 to 10:30');
      expect(dialog.textContent).not.toContain('release the schedule');
      expect([...dialog.querySelectorAll('.govuk-button')].map((one) => one.textContent!.trim())).toEqual(['Close']);
    });
  });

  it('keeps the view in the address', async () => {
    const { answer, press } = await open();
    await answer('/api/cohorts/essex/schedule', schedule());
    await press('List');
    expect(TestBed.inject(Router).url).toBe('/cohorts/essex/schedule?view=list');
  });
});

describe('moveOf', () => {
  const one = session('a') as never;

  it('puts a session online, in a room, in no room, or off the schedule', () => {
    const to = (over: object) => moveOf({ sessionId: 'a', day: '2027-06-25', start: 795, roomId: 'chelmer', ...over }, one);
    expect(to({})).toEqual({ sessionId: 'a', date: '2027-06-25', startsAt: '13:15', roomId: 'chelmer', mode: 'in_person' });
    expect(to({ roomId: null })).toMatchObject({ roomId: null, mode: 'online' });
    expect(to({ roomId: 'no-room' })).toMatchObject({ roomId: null, mode: 'in_person' });
    expect(to({ day: null })).toEqual({ sessionId: 'a', date: null, startsAt: null, roomId: 'colne', mode: 'in_person' });
  });
});

describe('words', () => {
  const by = { name: 'session.moved', sessionId: 'a', byId: 'x', by: 'Sam Okoro', title: 'Systems leadership' };

  it('says what somebody did, and how much more there was', () => {
    const moved = { ...by, date: '2027-06-24' as const, startsAt: '14:00' as const };
    expect(words([moved])).toBe('Sam Okoro moved Systems leadership to 24 June, 14:00.');
    expect(words([moved, { ...by, name: 'session.cancelled', date: null, startsAt: null }])).toBe(
      'Sam Okoro cancelled Systems leadership, and 1 more change.',
    );
  });
});

describe('presenceWords', () => {
  it('names one or two people and counts more', () => {
    const people = [{ name: 'Sam' }, { name: 'Ada' }, { name: 'Ben' }];
    expect([0, 1, 2, 3].map((count) => presenceWords(people.slice(0, count)))).toEqual([
      '',
      'Sam is also here',
      'Sam and Ada are also here',
      'Sam and 2 others are also here',
    ]);
  });
});
