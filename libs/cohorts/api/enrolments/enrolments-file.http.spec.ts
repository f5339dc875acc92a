import { givenCohort, givenEnrolment } from '@waymark/cohorts/testing/cohorts.factories';
import { givenEmployment, givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

/** Names that rules for names and for spreadsheets have got wrong. */
const HOSTILE = [
  ['Jan', 'van der Berg'],
  ['Jan van', 'der Berg'],
  ['Dr Sarah', 'Okafor'],
  ['Ada', 'Obi (she/her)'],
  ['Robert', 'Downey Jr'],
  ['Robert', 'Downey, Jr.'],
  ['', 'Sukarno'],
  ['Ada', 'Obi, MSc'],
  ['=Ada', '+Obi'],
  ["'=Ada", '@Obi'],
  ['Ada "Addie"', 'Obi; Cole'],
  ['María José', 'García Márquez'],
  ['Hye-jin', 'Na'],
  ['ADA', 'obi'],
  ['Máire', 'O’Brien'],
  ['محمد', 'علي'],
  ['Mr', 'Null'],
] as const;

describe('GET /cohorts/:id/enrolments.csv', () => {
  it('is a list that changes nothing when its people are imported again', async () => {
    const providerId = (await givenProvider(app)).id;
    const staff = await app.signedIn('programme_staff', { providerId });
    const cohort = await givenCohort(app, providerId, { capacity: 100 });
    // Two councils with one short name, one of which ended: whoever is at either stays there.
    const now = await givenOrganisation(app, { officialName: 'Somerset Council', shortName: 'Somerset' });
    const gone = await givenOrganisation(app, { officialName: 'Somerset County Council', shortName: 'Somerset', validTo: '2023-03-31' });
    for (const [i, [givenName, familyName]] of HOSTILE.entries()) {
      const person = await givenPerson(app, { providerId, givenName, familyName, email: `list${i}@example.org` });
      await givenEmployment(app, person.id, i % 2 ? now.id : gone.id, { startsOn: '2026-01-01', jobTitle: `=Head, "${i}"` });
      await givenEnrolment(app, cohort, { personId: person.id });
    }
    const everything = () => app.sql(`SELECT p.*, e.* FROM person p LEFT JOIN employment e ON e.person_id = p.id ORDER BY p.id, e.id`);
    const before = await everything();
    const list = await app.get(`/cohorts/${cohort.id}/enrolments.csv`, staff);
    const content = Buffer.from(String(list.body)).toString('base64');
    const { body } = await app.post('/people-imports', staff, { providerId, fileName: 'people.csv', content });
    const rows = (await app.get(`/people-imports/${body.id}/rows`, staff)).body.items;
    expect(rows.filter(({ outcome }: any) => outcome !== 'same')).toEqual([]);
    expect(body.counts).toEqual({ rows: HOSTILE.length, new: 0, changed: 0, same: HOSTILE.length, attention: 0 });
    expect((await app.put(`/people-imports/${body.id}/application`, staff, { version: body.version })).body.errors[0].code).toBe(
      'people_import_nothing',
    );
    expect(await everything()).toEqual(before);
  });
});
