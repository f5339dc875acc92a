import type { Cohort } from '@waymark/cohorts/api/cohorts/cohort.entity';
import { givenCohort, givenCrowd, givenEnrolment } from '@waymark/cohorts/testing/cohorts.factories';
import { givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let providerId: string;
let staff: SignedIn;
let cohort: Cohort;

beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.at = new Date('2027-05-03T09:00:00Z');
  providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  cohort = await givenCohort(app, providerId);
});

const stranger = async () => app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
const codesIn = ({ status, body }: { status: number; body: any }) => [
  status,
  ...(body.errors ?? []).map(({ code }: { code: string }) => code),
];
const stage = (to: string, over: object = {}, by = staff, id = cohort.id) =>
  app.put(`/cohorts/${id}/stage`, by, { to, version: 1, ...over });
const stageOf = async (id = cohort.id) => (await app.sql('SELECT stage FROM cohort WHERE id = $1', [id]))[0].stage;

describe('PUT /cohorts/:id/stage', () => {
  it('starts delivery on the first day and makes people active', async () => {
    await app.sql(`UPDATE cohort SET stage = 'confirmed' WHERE id = $1`, [cohort.id]);
    await givenCrowd(app, cohort, 2);
    expect(codesIn(await stage('in_delivery'))).toEqual([409, 'cohorts_not_started']);
    app.clock.at = new Date('2027-06-24T07:00:00Z');
    expect((await stage('in_delivery')).body.people.byStatus).toEqual({ active: 2 });
  });

  it('takes a step back, until somebody is told of a place', async () => {
    expect((await stage('open_for_applications')).status).toBe(200);
    expect((await stage('planning', { version: 2 })).status).toBe(200);
    await givenEnrolment(app, cohort);
    expect((await stage('open_for_applications', { version: 3 })).status).toBe(200);
    expect(codesIn(await stage('planning', { version: 4 }))).toEqual([409, 'cohorts_stage_seen']);
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

  it('takes no place away', async () => {
    await givenCrowd(app, cohort, 10);
    expect(codesIn(await change({ capacity: 9 }))).toEqual([409, 'cohorts_below_held']);
  });

  it('never lets a smaller number of places and a new person pass each other', async () => {
    await givenCrowd(app, cohort, 10);
    const { id } = await givenPerson(app, { providerId });
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

describe('POST /cohorts/:id/copies', () => {
  it('is not there for another provider', async () => {
    expect((await app.post(`/cohorts/${cohort.id}/copies`, await stranger(), { place: 'Leeds', startsOn: '2027-09-02' })).status).toBe(404);
  });
});

describe('GET /cohorts/:id/overview and /history', () => {
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
    const { id } = await givenPerson(app, { providerId });
    await app.post(`/cohorts/${cohort.id}/enrolments`, staff, { personIds: [id], placeType: 'funded' });
    const evaluator = await app.signedIn('evaluator', { cohortId: cohort.id });
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
  it('knows nothing of another provider', async () => {
    expect((await app.get('/staff-home', await stranger())).body).toMatchObject({
      attention: [],
      week: [],
      atRisk: [],
      cohorts: { count: 0, more: false },
    });
  });
});
