// One sentence for each way in which a DATABASE_URL can be wrong. The password is never part of it.
import { Stop } from './bootstrap.mjs';

const OLDEST = 15;

const SENTENCES = {
  ENOTFOUND: (where) => `DATABASE_URL names the host ${where.host}, which cannot be found: check its spelling.`,
  EAI_AGAIN: (where) => `DATABASE_URL names the host ${where.host}, which cannot be found: check its spelling.`,
  ECONNREFUSED: (where) => `No PostgreSQL answers at ${where.host}, port ${where.port}: check DATABASE_URL and that the server runs.`,
  '28P01': (where) => `PostgreSQL at ${where.host} refused the password for "${where.user}": check DATABASE_URL.`,
  28000: (where) => `PostgreSQL at ${where.host} does not let "${where.user}" in: check DATABASE_URL and pg_hba.conf.`,
  '3D000': (where) => `PostgreSQL at ${where.host} has no database "${where.database}": create it, or change DATABASE_URL.`,
  53300: (where) => `PostgreSQL at ${where.host} has no connection left: raise max_connections or end other clients.`,
};

/** Throws a `Stop` with the sentence to show when `text` does not lead to a PostgreSQL that we can use. */
export async function checkDatabase(text) {
  const url = URL.parse(text);
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new Stop('DATABASE_URL is not an address of PostgreSQL: write postgres://user:password@host:5432/database.');
  }
  const where = { host: url.hostname, port: url.port || '5432', user: decodeURIComponent(url.username), database: url.pathname.slice(1) };
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: text, connectionTimeoutMillis: 5000 });
  client.on('error', () => {}); // a connection that breaks later is reported by the query
  try {
    await client.connect();
    const { rows } = await client.query('show server_version_num');
    const major = Math.floor(Number(rows[0].server_version_num) / 10_000);
    if (!(major >= OLDEST)) {
      throw new Stop(`PostgreSQL at ${where.host} is version ${major}: Waymark needs version ${OLDEST} or newer.`);
    }
  } catch (error) {
    if (error instanceof Stop) throw error;
    const code = error.code ?? error.errors?.[0]?.code; // several addresses of one host come as an AggregateError
    const sentence = SENTENCES[code]?.(where);
    throw new Stop(
      sentence ?? `PostgreSQL at ${where.host}, port ${where.port}, cannot be used (${code ?? error.message}): check DATABASE_URL.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
