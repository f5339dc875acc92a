import pg from 'pg';
import { SYSTEM } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import { verifyAudit } from '../../apps/api/database';
import { configOf } from '../../apps/api/config';

let app: TestApp;
let owner: pg.Client;
beforeAll(async () => {
  app = await TestApp.open();
  owner = new pg.Client(app.url);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

const verify = async () => (await verifyAudit(configOf({ DATABASE_URL: app.url }).settings)).places;
const record = (subjectId: string, note: string) => app.app.get(Db).tx(SYSTEM, (tx) => tx.record('person.edited', subjectId, { note }));

/** What the owner does who is a superuser and means to leave no trace; `$1` is the subject. */
async function tamper(subjectId: string, ...statements: string[]): Promise<void> {
  await owner.query('SET session_replication_role = replica');
  for (const statement of statements) await owner.query(statement, [subjectId]);
  await owner.query('RESET session_replication_role');
}

describe('The audit log', () => {
  it('is whole after all that was recorded, one by one, many in one statement, and by several at once', async () => {
    const [alone, together, other] = [newId(), newId(), newId()];
    for (const note of ['one', 'two']) await record(alone, note);
    await Promise.all(Array.from({ length: 6 }, (_, i) => record(together, `at once ${i}`)));
    await app.app.get(Db).tx(SYSTEM, (tx) =>
      tx.recordAll(
        'person.edited',
        [alone, other, alone, other].map((subjectId, i) => ({ subjectId, facts: { i } })),
      ),
    );
    expect(await verify()).toEqual([]);
    const chains = await app.sql<{ subject_id: string; places: number[] }>(
      'SELECT subject_id, array_agg(sequence ORDER BY sequence) AS places FROM event WHERE subject_id = ANY ($1) GROUP BY 1',
      [[alone, together, other]],
    );
    expect(Object.fromEntries(chains.map(({ subject_id, places }) => [subject_id, places.length]))).toEqual({
      [alone]: 4,
      [together]: 6,
      [other]: 2,
    });
    for (const { places } of chains) expect(places).toEqual(places.map((_, i) => i + 1));
  });

  it.each<[string, string[], number, string]>([
    [
      'a fact that was changed',
      [`UPDATE event SET facts = '{"note": "another"}' WHERE subject_id = $1 AND sequence = 2`],
      2,
      'changed or inserted',
    ],
    [
      'a moment that was changed',
      [`UPDATE event SET at = at - interval '1 day' WHERE subject_id = $1 AND sequence = 2`],
      2,
      'changed or inserted',
    ],
    [
      'who did it that was changed',
      [`UPDATE event SET actor_id = gen_random_uuid() WHERE subject_id = $1 AND sequence = 1`],
      1,
      'changed or inserted',
    ],
    ['one that was removed', ['DELETE FROM event WHERE subject_id = $1 AND sequence = 2'], 3, 'removed before this one'],
    ['the first that was removed', ['DELETE FROM event WHERE subject_id = $1 AND sequence = 1'], 2, 'removed before this one'],
    ['the last that was removed', ['DELETE FROM event WHERE subject_id = $1 AND sequence = 3'], 2, 'removed after this one'],
    ['all that were removed', ['DELETE FROM event WHERE subject_id = $1'], 0, 'removed after this one'],
    [
      'one that was added at the end',
      [
        `INSERT INTO event SELECT gen_random_uuid(), name, subject_id, actor_id, provider_id, cohort_id, at, facts, 4, hash FROM event WHERE subject_id = $1 AND sequence = 3`,
      ],
      4,
      'changed or inserted',
    ],
    [
      'one that was changed together with its hash',
      [
        `UPDATE event SET facts = '{}' WHERE subject_id = $1 AND sequence = 3`,
        `UPDATE event e SET hash = waymark_event_hash((SELECT b.hash FROM event b WHERE b.subject_id = $1 AND b.sequence = 2), e) WHERE subject_id = $1 AND sequence = 3`,
      ],
      3,
      'changed, with what proves it',
    ],
  ])('tells %s, and where', async (_, statements, sequence, what) => {
    const subjectId = newId();
    for (const note of ['one', 'two', 'three']) await record(subjectId, note);
    await tamper(subjectId, ...statements);
    expect((await verify()).filter((place) => place.subject_id === subjectId)).toContainEqual(expect.objectContaining({ sequence, what }));
  });
});
