import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many clashes kept a cohort's schedule from being released when they were last counted, and which version of it was counted. */
export class BlockingClashes1795000051000 implements MigrationInterface {
  name = 'BlockingClashes1795000051000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE cohort ADD COLUMN blocking_clashes integer, ADD COLUMN clashes_version integer, ADD COLUMN clashes_counted_at timestamptz;
      -- Two groups of one cohort are told apart by their names, however these are written.
      ALTER TABLE sub_group DROP CONSTRAINT cohorts_group_name;
      CREATE UNIQUE INDEX cohorts_group_name ON sub_group (cohort_id, waymark_fold(name));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
