import pg from 'pg';
import { getConstructionPlans, getMigrationPlans } from 'pg-boss';
import { DataSource } from 'typeorm';
import type { Settings } from '@waymark/shared/api/settings';
import { connection } from '@waymark/shared/api/connection';
import { dataSourceOptions } from '@waymark/shared/api/shared.module';
import { reseal } from '@waymark/identity/api/second-factor/reseal.queries';
import { Secrets } from '@waymark/identity/api/second-factor/secrets';
import { PROVIDERS } from '@waymark/people/demo/made';
import { migrations } from './domains';
import { loginThere, makeLogin, powersOf, servingAddress, servingName, tooMighty } from './serving-login';

const LOCK = 7_205_191_527;
const OLDEST = 15;

interface Preparing {
  log?: (line: string) => void;
  /** The database is the embedded one that the demo is put into: a demo that this version cannot bring up to date goes instead of being refused. */
  ownDemo?: boolean;
}

/**
 * Brings the database up to date, as the login that owns the tables, and finds the login that serves: one that has no way to more than the rows
 * that row-level security shows it (ADR 18). Several processes may start at once: the first holds an advisory lock, which ends with its
 * transaction, and the others wait.
 * @returns the settings to go on with: `databaseUrl` is the serving login's. `role` is what its transactions must take on for row-level
 * security to bind, where it is the owner after all; `log` is told why then.
 * @throws a sentence for the person who starts the server when the database cannot be reached, is too old, may not be changed or
 * was made by a version that this one cannot follow.
 */
export async function prepareDatabase(settings: Settings, { log = () => undefined, ownDemo = false }: Preparing = {}): Promise<Settings> {
  const owner = ownerOf(settings);
  const gate = new pg.Client({
    ...connection(owner),
    statement_timeout: 0,
    silence: 0,
    idle_in_transaction_session_timeout: 0,
  } as pg.ClientConfig);
  gate.on('error', () => undefined);
  const variable = settings.databaseOwnerUrl ? 'DATABASE_OWNER_URL' : 'DATABASE_URL';
  await gate.connect().catch((error: Error & { code?: string }) => {
    throw new Error(`Cannot connect to the database in ${variable} (${whereOf(owner.databaseUrl)}): ${reasonOf(error)}`);
  });
  try {
    const { rows } = await gate.query<Who>(WHO);
    const who = rows[0]!;
    if (who.version < OLDEST) throw new Error(`The database in ${variable} is PostgreSQL ${who.version}; Waymark needs ${OLDEST} or newer`);
    if (who.servesOnly) {
      await mustBeUpToDate(gate, owner.databaseUrl);
      mustServe(who.name, await powersOf(connection(owner)));
      return { ...settings, role: null };
    }
    await gate.query('BEGIN');
    await gate.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const source = await new DataSource({ ...dataSourceOptions({ ...owner, poolSize: 2 }, [], migrations), extra: {} }).initialize();
    try {
      const strange = await strangeMigrations(source);
      if (strange.length > 0) {
        if (!ownDemo || !(await holdsOnlyDemo(source))) throw new Error(sentenceAbout(strange, whereOf(owner.databaseUrl)));
        await emptyDatabase(settings);
        log('The demo data was made by another version of Waymark. It is being made again');
      }
      const done = await source.runMigrations({ transaction: 'each' });
      if (done.length > 0) log(`Migrated: ${done.map(({ name }) => name).join(', ')}`);
      await bringQueueUpToDate(source);
      const serving = await servingLogin(source, settings, { ...who, password: passwordOf(gate) }, log);
      const role = serving.role ?? (serving.databaseUrl === owner.databaseUrl ? null : nameIn(serving.databaseUrl));
      if (role) await bindLogin(source, role, who.makesRoles);
      return serving;
    } finally {
      await source.destroy();
    }
  } finally {
    await gate.query('COMMIT').catch(() => undefined);
    await gate.end().catch(() => undefined);
  }
}

/** The same with the login that owns the tables. */
const ownerOf = (settings: Settings): Settings => ({ ...settings, databaseUrl: settings.databaseOwnerUrl ?? settings.databaseUrl });

interface Who {
  name: string;
  database: string;
  version: number;
  bypasses: boolean;
  makesRoles: boolean;
  servesOnly: boolean;
}
/** Whoever reads the list of migrations and does not own it serves, and does nothing else. */
const WHO = `
  SELECT current_user AS name, current_database() AS database, current_setting('server_version_num')::int / 10000 AS version,
         r.rolsuper OR r.rolbypassrls AS bypasses, r.rolsuper OR r.rolcreaterole AS "makesRoles",
         EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = to_regclass('public.schema_migration') AND NOT pg_has_role(c.relowner, 'USAGE')) AS "servesOnly"
    FROM pg_roles r WHERE r.rolname = current_user`;

/** A process that may not change the database only looks whether somebody has brought it to where this version is. */
async function mustBeUpToDate(gate: pg.Client, url: string): Promise<void> {
  const { rows } = await gate.query<{ name: string }>('SELECT name FROM schema_migration');
  const done = new Set(rows.map(({ name }) => name));
  const missing = migrations.map((Each) => new Each().name).filter((name) => !done.has(name));
  if (missing.length > 0)
    throw new Error(
      `The database in DATABASE_URL (${whereOf(url)}) has not been brought up to date (${missing[0]} is missing), and this login may not do it. Run npm run db -- migrate with DATABASE_OWNER_URL first`,
    );
}

function mustServe(name: string, powers: Awaited<ReturnType<typeof powersOf>>): void {
  const why = tooMighty(powers);
  if (why)
    throw new Error(`The login ${name} in DATABASE_URL must do no more than serve, and ${why}. docs/runbook.md says what it is to be`);
}

/** The two logins that were given, or one made beside the only one; that one itself where nothing else is to be had, which is said. */
async function servingLogin(
  source: DataSource,
  settings: Settings,
  { name: owner, database, makesRoles, bypasses, password }: Who & { password: string | null },
  log: (line: string) => void,
): Promise<Settings> {
  const given = settings.databaseOwnerUrl ? settings.databaseUrl : null;
  const address = given ?? (makesRoles ? servingAddress(settings.databaseUrl, database, password) : null);
  if (address) {
    const name = nameIn(address);
    if (name === owner) throw new Error(`DATABASE_URL and DATABASE_OWNER_URL must name two logins, and both name ${owner}`);
    const ask = () => powersOf(connection({ ...settings, databaseUrl: address }));
    const query = <Row>(text: string, values?: unknown[]) => source.query<Row[]>(text, values);
    const powers = await ask().catch(async (refused: Error & { code?: string }) => {
      // 28P01: another password, or no such login; 28000: it may not log in yet.
      if (!makesRoles || !['28P01', '28000'].includes(refused.code ?? '')) return refused;
      // A mistyped address may name anybody's login: one that is no login of this database keeps its password.
      const there = await loginThere(query, name);
      if (there) mustServe(name, { ...there, ...ALL_MAY_YET });
      if (there && !there.servesHere && name !== servingName(database)) return refused;
      return makeLogin(query, name, decodeURIComponent(new URL(address).password), { there: there !== undefined })
        .then(ask)
        .catch((error: Error) => error);
    });
    if (!(powers instanceof Error)) {
      mustServe(name, { ...powers, ...ALL_MAY_YET });
      return { ...settings, databaseUrl: address, role: null };
    }
    if (given) throw new Error(`Cannot connect to the database in DATABASE_URL (${whereOf(given)}) as ${name}: ${reasonOf(powers)}`);
    log(`${servedByOwner(owner)} (the login ${name} made for it cannot connect: ${reasonOf(powers)})`);
    if (bypasses) return { ...settings, role: name };
    return { ...settings, role: null };
  }
  if (bypasses && !makesRoles)
    throw new Error(`The login ${owner} in DATABASE_URL is not bound by row-level security and may not make one that is. ${TWO_LOGINS}`);
  log(servedByOwner(owner));
  if (!bypasses) return { ...settings, role: null };
  const role = servingName(database);
  const quoted = pg.escapeIdentifier(role);
  await source.query(
    `DO $$ BEGIN CREATE ROLE ${quoted} NOLOGIN NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`,
  );
  return { ...settings, role };
}

/** Temporary tables everybody may make in a database until that is taken away, which is done next. */
const ALL_MAY_YET = { shadows: false };
const TWO_LOGINS = 'Set DATABASE_OWNER_URL and DATABASE_URL to two logins, as docs/runbook.md says';
const servedByOwner = (owner: string) =>
  `The API connects as ${owner}, who owns the tables: whoever could run SQL through it could take the walls down. ${TWO_LOGINS}`;

const nameIn = (url: string): string => decodeURIComponent(new URL(url).username);
/** The one the connection was made with, from wherever the driver had it. */
const passwordOf = (client: pg.Client): string | null => (typeof client.password === 'string' && client.password ? client.password : null);

/** Gives the login that serves what it needs, and takes away what could outlive or mislead its transactions. */
async function bindLogin(source: DataSource, name: string, makesRoles: boolean): Promise<void> {
  await source.query(`CALL waymark_grant(${pg.escapeLiteral(name)})`);
  const [may] = await source.query<{ temporary: boolean; settings: string[] }[]>(
    `SELECT has_database_privilege(r.oid, current_database(), 'TEMPORARY') AS temporary,
            ARRAY(SELECT DISTINCT split_part(said, '=', 1) FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) AS said
                   WHERE s.setrole = r.oid AND split_part(said, '=', 1) = ANY ($2) ORDER BY 1) AS settings
       FROM pg_roles r WHERE r.rolname = $1`,
    [name, TELLING],
  );
  if (may!.temporary)
    throw new Error(
      `The login ${name} may make temporary tables, which would be found before the real ones of their name. As the owner of the database run REVOKE TEMPORARY ON DATABASE ${pg.escapeIdentifier(await nameOfDatabase(source))} FROM PUBLIC`,
    );
  // A login may change what it begins with, for every connection after: a start takes that back where it can.
  if (!makesRoles) return;
  for (const setting of may!.settings)
    for (const where of ['', ` IN DATABASE ${pg.escapeIdentifier(await nameOfDatabase(source))}`])
      await source.query(`ALTER ROLE ${pg.escapeIdentifier(name)}${where} RESET ${setting}`);
}
/** What of a login's own settings would change what the walls show, or what can be written. */
const TELLING = ['default_transaction_read_only', 'row_security', 'search_path', 'role'];
const nameOfDatabase = async (source: DataSource): Promise<string> =>
  (await source.query<{ name: string }[]>('SELECT current_database() AS name'))[0]!.name;

/** The tables of the queue, as the owner: whoever serves may not make any. */
async function bringQueueUpToDate(source: DataSource): Promise<void> {
  const [queue] = await source.query<{ there: boolean }[]>(`SELECT to_regclass('pgboss.version') IS NOT NULL AS there`);
  const making = getConstructionPlans();
  if (!queue!.there) return void (await source.query(making));
  const [now] = await source.query<{ version: number }[]>('SELECT version FROM pgboss.version');
  const newest = Number(/INSERT INTO pgboss\.version\(version\) VALUES \('(\d+)'\)/.exec(making)?.[1]);
  if (now!.version < newest) await source.query(getMigrationPlans('pgboss', now!.version));
}

/** Where the audit log is not what was recorded, and how much of it there is. Changes nothing. */
export async function verifyAudit(settings: Settings): Promise<{ places: TamperedPlace[]; events: number; subjects: number }> {
  const client = new pg.Client(ownerOf(settings).databaseUrl);
  await client.connect();
  try {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL waymark.everything = 'on'`);
    const { rows: places } = await client.query<TamperedPlace>('SELECT * FROM waymark_verify_audit()');
    const { rows } = await client.query<{ events: number; subjects: number }>(
      'SELECT count(*)::int AS events, count(DISTINCT subject_id)::int AS subjects FROM event',
    );
    return { places, ...rows[0]! };
  } finally {
    await client.end();
  }
}

/** Seals what the key in `before` has sealed with the one in `settings`. */
export async function resealSecrets(settings: Settings, before: Settings): Promise<{ sealed: number; left: number }> {
  const client = new pg.Client(ownerOf(settings).databaseUrl);
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL waymark.everything = 'on'`);
    const done = await reseal(client, new Secrets(before), new Secrets(settings));
    await client.query('COMMIT');
    return done;
  } finally {
    await client.end();
  }
}

interface TamperedPlace {
  subject_id: string;
  sequence: number;
  event_id: string | null;
  what: string;
}

/** Drops everything in the database; a `prepareDatabase` makes it anew. */
export async function emptyDatabase(settings: Settings): Promise<void> {
  const client = new pg.Client(ownerOf(settings).databaseUrl);
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
