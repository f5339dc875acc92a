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
    -- Read of whoever signs in, before it is known who does.
    CALL waymark_wall('second_factor_policy');
    CREATE POLICY second_factor_policy_shown ON second_factor_policy FOR SELECT USING (true);

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

    -- A place is seen with its provider, or by who has a role at it that they were told of.
    ALTER TABLE scope ENABLE ROW LEVEL SECURITY;
    ALTER TABLE scope FORCE ROW LEVEL SECURITY;
    CREATE POLICY scope_scope ON scope USING (provider_id = (SELECT waymark_provider()) OR waymark_sees(provider_id, id));
    CREATE FUNCTION waymark_has_role_at(place uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        held boolean;
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        held := EXISTS (SELECT 1 FROM role_assignment r
                         WHERE r.scope_kind = 'cohort' AND r.scope_id = place AND r.person_id = waymark_person() AND r.ended_at IS NULL AND r.told);
        PERFORM set_config('waymark.everything', everything, true);
        RETURN held;
      END $$;
    CREATE POLICY scope_of_role ON scope FOR SELECT USING (waymark_has_role_at(id));
    CREATE POLICY scope_of_nobody ON scope FOR SELECT USING (waymark_nobody());

    -- A role is seen where it reaches, by who holds it, and those at the installation by all who hold any at a provider: they help there.
    CREATE FUNCTION waymark_sees_role(place_kind text, place uuid, provider uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN waymark_everything() OR CASE place_kind
          WHEN 'provider' THEN waymark_sees(place, NULL)
          WHEN 'organisation' THEN waymark_sees(provider, NULL)
          WHEN 'cohort' THEN EXISTS (SELECT 1 FROM scope s WHERE s.id = place AND waymark_sees(s.provider_id, s.id))
          ELSE waymark_provider() IS NOT NULL END;
      END $$;
    -- The providers that the transaction works for and who asks administers; all there are, for who sees everything.
    CREATE FUNCTION waymark_administered() RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN ARRAY(SELECT r.scope_id FROM role_assignment r WHERE r.person_id = waymark_person() AND r.role = 'administrator' AND r.scope_kind = 'provider'
                       AND r.scope_id = ANY (waymark_providers()) AND r.ended_at IS NULL AND r.told);
      END $$;
    -- Whether who asks works at the place of a role, and for roles that only administrators give (GUARDED in granting.ts) administers its provider.
    -- Which role may be held where is for the service.
    CREATE FUNCTION waymark_gives(given text, place_kind text, place uuid, through uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      DECLARE
        reached uuid := CASE place_kind WHEN 'provider' THEN place WHEN 'organisation' THEN through
          WHEN 'cohort' THEN (SELECT s.provider_id FROM scope s WHERE s.id = place AND waymark_sees(s.provider_id, s.id)) END;
      BEGIN
        RETURN waymark_everything() OR coalesce(CASE
          WHEN given IN ('administrator', 'programme_staff', 'employer', 'register_keeper') THEN reached = ANY (waymark_administered())
          WHEN place_kind = 'cohort' THEN reached IS NOT NULL
          ELSE waymark_sees(reached, NULL) END, false);
      END $$;
    ALTER TABLE role_assignment ENABLE ROW LEVEL SECURITY;
    ALTER TABLE role_assignment FORCE ROW LEVEL SECURITY;
    CREATE POLICY role_assignment_scope ON role_assignment USING (waymark_everything());
    CREATE POLICY role_assignment_seen ON role_assignment FOR SELECT USING (
      (scope_kind = 'provider' AND scope_id = (SELECT waymark_provider())) OR waymark_sees_role(scope_kind, scope_id, provider_id));
    CREATE POLICY role_assignment_given ON role_assignment FOR INSERT WITH CHECK (waymark_gives(role, scope_kind, scope_id, provider_id));
    -- Whoever ends one administrator locks them all, those of the installation too, and changes none but those of the place.
    CREATE POLICY role_assignment_ended ON role_assignment FOR UPDATE
      USING (waymark_sees_role(scope_kind, scope_id, provider_id)) WITH CHECK (waymark_gives(role, scope_kind, scope_id, provider_id));
    CREATE TRIGGER role_assignment_changes BEFORE UPDATE ON role_assignment FOR EACH ROW EXECUTE FUNCTION waymark_changes_only('ended_at', 'told');
    CREATE POLICY role_assignment_own ON role_assignment FOR SELECT USING (person_id = waymark_person());
    CREATE POLICY role_assignment_of_nobody ON role_assignment USING (waymark_nobody());

    -- Who holds or held a role at a provider is seen there by name, and so are those of the installation.
    CREATE FUNCTION waymark_is_colleague(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = asked) OR EXISTS (SELECT 1 FROM invitation i WHERE i.person_id = asked);
      END $$;
    -- An invitation is a role to come: who may not give the one does not make the other. It names the provider of its place.
    CREATE FUNCTION waymark_invites(given text, place_kind text, place uuid, provider uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN waymark_gives(given, place_kind, place, provider) AND CASE place_kind
          WHEN 'provider' THEN place = provider
          WHEN 'cohort' THEN EXISTS (SELECT 1 FROM scope s WHERE s.id = place AND s.provider_id = provider)
          ELSE true END;
      END $$;
    ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
    ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
    CREATE POLICY invitation_scope ON invitation USING (waymark_everything());
    CREATE POLICY invitation_seen ON invitation FOR SELECT USING (provider_id = (SELECT waymark_provider()) OR waymark_sees(provider_id, NULL));
    CREATE POLICY invitation_of_cohort ON invitation FOR SELECT USING (scope_kind = 'cohort' AND waymark_sees(NULL, scope_id));
    CREATE POLICY invitation_of_nobody ON invitation USING (waymark_nobody());
    CREATE POLICY invitation_made ON invitation FOR INSERT WITH CHECK (waymark_invites(role, scope_kind, scope_id, provider_id));
    CREATE POLICY invitation_changed ON invitation FOR UPDATE
      USING (waymark_sees(provider_id, CASE WHEN scope_kind = 'cohort' THEN scope_id END)) WITH CHECK (waymark_invites(role, scope_kind, scope_id, provider_id));
    CREATE TRIGGER invitation_changes BEFORE UPDATE ON invitation FOR EACH ROW EXECUTE FUNCTION waymark_changes_only('expires_at', 'revoked_at', 'version');
    CREATE POLICY person_of_role ON person FOR SELECT USING (waymark_is_colleague(id));

    -- Whether who asks administers a provider that knows somebody or where they hold a role; wholly when all their roles are at such, and
    -- one of them knew somebody first: one who has to do with others too is not one provider's to sign out for good.
    CREATE FUNCTION waymark_oversees(asked uuid, wholly boolean) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        administered uuid[] := waymark_administered();
        overseen boolean;
      BEGIN
        IF waymark_everything() OR administered = '{}' THEN RETURN waymark_everything(); END IF;
        PERFORM set_config('waymark.everything', 'on', true);
        overseen := (EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = asked AND k.provider_id = ANY (administered))
            OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = asked AND r.ended_at IS NULL AND r.scope_kind = 'provider' AND r.scope_id = ANY (administered)))
          AND NOT (wholly AND (EXISTS (SELECT 1 FROM waymark_roles_of(asked) r WHERE (r.place_provider_id = ANY (administered)) IS NOT TRUE)
            OR coalesce((SELECT keeper FROM waymark_known_to(asked) AS keeper LIMIT 1) <> ALL (administered), false)));
        PERFORM set_config('waymark.everything', everything, true);
        RETURN overseen;
      END $$;

    -- An account is seen with its person by those who work here, and by itself; so is what hangs on it. It is its person's to change. Before
    -- they are known it is made, or locked and its password hashed anew. An administrator closes and opens it, and locks one that has roles
    -- elsewhere to be told so.
    ALTER TABLE account ENABLE ROW LEVEL SECURITY;
    ALTER TABLE account FORCE ROW LEVEL SECURITY;
    CREATE POLICY account_scope ON account USING (waymark_everything());
    CREATE POLICY account_seen ON account FOR SELECT USING (waymark_works() AND waymark_sees_person(person_id));
    CREATE POLICY account_own ON account FOR SELECT USING (person_id = waymark_person());
    CREATE POLICY account_own_change ON account FOR UPDATE USING (person_id = waymark_person());
    CREATE POLICY account_of_nobody ON account FOR SELECT USING (waymark_nobody());
    CREATE POLICY account_made ON account FOR INSERT WITH CHECK (waymark_nobody());
    CREATE POLICY account_signing_in ON account FOR UPDATE USING (waymark_nobody());
    CREATE POLICY account_closed ON account FOR UPDATE USING (waymark_oversees(person_id, false)) WITH CHECK (waymark_oversees(person_id, true));
    CREATE TRIGGER account_changes BEFORE UPDATE ON account FOR EACH ROW WHEN (OLD.person_id IS DISTINCT FROM waymark_person())
      EXECUTE FUNCTION waymark_changes_only('disabled_at', 'version');
    CREATE FUNCTION waymark_sees_account(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN waymark_everything() OR EXISTS (SELECT 1 FROM account a WHERE a.id = asked);
      END $$;
    CREATE FUNCTION waymark_is_own_account(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN waymark_everything() OR EXISTS (SELECT 1 FROM account a WHERE a.id = asked AND a.person_id = waymark_person());
      END $$;
    CREATE FUNCTION waymark_oversees_account(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN EXISTS (SELECT 1 FROM account a WHERE a.id = asked AND waymark_oversees(a.person_id, true));
      END $$;
    -- What hangs on an account is its own, and nobody's who is signing in with it. An administrator who closes or resets it ends sessions and
    -- links, and takes factors and known browsers away.
    CREATE PROCEDURE waymark_wall_of_account(walled regclass, overseers_may text) LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
      EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', walled);
      EXECUTE format('CREATE POLICY %I ON %s USING (waymark_nobody() OR waymark_is_own_account(account_id))', walled || '_scope', walled);
      EXECUTE format('CREATE POLICY %I ON %s FOR SELECT USING (waymark_sees_account(account_id))', walled || '_seen', walled);
      EXECUTE format('CREATE POLICY %I ON %s FOR %s USING (waymark_oversees_account(account_id))', walled || '_closed', walled, overseers_may);
    END $$;
    CALL waymark_wall_of_account('auth_session', 'UPDATE');
    CALL waymark_wall_of_account('sign_in_link', 'UPDATE');
    CALL waymark_wall_of_account('known_device', 'DELETE');
    CALL waymark_wall_of_account('totp_factor', 'DELETE');
    CALL waymark_wall_of_account('passkey', 'DELETE');
    CALL waymark_wall_of_account('recovery_code', 'DELETE');
    CREATE TRIGGER auth_session_changes BEFORE UPDATE ON auth_session FOR EACH ROW WHEN (NOT waymark_is_own_account(OLD.account_id))
      EXECUTE FUNCTION waymark_changes_only('ended_at');
    CREATE TRIGGER sign_in_link_changes BEFORE UPDATE ON sign_in_link FOR EACH ROW WHEN (NOT waymark_is_own_account(OLD.account_id))
      EXECUTE FUNCTION waymark_changes_only('used_at');
    -- Who is given a role where they see other people's data is signed out sooner, wherever they are signed in: never later, nor at once.
    CREATE FUNCTION waymark_shorten_sessions(people uuid[], minutes integer) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        UPDATE auth_session s SET idle_minutes = greatest(minutes, 30) FROM account a
         WHERE a.id = s.account_id AND a.person_id = ANY (people) AND s.ended_at IS NULL AND s.idle_minutes > greatest(minutes, 30);
        PERFORM set_config('waymark.everything', everything, true);
      END $$;
    ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
    ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
    CREATE POLICY idempotency_key_scope ON idempotency_key USING (waymark_is_own_account(account_id));

    -- The roles that somebody holds. An administrator of the installation is spelt out as one of every provider there is, so that the same
    -- conditions hold. A role that somebody was not told of opens nothing to them: it came with a place that is still a plan.
    CREATE FUNCTION waymark_grants(asked uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
      BEGIN
        RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'scopeKind', r.scope_kind, 'scopeId', r.scope_id, 'providerId', r.provider_id,
                 'guarded', r.scope_kind IN ('installation', 'provider') AND EXISTS (
                   SELECT 1 FROM second_factor_policy f WHERE r.scope_id IS NULL OR f.provider_id = r.scope_id))), '[]')
          FROM (
            SELECT role, scope_kind, scope_id,
                   CASE WHEN scope_kind = 'cohort' THEN (SELECT s.provider_id FROM scope s WHERE s.kind = 'cohort' AND s.id = scope_id) ELSE provider_id END
              FROM role_assignment WHERE person_id = asked AND ended_at IS NULL AND told
            UNION ALL
            SELECT i.role, 'provider', v.id, NULL FROM role_assignment i CROSS JOIN provider v
             WHERE i.person_id = asked AND i.ended_at IS NULL AND i.scope_kind = 'installation' AND i.role = 'administrator'
          ) r);
      END $$;
    -- Whose session the hash of a cookie opens, and what they hold, in one statement: asked with every request. Once a minute it writes down
    -- that they are still here.
    CREATE FUNCTION waymark_session(secret bytea, at timestamptz) RETURNS TABLE (session_id uuid, account_id uuid, person_id uuid, grants jsonb, waits_for text, strong boolean)
      LANGUAGE plpgsql ROWS 1 SET search_path = public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        found record;
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        SELECT s.id, a.id AS account, a.person_id AS person, s.last_seen_at, s.waits_for AS waits, s.second_factor_at IS NOT NULL AS shown INTO found FROM auth_session s JOIN account a ON a.id = s.account_id
         WHERE s.token_hash = secret AND s.ended_at IS NULL AND a.disabled_at IS NULL
           AND s.expires_at > at AND s.last_seen_at > at - s.idle_minutes * interval '1 minute';
        IF found.id IS NOT NULL THEN
          IF found.last_seen_at <= at - interval '1 minute' THEN
            UPDATE auth_session s SET last_seen_at = greatest(s.last_seen_at, at) WHERE s.id = found.id;
          END IF;
          RETURN QUERY SELECT found.id, found.account, found.person, waymark_grants(found.person), found.waits, found.shown;
        END IF;
        PERFORM set_config('waymark.everything', everything, true);
      END $$;
    -- What must be judged by all that somebody has, wherever it is: see waymark_email_taken.
    -- Does somebody sign in with another address than this one?
    CREATE FUNCTION waymark_signs_in_elsewhere(asked uuid, address text) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        elsewhere boolean;
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        elsewhere := EXISTS (SELECT 1 FROM account a WHERE a.person_id = asked AND a.folded_email <> address);
        PERFORM set_config('waymark.everything', everything, true);
        RETURN elsewhere;
      END $$;
    -- Every role that somebody holds, by its kind and place, and the provider it reaches: whoever opens or closes their account answers for all.
    CREATE FUNCTION waymark_roles_of(asked uuid)
      RETURNS TABLE (role text, scope_kind text, scope_id uuid, provider_id uuid, place_provider_id uuid)
      LANGUAGE plpgsql STABLE ROWS 3 SET search_path = public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        RETURN QUERY SELECT r.role, r.scope_kind, r.scope_id, r.provider_id,
                            coalesce(s.provider_id, r.provider_id, CASE WHEN r.scope_kind = 'provider' THEN r.scope_id END)
          FROM role_assignment r LEFT JOIN scope s ON s.kind = r.scope_kind AND s.id = r.scope_id WHERE r.person_id = asked AND r.ended_at IS NULL;
        PERFORM set_config('waymark.everything', everything, true);
      END $$;
    -- The same of the invitations that wait for them.
    CREATE FUNCTION waymark_invitations_of(asked uuid, at timestamptz)
      RETURNS TABLE (role text, scope_kind text, scope_id uuid, provider_id uuid, place_provider_id uuid)
      LANGUAGE plpgsql STABLE ROWS 3 SET search_path = public, pg_temp AS $$
      #variable_conflict use_column
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        RETURN QUERY SELECT i.role, i.scope_kind, i.scope_id, i.provider_id, coalesce(s.provider_id, i.provider_id)
          FROM invitation i LEFT JOIN scope s ON s.kind = i.scope_kind AND s.id = i.scope_id
         WHERE i.person_id = asked AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > at;
        PERFORM set_config('waymark.everything', everything, true);
      END $$;
  `;
}
