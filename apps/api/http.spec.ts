import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from '@waymark/shared/testing/app';

const folder = mkdtempSync(join(tmpdir(), 'waymark-web-'));
let app: TestApp;
beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Waymark</title>');
  writeFileSync(join(folder, 'main-AB12cd34.js'), 'export {};');
  app = await TestApp.open({ WEB_DIST: folder });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const open = (url: string) => app.app.inject({ method: 'GET', url });

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

  it.each(['/missing.js', '/api/nowhere', '/..%2f..%2fpackage.json'])('does not stand in for %s', async (url) => {
    const { statusCode, headers } = await open(url);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(headers['content-type']).toContain('application/problem+json');
  });
});
