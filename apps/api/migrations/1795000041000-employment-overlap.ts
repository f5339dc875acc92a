import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of the rule against two jobs at one employer at once is of no use to look up a person's jobs, and PostgreSQL took it for that all
 * the same: 140 pages read for each person, where `employment_person` needs 4. Keyed by one text, it can only be used for the rule.
 */
export class EmploymentOverlap1795000041000 implements MigrationInterface {
  name = 'EmploymentOverlap1795000041000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE employment
        DROP CONSTRAINT people_employment_overlap,
        ADD CONSTRAINT people_employment_overlap EXCLUDE USING gist ((person_id::text || ' ' || organisation_id::text) WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
