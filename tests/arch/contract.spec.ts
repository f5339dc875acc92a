import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../apps/api/app.module';
import { configOf } from '../../apps/api/config';
import { adapter } from '../../apps/api/http';
import { documentOf } from '../../apps/api/openapi';
import { read } from './files';

describe('libs/shared/client/openapi.json', () => {
  it('is what the API says of itself; run npm run api when it is not', async () => {
    const config = configOf({ DATABASE_URL: 'postgres://nowhere', WORKER: 'elsewhere', LOG_LEVEL: 'silent' });
    const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config.settings), adapter(config), {
      preview: true,
      logger: false,
    });
    const document = `${JSON.stringify(documentOf(app), null, 2)}\n`;
    await app.close();
    expect(JSON.parse(document)).toEqual(JSON.parse(read('libs/shared/client/openapi.json')));
  });

  it('names every message once, and gives every answer a shape', () => {
    const { paths } = JSON.parse(read('libs/shared/client/openapi.json')) as {
      paths: Record<string, Record<string, { operationId: string; responses: Record<string, { content?: unknown }> }>>;
    };
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    expect(
      operations
        .filter(
          ({ responses }) =>
            !Object.entries(responses).some(([status, answer]) => /^2/.test(status) && (status === '204' || answer.content)),
        )
        .map(({ name }) => name),
    ).toEqual([]);
  });
});
