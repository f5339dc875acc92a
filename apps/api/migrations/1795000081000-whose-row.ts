import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security turned the provider of each row into text to compare it with a setting. Now the setting becomes an id once for each
 * table of a statement, and a row is one comparison of ids: over a page of cohorts the second wall costs nothing that can be measured.
 */
export class WhoseRow1795000081000 implements MigrationInterface {
  name = 'WhoseRow1795000081000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION waymark_provider() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
        RETURN nullif(current_setting('waymark.provider', true), '')::uuid;

      DO $$
      DECLARE policy record; before text := '(provider_id)::text = current_setting(''waymark.provider''::text, true)';
      BEGIN
        FOR policy IN SELECT tablename, policyname, qual FROM pg_policies WHERE schemaname = 'public' AND strpos(qual, before) > 0 LOOP
          EXECUTE format('ALTER POLICY %I ON %I USING (%s)', policy.policyname, policy.tablename,
            replace(policy.qual, before, 'provider_id = (SELECT waymark_provider())'));
        END LOOP;
        IF EXISTS (SELECT 1 FROM pg_policies WHERE schemaname = 'public' AND qual LIKE '%waymark.provider''%') THEN
          RAISE EXCEPTION 'A policy still compares texts';
        END IF;
      END $$;

      -- Lists walk along thousands of cohorts: what does not follow from the first comparison is asked once too, not for each row.
      ALTER POLICY cohort_scope ON cohort USING (
        provider_id = (SELECT waymark_provider())
        OR (SELECT waymark_everything())
        OR provider_id = ANY ((SELECT waymark_providers())::uuid[])
        OR id = ANY ((SELECT waymark_cohorts())::uuid[]));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
