import { givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  app = await TestApp.open({ SESSION_MEMORY_MS: '1000' });
  const providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  other = await app.signedIn('programme_staff', { providerId });
});
afterAll(() => app.close());

// Time stands, so that a slow request is not one second later than the one before.
let moment = 1_000;
beforeEach(() => void jest.spyOn(performance, 'now').mockImplementation(() => moment));
afterEach(() => jest.restoreAllMocks());

const organisations = () => app.get('/organisations', staff);

describe('What is remembered of a session', () => {
  it('spares a reading request the look-up', async () => {
    await organisations();
    moment += 999;
    const remembered = await app.statementsOf(organisations);
    moment += 1;
    expect(await app.statementsOf(organisations)).toBe(remembered + 1);
  });

  it('is forgotten when this process writes, so that signing out takes effect at once', async () => {
    expect((await app.get('/organisations', other)).status).toBe(200);
    expect((await app.delete('/session', other)).status).toBe(204);
    expect((await app.get('/organisations', other)).status).toBe(401);
  });

  it('lasts a second at most when another process ends the session', async () => {
    expect((await organisations()).status).toBe(200);
    await app.sql('UPDATE auth_session SET ended_at = now() WHERE account_id = $1', [staff.accountId]);
    moment += 999;
    expect((await organisations()).status).toBe(200);
    moment += 1;
    expect((await organisations()).status).toBe(401);
  });

  it('is never relied on for a change', async () => {
    const third = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
    expect((await app.get('/organisations', third)).status).toBe(200);
    await app.sql('UPDATE auth_session SET ended_at = now() WHERE account_id = $1', [third.accountId]);
    expect((await app.post('/organisations', third, { officialName: 'X', shortName: 'X', sector: 'other' })).status).toBe(401);
  });
});
