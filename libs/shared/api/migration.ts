import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hand-written SQL, run once and forward only. TypeORM sorts migrations by the number that `name` ends with. */
export abstract class Migration implements MigrationInterface {
  abstract readonly name: string;
  protected abstract readonly sql: string;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(this.sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
