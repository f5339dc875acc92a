import { join, resolve } from 'node:path';
import pg from 'pg';
import { exists } from '../../../tools/lock.mjs';

/**
 * Gives the API tests a PostgreSQL: the one `npm test` started (TEST_DATABASE_URL, a superuser's, database `postgres`),
 * or, when Jest is run directly, one in .local/test-postgres. That one stays up for the next run; `npm run db -- stop` ends it.
 */
export default async function () {
  process.env.WAYMARK_TEST_RUN ??= String(process.pid); // workers share one template database
  if (process.env.TEST_DATABASE_URL) return;
  const root = resolve(import.meta.dirname, '../../..');
  const { ensurePostgres } = await import('../../../tools/postgres.mjs');
  const postgres = await ensurePostgres({ dir: join(root, '.local/test-postgres'), durable: false });
  process.env.TEST_DATABASE_URL = postgres.url('postgres');
  await dropLeftovers(postgres.url('postgres'));
}

/** Removes the databases of runs that are over: their names carry the id of the process that made them. */
async function dropLeftovers(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`select datname from pg_database where datname ~ '^waymark_(template|test)_[0-9]+'`);
  for (const { datname } of rows) {
    if (exists(Number(/\d+/.exec(datname)[0]))) continue;
    await client.query(`alter database ${datname} is_template false`).catch(() => {}); // another run removes it as well
    await client.query(`drop database if exists ${datname} with (force)`).catch(() => {});
  }
  await client.end();
}
