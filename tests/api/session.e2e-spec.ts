import { configOf } from '../../apps/api/config';
import { PasswordHasher } from '@waymark/identity/api/password-hasher';
import { asCookie, cookieIn, givenAccount, givenRole, PASSWORD } from '@waymark/identity/testing/identity.factories';
import { givenCohort } from '@waymark/cohorts/testing/cohorts.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { Settings } from '@waymark/shared/api/settings';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { tokenIn, workOff } from '@waymark/shared/testing/mails';

let app: TestApp;
let provider: { id: string };
beforeAll(async () => {
  app = await TestApp.open();
  provider = await givenProvider(app);
});
afterAll(() => app.close());
beforeEach(() => app.sql('DELETE FROM attempt'));

const start = new Date('2027-05-03T09:00:00Z');
const later = (minutes: number) => (app.clock.at = new Date(start.getTime() + minutes * 60_000));
afterEach(() => later(0));

const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  app.call('POST', '/session', { body: { email, password }, headers });
/** Signed in as a browser would be: by the form. */
const browserOf = async (email: string, headers: Record<string, string> = {}) => asCookie(cookieIn(await signIn(email, PASSWORD, headers)));
const status = async (by: ReturnType<typeof asCookie>) => (await app.get('/session', by)).status;

describe('POST /session', () => {
  it('signs in with a cookie that scripts cannot read, and says who it is', async () => {
    const provider = await givenProvider(app, { name: 'Eastern Talent Partnership' });
    const priya = await givenAccount(app, 'programme_staff', { providerId: provider.id });
    const answer = await signIn(priya.email.toUpperCase());
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^waymark=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^waymark-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000$/),
    ]);
    const session = await app.get('/session', asCookie(cookieIn(answer)));
    expect(session).toMatchObject({
      status: 200,
      body: {
        person: { id: priya.personId },
        email: priya.email,
        home: 'staff',
        idleMinutes: 30,
        expiresAt: '2027-05-03T21:00:00.000Z',
        provider: { id: provider.id, name: 'Eastern Talent Partnership', contact: null },
        providers: [{ id: provider.id, name: 'Eastern Talent Partnership', contact: null }],
        roles: [{ role: 'programme_staff', scopeKind: 'provider', scopeId: provider.id, scopeName: 'Eastern Talent Partnership' }],
        demo: false,
      },
    });
    expect(session.body.can).toContain('cohorts:edit');
    expect(session.body.can).not.toContain('roles:edit');
  });

  it('keeps the cookie to HTTPS where the address people type has it', async () => {
    const secure = await TestApp.open({ ORIGIN: 'https://waymark.test' });
    try {
      const priya = await givenAccount(secure);
      const answer = await secure.call('POST', '/session', { body: { email: priya.email, password: PASSWORD } });
      expect(answer.headers['set-cookie']).toEqual([
        expect.stringMatching(/^__Host-waymark=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
        expect.stringMatching(/^__Host-waymark-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=15552000$/),
      ]);
      const cookie = cookieIn(answer);
      expect((await secure.get('/session', asCookie(cookie))).status).toBe(200);
      expect((await secure.get('/session', asCookie(cookie.replace('__Host-', '')))).status).toBe(401);
    } finally {
      await secure.close();
    }
  });

  it('answers a wrong password, an unknown email, a closed account and one without a password alike', async () => {
    const known = await givenAccount(app);
    const closed = await givenAccount(app);
    await app.sql('UPDATE account SET disabled_at = now() WHERE id = $1', [closed.accountId]);
    const byLinkOnly = await givenAccount(app);
    await app.sql('UPDATE account SET password_hash = NULL WHERE id = $1', [byLinkOnly.accountId]);
    const checked = jest.spyOn(app.app.get(PasswordHasher), 'matches');
    const answers = [
      await signIn(known.email, 'not the right password'),
      await signIn('nobody@example.org'),
      await signIn(closed.email),
      await signIn(byLinkOnly.email),
    ];
    for (const { status, body, headers } of answers) {
      expect([status, body]).toEqual([409, answers[0]!.body]);
      expect(headers['set-cookie']).toBeUndefined();
    }
    expect(answers[0]!.body.errors).toEqual([
      { code: 'identity_credentials', detail: 'The email address or password is not correct', pointer: '/email' },
    ]);
    expect(checked).toHaveBeenCalledTimes(4);
    checked.mockRestore();
  });

  it('asks the database the same number of questions whether there is such an account or not', async () => {
    const known = await givenAccount(app);
    await signIn('warm@example.org');
    const wrong = await app.statementsOf(() => signIn(known.email, 'not the right password'));
    expect(await app.statementsOf(() => signIn('nobody-at-all@example.org'))).toBe(wrong);
  });

  it('ends the session that the browser had, whoever’s it was, so a planted cookie is worth nothing', async () => {
    const [priya, mallory] = [await givenAccount(app), await givenAccount(app)];
    for (const { email } of [priya, mallory]) {
      const planted = await browserOf(email);
      const own = await browserOf(priya.email, { cookie: planted.cookie });
      expect([await status(planted), await status(own)]).toEqual([401, 200]);
    }
  });

  it.each<[string, (priya: SignedIn & { email: string }) => Promise<{ status: number }>]>([
    ['changes the password', (priya) => app.put('/account/password', priya, { current: PASSWORD, password: 'quiet harbour before dawn' })],
    [
      'is closed',
      async ({ accountId }) => app.put(`/accounts/${accountId}/disabled`, await app.signedIn('administrator', { providerId: provider.id })),
    ],
  ])('is refused where the account %s while the password is being checked', async (_, act) => {
    const priya = await givenAccount(app, 'evaluator', { providerId: provider.id });
    const here = await browserOf(priya.email);
    const hasher = app.app.get(PasswordHasher);
    const matches = hasher.matches.bind(hasher);
    const checking = jest.spyOn(hasher, 'matches').mockImplementationOnce(async (...given) => {
      const right = await matches(...given);
      expect((await act({ ...priya, ...here, accountId: priya.accountId })).status).toBe(204);
      return right;
    });
    const answer = await signIn(priya.email);
    checking.mockRestore();
    expect([answer.status, answer.body.errors[0].code, answer.headers['set-cookie']]).toEqual([409, 'identity_credentials', undefined]);
    const live = await app.sql('SELECT 1 FROM auth_session WHERE account_id = $1 AND ended_at IS NULL', [priya.accountId]);
    expect(live).toHaveLength(_ === 'is closed' ? 0 : 1);
  });

  it('works with an idempotency key, and stores nothing under it', async () => {
    const priya = await givenAccount(app);
    const headers = { 'idempotency-key': 'the-same-key-both-times' };
    expect((await signIn(priya.email, PASSWORD, headers)).status).toBe(204);
    expect((await signIn(priya.email, PASSWORD, headers)).status).toBe(204);
    expect(await app.sql(`SELECT 1 FROM idempotency_key WHERE key = 'the-same-key-both-times'`)).toEqual([]);
  });

  it('makes a weaker hash strong when its password is used', async () => {
    const priya = await givenAccount(app);
    const { hash } = await import('@node-rs/argon2');
    const weak = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1 });
    await app.sql('UPDATE account SET password_hash = $2 WHERE id = $1', [priya.accountId, weak]);
    expect((await signIn(priya.email)).status).toBe(204);
    const [{ password_hash: now }] = await app.sql('SELECT password_hash FROM account WHERE id = $1', [priya.accountId]);
    expect(now).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn(priya.email)).status).toBe(204);
  });

  it('keeps of a failure the hash of the address that was tried, and no secret', async () => {
    await signIn('guessed@example.org', 'a guess at the password');
    const [event] = await app.sql(`SELECT facts::text, name FROM event WHERE name = 'session.refused' ORDER BY id DESC LIMIT 1`);
    expect(event.facts).toMatch(/^\{"emailHash": "[0-9a-f]{64}"\}$/);
  });

  it.each([
    [{}, ['/email', '/password']],
    [{ email: 'priya', password: 'x' }, ['/email']],
    [{ email: 'priya@example.org', password: '' }, ['/password']],
    [{ email: { $ne: null }, password: ['x'] }, ['/email', '/password']],
  ])('says which field of %j is wrong', async (body, pointers) => {
    const answer = await app.call('POST', '/session', { body });
    expect([answer.status, answer.body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([400, pointers]);
  });
});

describe('a request from another site', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 204],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost:3000' }, 204],
    [{}, 204],
  ])('with %j answers %i', async (headers, expected) => {
    const priya = await givenAccount(app);
    const by = await browserOf(priya.email);
    const answer = await app.call('PUT', '/session/extension', {
      by,
      headers: { host: 'localhost:3000', ...(headers as Record<string, string>) },
      body: {},
    });
    expect(answer.status).toBe(expected);
  });

  it('cannot sign anybody in with a form', async () => {
    const answer = await app.call('POST', '/session', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=a&password=b',
    });
    expect(answer.status).toBe(415);
  });
});

describe('how long a session lasts', () => {
  it('is 30 idle minutes for staff, moved on by what they do', async () => {
    const provider = await givenProvider(app);
    const priya = await givenAccount(app, 'programme_staff', { providerId: provider.id });
    const by = await browserOf(priya.email);
    later(29);
    expect(await status(by)).toBe(200);
    later(58);
    expect((await app.put('/session/extension', by)).status).toBe(204);
    later(87);
    expect(await status(by)).toBe(200);
    later(118);
    expect(await status(by)).toBe(401);
  });

  it('is 120 idle minutes for participants', async () => {
    const by = await browserOf((await givenAccount(app)).email);
    later(119);
    expect(await status(by)).toBe(200);
    later(240);
    expect(await status(by)).toBe(401);
  });

  it('is 12 hours whatever somebody does', async () => {
    const by = await browserOf((await givenAccount(app)).email);
    for (let minutes = 60; minutes < 720; minutes += 60) {
      later(minutes);
      expect(await status(by)).toBe(200);
    }
    later(720);
    expect(await status(by)).toBe(401);
  });
});

describe('signing out', () => {
  it('ends this session, and takes the cookie away', async () => {
    const priya = await givenAccount(app);
    const [here, there] = [await browserOf(priya.email), await browserOf(priya.email)];
    const answer = await app.delete('/session', here);
    expect(answer.headers['set-cookie']).toMatch(/^waymark=; .*Max-Age=0/);
    expect([await status(here), await status(there)]).toEqual([401, 200]);
  });

  it('everywhere ends all of them, and nobody else’s', async () => {
    const [priya, ben] = [await givenAccount(app), await givenAccount(app)];
    const [here, there, other] = [await browserOf(priya.email), await browserOf(priya.email), await browserOf(ben.email)];
    expect((await app.delete('/my/sessions', here)).status).toBe(204);
    expect([await status(here), await status(there), await status(other)]).toEqual([401, 401, 200]);
  });

  it('lists where somebody is signed in, and ends one of them', async () => {
    const [priya, ben] = [await givenAccount(app), await givenAccount(app)];
    const phone = await browserOf(priya.email, { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1' });
    const here = await browserOf(priya.email, { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0' });
    const { body } = await app.get('/my/sessions', here);
    expect(body.items).toMatchObject([
      { device: 'Safari on iPhone', current: false, createdAt: '2027-05-03T09:00:00Z' },
      { device: 'Firefox on Windows', current: true },
    ]);
    const other = await browserOf(ben.email);
    expect((await app.delete(`/my/sessions/${body.items[0].id}`, other)).status).toBe(404);
    expect(await status(phone)).toBe(200);
    expect((await app.delete(`/my/sessions/${body.items[0].id}`, here)).status).toBe(204);
    expect([await status(phone), await status(here)]).toEqual([401, 200]);
  });
});

describe('a link by email', () => {
  const ask = (email: string) => app.call('POST', '/sign-in-links', { body: { email } });
  const use = (token: string) => app.call('POST', '/session/link', { body: { token } });

  it('signs in once: of two at once, one', async () => {
    const priya = await givenAccount(app);
    expect(await ask(priya.email)).toMatchObject({ status: 202, body: { sent: 'if-known' } });
    const [mail] = await workOff(app, 'identity.send-link');
    expect(mail!.to).toBe(priya.email);
    const both = await Promise.all([use(tokenIn(mail)), use(tokenIn(mail))]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const won = both.find(({ status }) => status === 204)!;
    expect(await app.get('/session', asCookie(cookieIn(won)))).toMatchObject({ status: 200, body: { email: priya.email } });
    expect(both.find(({ status }) => status === 409)!.body.errors[0].code).toBe('identity_link_used');
  });

  it('is nowhere in the database', async () => {
    const priya = await givenAccount(app);
    await ask(priya.email);
    const [mail] = await workOff(app, 'identity.send-link');
    const kept = await app.sql(
      `SELECT string_agg(j::text, '') || (SELECT string_agg(l::text, '') FROM sign_in_link l) AS text FROM pgboss.job j`,
    );
    expect(kept[0].text).not.toContain(tokenIn(mail));
  });

  it.each([
    ['signs out everywhere', (by: SignedIn) => app.delete('/my/sessions', by)],
    [
      'changes the password',
      (by: SignedIn) => app.put('/account/password', by, { current: PASSWORD, password: 'quiet harbour before dawn' }),
    ],
  ])('is worth nothing once its owner %s', async (_, act) => {
    const [priya, ben] = [await givenAccount(app), await givenAccount(app)];
    await ask(priya.email);
    await ask(ben.email);
    const mails = await workOff(app, 'identity.send-link');
    const tokenOf = (email: string) => tokenIn(mails.find(({ to }) => to === email));
    expect((await act(await browserOf(priya.email))).status).toBe(204);
    expect((await use(tokenOf(priya.email))).status).toBe(409);
    expect((await use(tokenOf(ben.email))).status).toBe(204);
  });

  it('runs out after 15 minutes', async () => {
    const priya = await givenAccount(app);
    await ask(priya.email);
    const [mail] = await workOff(app, 'identity.send-link');
    later(15);
    expect((await use(tokenIn(mail))).body.errors[0].detail).toBe('This link has already been used or has expired. Ask for a new one');
  });

  it('is sent to nobody who has no account, with the same answer and as many statements', async () => {
    const priya = await givenAccount(app);
    await ask('warm@example.org');
    let known, unknown;
    const forKnown = await app.statementsOf(async () => (known = await ask(priya.email)));
    const forUnknown = await app.statementsOf(async () => (unknown = await ask('nobody@example.org')));
    expect([unknown!.status, unknown!.body, forUnknown]).toEqual([known!.status, known!.body, forKnown]);
    expect((await workOff(app, 'identity.send-link')).map(({ to }) => to)).toEqual([priya.email]);
  });

  it('can be asked for only so often for one address of email', async () => {
    const priya = await givenAccount(app);
    const asked = [];
    for (let i = 0; i < 6; i++) asked.push((await ask(priya.email)).status);
    expect(asked).toEqual([202, 202, 202, 202, 202, 429]);
  });
});

describe('who has one name', () => {
  it('is called by it alone', async () => {
    const sukarno = await givenAccount(app);
    await app.sql(`UPDATE person SET given_name = '', family_name = 'Sukarno' WHERE id = $1`, [sukarno.personId]);
    const { person } = (await app.get('/session', await browserOf(sukarno.email))).body;
    expect(person).toEqual({ id: sukarno.personId, name: 'Sukarno', initials: 'S' });
  });
});

describe('the provider above the pages', () => {
  const shownTo = async (by: SignedIn) => (await app.get('/session', by)).body.provider?.name ?? null;

  it('is the one that runs what somebody takes part in', async () => {
    const [east, north] = [await givenProvider(app, { name: 'East' }), await givenProvider(app, { name: 'North' })];
    const [essex, york] = [await givenCohort(app, east.id), await givenCohort(app, north.id)];
    for (const role of ['participant', 'facilitator', 'evaluator']) {
      expect([role, await shownTo(await app.signedIn(role, { cohortId: essex.id }))]).toEqual([role, 'East']);
    }
    const both = await app.signedIn('participant', { cohortId: essex.id });
    expect(await shownTo(both)).toBe('East');
    await givenRole(app, both.personId, 'participant', { cohortId: york.id });
    expect(await shownTo(both)).toBeNull();
    expect(await shownTo(await app.signedIn())).toBeNull();
  });
});

describe('GET /demo-accounts', () => {
  it('names nobody unless this is a demo', async () => {
    expect((await app.get('/demo-accounts')).status).toBe(404);
    expect((await app.get('/setup')).body.demo).toBe(false);
  });

  it('is no address in production, whatever DEMO says', async () => {
    const settings = app.app.get(Settings);
    try {
      Object.assign(settings, { demo: true, production: true });
      expect([(await app.get('/demo-accounts')).status, (await app.get('/setup')).body.demo]).toEqual([404, false]);
    } finally {
      Object.assign(settings, { demo: false, production: false });
    }
    expect(() => configOf({ DATABASE_URL: 'postgres://x', NODE_ENV: 'production', DEMO: '1' })).toThrow('Set DEMO=0');
  });

  it('offers the accounts of a demo', async () => {
    const demo = await TestApp.open({ DEMO: '1' });
    try {
      expect((await demo.get('/demo-accounts')).body.items).toContainEqual(
        expect.objectContaining({ email: 'priya.nair@example.org', role: 'Programme staff' }),
      );
    } finally {
      await demo.close();
    }
  });
});
