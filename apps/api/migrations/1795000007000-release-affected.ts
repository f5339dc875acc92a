import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the releases that concern one facilitator, however many a provider has kept. */
export class ReleaseAffected1795000007000 implements MigrationInterface {
  name = 'ReleaseAffected1795000007000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(
      `CREATE INDEX schedule_release_facilitators ON schedule_release USING gin ((affected -> 'facilitatorIds') jsonb_path_ops)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
