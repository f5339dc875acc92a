import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has a schedule open, which release somebody last looked at, and who has confirmed what they need on the day. */
export class Schedule1795000006000 implements MigrationInterface {
  name = 'Schedule1795000006000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE schedule_presence (
        cohort_id uuid NOT NULL REFERENCES cohort,
        person_id uuid NOT NULL REFERENCES person,
        provider_id uuid NOT NULL REFERENCES provider,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (cohort_id, person_id)
      );
      CREATE TABLE schedule_look (
        cohort_id uuid NOT NULL REFERENCES cohort,
        person_id uuid NOT NULL REFERENCES person,
        provider_id uuid NOT NULL REFERENCES provider,
        release_number integer NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (cohort_id, person_id)
      );
      CREATE TABLE access_confirmation (
        enrolment_id uuid PRIMARY KEY REFERENCES enrolment,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        at timestamptz NOT NULL
      );
    `);
    for (const table of ['schedule_presence', 'schedule_look', 'access_confirmation']) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_scope ON ${table} USING (
          (SELECT waymark_everything()) OR provider_id = ANY ((SELECT waymark_providers())::uuid[]) OR cohort_id = ANY ((SELECT waymark_cohorts())::uuid[])
        );
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
