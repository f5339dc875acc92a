import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { NestFactory, ModulesContainer } from '@nestjs/core';
import { ANYONE, PERMISSION, SIGNED_IN, SIGNING_IN } from '@waymark/shared/api/allow';
import { PACE } from '@waymark/shared/api/request-turns';
import { AppModule } from '../../apps/api/app.module';
import { manifest } from '../../apps/api/domains';
import { configOf } from '../../apps/api/config';
import { adapter } from '../../apps/api/http';
import { filesIn, read } from './files';

const permissions = Object.keys(manifest.permissions);
let routes: { name: string; permission: string | undefined; pace: string | undefined }[];

beforeAll(async () => {
  const config = configOf({ DATABASE_URL: 'postgres://nowhere', WORKER: 'elsewhere', LOG_LEVEL: 'silent' });
  const app = await NestFactory.create(AppModule.with(config.settings), adapter(config), { preview: true, logger: false });
  routes = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => routesOf(metatype as Controller)),
  );
  await app.close();
});

describe('routes', () => {
  it('all say who may call them', () => {
    expect(routes.length).toBeGreaterThan(5);
    expect(routes.filter(({ permission }) => permission === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('that work on a file wait for each other and hold up no page, and whoever watches never waits', () => {
    const files = routes.filter(({ name }) => /^(POST|PUT) .*-imports/.test(name));
    expect(files.length).toBeGreaterThan(4);
    expect(files.filter(({ pace }) => pace !== 'lengthy').map(({ name }) => name)).toEqual([]);
    expect(routes.flatMap(({ name, pace }) => (pace === 'never waits' ? name : []))).toEqual(['GET /health/live', 'GET /health/ready']);
  });

  it('ask for permissions that some role gives', () => {
    const known = [...permissions, ANYONE, SIGNED_IN, SIGNING_IN];
    expect(routes.filter(({ permission }) => !known.includes(permission!)).map(({ name, permission }) => `${name}: ${permission}`)).toEqual(
      [],
    );
  });
});

describe('permissions', () => {
  it('are each asked for by a route or a rule', () => {
    const asked = new Set(routes.map(({ permission }) => permission));
    const inCode = filesIn('libs', (path) => /\/(api|web)\/.*\.ts$/.test(path))
      .map(read)
      .join('\n');
    expect(permissions.filter((one) => !asked.has(one) && !inCode.includes(`'${one}'`))).toEqual([]);
  });
});

type Controller = (new () => unknown) & { prototype: Record<string, () => unknown> };

function routesOf(controller: Controller) {
  return Object.getOwnPropertyNames(controller.prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => controller.prototype[name]!)
    .filter((method) => Reflect.hasMetadata(METHOD_METADATA, method))
    .map((method) => ({
      name: `${RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number]} /${Reflect.getMetadata(PATH_METADATA, controller)}/${Reflect.getMetadata(PATH_METADATA, method)}`,
      permission: Reflect.getMetadata(PERMISSION, method) as string | undefined,
      pace: Reflect.getMetadata(PACE, method) as string | undefined,
    }));
}
