import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '@waymark/shared/api/settings';
import { connection } from '@waymark/shared/api/db';
import { dataSourceOptions } from '@waymark/shared/api/shared.module';
import { migrations } from './migrations';

const LOCK = 7_205_191_527;
const ROLE = 'waymark_app';
const OLDEST = 15;

/**
 * Brings the database up to date. Several processes may start at once: the first holds an advisory lock, which ends with its transaction, and the others wait.
 * @returns the role that transactions must take on for row-level security to bind, or null when the connecting role is bound already.
 * @throws a sentence for the person who starts the server when the database cannot be reached, is too old or may not be changed.
 */
export async function prepareDatabase(settings: Settings, log: (line: string) => void = () => undefined): Promise<string | null> {
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
      const done = await source.runMigrations({ transaction: 'each' });
      if (done.length > 0) log(`Migrated: ${done.map(({ name }) => name).join(', ')}`);
      if (!bypasses) return null;
      // A superuser is not bound by row-level security: transactions step down to a role that is.
      await source.query(
        `DO $$ BEGIN CREATE ROLE ${ROLE} NOLOGIN NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
      );
      await source.query(`
        GRANT USAGE ON SCHEMA public TO ${ROLE};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${ROLE};
        REVOKE UPDATE, DELETE, TRUNCATE ON event, enrolment_change FROM ${ROLE};
        REVOKE ALL ON schema_migration FROM ${ROLE};`);
      return ROLE;
    } finally {
      await source.destroy();
    }
  } finally {
    await gate.query('COMMIT').catch(() => undefined);
    await gate.end().catch(() => undefined);
  }
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
  if (code === 'ECONNREFUSED') return 'nothing answers there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host';
  if (code === '28P01' || code === '28000') return 'the user name or password is wrong';
  if (code === '3D000') return 'there is no such database';
  return message;
}
