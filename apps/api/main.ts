import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { once } from 'node:events';
import { configOf } from './config';
import { seedDemo } from './demo';
import { serveWebApp } from './http';
import { serveMetrics } from './metrics-server';
import { createServer } from './server';

async function serve(): Promise<void> {
  const log = new Logger('Server');
  const config = configOf(process.env);
  const built = config.webLater ? webBuilt() : undefined;
  const app = await createServer(config);
  await app.init();
  if (config.settings.demo) await seedDemo(app);
  // Most of a first start is the build of the web app: everything else is done beside it.
  await built;
  await serveWebApp(app, config.webDist);
  await serveMetrics(app, config);
  await app.listen(config.port, config.host);
  if (!config.settings.origin.startsWith('https://')) {
    log.warn(
      'Serving over HTTP: the session cookie is plain, without the __Host- prefix and Secure. Set ORIGIN to an https:// address in production.',
    );
  }
  log.log({ msg: 'listening', port: config.port, startedInMs: Math.round(performance.now()) });
}

serve().catch((error: unknown) => {
  console.error(error instanceof Error ? sentenceOf(error) : String(error));
  process.exit(1);
});

/** When the process that started this one says that it has built the web app. */
async function webBuilt(): Promise<void> {
  process.channel?.ref(); // idle connections to the database do not keep a process that waits
  await once(process, 'message');
  process.channel?.unref();
}

function sentenceOf(error: Error & { code?: string; port?: number }): string {
  return error.code === 'EADDRINUSE' ? `Port ${error.port} is in use. Set PORT to another number` : error.message;
}
