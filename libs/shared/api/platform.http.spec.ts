import { gzipSync } from 'node:zlib';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let providerId: string;
beforeAll(async () => {
  app = await TestApp.open();
  providerId = (await app.given.row('provider', { id: newId(), name: 'Provider' })).id;
  staff = await app.signedIn('programme_staff', { providerId });
});
afterAll(() => app.close());

/** A POST whose body is sent as it is. */
async function raw(payload: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await app.app.inject({
    method: 'POST',
    url: '/api/organisations',
    payload,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-long-enough', cookie: staff.cookie, ...headers },
  });
  return { status: answer.statusCode, title: (answer.json() as { title: string }).title, type: String(answer.headers['content-type']) };
}

describe('GET /health', () => {
  it('is live and ready', async () => {
    expect(await app.get('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await app.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });
});

describe('every answer', () => {
  it('is a problem when it is no, also for a path that is not there', async () => {
    const { status, body, headers } = await app.get('/nowhere');
    expect([status, body]).toEqual([404, { type: '/problems/not-found', title: 'Not found', status: 404 }]);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('is not cached, names its request, and carries a strict policy', async () => {
    const { headers } = await app.get('/health/live');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('a body that no page sends', () => {
  it.each([
    ['a NUL character', '{"officialName":"a\\u0000b"}', {}, 400],
    ['a NUL byte', '{"officialName":"a\u0000b"}', {}, 400],
    ['nesting without end', `${'['.repeat(5000)}${']'.repeat(5000)}`, {}, 400],
    ['what is not JSON', '{"officialName":', {}, 400],
    ['nothing', '', {}, 400],
    ['a form', 'officialName=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, 415],
    ['a packed body', gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }, 415],
    ['more than a mebibyte', JSON.stringify({ officialName: 'x'.repeat(1_100_000) }), {}, 413],
    ['fifty thousand values', `[${'0,'.repeat(50_001)}0]`, {}, 400],
    ['fifty thousand empty lists', `[${'[],'.repeat(25_001)}[]]`, {}, 400],
    ['a number out of range', '{"officialName":"a","shortName":"a","sector":"other","aliases":1e400}', {}, 400],
  ] as [string, string | Buffer, Record<string, string>, number][])('with %s is refused', async (_, payload, headers, status) => {
    const answer = await raw(payload, headers);
    expect(answer.status).toBe(status);
    expect(answer.type).toContain('application/problem+json');
    expect(answer.title).toBeTruthy();
  });

  it('takes a backslash before u0000 for what it is: text', async () => {
    expect(
      (
        await raw(`{"officialName":"C:\\\\u0000","shortName":"a","sector":"other","providerId":"${providerId}"}`, {
          'idempotency-key': 'another-key-long-enough',
        })
      ).status,
    ).toBe(201);
  });

  it.each(['__proto__', '\\u005f_proto_\\u005F'])('does not let %s through', async (spelling) => {
    const body = `{"${spelling}":{"polluted":true},"officialName":"P","shortName":"P","sector":"other","providerId":"${providerId}"}`;
    expect((await raw(body, { 'idempotency-key': `a-third-key-${spelling.length}-long-enough` })).status).toBe(201);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('eight mebibytes', () => {
  it.each([
    ['of noughts to an import', '/api/people-imports', `[${'0,'.repeat(4_000_000)}0]`, 400],
    ['below an import', '/api/people-imports/x', ' '.repeat(2_000_000), 413],
    ['to an address that is none', '/api/x-imports/y', ' '.repeat(2_000_000), 413],
  ])('%s are refused before they are parsed, whoever sends them', async (_, url, payload, status) => {
    const parsed = jest.spyOn(JSON, 'parse');
    const answer = await app.app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json' } });
    expect(answer.statusCode).toBe(status);
    expect(parsed.mock.calls.filter(([text]) => text.length > 1_000_000)).toEqual([]);
    parsed.mockRestore();
  });
});

describe('an address that no page asks for', () => {
  it.each([
    ['a NUL', '/api/people?query=%00', 400],
    ['an id that is none', '/api/people/1', 400],
    ['an id out of range', '/api/people/99999999-9999-9999-9999-999999999999', 400],
    ['ten thousand letters', `/api/people?query=${'a'.repeat(10_000)}`, 400],
    ['a broken escape', '/api/people/%E0%A4%A', 400],
  ])('with %s is refused', async (_, url, status) => {
    const answer = await app.app.inject({ method: 'GET', url, headers: { cookie: staff.cookie } });
    expect(answer.statusCode).toBe(status);
  });
});

describe('a change from another site', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
  ])('with %j is refused', async (headers) => {
    expect((await raw('{}', headers as unknown as Record<string, string>)).status).toBe(403);
  });

  it.each([
    [{ 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ host: 'waymark.test', origin: 'http://waymark.test' }],
  ])('is told from one with %j', async (headers) => {
    expect((await raw('{}', headers as unknown as Record<string, string>)).status).toBe(400);
  });
});

describe('an answer that cannot be given', () => {
  it('stores nothing', async () => {
    const there = await TestApp.open();
    const providerId = (await there.given.row('provider', { id: newId(), name: 'Provider' })).id;
    const by = await there.signedIn('programme_staff', { providerId });
    const body = { providerId, title: 'Top Talent', code: 'TT' };
    // A row that no page can show comes out of what was asked, though no rule of the database minds.
    await there.sql(`ALTER TABLE programme DROP CONSTRAINT catalogue_programme_status`);
    await there.sql(`CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.status = 'unheard of'; RETURN NEW; END $$`);
    await there.sql(`CREATE TRIGGER spoil BEFORE INSERT OR UPDATE ON programme FOR EACH ROW EXECUTE FUNCTION spoil()`);
    expect(await there.post('/programmes', by, body)).toMatchObject({ status: 500 });
    expect(await there.sql('SELECT title FROM programme')).toEqual([]);
    expect(await there.sql(`SELECT name FROM event WHERE name LIKE 'programme.%'`)).toEqual([]);

    await there.sql('DROP TRIGGER spoil ON programme');
    const { status, body: made } = await there.post('/programmes', by, body);
    expect(status).toBe(201);
    await there.sql(`CREATE TRIGGER spoil BEFORE INSERT OR UPDATE ON programme FOR EACH ROW EXECUTE FUNCTION spoil()`);
    const { title, code, summary, rules, version } = made;
    const change = { title: 'Another', code, summary, status: 'active', rules, version };
    expect(await there.put(`/programmes/${made.id}`, by, change)).toMatchObject({ status: 500 });
    expect(await there.sql('SELECT title, status FROM programme')).toEqual([{ title, status: 'active' }]);
    await there.close();
  });
});
