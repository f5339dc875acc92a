import type { Cohort } from '@waymark/cohorts/api/cohorts/cohort.entity';
import type { Enrolment } from '@waymark/cohorts/api/enrolments/enrolment.entity';
import { givenCohort, givenEnrolment } from '@waymark/cohorts/testing/cohorts.factories';
import { givenEmployment, givenKnown, givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let providerId: string;
let essex: string;
let cohort: Cohort;
let employer: SignedIn;

beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());
beforeEach(async () => {
  providerId = (await givenProvider(app)).id;
  essex = (await givenOrganisation(app)).id;
  cohort = await givenCohort(app, providerId, { name: 'Top Talent: Essex 2027' });
  employer = await app.signedIn('employer', { organisationId: essex, providerId });
});

const worker = async (over: Parameters<typeof givenEmployment>[3] = {}, organisationId = essex) => {
  const { id } = await givenPerson(app, { providerId });
  await givenEmployment(app, id, organisationId, over);
  return id as string;
};
const enrol = (personId: string, over: Partial<Enrolment> = {}) =>
  givenEnrolment(app, cohort, { personId, organisationId: essex, statusReason: null, accessNeeds: ['step_free'], ...over });
const read = (by: SignedIn, ...person: string[]) => app.get(`/my/reports/enrolments?${person.map((id) => `person=${id}`).join('&')}`, by);
const idsOf = async (by: SignedIn, ...people: string[]) =>
  (await read(by, ...people)).body.items.map(({ personId }: { personId: string }) => personId);

describe('GET /my/reports/enrolments', () => {
  it('gives no days before they are released', async () => {
    const ada = await worker();
    await enrol(ada);
    expect((await read(employer, ada)).body.items[0]).toMatchObject({ startsOn: null, endsOn: null });
  });

  it('answers nothing about anybody who does not work there today', async () => {
    const elsewhere = (await givenOrganisation(app)).id;
    const stranger = await worker({}, elsewhere);
    const left = await worker({ endsOn: '2027-05-02' });
    const coming = await worker({ startsOn: '2027-06-01' });
    for (const id of [stranger, left, coming]) await enrol(id);
    expect(await idsOf(employer, stranger, left, coming)).toEqual([]);
    expect(await idsOf(employer)).toEqual([]);
    const other = await app.signedIn('employer', { organisationId: elsewhere, providerId });
    expect(await idsOf(other, stranger, left, coming)).toEqual([]);
  });

  it('answers nothing about a place that came from another employer, or that somebody pays for', async () => {
    const elsewhere = (await givenOrganisation(app)).id;
    const before = await worker();
    await enrol(before, { organisationId: elsewhere });
    const own = await worker();
    await enrol(own, { placeType: 'self_funded' });
    expect(await idsOf(employer, before, own)).toEqual([]);
  });

  it('shows a line manager those who name them, and no others of the organisation', async () => {
    const manager = await app.signedIn('line_manager', { organisationId: essex, providerId });
    const report = await worker({ lineManagerId: manager.personId });
    const colleague = await worker();
    for (const id of [report, colleague]) await enrol(id);
    // Anybody who keeps somebody's details can write themselves down as the manager: the provider of the place must know them too.
    expect(await idsOf(manager, report, colleague)).toEqual([]);
    await givenKnown(app, manager.personId, providerId);
    expect(await idsOf(manager, report, colleague)).toEqual([report]);
    expect((await idsOf(employer, report, colleague)).sort()).toEqual([report, colleague].sort());
  });

  it('is closed to staff, participants and everybody else', async () => {
    for (const role of ['programme_staff', 'administrator', 'evaluator'] as const)
      expect((await read(await app.signedIn(role, { providerId }))).status).toBe(403);
    expect((await read(await app.signedIn('participant', { cohortId: cohort.id }))).status).toBe(403);
    expect((await read(employer, 'not-an-id')).status).toBe(400);
  });
});
