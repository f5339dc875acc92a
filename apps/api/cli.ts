import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { writeFileSync } from 'node:fs';
import { many } from '@waymark/shared/kernel/words';
import { AppModule } from './app.module';
import { configOf } from './config';
import { emptyDatabase, prepareDatabase, resealSecrets, verifyAudit } from './database';
import { seedDemo } from './demo';
import { adapter } from './http';
import { documentOf } from './openapi';
import { createServer } from './server';

const COMMANDS: Record<string, () => Promise<void>> = {
  async migrate() {
    await prepareDatabase(configOf(process.env).settings, { log: console.log });
    console.log('The database is up to date');
  },
  async seed() {
    const app = await createServer(configOf({ ...process.env, WORKER: 'elsewhere', LOG_LEVEL: 'warn' }));
    await app.init();
    console.log((await seedDemo(app)) ? 'The demo data has been added' : 'The demo data was already there');
    await app.close();
  },
  async reset() {
    const { settings } = configOf(process.env);
    if (settings.production) throw new Error('A production database cannot be reset');
    await emptyDatabase(settings);
    await prepareDatabase(settings, { log: console.log });
    console.log('The database is empty');
  },
  async 'verify-audit'() {
    const { settings } = configOf(process.env);
    const { places, events, subjects } = await verifyAudit(settings);
    for (const { subject_id, sequence, event_id, what } of places)
      console.error(`${what}: event ${sequence} of ${subject_id}${event_id ? ` (${event_id})` : ''}`);
    if (places.length > 0)
      throw new Error(`The audit log is not what was recorded, in ${places.length} ${places.length === 1 ? 'place' : 'places'}`);
    console.log(`The audit log is as it was recorded: ${events} events of ${subjects} subjects`);
  },
  async reseal() {
    const { SECRETS_KEY_BEFORE: key, ...environment } = process.env;
    if (!key) throw new Error('Set SECRETS_KEY_BEFORE to the key that was in use until now, and SECRETS_KEY to the new one');
    const [{ settings }, before] = [configOf(environment), configOf({ ...environment, SECRETS_KEY: key })];
    const { sealed, left } = await resealSecrets(settings, before.settings);
    console.log(
      `${many(sealed, 'authenticator app is', 'authenticator apps are')} sealed with the new key, and ${left} not with the old one`,
    );
  },
  async openapi() {
    const config = configOf({ DATABASE_URL: 'postgres://nowhere', WORKER: 'elsewhere', LOG_LEVEL: 'silent' });
    const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config.settings), adapter(config), {
      preview: true,
      logger: false,
    });
    writeFileSync(process.argv[3] ?? 'libs/shared/client/openapi.json', `${JSON.stringify(documentOf(app), null, 2)}\n`);
    await app.close();
  },
};

const command = COMMANDS[process.argv[2] ?? ''];
if (!command) {
  console.error(`Enter one of these commands: ${Object.keys(COMMANDS).join(', ')}`);
  process.exit(1);
}
command().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
