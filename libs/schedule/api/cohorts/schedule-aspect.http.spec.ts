import { givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenCohort, givenEnrolment, type Cohort } from '@waymark/cohorts/testing/cohorts.factories';
import { givenEmployment, givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { givenCohortSession, givenRelease } from '@waymark/schedule/testing/schedule.factories';
import { newId } from '@waymark/shared/kernel/ids';
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

describe('GET /cohorts/:id/overview', () => {
  it('shows checks, dates, steps with what is in the way, and what happened', async () => {
    await givenCohortSession(app, cohort, { startsAt: null, endsAt: null });
    const { personId } = await givenEnrolment(app, cohort);
    await app.sql(`UPDATE person SET given_name = 'Ada', family_name = 'Okafor' WHERE id = $1`, [personId]);
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
});

describe('GET /staff-home', () => {
  it('lists what the actor’s cohorts ask for, the week and who is at risk', async () => {
    await app.sql(`UPDATE cohort SET go_decision_on = '2027-05-04' WHERE id = $1`, [cohort.id]);
    await givenCohortSession(app, cohort, { startsAt: null, endsAt: null });
    const running = await givenCohort(app, providerId, { stage: 'in_delivery', startsOn: '2027-05-01', endsOn: '2027-05-30' });
    await givenCohortSession(app, running, {
      title: 'This week',
      mode: 'online',
      startsAt: new Date('2027-05-04T08:30:00Z'),
      endsAt: new Date('2027-05-04T09:30:00Z'),
    });
    const { status, body } = await app.get('/staff-home', staff);
    expect(status).toBe(200);
    expect(body.attention.map(({ code }: any) => code)).toEqual(['below_viable', 'go_decision', 'unscheduled', 'checks', 'checks']);
    expect(body.week).toMatchObject([
      { title: 'This week', date: '2027-05-04', startsAt: '09:30', endsAt: '10:30', place: 'Online', cohort: { id: running.id } },
    ]);
    expect(body.atRisk).toMatchObject([{ cohort: { id: cohort.id }, held: 0, minViable: 8 }]);
  });
});

describe('GET /cohorts/:id/enrolments', () => {
  const list = async () => (await app.get(`/cohorts/${cohort.id}/enrolments`, staff)).body;

  it('shows needs to staff and not to facilitators', async () => {
    const { id: organisationId } = await givenOrganisation(app);
    const { personId } = await givenEnrolment(app, cohort, { organisationId });
    await givenEmployment(app, personId, organisationId, { lineManagerEmail: 'manager@example.org' });
    const venue = await givenVenue(app, providerId);
    const room = await givenRoom(app, venue);
    await givenCohortSession(app, cohort, { roomId: room.id });
    const [row] = (await list()).items;
    expect((await app.put(`/enrolments/${row.id}/access-needs`, staff, { accessNeeds: ['step_free'], version: 1 })).body.needs).toEqual([
      'step_free',
    ]);
    expect((await list()).items[0]).toMatchObject({ needs: ['step_free'], attention: ['needs_unmet'] });
    const facilitator = await app.signedIn('facilitator', { cohortId: cohort.id });
    const seen = (await app.get(`/cohorts/${cohort.id}/enrolments`, facilitator)).body.items[0];
    expect(seen).toMatchObject({ needs: null, attention: [] });
    expect((await app.get(`/enrolments/${row.id}`, facilitator)).body.needs).toBeNull();
    expect((await app.put(`/enrolments/${row.id}/access-needs`, facilitator, { accessNeeds: [], version: 2 })).status).toBe(403);
  });
});

describe('GET /my/reports/enrolments', () => {
  const release = (dates: [string, boolean][]) =>
    givenRelease(
      app,
      { providerId, cohortId: cohort.id },
      { snapshot: { sessions: dates.map(([date, cancelled]) => ({ id: newId(), date, cancelled })) } },
    );

  it('says where somebody is and how they stand, and nothing that is not the employer’s', async () => {
    const essex = (await givenOrganisation(app)).id;
    const employer = await app.signedIn('employer', { organisationId: essex, providerId });
    const ada = (await givenPerson(app, { providerId })).id;
    await givenEmployment(app, ada, essex);
    await givenEnrolment(app, cohort, {
      personId: ada,
      organisationId: essex,
      accessNeeds: ['step_free'],
      status: 'withdrawn',
      statusReason: 'health',
      endedOn: '2027-05-02',
    });
    await release([
      ['2027-06-24', true],
      ['2027-06-25', false],
      ['2027-06-27', false],
    ]);
    const { status, body } = await app.get(`/my/reports/enrolments?person=${ada}`, employer);
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        personId: ada,
        cohort: cohort.name,
        programme: expect.any(String),
        startsOn: '2027-06-25',
        endsOn: '2027-06-27',
        stage: { code: 'planning', name: 'Planning' },
        status: { code: 'withdrawn', name: 'Withdrawn' },
      },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/health|step_free/);
  });
});
