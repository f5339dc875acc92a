import 'reflect-metadata';
import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { configOf } from './config';
import { prepareDatabase } from './database';
import { logging } from './logging';

/** Runs jobs and answers no requests. */
async function work(): Promise<void> {
  const config = configOf({ ...process.env, WORKER: 'here' });
  const settings = await prepareDatabase(config.settings, { log: (line) => new NestLogger('Database').log(line) });
  const app = await NestFactory.createApplicationContext(
    { module: class Root {}, imports: [logging(config.logLevel), AppModule.with(settings)] },
    { bufferLogs: true },
  );
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  console.log(JSON.stringify({ msg: 'working' }));
}

work().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
