import {
  givenBreakout,
  givenLeader,
  givenParticipant,
  type GivenSchedule,
  givenSchedule,
  givenSession,
} from '@waymark/schedule/testing/schedule.factories';
import { givenKnown, givenPerson } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let essex: GivenSchedule;
let ada: SignedIn;
let group: { id: string };

beforeAll(async () => {
  app = await TestApp.open();
});
beforeEach(async () => {
  essex = await givenSchedule(app);
  // What is told here does not depend on where it is.
  await app.sql(`UPDATE programme SET rules = rules || '{"no_room": "warn"}' WHERE provider_id = $1`, [essex.providerId]);
  staff = await app.signedIn('programme_staff', { providerId: essex.providerId });
  group = await givenBreakout(app, essex, 'Group 1');
  ada = await app.signedIn('participant', { cohortId: essex.cohortId });
  await givenParticipant(app, essex, { personId: ada.personId, groups: [group.id] });
});
afterAll(() => app.close());

const release = async () => {
  const { body } = await app.get(`/cohorts/${essex.cohortId}/release-preview`, staff);
  const answer = await app.post(`/cohorts/${essex.cohortId}/releases`, staff, { scheduleVersion: body.scheduleVersion, note: '' });
  expect(answer.status).toBe(201);
};
const move = (id: string, version: number, startsAt: string) =>
  app.post(`/cohorts/${essex.cohortId}/session-moves`, staff, {
    moves: [{ sessionId: id, version, date: '2027-06-24', startsAt, roomId: null }],
  });
const titles = (body: { items: { title: string }[] }) => body.items.map(({ title }) => title);
const look = async (by = ada) => {
  const { body } = await app.get('/my/agenda', by);
  return app.put('/my/agenda/look', by, { releases: body.releases.map(({ cohortId, number }: any) => ({ cohortId, number })) });
};

describe('GET /my/agenda', () => {
  it('shows the last release, never the draft', async () => {
    const welcome = await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome' });
    expect((await app.get('/my/agenda', ada)).body).toEqual({ items: [], next: null, off: [], releases: [] });
    await release();
    await move(welcome.id, 1, '15:00');
    await givenSession(app, essex, { at: '2027-06-24 11:00', title: 'Only a draft' });
    const { body } = await app.get('/my/agenda', ada);
    expect(body.items).toEqual([expect.objectContaining({ title: 'Welcome', startsAt: '09:30', as: 'participant' })]);
    await release();
    expect((await app.get('/my/agenda', ada)).body.items).toEqual([
      expect.objectContaining({ title: 'Only a draft' }),
      expect.objectContaining({ title: 'Welcome', startsAt: '15:00' }),
    ]);
  });

  it('shows what is for everybody or for their groups, and what is cancelled as cancelled', async () => {
    const other = await givenBreakout(app, essex, 'Group 2');
    const welcome = await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome' });
    await givenSession(app, essex, { at: '2027-06-24 11:00', title: 'Mine', groups: [group.id] });
    await givenSession(app, essex, { at: '2027-06-24 11:00', title: 'Theirs', groups: [other.id] });
    await release();
    await app.put(`/cohort-sessions/${welcome.id}/cancellation`, staff, { version: 1, reason: 'Flood' });
    await release();
    const { body } = await app.get('/my/agenda', ada);
    expect(titles(body)).toEqual(['Welcome', 'Mine']);
    expect(body.items[0].state).toBe('cancelled');
  });

  it('shows facilitators the sessions they lead, as they were told', async () => {
    const leader = await givenLeader(app, essex.providerId);
    const by = await app.signedIn('facilitator', { cohortId: essex.cohortId, personId: leader.personId });
    const led = await givenSession(app, essex, { at: '2027-06-24 11:00', title: 'Led', facilitators: [leader.id] });
    await givenSession(app, essex, { at: '2027-06-24 14:00', title: 'Not led' });
    await release();
    await app.sql('DELETE FROM session_facilitator WHERE session_id = $1', [led.id]);
    const { body } = await app.get('/my/agenda', by);
    expect(body.items).toEqual([expect.objectContaining({ title: 'Led', as: 'facilitator' })]);
  });

  it('shows nothing to somebody who withdrew, and nothing of other people', async () => {
    await givenSession(app, essex, { at: '2027-06-24 09:30' });
    await release();
    await app.sql(`UPDATE enrolment SET status = 'withdrawn' WHERE person_id = $1`, [ada.personId]);
    expect((await app.get('/my/agenda', ada)).body.items).toEqual([]);
    expect((await app.get('/my/agenda', await app.signedIn())).body.items).toEqual([]);
    expect((await app.get('/my/agenda')).status).toBe(401);
  });
});

describe('GET /my/home', () => {
  it('names the next session, what to do and where the programme stands', async () => {
    await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome' });
    await release();
    const { body } = await app.get('/my/home', ada);
    expect(body).toMatchObject({
      next: { title: 'Welcome', date: '2027-06-24' },
      tasks: [
        { code: 'agenda_new', tone: 'new', title: 'Read your agenda' },
        { code: 'access_needs', tone: 'todo', detail: 'Top Talent: Essex 2027. Tell us before Thursday 24 June' },
      ],
      programmes: [
        {
          name: 'Top Talent: Essex 2027',
          steps: [
            { title: 'Place confirmed', detail: '1 May 2027', state: 'done' },
            { title: 'Prepare', state: 'now' },
            { title: 'Essex', detail: '24 June 2027', state: 'next' },
          ],
        },
      ],
      changes: [],
    });
  });

  it('tells what changed since they last looked, until they look again', async () => {
    const welcome = await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome' });
    await release();
    expect((await look()).status).toBe(204);
    expect((await app.get('/my/home', ada)).body.changes).toEqual([]);
    await move(welcome.id, 1, '10:00');
    expect((await app.get('/my/home', ada)).body.changes).toEqual([]);
    await release();
    const { body } = await app.get('/my/home', ada);
    expect(body.changes).toEqual([expect.objectContaining({ title: 'Welcome', kinds: ['moved'], startsAt: '10:00' })]);
    expect(body.tasks[0]).toMatchObject({ code: 'agenda_changed' });
    expect((await app.get('/my/agenda', ada)).body.items[0].changes).toEqual(['moved']);
    await look();
    expect((await app.get('/my/home', ada)).body.changes).toEqual([]);
  });

  it('takes four statements', async () => {
    const home = () => app.get('/my/home', ada);
    await home();
    expect(await app.statementsOf(home)).toBeLessThanOrEqual(5);
  });

  it('refuses a look at a cohort that is not theirs', async () => {
    const other = await givenSchedule(app);
    expect((await app.put('/my/agenda/look', ada, { releases: [{ cohortId: other.cohortId, number: 1 }] })).status).toBe(404);
  });
});

describe('PUT /my/access-needs', () => {
  it('keeps what somebody needs on the day, and ticks the task, also when it is nothing', async () => {
    const say = (needs: string[]) => app.put('/my/access-needs', ada, { cohortId: essex.cohortId, needs });
    expect((await say(['step_free'])).body.items).toEqual([
      expect.objectContaining({ cohortId: essex.cohortId, needs: ['step_free'], confirmedAt: expect.any(String) }),
    ]);
    const schedule = await app.get(`/cohorts/${essex.cohortId}/schedule`, staff);
    expect(schedule.body.people).toEqual([expect.objectContaining({ needs: ['step_free'] })]);
    expect((await say([])).body.items[0].needs).toEqual([]);
    expect((await app.get('/my/home', ada)).body.tasks).toEqual([expect.objectContaining({ code: 'access_needs', tone: 'done' })]);
    expect((await say(['a unicorn'])).body.errors[0].pointer).toBe('/needs/0');
    const [event] = await app.sql(`SELECT facts FROM event WHERE name = 'enrolment.needsConfirmed' ORDER BY id LIMIT 1`);
    expect(event.facts).toEqual({ needs: 1 });
  });

  it('is not there for somebody without a place', async () => {
    const other = await app.signedIn();
    expect((await app.put('/my/access-needs', other, { cohortId: essex.cohortId, needs: [] })).status).toBe(404);
  });
});

describe('GET /my/agenda.ics', () => {
  it('is a calendar file with one event for each session', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome; leading through place' });
    await release();
    const { status, headers, body } = await app.get('/my/agenda.ics', ada);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(body).toContain(
      `UID:${session.icsUid}\r\nSEQUENCE:0\r\nDTSTAMP:20270503T090000Z\r\nDTSTART;TZID=Europe/London:20270624T093000\r\n`,
    );
    expect(body).toContain('SUMMARY:Welcome\\; leading through place\r\n');
  });
});

describe('a cohort that does not run', () => {
  const start = new Date('2027-05-03T09:00:00Z');
  afterEach(() => {
    app.clock.at = start;
  });

  const stage = async (to: string) => {
    const { body } = await app.get(`/cohorts/${essex.cohortId}`, staff);
    const answer = await app.put(`/cohorts/${essex.cohortId}/stage`, staff, {
      to,
      reason: 'The council spent the money',
      version: body.version,
    });
    expect(answer.status).toBe(200);
  };
  const sent = async () => String((await app.get('/my/agenda.ics', ada)).body);
  const valuesOf = (file: string, name: string) => [...file.matchAll(new RegExp(`^${name}:(.*)\r$`, 'gm'))].map((match) => match[1]);

  it('tells everybody that it is cancelled, and raises each entry of their calendars by one', async () => {
    const leader = await givenLeader(app, essex.providerId, 'Amara Nwosu');
    await givenSession(app, essex, { at: '2027-06-24 13:00', title: 'Welcome', facilitators: [leader.id] });
    await givenSession(app, essex, { at: '2027-06-24 15:00', title: 'Breakout', groups: [group.id] });
    const held = await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Held already' });
    await release();
    expect(valuesOf(await sent(), 'SEQUENCE')).toEqual(['0', '0', '0']);
    app.clock.at = new Date('2027-06-24T10:00:00Z');
    await stage('cancelled');
    const { body } = await app.get('/my/agenda', ada);
    expect(body.off).toEqual([{ cohortId: essex.cohortId, cohortName: expect.any(String), stage: 'cancelled' }]);
    expect(body.items.map(({ title, state }: any) => [title, state])).toEqual([
      ['Held already', 'on'],
      ['Welcome', 'cancelled'],
      ['Breakout', 'cancelled'],
    ]);
    expect(JSON.stringify(body)).not.toContain('money');
    const file = await sent();
    expect(valuesOf(file, 'STATUS').sort()).toEqual(['CANCELLED', 'CANCELLED', 'CONFIRMED']);
    expect(valuesOf(file, 'SEQUENCE').sort()).toEqual(['0', '1', '1']);
    expect((await app.sql('SELECT status, ics_sequence FROM session WHERE id = $1', [held.id]))[0]).toEqual({
      status: 'released',
      ics_sequence: 0,
    });
    const home = (await app.get('/my/home', ada)).body;
    expect(home).toMatchObject({ off: [{ stage: 'cancelled' }], next: null, tasks: [], changes: [], programmes: [] });
    expect((await app.get('/my/access-needs', ada)).body.items).toEqual([]);
    const last = (await app.get(`/cohorts/${essex.cohortId}/releases`, staff)).body.items[0];
    expect(last).toMatchObject({ number: 2, changes: 2, participants: 1, facilitators: 1 });
  });

  it('tells nothing but the cancellation: what was only a draft stays one', async () => {
    const welcome = await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome' });
    await release();
    await move(welcome.id, 1, '15:00');
    await stage('cancelled');
    expect((await app.get('/my/agenda', ada)).body.items).toEqual([
      expect.objectContaining({ title: 'Welcome', startsAt: '09:30', state: 'cancelled' }),
    ]);
  });

  it('makes no release of a schedule that nobody ever saw, and still says that it is cancelled', async () => {
    await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Only a draft' });
    await stage('cancelled');
    const { body } = await app.get('/my/agenda', ada);
    expect(body).toMatchObject({ items: [], releases: [], off: [{ stage: 'cancelled' }] });
  });

  it('says that it is postponed, and that nothing comes next', async () => {
    await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome' });
    await release();
    await stage('postponed');
    expect((await app.get('/my/agenda', ada)).body).toMatchObject({ off: [{ stage: 'postponed' }], items: [{ state: 'postponed' }] });
    expect((await app.get('/my/home', ada)).body).toMatchObject({ off: [{ stage: 'postponed' }], next: null, tasks: [] });
  });

  it('is put off in the file as on the page, until it is released again under the same uid with the next number', async () => {
    await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Held before' });
    const welcome = await givenSession(app, essex, { at: '2027-06-24 14:00', title: 'Welcome' });
    await release();
    app.clock.at = new Date('2027-06-24T11:00:00Z');
    const states = async () => {
      const [file, { body }] = [await sent(), await app.get('/my/agenda', ada)];
      const uid = valuesOf(file, 'UID');
      const at = uid.indexOf(welcome.icsUid);
      return {
        page: body.items.map(({ state }: { state: string }) => state),
        file: valuesOf(file, 'STATUS'),
        sequence: valuesOf(file, 'SEQUENCE')[at],
        start: /DTSTART;TZID=Europe\/London:(20270\w+)\r\n[^]*?SUMMARY:Welcome/.exec(file.slice(file.indexOf(welcome.icsUid)))?.[1],
        off: body.off.length,
      };
    };
    expect(await states()).toEqual({
      page: ['on', 'on'],
      file: ['CONFIRMED', 'CONFIRMED'],
      sequence: '0',
      start: '20270624T140000',
      off: 0,
    });
    await stage('postponed');
    const putOff = { page: ['on', 'postponed'], file: ['CONFIRMED', 'CANCELLED'], sequence: '1', start: '20270624T140000', off: 1 };
    expect(await states()).toEqual(putOff);
    const { body } = await app.get(`/cohorts/${essex.cohortId}/release-preview`, staff);
    const early = await app.post(`/cohorts/${essex.cohortId}/releases`, staff, { scheduleVersion: body.scheduleVersion, note: '' });
    expect(early.body.errors[0].code).toBe('schedule_postponed');
    await stage('planning');
    await move(welcome.id, 1, '15:00');
    expect(await states()).toEqual(putOff);
    await release();
    expect(await states()).toEqual({
      page: ['on', 'on'],
      file: ['CONFIRMED', 'CONFIRMED'],
      sequence: '2',
      start: '20270624T150000',
      off: 0,
    });
  });

  it('was not held when it was put off: it moves after its day has passed, and is called off with its cohort', async () => {
    const welcome = await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome' });
    await release();
    await stage('postponed');
    app.clock.at = new Date('2027-07-05T09:00:00Z');
    await stage('planning');
    const { body: cohort } = await app.get(`/cohorts/${essex.cohortId}`, staff);
    const shifted = await app.post(`/cohorts/${essex.cohortId}/shifts`, staff, { startsOn: '2027-07-01', version: cohort.version });
    expect([shifted.status, shifted.body.moved]).toEqual([200, 1]);
    await stage('cancelled');
    expect(await app.sql('SELECT status FROM session WHERE id = $1', [welcome.id])).toEqual([{ status: 'cancelled' }]);
    expect((await app.get('/my/agenda', ada)).body).toMatchObject({ off: [{ stage: 'cancelled' }], items: [{ state: 'cancelled' }] });
    expect((await app.get('/my/home', ada)).body.off).toMatchObject([{ stage: 'cancelled' }]);
    app.clock.at = new Date('2027-07-20T09:00:00Z');
    expect((await app.get('/my/home', ada)).body.off).toEqual([]);
  });

  it('says nothing of where it is held to who has left', async () => {
    await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome', onlineUrl: 'https://meet.example.org/1', mode: 'online' });
    await release();
    expect(await sent()).toContain('https://meet.example.org/1');
    const [{ id, version }] = (await app.sql('SELECT id, version FROM enrolment WHERE person_id = $1', [ada.personId])) as [any];
    await app.put(`/enrolments/${id}/status`, staff, { to: 'withdrawn', reasonCode: 'work_pressure', version });
    const file = await sent();
    expect([valuesOf(file, 'STATUS'), file.includes('meet.example.org')]).toEqual([['CANCELLED'], false]);
  });

  it('is in the calendar of who takes over a place with its groups, and cancelled there when their group goes', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 11:00', title: 'Breakout', groups: [group.id] });
    await release();
    const [{ id, version }] = (await app.sql('SELECT id, version FROM enrolment WHERE person_id = $1', [ada.personId])) as [any];
    const { id: ben } = await givenPerson(app, { providerId: essex.providerId });
    const answer = await app.post(`/enrolments/${id}/substitution`, staff, { personId: ben, version, reasonCode: 'work_pressure' });
    expect(answer.status).toBe(201);
    const entries = () => app.sql('SELECT is_on AS "on" FROM calendar_entry WHERE person_id = $1 AND session_id = $2', [ben, session.id]);
    expect(await entries()).toEqual([{ on: true }]);
    await app.sql('DELETE FROM session_group WHERE session_id = $1', [session.id]);
    await app.sql(`UPDATE session SET status = 'cancelled' WHERE id = $1`, [session.id]);
    expect((await app.call('DELETE', `/groups/${group.id}`, { by: staff })).status).toBe(204);
    expect(await entries()).toEqual([{ on: false }]);
  });

  it('is cancelled in the calendar of who leaves, and there again for who comes back', async () => {
    await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Welcome' });
    await givenSession(app, essex, { at: '2027-06-24 11:00', title: 'Mine', groups: [group.id] });
    await release();
    const [{ id, version }] = (await app.sql('SELECT id, version FROM enrolment WHERE person_id = $1', [ada.personId])) as [any];
    const answer = await app.put(`/enrolments/${id}/status`, staff, { to: 'withdrawn', reasonCode: 'work_pressure', version });
    expect(answer.status).toBe(200);
    expect((await app.get('/my/agenda', ada)).body.items).toEqual([]);
    const left = await sent();
    expect([valuesOf(left, 'STATUS'), valuesOf(left, 'SEQUENCE')]).toEqual([
      ['CANCELLED', 'CANCELLED'],
      ['1', '1'],
    ]);
    await givenKnown(app, ada.personId, essex.providerId);
    const again = await app.post(`/cohorts/${essex.cohortId}/enrolments`, staff, { personIds: [ada.personId], placeType: 'funded' });
    expect(again.status).toBe(201);
    const back = await sent();
    expect([valuesOf(back, 'STATUS'), valuesOf(back, 'SEQUENCE')]).toEqual([
      ['CONFIRMED', 'CANCELLED'],
      ['2', '1'],
    ]);
  });

  it('is nothing to somebody who gave their place up before', async () => {
    await app.sql(`UPDATE enrolment SET status = 'withdrawn', status_reason = 'health', ended_on = '2027-05-01' WHERE person_id = $1`, [
      ada.personId,
    ]);
    await stage('cancelled');
    expect((await app.get('/my/agenda', ada)).body).toMatchObject({ items: [], off: [] });
  });
});
