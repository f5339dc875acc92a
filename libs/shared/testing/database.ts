import pg from 'pg';
import { prepareDatabase } from '../../../apps/api/database';
import { configOf } from '../../../apps/api/config';

/**
 * A database of its own for every test file: a clone of one migrated template, made once per run.
 * `TEST_DATABASE_URL` is a superuser's address, set by `npm test` or by Jest's global set-up. `serving` is of the login that the API uses, the
 * same for every database of the server, so that a clone of the template has its rights already.
 */
export async function testDatabase(): Promise<{ url: string; serving: string; drop: () => Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL is not set: run npm test, or Jest with its global set-up');
  const admin = new pg.Client(addressOf(server, 'postgres'));
  await admin.connect();
  try {
    const template = `waymark_template_${process.env['WAYMARK_TEST_RUN'] ?? process.ppid}`;
    await ensureTemplate(admin, server, template);
    const name = `waymark_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    return {
      url: addressOf(server, name),
      serving: servingOf(server, name),
      drop: async () => {
        const last = new pg.Client(addressOf(server, 'postgres'));
        await last.connect();
        await last.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        await last.end();
      },
    };
  } finally {
    await admin.end();
  }
}

/** Two workers may come at once: an advisory lock lets one build while the other waits. */
async function ensureTemplate(admin: pg.Client, server: string, template: string): Promise<void> {
  await admin.query('SELECT pg_advisory_lock(72051)');
  try {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [template]);
    if (rowCount) return;
    await admin.query(`DROP DATABASE IF EXISTS ${template}`);
    await admin.query(`CREATE DATABASE ${template}`);
    const { settings } = configOf({ DATABASE_OWNER_URL: addressOf(server, template), DATABASE_URL: servingOf(server, template) });
    await prepareDatabase(settings);
    await admin.query(`ALTER DATABASE ${template} IS_TEMPLATE true`);
  } finally {
    await admin.query('SELECT pg_advisory_unlock(72051)');
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

function servingOf(server: string, database: string): string {
  return Object.assign(new URL(addressOf(server, database)), { username: 'waymark_app', password: 'serves' }).href;
}
