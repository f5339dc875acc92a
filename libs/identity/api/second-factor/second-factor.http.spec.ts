import { Logger } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { asCookie, cookieIn, givenAccount, givenPasskey, givenRole, PASSWORD } from '@waymark/identity/testing/identity.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { Settings } from '@waymark/shared/api/settings';
import { TestApp, type Answer } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { tokenIn, workOff } from '@waymark/shared/testing/mails';
import { FactorsQueries } from './factors.queries';
import { reseal } from './reseal.queries';
import { Secrets } from './secrets';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

const start = new Date('2027-05-03T09:00:00Z');
const later = (seconds: number) => (app.clock.at = new Date(start.getTime() + seconds * 1000));
beforeEach(() => {
  later(0);
  return app.sql('DELETE FROM attempt');
});

const codeOf = (secret: string, seconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() + seconds * 1000 });
const code = (answer: Answer) => answer.body.errors?.[0]?.code;
const signIn = (email: string, headers: Record<string, string> = {}) =>
  app.call('POST', '/session', { body: { email, password: PASSWORD }, headers });
const half = async (email: string, headers: Record<string, string> = {}) => asCookie(cookieIn(await signIn(email, headers)));
/** The cookie by which a browser is known. */
const deviceIn = (answer: Answer) => (answer.headers['set-cookie'] as string[])[1]!.split(';')[0]!;
const show = (by: SignedIn, typed: string) => app.put('/session/second-factor', by, { code: typed });
const opens = async (by: SignedIn) => (await app.get('/session', by)).status;

/** A passkey that nobody made. */
const PASSKEY = {
  id: 'x',
  rawId: 'x',
  type: 'public-key',
  response: { clientDataJSON: 'x', attestationObject: 'x', authenticatorData: 'x', signature: 'x' },
};

/** Somebody with an authenticator app, signed in with it, at the end of its step. */
async function enrolled(role = 'programme_staff', held: { providerId?: string } = {}) {
  const account = await givenAccount(app, role, Object.keys(held).length ? held : { providerId: (await givenProvider(app)).id });
  const before = await half(account.email);
  const { secret } = (await app.put('/account/totp', before)).body;
  const confirmed = await app.put('/account/totp/confirmation', before, { code: codeOf(secret) });
  return { ...account, secret, before, by: asCookie(cookieIn(confirmed)), device: deviceIn(confirmed) };
}

describe('an authenticator app', () => {
  it('counts once a code of it was typed, ends what was signed in without it, and is asked for from then on', async () => {
    const account = await givenAccount(app);
    const [here, there] = [await half(account.email), await half(account.email)];
    const begun = await app.put('/account/totp', here);
    expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/Waymark:/);
    expect(await opens(await half(account.email))).toBe(200);
    expect(code(await app.put('/account/totp/confirmation', here, { code: '000000' }))).toBe('identity_second_factor_code');
    const confirmed = await app.put('/account/totp/confirmation', here, { code: codeOf(begun.body.secret) });
    expect(confirmed.status).toBe(204);
    const by = asCookie(cookieIn(confirmed));
    expect([await opens(by), await opens(here), await opens(there)]).toEqual([200, 401, 401]);
    expect((await workOff(app, 'mail.send')).at(-1)).toMatchObject({
      to: account.email,
      text: expect.stringContaining('If this was not you'),
    });
    later(60);
    const next = await half(account.email);
    expect((await app.get('/session/second-factor', next)).body).toEqual({ waitsFor: 'factor', totp: true, passkeys: false });
    const shown = await show(next, codeOf(begun.body.secret));
    expect([shown.status, await opens(next), await opens(asCookie(cookieIn(shown)))]).toEqual([204, 401, 200]);
  });

  it('opens nothing but the rest of signing in while it waits, by password and by link, and no device is known before', async () => {
    const { email, by } = await enrolled();
    const answer = await signIn(email);
    expect(answer.headers['set-cookie']).toEqual(expect.stringMatching(/^waymark=/));
    const waiting = asCookie(cookieIn(answer));
    const routes = ['/session', '/my/sessions', '/account/second-factors', '/people', '/my/home'];
    expect(await Promise.all(routes.map(async (route) => (await app.get(route, waiting)).status))).toEqual(routes.map(() => 401));
    expect((await app.put('/account/password', waiting, { current: PASSWORD, password: 'gravel sofa pelican mist' })).status).toBe(401);
    await app.call('POST', '/sign-in-links', { body: { email } });
    const token = tokenIn((await workOff(app, 'identity.send-link')).at(-1));
    expect(await opens(asCookie(cookieIn(await app.call('POST', '/session/link', { body: { token } }))))).toBe(401);
    expect(await opens(by)).toBe(200);
    expect((await app.delete('/session', waiting)).status).toBe(204);
  });

  it('cannot be added to, or taken over, by whoever has the password alone', async () => {
    const { email, by } = await enrolled();
    const waiting = await half(email);
    for (const path of ['/account/totp', '/account/passkey-registration'])
      expect(code(await app.put(path, waiting))).toBe('identity_second_factor_code');
    expect((await app.put('/account/recovery-codes', waiting)).status).toBe(401);
    expect((await app.delete('/account/totp', waiting)).status).toBe(401);
    expect(code(await app.put('/account/totp', by))).toBe('identity_second_factor_there');
    // What a passkey signs to sign in must never be what a new one signs.
    expect(code(await app.put('/session/passkey-challenge', by))).toBe('identity_second_factor_passkey');
  });

  it('is changed only by whoever has just signed in, and not in a browser left open', async () => {
    const { by } = await enrolled();
    later(16 * 60);
    for (const change of [
      app.delete('/account/totp', by),
      app.put('/account/recovery-codes', by),
      app.put('/account/passkey-registration', by),
      app.put('/account/passkeys', by, { name: 'Key', response: PASSKEY }),
    ])
      expect(code(await change)).toBe('identity_second_factor_stale');
    later(14 * 60);
    expect((await app.delete('/account/totp', by)).status).toBe(204);
  });

  it('has codes that are good once, of two at once too, and for a step to either side', async () => {
    const { email, secret } = await enrolled();
    expect(code(await show(await half(email), codeOf(secret)))).toBe('identity_second_factor_code');
    later(90);
    const both = await Promise.all([half(email), half(email)].map(async (one) => show(await one, codeOf(secret))));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(code(await show(await half(email), codeOf(secret, -30)))).toBe('identity_second_factor_code');
    expect((await show(await half(email), codeOf(secret, 30))).status).toBe(204);
    later(300);
    expect(code(await show(await half(email), codeOf(secret, 60)))).toBe('identity_second_factor_code');
  });

  it('does not keep somebody out whose device the account knows, however often whoever has the password guesses', async () => {
    const { email, secret, device } = await enrolled();
    later(60);
    const elsewhere = await half(email);
    for (let i = 0; i < 5; i++) expect((await show(elsewhere, '000000')).status).toBe(409);
    expect((await show(elsewhere, codeOf(secret))).status).toBe(429);
    const here = await half(email, { cookie: device });
    expect((await show({ ...here, cookie: `${here.cookie}; ${device}` }, codeOf(secret))).status).toBe(204);
  });

  it('leaves a browser known to others who sign in with it', async () => {
    const other = await givenAccount(app);
    const first = deviceIn(await signIn(other.email));
    const { email, secret } = await enrolled();
    later(60);
    const here = await half(email, { cookie: first });
    const second = deviceIn(await show({ ...here, cookie: `${here.cookie}; ${first}` }, codeOf(secret)));
    for (let i = 0; i < 5; i++) await app.call('POST', '/session', { body: { email: other.email, password: 'a guess' } });
    expect([(await signIn(other.email)).status, (await signIn(other.email, { cookie: second })).status]).toEqual([429, 204]);
  });

  it('ends a session that begins without it at the same moment', async () => {
    const account = await givenAccount(app);
    const here = await half(account.email);
    const { secret } = (await app.put('/account/totp', here)).body;
    const factors = app.app.get(FactorsQueries);
    const standing = factors.standing.bind(factors);
    let begin!: () => void;
    let done = false;
    const adding = new Promise<void>((resolve) => (begin = resolve))
      .then(() => app.put('/account/totp/confirmation', here, { code: codeOf(secret) }))
      .finally(() => (done = true));
    // Signing in has found no factor, and has not begun a session yet, when one is added.
    const found = jest.spyOn(factors, 'standing').mockImplementationOnce(async (...asked) => {
      const before = await standing(...asked);
      begin();
      const waits = () => app.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
      while (!done && (await waits()).length === 0);
      return before;
    });
    const there = await half(account.email);
    found.mockRestore();
    expect([(await adding).status, await opens(there)]).toEqual([204, 401]);
  });

  it('is a wrong code, and a line in the log, where SECRETS_KEY is another than it was set up with', async () => {
    const { email, secret, accountId } = await enrolled();
    await app.sql('UPDATE totp_factor SET secret = set_byte(secret, 20, get_byte(secret, 20) # 1) WHERE account_id = $1', [accountId]);
    later(60);
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    expect(code(await show(await half(email), codeOf(secret)))).toBe('identity_second_factor_code');
    expect(logged.mock.calls).toEqual([[expect.stringContaining('SECRETS_KEY')]]);
    logged.mockRestore();
  });

  it('is sealed anew with another key, which then opens it alone; recovery codes need none', async () => {
    const { email, secret, by, accountId } = await enrolled();
    const { codes } = (await app.put('/account/recovery-codes', by)).body;
    const settings = app.app.get(Settings);
    const [old, other] = [new Secrets(settings), new Secrets(Object.assign(Object.create(settings), { secretsKey: Buffer.alloc(32, 8) }))];
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const kept = async () => (await app.sql('SELECT secret FROM totp_factor WHERE account_id = $1', [accountId]))[0].secret as Buffer;
    const before = await kept();
    expect((await reseal(app.pool, old, other)).sealed).toBeGreaterThan(0);
    expect([old.open(await kept(), accountId), other.open(await kept(), accountId)]).toEqual([null, old.open(before, accountId)]);
    expect((await show(await half(email), codes[0])).status).toBe(204);
    expect((await reseal(app.pool, old, other)).sealed).toBe(0);
    await reseal(app.pool, other, old);
    later(60);
    expect((await show(await half(email), codeOf(secret))).status).toBe(204);
    logged.mockRestore();
  });

  it('makes guesses wait longer each time', async () => {
    const { email, secret } = await enrolled();
    later(60);
    const waiting = await half(email);
    for (let i = 0; i < 5; i++) expect((await show(waiting, '000000')).status).toBe(409);
    expect((await show(waiting, codeOf(secret))).headers['retry-after']).toBe('30');
    later(90);
    expect((await show(waiting, codeOf(secret))).status).toBe(204);
  });

  it('has its secret in no row, log or kept answer that can be read', async () => {
    const { secret } = await enrolled();
    const [{ kept }] = await app.sql(`
      SELECT concat((SELECT string_agg(t::text, '') FROM totp_factor t), (SELECT string_agg(e::text, '') FROM event e),
                    (SELECT string_agg(k::text, '') FROM idempotency_key k), (SELECT string_agg(j::text, '') FROM pgboss.job j)) AS kept`);
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(Buffer.from(Secret.fromBase32(secret).bytes).toString('hex'));
  });
});

describe('recovery codes', () => {
  it('are shown once, sign in once each, and give way to new ones', async () => {
    const { email, by } = await enrolled();
    const { codes } = (await app.put('/account/recovery-codes', by)).body;
    expect(new Set(codes).size).toBe(10);
    const [{ kept }] = await app.sql(
      `SELECT concat((SELECT string_agg(r::text, '') FROM recovery_code r), (SELECT string_agg(k::text, '') FROM idempotency_key k)) AS kept`,
    );
    expect(kept).not.toContain(codes[0].replaceAll('-', ''));
    const typed = codes[0].toLowerCase().replaceAll('-', ' ');
    expect((await show(await half(email), typed)).status).toBe(204);
    expect(code(await show(await half(email), typed))).toBe('identity_second_factor_code');
    const again = asCookie(cookieIn(await show(await half(email), codes[1])));
    expect((await app.get('/account/second-factors', again)).body.recoveryCodes).toBe(8);
    await app.put('/account/recovery-codes', again);
    expect(code(await show(await half(email), codes[2]))).toBe('identity_second_factor_code');
  });

  it('are for whoever has something to recover', async () => {
    const by = await half((await givenAccount(app)).email);
    expect(code(await app.put('/account/recovery-codes', by))).toBe('identity_second_factor_first');
  });
});

describe('a passkey', () => {
  it('that nobody made is refused, with and without a challenge', async () => {
    const by = await half((await givenAccount(app)).email);
    expect(code(await app.put('/account/passkeys', by, { name: 'Key', response: PASSKEY }))).toBe('identity_second_factor_passkey');
    expect((await app.put('/account/passkey-registration', by)).body.options).toMatchObject({ rp: { id: 'waymark.test' } });
    expect(code(await app.put('/account/passkeys', by, { name: 'Key', response: PASSKEY }))).toBe('identity_second_factor_passkey');
  });

  it('of somebody else does not finish signing in', async () => {
    const account = await givenAccount(app);
    await givenPasskey(app, account.accountId);
    const waiting = await half(account.email);
    expect((await app.get('/session/second-factor', waiting)).body).toEqual({ waitsFor: 'factor', totp: false, passkeys: true });
    const { options } = (await app.put('/session/passkey-challenge', waiting)).body;
    expect(options.allowCredentials).toHaveLength(1);
    const id = options.allowCredentials[0].id;
    expect(code(await app.put('/session/passkey', waiting, { response: { ...PASSKEY, id, rawId: id } }))).toBe(
      'identity_second_factor_passkey',
    );
    expect(await opens(waiting)).toBe(401);
  });
});

describe('a provider that asks its staff for a second factor', () => {
  const asked = async (graceDays: number) => {
    const providerId = (await givenProvider(app)).id;
    const admin = await enrolled('administrator', { providerId });
    expect((await app.put('/second-factor-policy', admin.by, { providerId, required: true, graceDays })).status).toBe(204);
    return { providerId, admin };
  };
  const days = (count: number) => later(count * 86_400);

  it('is answered by whoever has one already alone', async () => {
    const providerId = (await givenProvider(app)).id;
    const admin = await app.signedIn('administrator', { providerId });
    const wish = { providerId, required: true, graceDays: 14 };
    expect(code(await app.put('/second-factor-policy', admin, wish))).toBe('identity_second_factor_own');
    expect((await app.get('/second-factor-policy', admin, { providerId })).body).toEqual({ required: false, graceDays: 30 });
  });

  it('lets its staff work until the days are over, and then has them set one up before anything else', async () => {
    const { providerId } = await asked(14);
    const staff = await givenAccount(app, 'programme_staff', { providerId });
    const by = await half(staff.email);
    expect((await app.get('/account/second-factors', by)).body.due).toBe('2027-05-17T09:00:00.000Z');
    expect((await app.get('/staff-home', by)).body.attention).toMatchObject([{ title: 'Set up a second step', due: '2027-05-17' }]);
    days(13.9);
    expect(await opens(await half(staff.email))).toBe(200);
    days(14);
    const waiting = await half(staff.email);
    expect([await opens(waiting), (await app.get('/session/second-factor', waiting)).body.waitsFor]).toEqual([401, 'enrolment']);
    const { secret } = (await app.put('/account/totp', waiting)).body;
    const confirmed = await app.put('/account/totp/confirmation', waiting, { code: codeOf(secret) });
    const full = asCookie(cookieIn(confirmed));
    expect([await opens(waiting), await opens(full)]).toEqual([401, 200]);
    expect(code(await app.delete('/account/totp', full))).toBe('identity_second_factor_needed');
    expect((await app.put('/account/recovery-codes', full)).body.codes).toHaveLength(10);
  });

  it('asks those who came later from the day they came, those at its cohorts too, and nobody else', async () => {
    const { providerId } = await asked(14);
    days(10);
    const late = await givenAccount(app, 'administrator', { providerId });
    const evaluator = await givenAccount(app, 'evaluator', { providerId });
    const other = await givenAccount(app, 'programme_staff', { providerId: (await givenProvider(app)).id });
    days(20);
    for (const { email } of [late, evaluator, other]) expect(await opens(await half(email))).toBe(200);
    days(24);
    expect(await opens(await half(late.email))).toBe(401);
    for (const { email } of [evaluator, other]) expect(await opens(await half(email))).toBe(200);
  });

  it('keeps what is sensitive from whoever has not shown one, in the days they have too, and at that provider alone', async () => {
    const { providerId, admin } = await asked(14);
    const account = await givenAccount(app, 'administrator', { providerId });
    const elsewhere = (await givenProvider(app)).id;
    await givenRole(app, account.personId, 'administrator', { providerId: elsewhere });
    const by = await half(account.email);
    expect((await app.get('/events', by, { providerId })).status).toBe(404);
    expect((await app.get('/events', by, { providerId: elsewhere })).status).toBe(200);
    expect((await app.get('/people', by, { providerId })).status).toBe(200);
    expect((await app.get('/events', admin.by, { providerId })).status).toBe(200);
  });

  it('can stop asking, and both stand in its log', async () => {
    const { providerId, admin } = await asked(0);
    expect((await app.put('/second-factor-policy', admin.by, { providerId, required: false, graceDays: 0 })).status).toBe(204);
    const { items } = (await app.get('/events', admin.by, { providerId })).body;
    expect(items.map(({ sentence }: { sentence: string }) => sentence)).toEqual(
      expect.arrayContaining([
        'Second step of signing in required of staff within 0 days',
        'Second step of signing in no longer required of staff',
      ]),
    );
  });
});

describe('somebody who lost all of theirs', () => {
  it('begins again when an administrator says so, is signed out and told, and it stands in the log', async () => {
    const providerId = (await givenProvider(app)).id;
    const admin = await app.signedIn('administrator', { providerId });
    const lost = await enrolled('programme_staff', { providerId });
    await app.put('/account/recovery-codes', lost.by);
    await workOff(app, 'mail.send');
    expect((await app.put(`/accounts/${lost.accountId}/second-factor-reset`, admin)).status).toBe(204);
    expect([await opens(lost.by), await opens(await half(lost.email))]).toEqual([401, 200]);
    expect((await workOff(app, 'mail.send')).at(-1)).toMatchObject({
      to: lost.email,
      text: expect.stringContaining('An administrator has removed'),
    });
    expect((await app.get('/events', admin, { providerId })).body.items[0].sentence).toMatch(/^Second step of signing in of .+ reset$/);
    expect(code(await app.put(`/accounts/${admin.accountId}/second-factor-reset`, admin))).toBe('identity_second_factor_self');
  });

  it('begins again by who administers all of Waymark, where they have roles with two providers', async () => {
    const providerId = (await givenProvider(app)).id;
    const [admin, above] = [await app.signedIn('administrator', { providerId }), await app.signedIn('administrator')];
    const lost = await enrolled('programme_staff', { providerId });
    await givenRole(app, lost.personId, 'evaluator', { providerId: (await givenProvider(app)).id });
    const reset = (by: SignedIn) => app.put(`/accounts/${lost.accountId}/second-factor-reset`, by);
    const refused = await reset(admin);
    expect([code(refused), refused.body.errors[0].detail]).toEqual([
      'identity_second_factor_elsewhere',
      'This person also belongs to another provider. Only an administrator of all of Waymark can reset their second step',
    ]);
    expect((await reset(above)).status).toBe(204);
  });
});
