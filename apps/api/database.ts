import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '@waymark/shared/api/settings';
import { connection } from '@waymark/shared/api/db';
import { dataSourceOptions } from '@waymark/shared/api/shared.module';
import { PROVIDERS } from '@waymark/people/demo/made';
import { migrations } from './domains';

const LOCK = 7_205_191_527;
const ROLE = 'waymark_app';
const OLDEST = 15;

interface Preparing {
  log?: (line: string) => void;
  /** The database is the embedded one that the demo is put into: a demo that this version cannot bring up to date goes instead of being refused. */
  ownDemo?: boolean;
}

/**
 * Brings the database up to date. Several processes may start at once: the first holds an advisory lock, which ends with its transaction, and the others wait.
 * @returns the role that transactions must take on for row-level security to bind, or null when the connecting role is bound already.
 * @throws a sentence for the person who starts the server when the database cannot be reached, is too old, may not be changed or
 * was made by a version that this one cannot follow.
 */
export async function prepareDatabase(
  settings: Settings,
  { log = () => undefined, ownDemo = false }: Preparing = {},
): Promise<string | null> {
  const gate = new pg.Client({
    ...connection(settings),
    statement_timeout: 0,
    query_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  } as pg.ClientConfig);
  gate.on('error', () => undefined);
  await gate.connect().catch((error: Error & { code?: string }) => {
    throw new Error(`Cannot connect to the database in DATABASE_URL (${whereOf(settings.databaseUrl)}): ${reasonOf(error)}`);
  });
  try {
    const { rows } = await gate.query<{ version: number; bypasses: boolean }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version, (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user) AS bypasses`,
    );
    const { version, bypasses } = rows[0]!;
    if (version < OLDEST) throw new Error(`The database in DATABASE_URL is PostgreSQL ${version}; Waymark needs ${OLDEST} or newer`);
    await gate.query('BEGIN');
    await gate.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const source = await new DataSource({ ...dataSourceOptions({ ...settings, poolSize: 2 }, [], migrations), extra: {} }).initialize();
    try {
      const strange = await strangeMigrations(source);
      if (strange.length > 0) {
        if (!ownDemo || !(await holdsOnlyDemo(source))) throw new Error(sentenceAbout(strange, whereOf(settings.databaseUrl)));
        await emptyDatabase(settings);
        log('The demo data was made by another version of Waymark. It is being made again');
      }
      const done = await source.runMigrations({ transaction: 'each' });
      if (done.length > 0) log(`Migrated: ${done.map(({ name }) => name).join(', ')}`);
      if (!bypasses) return null;
      // A superuser is not bound by row-level security: transactions step down to a role that is.
      await source.query(
        `DO $$ BEGIN CREATE ROLE ${ROLE} NOLOGIN NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
      );
      await source.query(`GRANT USAGE ON SCHEMA public TO ${ROLE}; CALL waymark_grant('${ROLE}')`);
      return ROLE;
    } finally {
      await source.destroy();
    }
  } finally {
    await gate.query('COMMIT').catch(() => undefined);
    await gate.end().catch(() => undefined);
  }
}

/** Drops everything in the database; a `prepareDatabase` makes it anew. */
export async function emptyDatabase(settings: Settings): Promise<void> {
  const client = new pg.Client(settings.databaseUrl);
  await client.connect();
  try {
    await client.query('DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  } finally {
    await client.end();
  }
}

/** Migrations that have run in the database and are not among ours. */
async function strangeMigrations(source: DataSource): Promise<string[]> {
  const [list] = await source.query<{ there: boolean }[]>(`SELECT to_regclass('schema_migration') IS NOT NULL AS there`);
  if (!list!.there) return [];
  const rows = await source.query<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY id');
  const ours = new Set<string>(migrations.map((Each) => new Each().name));
  return rows.map(({ name }) => name).filter((name) => !ours.has(name));
}

/** Whether every provider in there is the demo's: somebody may have set their own up in the database that the demo would have. */
async function holdsOnlyDemo(source: DataSource): Promise<boolean> {
  const [table] = await source.query<{ there: boolean }[]>(`SELECT to_regclass('provider') IS NOT NULL AS there`);
  if (!table!.there) return true;
  return (await source.query<unknown[]>('SELECT 1 FROM provider WHERE name <> ALL ($1) LIMIT 1', [PROVIDERS])).length === 0;
}

const numberOf = (name: string): number => Number(name.slice(-13));

function sentenceAbout(strange: readonly string[], where: string): string {
  const newest = Math.max(...migrations.map((Each) => numberOf(new Each().name)));
  return strange.some((name) => numberOf(name) > newest)
    ? `The database in DATABASE_URL (${where}) was brought up to date by a newer version of Waymark (${strange.at(-1)}). Start that version, or restore a backup from before it`
    : `The database in DATABASE_URL (${where}) was made by a version of Waymark from before its first release (${strange[0]}), which cannot be brought up to date. Use an empty database, or run npm run db -- reset, which deletes everything in this one`;
}

function whereOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || '5432'}${pathname}`;
  } catch {
    return 'not an address';
  }
}

function reasonOf({ code, message }: Error & { code?: string }): string {
  if (code === 'ECONNREFUSED') return 'nothing is listening there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host';
  if (code === '28P01' || code === '28000') return 'the user name or password is wrong';
  if (code === '3D000') return 'there is no such database';
  return message;
}
