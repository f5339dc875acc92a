import { Migration } from '../migration';

/** What row-level security reads, the procedures that wall a table or make it append-only, the audit log and idempotency keys. */
export class WallsAndAuditLog1796100000000 extends Migration {
  readonly name = 'WallsAndAuditLog1796100000000';

  protected readonly sql = `
    CREATE EXTENSION IF NOT EXISTS btree_gist;
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE EXTENSION IF NOT EXISTS unaccent;

    -- A day that pages can say: see isInCalendar.
    CREATE DOMAIN waymark_day AS date CONSTRAINT shared_day CHECK (VALUE BETWEEN '1900-01-01' AND '2099-12-31');
    -- The same of moments, which pages say as a day and a time (on both of these nights London goes by universal time); nothing is well.
    CREATE FUNCTION waymark_in_calendar(starts_at timestamptz, ends_at timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN coalesce(starts_at >= '1900-01-01 00:00Z' AND starts_at < '2100-01-01 00:00Z', true)
         AND coalesce(ends_at >= '1900-01-01 00:00Z' AND ends_at < '2100-01-01 00:00Z', true);

    -- What the transaction may see, set by the application with SET LOCAL. Unset means nothing.
    CREATE FUNCTION waymark_everything() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      RETURN coalesce(nullif(current_setting('waymark.everything', true), ''), 'off') = 'on';
    -- Whether who asks keeps what all providers share: organisations, bank holidays. Administering all of them is not enough.
    CREATE FUNCTION waymark_register() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      RETURN coalesce(nullif(current_setting('waymark.register', true), ''), 'off') = 'on';
    -- The one provider that most people have, so that most rows are known by one comparison.
    CREATE FUNCTION waymark_provider() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
      RETURN nullif(split_part(current_setting('waymark.providers', true), ',', 1), '')::uuid;
    CREATE FUNCTION waymark_providers() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
      RETURN string_to_array(nullif(current_setting('waymark.providers', true), ''), ',')::uuid[];
    CREATE FUNCTION waymark_cohorts() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
      RETURN string_to_array(nullif(current_setting('waymark.cohorts', true), ''), ',')::uuid[];
    -- Providers and cohorts of which the transaction reads some tables and writes nothing: those of evaluators and facilitators.
    CREATE FUNCTION waymark_reading() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
      RETURN string_to_array(nullif(current_setting('waymark.reading', true), ''), ',')::uuid[];
    -- Who asks, and the organisations where they hold a role, each with the provider through which it was given ("organisation/provider, …"):
    -- for rows that belong to a person or an organisation.
    CREATE FUNCTION waymark_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
      RETURN nullif(current_setting('waymark.person', true), '')::uuid;
    -- The transaction of somebody who has not shown yet who they are: signing in, setting up, accepting an invitation. Rows are found there by
    -- an address or by the hash of a secret.
    CREATE FUNCTION waymark_nobody() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      RETURN coalesce(waymark_person() = '00000000-0000-7000-8000-000000000001', false);
    CREATE FUNCTION waymark_organisations() RETURNS TABLE (organisation_id uuid, provider_id uuid) LANGUAGE sql STABLE PARALLEL SAFE ROWS 1
      BEGIN ATOMIC
        SELECT split_part(pair, '/', 1)::uuid, split_part(pair, '/', 2)::uuid
          FROM unnest(string_to_array(nullif(current_setting('waymark.organisations', true), ''), ',')) AS pair;
      END;
    -- Not in SQL, which PostgreSQL would write out in each policy: a statement reads a dozen tables, and a plan of that size takes longer to
    -- begin than the few rows take that come here.
    CREATE FUNCTION waymark_sees(provider uuid, cohort uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
      BEGIN
        RETURN waymark_everything() OR coalesce(provider = ANY (waymark_providers()), false) OR coalesce(cohort = ANY (waymark_cohorts()), false);
      END $$;

    CREATE FUNCTION waymark_reads(provider uuid, cohort uuid) RETURNS boolean LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
      BEGIN
        RETURN coalesce(provider = ANY (waymark_reading()), false) OR coalesce(cohort = ANY (waymark_reading()), false);
      END $$;
    -- Whether the transaction is of somebody who works for a provider, or for one of its cohorts.
    CREATE FUNCTION waymark_works() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      RETURN waymark_everything() OR waymark_providers() IS NOT NULL OR waymark_cohorts() IS NOT NULL;

    -- Walls a table by its provider_id, and by its cohort_id where it has that column: whatever a query forgets, a transaction sees and writes
    -- only rows of the providers and cohorts its actor reaches. A row is compared with the provider most people have, which becomes an id once
    -- a statement, and only what differs asks a function. A cohort_id refers to the cohort with its provider, so that a row of one provider
    -- never hangs on another's cohort; while there are no cohorts yet, their migration adds that.
    -- What belongs to a person or an organisation is let through by policies of their own, beside this one. PostgreSQL asks the policies of a
    -- table in the order of their names from the last to the first: one called "..._own" or "..._of_..." is asked only about rows that
    -- "..._scope" does not let through, so it costs nothing where staff read. A function in a policy that reads another table meets
    -- that table's walls in turn: those must never lead back.
    CREATE PROCEDURE waymark_wall(walled regclass) LANGUAGE plpgsql AS $$
    DECLARE
      has_cohort boolean := EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = walled AND attname = 'cohort_id' AND NOT attisdropped);
    BEGIN
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
      EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', walled);
      EXECUTE format('CREATE POLICY %I ON %s USING (provider_id = (SELECT waymark_provider()) OR waymark_sees(provider_id, %s))',
        walled || '_scope', walled, CASE WHEN has_cohort THEN 'cohort_id' ELSE 'NULL' END);
      IF has_cohort AND to_regclass('cohort') IS NOT NULL THEN
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (cohort_id, provider_id) REFERENCES cohort (id, provider_id)',
          walled, walled || '_cohort_id_fkey');
      END IF;
    END $$;

    -- Lets a walled table be read, and only read, by those who evaluate its provider or its cohort, or lead sessions there.
    CREATE PROCEDURE waymark_readable(walled regclass) LANGUAGE plpgsql AS $$
    DECLARE
      has_cohort boolean := EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = walled AND attname = 'cohort_id' AND NOT attisdropped);
    BEGIN
      EXECUTE format('CREATE POLICY %I ON %s FOR SELECT USING (waymark_reads(provider_id, %s))',
        walled || '_reading', walled, CASE WHEN has_cohort THEN 'cohort_id' ELSE 'NULL' END);
    END $$;
    -- Where others than the one it belongs to may change a row, a trigger says which columns of it. Nobody's transactions find rows by a secret,
    -- and an owner whom no wall binds may do as it likes.
    CREATE FUNCTION waymark_changes_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF row_security_active(TG_RELID) AND NOT waymark_everything() AND NOT waymark_nobody() AND to_jsonb(NEW) - TG_ARGV <> to_jsonb(OLD) - TG_ARGV THEN
          RAISE EXCEPTION 'Of a row of % only % may be changed', TG_TABLE_NAME, array_to_string(TG_ARGV, ', ') USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;

    -- Lets rows be added to a table and never changed or removed, whoever asks: not the role of the transactions, not the owner, who could
    -- give back to itself what is taken away here, but meets the triggers then.
    CREATE FUNCTION waymark_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
    CREATE PROCEDURE waymark_append_only(kept regclass) LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %s FOR EACH STATEMENT EXECUTE FUNCTION waymark_append_only()', kept || '_append_only', kept);
      EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION waymark_append_only()', kept || '_no_truncate', kept);
      EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM PUBLIC, CURRENT_USER', kept);
    END $$;

    -- Gives the login that serves (or the role that transactions step down to) what it needs of every table there is: reading and writing, adding
    -- alone where a table is append-only, and of the list of migrations reading. Those of the queue are its own to write. Called at each
    -- start; what is right already is left alone.
    CREATE PROCEDURE waymark_grant(app name) LANGUAGE plpgsql AS $$
    DECLARE
      found record;
    BEGIN
      IF has_schema_privilege('public', 'public', 'CREATE') THEN REVOKE CREATE ON SCHEMA public FROM PUBLIC; END IF;
      -- A temporary table is found before the real one of its name, by statements and by the functions that walls ask.
      IF has_database_privilege(app, current_database(), 'TEMPORARY') THEN
        EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC, %I', current_database(), app);
      END IF;
      FOR found IN SELECT nspname AS name FROM pg_namespace WHERE nspname IN ('public', 'pgboss') AND NOT has_schema_privilege(app, oid, 'USAGE') LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', found.name, app);
      END LOOP;
      FOR found IN
        SELECT t.name, p.privilege, p.wanted FROM (
          SELECT c.oid::regclass AS name, c.oid = to_regclass('public.schema_migration') AS listed,
                 EXISTS (SELECT 1 FROM pg_trigger g WHERE g.tgrelid = c.oid AND g.tgfoid = 'waymark_append_only()'::regprocedure) AS kept
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p')
        ) t CROSS JOIN LATERAL (VALUES
          ('SELECT', true), ('INSERT', t.listed IS NOT TRUE), ('UPDATE', t.listed IS NOT TRUE AND NOT t.kept),
          ('DELETE', t.listed IS NOT TRUE AND NOT t.kept), ('TRUNCATE', false)
        ) p(privilege, wanted)
        WHERE has_table_privilege(app, t.name, p.privilege) <> p.wanted
      LOOP
        EXECUTE format(CASE WHEN found.wanted THEN 'GRANT %s ON %s TO %I' ELSE 'REVOKE %s ON %s FROM %I' END, found.privilege, found.name, app);
      END LOOP;
    END $$;

    -- Text as people search for it: without accents and case. Immutable, so that it can be indexed.
    CREATE FUNCTION waymark_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));

    -- The words under which a text is found: see wordsOf in libs/shared/kernel/search.ts, whose twin this is.
    CREATE FUNCTION waymark_plain(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN replace(replace(replace(replace(translate(lower(regexp_replace(normalize(left($1, 10000), NFKD), '[\\u0300-\\u036f]', '', 'g')),
        'øłđðıς', 'olddiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    CREATE FUNCTION waymark_split(text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT BEGIN ATOMIC
      SELECT word FROM unnest(string_to_array(regexp_replace($1,
        '[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u00d7\\u00f7\\u2000-\\u206f\\u3000\\ufeff]+', ' ', 'g'), ' ')) AS word
       WHERE word <> '' LIMIT 100;
    END;
    CREATE FUNCTION waymark_words(text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT BEGIN ATOMIC
      SELECT coalesce(array_agg(DISTINCT word COLLATE "C" ORDER BY word COLLATE "C"), '{}') FROM (SELECT waymark_plain($1) AS folded) f
       CROSS JOIN LATERAL (VALUES (regexp_replace(folded, $$['\\u2018\\u2019\\u02bc\\u02b9\\u0060\\u00b4\\u2032]$$, '', 'g'))) o(without)
       CROSS JOIN LATERAL (VALUES (without), (regexp_replace(folded, $$['\\u2018\\u2019\\u02bc\\u02b9\\u0060\\u00b4\\u2032]$$, ' ', 'g')),
         (regexp_replace(without, '[-\\u2010-\\u2015\\u2212]', '', 'g'))) ways(way) CROSS JOIN LATERAL waymark_split(way) AS word;
    END;
    -- Every one of the words searched for is a word of the text, or begins one.
    CREATE FUNCTION waymark_finds(text, wanted text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN cardinality(wanted) > 0 AND NOT EXISTS (
        SELECT 1 FROM unnest(wanted) w WHERE NOT EXISTS (SELECT 1 FROM unnest(waymark_words(coalesce($1, ''))) word WHERE starts_with(word, w)));

    -- Keeps the words of a table's rows in a table of words, which an index finds behind row-level security too, because there they are compared
    -- and not matched by a pattern: what the trigger is given is the table of words, the column of those whose words they are, and an expression
    -- over a row r. A table of words with a provider_id has that of the row. Only this trigger writes words.
    CREATE FUNCTION waymark_words_kept() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      RETURN coalesce(nullif(current_setting('waymark.words', true), ''), 'off') = 'on';
    CREATE FUNCTION waymark_keep_words() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    DECLARE
      placed boolean := EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = TG_ARGV[0]::regclass AND attname = 'provider_id' AND NOT attisdropped);
    BEGIN
      PERFORM set_config('waymark.words', 'on', true);
      IF TG_OP <> 'INSERT' THEN
        EXECUTE format('DELETE FROM %I w USING gone r WHERE w.source_id = r.id', TG_ARGV[0]);
      END IF;
      IF TG_OP <> 'DELETE' THEN
        EXECUTE format('INSERT INTO %I (source_id, %I, %s word) SELECT r.id, r.%I, %s word FROM fresh r CROSS JOIN LATERAL unnest(waymark_words(%s)) AS word',
          TG_ARGV[0], TG_ARGV[1], CASE WHEN placed THEN 'provider_id,' END, TG_ARGV[2], CASE WHEN placed THEN 'r.provider_id,' END, TG_ARGV[3]);
      END IF;
      PERFORM set_config('waymark.words', '', true);
      RETURN NULL;
    END $$;
    CREATE PROCEDURE waymark_searchable(searched regclass, words name, subject name, key name, of text) LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION waymark_keep_words(%L, %L, %L, %L)',
        searched || '_words_in', searched, words, subject, key, of);
      EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING OLD TABLE AS gone NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION waymark_keep_words(%L, %L, %L, %L)',
        searched || '_words_anew', searched, words, subject, key, of);
      EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %s REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION waymark_keep_words(%L, %L, %L, %L)',
        searched || '_words_out', searched, words, subject, key, of);
    END $$;

    CREATE TABLE event (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      subject_id uuid NOT NULL,
      actor_id uuid NOT NULL,
      provider_id uuid,
      cohort_id uuid,
      at timestamptz NOT NULL,
      facts jsonb NOT NULL,
      -- Its place in what happened to its subject, and a hash over itself and the one before: both made by the trigger.
      sequence integer NOT NULL,
      hash bytea NOT NULL,
      UNIQUE (subject_id, sequence)
    );
    CREATE INDEX event_subject ON event (subject_id, id);
    CREATE INDEX event_cohort ON event (cohort_id, id) WHERE cohort_id IS NOT NULL;
    CREATE INDEX event_provider ON event (provider_id, id) WHERE provider_id IS NOT NULL;
    CALL waymark_append_only('event');
    -- Read where it happened, and by whoever did it; anything may be recorded by anybody.
    CALL waymark_wall('event');
    CREATE POLICY event_own ON event FOR SELECT USING (actor_id = waymark_person());
    CREATE POLICY event_added ON event FOR INSERT WITH CHECK (true);
    CREATE POLICY event_reading ON event FOR SELECT USING (cohort_id IS NOT NULL AND waymark_reads(provider_id, cohort_id));

    -- Whether the trigger that chains events asks.
    CREATE FUNCTION waymark_chains() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      RETURN coalesce(nullif(current_setting('waymark.chains', true), ''), 'off') = 'on';
    -- The end of the chain of each subject: what comes next queues behind its row, so that two at once are told one after the other, and an event
    -- that is taken off the end is missed. Read and written by the trigger alone.
    CREATE TABLE event_chain (
      subject_id uuid PRIMARY KEY,
      sequence integer NOT NULL,
      hash bytea NOT NULL
    );
    ALTER TABLE event_chain ENABLE ROW LEVEL SECURITY;
    ALTER TABLE event_chain FORCE ROW LEVEL SECURITY;
    CREATE POLICY event_chain_scope ON event_chain USING (waymark_chains());
    CREATE POLICY event_chain_verified ON event_chain FOR SELECT USING (waymark_everything());

    CREATE FUNCTION waymark_event_hash(before bytea, happened event) RETURNS bytea LANGUAGE sql IMMUTABLE
      RETURN sha256(coalesce(before, '') || convert_to(jsonb_build_array(happened.id, happened.name, happened.subject_id, happened.actor_id, happened.provider_id,
        happened.cohort_id, (extract(epoch FROM happened.at) * 1000000)::bigint, happened.facts, happened.sequence)::text, 'UTF8'));
    CREATE FUNCTION waymark_chain_event() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE
        before bytea;
      BEGIN
        PERFORM set_config('waymark.chains', 'on', true);
        INSERT INTO event_chain AS c (subject_id, sequence, hash) VALUES (NEW.subject_id, 1, '')
          ON CONFLICT (subject_id) DO UPDATE SET sequence = c.sequence + 1 RETURNING c.sequence, c.hash INTO NEW.sequence, before;
        NEW.hash := waymark_event_hash(before, NEW);
        UPDATE event_chain c SET hash = NEW.hash WHERE c.subject_id = NEW.subject_id;
        PERFORM set_config('waymark.chains', '', true);
        RETURN NEW;
      END $$;
    CREATE TRIGGER event_chained BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION waymark_chain_event();

    -- Where the audit log is not what was recorded. For whoever sees everything.
    CREATE FUNCTION waymark_verify_audit() RETURNS TABLE (subject_id uuid, sequence integer, event_id uuid, what text) LANGUAGE sql STABLE BEGIN ATOMIC
      WITH told AS (
        SELECT e AS happened, e.subject_id, e.sequence, e.id, e.hash, lag(e.hash) OVER chain AS before, coalesce(lag(e.sequence) OVER chain, 0) AS after
          FROM event e WINDOW chain AS (PARTITION BY e.subject_id ORDER BY e.sequence, e.id)
      ), ends AS (
        SELECT DISTINCT ON (t.subject_id) t.subject_id, t.sequence, t.hash FROM told t ORDER BY t.subject_id, t.sequence DESC
      )
      SELECT t.subject_id, t.sequence, t.id, CASE
          WHEN t.sequence > t.after + 1 THEN 'removed before this one'
          WHEN t.sequence <= t.after THEN 'inserted'
          ELSE 'changed or inserted' END
        FROM told t WHERE t.sequence <> t.after + 1 OR t.hash IS DISTINCT FROM waymark_event_hash(t.before, t.happened)
      UNION ALL
      SELECT coalesce(c.subject_id, e.subject_id), coalesce(e.sequence, 0), NULL, CASE
          WHEN c.sequence > coalesce(e.sequence, 0) THEN 'removed after this one'
          WHEN c.sequence = e.sequence THEN 'changed, with what proves it'
          ELSE 'inserted at the end' END
        FROM ends e FULL JOIN event_chain c ON c.subject_id = e.subject_id
       WHERE c.sequence IS DISTINCT FROM e.sequence OR c.hash IS DISTINCT FROM e.hash
      ORDER BY 1, 2;
    END;

    CREATE TABLE idempotency_key (
      account_id uuid NOT NULL,
      key text NOT NULL,
      fingerprint text NOT NULL,
      answer jsonb,
      at timestamptz NOT NULL,
      PRIMARY KEY (account_id, key)
    );
    CREATE INDEX idempotency_key_at ON idempotency_key (at);
  `;
}
