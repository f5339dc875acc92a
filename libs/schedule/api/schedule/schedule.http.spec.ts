import { givenBooking } from '@waymark/catalogue/testing/catalogue.factories';
import { givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { CohortSchedule } from '@waymark/schedule/api/schedule/cohort-schedule.entity';
import {
  givenBreakout,
  givenLeader,
  givenParticipant,
  type GivenSchedule,
  givenSchedule,
  givenSession,
  moment,
} from '@waymark/schedule/testing/schedule.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let essex: GivenSchedule;

beforeAll(async () => {
  app = await TestApp.open();
});
beforeEach(async () => {
  essex = await givenSchedule(app);
  staff = await app.signedIn('programme_staff', { providerId: essex.providerId });
});
afterAll(() => app.close());

const read = () => app.get(`/cohorts/${essex.cohortId}/schedule`, staff);
const move = (moves: unknown[], by = staff) => app.post(`/cohorts/${essex.cohortId}/session-moves`, by, { moves });
const to = (session: { id: string }, time: string | null, roomId: string | null = null, version = 1) => ({
  sessionId: session.id,
  version,
  date: time === null ? null : '2027-06-24',
  startsAt: time,
  roomId,
});

describe('GET /cohorts/:id/schedule', () => {
  it('knows Christmas Day besides its bank holiday, and how far bank holidays are known where the cohort meets', async () => {
    const late = await givenSchedule(app, { startsOn: '2027-12-24', endsOn: '2027-12-25' });
    const by = await app.signedIn('programme_staff', { providerId: late.providerId });
    await givenSession(app, late, { at: '2027-12-25 10:00', title: 'Carols' });
    const { body } = await app.get(`/cohorts/${late.cohortId}/schedule`, by);
    const england = body.holidays.filter(({ division, title }: any) => division === 'england-and-wales' && title === 'Christmas Day');
    expect(england.map(({ date }: any) => date)).toEqual(['2027-12-27', '2027-12-25']);
    expect(body.holidaysKnownUntil).toBe('2028-12-31');
    const { warnings } = (await app.get(`/cohorts/${late.cohortId}/release-preview`, by)).body;
    expect(warnings.map(({ title }: any) => title)).toContain('Sat 25 December is Christmas Day');
  });

  it('answers the board and the engine at once, with wall-clock times', async () => {
    const leader = await givenLeader(app, essex.providerId);
    const group = await givenBreakout(app, essex, 'Group 1');
    await givenParticipant(app, essex, { groups: [group.id], accessNeeds: ['step_free'] });
    const session = await givenSession(app, essex, {
      at: '2027-06-24 09:30',
      roomId: essex.rooms.crouch,
      facilitators: [leader.id],
      groups: [group.id],
    });
    await givenBooking(
      app,
      { id: essex.rooms.chelmer, providerId: essex.providerId },
      { holder: 'Essex County Council', startsAt: moment('2027-06-25 13:30'), endsAt: moment('2027-06-25 14:30') },
    );
    const { status, body } = await read();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      cohort: { startsOn: '2027-06-24', endsOn: '2027-06-25' },
      sessions: [
        { id: session.id, date: '2027-06-24', startsAt: '09:30', roomId: essex.rooms.crouch, facilitators: [{ facilitatorId: leader.id }] },
      ],
      bookings: [{ holder: 'Essex County Council', start: '2027-06-25T13:30', end: '2027-06-25T14:30', cohortId: null }],
      groups: [{ name: 'Group 1', members: 1 }],
      people: [{ groupIds: [group.id], needs: ['step_free'] }],
      can: { edit: true, override: true, release: true },
      release: null,
    });
    expect(body.rooms.map(({ name }: { name: string }) => name)).toEqual(['Chelmer suite', 'Colne room', 'Crouch room']);
  });

  it('brings what the cohort shares with another: a facilitator, a participant, a room', async () => {
    const leeds = await givenSchedule(app, { providerId: essex.providerId, name: 'Top Talent: Leeds 2027' });
    const leader = await givenLeader(app, essex.providerId);
    await givenSession(app, essex, { at: '2027-06-25 09:30', facilitators: [leader.id] });
    const theirs = await givenSession(app, leeds, { at: '2027-06-25 09:30', facilitators: [leader.id] });
    await givenSession(app, leeds, { at: '2027-06-25 11:00', title: 'Nothing in common' });
    const { body } = await read();
    expect(body.elsewhere).toEqual([expect.objectContaining({ id: theirs.id, cohortId: leeds.cohortId, start: '2027-06-25T09:30' })]);
    expect(body.otherCohorts).toEqual([expect.objectContaining({ name: 'Top Talent: Leeds 2027' })]);
  });

  it('shows needs and names only to those who may see them', async () => {
    await givenParticipant(app, essex, { accessNeeds: ['hearing_loop'] });
    const evaluator = await app.signedIn('evaluator', { providerId: essex.providerId });
    const { body } = await app.get(`/cohorts/${essex.cohortId}/schedule`, evaluator);
    expect(body.people).toEqual([expect.objectContaining({ name: 'Participant 1', needs: [] })]);
    expect(body.can).toEqual({ edit: false, override: false, release: false });
  });

  it('takes six statements however many sessions and people there are', async () => {
    const count = () => app.statementsOf(read);
    await count();
    const few = await count();
    for (let i = 0; i < 12; i++) {
      await givenParticipant(app, essex);
      await givenSession(app, essex, { at: `2027-06-24 ${String(9 + (i % 8)).padStart(2, '0')}:00` });
    }
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
  });

  it('is not there for another provider, and closed to people without the permission', async () => {
    const other = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
    expect((await app.get(`/cohorts/${essex.cohortId}/schedule`, other)).status).toBe(404);
    const participant = await app.signedIn('participant', { cohortId: essex.cohortId });
    expect((await app.get(`/cohorts/${essex.cohortId}/schedule`, participant)).status).toBe(403);
    expect((await app.get(`/cohorts/${essex.cohortId}/schedule`)).status).toBe(401);
  });
});

describe('POST /cohorts/:id/session-moves', () => {
  it('says at the time that there is none when the clocks go forward', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30' });
    const { status, body } = await move([{ sessionId: session.id, version: 1, date: '2027-03-28', startsAt: '01:30', roomId: null }]);
    expect([status, body.errors[0].pointer, body.errors[0].detail]).toEqual([
      400,
      '/moves/0/startsAt',
      'The clocks go forward on 28 March 2027, so there is no time from 01:00 to 01:59. Enter another time',
    ]);
  });

  it('moves a session and says which clashes came and went', async () => {
    const one = await givenSession(app, essex, { at: '2027-06-24 09:30', roomId: essex.rooms.colne, title: 'Welcome' });
    const two = await givenSession(app, essex, { at: '2027-06-24 09:45', roomId: essex.rooms.colne });
    const { status, body } = await move([to(one, '13:00', essex.rooms.colne)]);
    expect(status).toBe(200);
    expect(body.scheduleVersion).toBe(2);
    expect(body.sessions).toEqual([expect.objectContaining({ id: one.id, version: 2, date: '2027-06-24', startsAt: '13:00' })]);
    expect(body.removed.map(({ rule }: { rule: string }) => rule)).toContain('room_overlap');
    expect(body.added).toEqual([]);
    const [row] = await app.sql('SELECT starts_at, ends_at FROM session WHERE id = $1', [one.id]);
    expect(row).toEqual({ starts_at: moment('2027-06-24 13:00'), ends_at: moment('2027-06-24 14:00') });
    const [event] = await app.sql(`SELECT name, facts FROM event WHERE subject_id = $1`, [one.id]);
    expect(event).toMatchObject({
      name: 'session.moved',
      facts: { scheduleVersion: 2, before: { startsAt: '09:30' }, after: { startsAt: '13:00', title: 'Welcome' } },
    });
    expect((await move([to(two, null)])).body.sessions[0]).toMatchObject({ date: null, startsAt: null });
  });

  it('lets one of two concurrent moves of a session win, and tells the other', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30' });
    const other = await app.signedIn('programme_staff', { providerId: essex.providerId });
    const answers = await Promise.all([move([to(session, '10:00')]), move([to(session, '14:00')], other)]);
    const won = answers.find(({ status }) => status === 200)!;
    const lost = answers.find(({ status }) => status === 409)!;
    expect(lost.body).toMatchObject({
      type: '/problems/stale',
      current: { version: 2, changedBy: expect.stringContaining('Person'), values: { startsAt: won.body.sessions[0].startsAt } },
    });
  });

  it('moves all or none', async () => {
    const one = await givenSession(app, essex, { at: '2027-06-24 09:30' });
    const two = await givenSession(app, essex, { at: '2027-06-24 11:00' });
    expect((await move([to(one, '13:00'), to(two, '14:00', null, 7)])).status).toBe(409);
    expect((await read()).body).toMatchObject({ scheduleVersion: 1, sessions: [{ startsAt: '09:30' }, { startsAt: '11:00' }] });
  });

  it('refuses what the programme never saves, in the words of the clash', async () => {
    await app.sql(`UPDATE programme SET rules = '{"room_overlap": "block_save"}' WHERE id = $1`, [essex.programmeId]);
    const one = await givenSession(app, essex, { at: '2027-06-24 09:30' });
    await givenSession(app, essex, { at: '2027-06-24 13:00', roomId: essex.rooms.colne });
    const { status, body } = await move([to(one, '13:30', essex.rooms.colne)]);
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      {
        code: 'schedule_clash_blocks_save',
        detail: expect.stringContaining('Colne room is used by 2 sessions. Thu 24 June, 13:30 to 14:00'),
      },
    ]);
    expect((await read()).body.scheduleVersion).toBe(1);
  });

  it('takes a session online and back into a room', async () => {
    const one = await givenSession(app, essex, { at: '2027-06-24 09:30', roomId: essex.rooms.colne });
    const online = await move([{ ...to(one, '09:30'), mode: 'online' }]);
    expect(online.body.sessions[0]).toMatchObject({ mode: 'online', roomId: null });
    const back = await move([to(one, '09:30', essex.rooms.colne, 2)]);
    expect(back.body.sessions[0]).toMatchObject({ mode: 'in_person', roomId: essex.rooms.colne });
  });

  it('leaves alone what is cancelled, over, or known to people', async () => {
    const code = async (status: string, date: string | null) => {
      const session = await givenSession(app, essex, { at: '2027-06-24 09:30', status });
      return (await move([to(session, date)])).body.errors?.[0].code;
    };
    expect(await code('cancelled', '10:00')).toBe('schedule_session_cancelled');
    expect(await code('delivered', '10:00')).toBe('schedule_session_past');
    expect(await code('released', null)).toBe('schedule_released_off');
    await app.sql(`UPDATE cohort SET stage = 'closed' WHERE id = $1`, [essex.cohortId]);
    expect(await code('draft', '10:00')).toBe('schedule_cohort_over');
  });

  it('points at what is wrong in the request', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30' });
    const elsewhere = await givenSchedule(app);
    const pointer = async (one: object) => (await move([one])).body.errors?.[0].pointer;
    expect(await pointer({ ...to(session, '10:00'), startsAt: null })).toBe('/moves/0/startsAt');
    expect(await pointer({ ...to(session, '10:00'), startsAt: '25:00' })).toBe('/moves/0/startsAt');
    expect(await pointer(to(session, '10:00', elsewhere.rooms.colne))).toBe('/moves/0/roomId');
    expect((await move([to({ id: newId() }, '10:00')])).status).toBe(404);
    const reader = await app.signedIn('facilitator', { cohortId: essex.cohortId });
    expect((await move([to(session, '10:00')], reader)).status).toBe(403);
  });

  it('answers the same request again without moving twice', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30' });
    const send = () =>
      app.call('POST', `/cohorts/${essex.cohortId}/session-moves`, {
        by: staff,
        body: { moves: [to(session, '10:00')] },
        headers: { 'idempotency-key': 'the-same-key-for-both-1' },
      });
    const first = await send();
    expect(await send()).toMatchObject({ status: 200, body: first.body });
    expect((await read()).body.scheduleVersion).toBe(2);
  });
});

describe('GET /cohorts/:id/schedule/changes', () => {
  const changes = (since: number, by = staff) => app.get(`/cohorts/${essex.cohortId}/schedule/changes`, by, { since });

  it('says within one question who moved what, and nothing when nothing happened', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30', title: 'Systems leadership' });
    const sam = await givenPerson(app, { providerId: essex.providerId, givenName: 'Sam', familyName: 'Okoro' });
    const other = await app.signedIn('programme_staff', { providerId: essex.providerId, personId: sam.id });
    expect((await changes(1)).body).toMatchObject({ scheduleVersion: 1, sessions: [], happened: [], reload: false });
    await move([to(session, '14:00')], other);
    expect((await changes(1)).body).toMatchObject({
      scheduleVersion: 2,
      reload: false,
      sessions: [{ id: session.id, startsAt: '14:00', version: 2 }],
      happened: [{ name: 'session.moved', by: 'Sam Okoro', title: 'Systems leadership', startsAt: '14:00' }],
    });
    await app.delete(`/cohort-sessions/${session.id}`, other);
    expect((await changes(2)).body).toMatchObject({ removed: [session.id], happened: [{ name: 'session.deleted' }] });
  });

  it('asks for the whole schedule again when a change is not told session by session', async () => {
    await app.given.entity(CohortSchedule, { cohortId: essex.cohortId, providerId: essex.providerId, version: 9 });
    expect((await changes(3)).body).toMatchObject({ reload: true, scheduleVersion: 9 });
  });

  it('says who else is here until they have been silent for a while', async () => {
    const sam = await givenPerson(app, { providerId: essex.providerId, givenName: 'Sam', familyName: 'Okoro' });
    const other = await app.signedIn('programme_staff', { providerId: essex.providerId, personId: sam.id });
    const here = (by: SignedIn) => app.put(`/cohorts/${essex.cohortId}/schedule/presence`, by);
    expect((await here(other)).status).toBe(204);
    await here(staff);
    expect((await changes(1)).body.present).toEqual([{ personId: sam.id, name: 'Sam Okoro' }]);
    await app.delete(`/cohorts/${essex.cohortId}/schedule/presence`, other);
    expect((await changes(1)).body.present).toEqual([]);
    await here(other);
    const before = app.clock.at;
    app.clock.at = new Date(before.getTime() + 16_000);
    expect((await changes(1)).body.present).toEqual([]);
    app.clock.at = before;
  });

  it('takes three statements while nothing happens', async () => {
    await changes(1);
    expect(await app.statementsOf(() => changes(1))).toBeLessThanOrEqual(4);
  });
});
