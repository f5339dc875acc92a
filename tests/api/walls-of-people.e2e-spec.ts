import { NOWHERE, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import { givenWalledCohorts, readingAs, tableOf, type WalledCohort } from './walled-cohorts';

// What belongs to a person or an organisation, asked of the database with statements that forget every condition.

let app: TestApp;
let ours: WalledCohort;
let theirs: WalledCohort;

const OWNED = [
  ...[
    'programme',
    'venue',
    'room',
    'facilitator',
    'cohort',
    'enrolment',
    'enrolment_change',
    'sub_group',
    'sub_group_member',
    'room_booking',
  ],
  ...['session', 'session_facilitator', 'schedule_release', 'schedule_release_facilitator', 'schedule_look', 'access_confirmation'],
] as const;

beforeAll(async () => {
  app = await TestApp.open();
  ({ ours, theirs } = await givenWalledCohorts(app));
});
afterAll(() => app.close());

const actor = (personId: string, scope: Partial<Actor['scope']> = {}): Actor => ({
  ...{ personId, accountId: newId(), sessionId: newId(), reach: new Map() },
  scope: { ...NOWHERE, ...scope },
});
/** Table by table, how many rows there are to see; those with none are left out. */
async function seenBy(by: Actor): Promise<Record<string, number>> {
  return readingAs(app, by, async (read) => {
    const seen: Record<string, number> = {};
    for (const table of OWNED) {
      const [row] = await read.query<{ n: number }>(sql`SELECT count(*)::int AS n FROM ${tableOf(table)}`);
      if (row!.n > 0) seen[table] = row!.n;
    }
    return seen;
  });
}

describe('Without any role', () => {
  it('a stranger sees nothing', async () => {
    expect(await seenBy(actor(newId()))).toEqual({});
  });

  it('somebody with a place sees it, what they said about it, and what was released of its cohort', async () => {
    expect(await seenBy(actor(ours.place.person))).toEqual({
      ...{ cohort: 1, programme: 1, enrolment: 1, sub_group_member: 1, schedule_release: 1, schedule_look: 1, access_confirmation: 1 },
    });
    const [row] = await readingAs(app, actor(ours.place.person), (read) => read.query(sql`SELECT id, cohort_id FROM enrolment`));
    expect(row).toEqual({ id: ours.place.id, cohort_id: ours.cohortId });
  });

  it('who leads a session sees themselves, the cohort and its releases, and no draft', async () => {
    expect(await seenBy(actor(ours.leader.personId))).toEqual({ facilitator: 1, cohort: 1, session_facilitator: 1, schedule_release: 1 });
  });

  it('who was taken off every session still sees what told them so', async () => {
    expect(await seenBy(actor(ours.toldOnly.personId))).toEqual({
      ...{ facilitator: 1, cohort: 1, schedule_release: 1, schedule_release_facilitator: 1 },
    });
  });

  it('a line manager sees the places of those who name them, at providers that know the manager', async () => {
    expect(await seenBy(actor(ours.place.manager))).toEqual({ cohort: 1, programme: 1, enrolment: 1, schedule_release: 1 });
    const known = [ours.place.manager, ours.providerId];
    await app.sql('UPDATE person_provider SET provider_id = $3 WHERE person_id = $1 AND provider_id = $2', [...known, theirs.providerId]);
    expect(await seenBy(actor(ours.place.manager))).toEqual({});
    await app.sql('UPDATE person_provider SET provider_id = $2 WHERE person_id = $1', known);
  });

  it('an employer sees the places given for it by the provider that made them one', async () => {
    const employerThrough = (providerId: string) =>
      actor(newId(), { organisations: [{ organisationId: ours.place.organisation, providerId }] });
    expect(await seenBy(employerThrough(ours.providerId))).toEqual({ cohort: 1, programme: 1, enrolment: 1, schedule_release: 1 });
    expect(await seenBy(employerThrough(theirs.providerId))).toEqual({});
  });
});

describe('A change', () => {
  const changed = (by: Actor, statement: Sql) =>
    app.app.get(Db).tx(by, async (tx) => (await tx.query(sql`${statement} RETURNING 1`)).length);

  it('of one’s own place and of what one said about it goes through, and of nobody else’s', async () => {
    const by = actor(ours.place.person);
    expect(await changed(by, sql`UPDATE enrolment SET access_needs = '{step_free}'`)).toBe(1);
    expect(await changed(by, sql`UPDATE access_confirmation SET at = now()`)).toBe(1);
    expect(await changed(by, sql`UPDATE schedule_look SET release_number = 2`)).toBe(1);
    await expect(changed(by, sql`UPDATE enrolment SET person_id = ${ours.leader.personId}`)).rejects.toThrow(
      'only access_needs, version may be changed',
    );
    await expect(changed(by, sql`UPDATE enrolment SET status = 'completed'`)).rejects.toThrow('only access_needs, version may be changed');
  });

  it('is for nobody who may only look', async () => {
    const { person, manager, organisation } = ours.place;
    const employer = actor(newId(), { organisations: [{ organisationId: organisation, providerId: ours.providerId }] });
    for (const by of [actor(person), actor(manager), actor(ours.leader.personId), employer]) {
      for (const table of ['cohort', 'programme', 'facilitator', 'session_facilitator', 'schedule_release', 'sub_group_member']) {
        expect([table, await changed(by, sql`UPDATE ${tableOf(table)} SET provider_id = provider_id`)]).toEqual([table, 0]);
      }
    }
    expect(await changed(actor(manager), sql`UPDATE enrolment SET status = status`)).toBe(0);
    expect(await changed(actor(person), sql`DELETE FROM enrolment`)).toBe(0);
  });

  it('of a cohort opens for one piece of work, and closes after it', async () => {
    const statement = sql`UPDATE cohort SET place = place RETURNING id`;
    const done = await app.app
      .get(Db)
      .tx(actor(ours.place.person, { cohorts: [] }), async (tx) => [
        await tx.query(statement),
        await tx.onCohort(ours.cohortId, () => tx.query(statement)),
        await tx.query(statement),
      ]);
    expect(done).toEqual([[], [{ id: ours.cohortId }], []]);
  });
});

describe('The policies of a table', () => {
  it('are asked one after the other, and the provider first, so that own rows cost staff nothing', async () => {
    const filters = await readingAs(app, actor(newId(), { providers: [ours.providerId] }), async (read) => {
      const found: [string, string][] = [];
      for (const table of ['cohort', 'enrolment', 'facilitator', 'programme', 'schedule_release', 'access_confirmation', 'schedule_look']) {
        const rows = await read.query<{ 'QUERY PLAN': { Plan: { Filter: string } }[] }>(
          sql`EXPLAIN (FORMAT JSON) SELECT 1 FROM ${tableOf(table)}`,
        );
        found.push([table, rows[0]!['QUERY PLAN'][0]!.Plan.Filter]);
      }
      return found;
    });
    for (const [table, filter] of filters) {
      expect([table, filter]).toEqual([
        table,
        expect.stringMatching(/^\(*provider_id = \(InitPlan 1\)\.col1\) OR .*(waymark_|'waymark\.person')/),
      ]);
    }
  });
});
