import { givenEmployment, givenOrganisation, givenPerson } from '@waymark/people/testing/people.factories';
import { givenParticipant, givenSchedule, givenSession } from '@waymark/schedule/testing/schedule.factories';
import { TestApp } from '@waymark/shared/testing/app';

// Two councils become one. What was so before stays what it was: jobs, places and releases are not written anew (invariant 17 of the design).

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

it('keeps a job, a place and a release as they were, when what they name is merged into another', async () => {
  const keeper = await app.signedIn('register_keeper');
  const schedule = await givenSchedule(app);
  const { providerId, cohortId } = schedule;
  const staff = await app.signedIn('administrator', { providerId });
  const [old, other, next] = await Promise.all(
    ['Mid Fenland District Council', 'Fenland Borough Council', 'Fenland Council'].map((officialName) =>
      givenOrganisation(app, { officialName, shortName: officialName }),
    ),
  );
  const ada = await givenPerson(app, { providerId });
  await givenEmployment(app, ada.id, old!.id, { startsOn: '2024-01-01' });
  await givenParticipant(app, schedule, { personId: ada.id, organisationId: old!.id, placeType: 'employer_funded' });
  await givenSession(app, schedule, { at: '2027-06-24 09:30', roomId: schedule.rooms.chelmer });
  const { body: before } = await app.get(`/cohorts/${cohortId}/release-preview`, staff);
  const released = await app.post(`/cohorts/${cohortId}/releases`, staff, { scheduleVersion: before.scheduleVersion, note: '' });
  expect(released.status).toBe(201);

  const told = async () => ({
    person: (await app.get(`/people/${ada.id}`, staff)).body.employments,
    people: (await app.get(`/cohorts/${cohortId}/enrolments`, staff)).body.items,
    release: (await app.get(`/releases/${released.body.id}`, staff)).body,
    rows: await app.sql(
      `SELECT (SELECT jsonb_agg(to_jsonb(j) ORDER BY j.id) FROM employment j WHERE j.person_id = $1) AS jobs,
              (SELECT jsonb_agg(to_jsonb(e) ORDER BY e.id) FROM enrolment e WHERE e.person_id = $1) AS places,
              (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.id) FROM schedule_release s WHERE s.cohort_id = $2) AS releases,
              (SELECT jsonb_agg(to_jsonb(v) ORDER BY v.id) FROM event v WHERE v.cohort_id = $2 OR v.subject_id = $1) AS events`,
      [ada.id, cohortId],
    ),
  });
  const was = await told();
  expect(was.person).toMatchObject([
    { organisationId: old!.id, organisation: 'Mid Fenland District Council', startsOn: '2024-01-01', endsOn: null },
  ]);
  expect(was.people).toMatchObject([{ organisation: { id: old!.id } }]);

  for (const { id, officialName, shortName } of [old!, other!]) {
    const said = {
      officialName,
      shortName,
      sector: 'council',
      nation: 'ENG',
      validTo: '2027-03-31',
      successors: [{ id: next!.id }],
      version: 1,
    };
    expect((await app.put(`/register/organisations/${id}`, keeper, said)).status).toBe(200);
  }
  expect((await app.get(`/organisations/${next!.id}`, staff)).body.predecessors.map(({ id }: { id: string }) => id).sort()).toEqual(
    [old!.id, other!.id].sort(),
  );
  expect(await told()).toEqual(was);

  // From then on she works for what came of it: another job, beside the one that ended where it was.
  const { id: jobId, version } = was.person[0];
  const job = { jobTitle: 'Service designer', organisationId: old!.id, startsOn: '2024-01-01' };
  expect((await app.put(`/employments/${jobId}`, staff, { ...job, endsOn: '2027-03-31', version })).status).toBe(200);
  const late = await app.post(`/people/${ada.id}/employments`, staff, { ...job, startsOn: '2027-04-01' });
  expect(late.body.errors).toMatchObject([
    { pointer: '/organisationId', detail: 'This organisation ended on 31 March 2027. Choose what replaced it, or an earlier first day' },
  ]);
  await app.post(`/people/${ada.id}/employments`, staff, { ...job, organisationId: next!.id, startsOn: '2027-04-01' });
  const now = await told();
  expect(now.person.map(({ organisation, startsOn, endsOn }: any) => [organisation, startsOn, endsOn])).toEqual([
    ['Fenland Council', '2027-04-01', null],
    ['Mid Fenland District Council', '2024-01-01', '2027-03-31'],
  ]);
  expect(now.rows[0]).toMatchObject({ places: was.rows[0]!['places'], releases: was.rows[0]!['releases'] });
});
