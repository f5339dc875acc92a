import { givenCohort, givenEnrolment } from '@waymark/cohorts/testing/cohorts.factories';
import { asCookie, cookieIn, givenRole, PASSWORD } from '@waymark/identity/testing/identity.factories';
import { givenEmployment, givenOrganisation, givenPerson, givenProvider, givenKnown } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { tokenIn, workOff } from '@waymark/shared/testing/mails';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open({ SIGN_IN_LIMIT: '1000' });
});
afterAll(() => app.close());
afterEach(() => {
  app.clock.at = new Date('2027-05-03T09:00:00Z');
});

const code = (answer: { body: any }) => answer.body.errors?.[0]?.code;
const accept = (token: string) => app.call('POST', '/invitation-acceptances', { body: { token, password: PASSWORD } });
/** The newest invitation that was sent. */
const mailed = async () => {
  const mail = (await workOff(app, 'identity.send-invitation')).at(-1)!;
  return { to: mail.to, token: tokenIn(mail) };
};

async function place() {
  const providerId = (await givenProvider(app)).id;
  return {
    providerId,
    staff: await app.signedIn('programme_staff', { providerId }),
    admin: await app.signedIn('administrator', { providerId }),
  };
}
const invited = (providerId: string, over: object) => ({
  ...{ providerId, givenName: 'Nora', familyName: 'New', role: 'evaluator', scopeKind: 'provider', scopeId: providerId },
  ...over,
});
const rolesOf = async (by: { cookie: string }) =>
  ((await app.get('/session', by as SignedIn)).body.roles ?? []).map(({ role }: any) => role);

describe('an address that only looks like somebody’s', () => {
  it('is refused by an import, and an invitation goes to the letters that were typed', async () => {
    const [here, there] = [await place(), await place()];
    const content = 'First name,Last name,Email\nNora,New,nora@éxample.org\n';
    const { body } = await app.post('/people-imports', there.staff, {
      providerId: there.providerId,
      fileName: 'a.csv',
      content: Buffer.from(content).toString('base64'),
    });
    expect(body.counts).toMatchObject({ new: 0, attention: 1 });
    expect((await app.post('/invitations', here.admin, invited(here.providerId, { email: 'nora@example.org' }))).status).toBe(201);
    expect((await mailed()).to).toBe('nora@example.org');
  });

  it('cannot be kept under another’s letters, whoever writes it', async () => {
    const { id } = await givenPerson(app);
    await expect(app.sql(`UPDATE person_email SET email = 'nora@éxample.org' WHERE person_id = $1`, [id])).rejects.toThrow(
      'people_email_folded',
    );
  });
});

describe('an invitation for one address', () => {
  it('gives nothing to an account that the same person got under another', async () => {
    const { providerId, staff, admin } = await place();
    const olga = await givenPerson(app, { providerId, email: 'olga@example.org' });
    expect((await app.post('/invitations', admin, invited(providerId, { personId: olga.id, role: 'administrator' }))).status).toBe(201);
    const hers = await mailed();
    const facts = { givenName: 'Olga', familyName: 'Lee', version: 1 };
    expect((await app.put(`/people/${olga.id}`, staff, { ...facts, email: 'evil@example.org' })).status).toBe(200);
    // Staff cannot open the account of somebody who is offered more than they could give.
    expect(code(await app.post('/invitations', staff, invited(providerId, { personId: olga.id })))).toBe('identity_invitation_above');
    // Nor does the first mail work any more: the address is no longer hers.
    expect(code(await accept(hers.token))).toBe('identity_invitation_closed');
    expect((await app.put(`/people/${olga.id}`, staff, { ...facts, email: 'olga@example.org', version: 2 })).status).toBe(200);
    expect(await rolesOf(asCookie(cookieIn(await accept(hers.token))))).toEqual(['administrator']);
  });

  it('opens no account for somebody who already holds what the inviter could not give', async () => {
    const { providerId, staff, admin } = await place();
    const olga = await givenPerson(app, { providerId });
    await givenRole(app, olga.id, 'administrator', { providerId });
    expect(code(await app.post('/invitations', staff, invited(providerId, { personId: olga.id })))).toBe('identity_invitation_above');
    expect((await app.post('/invitations', admin, invited(providerId, { personId: olga.id }))).status).toBe(201);
  });

  it('is not made for somebody who signs in with another address than the one in their details', async () => {
    const [here, there] = [await place(), await place()];
    const facts = { givenName: 'Vera', familyName: 'Fake', version: 1 };
    const fake = await givenPerson(app, { providerId: there.providerId, email: 'mine@example.org' });
    await app.post('/invitations', there.staff, invited(there.providerId, { personId: fake.id }));
    const attacker = asCookie(cookieIn(await accept((await mailed()).token)));
    expect((await app.put(`/people/${fake.id}`, there.staff, { ...facts, email: 'vera@example.org' })).status).toBe(200);
    const wish = invited(here.providerId, { email: 'vera@example.org', role: 'administrator' });
    const refused = await app.post('/invitations', here.admin, wish);
    expect([refused.status, code(refused)]).toEqual([409, 'identity_invitation_address']);
    expect(await rolesOf(attacker)).toEqual(['evaluator']);
  });

  it('gives nothing to whoever accepts another one first and moves away', async () => {
    const [here, there] = [await place(), await place()];
    const fake = await givenPerson(app, { providerId: there.providerId, email: 'first@example.org' });
    await app.post('/invitations', there.staff, invited(there.providerId, { personId: fake.id }));
    const first = await mailed();
    const facts = { givenName: 'Vera', familyName: 'Fake', version: 1 };
    expect((await app.put(`/people/${fake.id}`, there.staff, { ...facts, email: 'wanda@example.org' })).status).toBe(200);
    await app.post('/invitations', here.admin, invited(here.providerId, { email: 'wanda@example.org', role: 'administrator' }));
    const second = await mailed();
    expect(code(await accept(first.token))).toBe('identity_invitation_closed');
    expect(await rolesOf(asCookie(cookieIn(await accept(second.token))))).toEqual(['administrator']);
  });

  it('of a role that only administrators give is theirs to send again and to withdraw, and once a minute', async () => {
    const { providerId, staff, admin } = await place();
    const { id } = (await app.post('/invitations', admin, invited(providerId, { email: 'amy@example.org', role: 'administrator' }))).body;
    for (const path of ['sending', 'revocation'])
      expect([path, code(await app.put(`/invitations/${id}/${path}`, staff))]).toEqual([path, 'identity_role_administrators']);
    expect(code(await app.put(`/invitations/${id}/sending`, admin))).toBe('identity_invitation_soon');
    app.clock.at = new Date('2027-05-03T09:01:00Z');
    expect((await app.put(`/invitations/${id}/sending`, admin)).status).toBe(204);
    expect(code(await app.put(`/invitations/${id}/sending`, admin))).toBe('identity_invitation_soon');
  });
});

describe('somebody whom another provider added first', () => {
  it('shows a provider that learns of them their name and today’s job, and lets it change nothing', async () => {
    const [here, there] = [await place(), await place()];
    const organisation = await givenOrganisation(app);
    const ada = await givenPerson(app, { providerId: here.providerId, email: 'ada.kept@example.org', phone: '01245 1' });
    const today = await givenEmployment(app, ada.id, organisation.id, { lineManagerEmail: 'boss@example.org' });
    await givenEmployment(app, ada.id, (await givenOrganisation(app)).id, { startsOn: '2020-01-01', endsOn: '2021-01-01' });

    app.clock.at = new Date('2027-05-04T09:00:00Z');
    const content = `First name,Last name,Email,Organisation,Job title\nRenamed,Person,ada.kept@example.org,${organisation.officialName},Boss\n`;
    const { body } = await app.post('/people-imports', there.staff, {
      providerId: there.providerId,
      fileName: 'a.csv',
      content: Buffer.from(content).toString('base64'),
    });
    expect(body.counts).toMatchObject({ new: 1, changed: 0 });
    await app.put(`/people-imports/${body.id}/application`, there.staff, { version: body.version, leaveOut: false });

    const [kept, seen] = [await app.get(`/people/${ada.id}`, here.staff), await app.get(`/people/${ada.id}`, there.staff)];
    expect(kept.body).toMatchObject({ kept: true, phone: '01245 1', givenName: 'Person', employments: { length: 2 } });
    expect(kept.body.employments[0].lineManagerEmail).toBe('boss@example.org');
    expect(seen.body).toMatchObject({ kept: false, phone: null, email: 'ada.kept@example.org' });
    expect(seen.body.employments).toMatchObject([{ id: today.id, lineManager: null, lineManagerEmail: null }]);

    const job = { organisationId: organisation.id, jobTitle: 'Boss', gradeBand: null, lineManagerEmail: null, endsOn: null };
    const mine = { ...job, lineManagerId: there.staff.personId, startsOn: '2027-01-01' };
    const facts = { givenName: 'Renamed', familyName: 'Person', email: 'ada.kept@example.org', version: 1 };
    for (const answer of [
      await app.put(`/people/${ada.id}`, there.staff, facts),
      await app.post(`/people/${ada.id}/employments`, there.staff, mine),
      await app.put(`/employments/${today.id}`, there.staff, { ...mine, version: 1 }),
    ])
      expect([answer.status, code(answer)]).toEqual([409, 'people_kept_elsewhere']);
  });

  it('has what happens to them told to every provider that knows them, and that their address changed', async () => {
    const [here, there] = [await place(), await place()];
    const person = await givenPerson(app, { providerId: here.providerId });
    const facts = { givenName: 'New', familyName: 'Name', version: 1 };
    await app.put(`/people/${person.id}`, here.staff, { ...facts, email: `moved.${person.email}` });
    await givenKnown(app, person.id, there.providerId, { since: new Date('2027-06-01') });
    await app.put(`/people/${person.id}`, here.staff, { ...facts, familyName: 'Again', email: `moved.${person.email}`, version: 2 });
    const events = await app.sql(
      `SELECT provider_id AS at, facts FROM event WHERE subject_id = $1 AND name = 'person.edited' ORDER BY id`,
      [person.id],
    );
    expect(events[0]).toEqual({ at: here.providerId, facts: { changed: ['givenName', 'familyName', 'email'] } });
    expect(
      events
        .slice(1)
        .map(({ at }) => at)
        .sort(),
    ).toEqual([here.providerId, there.providerId].sort());
  });
});

describe('a role at an organisation, which all providers share', () => {
  /** Ada works for a council and has a place on a cohort of `there`. `here` knows nobody but its own two, who run it. */
  async function council() {
    const [here, there] = [await place(), await place()];
    const organisationId = (await givenOrganisation(app)).id;
    const cohort = await givenCohort(app, there.providerId);
    const ada = await givenPerson(app, { providerId: there.providerId, givenName: 'Ada', familyName: `Of ${organisationId}` });
    await givenEmployment(app, ada.id, organisationId, { jobTitle: 'Analyst' });
    const enrolment = await givenEnrolment(app, cohort, { personId: ada.id, organisationId });
    return { here, there, organisationId, cohort, ada, enrolment };
  }
  const at = (organisationId: string, providerId: string, role = 'employer') => ({
    ...{ providerId, role, scopeKind: 'organisation', scopeId: organisationId },
  });
  const give = (by: SignedIn, personId: string, wish: object) => app.post('/role-assignments', by, { personId, ...wish });
  /** Whom somebody sees among their people, and the cohorts these are on. */
  const seenBy = async (by: SignedIn, ...people: string[]) => {
    const reports = (await app.get('/my/reports', by)).body.items.map(({ id }: { id: string }) => id);
    const places = (await app.get(`/my/reports/enrolments?${people.map((id) => `person=${id}`).join('&')}`, by)).body.items;
    return { reports: reports.sort(), cohorts: places.map((row: { cohort: string }) => row.cohort).sort() };
  };
  const NOBODY = { reports: [], cohorts: [] };
  const told = async (by: SignedIn, providerId: string): Promise<string[]> =>
    (await app.get('/events', by, { providerId })).body.items.map(({ name }: { name: string }) => name);

  it('shows whoever gives it to themselves nobody whom only another provider knows', async () => {
    const { here, there, organisationId, cohort, ada, enrolment } = await council();
    for (const role of ['employer', 'line_manager']) {
      expect((await give(here.admin, here.admin.personId, at(organisationId, there.providerId, role))).status).toBe(404);
      expect((await give(here.admin, here.admin.personId, at(organisationId, here.providerId, role))).status).toBe(201);
    }
    expect(await seenBy(here.admin, ada.id)).toEqual(NOBODY);
    for (const path of [
      '/people',
      `/people?organisationId=${organisationId}`,
      '/my/agenda',
      '/cohorts',
      `/organisations/${organisationId}`,
      '/staff-home',
    ]) {
      const { status, body } = await app.get(path, here.admin);
      expect([path, status]).toEqual([path, 200]);
      for (const theirs of [ada.id, ada.familyName, enrolment.id, cohort.id, cohort.name, 'Analyst'])
        expect([path, JSON.stringify(body).includes(theirs)]).toEqual([path, false]);
    }
    for (const path of [`/people/${ada.id}`, `/enrolments/${enrolment.id}`, `/cohorts/${cohort.id}`, `/cohorts/${cohort.id}/enrolments`])
      expect([path, (await app.get(path, here.admin)).status]).toEqual([path, 404]);
    // Through the provider that knows her it shows her.
    expect((await give(there.admin, there.admin.personId, at(organisationId, there.providerId))).status).toBe(201);
    expect(await seenBy(there.admin, ada.id)).toEqual({ reports: [ada.id], cohorts: [cohort.name] });
  });

  it('shows of somebody who was made known by an address alone what their provider is shown too, and no place', async () => {
    const { here, organisationId, ada } = await council();
    await give(here.admin, here.admin.personId, at(organisationId, here.providerId));
    await givenKnown(app, ada.id, here.providerId, { since: new Date('2027-06-01') });
    expect(await seenBy(here.admin, ada.id)).toEqual({ reports: [ada.id], cohorts: [] });
  });

  it('reaches through both providers where both gave it, and ends for each by itself', async () => {
    const { here, there, organisationId, cohort, ada } = await council();
    const bob = await givenPerson(app, { providerId: here.providerId });
    await givenEmployment(app, bob.id, organisationId);
    const ours = await givenCohort(app, here.providerId);
    await givenEnrolment(app, ours, { personId: bob.id, organisationId });
    const employer = await app.signedIn();
    for (const { providerId } of [here, there]) await givenKnown(app, employer.personId, providerId);

    const [first, second] = [
      await give(here.admin, employer.personId, at(organisationId, here.providerId)),
      await give(there.admin, employer.personId, at(organisationId, there.providerId)),
    ];
    expect([first.status, second.status, first.body.id === second.body.id]).toEqual([201, 201, false]);
    expect((await give(here.admin, employer.personId, at(organisationId, here.providerId))).body.id).toBe(first.body.id);
    const both = { reports: [ada.id, bob.id].sort(), cohorts: [cohort.name, ours.name].sort() };
    expect(await seenBy(employer, ada.id, bob.id)).toEqual(both);

    // Each provider lists and ends its own, though it knows the person.
    const listed = async (by: SignedIn, providerId: string) =>
      (await app.get('/role-assignments', by, { providerId, role: 'employer' })).body.items.map(({ id }: { id: string }) => id);
    expect(await listed(here.admin, here.providerId)).toEqual([first.body.id]);
    expect(await listed(there.admin, there.providerId)).toEqual([second.body.id]);
    expect((await app.put(`/role-assignments/${second.body.id}/end`, here.admin)).status).toBe(404);
    expect((await app.put(`/role-assignments/${first.body.id}/end`, here.admin)).status).toBe(204);
    expect(await seenBy(employer, ada.id, bob.id)).toEqual({ reports: [ada.id], cohorts: [cohort.name] });
    expect((await app.put(`/role-assignments/${second.body.id}/end`, there.admin)).status).toBe(204);
    expect((await app.get('/my/reports', employer)).status).toBe(403);
  });

  it('reaches no further when it was offered by an invitation', async () => {
    const { here, there, organisationId, cohort, ada } = await council();
    const offer = async (by: SignedIn, providerId: string, email: string) => {
      expect((await app.post('/invitations', by, invited(providerId, { email, ...at(organisationId, providerId) }))).status).toBe(201);
      return asCookie(cookieIn(await accept((await mailed()).token)));
    };
    const outside = await offer(here.admin, here.providerId, `outside.${organisationId}@example.org`);
    expect(await rolesOf(outside)).toEqual(['employer']);
    expect(await seenBy(outside, ada.id)).toEqual(NOBODY);
    const inside = await offer(there.admin, there.providerId, `inside.${organisationId}@example.org`);
    expect(await seenBy(inside, ada.id)).toEqual({ reports: [ada.id], cohorts: [cohort.name] });
    // Who has it through one provider can be invited to it by the other.
    const again = invited(here.providerId, { email: `inside.${organisationId}@example.org`, ...at(organisationId, here.providerId) });
    expect((await app.post('/invitations', here.admin, again)).status).toBe(201);
    expect(code(await app.post('/invitations', there.admin, { ...again, ...at(organisationId, there.providerId) }))).toBe(
      'identity_role_held',
    );
  });

  it('is told, given and ended, to the administrators of the provider it reaches, and to no others', async () => {
    const { here, there, organisationId } = await council();
    const { id } = (await give(here.admin, here.staff.personId, at(organisationId, here.providerId))).body;
    await app.put(`/role-assignments/${id}/end`, here.admin);
    expect(await told(here.admin, here.providerId)).toEqual(['role.ended', 'role.granted']);
    expect(await told(there.admin, there.providerId)).toEqual([]);
  });

  it('through another provider keeps an account from being closed here, as any role elsewhere does', async () => {
    const { here, there, organisationId } = await council();
    const employer = await app.signedIn('employer', { organisationId, providerId: there.providerId });
    await givenKnown(app, employer.personId, here.providerId);
    expect(code(await app.put(`/accounts/${employer.accountId}/disabled`, here.admin))).toBe('identity_account_elsewhere');
    const own = await app.signedIn('employer', { organisationId, providerId: here.providerId });
    await givenKnown(app, own.personId, here.providerId);
    expect((await app.put(`/accounts/${own.accountId}/disabled`, here.admin)).status).toBe(204);
  });
});

describe('why somebody left', () => {
  it('is for those who may know needs, where it is private; so are notes, and that their needs changed', async () => {
    const { providerId, staff } = await place();
    const cohort = await givenCohort(app, providerId, { stage: 'in_delivery' });
    const { id } = await givenEnrolment(app, cohort, { status: 'active' });
    const wish = { to: 'withdrawn', reasonCode: 'health', note: 'Told us in confidence', version: 1 };
    expect((await app.put(`/enrolments/${id}/status`, staff, wish)).status).toBe(200);
    const facilitator = await app.signedIn('facilitator', { cohortId: cohort.id });
    const read = async (by: SignedIn) =>
      JSON.stringify(
        await Promise.all(
          [
            `/cohorts/${cohort.id}/enrolments`,
            `/cohorts/${cohort.id}/history`,
            `/cohorts/${cohort.id}/overview`,
            `/enrolments/${id}`,
            `/enrolments/${id}/history`,
          ].map(async (path) => (await app.get(path, by)).body),
        ),
      );
    expect(await read(staff)).toMatch(/"health".*in confidence/s);
    const seen = await read(facilitator);
    expect(seen).toContain('"withdrawn"');
    expect(seen).not.toMatch(/health|in confidence/);
    expect((await app.get(`/cohorts/${cohort.id}/enrolments`, facilitator)).body.items[0]).toMatchObject({
      statusReason: null,
      version: 0,
    });
    expect((await app.get(`/cohorts/${cohort.id}/enrolments.csv`, facilitator)).status).toBe(403);
  });
});

describe('the database, whoever asks', () => {
  it('lets no cohort change hands, and no row hang on another provider’s cohort', async () => {
    const [here, there] = [await place(), await place()];
    const cohort = await givenCohort(app, here.providerId);
    await expect(app.sql('UPDATE cohort SET provider_id = $2 WHERE id = $1', [cohort.id, there.providerId])).rejects.toThrow('stays with');
    await expect(
      app.sql(
        `INSERT INTO sub_group (id, provider_id, cohort_id, name, kind, position) VALUES (gen_random_uuid(), $2, $1, 'A', 'learning_set', 1)`,
        [cohort.id, there.providerId],
      ),
    ).rejects.toThrow('sub_group_cohort_id_fkey');
  });
});

describe('an invitation by id', () => {
  it('is for somebody whom the provider knows that invites, also where its sender works elsewhere too', async () => {
    const [here, there] = [await place(), await place()];
    const { id } = await givenPerson(app, { providerId: there.providerId });
    await givenRole(app, here.admin.personId, 'administrator', { providerId: there.providerId });
    const invite = (providerId: string) =>
      app.post('/invitations', here.admin, {
        ...{ personId: id, providerId, role: 'evaluator', scopeKind: 'provider', scopeId: providerId },
      });
    expect([(await invite(here.providerId)).status, (await invite(there.providerId)).status]).toEqual([404, 201]);
  });
});
