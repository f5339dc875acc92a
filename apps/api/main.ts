import 'reflect-metadata';
import { configOf } from './config';
import { seedDemo } from './demo';
import { createServer } from './server';

const parent = process.ppid;

async function serve(): Promise<void> {
  const config = configOf(process.env);
  const app = await createServer(config);
  await app.init();
  if (config.settings.demo) await seedDemo(app);
  await app.listen(config.port, config.host);
  if (!config.settings.origin.startsWith('https://')) {
    console.warn(
      'Serving over HTTP: the session cookie is plain, without the __Host- prefix and Secure. Set ORIGIN to an https:// address in production.',
    );
  }
  console.log(JSON.stringify({ msg: 'listening', port: config.port, startedInMs: Math.round(performance.now()) }));
  // Started by another process of ours: leave with it, also when it was killed and could not say so.
  if (process.env['WAYMARK_LEAVE_WITH_PARENT'])
    setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

serve().catch((error: unknown) => {
  console.error(error instanceof Error ? sentenceOf(error) : String(error));
  process.exit(1);
});

function sentenceOf(error: Error & { code?: string; port?: number }): string {
  return error.code === 'EADDRINUSE' ? `Port ${error.port} is in use: set PORT to another` : error.message;
}
