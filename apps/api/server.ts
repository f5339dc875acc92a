import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { Config } from './config';
import { prepareDatabase } from './database';
import { adapter, setUpHttp } from './http';
import { databaseLog, logging } from './logging';

/** The whole application on a migrated database, not yet listening and without the web app's files. */
export async function createServer(config: Config): Promise<NestFastifyApplication> {
  const settings = await prepareDatabase(config.settings, {
    log: databaseLog(config.logLevel),
    ownDemo: config.ownDemo,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    { module: class Root {}, imports: [logging(config.logLevel), AppModule.with(settings)] },
    adapter(config),
    { bufferLogs: true, bodyParser: false },
  );
  app.useLogger(app.get(Logger));
  await setUpHttp(app, {
    https: config.settings.origin.startsWith('https://'),
    debug: ['debug', 'trace'].includes(config.logLevel),
  });
  app.enableShutdownHooks();
  return app;
}
