import { inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Routes } from '@angular/router';
import { openUrl, stale } from '@waymark/shared/testing-web/open-page';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';
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
  venueAccess: [],
  equipment: [],
});
const schedule = (over: object = {}) => ({
  cohort: { id: 'essex', name: 'Essex', startsOn: '2027-06-24', endsOn: '2027-06-25', nation: 'ENG', stage: 'planning', capacity: 24 },
  scheduleVersion: 7,
  holidaysKnownUntil: '2028-12-31',
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

const ROUTES: Routes = [
  {
    path: 'cohorts/:id',
    children: [
      {
        path: 'schedule',
        component: SchedulePage,
        // As every page has it.
        children: [{ path: 'sessions/:sessionId', component: SessionEditor, canDeactivate: [() => inject(Unsaved).mayLeave()] }],
      },
    ],
  },
];
const open = () => openUrl(ROUTES, '/cohorts/essex/schedule');

const MOVES = '/cohorts/essex/session-moves';

describe('SchedulePage', () => {
  it('shows the board with its clashes and a way out of each', async () => {
    const { all, answer, text } = await open();
    await answer('/cohorts/essex/schedule', schedule());
    expect(text()).toContain('Thursday 24 June');
    expect(text()).toContain('Colne room is used by 2 sessions');
    expect(all('button').filter((one) => one.textContent?.trim().startsWith('Move'))).not.toEqual([]);
    expect(text()).toContain('Draft');
  });

  it('says how far bank holidays are known, where the schedule goes further', async () => {
    const { answer, text } = await open();
    await answer('/cohorts/essex/schedule', schedule({ holidaysKnownUntil: '2026-12-31' }));
    expect(text()).toContain('Bank holidays are known until 31 December 2026, so days after that were not checked against any.');
  });

  it('says of what somebody may not see only that it takes the room', async () => {
    const { answer, all, text } = await open();
    const booking = { id: 'x', eventId: 'x', roomId: 'chelmer', start: '2027-06-24T13:00', end: '2027-06-24T14:30', setUp: 0, clearUp: 0 };
    const place = { duration: 60, mode: 'in_person', venueId: null, setUp: 0, clearUp: 0, facilitatorIds: [], personIds: [] };
    const unseen = { cohortId: null, title: null, kind: null, ...place };
    await answer(
      '/cohorts/essex/schedule',
      schedule({
        bookings: [{ ...booking, holder: null, cohortId: null }],
        elsewhere: [
          { ...unseen, id: 'y', eventId: 'y', roomId: 'chelmer', start: '2027-06-24T13:00' },
          { ...unseen, id: 'z', eventId: 'z', roomId: 'colne', start: '2027-06-24T10:00' },
        ],
        rules: { group_overlap: 'ignore', room_capacity: 'ignore' },
      }),
    );
    // The session that is in the hidden booking is not there twice.
    expect(all('.session--held .session__name').map((one) => one.textContent)).toEqual(Array(2).fill('Taken by an event you cannot see'));
    expect(text()).toContain('Colne room is taken from 10:00 to 11:00');
    expect(text()).toContain('Systems leadership (Colne room) and an event you cannot see.');
  });

  it('makes a repair once it was shown, at once, saves it and undoes it', async () => {
    const { answer, http, one, press, settle, text } = await open();
    await answer('/cohorts/essex/schedule', schedule({ rules: { group_overlap: 'ignore', room_capacity: 'ignore' } }));
    one('.issue .mini').click();
    await settle();
    expect(text()).toContain('Colne room is used by 2 sessions');
    await press('Make this change');
    expect(text()).not.toContain('Colne room is used by 2 sessions');
    const sent = http.expectOne(`/api${MOVES}`);
    const [move] = sent.request.body.moves;
    expect(move).toMatchObject({ version: 1, roomId: expect.anything() });
    const moved = session(move.sessionId, { ...move, version: 2 });
    sent.flush({ scheduleVersion: 8, sessions: [moved], added: [], removed: [] });
    await settle();
    await press('Undo');
    expect(http.expectOne(`/api${MOVES}`).request.body.moves).toEqual([
      { sessionId: move.sessionId, version: 2, date: '2027-06-24', startsAt: '09:30', roomId: 'colne', mode: 'in_person' },
    ]);
  });

  it('explains a move that came too late, and makes it when asked', async () => {
    const { answer, http, one, press, settle, text } = await open();
    await answer('/cohorts/essex/schedule', schedule({ rules: { group_overlap: 'ignore' } }));
    one('.issue .mini').click();
    await settle();
    await press('Make this change');
    const wish = await answer(MOVES, stale({ version: 2, title: 'Systems leadership', startsAt: '14:00' }), 409);
    const [move] = wish.body.moves;
    const now = schedule({ scheduleVersion: 8 });
    now.sessions = now.sessions.map((each) => (each.id === move.sessionId ? { ...each, version: 2, startsAt: '14:00' } : each));
    await answer('/cohorts/essex/schedule', now);
    expect(text()).toContain('Sam Okoro moved Systems leadership to 14:00 before your move was saved.');
    await press('Make my move anyway');
    expect(http.expectOne(`/api${MOVES}`).request.body.moves[0]).toMatchObject({ sessionId: move.sessionId, version: 2 });
  });

  it('offers one way out of two problems of one cause', async () => {
    const { answer, all, text } = await open();
    await answer('/cohorts/essex/schedule', schedule({ rules: { room_capacity: 'ignore' } }));
    expect(all('.issue--block')).toHaveLength(2);
    expect(text()).toMatch(/“Move [^”]+” above solves this too\./);
  });

  it('asks somebody else to take over from a facilitator who cannot come, and keeps who was to lead', async () => {
    const { answer, button, http, press, settle, text } = await open();
    const facilitator = (id: string, name: string, over = {}) => ({ id, name, subjects: [], availability: [], ...over });
    const away = { availability: [{ kind: 'unavailable', start: '2027-06-24T09:00', end: '2027-06-24T17:30' }] };
    const led = session('a', { facilitators: [{ facilitatorId: 'amara', role: 'lead', status: 'confirmed', reason: '' }] });
    const data = schedule({
      sessions: [led],
      facilitators: [facilitator('amara', 'Dr Amara Nwosu', away), facilitator('cai', 'Cai Rees')],
    });
    await answer('/cohorts/essex/schedule', data);
    const label = 'Ask Cai Rees to take over Systems leadership from Dr Amara Nwosu';
    expect(button(label)).toBeTruthy();
    await press(label);
    expect(text()).toContain('Systems leadership: from Dr Amara Nwosu to Cai Rees. Nothing has changed yet.');
    await press('Make this change');
    await answer('/cohort-sessions/a', { ...led, version: 4, purpose: '', note: '', onlineUrl: null, agenda: [], wasReleased: false });
    const asked = await answer('PUT /cohort-sessions/a', {});
    expect(asked.body).toMatchObject({
      version: 4,
      facilitators: [
        { facilitatorId: 'amara', role: 'lead', status: 'stood_down', reason: 'Dr Amara Nwosu is not available' },
        { facilitatorId: 'cai', role: 'lead', status: 'proposed' },
      ],
    });
    await settle();
    http.expectOne('/api/cohorts/essex/schedule');
  });

  it('asks why a clash is overridden, and shows what the API says about the answer', async () => {
    const { answer, press, text } = await open();
    await answer('/cohorts/essex/schedule', schedule());
    await press('Override The whole cohort is in 2 sessions');
    expect(text()).toContain('Why are you overriding it?');
    await press('Override clash');
    await answer(
      '/cohorts/essex/clash-overrides',
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
    await answer('/cohorts/essex/schedule', {}, 404);
    expect(text()).toContain('This could not be found, or you do not have access to it.');
  });

  describe('a session', () => {
    const detail = { ...session('a'), purpose: 'Map a problem of your own.', note: '', onlineUrl: null, agenda: [], wasReleased: true };
    const openSession = async (edit: boolean, over: object = {}) => {
      const opened = await open();
      await opened.answer('/cohorts/essex/schedule', schedule({ can: { edit, override: edit, release: edit } }));
      await opened.harness.navigateByUrl('/cohorts/essex/schedule/sessions/a');
      await opened.answer('/cohort-sessions/a', { ...detail, ...over });
      return { ...opened, dialog: opened.one('app-session-editor dialog') };
    };

    it('is a form for those who may edit it', async () => {
      const { dialog } = await openSession(true);
      expect(dialog.querySelector<HTMLInputElement>('#title')!.value).toBe('Systems leadership');
      expect(dialog.textContent).toContain('Your changes go into people’s agendas when you next release the schedule.');
    });

    it('offers each facilitator the next steps, asks why they do not lead, and takes nobody off who was asked', async () => {
      const lead = (status: string) => ({ facilitatorId: 'nwosu', role: 'lead', status, reason: '' });
      const { all, answer, one, settle, submit, type } = await openSession(true, { facilitators: [lead('requested')] });
      const status = one('[name=facilitators-0-status]') as unknown as HTMLSelectElement;
      expect([...status.options].map(({ value }) => value)).toEqual(['requested', 'accepted', 'declined', 'stood_down']);
      expect(all('app-session-editor button').filter((button) => button.textContent!.includes('Remove'))).toEqual([]);
      status.value = 'declined';
      status.dispatchEvent(new Event('change'));
      await settle();
      type('[name=facilitators-0-reason]', 'Teaches that day');
      await submit('app-session-editor dialog form');
      const { body } = await answer('PUT /cohort-sessions/a', { title: 'No', errors: [] }, 409);
      expect(body).toMatchObject({ facilitators: [{ ...lead('declined'), reason: 'Teaches that day' }] });
    });

    it('keeps what others changed meanwhile, and asks only about what both did', async () => {
      const { all, answer, submit, type } = await openSession(true);
      const form = 'app-session-editor dialog form';
      const refuse = (values: object) => answer('PUT /cohort-sessions/a', stale({ ...detail, ...values, version: 7 }), 409);

      type('app-session-editor #title', 'Systems thinking');
      await submit(form);
      await refuse({ note: 'Bring pens' });
      const again = await answer('PUT /cohort-sessions/a', { title: 'No', errors: [] }, 409);
      expect(again.body).toMatchObject({ title: 'Systems thinking', note: 'Bring pens', version: 7 });

      await submit(form);
      await refuse({ note: 'Bring pens', title: 'Leading systems' });
      const asked = all('app-session-editor dialog').at(-1)!;
      expect(asked.textContent).toContain('Sam Okoro changed this');
      expect(asked.textContent).toContain('Leading systems');
      expect(asked.textContent).toContain('Systems thinking');
    });

    it('asks before Escape, Close or Back gives up what is typed, and asks once', async () => {
      const { dialog, harness, press, settle, type, url } = await openSession(true);
      const unsaved = TestBed.inject(Unsaved);
      const here = '/cohorts/essex/schedule/sessions/a';
      const escape = () => dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      const decide = async (leaves: boolean) => {
        await settle();
        expect(unsaved.asking()).toBe(true);
        unsaved.decide(leaves);
        await settle();
        return [url(), unsaved.asking()];
      };
      type('app-session-editor #title', 'Systems thinking');
      const back = harness.navigateByUrl('/cohorts/essex/schedule');
      expect(await decide(false)).toEqual([here, false]);
      await back;
      await press('Close');
      expect(await decide(false)).toEqual([here, false]);
      expect(dialog.querySelector<HTMLInputElement>('#title')!.value).toBe('Systems thinking');
      escape();
      expect(await decide(true)).toEqual(['/cohorts/essex/schedule', false]);
      expect(unsaved.some).toBe(false);
    });

    it('is closed without a question once it is cancelled, with the reason that was typed', async () => {
      const { answer, press, type, url } = await openSession(true);
      await press('Cancel session');
      type('app-session-editor #reason', 'The speaker is ill');
      await press('Cancel session');
      await answer('/cohort-sessions/a/cancellation', {});
      await answer('/cohorts/essex/schedule', schedule());
      expect([url(), TestBed.inject(Unsaved).asking()]).toEqual(['/cohorts/essex/schedule', false]);
    });

    it('is read in words by others', async () => {
      const { dialog } = await openSession(false);
      expect(dialog.querySelector('form, input')).toBeNull();
      expect(dialog.querySelector('dl')!.textContent).toContain('Thursday 24 June 2027, 09:30 to 10:30');
      expect(dialog.textContent).not.toContain('release the schedule');
      expect([...dialog.querySelectorAll('.govuk-button')].map((one) => one.textContent!.trim())).toEqual(['Close']);
    });
  });

  it('keeps the view in the address', async () => {
    const { answer, press, url } = await open();
    await answer('/cohorts/essex/schedule', schedule());
    await press('List');
    expect(url()).toBe('/cohorts/essex/schedule?view=list');
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
