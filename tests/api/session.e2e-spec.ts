import { ServiceUnavailableException } from '@nestjs/common';
import { configOf } from '../../apps/api/config';
import { PasswordHasher } from '@waymark/identity/api/password-hasher';
import { asCookie, cookieIn, givenAccount, givenRole, PASSWORD } from '@waymark/identity/testing/identity.factories';
import { givenCohort } from '@waymark/cohorts/testing/cohorts.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { Settings } from '@waymark/shared/api/settings';
import { TestApp, type Answer } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { tokenIn, workOff } from '@waymark/shared/testing/mails';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open({ ADDRESS_LIMIT: '40' });
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

  it('ends the session that the browser had, so a planted cookie is worth nothing', async () => {
    const priya = await givenAccount(app);
    const planted = await browserOf(priya.email);
    const own = await browserOf(priya.email, { cookie: planted.cookie });
    expect([await status(planted), await status(own)]).toEqual([401, 200]);
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

describe('how often somebody may try', () => {
  const wrong = (email: string, headers: Record<string, string> = {}) => signIn(email, 'not the right password', headers);
  const guessedAt = async (email: string, times = 6) => {
    for (let i = 0; i < times; i++) await wrong(email);
  };
  /** The cookie by which a browser is known, and not the one of its session. */
  const deviceOf = (answer: Answer) => ({ cookie: String((answer.headers['set-cookie'] as unknown as string[])[1]).split(';')[0]! });

  it('is limited for one account from anywhere, also when all come at once, and waits longer each time', async () => {
    const priya = await givenAccount(app);
    const tries = await Promise.all(Array.from({ length: 12 }, () => wrong(priya.email)));
    expect(tries.filter(({ status }) => status === 409)).toHaveLength(5);
    const refused = tries.find(({ status }) => status === 429)!;
    expect(refused.body.title).toBe('There were too many attempts. Try again in 30 seconds');
    expect(refused.headers['retry-after']).toBe('30');
    later(0.5);
    expect((await wrong(priya.email)).status).toBe(409);
    expect((await signIn(priya.email)).body.title).toBe('There were too many attempts. Try again in a minute');
    later(1.5);
    expect((await wrong(priya.email)).status).toBe(409);
    expect((await signIn(priya.email)).headers['retry-after']).toBe('120');
    later(3.5);
    expect((await signIn(priya.email)).status).toBe(204);
    expect((await wrong(priya.email)).status).toBe(409);
  });

  it('is the same for an address that has no account, so that nobody learns which has one', async () => {
    const told = async (email: string) => {
      const answers = [];
      for (let i = 0; i < 8; i++) answers.push(await wrong(email));
      return answers.map(({ status, body, headers }) => [status, body, headers['retry-after']]);
    };
    expect(await told((await givenAccount(app)).email)).toEqual(await told('nobody-there@example.org'));
  });

  it('does not keep somebody out whose device the account knows, however many others guess', async () => {
    const priya = await givenAccount(app);
    const device = deviceOf(await signIn(priya.email));
    await guessedAt(priya.email);
    expect((await signIn(priya.email)).status).toBe(429);
    expect((await signIn(priya.email, PASSWORD, device)).status).toBe(204);
    // What others guess is still held up.
    expect((await wrong(priya.email)).status).toBe(429);
  });

  it('is limited on a device that the account knows too, by itself', async () => {
    const priya = await givenAccount(app);
    const device = deviceOf(await signIn(priya.email));
    for (let i = 0; i < 5; i++) expect((await wrong(priya.email, device)).status).toBe(409);
    expect((await signIn(priya.email, PASSWORD, device)).status).toBe(429);
    expect((await signIn(priya.email)).status).toBe(204);
  });

  it('knows a device for one account alone, by a token that is new each time and stands nowhere', async () => {
    const [priya, ben] = [await givenAccount(app), await givenAccount(app)];
    const first = deviceOf(await signIn(priya.email));
    await guessedAt(ben.email);
    expect((await signIn(ben.email, PASSWORD, first)).status).toBe(429);
    const second = deviceOf(await signIn(priya.email, PASSWORD, first));
    await guessedAt(priya.email);
    expect((await signIn(priya.email, PASSWORD, first)).status).toBe(429);
    const [{ kept }] = await app.sql('SELECT string_agg(d::text, $1) AS kept FROM known_device d', ['']);
    expect(kept).not.toContain(second.cookie.split('=')[1]);
    expect((await signIn(priya.email, PASSWORD, second)).status).toBe(204);
    later(181 * 24 * 60);
    await guessedAt(priya.email);
    expect((await signIn(priya.email, PASSWORD, second)).status).toBe(429);
  });

  it.each<[string, number, (by: SignedIn, other: string) => Promise<Answer>]>([
    ['signs out everywhere', 429, (by) => app.delete('/my/sessions', by)],
    [
      'changes the password elsewhere',
      429,
      (by) => app.put('/account/password', by, { current: PASSWORD, password: PASSWORD + ' and on' }),
    ],
    ['signs the device out from elsewhere', 429, (by, other) => app.delete(`/my/sessions/${other}`, by)],
    ['only signs out', 204, (by) => app.delete('/session', by)],
  ])('knows a device until its owner %s: %i', async (_, expected, act) => {
    const priya = await givenAccount(app);
    const answer = await signIn(priya.email);
    const here = await browserOf(priya.email);
    const other = (await app.get('/my/sessions', here)).body.items[0].id;
    const by = expected === 204 ? asCookie(cookieIn(answer)) : here;
    const acted = await act(by, other);
    expect(acted.status).toBe(204);
    await guessedAt(priya.email);
    const now = /password/.test(String(_)) ? PASSWORD + ' and on' : PASSWORD;
    expect((await signIn(priya.email, now, deviceOf(answer))).status).toBe(expected);
  });

  it('does not keep out who has a link in their mail', async () => {
    const priya = await givenAccount(app);
    await guessedAt(priya.email);
    await app.call('POST', '/sign-in-links', { body: { email: priya.email } });
    const [mail] = await workOff(app, 'identity.send-link');
    expect((await app.call('POST', '/session/link', { body: { token: tokenIn(mail) } })).status).toBe(204);
  });

  it('is limited for one network address over all accounts, far above what a room of people gets wrong', async () => {
    for (let i = 0; i < 40; i++) expect((await wrong(`guess${i}@example.org`)).status).toBe(409);
    expect((await wrong('guess41@example.org')).headers['retry-after']).toBe('900');
    later(15);
    expect((await wrong('guess41@example.org')).status).toBe(409);
    expect(configOf({ DATABASE_URL: 'postgres://x' }).settings.addressLimit).toBeGreaterThanOrEqual(60 * 5);
  });

  it('counts failures alone: 45 people of one room sign in at once and another 12 ask for links', async () => {
    const people = await Promise.all(Array.from({ length: 45 }, () => givenAccount(app)));
    for (let i = 0; i < 45; i += 15) {
      const answers = await Promise.all(people.slice(i, i + 15).map(({ email }) => signIn(email)));
      expect(answers.map(({ status }) => status)).toEqual(Array(15).fill(204));
    }
    for (const { email } of people.slice(0, 12)) expect((await app.call('POST', '/sign-in-links', { body: { email } })).status).toBe(202);
    expect(await workOff(app, 'identity.send-link')).toHaveLength(12);
  });

  it('counts nothing where nobody could say whether it was right', async () => {
    const priya = await givenAccount(app);
    const busy = jest.spyOn(app.app.get(PasswordHasher), 'matches').mockRejectedValue(new ServiceUnavailableException());
    for (let i = 0; i < 8; i++) expect((await signIn(priya.email)).status).toBe(503);
    busy.mockRestore();
    expect((await wrong(priya.email)).status).toBe(409);
  });
});

describe('the address that guesses are counted under', () => {
  const guessesFrom = async (environment: Record<string, string>, forwarded: (i: number) => string) => {
    const behind = await TestApp.open({ ADDRESS_LIMIT: '8', ...environment });
    try {
      const answers = [];
      for (let i = 0; i < 10; i++) {
        const body = { email: `guess${i}@example.org`, password: 'a guess' };
        answers.push((await behind.call('POST', '/session', { body, headers: { 'x-forwarded-for': forwarded(i) } })).status);
      }
      return answers.filter((status) => status === 429).length;
    } finally {
      await behind.close();
    }
  };

  it.each([
    ['what the nearest proxy saw, whatever is written before it', { TRUSTED_HOPS: '1' }, (i: number) => `10.0.0.${i}, 203.0.113.9`, 2],
    ['each person’s own behind one proxy', { TRUSTED_HOPS: '1' }, (i: number) => `203.0.113.${i}`, 0],
    ['what the outer of two proxies saw', { TRUSTED_HOPS: '2' }, (i: number) => `10.0.0.${i}, 203.0.113.9, 192.0.2.${i}`, 2],
    ['the connection’s own where no proxy is trusted', {}, (i: number) => `203.0.113.${i}`, 2],
    ['one network’s, of IPv6', { TRUSTED_HOPS: '1' }, (i: number) => `2001:db8:0:7:${i}::1`, 2],
  ])('is %s', async (_, environment, forwarded, refused) => {
    expect(await guessesFrom(environment, forwarded)).toBe(refused);
  });
});

describe('the queue for passwords', () => {
  it('takes 2 at once and 50 waiting; the rest are told to come back', async () => {
    const hasher = new PasswordHasher();
    const all = await Promise.allSettled(Array.from({ length: 60 }, () => hasher.matches(null, 'x')));
    const refused = all.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(8);
    expect((refused[0] as PromiseRejectedResult).reason.getStatus()).toBe(503);
    expect(all.filter((one) => one.status === 'fulfilled' && one.value === false)).toHaveLength(52);
    await expect(hasher.matches(null, 'x')).resolves.toBe(false);
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
