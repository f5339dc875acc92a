import {
  givenCohort,
  givenEnrolment,
  givenMember,
  givenSubGroup,
  type Cohort,
  type Enrolment,
} from '@waymark/cohorts/testing/cohorts.factories';
import { givenEmployment, givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { givenCohortSession } from '@waymark/schedule/testing/schedule.factories';
import { NOWHERE, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let providerId: string;
let essex: string;
let cohort: Cohort;
let staff: SignedIn;
let employer: SignedIn;
let ada: SignedIn;

beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());
beforeEach(async () => {
  providerId = (await givenProvider(app)).id;
  essex = (await givenOrganisation(app)).id;
  cohort = await givenCohort(app, providerId, { name: 'Top Talent: Essex 2027' });
  await givenCohortSession(app, cohort, { mode: 'online' });
  staff = await app.signedIn('programme_staff', { providerId });
  employer = await app.signedIn('employer', { organisationId: essex, providerId });
  // Known to the provider and signed in for something else, before anybody thought of this cohort.
  const { id: personId } = await givenPerson(app, { providerId });
  await givenEmployment(app, personId, essex);
  ada = await app.signedIn(undefined, { personId });
});

const enrol = async (...personIds: string[]) =>
  expect((await app.post(`/cohorts/${cohort.id}/enrolments`, staff, { personIds, placeType: 'funded' })).status).toBe(201);
const release = async () => {
  const { body } = await app.get(`/cohorts/${cohort.id}/release-preview`, staff);
  const answer = await app.post(`/cohorts/${cohort.id}/releases`, staff, { scheduleVersion: body.scheduleVersion, note: '' });
  expect(answer.status).toBe(201);
};
const invite = (personId: string) =>
  app.post('/invitations', staff, { personId, providerId, role: 'participant', scopeKind: 'cohort', scopeId: cohort.id });

/** Everything somebody and their employer read of a place. */
const shown = async (by = ada) => {
  const bodies = [
    (await app.get('/my/home', by)).body,
    (await app.get('/my/agenda', by)).body,
    (await app.get('/my/agenda.ics', by)).body,
    (await app.get('/my/access-needs', by)).body,
    (await app.get('/session', by)).body,
  ];
  return {
    person: JSON.stringify(bodies).includes('Top Talent: Essex 2027'),
    employer: (await app.get(`/my/reports/enrolments?person=${by.personId}`, employer)).body.items.length > 0,
  };
};
const NOTHING = { person: false, employer: false };
const ALL = { person: true, employer: true };

describe('a place', () => {
  it('shows to nobody outside before a release, and to all of them after it', async () => {
    await enrol(ada.personId);
    expect(await shown()).toEqual(NOTHING);
    await app.sql(`UPDATE cohort SET stage = 'postponed' WHERE id = $1`, [cohort.id]);
    expect(await shown()).toEqual(NOTHING);
    await app.sql(`UPDATE cohort SET stage = 'planning' WHERE id = $1`, [cohort.id]);
    await release();
    expect(await shown()).toEqual(ALL);
  });

  it('shows once somebody is invited to it, whether the place or the invitation came first', async () => {
    await enrol(ada.personId);
    const { id: ben } = await givenPerson(app, { providerId });
    const toldAt = async (personId: string) =>
      (await app.sql<{ told: boolean }>('SELECT told_at IS NOT NULL AS told FROM enrolment WHERE person_id = $1', [personId]))[0]!.told;
    await enrol(ben);
    expect(await toldAt(ben)).toBe(false);
    expect((await invite(ben)).status).toBe(201);
    expect(await toldAt(ben)).toBe(true);
    const { id: cai } = await givenPerson(app, { providerId });
    expect((await invite(cai)).status).toBe(201);
    await enrol(cai);
    expect(await toldAt(cai)).toBe(true);
    // Who has an account, and holds the role without knowing, can be told by an invitation too; after that there is nothing to invite to.
    expect(await shown()).toEqual(NOTHING);
    expect((await invite(ada.personId)).status).toBe(201);
    expect(await shown()).toEqual(ALL);
    expect((await invite(ada.personId)).body.errors[0].code).toBe('identity_role_held');
  });

  it('shows to who is invited and given it at the same moment', async () => {
    for (let time = 0; time < 4; time++) {
      const { id } = await givenPerson(app, { providerId });
      await Promise.all([enrol(id), invite(id)]);
      expect(await app.sql('SELECT told_at IS NOT NULL AS told FROM enrolment WHERE person_id = $1', [id])).toEqual([{ told: true }]);
    }
  });

  it('shows at once on a cohort that was released, and never when it ended before', async () => {
    const ben = await app.signedIn(undefined, { personId: (await givenPerson(app, { providerId })).id });
    await enrol(ben.personId);
    await app.sql(`UPDATE enrolment SET status = 'withdrawn', status_reason = 'cohort_cancelled' WHERE person_id = $1`, [ben.personId]);
    await release();
    await enrol(ada.personId);
    expect(await shown()).toEqual(ALL);
    expect((await shown(ben)).person).toBe(false);
  });
});

describe('the walls around a place', () => {
  const seen = async (scope: Partial<Actor['scope']>, personId: string) => {
    const by: Actor = { personId, accountId: newId(), sessionId: newId(), reach: new Map(), scope: { ...NOWHERE, ...scope } };
    return app.app.get(Db).reading(by, async (read) => {
      const [row] = await read.query<Record<string, number>>(sql`
        SELECT (SELECT count(*)::int FROM enrolment) AS places, (SELECT count(*)::int FROM cohort) AS cohorts,
               (SELECT count(*)::int FROM programme) AS programmes, (SELECT count(*)::int FROM sub_group_member) AS groups`);
      return [row!['places'], row!['cohorts'], row!['programmes'], row!['groups']];
    });
  };

  it('let neither person nor employer nor line manager see it before it is told', async () => {
    const managed = { organisations: [{ organisationId: essex, providerId }] };
    const enrolment: Enrolment = await givenEnrolment(app, cohort, { personId: ada.personId, organisationId: essex, toldAt: null });
    await givenMember(app, enrolment, (await givenSubGroup(app, cohort)).id);
    expect(await seen({}, ada.personId)).toEqual([0, 0, 0, 0]);
    expect(await seen(managed, newId())).toEqual([0, 0, 0, 0]);
    await app.sql('UPDATE enrolment SET told_at = now() WHERE id = $1', [enrolment.id]);
    expect(await seen({}, ada.personId)).toEqual([1, 1, 1, 1]);
    expect(await seen(managed, newId())).toEqual([1, 1, 1, 0]);
  });
});
