import { givenPerson } from '@waymark/people/testing/people.factories';
import { givenParticipant, givenSchedule, givenSession } from '@waymark/schedule/testing/schedule.factories';
import { NOWHERE, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

/** Tables that are neither walled nor append-only, and why that is right. */
const OPEN: Record<string, string> = {
  account: 'identity’s own: found by an address before anybody is signed in',
  attempt: 'counts what is limited, and names nobody',
  auth_session: 'identity’s own: found by the hash of a cookie before anybody is known',
  employment: 'the installation’s, as persons are: queries carry person_provider or the employer',
  idempotency_key: 'asked for by the account that it belongs to alone',
  import_batch: 'people’s: queries carry the provider, and an import of organisations has none',
  import_mapping: 'people’s: names of columns, by provider or for none',
  import_row: 'hangs on its import_batch, which queries carry',
  invitation: 'identity’s own: found by the hash of a token before anybody is known',
  known_device: 'identity’s own: found by the hash of a cookie before anybody is known',
  passkey: 'identity’s own: asked for by the account that it belongs to alone',
  person: 'the installation’s: queries carry person_provider, and the provider that knew somebody first keeps their details',
  person_email: 'the installation’s, as persons are',
  person_provider: 'says itself which provider knows whom, and is asked by provider',
  person_word: 'words of names, as persons are: a search joins them with person_provider',
  provider: 'names alone, which everybody may know',
  recovery_code: 'identity’s own: asked for by the account that it belongs to alone',
  role_assignment: 'identity’s own: what somebody reaches is read from it',
  schema_migration: 'TypeORM’s list of migrations, closed to the role of the transactions',
  scope: 'identity’s own: names of places, found by the id in a role or an invitation, also before anybody is signed in',
  second_factor_policy: 'identity’s own: says what is asked of whoever signs in',
  sign_in_link: 'identity’s own: found by the hash of a token before anybody is known',
  totp_factor: 'identity’s own: asked for by the account that it belongs to alone',
};

/** Walled: row-level security, for the owner as well, with a policy that asks for the scope. Kept: no row is ever changed, nor all removed. */
const TABLES = `
  SELECT c.relname AS name,
         c.relrowsecurity AND c.relforcerowsecurity
           AND EXISTS (SELECT 1 FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname AND p.cmd = 'ALL' AND p.qual LIKE '%waymark_%') AS walled,
         (SELECT count(DISTINCT g.tgtype) = 2 FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgfoid = 'waymark_append_only()'::regprocedure AND g.tgenabled = 'O')
           AND NOT has_table_privilege('waymark_app', c.oid, 'UPDATE, DELETE, TRUNCATE') AS kept
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`;
interface Table {
  name: string;
  walled: boolean;
  kept: boolean;
}
const open = (tables: Table[]) => tables.filter(({ walled, kept }) => !walled && !kept).map(({ name }) => name);

/** Runs statements that are taken back, and answers what the tables are then. */
async function tablesAfter(...statements: string[]): Promise<Table[]> {
  const client = await app.pool.connect();
  try {
    await client.query('BEGIN');
    for (const statement of statements) await client.query(statement);
    return (await client.query<Table>(TABLES)).rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

describe('every table', () => {
  it('is walled, or append-only, or open for a reason', async () => {
    expect(open(await app.sql(TABLES))).toEqual(Object.keys(OPEN).sort());
  });

  it.each([
    ['is new', 'CREATE TABLE mentorship (id uuid PRIMARY KEY, provider_id uuid NOT NULL)', 'mentorship'],
    ['has lost its wall', 'ALTER TABLE enrolment DISABLE ROW LEVEL SECURITY', 'enrolment'],
    ['no longer binds its owner', 'ALTER TABLE enrolment NO FORCE ROW LEVEL SECURITY', 'enrolment'],
    ['has a wall without a policy', 'DROP POLICY venue_scope ON venue', 'venue'],
    ['may be emptied', 'DROP TRIGGER event_no_truncate ON event', 'event'],
    ['may be changed while a trigger sleeps', 'ALTER TABLE event DISABLE TRIGGER event_append_only', 'event'],
    ['may be changed by the role of the transactions', 'GRANT UPDATE ON event TO waymark_app', 'event'],
  ])('is found here when it %s', async (_, change, table) => {
    expect(open(await tablesAfter(change))).toContain(table);
  });

  it('has a wall with one line of its migration, and is bound to the provider of its cohort', async () => {
    const made = 'CREATE TABLE mentorship (id uuid PRIMARY KEY, provider_id uuid NOT NULL, cohort_id uuid NOT NULL)';
    expect(open(await tablesAfter(made, `CALL waymark_wall('mentorship')`))).not.toContain('mentorship');
  });

  it('that names a cohort and a provider names them together', async () => {
    const loose = await app.sql(`
      SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'cohort_id' AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
         AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid = 'cohort'::regclass
                          AND pg_get_constraintdef(k.oid) LIKE 'FOREIGN KEY (cohort_id, provider_id) REFERENCES cohort(id, provider_id)%')`);
    expect(loose).toEqual([]);
  });
});

/** Functions that look past what a transaction sees, and what each of them answers. */
const PAST_THE_WALLS: Record<string, string> = {
  waymark_elsewhere: 'places of a cohort whose people are in two sessions at once',
  waymark_placed_unseen: 'people who have a place on the programme of a cohort, on another one',
  waymark_taken: 'when rooms, facilitators and people of a cohort are taken, and not by what',
};

describe('what looks past the walls', () => {
  const asking = <T>(scope: Partial<Actor['scope']>, statement: Sql) => {
    const by: Actor = { personId: newId(), accountId: newId(), sessionId: newId(), reach: new Map(), scope: { ...NOWHERE, ...scope } };
    return app.app
      .get(Db)
      .reading(by, async (read) => [await read.query<T>(statement), await read.query<{ scope: string }>(SCOPE)] as const);
  };
  const SCOPE = sql`SELECT coalesce(current_setting('waymark.providers', true), '') AS scope, (SELECT count(*)::int FROM session) AS sessions`;

  it('is listed, and runs with the rights of whoever asks', async () => {
    const functions = await app.sql<{ name: string; definer: boolean }>(`
      SELECT p.proname AS name, p.prosecdef AS definer FROM pg_proc p
       WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'waymark%' AND (p.prosecdef OR p.prosrc LIKE '%set_config%') ORDER BY 1`);
    expect(functions).toEqual(Object.keys(PAST_THE_WALLS).map((name) => ({ name, definer: false })));
  });

  it('answers for a cohort that the transaction sees, for no other, and leaves its scope as it was', async () => {
    const ours = await givenSchedule(app);
    const theirs = await givenSchedule(app, { providerId: ours.providerId, programmeId: ours.programmeId });
    const { id: personId } = await givenPerson(app, { providerId: ours.providerId });
    await givenParticipant(app, theirs, { personId });
    const other = await givenSchedule(app);
    const at = '2027-06-24 09:30';
    for (const schedule of [ours, theirs]) await givenSession(app, schedule, { at, roomId: ours.rooms.chelmer });
    const taken = (asked: string) =>
      sql`SELECT seen_id AS seen, room_id AS room FROM waymark_taken(${asked}, ${[ours.venueId]}::uuid[], '2027-06-01', '2027-07-01')`;
    const placed = (asked: string) => sql`SELECT p AS id FROM waymark_placed_unseen(${asked}) p`;

    const cohorts = [ours.cohortId];
    expect(await asking({ cohorts }, taken(ours.cohortId))).toEqual([
      [{ seen: null, room: ours.rooms.chelmer }],
      [{ scope: '', sessions: 1 }],
    ]);
    expect((await asking({ cohorts }, placed(ours.cohortId)))[0]).toEqual([{ id: personId }]);
    // Somebody at another provider too keeps to the one asked about, and gets theirs back.
    const [, scope] = await asking({ cohorts, providers: [other.providerId] }, taken(ours.cohortId));
    expect(scope).toEqual([{ scope: other.providerId, sessions: 1 }]);
    for (const reach of [{}, { cohorts: [other.cohortId] }, { providers: [other.providerId] }]) {
      for (const cohort of [ours.cohortId, theirs.cohortId]) {
        expect((await asking(reach, taken(cohort)))[0]).toEqual([]);
        expect((await asking(reach, placed(cohort)))[0]).toEqual([]);
        expect((await asking(reach, sql`SELECT waymark_elsewhere(${cohort})`))[0]).toEqual([]);
      }
    }
    expect((await asking({ cohorts }, taken(theirs.cohortId)))[0]).toEqual([]);
  });
});
