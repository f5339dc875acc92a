import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security asked three sub-selects of every table, and a page that reads a dozen tables carried a hundred of them: the head of a
 * cohort took twice its time. Now a row is compared with the provider most people have, and only what differs asks a function.
 */
export class OneQuestion1795000071000 implements MigrationInterface {
  name = 'OneQuestion1795000071000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION waymark_sees(provider uuid, cohort uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN waymark_everything() OR coalesce(provider = ANY (waymark_providers()), false) OR coalesce(cohort = ANY (waymark_cohorts()), false);
      -- What a provider's catalogue holds is read by people who reach only one of its cohorts.
      CREATE FUNCTION waymark_sees_catalogue(provider uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN EXISTS (SELECT 1 FROM cohort c WHERE c.id = ANY (waymark_cohorts()) AND c.provider_id = provider);

      DO $$
      DECLARE policy record; cohort text;
      BEGIN
        FOR policy IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' AND policyname = tablename || '_scope' AND qual LIKE '%waymark_everything%'
          -- Lists walk along thousands of cohorts: there three sub-selects asked once are cheaper than a comparison of texts for each row.
          AND tablename <> 'cohort' LOOP
          cohort := CASE WHEN policy.tablename = 'cohort' THEN 'id'
            WHEN EXISTS (SELECT 1 FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name = policy.tablename AND c.column_name = 'cohort_id') THEN 'cohort_id'
            ELSE 'NULL::uuid' END;
          EXECUTE format('ALTER POLICY %I ON %I USING (provider_id::text = current_setting(''waymark.provider'', true) OR waymark_sees(provider_id, %s))',
            policy.policyname, policy.tablename, cohort);
        END LOOP;
        FOR policy IN SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' AND policyname = tablename || '_of_cohort' LOOP
          EXECUTE format('ALTER POLICY %I ON %I USING (waymark_sees_catalogue(provider_id))', policy.policyname, policy.tablename);
        END LOOP;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
