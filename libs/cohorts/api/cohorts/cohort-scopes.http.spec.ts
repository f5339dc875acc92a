import { givenBlueprint, givenProgramme } from '@waymark/catalogue/testing/catalogue.factories';
import { givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';

let app: TestApp;
beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());

describe('A role at a cohort', () => {
  it('can be given as soon as the cohort is made or copied, and follows its name', async () => {
    const providerId = (await givenProvider(app)).id;
    const admin = await app.signedIn('administrator', { providerId });
    const programme = await givenProgramme(app, providerId);
    const blueprint = await givenBlueprint(app, { id: programme.id, providerId });
    const of = { providerId, programmeId: programme.id, blueprintId: blueprint.id };
    const made = await app.post('/cohorts', admin, {
      ...{ ...of, place: 'Essex', nation: 'ENG', startsOn: '2027-06-24', capacity: 26, minViable: 16 },
    });
    const copied = await app.post(`/cohorts/${made.body.id}/copies`, admin, { place: 'Leeds', startsOn: '2027-09-02' });
    expect([made.status, copied.status]).toEqual([201, 201]);
    const person = await givenPerson(app, { providerId });
    for (const { body } of [made, copied]) {
      const wish = { personId: person.id, providerId, role: 'facilitator', scopeKind: 'cohort', scopeId: body.id };
      const role = await app.post('/role-assignments', admin, wish);
      expect([role.status, role.body.scopeName]).toEqual([201, body.name]);
    }
    const { id, version, name: _, code, place, nation, startsOn, endsOn, capacity, minViable } = copied.body;
    const settings = {
      version,
      code,
      place,
      nation,
      startsOn,
      endsOn,
      capacity,
      minViable,
      venueId: null,
      leadId: null,
      goDecisionOn: null,
    };
    expect((await app.put(`/cohorts/${id}`, admin, { ...settings, name: 'Leeds again' })).status).toBe(200);
    const { body } = await app.get('/role-assignments', admin, { providerId });
    expect(body.items.map(({ scopeName }: { scopeName: string }) => scopeName)).toEqual(
      expect.arrayContaining([made.body.name, 'Leeds again']),
    );
  });
});
