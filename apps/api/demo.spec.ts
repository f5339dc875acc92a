import { TestApp } from '@waymark/shared/testing/app';
import { seedDemo } from './demo';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

describe('seedDemo', () => {
  it('puts the named scenarios in place once', async () => {
    expect(await seedDemo(app.app)).toBe(true);
    expect(await seedDemo(app.app)).toBe(false);
    expect(await app.sql('SELECT name, stage FROM cohort ORDER BY name')).toEqual([
      { name: 'Empowering Women: Suffolk', stage: 'confirmed' },
      { name: 'Place-based Leadership: Cambridgeshire', stage: 'delivered' },
      { name: 'Place-based Leadership: Norfolk', stage: 'in_delivery' },
      { name: 'Top Talent: Essex 2027', stage: 'planning' },
    ]);
  });

  it('puts everybody of the Essex cohort into one group and one set', async () => {
    const rows = await app.sql(`
      SELECT e.id, count(*) FILTER (WHERE g.kind = 'breakout')::int AS groups, count(*) FILTER (WHERE g.kind = 'learning_set')::int AS sets
        FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN sub_group_member m ON m.enrolment_id = e.id JOIN sub_group g ON g.id = m.sub_group_id
       WHERE c.code = 'TT-ESSEX-2027-06' GROUP BY e.id`);
    expect(rows).toHaveLength(24);
    expect(rows.every((row) => row.groups === 1 && row.sets === 1)).toBe(true);
  });
});
