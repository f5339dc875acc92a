import { TestApp } from '@waymark/shared/testing/app';
import { account, PASSWORD, tokenIn, workOff } from '@waymark/shared/testing/given-identity';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open({ SIGN_IN_LIMIT: '5' });
});
afterAll(() => app.close());
beforeEach(() => app.sql('DELETE FROM attempt'));

const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  app.call('POST', '/session', { body: { email, password }, headers });
const cookieIn = (answer: { headers: Record<string, unknown> }) => String(answer.headers['set-cookie'] ?? '').split(';')[0]!;
const asCookie = (cookie: string) => ({ cookie, personId: '', accountId: '' });

describe('POST /session', () => {
  it('signs in with a cookie that scripts cannot read, and says who it is', async () => {
    const provider = await app.given.provider({ name: 'Eastern Talent Partnership' });
    const priya = await account(app, 'programme_staff', { providerId: provider.id });
    const answer = await signIn(priya.email.toUpperCase());
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toMatch(/^waymark=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const session = await app.get('/session', asCookie(cookieIn(answer)));
    expect(session).toMatchObject({
      status: 200,
      body: {
        email: priya.email,
        home: 'staff',
        idleMinutes: 30,
        expiresAt: '2027-05-03T21:00:00.000Z',
        provider: { id: provider.id, name: 'Eastern Talent Partnership' },
        roles: [{ role: 'programme_staff', scopeKind: 'provider', scopeName: 'Eastern Talent Partnership' }],
        demo: false,
      },
    });
    expect(session.body.can).toContain('cohorts:edit');
    expect(session.body.can).not.toContain('roles:edit');
  });

  it('answers a wrong password, an unknown email, a closed account and one without a password alike', async () => {
    const known = await account(app);
    const closed = await account(app);
    await app.sql('UPDATE account SET disabled_at = now() WHERE id = $1', [closed.accountId]);
    const byLinkOnly = await account(app);
    await app.sql('UPDATE account SET password_hash = NULL WHERE id = $1', [byLinkOnly.accountId]);
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
      { code: 'identity_credentials', detail: 'Email or password is not right', pointer: '/email' },
    ]);
  });
});

describe('POST /sign-in-links', () => {
  it('mails a link that signs in once', async () => {
    const priya = await account(app);
    expect(await app.call('POST', '/sign-in-links', { body: { email: priya.email } })).toMatchObject({
      status: 202,
      body: { sent: 'if-known' },
    });
    const [mail] = await workOff(app, 'identity.send-link');
    expect(mail!.to).toBe(priya.email);
    const use = () => app.call('POST', '/session/link', { body: { token: tokenIn(mail) } });
    const both = await Promise.all([use(), use()]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const won = both.find(({ status }) => status === 204)!;
    expect(await app.get('/session', asCookie(cookieIn(won)))).toMatchObject({ status: 200, body: { email: priya.email } });
  });
});
