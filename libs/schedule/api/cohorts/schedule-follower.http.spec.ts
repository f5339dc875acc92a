import { givenBooking, givenFacilitator, givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenCohort, givenCrowd, givenEnrolment, givenSubGroup, type Cohort } from '@waymark/cohorts/testing/cohorts.factories';
import { givenRole } from '@waymark/identity/testing/identity.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { SessionOrder } from '@waymark/schedule/api/schedule/session.entity';
import { givenCohortSession, givenGroupOf, givenLead } from '@waymark/schedule/testing/schedule.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let providerId: string;
let staff: SignedIn;
let cohort: Cohort;

beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());
beforeEach(async () => {
  providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  cohort = await givenCohort(app, providerId);
});

const stranger = async () => app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
const codesIn = ({ status, body }: { status: number; body: any }) => [
  status,
  ...(body.errors ?? []).map(({ code }: { code: string }) => code),
];
const stage = (to: string, over: object = {}) => app.put(`/cohorts/${cohort.id}/stage`, staff, { to, version: 1, ...over });

describe('PUT /cohorts/:id/stage', () => {
  it('confirms a cohort with enough people and contracted rooms', async () => {
    await givenCrowd(app, cohort, 8);
    const room = await givenRoom(app, await givenVenue(app, providerId));
    await givenCohortSession(app, cohort, { roomId: room.id });
    expect(codesIn(await stage('confirmed'))).toEqual([409, 'schedule_venue_not_contracted']);
    await givenBooking(app, room, { cohortId: cohort.id, holder: '' });
    const { status, body } = await stage('confirmed');
    expect([status, body.stage, body.version]).toEqual([200, 'confirmed', 2]);
  });

  it('says every reason against it, and takes a reason for too few people only', async () => {
    await givenCohortSession(app, cohort);
    expect(codesIn(await stage('confirmed'))).toEqual([409, 'cohorts_below_viable', 'schedule_venue_not_contracted']);
    await app.sql(`UPDATE session SET mode = 'online' WHERE cohort_id = $1`, [cohort.id]);
    expect((await stage('confirmed', { reason: 'The funder agreed' })).status).toBe(200);
  });

  it('is refused while a clash blocks the release', async () => {
    await givenCrowd(app, cohort, 8);
    const room = await givenRoom(app, await givenVenue(app, providerId));
    await givenBooking(app, room, { cohortId: cohort.id, holder: '' });
    const facilitator = await givenFacilitator(app, providerId);
    for (const title of ['One', 'Other']) {
      const session = await givenCohortSession(app, cohort, { title, roomId: room.id, mode: 'in_person' });
      await givenLead(app, session, facilitator.id);
    }
    expect(codesIn(await stage('confirmed'))).toEqual([409, 'schedule_blocking_clashes']);
  });

  it('asks why a cohort is cancelled; then calls off its sessions, lets its rooms go and ends its places', async () => {
    const room = await givenRoom(app, await givenVenue(app, providerId));
    await givenCohortSession(app, cohort, { roomId: room.id });
    const past = await givenCohortSession(app, cohort, {
      status: 'delivered',
      startsAt: new Date('2027-04-01T08:30:00Z'),
      endsAt: new Date('2027-04-01T09:30:00Z'),
    });
    await givenBooking(app, room, { cohortId: cohort.id, holder: '', status: 'held', holdExpiresOn: '2027-06-01' });
    const [person] = await givenCrowd(app, cohort, 3);
    await givenRole(app, person!, 'participant', { cohortId: cohort.id });
    expect(codesIn(await stage('cancelled'))).toEqual([409, 'cohorts_reason_needed']);
    expect((await stage('cancelled', { reason: 'The venue flooded' })).status).toBe(200);
    expect((await app.sql('SELECT status FROM session WHERE cohort_id = $1 AND id <> $2', [cohort.id, past.id]))[0].status).toBe(
      'cancelled',
    );
    expect((await app.sql('SELECT status FROM session WHERE id = $1', [past.id]))[0].status).toBe('delivered');
    const [booking] = await app.sql('SELECT status, reason FROM room_booking WHERE cohort_id = $1', [cohort.id]);
    expect(booking).toEqual({ status: 'released', reason: 'The venue flooded' });
    expect(await app.sql('SELECT DISTINCT status, status_reason FROM enrolment WHERE cohort_id = $1', [cohort.id])).toEqual([
      { status: 'withdrawn', status_reason: 'cohort_cancelled' },
    ]);
    expect(await app.sql('SELECT 1 FROM role_assignment WHERE scope_id = $1 AND ended_at IS NULL', [cohort.id])).toEqual([]);
    // Each session and each booking says for itself what became of it.
    const events = await app.sql<{ name: string; words: string }>(
      `SELECT name, coalesce(facts #>> '{before,status}', facts ->> 'from') || ' to ' || coalesce(facts #>> '{after,status}', facts ->> 'to') AS words
         FROM event WHERE cohort_id = $1 AND name IN ('session.cancelled', 'roomBooking.statusChanged') ORDER BY name`,
      [cohort.id],
    );
    expect(events).toEqual([
      { name: 'roomBooking.statusChanged', words: 'held to released' },
      { name: 'session.cancelled', words: 'draft to cancelled' },
    ]);
  });
});

describe('PUT /cohorts/:id', () => {
  const settings = () => ({
    version: 1,
    name: cohort.name,
    code: cohort.code,
    place: 'Essex',
    nation: 'ENG',
    venueId: null,
    leadId: null,
    startsOn: '2027-06-24',
    endsOn: '2027-06-25',
    capacity: 24,
    minViable: 8,
    goDecisionOn: null,
  });
  const change = (over: object, by = staff) => app.put(`/cohorts/${cohort.id}`, by, { ...settings(), ...over });

  it('keeps dates around every session, and names those that would be outside', async () => {
    await givenCohortSession(app, cohort, { title: 'Day 1' });
    const answer = await change({ startsOn: '2027-06-25' });
    expect(codesIn(answer)).toEqual([409, 'schedule_outside_dates']);
    expect(answer.body.errors[0]).toMatchObject({
      pointer: '/startsOn',
      detail: '“Day 1” would be outside these dates. Move the sessions first, or move the whole schedule',
    });
    expect((await change({ startsOn: '2027-06-20' })).status).toBe(200);
  });
});

describe('POST /cohorts/:id/shifts', () => {
  const shift = (body: object) => app.post(`/cohorts/${cohort.id}/shifts`, staff, { version: 1, ...body });

  it('keeps the time on the wall across a clock change', async () => {
    const session = await givenCohortSession(app, cohort, {
      startsAt: new Date('2027-06-24T08:30:00Z'),
      endsAt: new Date('2027-06-24T15:30:00Z'),
      duration: 420,
    });
    const { status, body } = await shift({ startsOn: '2027-11-25' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ startsOn: '2027-11-25', endsOn: '2027-11-26', moved: 1, version: 2 });
    expect((await app.sql('SELECT starts_at, version FROM session WHERE id = $1', [session.id]))[0]).toEqual({
      starts_at: new Date('2027-11-25T09:30:00Z'),
      version: 2,
    });
  });

  const days = (body: any) => body.days.map(({ from, to }: { from: string; to: string }) => [from, to]);
  const twoDays = async () => {
    await givenCohortSession(app, cohort, { title: 'One' });
    await givenCohortSession(app, cohort, {
      title: 'Two',
      startsAt: new Date('2027-06-25T08:30:00Z'),
      endsAt: new Date('2027-06-25T09:30:00Z'),
    });
  };
  const where = async () =>
    (await app.sql(`SELECT title, starts_at FROM session WHERE cohort_id = $1 ORDER BY title`, [cohort.id])).map(
      ({ starts_at }) => starts_at,
    );

  it('keeps Thursday and Friday together, and is where it was when it is moved back', async () => {
    await twoDays();
    const [before, settings] = [await where(), (await app.get(`/cohorts/${cohort.id}`, staff)).body];
    const there = (await shift({ days: 1 })).body;
    expect(days(there).filter(([from]: [string]) => from >= '2027-06-24')).toEqual([
      ['2027-06-24', '2027-06-25'],
      ['2027-06-25', '2027-06-26'],
    ]);
    await app.post(`/cohorts/${cohort.id}/shifts`, staff, { ...there.back, version: there.version });
    expect(await where()).toEqual(before);
    const after = (await app.get(`/cohorts/${cohort.id}`, staff)).body;
    for (const name of ['startsOn', 'endsOn', 'goDecisionOn']) expect(after[name]).toBe(settings[name]);
  });

  it('lets a day jump that somebody chose, keeps the days in order, and comes back from a jump', async () => {
    await twoDays();
    const before = await where();
    const refused = await shift({ days: 1, jumps: [{ from: '2027-06-25', to: '2027-06-25' }] });
    expect(codesIn(refused)).toEqual([409, 'cohorts_shift_order']);
    expect(refused.body.errors[0]).toMatchObject({
      pointer: '/jumps/0/to',
      detail: 'The days of a schedule stay in order. Choose another day for Friday 25 June 2027',
    });
    expect(codesIn(await shift({ days: 1, jumps: [{ from: '2027-07-20', to: '2027-07-21' }] }))).toEqual([409, 'cohorts_shift_unplanned']);
    const there = (await shift({ days: 1, jumps: [{ from: '2027-06-25', to: '2027-06-28' }] })).body;
    expect(there).toMatchObject({
      startsOn: '2027-06-25',
      endsOn: '2027-06-28',
      back: { days: -1, jumps: [{ from: '2027-06-28', to: '2027-06-25' }] },
    });
    await app.post(`/cohorts/${cohort.id}/shifts`, staff, { ...there.back, version: there.version });
    expect(await where()).toEqual(before);
  });

  it('is where it was also when it is moved back over years', async () => {
    const before = await where();
    const there = await shift({ startsOn: '2031-06-24' });
    expect(there.status).toBe(200);
    const back = await app.post(`/cohorts/${cohort.id}/shifts`, staff, { ...there.body.back, version: there.body.version });
    expect([back.status, await where()]).toEqual([200, before]);
  });

  it('says before anything moves which days fall on a weekend, or on a bank holiday where the venue is', async () => {
    await app.sql(
      `INSERT INTO bank_holiday (division, date, title, notes, source, fetched_at) VALUES ('scotland', '2027-11-30', 'St Andrew’s Day', '', 'test', now()) ON CONFLICT DO NOTHING`,
    );
    const look = async (startsOn: string) =>
      (await app.get(`/cohorts/${cohort.id}/shift-preview`, staff, { startsOn })).body.days.filter(({ sessions }: any) => sessions > 0);
    const room = await givenRoom(app, await givenVenue(app, providerId, { nation: 'SCT' }));
    await givenCohortSession(app, cohort, { roomId: room.id });
    await givenCohortSession(app, cohort, { startsAt: new Date('2027-06-25T08:30:00Z'), endsAt: new Date('2027-06-25T09:30:00Z') });
    const [before, [first, second]] = [await where(), await look('2027-11-30')];
    expect(first).toMatchObject({ from: '2027-06-24', to: '2027-11-30', sessions: 1, trouble: 'bank_holiday', holiday: 'St Andrew’s Day' });
    expect(first.instead).toEqual(['2027-11-26', '2027-11-29', '2027-12-01', '2027-12-02', '2027-12-03', '2027-12-06']);
    expect(second).toMatchObject({ to: '2027-12-01', trouble: null });
    expect((await look('2027-06-25'))[1]).toMatchObject({ to: '2027-06-26', trouble: 'weekend' });
    // Of the second session there is no room: the venue of the cohort has the say.
    const scottish = await givenVenue(app, providerId, { nation: 'SCT' });
    expect((await look('2027-11-29'))[1]).toMatchObject({ to: '2027-11-30', trouble: null });
    await app.sql(`UPDATE cohort SET venue_id = $2 WHERE id = $1`, [cohort.id, scottish.id]);
    expect((await look('2027-11-29'))[1]).toMatchObject({ to: '2027-11-30', trouble: 'bank_holiday' });
    // A copy has neither: its own nation has.
    const copied = await app.get(`/cohorts/${cohort.id}/shift-preview`, staff, { startsOn: '2027-11-29', to: 'copy' });
    expect(copied.body.days.filter(({ trouble }: any) => trouble === 'bank_holiday')).toEqual([]);
    expect(await where()).toEqual(before);
    expect((await app.get(`/cohorts/${cohort.id}/shift-preview`, await stranger(), { startsOn: '2027-11-30' })).status).toBe(404);
  });

  it('names Christmas Day where its bank holiday is on another day, and says how far bank holidays are known', async () => {
    await givenCohortSession(app, cohort);
    const look = async (startsOn: string) => (await app.get(`/cohorts/${cohort.id}/shift-preview`, staff, { startsOn })).body;
    const christmas = await look('2027-12-25');
    expect(christmas.days[0]).toMatchObject({ to: '2027-12-25', trouble: 'weekend', holiday: 'Christmas Day' });
    expect(christmas.unchecked).toBe('');
    expect((await look('2029-06-21')).unchecked).toBe(
      'Bank holidays are known until 31 December 2028, so days after that were not checked against any',
    );
  });

  it('moves nothing into the hour that no clock shows', async () => {
    await givenCohortSession(app, cohort, {
      title: 'Night walk',
      startsAt: new Date('2027-06-24T00:30:00Z'),
      endsAt: new Date('2027-06-24T01:30:00Z'),
    });
    const refused = await shift({ startsOn: '2027-03-28' });
    expect(codesIn(refused)).toEqual([409, 'schedule_no_such_time']);
    expect(refused.body.errors[0].detail).toContain('Night walk would start at 01:30 on 28 March 2027');
  });

  it('never moves what was held: neither what people were told of and whose time has come, nor past the database', async () => {
    const { id } = await givenCohortSession(app, cohort, {
      status: 'released',
      startsAt: new Date('2027-05-03T08:30:00Z'),
      endsAt: new Date('2027-05-03T09:30:00Z'),
    });
    expect(codesIn(await shift({ days: 7 }))).toEqual([409, 'schedule_shift_delivered']);
    const look = (to: string) => app.get(`/cohorts/${cohort.id}/shift-preview`, staff, { startsOn: '2027-07-01', to });
    expect(codesIn(await look('move'))).toEqual([409, 'schedule_shift_delivered']);
    expect((await look('copy')).status).toBe(200);
    await app.sql(`UPDATE session SET status = 'delivered' WHERE id = $1`, [id]);
    await expect(
      app.sql(`UPDATE session SET starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' WHERE id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'schedule_session_held' });
  });

  it('leaves what is off the schedule off it', async () => {
    await givenCohortSession(app, cohort, { startsAt: null, endsAt: null });
    expect((await shift({ days: 7 })).body).toMatchObject({ moved: 0, startsOn: '2027-07-01' });
  });

  it('refuses to move nothing, what has taken place, or from an old version', async () => {
    expect(codesIn(await shift({ days: 0 }))).toEqual([409, 'cohorts_shift_nothing']);
    expect((await shift({})).status).toBe(400);
    await givenCohortSession(app, cohort, { status: 'delivered' });
    expect(codesIn(await shift({ days: 1 }))).toEqual([409, 'schedule_shift_delivered']);
    expect((await app.post(`/cohorts/${cohort.id}/shifts`, staff, { days: 1, version: 9 })).body.type).toBe('/problems/stale');
    expect((await app.post(`/cohorts/${cohort.id}/shifts`, await stranger(), { days: 1, version: 1 })).status).toBe(404);
  });
});

describe('POST /cohorts/:id/copies', () => {
  it('copies sessions, groups and order to other days, and no people', async () => {
    const group = await givenSubGroup(app, cohort);
    const [first, second] = [
      await givenCohortSession(app, cohort, { title: 'First' }),
      await givenCohortSession(app, cohort, { title: 'Second', startsAt: null, endsAt: null }),
    ];
    await givenGroupOf(app, first, group.id);
    await app.given.entity(SessionOrder, { sessionId: second.id, afterId: first.id, providerId, cohortId: cohort.id, minGap: 5 });
    await givenEnrolment(app, cohort);
    const { status, body } = await app.post(`/cohorts/${cohort.id}/copies`, staff, { place: 'Leeds', startsOn: '2027-09-02' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      place: 'Leeds',
      startsOn: '2027-09-02',
      endsOn: '2027-09-03',
      stage: 'planning',
      people: { total: 0 },
      sessions: { total: 2, unscheduled: 1 },
    });
    expect(body.code).toMatch(/-LEEDS-2027-09$/);
    expect(body.groups).toHaveLength(1);
    expect((await app.sql(`SELECT starts_at FROM session WHERE cohort_id = $1 AND title = 'First'`, [body.id]))[0].starts_at).toEqual(
      new Date('2027-09-02T08:30:00Z'),
    );
    expect(await app.sql(`SELECT 1 FROM session_order WHERE cohort_id = $1`, [body.id])).toHaveLength(1);
    expect(await app.sql(`SELECT 1 FROM session_group WHERE cohort_id = $1`, [body.id])).toHaveLength(1);
  });
});

describe('the groups of a cohort', () => {
  it('stay while a session is planned for them', async () => {
    const group = await givenSubGroup(app, cohort);
    const session = await givenCohortSession(app, cohort);
    await givenGroupOf(app, session, group.id);
    expect(codesIn(await app.delete(`/groups/${group.id}`, staff))).toEqual([409, 'schedule_group_in_use']);
  });
});
