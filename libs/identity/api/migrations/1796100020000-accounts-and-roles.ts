import { Migration } from '@waymark/shared/api/migration';

/** Accounts, sessions, one-time links, invitations, roles, and the counters that slow guessing down. */
export class AccountsAndRoles1796100020000 extends Migration {
  readonly name = 'AccountsAndRoles1796100020000';

  protected readonly sql = `
    CREATE TABLE account (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      email text NOT NULL,
      folded_email text NOT NULL,
      password_hash text,
      password_changed_at timestamptz,
      disabled_at timestamptz,
      created_at timestamptz NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT identity_account_person UNIQUE (person_id),
      CONSTRAINT identity_email_taken UNIQUE (folded_email)
    );

    -- A browser that somebody has signed in with, by a cookie of its own which outlives the session: who guesses at the account from elsewhere
    -- does not keep its owner out there. The token changes at each sign-in, for everybody who uses that browser.
    CREATE TABLE known_device (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES account,
      token_hash bytea NOT NULL,
      since timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      UNIQUE (token_hash, account_id)
    );
    CREATE INDEX known_device_account ON known_device (account_id);

    -- Only the SHA-256 of the cookie's 256 bits is kept: a copy of this table signs nobody in.
    CREATE TABLE auth_session (
      id uuid PRIMARY KEY,
      token_hash bytea NOT NULL,
      account_id uuid NOT NULL REFERENCES account,
      created_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL,
      idle_minutes integer NOT NULL,
      expires_at timestamptz NOT NULL,
      ended_at timestamptz,
      device text NOT NULL,
      known_device_id uuid REFERENCES known_device ON DELETE SET NULL,
      -- Half a session, which opens nothing but the rest of signing in.
      waits_for text CHECK (waits_for IN ('factor', 'enrolment')),
      second_factor_at timestamptz,
      challenge text,
      challenge_until timestamptz,
      CONSTRAINT identity_session_token UNIQUE (token_hash)
    );
    CREATE INDEX auth_session_account ON auth_session (account_id, created_at DESC);
    CREATE INDEX auth_session_known_device ON auth_session (known_device_id) WHERE known_device_id IS NOT NULL;

    CREATE TABLE sign_in_link (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES account,
      token_hash bytea NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      CONSTRAINT identity_link_token UNIQUE (token_hash)
    );
    CREATE INDEX sign_in_link_account ON sign_in_link (account_id);

    CREATE TABLE invitation (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      email text NOT NULL,
      token_hash bytea NOT NULL,
      role text NOT NULL,
      scope_kind text NOT NULL,
      scope_id uuid,
      provider_id uuid REFERENCES provider,
      invited_by uuid NOT NULL,
      created_at timestamptz NOT NULL,
      expires_at timestamptz NOT NULL,
      accepted_at timestamptz,
      revoked_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT identity_invitation_token UNIQUE (token_hash),
      CONSTRAINT identity_invitation_scope CHECK ((scope_kind = 'installation') = (provider_id IS NULL))
    );
    CREATE INDEX invitation_provider ON invitation (provider_id, id);

    -- Organisations are shared by all providers: a role there reaches what the provider has through which it was given, and nothing of another.
    CREATE TABLE role_assignment (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      role text NOT NULL,
      scope_kind text NOT NULL,
      scope_id uuid,
      provider_id uuid REFERENCES provider,
      granted_by uuid NOT NULL,
      granted_at timestamptz NOT NULL,
      ended_at timestamptz,
      -- A role that comes with something its person does not know of yet is in nobody's own view of their roles.
      told boolean NOT NULL DEFAULT true,
      CONSTRAINT identity_role CHECK (role IN ('administrator', 'programme_staff', 'facilitator', 'participant', 'line_manager', 'employer', 'evaluator', 'register_keeper')),
      CONSTRAINT identity_scope CHECK (scope_kind IN ('installation', 'provider', 'organisation', 'cohort') AND (scope_kind = 'installation') = (scope_id IS NULL)
        AND (scope_kind = 'organisation') = (provider_id IS NOT NULL))
    );
    CREATE UNIQUE INDEX identity_role_held ON role_assignment (person_id, role, scope_kind, scope_id, provider_id) NULLS NOT DISTINCT WHERE ended_at IS NULL;
    CREATE INDEX role_assignment_scope ON role_assignment (scope_kind, scope_id) WHERE ended_at IS NULL;
    CREATE INDEX role_assignment_through ON role_assignment (provider_id) WHERE provider_id IS NOT NULL AND ended_at IS NULL;

    -- A provider asks its staff for a second factor: from when, and how long they may go without.
    CREATE TABLE second_factor_policy (
      provider_id uuid PRIMARY KEY REFERENCES provider,
      since timestamptz NOT NULL,
      grace_days integer NOT NULL CHECK (grace_days BETWEEN 0 AND 90)
    );

    -- An authenticator app. Its secret is encrypted with a key that is not in the database.
    CREATE TABLE totp_factor (
      account_id uuid PRIMARY KEY REFERENCES account,
      secret bytea NOT NULL,
      created_at timestamptz NOT NULL,
      confirmed_at timestamptz,
      last_step bigint
    );

    CREATE TABLE passkey (
      id uuid PRIMARY KEY,
      account_id uuid NOT NULL REFERENCES account,
      credential_id text NOT NULL,
      public_key bytea NOT NULL,
      counter bigint NOT NULL,
      transports text[] NOT NULL,
      name text NOT NULL,
      created_at timestamptz NOT NULL,
      used_at timestamptz,
      CONSTRAINT identity_second_factor_passkey UNIQUE (credential_id)
    );
    CREATE INDEX passkey_account ON passkey (account_id);

    CREATE TABLE recovery_code (
      account_id uuid NOT NULL REFERENCES account,
      code_hash bytea NOT NULL,
      used_at timestamptz,
      PRIMARY KEY (account_id, code_hash)
    );

    -- Places below a provider where roles are held, written by the domains that make them: identity knows nothing else of those.
    CREATE TABLE scope (
      id uuid PRIMARY KEY,
      kind text NOT NULL,
      provider_id uuid NOT NULL REFERENCES provider,
      name text NOT NULL,
      CONSTRAINT identity_scope_kind CHECK (kind = 'cohort')
    );
    CREATE INDEX scope_provider ON scope (provider_id);

    -- How often something was done that is limited, since when and when last. Keys are hashes, or name a provider.
    CREATE TABLE attempt (
      key text PRIMARY KEY,
      times integer NOT NULL,
      since timestamptz NOT NULL,
      last timestamptz NOT NULL
    );
  `;
}
