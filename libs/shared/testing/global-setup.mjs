import { join, resolve } from 'node:path';

/**
 * Gives the API tests a PostgreSQL: the one `npm test` started (TEST_DATABASE_URL, a superuser's, database `postgres`),
 * or, when Jest is run directly, one kept in .local/test-postgres that the next run joins.
 */
export default async function () {
  if (process.env.TEST_DATABASE_URL) return;
  const root = resolve(import.meta.dirname, '../../..');
  const { ensurePostgres } = await import('../../../tools/postgres.mjs');
  const postgres = await ensurePostgres({ dir: join(root, '.local/test-postgres'), durable: false });
  process.env.TEST_DATABASE_URL = postgres.url('postgres');
}
