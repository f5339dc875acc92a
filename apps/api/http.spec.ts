import { connect } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from '@waymark/shared/testing/app';
import { serveWebApp } from './http';

const folder = mkdtempSync(join(tmpdir(), 'waymark-web-'));
let app: TestApp;
beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Waymark</title>');
  writeFileSync(join(folder, 'main-AB12cd34.js'), 'export {};');
  writeFileSync(join(folder, 'addresses.json'), JSON.stringify(['cohorts/:id/schedule', 'sign-in', 'components/**']));
  app = await TestApp.open({ WEB_DIST: folder });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const open = (url: string, accept = 'text/html') => app.app.inject({ method: 'GET', url, headers: { accept } });

describe('The web app', () => {
  it.each(['/', '/cohorts/0190/schedule?view=list'])(
    'is served at %s, to be checked anew each time, under a strict policy',
    async (url) => {
      const { statusCode, body, headers } = await open(url);
      expect([statusCode, body]).toEqual([200, '<!doctype html><title>Waymark</title>']);
      expect(headers['content-type']).toContain('text/html');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('has its hashed files kept for good', async () => {
    const { statusCode, headers } = await open('/main-AB12cd34.js');
    expect([statusCode, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it.each(['/sign-in/', '/components/of/any'])('has a page at %s', async (url) => {
    expect((await open(url)).statusCode).toBe(200);
  });

  it.each(['/nowhere', '/cohorts', '/cohorts/1/schedule/more', '/sign-in/x', '/wp-admin/'])(
    'is not found at %s, which it says in its own page to whoever reads, and shortly to a machine',
    async (url) => {
      const [read, asked] = [await open(url), await open(url, '*/*')];
      expect([read.statusCode, read.body, read.headers['content-type']]).toEqual([
        404,
        '<!doctype html><title>Waymark</title>',
        'text/html; charset=utf-8',
      ]);
      expect([asked.statusCode, asked.json().title, asked.headers['content-type']]).toEqual([
        404,
        'Not found',
        'application/problem+json; charset=utf-8',
      ]);
    },
  );

  it('is not served from a folder that does not say which pages it has', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'waymark-web-'));
    writeFileSync(join(empty, 'index.html'), '');
    await expect(serveWebApp(app.app, empty)).rejects.toThrow('has no list of its pages');
    rmSync(empty, { recursive: true });
  });

  it.each(['/missing.js', '/api/nowhere', '/..%2f..%2fpackage.json'])('does not stand in for %s', async (url) => {
    const { statusCode, headers } = await open(url);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(headers['content-type']).toContain('application/problem+json');
  });
});

describe('Every refusal', () => {
  let address: { port: number };
  beforeAll(async () => {
    await app.app.listen(0, '127.0.0.1');
    address = app.app.getHttpServer().address() as { port: number };
  });

  const request = (line: string, ...headers: string[]) => [line, 'host: waymark.test', ...headers, '', ''].join('\r\n');
  const POST = 'POST /api/session HTTP/1.1';

  it.each([
    ['404 of the API', 404, request('GET /api/nowhere HTTP/1.1')],
    ['404 of the API for a method', 404, request('DELETE /api/health/live HTTP/1.1')],
    ['404 elsewhere', 404, request('GET /nowhere HTTP/1.1')],
    ['404 elsewhere for a method', 404, request('POST /nowhere HTTP/1.1', 'content-type: application/json', 'content-length: 2') + '{}'],
    ['401', 401, request('GET /api/my/sessions HTTP/1.1')],
    ['403 of another site', 403, request(POST, 'sec-fetch-site: cross-site')],
    ['400 of a NUL', 400, request('GET /api/people?q=%00 HTTP/1.1')],
    ['400 of what is no JSON', 400, request(POST, 'content-type: application/json', 'content-length: 1') + '{'],
    ['413', 413, request(POST, 'content-type: application/json', 'content-length: 99999999')],
    ['415', 415, request(POST, 'content-type: text/plain', 'content-length: 1') + 'x'],
    ['400 of an address that cannot be read', 400, request('GET /api/%zz HTTP/1.1')],
    ['404 of a parameter that is too long', 404, request(`GET /api/people/${'x'.repeat(300)} HTTP/1.1`)],
    ['400 of what is no HTTP', 400, 'HELLO\r\n\r\n'],
    ['400 of a length twice', 400, request(POST, 'content-length: 1', 'content-length: 2')],
    ['431', 431, request('GET / HTTP/1.1', `x: ${'x'.repeat(40_000)}`)],
  ])('(%s) has the security headers, a request id and words in JSON', async (_, status, text) => {
    const answer = await told(address.port, text);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'content-type': 'application/problem+json; charset=utf-8',
    });
    expect(answer.headers['x-frame-options']).toMatch(/DENY|SAMEORIGIN/);
    expect(JSON.parse(answer.body)).toMatchObject({ status, title: expect.stringMatching(/^[A-Z]/) });
  });

  it('(429) has them too, and says how long to wait', async () => {
    const body = { email: 'ada@example.org', password: 'a guess' };
    let answer = await app.call('POST', '/session', { body });
    for (let i = 0; i < 5; i++) answer = await app.call('POST', '/session', { body });
    expect(answer.status).toBe(429);
    expect(answer.headers).toMatchObject({
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-content-type-options': 'nosniff',
      'retry-after': '30',
    });
  });
});

/** What a server answers to bytes, whatever they are. */
async function told(port: number, text: string): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.end(text);
  let answer = '';
  for await (const part of socket) answer += String(part);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  const [line = '', ...headers] = head.split('\r\n');
  const named = Object.fromEntries(headers.map((header) => [header.split(': ')[0]!.toLowerCase(), header.slice(header.indexOf(': ') + 2)]));
  return { status: Number(line.split(' ')[1]), headers: named, body: body.slice(0, Number(named['content-length'])) };
}
