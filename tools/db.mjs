// `npm run db -- migrate|seed|reset|verify-audit|reseal|url|stop`: on DATABASE_URL, or on the embedded database of this checkout.
import { bootstrap, giveUp, root, Stop } from './bootstrap.mjs';
await bootstrap();

const { join } = await import('node:path');
const { build } = await import('./build.mjs');
const { stopPostgres } = await import('./postgres.mjs');
const { node } = await import('./run.mjs');
const { database } = await import('./server.mjs');

const COMMANDS = {
  migrate: 'bring the tables up to date',
  seed: 'put the demo in place',
  reset: 'empty the database (all data is lost) and put the demo in place',
  'verify-audit': 'look whether the audit log is what was recorded',
  reseal: 'seal the secrets of authenticator apps with SECRETS_KEY, which SECRETS_KEY_BEFORE has sealed until now',
  url: 'print the address of the database, with its password, for psql and other tools; keeps it running until Ctrl-C',
  stop: 'stop the embedded databases, also the one of the tests, for instance after a kill -9',
};
const [command = ''] = process.argv.slice(2);

async function onDatabase(db, words) {
  await build('api');
  for (const word of words) {
    const code = await node(['--enable-source-maps', 'dist/apps/api/cli.mjs', word], { env: { DATABASE_URL: db.url() } }).done;
    if (code !== 0) return code;
  }
  return 0;
}

const untilInterrupted = () =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, done);
    setInterval(() => {}, 60_000);
  });

try {
  if (!(command in COMMANDS)) {
    const lines = Object.entries(COMMANDS).map(([name, what]) => `  ${name.padEnd(8)} ${what}`);
    throw new Stop(`Say what to do. For example, npm run db -- migrate:\n${lines.join('\n')}`);
  }
  if (command === 'stop') {
    const stopped = await Promise.all(['postgres', 'test-postgres'].map((name) => stopPostgres(join(root, '.local', name))));
    console.log(stopped.some(Boolean) ? 'The embedded database has been stopped' : 'The embedded database was not running');
    process.exit(0);
  }
  const db = await database();
  let code = 0;
  try {
    if (command === 'url') {
      console.log(db.url());
      await untilInterrupted();
    } else {
      code = await onDatabase(db, command === 'reset' ? ['reset', 'seed'] : [command]);
    }
  } finally {
    await db.stop();
  }
  process.exit(code);
} catch (error) {
  giveUp(error);
}
