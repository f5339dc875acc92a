import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, the audit log, idempotency keys, and what row-level security reads. */
export class Shared1795000000000 implements MigrationInterface {
  name = 'Shared1795000000000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS unaccent;

      -- What the transaction may see, set by the application with SET LOCAL. Unset means nothing.
      CREATE FUNCTION waymark_everything() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
        RETURN coalesce(nullif(current_setting('waymark.everything', true), ''), 'off') = 'on';
      CREATE FUNCTION waymark_providers() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        RETURN string_to_array(nullif(current_setting('waymark.providers', true), ''), ',')::uuid[];
      CREATE FUNCTION waymark_cohorts() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
        RETURN string_to_array(nullif(current_setting('waymark.cohorts', true), ''), ',')::uuid[];

      -- Text as people search for it: without accents and case. Immutable, so that it can be indexed.
      CREATE FUNCTION waymark_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));

      CREATE TABLE event (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        subject_id uuid NOT NULL,
        actor_id uuid NOT NULL,
        provider_id uuid,
        cohort_id uuid,
        at timestamptz NOT NULL,
        facts jsonb NOT NULL
      );
      CREATE INDEX event_subject ON event (subject_id, id);
      CREATE INDEX event_cohort ON event (cohort_id, id) WHERE cohort_id IS NOT NULL;
      CREATE INDEX event_provider ON event (provider_id, id) WHERE provider_id IS NOT NULL;

      CREATE FUNCTION event_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'insufficient_privilege'; END $$;
      CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION event_append_only();
      CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION event_append_only();

      CREATE TABLE idempotency_key (
        account_id uuid NOT NULL,
        key text NOT NULL,
        fingerprint text NOT NULL,
        answer jsonb,
        at timestamptz NOT NULL,
        PRIMARY KEY (account_id, key)
      );
      CREATE INDEX idempotency_key_at ON idempotency_key (at);
    `);
  }

  /* Forward only. */
  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}
