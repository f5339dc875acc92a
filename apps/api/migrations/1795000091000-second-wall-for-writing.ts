import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the database refuses whoever asks: a row under its own provider that hangs on another provider's cohort, a cohort that changes hands,
 * and an email address kept under anything but itself in small letters, by which it would be found as somebody else's.
 */
export class SecondWallForWriting1795000091000 implements MigrationInterface {
  name = 'SecondWallForWriting1795000091000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      UPDATE person_email SET folded = lower(email) WHERE folded <> lower(email);
      ALTER TABLE person_email ADD CONSTRAINT people_email_folded CHECK (folded = lower(email));

      CREATE FUNCTION waymark_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A row of % stays with its provider', TG_TABLE_NAME USING ERRCODE = 'check_violation';
      END $$;
      CREATE TRIGGER cohort_stays BEFORE UPDATE OF provider_id ON cohort FOR EACH ROW
        WHEN (NEW.provider_id IS DISTINCT FROM OLD.provider_id) EXECUTE FUNCTION waymark_stays();

      ALTER TABLE cohort ADD CONSTRAINT cohort_id_provider_id_key UNIQUE (id, provider_id);
      DO $$
      DECLARE old record;
      BEGIN
        FOR old IN
          SELECT c.conname AS name, t.relname AS tab FROM pg_constraint c
            JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
            JOIN pg_attribute own ON own.attrelid = t.oid AND own.attname = 'cohort_id' AND c.conkey = ARRAY[own.attnum]
           WHERE c.contype = 'f' AND c.confrelid = 'cohort'::regclass
             AND EXISTS (SELECT 1 FROM pg_attribute p WHERE p.attrelid = t.oid AND p.attname = 'provider_id' AND NOT p.attisdropped)
        LOOP
          EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I, ADD CONSTRAINT %I FOREIGN KEY (cohort_id, provider_id) REFERENCES cohort (id, provider_id)', old.tab, old.name, old.name);
        END LOOP;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
