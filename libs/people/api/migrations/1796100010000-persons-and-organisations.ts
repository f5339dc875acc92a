import { Migration } from '@waymark/shared/api/migration';

/** Organisations and persons, shared by the installation; providers; imports. */
export class PersonsAndOrganisations1796100010000 extends Migration {
  readonly name = 'PersonsAndOrganisations1796100010000';

  protected readonly sql = `
    CREATE TABLE organisation (
      id uuid PRIMARY KEY,
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
      CONSTRAINT people_organisation_nation CHECK (nation IN ('ENG', 'WLS', 'SCT', 'NIR'))
    );
    CREATE INDEX organisation_name_trgm ON organisation USING gin (waymark_fold(official_name) gin_trgm_ops);
    CREATE INDEX organisation_order ON organisation (waymark_fold(official_name), id);

    -- One scheme's identifier, held by one organisation at a time: "gss" E10000012, "local-authority-code" ESS, "ods" …
    CREATE TABLE organisation_identifier (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      scheme text NOT NULL,
      value text NOT NULL,
      valid_from waymark_day,
      valid_to waymark_day,
      CONSTRAINT people_identifier_taken EXCLUDE USING gist (scheme WITH =, value WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
    );
    CREATE INDEX organisation_identifier_organisation ON organisation_identifier (organisation_id);
    CREATE INDEX organisation_identifier_value ON organisation_identifier (scheme, value);

    CREATE TABLE organisation_alias (
      id uuid PRIMARY KEY,
      organisation_id uuid NOT NULL REFERENCES organisation,
      alias text NOT NULL,
      folded text NOT NULL,
      CONSTRAINT people_alias_twice UNIQUE (organisation_id, folded)
    );
    CREATE INDEX organisation_alias_folded ON organisation_alias (folded);
    CREATE INDEX organisation_alias_trgm ON organisation_alias USING gin (folded gin_trgm_ops);

    CREATE TABLE organisation_succession (
      organisation_id uuid NOT NULL REFERENCES organisation,
      successor_id uuid NOT NULL REFERENCES organisation,
      PRIMARY KEY (organisation_id, successor_id),
      CONSTRAINT people_succession_self CHECK (organisation_id <> successor_id)
    );

    -- The body that runs programmes. Everything it makes carries its id.
    CREATE TABLE provider (
      id uuid PRIMARY KEY,
      name text NOT NULL,
      -- Where those who take part in its programmes ask: shown to them, and in its invitations.
      contact_email text,
      organisation_id uuid REFERENCES organisation,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT people_provider_name UNIQUE (name)
    );

    CREATE TABLE person (
      id uuid PRIMARY KEY,
      given_name text NOT NULL,
      family_name text NOT NULL,
      pronouns text,
      phone text,
      version integer NOT NULL DEFAULT 1
    );
    CREATE INDEX person_name_trgm ON person USING gin (waymark_fold(given_name || ' ' || family_name) gin_trgm_ops);

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
      parsed jsonb,
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
  `;
}
