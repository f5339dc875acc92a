import { DataSource } from 'typeorm';
import { givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { NOWHERE, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

/** What somebody would try who got to run SQL through the API. */
const STEPS: [what: string, statement: string, refused: RegExp][] = [
  ['becoming the owner', 'SET ROLE postgres', /does not exist|permission denied/],
  ['becoming the owner by name', 'SET ROLE waymark', /permission denied to set role/],
  ['becoming somebody else for the session', 'SET SESSION AUTHORIZATION waymark', /permission denied to set session authorization/],
  ['taking a wall down', 'ALTER TABLE venue DISABLE ROW LEVEL SECURITY', /must be owner of table venue/],
  ['no longer binding the owner', 'ALTER TABLE venue NO FORCE ROW LEVEL SECURITY', /must be owner of table venue/],
  ['taking a policy away', 'DROP POLICY venue_scope ON venue', /must be owner of relation venue/],
  ['adding a policy', 'CREATE POLICY mine ON venue USING (true)', /must be owner of table venue/],
  ['reading without row-level security', 'SET row_security = off; SELECT * FROM venue', /query would be affected by row-level security/],
  ['letting a trigger sleep', 'ALTER TABLE event DISABLE TRIGGER ALL', /must be owner of table event/],
  ['making triggers sleep for the session', 'SET session_replication_role = replica', /permission denied to set parameter/],
  ['changing the audit log', `UPDATE event SET name = 'nothing.happened'`, /permission denied for table event/],
  ['emptying the audit log', 'TRUNCATE event', /permission denied for table event/],
  ['changing the list of migrations', 'DELETE FROM schema_migration', /permission denied for table schema_migration/],
  [
    'making a function with the rights of somebody else',
    'CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1',
    /permission denied for schema public/,
  ],
  ['making a table', 'CREATE TABLE t ()', /permission denied for schema public/],
  ['making a table that stands before the real one', 'CREATE TEMP TABLE event ()', /permission denied to create temporary tables/],
  ['making a role', 'CREATE ROLE another SUPERUSER', /permission denied to create role/],
  ['becoming a superuser', 'ALTER ROLE CURRENT_USER SUPERUSER', /permission denied|must be superuser/],
  ['not being bound', 'ALTER ROLE CURRENT_USER BYPASSRLS', /permission denied|must be superuser/],
  ['reading files', `SELECT pg_read_file('/etc/passwd')`, /permission denied for function pg_read_file/],
  ['running programs', `COPY (SELECT 1) TO PROGRAM 'true'`, /permission denied to COPY to or from an external program/],
  ['reading passwords', 'SELECT rolpassword FROM pg_authid', /permission denied for table pg_authid/],
];

describe('the API’s connection to its database', () => {
  const connections = (): [string, (text: string) => Promise<unknown>][] => {
    const source = app.app.get(DataSource);
    const { readers } = app.app.get(Db) as unknown as { readers: { query(text: string): Promise<unknown> } };
    return [
      ['writing', (text) => source.query(text)],
      ['reading', (text) => readers.query(text)],
    ];
  };

  it.each(STEPS)('does not let anybody step up by %s', async (_, statement, refused) => {
    for (const [, query] of connections()) await expect(query(statement)).rejects.toThrow(refused);
  });

  it('is nobody else after RESET ROLE and RESET SESSION AUTHORIZATION, and owns nothing', async () => {
    for (const [, query] of connections()) {
      await query('RESET ROLE; RESET SESSION AUTHORIZATION; RESET ALL');
      const asked = (await query('SELECT session_user AS session, current_user AS now')) as { rows?: unknown[] } | unknown[];
      expect(Array.isArray(asked) ? asked : asked.rows).toEqual([{ session: 'waymark_app', now: 'waymark_app' }]);
    }
    expect(await app.sql(`SELECT relname FROM pg_class WHERE relowner = 'waymark_app'::regrole`)).toEqual([]);
    expect(
      await app.sql(
        `SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = 'waymark_app'`,
      ),
    ).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false }]);
    expect(await app.sql(`SELECT 1 FROM pg_auth_members WHERE member = 'waymark_app'::regrole`)).toEqual([]);
  });

  it('shows nothing of another provider, also after RESET ROLE', async () => {
    const [ours, theirs] = [await givenProvider(app), await givenProvider(app)];
    await givenVenue(app, ours.id);
    await givenVenue(app, theirs.id);
    const by: Actor = {
      ...{ personId: newId(), accountId: newId(), sessionId: newId(), reach: new Map() },
      scope: { ...NOWHERE, providers: [ours.id] },
    };
    const db = app.app.get(Db);
    const seen = await db.reading(by, async (read) => {
      await read.query(sql`RESET ROLE`);
      return read.query<{ id: string }>(sql`SELECT DISTINCT provider_id AS id FROM venue`);
    });
    expect(seen).toEqual([{ id: ours.id }]);
    expect(await db.unscoped(sql`SELECT 1 FROM venue`)).toEqual([]);
  });
});
