import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of cohorts in order of name, places held without reading the enrolments, and one place that follows from another. */
export class CohortLists1795000031000 implements MigrationInterface {
  name = 'CohortLists1795000031000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE INDEX cohort_by_name ON cohort (provider_id, waymark_fold(name), id);
      CREATE INDEX enrolment_live ON enrolment (cohort_id, provider_id) WHERE status IN ('confirmed', 'active');
      -- A deferral or a transfer is carried on in one cohort, and a place is taken over by one person.
      CREATE UNIQUE INDEX cohorts_already_continued ON enrolment (continued_from_id) WHERE continued_from_id IS NOT NULL;
      CREATE UNIQUE INDEX cohorts_already_substituted ON enrolment (substituted_for_id) WHERE substituted_for_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
