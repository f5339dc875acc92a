// `npm start`: everything from a fresh clone to a running Waymark with demo data.
import { bootstrap, giveUp, leaveWithParent, root, Stop } from './bootstrap.mjs';
await bootstrap();

const { join } = await import('node:path');
const { build } = await import('./build.mjs');
const { portTrouble } = await import('./ports.mjs');
const { elapsed, say, seconds } = await import('./progress.mjs');
const { end } = await import('./run.mjs');
const { database, databaseEnv, serveApi } = await import('./server.mjs');

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '127.0.0.1';
const logFile = join(root, '.local/logs/api.log');
let api;
let db;
let stopping;

function stop() {
  stopping ??= (async () => {
    if (!db) return;
    await end(api);
    await db.stop();
    say('stopped');
  })();
  return stopping;
}
const leave = () => stop().then(() => process.exit(0), giveUp);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, leave);
leaveWithParent(leave);

async function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  const trouble = await portTrouble(port, host);
  if (trouble === 'EADDRINUSE')
    throw new Stop(`Port ${port} is in use. Stop the program that is using it, or choose another port with PORT=${port + 1} npm start.`);
  if (trouble) throw new Stop(`Port ${port} of ${host} cannot be opened (${trouble}). Choose another port or host with PORT and HOST.`);
}

/** PostgreSQL may be killed while we run. The API waits for it; somebody has to start it again. */
function keepDatabaseUp() {
  const timer = setInterval(async () => {
    if (stopping || db.alive()) return;
    clearInterval(timer);
    say('PostgreSQL has stopped. Starting it again');
    await db.revive().then(keepDatabaseUp, (error) => stop().finally(() => giveUp(error)));
  }, 1000);
  timer.unref();
}

/** What the sign-in page offers: nothing when this is no demo. */
async function accounts() {
  const answer = await fetch(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/api/demo-accounts`);
  if (!answer.ok) return [];
  const { items: list } = await answer.json();
  const width = (field) => Math.max(...list.map((one) => one[field].length));
  const [email, password] = [width('email'), width('password')];
  return [
    '',
    '  Demo accounts',
    ...list.map((one) => `    ${one.email.padEnd(email)}  ${one.password.padEnd(password)}  ${one.role}: ${one.for}`),
  ];
}

try {
  await checkPort();
  // A wrong DATABASE_URL is told before anything is built.
  if (process.env.DATABASE_URL) db = await database();
  const since = performance.now();
  let built;
  const webBuilt = build('web', { firstUnchecked: true }).then(() => (built = performance.now()));
  webBuilt.catch(() => {}); // told below, once there is something to end
  await Promise.all([build('api'), (async () => (db ??= await database()))()]);
  // Most of the server's start needs no web app, so it goes on beside the build.
  const env = {
    DEMO: process.env.NODE_ENV === 'production' ? '0' : '1',
    NODE_ENV: 'development',
    ...process.env,
    HOST: host,
    ...databaseEnv(db),
  };
  api = await serveApi({ port, env, logFile, webBuilt });
  const ready = performance.now();
  keepDatabaseUp();

  const installed = Number(process.env.WAYMARK_INSTALL_MS ?? 0);
  const address = `http://${host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host}:${port}/`;
  const shares = `installing ${seconds(installed)}, building and database ${seconds(built - since)}, starting after that ${seconds(ready - built)}`;
  console.log(
    ['', `  Waymark is ready: ${address}`, ...(await accounts()), '', `  ${elapsed().toFixed(1)} s in total: ${shares}`]
      .concat([`  Log: ${logFile}`, '  Press Ctrl-C to stop Waymark. Your data is kept.', ''])
      .join('\n'),
  );
  await api.done;
  if (stopping) await new Promise(() => {}); // `leave` ends the process
  throw new Stop(`The API has stopped unexpectedly. ${logFile} says why. Run npm start again. Nothing that was saved is lost.`);
} catch (error) {
  if (stopping) await new Promise(() => {});
  await stop();
  giveUp(error);
}
