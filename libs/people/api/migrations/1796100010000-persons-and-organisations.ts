import { Migration } from '@waymark/shared/api/migration';

/** Organisations, shared by the installation once its register keeper has taken them in; persons; providers; imports. */
export class PersonsAndOrganisations1796100010000 extends Migration {
  readonly name = 'PersonsAndOrganisations1796100010000';

  protected readonly sql = `
    -- The body that runs programmes. Everything it makes carries its id. Its own organisation is added below.
    CREATE TABLE provider (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      -- Where those who take part in its programmes ask: shown to them, and in its invitations.
      contact_email text,
      organisation_id uuid,
      version integer NOT NULL DEFAULT 1
    );
    -- Its name and contact are shown to whoever comes; only who works for it changes them, and whoever sets the installation up makes the first.
    ALTER TABLE provider ENABLE ROW LEVEL SECURITY;
    ALTER TABLE provider FORCE ROW LEVEL SECURITY;
    CREATE POLICY provider_shown ON provider FOR SELECT USING (true);
    CREATE POLICY provider_scope ON provider USING (waymark_sees(id, NULL)) WITH CHECK (waymark_sees(id, NULL) OR waymark_nobody());
    CREATE UNIQUE INDEX people_provider_name ON provider (waymark_fold(name));

    -- Without a provider an organisation stands in the register that all share. One that a provider has added is its own until then.
    CREATE TABLE organisation (
      id uuid PRIMARY KEY,
      provider_id uuid REFERENCES provider,
      official_name text NOT NULL,
      short_name text NOT NULL,
      sector text NOT NULL,
      organisation_type text,
      nation text,
      region text,
      valid_from waymark_day,
      valid_to waymark_day,
      parent_id uuid REFERENCES organisation,
      source text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT people_organisation_dates CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from),
      CONSTRAINT people_organisation_sector CHECK (sector IN ('council', 'health', 'police', 'fire', 'charity', 'education', 'central_government', 'other')),
      CONSTRAINT people_organisation_nation CHECK (nation IN ('ENG', 'WLS', 'SCT', 'NIR')),
      UNIQUE (id, provider_id)
    );
    CREATE INDEX organisation_order ON organisation (waymark_fold(official_name), id);
    CREATE INDEX organisation_provider ON organisation (provider_id) WHERE provider_id IS NOT NULL;
    ALTER TABLE provider ADD FOREIGN KEY (organisation_id) REFERENCES organisation;

    -- One scheme's identifier, held by one organisation at a time: "gss" E10000012, "local-authority-code" ESS, "ods" … What a provider has
    -- added for itself may have a code that another provider's has too: neither knows of the other, and the keeper takes in one of them.
    -- provider_id is the organisation's.
    CREATE TABLE organisation_identifier (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      provider_id uuid REFERENCES provider,
      scheme text NOT NULL,
      value text NOT NULL,
      valid_from waymark_day,
      valid_to waymark_day,
      FOREIGN KEY (organisation_id, provider_id) REFERENCES organisation (id, provider_id),
      CONSTRAINT people_identifier_taken EXCLUDE USING gist (coalesce(provider_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, scheme WITH =, value WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
    );
    CREATE INDEX organisation_identifier_organisation ON organisation_identifier (organisation_id);
    CREATE INDEX organisation_identifier_value ON organisation_identifier (scheme, value);

    -- Another name: everybody's, or one that a provider alone uses.
    CREATE TABLE organisation_alias (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      provider_id uuid REFERENCES provider,
      alias text NOT NULL,
      folded text NOT NULL,
      CONSTRAINT people_alias_twice UNIQUE NULLS NOT DISTINCT (organisation_id, provider_id, folded)
    );
    CREATE INDEX organisation_alias_folded ON organisation_alias (folded);

    -- Under which words it is found, by its names, its codes and what a provider calls it.
    CREATE TABLE organisation_word (
      source_id uuid NOT NULL,
      organisation_id uuid NOT NULL,
      provider_id uuid,
      word text COLLATE "C" NOT NULL
    );
    CREATE INDEX organisation_word_word ON organisation_word (word, organisation_id);
    CREATE INDEX organisation_word_source ON organisation_word (source_id);
    CALL waymark_searchable('organisation', 'organisation_word', 'organisation_id', 'id', $$r.official_name || ' ' || r.short_name$$);
    CALL waymark_searchable('organisation_alias', 'organisation_word', 'organisation_id', 'organisation_id', 'r.alias');
    CALL waymark_searchable('organisation_identifier', 'organisation_word', 'organisation_id', 'organisation_id', 'r.value');

    CREATE TABLE organisation_succession (
      organisation_id uuid NOT NULL REFERENCES organisation,
      successor_id uuid NOT NULL REFERENCES organisation,
      PRIMARY KEY (organisation_id, successor_id),
      CONSTRAINT people_succession_self CHECK (organisation_id <> successor_id)
    );

    -- Whom a provider speaks with at an organisation: its own, whoever else works with it.
    CREATE TABLE organisation_contact (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      organisation_id uuid NOT NULL REFERENCES organisation,
      position integer NOT NULL,
      name text NOT NULL,
      about text NOT NULL,
      email text,
      phone text
    );
    -- How often a provider has said something of an organisation for itself: two who do at once come one after the other.
    CREATE TABLE organisation_own (
      organisation_id uuid NOT NULL REFERENCES organisation,
      provider_id uuid NOT NULL REFERENCES provider,
      version integer NOT NULL,
      PRIMARY KEY (organisation_id, provider_id)
    );
    CREATE INDEX organisation_contact_organisation ON organisation_contact (organisation_id, provider_id);

    -- A change of the register that a provider proposes and a keeper takes or leaves. Of an organisation that is to be taken in, the facts are
    -- its own as long as that is open.
    CREATE TABLE register_proposal (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      organisation_id uuid NOT NULL REFERENCES organisation,
      kind text NOT NULL,
      before jsonb,
      after jsonb,
      reason text NOT NULL,
      status text NOT NULL,
      proposed_by uuid NOT NULL,
      proposed_at timestamptz NOT NULL,
      decided_by uuid,
      decided_at timestamptz,
      answer text NOT NULL DEFAULT '',
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT people_proposal_kind CHECK (kind IN ('add', 'change')),
      CHECK (kind = 'add' OR (before IS NOT NULL AND after IS NOT NULL)),
      CONSTRAINT people_proposal_status CHECK (status IN ('waiting', 'taken', 'left', 'withdrawn') AND (status = 'waiting') = (decided_at IS NULL))
    );
    CREATE INDEX register_proposal_order ON register_proposal (status, id);
    CREATE INDEX register_proposal_organisation ON register_proposal (organisation_id);
    CREATE UNIQUE INDEX people_proposal_waiting ON register_proposal (organisation_id) WHERE kind = 'add' AND status = 'waiting';

    CREATE TABLE person (
      id uuid PRIMARY KEY,
      given_name text NOT NULL,
      family_name text NOT NULL,
      pronouns text,
      phone text,
      version integer NOT NULL DEFAULT 1
    );
    -- Under which words somebody is found, by their names and what stands before the @ of their addresses.
    CREATE TABLE person_word (
      source_id uuid NOT NULL,
      person_id uuid NOT NULL,
      word text COLLATE "C" NOT NULL
    );
    CREATE INDEX person_word_word ON person_word (word, person_id);
    CREATE INDEX person_word_source ON person_word (source_id);
    -- A search joins them to persons, who are walled; to write a word is the trigger's alone.
    ALTER TABLE person_word ENABLE ROW LEVEL SECURITY;
    ALTER TABLE person_word FORCE ROW LEVEL SECURITY;
    CREATE POLICY person_word_shown ON person_word FOR SELECT USING (true);
    CREATE POLICY person_word_of_trigger ON person_word USING (waymark_words_kept());
    CALL waymark_searchable('person', 'person_word', 'person_id', 'id', $$r.given_name || ' ' || r.family_name$$);

    CREATE TABLE person_email (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      email text NOT NULL,
      folded text NOT NULL,
      is_primary boolean NOT NULL,
      verified_at timestamptz,
      CONSTRAINT people_email_taken UNIQUE (folded),
      -- Under anything but itself in small letters an address would be found as somebody else's.
      CONSTRAINT people_email_folded CHECK (folded = lower(email))
    );
    CREATE INDEX person_email_person ON person_email (person_id);
    CALL waymark_searchable('person_email', 'person_word', 'person_id', 'person_id', $$split_part(r.email, '@', 1)$$);
    CREATE UNIQUE INDEX people_email_one_primary ON person_email (person_id) WHERE is_primary;

    -- Which providers know a person, and so may list them. The sort key is copied so that a page of a long list is one index scan.
    CREATE TABLE person_provider (
      person_id uuid NOT NULL REFERENCES person,
      provider_id uuid NOT NULL REFERENCES provider,
      sort_name text NOT NULL,
      since timestamptz NOT NULL,
      PRIMARY KEY (provider_id, person_id)
    );
    CREATE INDEX person_provider_order ON person_provider (provider_id, sort_name, person_id);
    CREATE INDEX person_provider_person ON person_provider (person_id);

    CREATE TABLE employment (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      organisation_id uuid NOT NULL REFERENCES organisation,
      job_title text NOT NULL,
      grade_band text,
      line_manager_id uuid REFERENCES person,
      line_manager_email text,
      starts_on waymark_day NOT NULL,
      ends_on waymark_day,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT people_employment_dates CHECK (ends_on IS NULL OR ends_on >= starts_on),
      CONSTRAINT people_own_manager CHECK (line_manager_id IS NULL OR line_manager_id <> person_id),
      -- Keyed by one text, so that it is of use for the rule alone: PostgreSQL took an index of the two ids to look up a person's jobs, and read
      -- 140 pages where employment_person needs 4.
      CONSTRAINT people_employment_overlap EXCLUDE USING gist ((person_id::text || ' ' || organisation_id::text) WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
    );
    CREATE INDEX employment_person ON employment (person_id, starts_on DESC);
    CREATE INDEX employment_organisation ON employment (organisation_id);
    CREATE INDEX employment_manager ON employment (line_manager_id) WHERE line_manager_id IS NOT NULL;

    CREATE TABLE import_batch (
      id uuid PRIMARY KEY,
      provider_id uuid REFERENCES provider,
      kind text NOT NULL,
      file_name text NOT NULL,
      status text NOT NULL,
      mapping jsonb NOT NULL,
      counts jsonb NOT NULL,
      created_by uuid NOT NULL,
      created_at timestamptz NOT NULL,
      finished_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT people_import_status CHECK (status IN ('uploaded', 'checked', 'completed', 'failed', 'redacted'))
    );
    CREATE INDEX import_batch_order ON import_batch (provider_id, id);
    CREATE TABLE import_row (
      batch_id uuid NOT NULL REFERENCES import_batch ON DELETE CASCADE,
      line integer NOT NULL,
      raw jsonb,
      outcome text NOT NULL,
      messages jsonb NOT NULL,
      PRIMARY KEY (batch_id, line),
      CONSTRAINT people_import_outcome CHECK (outcome IN ('new', 'changed', 'same', 'attention', 'rejected', 'done'))
    );
    -- The columns a team mapped last time, offered again for a file with the same headers.
    CREATE TABLE import_mapping (
      id uuid PRIMARY KEY,
      provider_id uuid REFERENCES provider,
      kind text NOT NULL,
      headers_key text NOT NULL,
      mapping jsonb NOT NULL,
      CONSTRAINT people_mapping_known UNIQUE NULLS NOT DISTINCT (provider_id, kind, headers_key)
    );

    CALL waymark_wall('organisation_contact');
    CALL waymark_wall('organisation_own');
    CALL waymark_wall('register_proposal');
    CREATE POLICY register_proposal_kept ON register_proposal USING (waymark_register());

    -- What all share is read by all and written by its keeper alone; what a provider has added is its own, and the keeper's to take in. Beside
    -- that an organisation is known where somebody is who works there: to themselves and to who manages them, to a provider that knows them,
    -- and to who holds a role there.
    ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
    ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
    CREATE POLICY organisation_shared ON organisation FOR SELECT USING (provider_id IS NULL);
    CREATE POLICY organisation_scope ON organisation
      USING (provider_id IS NOT NULL AND (provider_id = (SELECT waymark_provider()) OR waymark_sees(provider_id, NULL)));
    CREATE POLICY organisation_kept ON organisation USING (waymark_register()) WITH CHECK (provider_id IS NULL AND waymark_register());
    CREATE POLICY organisation_of_role ON organisation FOR SELECT USING (id IN (SELECT organisation_id FROM waymark_organisations()));
    -- In a function, so that whoever plans a statement sees its price and not its parts: written out it made PostgreSQL read the whole register
    -- for the seventy people of a cohort.
    CREATE FUNCTION waymark_knows_of_job_at(organisation uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN EXISTS (
          SELECT 1 FROM employment j WHERE j.organisation_id = organisation AND (j.person_id = waymark_person() OR j.line_manager_id = waymark_person()
            OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = j.person_id AND k.provider_id = ANY (waymark_providers()))));
      END $$;
    CREATE POLICY organisation_of_job ON organisation FOR SELECT USING (waymark_knows_of_job_at(id));

    -- Whoever may change an organisation may say what belongs to it.
    CREATE FUNCTION waymark_keeps(organisation uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN EXISTS (SELECT 1 FROM organisation o WHERE o.id = $1 AND CASE WHEN o.provider_id IS NULL THEN waymark_register() ELSE waymark_register() OR waymark_sees(o.provider_id, NULL) END);
      END $$;
    ALTER TABLE organisation_identifier ENABLE ROW LEVEL SECURITY;
    ALTER TABLE organisation_identifier FORCE ROW LEVEL SECURITY;
    CREATE POLICY organisation_identifier_shared ON organisation_identifier FOR SELECT USING (provider_id IS NULL);
    CREATE POLICY organisation_identifier_scope ON organisation_identifier
      USING (provider_id IS NOT NULL AND (provider_id = (SELECT waymark_provider()) OR waymark_sees(provider_id, NULL)));
    CREATE POLICY organisation_identifier_kept ON organisation_identifier USING (waymark_register()) WITH CHECK (provider_id IS NULL AND waymark_register());
    ALTER TABLE organisation_alias ENABLE ROW LEVEL SECURITY;
    ALTER TABLE organisation_alias FORCE ROW LEVEL SECURITY;
    CREATE POLICY organisation_alias_shared ON organisation_alias FOR SELECT USING (provider_id IS NULL);
    CREATE POLICY organisation_alias_scope ON organisation_alias
      USING (provider_id IS NOT NULL AND (provider_id = (SELECT waymark_provider()) OR waymark_sees(provider_id, NULL)));
    -- Names that a provider alone uses are none of the keeper's business, unless its organisation is to be taken in.
    CREATE POLICY organisation_alias_kept ON organisation_alias
      USING (waymark_register() AND (provider_id IS NULL OR EXISTS (SELECT 1 FROM organisation o WHERE o.id = organisation_id AND o.provider_id IS NOT NULL)))
      WITH CHECK (provider_id IS NULL AND waymark_register());
    ALTER TABLE organisation_word ENABLE ROW LEVEL SECURITY;
    ALTER TABLE organisation_word FORCE ROW LEVEL SECURITY;
    CREATE POLICY organisation_word_shared ON organisation_word FOR SELECT USING (provider_id IS NULL);
    CREATE POLICY organisation_word_scope ON organisation_word FOR SELECT
      USING (provider_id = (SELECT waymark_provider()) OR waymark_sees(provider_id, NULL));
    -- As of names: those of an organisation that is to be taken in, and no name that a provider alone uses.
    CREATE POLICY organisation_word_kept ON organisation_word FOR SELECT
      USING (waymark_register() AND EXISTS (SELECT 1 FROM organisation o WHERE o.id = organisation_id AND o.provider_id IS NOT NULL));
    CREATE POLICY organisation_word_of_trigger ON organisation_word USING (waymark_words_kept());
    ALTER TABLE organisation_succession ENABLE ROW LEVEL SECURITY;
    ALTER TABLE organisation_succession FORCE ROW LEVEL SECURITY;
    CREATE POLICY organisation_succession_shared ON organisation_succession FOR SELECT USING (true);
    CREATE POLICY organisation_succession_scope ON organisation_succession USING (waymark_keeps(organisation_id));

    -- Imports belong to the provider, or to whoever began one that belongs to none. The rows of one are asked once a statement.
    CALL waymark_wall('import_batch');
    CALL waymark_wall('import_mapping');
    CREATE POLICY import_batch_own ON import_batch USING (provider_id IS NULL AND (created_by = waymark_person() OR waymark_register()));
    CREATE POLICY import_mapping_of_nobody ON import_mapping USING (provider_id IS NULL);
    ALTER TABLE import_row ENABLE ROW LEVEL SECURITY;
    ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
    CREATE POLICY import_row_scope ON import_row USING (waymark_everything() OR batch_id IN (SELECT id FROM import_batch));

    -- What is seen of people is not therefore written: "..._seen" lets read, and what may be added, changed or removed has policies of its own.

    -- Which provider knows whom: each sees its own, and everybody sees who knows themselves. Written by waymark_make_known alone.
    ALTER TABLE person_provider ENABLE ROW LEVEL SECURITY;
    ALTER TABLE person_provider FORCE ROW LEVEL SECURITY;
    CREATE POLICY person_provider_scope ON person_provider USING (waymark_everything());
    CREATE POLICY person_provider_seen ON person_provider FOR SELECT USING (provider_id = (SELECT waymark_provider()) OR waymark_sees(provider_id, NULL));
    CREATE POLICY person_provider_own ON person_provider FOR SELECT USING (person_id = waymark_person());
    CREATE POLICY person_provider_of_nobody ON person_provider FOR SELECT USING (waymark_nobody());

    -- A person is seen by the providers that know them, by themselves, by an employer of theirs and by who they name as line manager, each where a
    -- provider knows both. The rest asks this function, which must read jobs, whose walls ask persons: so it reads with everything for
    -- as long as it lasts, and answers yes or no about one person. (See waymark_taken for why it is not SECURITY DEFINER.)
    CREATE FUNCTION waymark_knows(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        known boolean;
      BEGIN
        IF waymark_everything() OR waymark_nobody() OR asked = waymark_person() THEN RETURN true; END IF;
        PERFORM set_config('waymark.everything', 'on', true);
        known := EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = asked AND k.provider_id = ANY (waymark_providers()))
          OR EXISTS (SELECT 1 FROM waymark_organisations() o JOIN person_provider k ON k.provider_id = o.provider_id AND k.person_id = asked
                      WHERE EXISTS (SELECT 1 FROM employment j WHERE j.person_id = asked AND j.organisation_id = o.organisation_id))
          OR EXISTS (SELECT 1 FROM employment j JOIN person_provider k ON k.person_id = j.person_id
                       JOIN person_provider m ON m.provider_id = k.provider_id AND m.person_id = j.line_manager_id
                      WHERE (j.person_id = asked AND j.line_manager_id = waymark_person()) OR (j.person_id = waymark_person() AND j.line_manager_id = asked));
        PERFORM set_config('waymark.everything', everything, true);
        RETURN known;
      END $$;
    -- Is this somebody whom the transaction may see as an employer or a line manager, through this provider?
    CREATE FUNCTION waymark_employs(asked uuid, provider uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        employed boolean;
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        employed := EXISTS (SELECT 1 FROM waymark_organisations() o JOIN employment j ON j.organisation_id = o.organisation_id
                             WHERE o.provider_id = provider AND j.person_id = asked)
          OR EXISTS (SELECT 1 FROM employment j JOIN person_provider m ON m.person_id = j.line_manager_id
                      WHERE j.person_id = asked AND j.line_manager_id = waymark_person() AND m.provider_id = provider);
        PERFORM set_config('waymark.everything', everything, true);
        RETURN employed;
      END $$;
    CREATE POLICY person_provider_of_employer ON person_provider FOR SELECT USING (waymark_employs(person_id, provider_id));
    -- The provider that knew somebody first keeps their details: it alone changes them, and their address only where no other knows them.
    CREATE FUNCTION waymark_keeps_details(asked uuid, alone boolean) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      DECLARE
        known uuid[] := ARRAY(SELECT waymark_known_to(asked));
      BEGIN
        RETURN waymark_everything() OR coalesce(known[1] = ANY (waymark_providers()) AND (NOT alone OR known <@ waymark_providers()), false);
      END $$;
    ALTER TABLE person ENABLE ROW LEVEL SECURITY;
    ALTER TABLE person FORCE ROW LEVEL SECURITY;
    CREATE POLICY person_scope ON person USING (waymark_everything());
    CREATE POLICY person_seen ON person FOR SELECT
      USING (EXISTS (SELECT 1 FROM person_provider k WHERE k.provider_id = (SELECT waymark_provider()) AND k.person_id = person.id) OR waymark_knows(id));
    -- Whoever works here may write somebody down: whom no provider knows yet is seen by nobody. Who is known to a provider is locked by it, to be
    -- told that another keeps their details.
    CREATE POLICY person_added ON person FOR INSERT WITH CHECK (waymark_works() OR waymark_nobody());
    CREATE POLICY person_changed ON person FOR UPDATE
      USING (EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = person.id AND k.provider_id = ANY (waymark_providers())))
      WITH CHECK (waymark_keeps_details(id, false));

    CREATE FUNCTION waymark_sees_person(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN waymark_everything() OR EXISTS (SELECT 1 FROM person p WHERE p.id = asked);
      END $$;
    CREATE FUNCTION waymark_is_new(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        new boolean;
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        new := NOT EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = asked);
        PERFORM set_config('waymark.everything', everything, true);
        RETURN new;
      END $$;
    -- What is written about a person is seen by them, by who knows them, and with them by those who work here: not by who only meets them, as
    -- whoever takes part meets the lead of the cohort.
    CREATE FUNCTION waymark_sees_details(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN waymark_knows(asked) OR (waymark_works() AND waymark_sees_person(asked));
      END $$;
    CREATE PROCEDURE waymark_wall_of_person(walled regclass) LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
      EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', walled);
      EXECUTE format('CREATE POLICY %I ON %s USING (waymark_everything())', walled || '_scope', walled);
      EXECUTE format('CREATE POLICY %I ON %s FOR SELECT
        USING (EXISTS (SELECT 1 FROM person_provider k WHERE k.provider_id = (SELECT waymark_provider()) AND k.person_id = %s.person_id) OR waymark_sees_details(person_id))',
        walled || '_seen', walled, walled);
    END $$;
    CALL waymark_wall_of_person('person_email');
    CALL waymark_wall_of_person('employment');
    -- The first address of whom no provider knows yet comes with them. Accepting an invitation shows that somebody reads theirs.
    CREATE FUNCTION waymark_is_unaddressed(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        unaddressed boolean;
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        unaddressed := NOT EXISTS (SELECT 1 FROM person_email e WHERE e.person_id = asked);
        PERFORM set_config('waymark.everything', everything, true);
        RETURN unaddressed;
      END $$;
    CREATE POLICY person_email_added ON person_email FOR INSERT
      WITH CHECK (((waymark_works() OR waymark_nobody()) AND waymark_is_new(person_id) AND waymark_is_unaddressed(person_id)) OR waymark_keeps_details(person_id, true));
    CREATE POLICY person_email_verified ON person_email FOR UPDATE USING (waymark_nobody());
    CREATE POLICY person_email_removed ON person_email FOR DELETE USING (waymark_keeps_details(person_id, true));
    CREATE POLICY employment_added ON employment FOR INSERT WITH CHECK (waymark_keeps_details(person_id, false));
    CREATE POLICY employment_changed ON employment FOR UPDATE USING (waymark_keeps_details(person_id, false));
    -- What happened to the register, which all share, is read by all.
    CREATE POLICY event_of_register ON event FOR SELECT USING (provider_id IS NULL AND EXISTS (SELECT 1 FROM organisation o WHERE o.id = subject_id));

    -- What must be judged by, or done to, all that the installation has, whoever asks. Each answers no more than the rule needs.
    -- Has anybody but this person the address?
    CREATE FUNCTION waymark_email_taken(address text, by_other_than uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        taken boolean;
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        taken := EXISTS (SELECT 1 FROM person_email e WHERE e.folded = address AND e.person_id <> by_other_than);
        PERFORM set_config('waymark.everything', everything, true);
        RETURN taken;
      END $$;
    -- Who has these addresses, and what they are called: an import and an invitation must find who is there already.
    CREATE FUNCTION waymark_people_at(addresses text[])
      RETURNS TABLE (person_id uuid, folded text, given_name text, family_name text, pronouns text)
      LANGUAGE plpgsql STABLE ROWS 100 SET search_path = public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
      BEGIN
        IF NOT (waymark_works() OR waymark_nobody()) THEN RETURN; END IF;
        PERFORM set_config('waymark.everything', 'on', true);
        RETURN QUERY SELECT e.person_id, e.folded, p.given_name, p.family_name, p.pronouns
          FROM person_email e JOIN person p ON p.id = e.person_id WHERE e.folded = ANY (addresses);
        PERFORM set_config('waymark.everything', everything, true);
      END $$;
    -- The providers that know somebody, the first one first: what happens to a person is recorded at each, and the first keeps their details.
    CREATE FUNCTION waymark_known_to(asked uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 2 SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        RETURN QUERY SELECT k.provider_id FROM person_provider k WHERE k.person_id = asked ORDER BY k.since, k.provider_id;
        PERFORM set_config('waymark.everything', everything, true);
      END $$;
    -- Makes people known to a provider that the transaction works for, or for a cohort of which, under the names they have: whom it sees, whom no
    -- provider knows yet, and those with one of these addresses, which whoever asks must know.
    CREATE FUNCTION waymark_make_known(people uuid[], provider uuid, at timestamptz, addresses text[]) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        seen uuid[] := ARRAY(SELECT p.id FROM person p WHERE p.id = ANY (people));
      BEGIN
        IF NOT (waymark_sees(provider, NULL) OR waymark_nobody()
          OR EXISTS (SELECT 1 FROM scope s WHERE s.provider_id = provider AND s.id = ANY (waymark_cohorts()))) THEN
          RAISE EXCEPTION 'Not a provider of this transaction' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM set_config('waymark.everything', 'on', true);
        IF EXISTS (SELECT 1 FROM unnest(people) AS p(id) WHERE p.id <> ALL (seen)
             AND EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM person_email e WHERE e.person_id = p.id AND e.folded = ANY (addresses))) THEN
          RAISE EXCEPTION 'Somebody whom this transaction does not know' USING ERRCODE = 'insufficient_privilege';
        END IF;
        INSERT INTO person_provider (person_id, provider_id, sort_name, since)
          SELECT p.id, provider, waymark_fold(p.family_name || ' ' || p.given_name), at FROM person p WHERE p.id = ANY (people)
          ON CONFLICT (provider_id, person_id) DO UPDATE SET sort_name = excluded.sort_name WHERE person_provider.sort_name <> excluded.sort_name;
        PERFORM set_config('waymark.everything', everything, true);
      END $$;
    -- Puts somebody where their name now belongs in the list of every provider that knows them.
    CREATE FUNCTION waymark_sort_by_name(asked uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
      BEGIN
        IF NOT waymark_sees_person(asked) THEN RETURN; END IF;
        PERFORM set_config('waymark.everything', 'on', true);
        UPDATE person_provider k SET sort_name = waymark_fold(p.family_name || ' ' || p.given_name) FROM person p
         WHERE p.id = asked AND k.person_id = asked;
        PERFORM set_config('waymark.everything', everything, true);
      END $$;
  `;
}
