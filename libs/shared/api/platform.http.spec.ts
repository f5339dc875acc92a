import { gzipSync } from 'node:zlib';
import { TestApp } from '@waymark/shared/testing/app';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

describe('GET /health', () => {
  it('is live and ready', async () => {
    expect(await app.get('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await app.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('answers an unknown path as a problem', async () => {
    const { status, body, headers } = await app.get('/nowhere');
    expect([status, body.title]).toEqual([404, 'Not found']);
    expect(headers['content-type']).toContain('application/problem+json');
  });
});
