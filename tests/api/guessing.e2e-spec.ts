import { ServiceUnavailableException } from '@nestjs/common';
import { configOf } from '../../apps/api/config';
import { PasswordHasher } from '@waymark/identity/api/password-hasher';
import { asCookie, cookieIn, givenAccount, PASSWORD } from '@waymark/identity/testing/identity.factories';
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
    const third = deviceOf(await signIn(priya.email, PASSWORD, second));
    later(181 * 24 * 60);
    await guessedAt(priya.email);
    expect((await signIn(priya.email, PASSWORD, third)).status).toBe(429);
  });

  it('knows a browser that two people share for both, under one new token each time', async () => {
    const [priya, ben] = [await givenAccount(app), await givenAccount(app)];
    const first = deviceOf(await signIn(priya.email));
    const second = deviceOf(await signIn(ben.email, PASSWORD, first));
    for (const { email } of [priya, ben]) await guessedAt(email);
    for (const { email } of [priya, ben]) expect((await signIn(email, PASSWORD, first)).status).toBe(429);
    const third = deviceOf(await signIn(priya.email, PASSWORD, second));
    expect((await signIn(ben.email, PASSWORD, third)).status).toBe(204);
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

  it('does not count links that were used, on a device that the account knows either', async () => {
    const priya = await givenAccount(app);
    const device = deviceOf(await signIn(priya.email));
    const ask = (headers: Record<string, string>) => app.call('POST', '/sign-in-links', { body: { email: priya.email }, headers });
    for (let i = 0; i < 5; i++) expect((await ask(device)).status).toBe(202);
    expect((await ask(device)).status).toBe(429);
    const token = tokenIn((await workOff(app, 'identity.send-link')).at(-1));
    // On another device, as a phone that has the mail.
    expect((await app.call('POST', '/session/link', { body: { token } })).status).toBe(204);
    expect((await ask(device)).status).toBe(202);
    await workOff(app, 'identity.send-link');
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
