import { givenProvider } from '@waymark/people/testing/people.factories';
import {
  givenBreakout,
  givenLeader,
  givenParticipant,
  type GivenSchedule,
  givenSchedule,
  givenSession,
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

const preview = async () => (await app.get(`/cohorts/${essex.cohortId}/release-preview`, staff)).body;
const release = async (scheduleVersion?: number) =>
  app.post(`/cohorts/${essex.cohortId}/releases`, staff, {
    scheduleVersion: scheduleVersion ?? (await preview()).scheduleVersion,
    note: '',
  });
const move = (id: string, version: number, startsAt: string) =>
  app.post(`/cohorts/${essex.cohortId}/session-moves`, staff, {
    moves: [{ sessionId: id, version, date: '2027-06-24', startsAt, roomId: essex.rooms.colne }],
  });
const sequence = async (id: string) => (await app.sql('SELECT ics_sequence, status FROM session WHERE id = $1', [id]))[0];
const on = (at: string, over: Parameters<typeof givenSession>[2] = {}) =>
  givenSession(app, essex, { at: `2027-06-24 ${at}`, roomId: essex.rooms.colne, ...over });

describe('GET /cohorts/:id/release-preview', () => {
  it('shows what people would hear, and who', async () => {
    const leader = await givenLeader(app, essex.providerId, 'Amara Nwosu');
    const group = await givenBreakout(app, essex, 'Group 1');
    await givenParticipant(app, essex);
    await givenParticipant(app, essex, { groups: [group.id] });
    const welcome = await on('09:30', { title: 'Welcome' });
    await on('11:00', { title: 'Workshop', groups: [group.id], facilitators: [leader.id] });
    await givenSession(app, essex, { title: 'Not yet' });
    const body = await preview();
    expect(body).toMatchObject({
      number: 1,
      unscheduled: [{ title: 'Not yet' }],
      standing: [],
      changes: [
        {
          title: 'Welcome',
          kinds: ['added'],
          participants: 2,
          facilitators: 0,
          before: null,
          after: { startsAt: '09:30', roomName: 'Colne room' },
        },
        { title: 'Workshop', kinds: ['added'], participants: 1, facilitators: 1 },
      ],
    });
    expect(body.participants.map(({ sessionIds }: { sessionIds: string[] }) => sessionIds.length).sort()).toEqual([1, 2]);
    expect(body.facilitators).toEqual([{ id: leader.id, name: 'Amara Nwosu', sessionIds: [expect.any(String)], signsIn: false }]);
    await release();
    await move(welcome.id, 1, '09:45');
    expect((await preview()).changes).toEqual([expect.objectContaining({ title: 'Welcome', kinds: ['moved'], participants: 2 })]);
  });
});

describe('who has an account to see a release with', () => {
  it('is said of each, and not of one whose account is closed', async () => {
    const leader = await givenLeader(app, essex.providerId);
    const [ada, ben, cai] = [await app.signedIn(), await app.signedIn(), await app.signedIn()];
    await app.sql('UPDATE facilitator SET person_id = $1 WHERE id = $2', [cai.personId, leader.id]);
    for (const { personId } of [ada, ben]) await givenParticipant(app, essex, { personId });
    await givenParticipant(app, essex);
    await app.sql('UPDATE account SET disabled_at = now() WHERE id = $1', [ben.accountId]);
    await on('09:30', { facilitators: [leader.id] });
    const { participants, facilitators } = await preview();
    expect(participants.map(({ signsIn }: { signsIn: boolean }) => signsIn).sort()).toEqual([false, false, true]);
    expect(facilitators).toEqual([expect.objectContaining({ signsIn: true })]);
  });
});

describe('POST /cohorts/:id/releases', () => {
  it('marks sessions released and raises the sequence of what changed materially, by one, and of nothing else', async () => {
    const one = await on('09:30');
    const two = await on('11:00');
    expect((await release()).body).toMatchObject({ number: 1, sessions: 2, changes: 2 });
    expect(await sequence(one.id)).toEqual({ ics_sequence: 0, status: 'released' });
    await move(one.id, 1, '13:00');
    await move(one.id, 2, '14:00');
    expect((await release()).body).toMatchObject({ number: 2, changes: 1 });
    expect((await sequence(one.id)).ics_sequence).toBe(1);
    expect((await sequence(two.id)).ics_sequence).toBe(0);
    await app.put(`/cohort-sessions/${one.id}/cancellation`, staff, { version: 3, reason: 'The venue has flooded' });
    expect((await release()).body).toMatchObject({ number: 3, changes: 1, sessions: 2 });
    expect(await sequence(one.id)).toEqual({ ics_sequence: 2, status: 'cancelled' });
  });

  it('refuses while a blocking clash stands, says why, and allows it once somebody accepts it', async () => {
    const one = await on('09:30');
    const two = await on('09:30');
    const refused = await release();
    expect(refused.status).toBe(409);
    expect(refused.body.errors.map(({ code }: { code: string }) => code)).toContain('schedule_clash_blocks_release');
    expect(refused.body.errors[0].detail).toMatch(/in 2 sessions|used by 2 sessions/);
    for (const { key } of (await preview()).standing) {
      await app.post(`/cohorts/${essex.cohortId}/clash-overrides`, staff, { clashKey: key, reason: 'Two halves of one event' });
    }
    expect(await preview()).toMatchObject({
      standing: [],
      accepted: expect.arrayContaining([expect.objectContaining({ reason: 'Two halves of one event' })]),
    });
    expect((await release()).status).toBe(201);
    expect([(await sequence(one.id)).status, (await sequence(two.id)).status]).toEqual(['released', 'released']);
  });

  it('refuses a schedule that changed after it was checked, and one that is the same as before', async () => {
    const one = await on('09:30');
    const { scheduleVersion } = await preview();
    await move(one.id, 1, '10:00');
    expect((await release(scheduleVersion)).body.errors[0].code).toBe('schedule_changed_since_preview');
    expect((await release()).status).toBe(201);
    expect((await release()).body.errors[0].code).toBe('schedule_nothing_to_release');
  });

  it('says what is missing, lets each programme choose what blocks, and counts it alike wherever it is said', async () => {
    await on('09:30', { title: 'Welcome', roomId: null });
    await on('11:00', { title: 'Call', roomId: null, mode: 'online' });
    await on('12:30', { title: 'Lunch', kind: 'meal' });
    await givenSession(app, essex, { title: 'Some day' });
    const readiness = async () => {
      const { body } = await app.get(`/cohorts/${essex.cohortId}/overview`, staff);
      return body.readiness.find(({ code }: { code: string }) => code === 'release');
    };
    const gaps = async () =>
      (await preview()).gaps.map(({ code, severity, title, sessions }: any) => [code, severity, title, sessions.length]);
    expect(await gaps()).toEqual([
      ['no_room', 'block_release', '1 session has no room', 1],
      ['no_link', 'warn', '1 online session has no link', 1],
      ['no_facilitator', 'warn', '2 sessions have no facilitator', 2],
      ['not_scheduled', 'warn', '1 session is not on the schedule', 1],
    ]);
    const refused = await release();
    expect([refused.status, refused.body.errors[0].code, refused.body.errors[0].detail]).toEqual([
      409,
      'schedule_gap_blocks_release',
      '1 session has no room: Welcome. Add what is missing, or change what blocks a release on the page of the programme',
    ]);
    expect(await readiness()).toMatchObject({ state: 'waiting', detail: 'Waiting: 1 session has no room' });

    // What the database counts for the pages is what the preview lists, whichever of it blocks.
    const blocking = async (code: string) =>
      app.sql(
        `UPDATE programme SET rules = '{"no_room":"warn","no_link":"warn","no_facilitator":"warn","not_scheduled":"warn"}'::jsonb || jsonb_build_object($2::text, 'block_release') WHERE id = $1`,
        [essex.programmeId, code],
      );
    for (const [code, , title] of await gaps()) {
      await blocking(code);
      expect(await readiness()).toMatchObject({ detail: `Waiting: ${title}` });
      expect((await release()).body.errors[0].detail).toContain(title);
    }
    await blocking('none');
    expect((await release()).status).toBe(201);
  });

  it('says that there is nothing to release, before and after there was a release', async () => {
    expect((await release()).body.errors[0]).toMatchObject({ code: 'schedule_nothing_scheduled' });
    await on('09:30');
    await release();
    expect((await release()).body.errors[0]).toMatchObject({
      code: 'schedule_nothing_to_release',
      detail: 'Nothing has changed since the last release',
    });
  });

  it('makes one release of two presses', async () => {
    await on('09:30');
    const { scheduleVersion } = await preview();
    const answers = await Promise.all([release(scheduleVersion), release(scheduleVersion)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.errors[0].code).toBe('schedule_nothing_to_release');
    expect((await app.get(`/cohorts/${essex.cohortId}/releases`, staff)).body.items).toHaveLength(1);
  });

  it('is closed to people who may only read', async () => {
    const reader = await app.signedIn('facilitator', { cohortId: essex.cohortId });
    expect((await app.post(`/cohorts/${essex.cohortId}/releases`, reader, { scheduleVersion: 1, note: '' })).status).toBe(403);
    const other = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
    expect((await app.post(`/cohorts/${essex.cohortId}/releases`, other, { scheduleVersion: 1, note: '' })).status).toBe(404);
  });
});

describe('GET /releases/:id', () => {
  it('compares any two kept versions', async () => {
    const one = await on('09:30', { title: 'Welcome' });
    await release();
    await move(one.id, 1, '10:00');
    await release();
    await move(one.id, 2, '11:00');
    const third = (await release()).body;
    const diff = async (against?: number) => (await app.get(`/releases/${third.id}`, staff, { against })).body;
    expect(await diff()).toMatchObject({ against: 2, diff: [{ before: { startsAt: '10:00' }, after: { startsAt: '11:00' } }] });
    expect(await diff(1)).toMatchObject({ against: 1, diff: [{ before: { startsAt: '09:30' }, after: { startsAt: '11:00' } }] });
    expect(await diff(0)).toMatchObject({ against: null, diff: [{ kinds: ['added'] }] });
    expect((await app.get(`/releases/${third.id}`, staff, { against: 9 })).status).toBe(404);
    expect((await app.get(`/releases/${newId()}`, staff)).status).toBe(404);
  });
});
