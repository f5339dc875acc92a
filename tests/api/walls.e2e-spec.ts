import { givenEmployment, givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
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

/** Tables that have no wall, and why that is right. */
const OPEN: Record<string, string> = {
  attempt: 'counts what is limited before anybody is known, and names nobody: whoever could run statements would not need to guess',
  schema_migration: 'TypeORM’s list of migrations, which the serving login reads and cannot change',
};
/** Tables whose rows are never changed or removed. */
const APPEND_ONLY = ['enrolment_change', 'event'];

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
const open = (tables: Table[]) => tables.filter(({ walled }) => !walled).map(({ name }) => name);
const loose = (tables: Table[]) => APPEND_ONLY.filter((name) => !tables.some((table) => table.name === name && table.kept));

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
  it('is walled, or open for a reason; and what is kept is append-only', async () => {
    const tables = await app.sql<Table>(TABLES);
    expect(open(tables)).toEqual(Object.keys(OPEN).sort());
    expect(loose(tables)).toEqual([]);
    expect(tables.filter(({ kept }) => kept).map(({ name }) => name)).toEqual(APPEND_ONLY);
  });

  it.each([
    ['is new', 'CREATE TABLE mentorship (id uuid PRIMARY KEY, provider_id uuid NOT NULL)', 'mentorship'],
    ['has lost its wall', 'ALTER TABLE enrolment DISABLE ROW LEVEL SECURITY', 'enrolment'],
    ['no longer binds its owner', 'ALTER TABLE enrolment NO FORCE ROW LEVEL SECURITY', 'enrolment'],
    ['has a wall without a policy', 'DROP POLICY venue_scope ON venue', 'venue'],
    ['has a policy that asks nothing', 'DROP POLICY person_scope ON person; CREATE POLICY person_scope ON person USING (true)', 'person'],
  ])('is found here when it %s', async (_, change, table) => {
    expect(open(await tablesAfter(change))).toContain(table);
  });

  it.each([
    ['may be emptied', 'DROP TRIGGER event_no_truncate ON event'],
    ['may be changed while a trigger sleeps', 'ALTER TABLE event DISABLE TRIGGER event_append_only'],
    ['may be changed by the login that serves', 'GRANT UPDATE ON event TO waymark_app'],
  ])('that is kept is found here when it %s', async (_, change) => {
    expect(loose(await tablesAfter(change))).toEqual(['event']);
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

describe('what all may read', () => {
  it('is written by those it belongs to alone, and words and the chain of events by their triggers', async () => {
    const [ours, theirs] = [await givenProvider(app), await givenProvider(app)];
    const { id: personId } = await givenPerson(app, { providerId: ours.id, givenName: 'Wilma', familyName: 'Worded' });
    const organisation = await givenOrganisation(app, { providerId: theirs.id });
    const by = (scope: Partial<Actor['scope']>): Actor => ({
      ...{ personId: newId(), accountId: newId(), sessionId: newId(), reach: new Map() },
      scope: { ...NOWHERE, ...scope },
    });
    const did = (scope: Partial<Actor['scope']>, statement: Sql) =>
      app.app
        .get(Db)
        .tx(by(scope), async (tx) => (await tx.query(statement)).length)
        .catch((error: Error) => (/row-level security/.test(error.message) ? 0 : error.message));
    const policy = (id: string) =>
      sql`INSERT INTO second_factor_policy (provider_id, since, grace_days) VALUES (${id}, now(), 1) RETURNING provider_id`;
    const contact = (id: string) => sql`UPDATE provider SET contact_email = 'a@example.org' WHERE id = ${id} RETURNING id`;
    for (const [what, statement] of [
      ['contact', contact(theirs.id)],
      ['another provider', sql`INSERT INTO provider (id, name) VALUES (${newId()}, 'Mine') RETURNING id`],
      ['policy', policy(theirs.id)],
      ['words of people', sql`DELETE FROM person_word RETURNING word`],
      ['a word', sql`INSERT INTO person_word (source_id, person_id, word) VALUES (${personId}, ${personId}, 'boss') RETURNING word`],
      ['words of organisations', sql`DELETE FROM organisation_word RETURNING word`],
    ] as const)
      expect([what, await did({ providers: [ours.id] }, statement), await did({}, statement)]).toEqual([what, 0, 0]);
    for (const statement of [contact(ours.id), policy(ours.id)]) expect(await did({ providers: [ours.id] }, statement)).toBe(1);
    // Not even whoever administers the installation, or keeps the register.
    const chain = sql`UPDATE event_chain SET sequence = sequence + 5 RETURNING subject_id`;
    expect([await did({ all: true }, chain), await did({ register: true }, sql`DELETE FROM organisation_word RETURNING word`)]).toEqual([
      0, 0,
    ]);
    expect(await app.sql('SELECT count(*)::int > 0 AS there FROM person_word WHERE person_id = $1', [personId])).toEqual([{ there: true }]);
    expect(await app.sql('SELECT count(*)::int > 0 AS there FROM organisation_word WHERE organisation_id = $1', [organisation.id])).toEqual(
      [{ there: true }],
    );
  });
});

describe('what belongs to people, accounts and imports', () => {
  const seenBy = (by: Partial<Actor> & { scope: Actor['scope'] }, statement: Sql) =>
    app.app
      .get(Db)
      .reading({ personId: newId(), accountId: newId(), sessionId: newId(), reach: new Map(), ...by }, (read) =>
        read.query<{ id: string }>(statement),
      );

  /** A provider with a row in every such table, by the key that tells whose it is. */
  async function provider() {
    const { id: providerId } = await givenProvider(app);
    const staff = await app.signedIn('programme_staff', { providerId });
    const person = await givenPerson(app, { providerId });
    const organisation = await givenOrganisation(app);
    await givenEmployment(app, person.id, organisation.id);
    const at = new Date('2027-05-03T09:00:00Z');
    const later = new Date('2027-06-03T09:00:00Z');
    const { row } = app.given;
    const given = row.bind(app.given);
    await given('sign_in_link', {
      id: newId(),
      account_id: staff.accountId,
      token_hash: Buffer.from(newId()),
      created_at: at,
      expires_at: later,
    });
    await given('known_device', {
      id: newId(),
      account_id: staff.accountId,
      token_hash: Buffer.from(newId()),
      since: at,
      expires_at: later,
    });
    await given('idempotency_key', { account_id: staff.accountId, key: newId(), fingerprint: 'x', at });
    const invited = {
      role: 'participant',
      scope_kind: 'provider',
      scope_id: providerId,
      provider_id: providerId,
      invited_by: staff.personId,
    };
    await given('invitation', {
      id: newId(),
      person_id: person.id,
      email: 'x',
      token_hash: Buffer.from(newId()),
      ...invited,
      created_at: at,
      expires_at: later,
    });
    const cohortId = newId();
    await given('scope', { id: cohortId, kind: 'cohort', provider_id: providerId, name: 'Cohort' });
    const batch = await given('import_batch', {
      ...{ id: newId(), provider_id: providerId, kind: 'people', file_name: 'x', status: 'uploaded', mapping: '{}', counts: '{}' },
      ...{ created_by: staff.personId, created_at: at },
    });
    await given('import_row', { batch_id: batch.id, line: 1, outcome: 'new', messages: '[]' });
    await given('import_mapping', { id: newId(), provider_id: providerId, kind: 'people', headers_key: 'x', mapping: '{}' });
    await given('event', {
      id: newId(),
      name: 'person.edited',
      subject_id: person.id,
      actor_id: staff.personId,
      provider_id: providerId,
      at,
      facts: '{}',
    });
    return { providerId, staff, person, batch };
  }
  /** What tells whose a row is, in every such table. */
  const WHOSE: Record<string, Sql> = {
    account: sql`SELECT person_id AS id FROM account`,
    auth_session: sql`SELECT account_id AS id FROM auth_session`,
    employment: sql`SELECT person_id AS id FROM employment`,
    event: sql`SELECT provider_id AS id FROM event`,
    idempotency_key: sql`SELECT account_id AS id FROM idempotency_key`,
    import_batch: sql`SELECT provider_id AS id FROM import_batch`,
    import_mapping: sql`SELECT provider_id AS id FROM import_mapping`,
    import_row: sql`SELECT batch_id AS id FROM import_row`,
    invitation: sql`SELECT provider_id AS id FROM invitation`,
    known_device: sql`SELECT account_id AS id FROM known_device`,
    person: sql`SELECT id FROM person`,
    person_email: sql`SELECT person_id AS id FROM person_email`,
    person_provider: sql`SELECT provider_id AS id FROM person_provider`,
    role_assignment: sql`SELECT scope_id AS id FROM role_assignment`,
    scope: sql`SELECT provider_id AS id FROM scope`,
    sign_in_link: sql`SELECT account_id AS id FROM sign_in_link`,
  };
  const idsOf = ({ providerId, staff, person, batch }: Awaited<ReturnType<typeof provider>>) =>
    new Set([providerId, staff.personId, staff.accountId, person.id, batch.id]);

  it.each(Object.entries(WHOSE))('in %s is seen by its provider, and nothing of another', async (table, statement) => {
    const [ours, theirs] = [await provider(), await provider()];
    const rows = await seenBy({ scope: { ...NOWHERE, providers: [ours.providerId] } }, statement);
    const seen = new Set(rows.map(({ id }) => id));
    expect([...seen].filter((id) => idsOf(theirs).has(id))).toEqual([]);
    // Answers that are kept under a key are their account's alone.
    expect([...seen].some((id) => idsOf(ours).has(id))).toBe(table !== 'idempotency_key');
    expect(await seenBy({ scope: NOWHERE }, statement)).toEqual([]);
    expect(await app.app.get(Db).unscoped(statement)).toEqual([]);
  });

  it('is seen by the one it is about, and by no other', async () => {
    const [{ staff }] = [await provider(), await provider()];
    for (const table of ['account', 'auth_session', 'idempotency_key', 'known_device', 'person', 'sign_in_link']) {
      const rows = await seenBy({ personId: staff.personId, scope: NOWHERE }, WHOSE[table]!);
      expect([table, rows]).toEqual([table, [{ id: ['account', 'person'].includes(table) ? staff.personId : staff.accountId }]]);
    }
  });
});

/** Functions that look past what a transaction sees, and what each of them answers. */
const PAST_THE_WALLS: Record<string, string> = {
  waymark_chain_event: 'nothing: chains an event to the one before it',
  waymark_elsewhere: 'places of a cohort whose people are in two sessions at once',
  waymark_email_taken: 'whether anybody else has an address',
  waymark_employs: 'whether somebody works where the transaction’s roles are, or names its person as line manager, through one provider',
  waymark_has_role_at: 'whether who asks holds a role at a cohort',
  waymark_invitations_of: 'which invitations wait for somebody, for who opens their account',
  waymark_is_new: 'whether no provider knows somebody yet',
  waymark_is_on_cohort: 'whether somebody has to do with a cohort that the transaction sees',
  waymark_is_unaddressed: 'whether somebody has no address yet',
  waymark_keep_words: 'nothing: keeps the words that rows are found by',
  waymark_known_to: 'which providers know somebody, for what is recorded at each and whose details they are',
  waymark_knows: 'whether a provider of the transaction knows somebody, or it is their employer, manager or report',
  waymark_make_known: 'nothing: puts people on the list of a provider of the transaction',
  waymark_oversees: 'whether who asks administers where somebody is known or holds a role, or all of that',
  waymark_people_at: 'who has an address already, by name',
  waymark_placed_unseen: 'people who have a place on the programme of a cohort, on another one',
  waymark_reads_place_of: 'whether somebody is on a cohort that the transaction reads',
  waymark_roles_of: 'which roles somebody holds anywhere, for who opens or closes their account',
  waymark_session: 'whose session a cookie opens, and the roles they hold',
  waymark_shorten_sessions: 'nothing: has people signed out after fewer idle minutes, and never fewer than thirty',
  waymark_signs_in_elsewhere: 'whether somebody signs in with another address',
  waymark_sort_by_name: 'nothing: puts somebody where their name belongs in every list',
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
