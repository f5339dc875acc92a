import { givenPerson } from '@waymark/people/testing/people.factories';
import { givenLeader, type GivenSchedule, givenSchedule, givenSession } from '@waymark/schedule/testing/schedule.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { ClashCounts } from './clash-counts.service';

let app: TestApp;
let staff: SignedIn;
let essex: GivenSchedule;
let first: { id: string };

beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());
/** Two sessions for everybody that one person leads, an hour apart: at one time they clash twice. */
beforeEach(async () => {
  essex = await givenSchedule(app);
  staff = await app.signedIn('programme_staff', { providerId: essex.providerId });
  const leader = await givenLeader(app, essex.providerId, 'Amara Nwosu');
  first = await givenSession(app, essex, { at: '2027-06-24 09:30', facilitators: [leader.id], roomId: essex.rooms.colne });
  await givenSession(app, essex, { at: '2027-06-24 11:00', facilitators: [leader.id] });
});

const head = async (by = staff) => (await app.get(`/cohorts/${essex.cohortId}`, by)).body;
const stored = async () =>
  (
    await app.sql('SELECT blocking_clashes, counted_version = version AS current FROM cohort_schedule WHERE cohort_id = $1', [
      essex.cohortId,
    ])
  )[0];
const move = (startsAt: string, version: number) =>
  app.post(`/cohorts/${essex.cohortId}/session-moves`, staff, {
    moves: [{ sessionId: first.id, version, date: '2027-06-24', startsAt, roomId: essex.rooms.colne }],
  });
const row = async () => (await app.get('/cohorts', staff)).body.items.find(({ id }: { id: string }) => id === essex.cohortId);
const asked = async () =>
  (
    await app.sql(`SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'schedule.count-clashes' AND data->>'cohortId' = $1`, [
      essex.cohortId,
    ])
  )[0].n;

describe('blocking clashes of a cohort', () => {
  it('are stored with each change of the schedule, and shown in its head and its list', async () => {
    // A release does not depend on where the sessions are here.
    await app.sql(`UPDATE programme SET rules = rules || '{"no_room": "warn"}' WHERE provider_id = $1`, [essex.providerId]);
    const { body } = await app.get(`/cohorts/${essex.cohortId}/release-preview`, staff);
    await app.post(`/cohorts/${essex.cohortId}/releases`, staff, { scheduleVersion: body.scheduleVersion, note: '' });
    expect(await stored()).toEqual({ blocking_clashes: 0, current: true });
    expect((await move('11:00', 1)).status).toBe(200);
    expect(await stored()).toEqual({ blocking_clashes: 2, current: true });
    expect((await head()).clashes).toBe(2);
    const { problems } = await row();
    expect((await head()).problems).toBe(problems);
    await app.sql('UPDATE cohort_schedule SET counted_version = counted_version - 1 WHERE cohort_id = $1', [essex.cohortId]);
    expect([(await head()).clashes, (await row()).problems]).toEqual([null, problems - 1]);
    await move('13:00', 2);
    expect([(await head()).clashes, (await row()).problems]).toEqual([0, problems - 1]);
  });

  it('are counted for everything that is not over, whoever changed what', async () => {
    await app.sql(`UPDATE session SET starts_at = '2027-06-24T10:00:00Z', ends_at = '2027-06-24T11:00:00Z' WHERE id = $1`, [first.id]);
    expect((await head()).clashes).toBeNull();
    expect((await app.get(`/cohorts/${essex.cohortId}/overview`, staff)).body.clashes).toBe(2);
    expect(await asked()).toBe(1);
    await app.app.get(ClashCounts).countAgain();
    expect((await head()).clashes).toBe(2);
  });

  it('go down by one when a clash is accepted, and are counted again when that is taken back', async () => {
    await move('11:00', 1);
    const { blocking_clashes: before } = await stored();
    const { body } = await app.get(`/cohorts/${essex.cohortId}/release-preview`, staff);
    const accepted = await app.post(`/cohorts/${essex.cohortId}/clash-overrides`, staff, {
      clashKey: body.standing.at(0).key,
      reason: 'One of the two starts late',
    });
    expect(accepted.status).toBe(201);
    expect(await stored()).toEqual({ blocking_clashes: before - 1, current: true });
    await app.put(`/clash-overrides/${accepted.body.id}/withdrawal`, staff, {});
    expect(await asked()).toBe(1);
    await app.app.get(ClashCounts).count(essex.cohortId);
    expect(await stored()).toEqual({ blocking_clashes: before, current: true });
  });

  it('are counted again when the people change, and when the schedule is opened after a while', async () => {
    const { id } = await givenPerson(app, { providerId: essex.providerId });
    await app.post(`/cohorts/${essex.cohortId}/enrolments`, staff, { personIds: [id], placeType: 'funded' });
    expect(await asked()).toBe(1);
    const open = () => app.get(`/cohorts/${essex.cohortId}/schedule`, staff);
    await open();
    await open();
    expect(await asked()).toBe(2);
    app.clock.at = new Date(app.clock.now().getTime() + 11 * 60_000);
    await open();
    expect(await asked()).toBe(3);
  });

  it('are nothing to those who cannot resolve them, and to a cohort that is over', async () => {
    await move('11:00', 1);
    const evaluator = await app.signedIn('evaluator', { providerId: essex.providerId });
    expect(await head(evaluator)).toMatchObject({ clashes: null, may: { edit: false, stage: false, enrol: false, people: false } });
    const overview = (await app.get(`/cohorts/${essex.cohortId}/overview`, evaluator)).body;
    expect(overview.clashes).toBeNull();
    expect(overview.readiness.map(({ code }: { code: string }) => code)).not.toContain('clashes');
    await app.sql(`UPDATE cohort SET stage = 'delivered' WHERE id = $1`, [essex.cohortId]);
    expect((await head()).clashes).toBeNull();
  });
});
