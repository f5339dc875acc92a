import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import { testDatabase } from '@waymark/shared/testing/database';
import { configOf } from './config';
import { prepareDatabase } from './database';
import { PROVIDERS } from '@waymark/people/demo/made';

const root = resolve(__dirname, '../..');
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  await client.connect();
  closing.push(() => client.end());
  return client;
}

async function database(): Promise<{ url: string; serving: string; client: pg.Client }> {
  const { url, serving, drop } = await testDatabase();
  closing.push(drop);
  return { url, serving, client: await connect(url) };
}

/** A login of the server, and what is to be there when it is made; both go at the end. */
async function login(client: pg.Client, powers: string): Promise<{ name: string; url: (of: string) => string }> {
  const name = `login_${randomUUID().slice(0, 8)}`;
  await client.query(`CREATE ROLE ${name} LOGIN PASSWORD 'x' ${powers}`);
  closing.push(async () => void (await client.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`)));
  return { name, url: (of) => Object.assign(new URL(of), { username: name, password: 'x' }).href };
}

const prepare = (url: string, ownDemo = false) => prepareDatabase(configOf({ DATABASE_URL: url }).settings, { ownDemo });
const migrationsIn = async (client: pg.Client) =>
  (await client.query('SELECT name FROM schema_migration ORDER BY id')).rows.map(({ name }) => name);

/** The database says that other migrations made it. */
async function madeBy(client: pg.Client, names: readonly string[]): Promise<void> {
  await client.query('TRUNCATE schema_migration');
  for (const name of names) await client.query('INSERT INTO schema_migration (timestamp, name) VALUES ($1, $2)', [name.slice(-13), name]);
}
const provider = (client: pg.Client, name: string) => client.query('INSERT INTO provider (id, name) VALUES ($1, $2)', [randomUUID(), name]);

const THIRTEEN = [
  ...['Shared1795000000000', 'People1795000001000', 'Identity1795000002000', 'Cohorts1795000003000', 'Schedule1795000006000'],
  ...['ReleaseAffected1795000007000', 'CohortLists1795000031000', 'EmploymentOverlap1795000041000', 'BlockingClashes1795000051000'],
  ...['ProvidersFirst1795000061000', 'OneQuestion1795000071000', 'WhoseRow1795000081000', 'SecondWallForWriting1795000091000'],
];

describe('a database that other migrations made', () => {
  it('is refused in one sentence that says what it is and what to do, and is left alone', async () => {
    const { url, client } = await database();
    await madeBy(client, THIRTEEN);
    await provider(client, 'Somebody’s own');
    await expect(prepare(url)).rejects.toThrow(
      /made by a version of Waymark from before its first release \(Shared1795000000000\).*npm run db -- reset/,
    );
    expect(await migrationsIn(client)).toEqual(THIRTEEN);
  });

  it('is refused in other words when it is newer than this version', async () => {
    const { url, client } = await database();
    await client.query(`INSERT INTO schema_migration (timestamp, name) VALUES (4102444800000, 'Later4102444800000')`);
    await expect(prepare(url)).rejects.toThrow(/brought up to date by a newer version of Waymark \(Later4102444800000\)/);
  });

  it('is made anew when it is the demo’s own', async () => {
    const { url, client } = await database();
    const now = await migrationsIn(client);
    await madeBy(client, THIRTEEN);
    await provider(client, PROVIDERS[0]);
    await prepare(url, true);
    expect(await migrationsIn(client)).toEqual(now);
    expect((await client.query('SELECT 1 FROM provider')).rowCount).toBe(0);
  });

  it('is not made anew when somebody has set their own provider up in it', async () => {
    const { url, client } = await database();
    await madeBy(client, THIRTEEN);
    await provider(client, PROVIDERS[0]);
    await provider(client, 'Somebody’s own');
    await expect(prepare(url, true)).rejects.toThrow('from before its first release');
    expect((await client.query('SELECT 1 FROM provider')).rowCount).toBe(2);
  });

  it('is said to be the demo’s own by npm start when it is the embedded one alone', async () => {
    const { url } = await database();
    const said = (code: string, env: Record<string, string>) =>
      spawnSync(
        process.execPath,
        ['--input-type=module', '-e', `import { database, databaseEnv } from '${root}/tools/server.mjs'; ${code}`],
        {
          encoding: 'utf8',
          env: { ...process.env, ...env },
        },
      ).stdout.trim();
    const flag = 'console.log(databaseEnv(db).DEMO_OWN_DATABASE)';
    expect(said(`const db = await database(); ${flag}`, { DATABASE_URL: url, DEMO_OWN_DATABASE: '1' })).toBe('0');
    expect(said(`const db = { url: () => '', embedded: true }; ${flag}`, {})).toBe('1');
    expect(configOf({ DATABASE_URL: url, DEMO_OWN_DATABASE: '1' }).ownDemo).toBe(false);
    expect(configOf({ DATABASE_URL: url, DEMO_OWN_DATABASE: '1', DEMO: '1' }).ownDemo).toBe(true);
  });
});

describe('the login that serves', () => {
  it('gets what it needs of a table that is made after it, and adding alone where the table is append-only', async () => {
    const { url, serving, client } = await database();
    const both = () => prepareDatabase(configOf({ DATABASE_OWNER_URL: url, DATABASE_URL: serving }).settings);
    await client.query(`CREATE TABLE plain (id uuid); CREATE TABLE kept (id uuid); CALL waymark_append_only('kept')`);
    const may = async (table: string) =>
      (
        await client.query(
          `SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p WHERE has_table_privilege('waymark_app', $1, p)`,
          [table],
        )
      ).rows.map(({ p }) => p);
    expect(await may('plain')).toEqual([]);
    await both();
    expect([await may('plain'), await may('kept'), await may('schema_migration')]).toEqual([
      ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
      ['SELECT', 'INSERT'],
      ['SELECT'],
    ]);
    await client.query(`CALL waymark_append_only('plain')`);
    await both();
    expect(await may('plain')).toEqual(['SELECT', 'INSERT']);
  });

  it('is made beside the only one that is given, for each database its own, and every process finds it', async () => {
    const { url, client } = await database();
    const [one, other] = [await prepare(url), await prepare(url)];
    const name = `${new URL(url).pathname.slice(1)}_app`;
    closing.push(async () => void (await client.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`)));
    expect([new URL(one.databaseUrl).username, one.role]).toEqual([name, null]);
    expect(other.databaseUrl).toBe(one.databaseUrl);
    const serving = await connect(one.databaseUrl);
    expect((await serving.query('SELECT 1 FROM event')).rowCount).toBe(0);
    await expect(serving.query('RESET ROLE; ALTER TABLE venue DISABLE ROW LEVEL SECURITY')).rejects.toThrow('must be owner');
    await serving.end();
    closing.splice(closing.length - 1);

    // Somebody changed its password: the next start gives it the right one.
    await client.query(`ALTER ROLE ${name} PASSWORD 'another'`);
    expect((await prepare(url)).databaseUrl).toBe(one.databaseUrl);
  });

  it('is enough for a process that only serves, which says what is missing', async () => {
    const { url, serving, client } = await database();
    await prepareDatabase(configOf({ DATABASE_OWNER_URL: url, DATABASE_URL: serving }).settings);
    expect(await prepare(serving)).toMatchObject({ databaseUrl: serving, role: null });
    await client.query('DELETE FROM schema_migration WHERE id = (SELECT max(id) FROM schema_migration)');
    await expect(prepare(serving)).rejects.toThrow(/has not been brought up to date.*npm run db -- migrate with DATABASE_OWNER_URL first/);
    expect(new URL(url).username).not.toBe(new URL(serving).username);
  });

  it('begins anew with a start, whatever it had set for the connections after it', async () => {
    const { url, client } = await database();
    const { databaseUrl } = await prepare(url);
    const name = new URL(databaseUrl).username;
    closing.push(async () => void (await client.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`)));
    const once = async (text: string) => {
      const serving = await connect(databaseUrl);
      const { rows } = await serving.query(text);
      await serving.end();
      closing.splice(closing.length - 1);
      return rows;
    };
    await once(`ALTER ROLE CURRENT_USER SET default_transaction_read_only = on; ALTER ROLE CURRENT_USER SET lock_timeout = '9s'`);
    expect((await once('SHOW default_transaction_read_only'))[0]).toEqual({ default_transaction_read_only: 'on' });
    await prepare(url);
    expect((await once('SHOW default_transaction_read_only'))[0]).toEqual({ default_transaction_read_only: 'off' });
    // What the owner of the server may want of it stays.
    expect((await once('SHOW lock_timeout'))[0]).toEqual({ lock_timeout: '9s' });
  });

  it('may make no temporary tables, and is refused where it may', async () => {
    const { url, client } = await database();
    const { name, url: as } = await login(client, '');
    const both = configOf({ DATABASE_OWNER_URL: url, DATABASE_URL: as(url) }).settings;
    await prepareDatabase(both);
    const database_ = new URL(url).pathname.slice(1);
    await expect((await connect(as(url))).query('CREATE TEMP TABLE event ()')).rejects.toThrow(
      'permission denied to create temporary tables',
    );
    await client.query(`GRANT TEMPORARY ON DATABASE "${database_}" TO ${name}`);
    await expect(prepare(as(url))).rejects.toThrow('may make temporary tables');
    await prepareDatabase(both);
    expect(await prepare(as(url))).toMatchObject({ role: null });
  });

  it('is refused when it may do more than serve', async () => {
    const { url, client } = await database();
    const group = await login(client, '');
    const refused = async (powers: string, after?: (name: string) => string) => {
      const { name, url: as } = await login(client, powers);
      if (after) await client.query(after(name));
      const { settings } = configOf({ DATABASE_OWNER_URL: url, DATABASE_URL: as(url) });
      return prepareDatabase(settings).then(
        () => 'taken',
        (error: Error) => error.message.replace(name, 'it'),
      );
    };
    expect(await refused('SUPERUSER')).toContain('The login it in DATABASE_URL must do no more than serve, and is a superuser');
    expect(await refused('BYPASSRLS')).toContain('is not bound by row-level security');
    expect(await refused('CREATEROLE')).toContain('may make other roles');
    expect(await refused('', (name) => `GRANT ${group.name} TO ${name}`)).toContain(`is a member of the role ${group.name}`);
    expect(await refused('', (name) => `CREATE TABLE mine (); ALTER TABLE mine OWNER TO ${name}`)).toContain('owns tables');
    const same = configOf({ DATABASE_OWNER_URL: url, DATABASE_URL: url }).settings;
    await expect(prepareDatabase(same)).rejects.toThrow('must name two logins');
  });

  it('gets its password from the address only where it is this database’s: a mistyped one changes nobody else’s', async () => {
    const { url, client } = await database();
    const mistyped = (address: string) => {
      const typed = Object.assign(new URL(address), { password: 'typo' }).href;
      return prepareDatabase(configOf({ DATABASE_OWNER_URL: url, DATABASE_URL: typed }).settings);
    };
    const [mighty, application] = [await login(client, 'SUPERUSER'), await login(client, '')];
    await expect(mistyped(mighty.url(url))).rejects.toThrow('is a superuser');
    await expect(mistyped(application.url(url))).rejects.toThrow('the user name or password is wrong');
    for (const { url: as } of [mighty, application]) await (await connect(as(url))).query('SELECT 1');
    // As a restored dump has them.
    await client.query(`GRANT SELECT ON schema_migration TO ${application.name}`);
    expect((await mistyped(application.url(url))).role).toBeNull();
  });

  it('may be the owner who is no superuser and makes no roles: the walls bind them, and so does what is append-only', async () => {
    const { url, client } = await database();
    const { name, url: as } = await login(client, 'NOSUPERUSER');
    await client.query(`CREATE DATABASE ${name} OWNER ${name}`);
    closing.push(async () => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`)));
    const theirs = Object.assign(new URL(as(url)), { pathname: `/${name}` }).href;
    const said: string[] = [];
    const prepared = await prepareDatabase(configOf({ DATABASE_URL: theirs }).settings, { log: (line) => said.push(line) });
    expect([prepared.databaseUrl, prepared.role]).toEqual([theirs, null]);
    expect(said.at(-1)).toMatch(new RegExp(`connects as ${name}, who owns the tables: .* Set DATABASE_OWNER_URL and DATABASE_URL`));

    const owner = await connect(theirs);
    const [here, there] = [randomUUID(), randomUUID()];
    await owner.query(`SELECT set_config('waymark.providers', $1, false)`, [`${here},${there}`]);
    await owner.query(`INSERT INTO provider (id, name) VALUES ($1, 'Here'), ($2, 'There')`, [here, there]);
    await owner.query('RESET waymark.providers');
    const venue = `INSERT INTO venue (id, provider_id, name, address, nation, access) VALUES (gen_random_uuid(), $1, 'Hall', '', 'ENG', '{}')`;
    await owner.query('BEGIN');
    await owner.query(`SELECT set_config('waymark.providers', $1, true)`, [here]);
    await owner.query(venue, [here]);
    await expect(owner.query(venue, [there])).rejects.toThrow('row-level security');
    await owner.query('ROLLBACK');
    await mustTellWhatIsTaken(owner, here);
    await owner.query(`INSERT INTO event (id, name, subject_id, actor_id, at, facts) VALUES ($1, 'x', $1, $1, now(), '{}')`, [here]);
    for (const change of [`UPDATE event SET name = 'y'`, 'DELETE FROM event', 'TRUNCATE event']) {
      await expect(owner.query(change)).rejects.toThrow('permission denied');
    }
    await owner.query('GRANT ALL ON event TO CURRENT_USER');
    for (const change of [`UPDATE event SET name = 'y'`, 'DELETE FROM event', 'TRUNCATE event']) {
      await expect(owner.query(change)).rejects.toThrow('append-only');
    }
  });
});

/** Owners whom the walls bind are told as well that a room of the provider is taken by a cohort they do not see, and see no more afterwards. */
async function mustTellWhatIsTaken(owner: pg.Client, provider: string): Promise<void> {
  const [programme, blueprint, venue, room, ours, theirs] = Array.from({ length: 6 }, () => randomUUID());
  const cohort = `INSERT INTO cohort (id, provider_id, programme_id, blueprint_id, code, name, place, nation, starts_on, ends_on, capacity, min_viable, stage)
    VALUES ($1, $2, $3, $4, $5, $5, '', 'ENG', '2027-06-24', '2027-06-25', 24, 8, 'planning')`;
  await owner.query('BEGIN');
  await owner.query(`SELECT set_config('waymark.everything', 'on', true)`);
  await owner.query(
    `INSERT INTO programme (id, provider_id, title, code, summary, status, rules) VALUES ($1, $2, 'P', 'P', '', 'active', '{}')`,
    [programme, provider],
  );
  await owner.query(
    `INSERT INTO blueprint (id, provider_id, programme_id, number, status, capacity, min_viable) VALUES ($1, $2, $3, 1, 'draft', 24, 8)`,
    [blueprint, provider, programme],
  );
  await owner.query(`INSERT INTO venue (id, provider_id, name, address, nation, access) VALUES ($1, $2, 'Hall', '', 'ENG', '{}')`, [
    venue,
    provider,
  ]);
  await owner.query(
    `INSERT INTO room (id, provider_id, venue_id, name, position, capacities, access, equipment) VALUES ($1, $2, $3, 'Room', 1, '{}', '{}', '{}')`,
    [room, provider, venue],
  );
  for (const [id, code] of [
    [ours, 'OURS'],
    [theirs, 'THEIRS'],
  ]) {
    await owner.query(`INSERT INTO scope (kind, id, provider_id, name) VALUES ('cohort', $1, $2, $3)`, [id, provider, code]);
    await owner.query(cohort, [id, provider, programme, blueprint, code]);
  }
  await owner.query(
    `INSERT INTO session (id, provider_id, cohort_id, title, kind, purpose, starts_at, ends_at, duration, mandatory, mode, room_id, equipment, set_up, clear_up, note, status, position, ics_uid)
     VALUES (gen_random_uuid(), $1, $2, 'Hidden', 'workshop', '', '2027-06-24 12:00Z', '2027-06-24 13:30Z', 90, true, 'in_person', $3, '{}', 0, 0, '', 'draft', 1, 'hidden@waymark')`,
    [provider, theirs, room],
  );
  await owner.query(`SELECT set_config('waymark.everything', '', true), set_config('waymark.cohorts', $1, true)`, [ours]);
  const taken = await owner.query(`SELECT seen_id, room_id FROM waymark_taken($1, $2, '2027-06-01', '2027-07-01')`, [ours, [venue]]);
  expect(taken.rows).toEqual([{ seen_id: null, room_id: room }]);
  expect((await owner.query('SELECT 1 FROM session')).rowCount).toBe(0);
  await owner.query('ROLLBACK');
}
