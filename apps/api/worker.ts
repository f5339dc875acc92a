import 'reflect-metadata';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { configOf } from './config';
import { prepareDatabase } from './database';
import { databaseLog, logging } from './logging';
import { serveMetrics } from './metrics-server';

/** Runs jobs and answers no requests. */
async function work(): Promise<void> {
  const config = configOf({ ...process.env, WORKER: 'here' });
  const settings = await prepareDatabase(config.settings, { log: databaseLog(config.logLevel) });
  const app = await NestFactory.createApplicationContext(
    { module: class Root {}, imports: [logging(config.logLevel), AppModule.with(settings)] },
    { bufferLogs: true },
  );
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  await serveMetrics(app, config);
  new NestLogger('Worker').log({ msg: 'working' });
}

work().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
