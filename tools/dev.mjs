// `npm run dev`: the API rebuilt and restarted on every change, the Angular development server in front of it.
import { bootstrap, giveUp, leaveWithParent, root } from './bootstrap.mjs';
await bootstrap();

const { join } = await import('node:path');
const { pathToFileURL } = await import('node:url');
const { watch } = await import('rolldown');
const { say } = await import('./progress.mjs');
const { end, node } = await import('./run.mjs');
const { database, databaseEnv } = await import('./server.mjs');

const WEB_PORT = process.env.WEB_PORT ?? '4200';
const running = { api: undefined, web: undefined, watcher: undefined, db: undefined };

let stopping;
function stop() {
  stopping ??= (async () => {
    await running.watcher?.close();
    await Promise.all([end(running.web), end(running.api)]);
    await running.db?.stop();
  })();
  return stopping;
}
const leave = () => stop().then(() => process.exit(0), giveUp);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave);
leaveWithParent(leave);

function startApi() {
  // The proxy of the development server expects the API at port 3000 (apps/web/proxy.conf.json).
  const env = {
    DEMO: '1',
    NODE_ENV: 'development',
    LOG_LEVEL: 'warn',
    ...process.env,
    PORT: '3000',
    ...databaseEnv(running.db),
    ORIGIN: `http://localhost:${WEB_PORT}`,
  };
  const preload = pathToFileURL(join(root, 'tools/leave-with-parent.mjs')).href;
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'];
  return node(['--enable-source-maps', '--import', preload, 'dist/apps/api/main.mjs'], {
    env,
    stdio,
    detached: process.platform !== 'win32',
  });
}

// One restart after the other: two API processes would want the same port.
let turn = Promise.resolve();
function restart() {
  turn = turn.then(async () => {
    if (stopping) return;
    await end(running.api);
    running.api = startApi();
  });
}

try {
  running.db = await database();
  const { default: config } = await import('../apps/api/rolldown.config.mjs');
  running.watcher = watch(config);
  running.watcher.on('event', (event) => {
    if (event.code === 'BUNDLE_END') {
      event.result?.close();
      say(`API built in ${event.duration} ms`);
      restart();
    }
    if (event.code === 'ERROR') console.error(`The API could not be built; the last good one goes on.\n${event.error.message}`);
  });
  running.web = node(['tools/angular.mjs', 'serve'], { env: { WEB_PORT } });
  say(`open http://localhost:${WEB_PORT}/ when the web app is built`);
  await running.web.done;
  await leave();
} catch (error) {
  await stop();
  giveUp(error);
}
