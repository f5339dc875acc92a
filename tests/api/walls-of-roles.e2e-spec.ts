import type { ClientBase } from 'pg';
import { givenInvitation, givenPasskey } from '@waymark/identity/testing/identity.factories';
import { givenPerson } from '@waymark/people/testing/people.factories';
import type { Actor } from '@waymark/shared/api/actor';
import { Actors } from '@waymark/shared/api/allow';
import { Db } from '@waymark/shared/api/db';
import { sql } from '@waymark/shared/api/sql';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { Held, SignedIn } from '@waymark/shared/testing/given';
import { givenWalledCohorts, readingAs, tableOf, type WalledCohort } from './walled-cohorts';

let app: TestApp;
let ours: WalledCohort;
let theirs: WalledCohort;

beforeAll(async () => {
  app = await TestApp.open();
  ({ ours, theirs } = await givenWalledCohorts(app));
});
afterAll(() => app.close());

/** What somebody with a role may not do, said in SQL with the settings that their transactions have. `$me` is who asks, `$x` somebody else at our provider. */
const STATEMENTS = {
  'gives themselves the installation': `INSERT INTO role_assignment (id, person_id, role, scope_kind, granted_by, granted_at)
    VALUES (gen_random_uuid(), $me, 'administrator', 'installation', $me, now())`,
  'gives themselves the provider': `INSERT INTO role_assignment (id, person_id, role, scope_kind, scope_id, granted_by, granted_at)
    VALUES (gen_random_uuid(), $me, 'administrator', 'provider', $provider, $me, now())`,
  'makes themselves staff of the cohort': `INSERT INTO role_assignment (id, person_id, role, scope_kind, scope_id, granted_by, granted_at)
    VALUES (gen_random_uuid(), $me, 'programme_staff', 'cohort', $cohort, $me, now())`,
  'gives somebody a place in the cohort': `INSERT INTO role_assignment (id, person_id, role, scope_kind, scope_id, granted_by, granted_at)
    VALUES (gen_random_uuid(), $y, 'participant', 'cohort', $cohort, $me, now())`,
  'ends administrators of the installation': `UPDATE role_assignment SET ended_at = now() WHERE scope_kind = 'installation'`,
  'turns administrators of the installation into something else': `UPDATE role_assignment SET role = 'participant', scope_kind = 'cohort', scope_id = $cohort WHERE scope_kind = 'installation'`,
  'ends every role': `UPDATE role_assignment SET ended_at = now()`,
  'turns a role into theirs': `UPDATE role_assignment SET person_id = $me WHERE person_id <> $me`,
  'invites themselves with a link of their own': `INSERT INTO invitation (id, person_id, email, token_hash, role, scope_kind, scope_id, provider_id, invited_by, created_at, expires_at)
    VALUES (gen_random_uuid(), $me, 'me@example.org', '\\x00', 'administrator', 'provider', $provider, $provider, $me, now(), now() + interval '7 days')`,
  'invites to another provider by the name of theirs': `INSERT INTO invitation (id, person_id, email, token_hash, role, scope_kind, scope_id, provider_id, invited_by, created_at, expires_at)
    VALUES (gen_random_uuid(), $me, 'me@example.org', '\\x01', 'evaluator', 'provider', $provider, $theirs, $me, now(), now() + interval '7 days')`,
  'makes an invitation open to them': `UPDATE invitation SET token_hash = '\\x02'`,
  'sets another password': `UPDATE account SET password_hash = 'theirs' WHERE id <> $account`,
  'closes the account of somebody': `UPDATE account SET disabled_at = now(), version = version + 1 WHERE person_id = $x`,
  'closes the account of somebody who is another provider’s too': `UPDATE account SET disabled_at = now() WHERE person_id = $elsewhere`,
  'takes over a session': `UPDATE auth_session SET token_hash = '\\x03' WHERE account_id = $xaccount`,
  'ends a session of somebody': `UPDATE auth_session SET ended_at = now() WHERE account_id = $xaccount`,
  'begins a session for somebody': `INSERT INTO auth_session (id, token_hash, account_id, created_at, last_seen_at, idle_minutes, expires_at, device)
    VALUES (gen_random_uuid(), '\\x04', $xaccount, now(), now(), 30, now() + interval '1 hour', 'x')`,
  'makes a link for somebody': `INSERT INTO sign_in_link (id, account_id, token_hash, created_at, expires_at) VALUES (gen_random_uuid(), $xaccount, '\\x05', now(), now() + interval '1 hour')`,
  'gets known as somebody’s browser': `INSERT INTO known_device (id, account_id, token_hash, since, expires_at) VALUES (gen_random_uuid(), $xaccount, '\\x06', now(), now() + interval '1 hour')`,
  'adds a passkey to somebody': `INSERT INTO passkey (id, account_id, credential_id, public_key, counter, transports, name, created_at)
    VALUES (gen_random_uuid(), $xaccount, 'x', '\\x07', 0, '{}', 'x', now())`,
  'takes passkeys away': `DELETE FROM passkey`,
  'changes a name': `UPDATE person SET given_name = 'Somebody' WHERE id = ANY ($people)`,
  'changes an address': `UPDATE person_email SET email = 'x' || email, folded = 'x' || folded WHERE person_id = ANY ($people)`,
  'adds an address': `INSERT INTO person_email (id, person_id, email, folded, is_primary) VALUES (gen_random_uuid(), $x, 'mine@example.org', 'mine@example.org', false)`,
  'removes an address': `DELETE FROM person_email WHERE person_id = ANY ($people)`,
  'changes a job': `UPDATE employment SET job_title = 'Nothing' WHERE person_id = ANY ($people)`,
  'makes themselves a manager': `UPDATE employment SET line_manager_id = $me WHERE person_id = ANY ($people)`,
  'adds a job': `INSERT INTO employment (id, person_id, organisation_id, job_title, line_manager_id, starts_on) VALUES (gen_random_uuid(), $x, $organisation, 'Officer', $me, '2020-01-01')`,
  'gets to know everybody': `INSERT INTO person_provider (person_id, provider_id, sort_name, since) SELECT DISTINCT person_id, $theirs::uuid, 'x', now() FROM person_word ON CONFLICT DO NOTHING`,
  'has everybody made known': `SELECT waymark_make_known(ARRAY(SELECT DISTINCT person_id FROM person_word), $theirs, now(), '{}')`,
  'has everybody made known to our provider': `SELECT waymark_make_known(ARRAY(SELECT DISTINCT person_id FROM person_word), $provider, now(), '{}')`,
  'changes a place of somebody': `UPDATE enrolment SET access_needs = '{}' WHERE person_id <> $me AND provider_id = $provider`,
  'completes their own place': `UPDATE enrolment SET status = 'completed' WHERE person_id = $me`,
  'changes the schedule': `UPDATE session SET title = 'Nothing' WHERE provider_id = $provider`,
  'changes the cohort': `UPDATE cohort SET name = 'Nothing' WHERE provider_id = $provider`,
} as const;
type Done = keyof typeof STATEMENTS;

/** Every one that each of them may do; the rest does nothing, or is refused. */
const PLANS: Done[] = ['gives somebody a place in the cohort', 'changes a place of somebody', 'changes the schedule', 'changes the cohort'];
const KEEPS: Done[] = [
  'changes a name',
  'adds an address',
  'removes an address',
  'changes a job',
  'makes themselves a manager',
  'adds a job',
];
const MAY: Record<string, Done[]> = {
  'somebody without a role': [],
  'staff of another provider': [],
  'an administrator of another provider': [],
  'a participant': [],
  'a participant who was not told': [],
  'a line manager of the cohort': [],
  'a facilitator': [],
  'an evaluator of the cohort': [],
  'an evaluator of the provider': [],
  'an employer': [],
  'staff of the cohort': PLANS,
  'staff of the provider': [...PLANS, ...KEEPS],
  'an administrator of the provider': [
    ...[...PLANS, ...KEEPS, 'gives themselves the provider', 'makes themselves staff of the cohort'],
    ...[
      'invites themselves with a link of their own',
      'closes the account of somebody',
      'ends a session of somebody',
      'takes passkeys away',
    ],
  ] as Done[],
};

describe('What is seen is not therefore written', () => {
  const actors: Record<string, Actor> = {};
  let values: Record<string, string>;

  const actorOf = async ({ cookie }: SignedIn): Promise<Actor> =>
    (await app.app.get(Actors).of({ method: 'POST', headers: { cookie } } as never))!;

  beforeAll(async () => {
    const { providerId, cohortId, place, leader } = ours;
    const held: Record<string, [string?, Held?, (Held & { personId?: string })?]> = {
      'somebody without a role': [],
      'staff of another provider': ['programme_staff', { providerId: theirs.providerId }],
      'an administrator of another provider': ['administrator', { providerId: theirs.providerId }],
      'a participant': ['participant', { cohortId }, { personId: place.person }],
      'a participant who was not told': [],
      'a line manager of the cohort': ['line_manager', { cohortId }, { personId: place.manager }],
      'a facilitator': ['facilitator', { cohortId }, { personId: leader.personId }],
      'an evaluator of the cohort': ['evaluator', { cohortId }],
      'an evaluator of the provider': ['evaluator', { providerId }],
      'an employer': ['employer', { organisationId: place.organisation, providerId }],
      'staff of the cohort': ['programme_staff', { cohortId }],
      'staff of the provider': ['programme_staff', { providerId }],
      'an administrator of the provider': ['administrator', { providerId }],
    };
    for (const [who, [role, where, whose]] of Object.entries(held))
      actors[who] = await actorOf(await app.signedIn(role, { ...where, ...whose }));
    const untold = actors['a participant who was not told']!.personId;
    await app.given.row('role_assignment', {
      ...{ id: newId(), person_id: untold, role: 'participant', scope_kind: 'cohort', scope_id: cohortId, told: false },
      ...{ granted_by: untold, granted_at: app.clock.now() },
    });
    await app.signedIn('administrator');
    const x = await app.signedIn('facilitator', { cohortId, personId: (await givenPerson(app, { providerId })).id });
    await givenPasskey(app, x.accountId);
    const elsewhere = await app.signedIn('evaluator', {
      providerId: theirs.providerId,
      personId: (await givenPerson(app, { providerId })).id,
    });
    const known = await givenPerson(app, { providerId });
    await givenInvitation(app, providerId, { personId: known.id });
    const people = await app.sql<{ ids: string }>('SELECT array_agg(person_id)::text AS ids FROM person_provider WHERE provider_id = $1', [
      providerId,
    ]);
    values = {
      people: people[0]!.ids,
      ...{ x: x.personId, y: known.id, xaccount: x.accountId, elsewhere: elsewhere.personId },
      ...{ provider: providerId, theirs: theirs.providerId, cohort: cohortId, organisation: place.organisation },
    };
  });

  /** How many rows a statement changed, or what it was refused with; it is taken back. */
  async function changed(by: Actor, statement: string): Promise<number | string> {
    let rows: number | null = 0;
    const undone = new Error('undone');
    const said = statement.replace(/\$(\w+)/g, (_, name: string) => `'${{ ...values, me: by.personId, account: by.accountId }[name]}'`);
    try {
      await app.app.get(Db).tx(by, async (tx) => {
        rows = (await ((await tx.rows.queryRunner!.connect()) as ClientBase).query(said)).rowCount;
        throw undone;
      });
    } catch (error) {
      if (error !== undone) return (error as { code: string }).code === '42501' ? 'refused' : String(error);
    }
    return rows;
  }

  it.each(Object.entries(MAY))('by %s', async (who, may) => {
    const by = actors[who]!;
    const found: Record<string, number | string> = {};
    for (const [what, statement] of Object.entries(STATEMENTS)) found[what] = await changed(by, statement);
    const did = Object.entries(found).filter(([, rows]) => rows !== 0 && rows !== 'refused');
    expect(did).toEqual(did.filter(([what]) => may.includes(what as Done)));
    expect(may.filter((what) => !did.some(([did]) => did === what))).toEqual([]);
  });

  it('though somebody’s own is theirs to change', async () => {
    for (const who of Object.keys(MAY)) {
      const by = actors[who]!;
      const own = await changed(by, `UPDATE account SET password_hash = 'mine' WHERE id = $account`);
      expect([who, own]).toEqual([who, 1]);
      expect([who, await changed(by, `UPDATE auth_session SET token_hash = '\\x09' WHERE id = '${by.sessionId}'`)]).toEqual([who, 1]);
    }
  });

  it('and what takes part sees no draft, no place of others, and nobody’s address, job or account', async () => {
    const COUNTS = [
      'session',
      'account',
      'auth_session',
      'person_email',
      'employment',
      'role_assignment',
      'enrolment',
      'person_provider',
      'scope',
    ];
    const count = (who: string) =>
      readingAs(app, actors[who]!, async (read) => {
        const seen: Record<string, number> = {};
        for (const table of COUNTS)
          seen[table] = (await read.query<{ n: number }>(sql`SELECT count(*)::int AS n FROM ${tableOf(table)}`))[0]!.n;
        return seen;
      });
    const own = {
      session: 0,
      account: 1,
      auth_session: 1,
      person_email: 1,
      employment: 0,
      role_assignment: 1,
      enrolment: 0,
      person_provider: 0,
      scope: 0,
    };
    expect(await count('a participant who was not told')).toEqual(own);
    // Their own, and who manages them.
    const known = { person_email: 2, employment: 1, enrolment: 1, scope: 1, person_provider: 1 };
    expect(await count('a participant')).toEqual({ ...own, ...known });
    expect(await count('a line manager of the cohort')).toMatchObject({ session: 0, account: 1, enrolment: 1 });
    for (const who of ['a facilitator', 'an evaluator of the cohort', 'an evaluator of the provider']) {
      expect([who, await count(who)]).toMatchObject([who, { account: 1, auth_session: 1, person_email: 1, role_assignment: 1 }]);
    }
  });
});
