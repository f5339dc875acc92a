import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { givenBooking, givenFacilitator, givenRoom, givenVenue } from '@waymark/shared/testing/given-catalogue';
import { givenCohort, givenCohortSession, givenCrowd, givenEnrolment, givenSubGroup } from '@waymark/shared/testing/given-cohorts';

let app: TestApp;
let providerId: string;
let staff: SignedIn;
let cohort: Awaited<ReturnType<typeof givenCohort>>;

beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.at = new Date('2027-05-03T09:00:00Z');
  providerId = (await app.given.provider()).id;
  staff = await app.given.signedIn('programme_staff', { providerId });
  cohort = await givenCohort(app, providerId);
});

const stranger = async () => app.given.signedIn('programme_staff', { providerId: (await app.given.provider()).id });
const codesIn = ({ status, body }: { status: number; body: any }) => [
  status,
  ...(body.errors ?? []).map(({ code }: { code: string }) => code),
];
const stage = (to: string, over: object = {}, by = staff, id = cohort.id) =>
  app.put(`/cohorts/${id}/stage`, by, { to, version: 1, ...over });
const stageOf = async (id = cohort.id) => (await app.sql('SELECT stage FROM cohort WHERE id = $1', [id]))[0].stage;

describe('PUT /cohorts/:id/stage', () => {
  it('confirms a cohort with enough people and contracted rooms', async () => {
    await givenCrowd(app, cohort, 8);
    const room = await givenRoom(app, await givenVenue(app, providerId));
    await givenCohortSession(app, cohort, { room_id: room.id });
    expect(codesIn(await stage('confirmed'))).toEqual([409, 'schedule_venue_not_contracted']);
    await givenBooking(app, room, { cohort_id: cohort.id, holder: '' });
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
    await givenBooking(app, room, { cohort_id: cohort.id, holder: '' });
    const facilitator = await givenFacilitator(app, providerId);
    for (const title of ['One', 'Other']) {
      const session = await givenCohortSession(app, cohort, { title, room_id: room.id, mode: 'in_person' });
      await app.given.row('session_facilitator', {
        session_id: session.id,
        facilitator_id: facilitator.id,
        provider_id: providerId,
        cohort_id: cohort.id,
        role: 'lead',
        status: 'confirmed',
      });
    }
    expect(codesIn(await stage('confirmed'))).toEqual([409, 'schedule_blocking_clashes']);
  });

  it('asks why a cohort is cancelled; then calls off its sessions, lets its rooms go and ends its places', async () => {
    const room = await givenRoom(app, await givenVenue(app, providerId));
    await givenCohortSession(app, cohort, { room_id: room.id });
    const past = await givenCohortSession(app, cohort, {
      status: 'delivered',
      starts_at: '2027-04-01T08:30:00Z',
      ends_at: '2027-04-01T09:30:00Z',
    });
    await givenBooking(app, room, { cohort_id: cohort.id, holder: '', status: 'held', hold_expires_on: '2027-06-01' });
    const [person] = await givenCrowd(app, cohort, 3);
    await app.given.role(person!, 'participant', { cohortId: cohort.id });
    expect(codesIn(await stage('cancelled'))).toEqual([409, 'cohorts_reason_needed']);
    expect((await stage('cancelled', { reason: 'The venue flooded' })).status).toBe(200);
    expect((await app.sql('SELECT status FROM session WHERE cohort_id = $1 AND id <> $2', [cohort.id, past.id]))[0].status).toBe(
      'cancelled',
    );
    expect((await app.sql('SELECT status FROM session WHERE id = $1', [past.id]))[0].status).toBe('delivered');
    expect((await app.sql('SELECT status FROM room_booking WHERE cohort_id = $1', [cohort.id]))[0].status).toBe('released');
    expect(await app.sql('SELECT DISTINCT status, status_reason FROM enrolment WHERE cohort_id = $1', [cohort.id])).toEqual([
      { status: 'withdrawn', status_reason: 'cohort_cancelled' },
    ]);
    expect(await app.sql('SELECT 1 FROM role_assignment WHERE scope_id = $1 AND ended_at IS NULL', [cohort.id])).toEqual([]);
  });

  it('starts delivery on the first day and makes people active', async () => {
    await app.sql(`UPDATE cohort SET stage = 'confirmed' WHERE id = $1`, [cohort.id]);
    await givenCrowd(app, cohort, 2);
    expect(codesIn(await stage('in_delivery'))).toEqual([409, 'cohorts_not_started']);
    app.clock.at = new Date('2027-06-24T07:00:00Z');
    expect((await stage('in_delivery')).body.people.byStatus).toEqual({ active: 2 });
  });

  it('lets one of two staff take a step, and tells the other', async () => {
    const answers = await Promise.all([stage('postponed', { reason: 'Snow' }), stage('open_for_applications')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.type).toBe('/problems/stale');
  });

  it('refuses a step that is not next, and is not there for another provider', async () => {
    expect(codesIn(await stage('delivered'))).toEqual([409, 'cohorts_stage_not_next']);
    expect((await stage('postponed', { reason: 'x' }, await stranger())).status).toBe(404);
    expect((await stage('on_holiday')).status).toBe(400);
    expect(await stageOf()).toBe('planning');
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

  it('keeps new settings', async () => {
    const { status, body } = await change({ name: 'Top Talent: Essex', capacity: 30, goDecisionOn: '2027-05-20' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Top Talent: Essex', capacity: 30, goDecisionOn: '2027-05-20', version: 2 });
  });

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

  it('takes no place away', async () => {
    await givenCrowd(app, cohort, 10);
    expect(codesIn(await change({ capacity: 9 }))).toEqual([409, 'cohorts_below_held']);
  });

  it('never lets a smaller number of places and a new person pass each other', async () => {
    await givenCrowd(app, cohort, 10);
    const { id } = await app.given.person({ providerId });
    await Promise.all([
      change({ capacity: 10 }),
      app.post(`/cohorts/${cohort.id}/enrolments`, staff, { personIds: [id], placeType: 'funded' }),
    ]);
    const [row] = await app.sql(
      `SELECT c.capacity, (SELECT count(*)::int FROM enrolment e WHERE e.cohort_id = c.id) AS held FROM cohort c WHERE id = $1`,
      [cohort.id],
    );
    expect(row.held).toBeLessThanOrEqual(row.capacity);
  });

  it('tells who saved first', async () => {
    await change({ name: 'First' });
    const { status, body } = await change({ name: 'Second' });
    expect(status).toBe(409);
    expect(body.current).toMatchObject({ version: 2, values: { name: 'First' } });
  });

  it('points at what is wrong', async () => {
    for (const [over, pointer] of [
      [{ endsOn: '2027-06-01' }, '/endsOn'],
      [{ minViable: 25 }, '/minViable'],
      [{ code: 'lower case' }, '/code'],
      [{ venueId: '01890000-0000-7000-8000-000000000000' }, '/venueId'],
      [{ leadId: '01890000-0000-7000-8000-000000000000' }, '/leadId'],
    ] as const) {
      const { status, body } = await change(over);
      expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
    }
  });

  it('refuses the code of another cohort, and another provider', async () => {
    const other = await givenCohort(app, providerId);
    expect(codesIn(await change({ code: other.code }))).toEqual([409, 'cohorts_code_taken']);
    expect((await change({}, await stranger())).status).toBe(404);
  });
});

describe('POST /cohorts/:id/shifts', () => {
  const shift = (body: object) => app.post(`/cohorts/${cohort.id}/shifts`, staff, { version: 1, ...body });

  it('keeps the time on the wall across a clock change', async () => {
    const session = await givenCohortSession(app, cohort, {
      starts_at: '2027-06-24T08:30:00Z',
      ends_at: '2027-06-24T15:30:00Z',
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

  it('steps over a bank holiday of the nation', async () => {
    await app.sql(
      `INSERT INTO bank_holiday (division, date, title, notes, source, fetched_at) VALUES ('england-and-wales', '2027-08-30', 'Summer bank holiday', '', 'test', now()) ON CONFLICT DO NOTHING`,
    );
    await givenCohortSession(app, cohort, { starts_at: '2027-06-25T08:30:00Z', ends_at: '2027-06-25T09:30:00Z' });
    expect((await shift({ startsOn: '2027-08-27' })).body).toMatchObject({ startsOn: '2027-08-27', endsOn: '2027-08-31' });
  });

  it('leaves what is off the schedule off it', async () => {
    await givenCohortSession(app, cohort, { starts_at: null, ends_at: null });
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
      await givenCohortSession(app, cohort, { title: 'Second', starts_at: null, ends_at: null }),
    ];
    await app.given.row('session_group', { session_id: first.id, sub_group_id: group.id, provider_id: providerId, cohort_id: cohort.id });
    await app.given.row('session_order', {
      session_id: second.id,
      after_id: first.id,
      provider_id: providerId,
      cohort_id: cohort.id,
      min_gap: 5,
    });
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

  it('is not there for another provider', async () => {
    expect((await app.post(`/cohorts/${cohort.id}/copies`, await stranger(), { place: 'Leeds', startsOn: '2027-09-02' })).status).toBe(404);
  });
});

describe('GET /cohorts/:id/overview and /history', () => {
  it('shows checks, dates, steps with what is in the way, and what happened', async () => {
    await givenCohortSession(app, cohort, { starts_at: null, ends_at: null });
    const { person_id } = await givenEnrolment(app, cohort);
    await app.sql(`UPDATE person SET given_name = 'Ada', family_name = 'Okafor' WHERE id = $1`, [person_id]);
    const [row] = await app.sql('SELECT id FROM enrolment WHERE cohort_id = $1', [cohort.id]);
    await app.put(`/enrolments/${row.id}/status`, staff, { to: 'withdrawn', reasonCode: 'health', version: 1 });
    const { status, body } = await app.get(`/cohorts/${cohort.id}/overview`, staff);
    expect(status).toBe(200);
    expect(body.readiness.map(({ code }: any) => code)).toEqual([
      'places',
      'venue',
      'unscheduled',
      'facilitators',
      'clashes',
      'requirements',
      'release',
    ]);
    expect(body.keyDates).toContainEqual({ code: 'joining_instructions', day: '2027-06-10' });
    expect(body.steps.find(({ to }: any) => to === 'confirmed').refusals[0]).toBe(
      '0 people are enrolled and the cohort needs 8. Enrol more people, or enter a reason to confirm anyway',
    );
    expect(body.activity[0]).toMatchObject({
      name: 'enrolment.statusChanged',
      sentence: 'Ada Okafor: withdrawn (ill health)',
      subject: 'Ada Okafor',
      facts: { to: 'withdrawn' },
    });
  });

  it('keeps what changed, in pages, newest first', async () => {
    await stage('postponed', { reason: 'Snow' });
    await stage('planning', { version: 2 });
    const first = (await app.get(`/cohorts/${cohort.id}/history`, staff, { limit: 1 })).body;
    expect(first.items[0]).toMatchObject({ name: 'cohort.stageChanged', facts: { to: 'planning' } });
    const second = (await app.get(`/cohorts/${cohort.id}/history`, staff, { limit: 1, after: first.next })).body;
    expect(second.items[0]).toMatchObject({ facts: { to: 'postponed', reason: 'Snow' } });
    expect(second.next).toBeNull();
  });

  it('shows no names to those who may not list people, and no steps to those who may not take them', async () => {
    const { id } = await app.given.person({ providerId });
    await app.post(`/cohorts/${cohort.id}/enrolments`, staff, { personIds: [id], placeType: 'funded' });
    const evaluator = await app.given.signedIn('evaluator', { cohortId: cohort.id });
    const { body } = await app.get(`/cohorts/${cohort.id}/overview`, evaluator);
    expect(body.activity[0]).toMatchObject({ name: 'enrolment.made', sentence: 'Someone given a place', subject: null, facts: {} });
    expect(body.steps).toEqual([]);
    expect(body.readiness.map(({ code }: any) => code)).not.toContain('requirements');
  });

  it('is not there for another provider', async () => {
    const other = await stranger();
    expect((await app.get(`/cohorts/${cohort.id}/overview`, other)).status).toBe(404);
    expect((await app.get(`/cohorts/${cohort.id}/history`, other)).status).toBe(404);
  });
});

describe('GET /staff-home', () => {
  it('lists what the actor’s cohorts ask for, the week and who is at risk', async () => {
    await app.sql(`UPDATE cohort SET go_decision_on = '2027-05-04' WHERE id = $1`, [cohort.id]);
    await givenCohortSession(app, cohort, { starts_at: null, ends_at: null });
    const running = await givenCohort(app, providerId, { stage: 'in_delivery', starts_on: '2027-05-01', ends_on: '2027-05-30' });
    await givenCohortSession(app, running, {
      title: 'This week',
      mode: 'online',
      starts_at: '2027-05-04T08:30:00Z',
      ends_at: '2027-05-04T09:30:00Z',
    });
    const { status, body } = await app.get('/staff-home', staff);
    expect(status).toBe(200);
    expect(body.attention.map(({ code }: any) => code)).toEqual(['below_viable', 'go_decision', 'unscheduled']);
    expect(body.week).toMatchObject([
      { title: 'This week', date: '2027-05-04', startsAt: '09:30', endsAt: '10:30', place: 'Online', cohort: { id: running.id } },
    ]);
    expect(body.atRisk).toMatchObject([{ cohort: { id: cohort.id }, held: 0, minViable: 8 }]);
  });

  it('knows nothing of another provider', async () => {
    expect((await app.get('/staff-home', await stranger())).body).toMatchObject({
      attention: [],
      week: [],
      atRisk: [],
      cohorts: { count: 0, more: false },
    });
  });
});
