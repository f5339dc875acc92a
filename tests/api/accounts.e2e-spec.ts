import { givenCohort } from '@waymark/cohorts/testing/cohorts.factories';
import { PasswordHasher } from '@waymark/identity/api/password-hasher';
import { asCookie, cookieIn, givenAccount, givenRole, PASSWORD } from '@waymark/identity/testing/identity.factories';
import { givenKnown, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
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
const mailed = async () => tokenIn((await workOff(app, 'identity.send-invitation')).at(-1));
const accept = (token: string, password?: string) =>
  app.call('POST', '/invitation-acceptances', { body: { token, ...(password ? { password } : {}) } });

async function place() {
  const providerId = (await givenProvider(app)).id;
  return {
    providerId,
    staff: await app.signedIn('programme_staff', { providerId }),
    admin: await app.signedIn('administrator', { providerId }),
  };
}
const evaluator = (providerId: string, over: object = {}) => ({
  providerId,
  givenName: 'Ben',
  familyName: 'Hartley',
  email: `ben${app.given.next()}@example.org`,
  role: 'evaluator',
  scopeKind: 'provider',
  scopeId: providerId,
  ...over,
});

describe('an invitation', () => {
  it('makes an account with the role, signs in, and works once', async () => {
    const { providerId, staff } = await place();
    const wish = evaluator(providerId);
    const made = await app.post('/invitations', staff, wish);
    expect(made).toMatchObject({ status: 201, body: { name: 'Ben Hartley', status: 'waiting', expiresAt: '2027-05-10T09:00:00Z' } });
    const token = await mailed();
    const seen = await app.call('POST', '/invitation-lookups', { body: { token } });
    expect(seen).toMatchObject({ status: 200, body: { email: wish.email, role: 'evaluator', hasAccount: false } });
    expect(code(await accept(token, 'Ben Hartley Ben Hartley'))).toBe('identity_password_context');
    const both = await Promise.all([accept(token, PASSWORD), accept(token, PASSWORD)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const by = asCookie(cookieIn(both.find(({ status }) => status === 200)!));
    expect((await app.get('/session', by)).body).toMatchObject({ email: wish.email, roles: [{ role: 'evaluator', scopeId: providerId }] });
    expect(code(await app.call('POST', '/invitation-lookups', { body: { token } }))).toBe('identity_invitation_closed');
    expect((await app.call('POST', '/session', { body: { email: wish.email, password: PASSWORD } })).status).toBe(204);
    expect((await app.get('/invitations', staff, { providerId })).body.items).toMatchObject([{ status: 'accepted' }]);
  });

  it('is once, however often the same request is sent', async () => {
    const { providerId, staff } = await place();
    const [body, headers] = [evaluator(providerId), { 'idempotency-key': 'invite-one-person-once' }];
    const [first, second] = [
      await app.call('POST', '/invitations', { by: staff, body, headers }),
      await app.call('POST', '/invitations', { by: staff, body, headers }),
    ];
    expect([first.status, second.body.id]).toEqual([201, first.body.id]);
    expect(await workOff(app, 'identity.send-invitation')).toHaveLength(1);
  });

  it('comes from the provider, with where to ask, in the mail, on its page and once somebody has signed in', async () => {
    const { providerId, staff, admin } = await place();
    const { name } = (await app.sql<{ name: string }>('SELECT name FROM provider WHERE id = $1', [providerId]))[0]!;
    const contact = 'hello@east.example.org';
    expect((await app.put(`/providers/${providerId}/contact`, staff, { contact })).status).toBe(403);
    expect((await app.put(`/providers/${providerId}/contact`, admin, { contact: 'nowhere' })).body.errors[0].pointer).toBe('/contact');
    expect((await app.put(`/providers/${providerId}/contact`, admin, { contact })).status).toBe(204);
    await app.post('/invitations', staff, evaluator(providerId));
    const mail = (await workOff(app, 'identity.send-invitation')).at(-1)!;
    expect(mail.text).toContain(`at ${name} has invited you.`);
    expect(mail.text).toContain(`If you have a question, ask ${name}: ${contact}`);
    const token = tokenIn(mail);
    expect((await app.call('POST', '/invitation-lookups', { body: { token } })).body.organiser).toEqual({ name, contact });
    const by = asCookie(cookieIn(await accept(token)));
    expect((await app.get('/session', by)).body.provider).toEqual({ id: providerId, name, contact });
  });

  it('reads the same when its token is wrong, withdrawn or too old', async () => {
    const { providerId, staff } = await place();
    const withdrawn = (await app.post('/invitations', staff, evaluator(providerId))).body.id;
    const first = await mailed();
    expect((await app.put(`/invitations/${withdrawn}/revocation`, staff)).status).toBe(204);
    await app.post('/invitations', staff, evaluator(providerId));
    const old = await mailed();
    const answers = [await accept('not-a-token', PASSWORD), await accept(first, PASSWORD)];
    app.clock.at = new Date('2027-05-10T09:00:00Z');
    answers.push(await accept(old, PASSWORD));
    expect(answers.map(code)).toEqual(Array(3).fill('identity_invitation_closed'));
    expect(code(await app.put(`/invitations/${withdrawn}/sending`, staff))).toBe('identity_invitation_settled');
  });

  it('sent again has a new link, and the old one ends', async () => {
    const { providerId, staff } = await place();
    const { id } = (await app.post('/invitations', staff, evaluator(providerId))).body;
    const first = await mailed();
    app.clock.at = new Date('2027-05-03T09:01:00Z');
    expect((await app.put(`/invitations/${id}/sending`, staff)).status).toBe(204);
    const second = await mailed();
    expect(code(await accept(first))).toBe('identity_invitation_closed');
    expect(await accept(second)).toMatchObject({ status: 200, body: { signedIn: true } });
  });

  it('gives an old account the role, without signing it in', async () => {
    const { providerId, staff } = await place();
    const known = await givenAccount(app);
    await app.post('/invitations', staff, evaluator(providerId, { email: known.email }));
    const answer = await accept(await mailed());
    expect([answer.body, answer.headers['set-cookie']]).toEqual([{ signedIn: false }, undefined]);
    expect(await app.sql(`SELECT role FROM role_assignment WHERE person_id = $1`, [known.personId])).toEqual([{ role: 'evaluator' }]);
  });

  it('lets somebody sign in who holds the role already, as people put on a cohort do, and is refused once they can', async () => {
    const { providerId, staff } = await place();
    const wish = evaluator(providerId);
    const { personId } = (await app.post('/invitations', staff, wish)).body;
    await mailed();
    await givenRole(app, personId, 'evaluator', { providerId });
    expect((await app.post('/invitations', staff, wish)).status).toBe(201);
    expect(await accept(await mailed())).toMatchObject({ status: 200, body: { signedIn: true } });
    expect(code(await app.post('/invitations', staff, wish))).toBe('identity_role_held');
  });

  it('cannot make somebody more than the inviter may', async () => {
    const { providerId, staff, admin } = await place();
    const other = await place();
    const invite = (by: SignedIn, over: object) => app.post('/invitations', by, evaluator(providerId, over));
    for (const role of ['administrator', 'programme_staff'])
      expect(code(await invite(staff, { role }))).toBe('identity_role_administrators');
    expect((await invite(admin, { role: 'programme_staff' })).status).toBe(201);
    expect(code(await invite(staff, { role: 'participant' }))).toBe('identity_role_scope');
    const installation = { role: 'administrator', scopeKind: 'installation', scopeId: null };
    expect((await invite(admin, installation)).status).toBe(404);
    expect((await invite(admin, { ...installation, providerId: null })).status).toBe(404);
    expect((await invite(staff, { scopeId: other.providerId })).status).toBe(404);
    const theirs = await givenCohort(app, other.providerId);
    expect((await invite(staff, { role: 'facilitator', scopeKind: 'cohort', scopeId: theirs.id })).status).toBe(404);
    expect((await invite(staff, { personId: (await givenPerson(app, { providerId: other.providerId })).id })).status).toBe(404);
  });

  it('go out so many a day for each provider, those sent again counted, and are held up by no other provider', async () => {
    const few = await TestApp.open({ INVITATIONS_A_DAY: '3' });
    try {
      const placeThere = async () => {
        const providerId = (await givenProvider(few)).id;
        return { providerId, staff: await few.signedIn('programme_staff', { providerId }) };
      };
      const [here, there] = [await placeThere(), await placeThere()];
      const invite = ({ providerId, staff }: typeof here) => few.post('/invitations', staff, evaluator(providerId));
      const { id } = (await invite(here)).body;
      few.clock.at = new Date('2027-05-03T09:05:00Z');
      expect((await few.put(`/invitations/${id}/sending`, here.staff)).status).toBe(204);
      const both = await Promise.all([invite(here), invite(here)]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(both.find(({ status }) => status === 409)!.body.errors[0]).toEqual({
        code: 'identity_invitation_quota',
        detail: 'Your team has sent 3 invitations in 24 hours, which is the most it can. Send the others tomorrow',
      });
      expect((await invite(there)).status).toBe(201);
      // Two go out just before those of the first morning are a day old, and only one more just after.
      const evening = await placeThere();
      const statusesAt = async (time: string, times: number) => {
        few.clock.at = new Date(`2027-05-${time}Z`);
        const statuses = [];
        for (let i = 0; i < times; i++) statuses.push((await invite(evening)).status);
        return statuses;
      };
      expect(await statusesAt('03T18:00:00', 1)).toEqual([201]);
      expect(await statusesAt('04T17:59:00', 3)).toEqual([201, 201, 409]);
      expect(await statusesAt('04T18:00:00', 2)).toEqual([201, 409]);
      expect(await statusesAt('05T17:58:00', 1)).toEqual([409]);
      expect(await statusesAt('05T17:59:00', 3)).toEqual([201, 201, 409]);
    } finally {
      await few.close();
    }
  });

  it('says which field is missing', async () => {
    const { providerId, staff } = await place();
    const { status, body } = await app.post('/invitations', staff, {
      providerId,
      role: 'evaluator',
      scopeKind: 'provider',
      scopeId: providerId,
    });
    expect([status, body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([400, ['/familyName', '/email']]);
  });
});

describe('roles', () => {
  it('are listed by name, given and ended, and hold from the next request', async () => {
    const { providerId, admin } = await place();
    const person = await givenPerson(app, { providerId, givenName: 'Ada', familyName: 'Aaronson' });
    const wish = { providerId, personId: person.id, role: 'programme_staff', scopeKind: 'provider', scopeId: providerId };
    const made = await app.post('/role-assignments', admin, wish);
    expect(made).toMatchObject({ status: 201, body: { name: 'Ada Aaronson', account: null } });
    expect((await app.post('/role-assignments', admin, wish)).body.id).toBe(made.body.id);
    const by = await app.signedIn(undefined, { personId: person.id });
    expect((await app.get('/role-assignments', by, { providerId })).body.items[0]).toMatchObject({
      name: 'Ada Aaronson',
      role: 'programme_staff',
    });
    expect((await app.put(`/role-assignments/${made.body.id}/end`, admin)).status).toBe(204);
    expect((await app.get('/role-assignments', by, { providerId })).status).toBe(403);
  });

  it('come in pages', async () => {
    const { providerId, admin } = await place();
    for (let i = 0; i < 4; i++) await givenRole(app, (await givenPerson(app, { providerId })).id, 'evaluator', { providerId });
    const names: string[] = [];
    for (let after: string | undefined, pages = 0; pages < 4; pages++) {
      const { body } = await app.get('/role-assignments', admin, { providerId, limit: 2, after });
      names.push(...body.items.map(({ name }: { name: string }) => name));
      if (!(after = body.next ?? undefined)) break;
    }
    expect([names.length, new Set(names).size]).toEqual([6, 6]);
  });

  it('keep one administrator: of two who remove each other at once, one stays', async () => {
    const providerId = (await givenProvider(app)).id;
    const [a, b] = [await app.signedIn('administrator', { providerId }), await app.signedIn('administrator', { providerId })];
    const idOf = async (by: SignedIn) => (await app.sql('SELECT id FROM role_assignment WHERE person_id = $1', [by.personId]))[0].id;
    const [ofA, ofB] = [await idOf(a), await idOf(b)];
    const answers = await Promise.all([app.put(`/role-assignments/${ofB}/end`, a), app.put(`/role-assignments/${ofA}/end`, b)]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const left = await app.sql(`SELECT 1 FROM role_assignment WHERE scope_id = $1 AND ended_at IS NULL`, [providerId]);
    expect(left).toHaveLength(1);
  });
});

describe('closing an account', () => {
  it('signs somebody out everywhere and keeps them out, until it is opened again', async () => {
    const { providerId, admin } = await place();
    const leaver = await givenAccount(app, 'programme_staff', { providerId });
    const signIn = () => app.call('POST', '/session', { body: { email: leaver.email, password: PASSWORD } });
    const by = asCookie(cookieIn(await signIn()));
    expect((await app.put(`/accounts/${leaver.accountId}/disabled`, admin)).status).toBe(204);
    expect([(await app.get('/session', by)).status, code(await signIn())]).toEqual([401, 'identity_credentials']);
    expect((await app.delete(`/accounts/${leaver.accountId}/disabled`, admin)).status).toBe(204);
    expect([(await app.get('/session', by)).status, (await signIn()).status]).toEqual([401, 204]);
  });

  it('is not for one’s own, the last administrator’s, or somebody who also works elsewhere', async () => {
    const { providerId, admin } = await place();
    expect(code(await app.put(`/accounts/${admin.accountId}/disabled`, admin))).toBe('identity_account_self');
    const shared = await givenAccount(app, 'evaluator', { providerId });
    await givenRole(app, shared.personId, 'evaluator', { providerId: (await givenProvider(app)).id });
    expect(code(await app.put(`/accounts/${shared.accountId}/disabled`, admin))).toBe('identity_account_elsewhere');
    // Nor that of somebody whom another provider knew first, however they came to be known here.
    const theirs = await givenAccount(app);
    await givenKnown(app, theirs.personId, (await givenProvider(app)).id, { since: new Date('2026-01-01T00:00:00Z') });
    await givenKnown(app, theirs.personId, providerId);
    expect(code(await app.put(`/accounts/${theirs.accountId}/disabled`, admin))).toBe('identity_account_elsewhere');
    expect(code(await app.put(`/accounts/${theirs.accountId}/second-factor-reset`, admin))).toBe('identity_second_factor_elsewhere');
    const lone = (await givenProvider(app)).id;
    const last = await givenAccount(app, 'administrator', { providerId: lone });
    await givenRole(app, admin.personId, 'programme_staff', { providerId: lone });
    expect((await app.put(`/accounts/${last.accountId}/disabled`, admin)).status).toBe(404);
  });
});

describe('PUT /account/password', () => {
  it('asks for the old one, judges the new one, and ends every other session', async () => {
    const priya = await givenAccount(app);
    const signIn = async (password: string) => app.call('POST', '/session', { body: { email: priya.email, password } });
    const [here, there] = [asCookie(cookieIn(await signIn(PASSWORD))), asCookie(cookieIn(await signIn(PASSWORD)))];
    const change = (body: object) => app.put('/account/password', here, body);
    expect(code(await change({ password: 'gravel sofa pelican mist' }))).toBe('identity_current_password');
    expect(code(await change({ current: PASSWORD, password: 'too short' }))).toBe('identity_password_short');
    expect(code(await change({ current: PASSWORD, password: 'passwordpassword' }))).toBe('identity_password_common');
    expect((await change({ current: PASSWORD, password: 'gravel sofa pelican mist' })).status).toBe(204);
    expect([(await app.get('/session', here)).status, (await app.get('/session', there)).status]).toEqual([200, 401]);
    expect([(await signIn(PASSWORD)).status, (await signIn('gravel sofa pelican mist')).status]).toEqual([409, 204]);
  });

  it('has one winner where two change it at once, and it is not the one who was put out', async () => {
    const priya = await givenAccount(app);
    const browser = async () =>
      asCookie(cookieIn(await app.call('POST', '/session', { body: { email: priya.email, password: PASSWORD } })));
    const [here, there] = [await browser(), await browser()];
    const change = (by: SignedIn, password: string) => app.put('/account/password', by, { current: PASSWORD, password });
    const hasher = app.app.get(PasswordHasher);
    const hash = hasher.hash.bind(hasher);
    const hashing = jest.spyOn(hasher, 'hash').mockImplementationOnce(async (password) => {
      expect((await change(here, 'gravel sofa pelican mist')).status).toBe(204);
      return hash(password);
    });
    expect(code(await change(there, 'quiet harbour before dawn'))).toBe('identity_current_password');
    hashing.mockRestore();
    expect([(await app.get('/session', here)).status, (await app.get('/session', there)).status]).toEqual([200, 401]);
  });
});

describe('the audit log', () => {
  it('tells what happened at a provider, the newest first, with no secret in it', async () => {
    const { providerId, admin } = await place();
    await app.post('/invitations', admin, evaluator(providerId));
    const token = await mailed();
    await accept(token, PASSWORD);
    const { body } = await app.get('/events', admin, { providerId });
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['role.granted', 'invitation.accepted', 'invitation.made']);
    expect(body.items[0]).toMatchObject({
      sentence: 'Ben Hartley was given the role Evaluator',
      personName: 'Ben Hartley',
      actorName: 'Ben Hartley',
    });
    const [{ text }] = await app.sql(`SELECT string_agg(e::text, '') AS text FROM event e`);
    for (const secret of [token, PASSWORD, '$argon2id']) expect(text).not.toContain(secret);
    expect((await app.get('/events', admin)).status).toBe(404);
  });
});

describe('POST /setup', () => {
  const wish = {
    givenName: 'Sam',
    familyName: 'Okoro',
    email: 'sam@example.org',
    password: PASSWORD,
    providerName: 'Eastern Talent Partnership',
  };

  it('makes the first administrator and provider, once, also when two come at once', async () => {
    const empty = await TestApp.open();
    try {
      expect((await empty.get('/setup')).body).toEqual({ needed: true, code: false, demo: false });
      const both = await Promise.all([
        empty.call('POST', '/setup', { body: wish }),
        empty.call('POST', '/setup', { body: { ...wish, email: 'eve@example.org', providerName: 'Other' } }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
      const by = asCookie(cookieIn(both.find(({ status }) => status === 204)!));
      expect((await empty.get('/session', by)).body.can).toEqual(expect.arrayContaining(['providers:edit', 'roles:edit', 'cohorts:edit']));
      expect((await empty.get('/setup')).body).toEqual({ needed: false, code: false, demo: false });
      expect((await empty.post('/providers', by, { name: 'Second provider' })).status).toBe(201);
      expect((await empty.get('/providers', by)).body.items).toHaveLength(2);
      expect(code(await empty.post('/providers', by, { name: 'Second provider' }))).toBe('people_provider_name');
      expect(code(await empty.post('/providers', by, { name: 'SECOND  Provider' }))).toBe('people_provider_name');
    } finally {
      await empty.close();
    }
  });

  it('needs the code that the operator chose in production, and nobody has one where none was chosen', async () => {
    for (const [environment, code, expected] of [
      [{}, undefined, 'identity_setup_code'],
      [{}, '', 'identity_setup_code'],
      [{ SETUP_CODE: 'a code of ours' }, undefined, 'identity_setup_code'],
      [{ SETUP_CODE: 'a code of ours' }, 'a guess at it', 'identity_setup_code'],
      [{ SETUP_CODE: 'a code of ours' }, ' a code of ours ', undefined],
    ] as const) {
      const production = await TestApp.open({ NODE_ENV: 'production', ...environment });
      try {
        expect((await production.get('/setup')).body).toEqual({ needed: true, code: true, demo: false });
        const answer = await production.call('POST', '/setup', { body: { ...wish, ...(code === undefined ? {} : { code }) } });
        expect(answer.body.errors?.[0]?.code).toBe(expected);
      } finally {
        await production.close();
      }
    }
  });
});
