import { Migration } from '@waymark/shared/api/migration';

/** Cohorts, the people on them and their groups. */
export class CohortsAndEnrolments1796100040000 extends Migration {
  readonly name = 'CohortsAndEnrolments1796100040000';

  protected readonly sql = `
    CREATE TABLE cohort (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      programme_id uuid NOT NULL REFERENCES programme,
      blueprint_id uuid NOT NULL REFERENCES blueprint,
      code text NOT NULL,
      name text NOT NULL,
      place text NOT NULL,
      nation text NOT NULL,
      venue_id uuid REFERENCES venue,
      lead_id uuid REFERENCES person,
      starts_on waymark_day NOT NULL,
      ends_on waymark_day NOT NULL,
      capacity integer NOT NULL,
      min_viable integer NOT NULL,
      go_decision_on waymark_day,
      zone text NOT NULL DEFAULT 'Europe/London',
      stage text NOT NULL,
      -- When its schedule was first released: from then on a place on it is no secret of the staff.
      told_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      -- What hangs on a cohort refers to both, so a row of one provider never hangs on another's.
      UNIQUE (id, provider_id),
      CONSTRAINT cohorts_code_taken UNIQUE (provider_id, code),
      CONSTRAINT cohorts_dates CHECK (ends_on >= starts_on AND ends_on <= starts_on + 1500),
      CONSTRAINT cohorts_places CHECK (capacity BETWEEN 1 AND 10000 AND min_viable BETWEEN 0 AND capacity),
      CONSTRAINT cohorts_nation CHECK (nation IN ('ENG', 'WLS', 'SCT', 'NIR')),
      CONSTRAINT cohorts_stage CHECK (stage IN ('planning', 'open_for_applications', 'selecting', 'confirmed', 'in_delivery', 'delivered', 'closed', 'postponed', 'cancelled'))
    );
    CREATE INDEX cohort_order ON cohort (provider_id, starts_on, id);
    CREATE INDEX cohort_stage ON cohort (provider_id, stage, starts_on, id);
    CREATE INDEX cohort_programme ON cohort (programme_id, starts_on, id);
    CREATE INDEX cohort_by_name ON cohort (provider_id, waymark_fold(name), id);
    -- Under which words it is found.
    CREATE TABLE cohort_word (
      source_id uuid NOT NULL,
      cohort_id uuid NOT NULL,
      provider_id uuid NOT NULL,
      word text COLLATE "C" NOT NULL
    );
    CREATE INDEX cohort_word_word ON cohort_word (word, cohort_id);
    CREATE INDEX cohort_word_source ON cohort_word (source_id);
    CALL waymark_searchable('cohort', 'cohort_word', 'cohort_id', 'id', $$r.name || ' ' || r.code || ' ' || r.place$$);

    CREATE TABLE cohort_stage_change (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      from_stage text,
      to_stage text NOT NULL,
      reason text,
      actor_id uuid NOT NULL,
      at timestamptz NOT NULL
    );
    CREATE INDEX cohort_stage_change_cohort ON cohort_stage_change (cohort_id, id);

    CREATE TABLE enrolment (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      programme_id uuid NOT NULL REFERENCES programme,
      person_id uuid NOT NULL REFERENCES person,
      organisation_id uuid REFERENCES organisation,
      place_type text NOT NULL,
      source text NOT NULL,
      status text NOT NULL,
      status_reason text,
      enrolled_on waymark_day NOT NULL,
      ended_on waymark_day,
      substituted_for_id uuid REFERENCES enrolment,
      continued_from_id uuid REFERENCES enrolment,
      access_needs text[] NOT NULL,
      -- When its person was told of it, by an invitation or a release. Until then it shows to nobody but staff.
      told_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT cohorts_enrolment_status CHECK (status IN ('confirmed', 'active', 'completed', 'not_completed', 'deferred', 'withdrawn', 'substituted', 'transferred')),
      CONSTRAINT cohorts_enrolment_place CHECK (place_type IN ('funded', 'self_funded', 'employer_funded')),
      CONSTRAINT cohorts_enrolment_source CHECK (source IN ('application', 'import', 'direct', 'substitution', 'deferral', 'transfer'))
    );
    CREATE INDEX enrolment_cohort ON enrolment (cohort_id, id);
    CREATE INDEX enrolment_person ON enrolment (person_id);
    CREATE INDEX enrolment_organisation ON enrolment (organisation_id);
    CREATE INDEX enrolment_live ON enrolment (cohort_id, provider_id) WHERE status IN ('confirmed', 'active');
    -- A person has one live place on a programme at a time, and stands once on a cohort's list.
    CREATE UNIQUE INDEX cohorts_already_on_programme ON enrolment (programme_id, person_id) WHERE status IN ('confirmed', 'active');
    -- A deferral or a transfer is carried on in one cohort, and a place is taken over by one person.
    CREATE UNIQUE INDEX cohorts_already_continued ON enrolment (continued_from_id) WHERE continued_from_id IS NOT NULL;
    CREATE UNIQUE INDEX cohorts_already_substituted ON enrolment (substituted_for_id) WHERE substituted_for_id IS NOT NULL;

    CREATE TABLE enrolment_change (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      enrolment_id uuid NOT NULL REFERENCES enrolment,
      from_status text,
      to_status text NOT NULL,
      reason_code text,
      note text,
      effective_on waymark_day NOT NULL,
      actor_id uuid NOT NULL,
      at timestamptz NOT NULL
    );
    CREATE INDEX enrolment_change_enrolment ON enrolment_change (enrolment_id, id);

    CREATE TABLE sub_group (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      name text NOT NULL,
      kind text NOT NULL,
      position integer NOT NULL,
      -- Kept for those who were in it; a group that never had anybody is deleted.
      removed_on waymark_day,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT cohorts_group_kind CHECK (kind IN ('learning_set', 'project', 'breakout', 'guests'))
    );
    -- Two groups of one cohort are told apart by their names, however these are written.
    CREATE UNIQUE INDEX cohorts_group_name ON sub_group (cohort_id, waymark_fold(name)) WHERE removed_on IS NULL;
    CREATE INDEX sub_group_cohort ON sub_group (cohort_id, position);
    CREATE TABLE sub_group_member (
      sub_group_id uuid NOT NULL REFERENCES sub_group,
      enrolment_id uuid NOT NULL REFERENCES enrolment,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      starts_on waymark_day NOT NULL,
      ends_on waymark_day,
      PRIMARY KEY (sub_group_id, enrolment_id, starts_on),
      CONSTRAINT cohorts_member_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
    );
    -- Whoever comes back has a row more, and is in a group once at a time.
    CREATE UNIQUE INDEX sub_group_member_now ON sub_group_member (sub_group_id, enrolment_id) WHERE ends_on IS NULL;
    CREATE INDEX sub_group_member_enrolment ON sub_group_member (enrolment_id);
    CREATE INDEX sub_group_member_cohort ON sub_group_member (cohort_id);

    -- A cohort does not change hands.
    CREATE FUNCTION waymark_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'A row of % stays with its provider', TG_TABLE_NAME USING ERRCODE = 'check_violation';
    END $$;
    CREATE TRIGGER cohort_stays BEFORE UPDATE OF provider_id ON cohort FOR EACH ROW
      WHEN (NEW.provider_id IS DISTINCT FROM OLD.provider_id) EXECUTE FUNCTION waymark_stays();

    -- Lists walk along thousands of cohorts: what does not follow from the first comparison is asked once a statement, not for each row.
    ALTER TABLE cohort ENABLE ROW LEVEL SECURITY;
    ALTER TABLE cohort FORCE ROW LEVEL SECURITY;
    CREATE POLICY cohort_scope ON cohort USING (
      provider_id = (SELECT waymark_provider())
      OR (SELECT waymark_everything())
      OR provider_id = ANY ((SELECT waymark_providers())::uuid[])
      OR id = ANY ((SELECT waymark_cohorts())::uuid[]));
    CREATE POLICY cohort_reading ON cohort FOR SELECT
      USING (id = ANY ((SELECT waymark_reading())::uuid[]) OR provider_id = ANY ((SELECT waymark_reading())::uuid[]));
    CALL waymark_wall('cohort_word');
    CALL waymark_wall('cohort_stage_change');
    CALL waymark_wall('enrolment');
    CALL waymark_wall('enrolment_change');
    CALL waymark_wall('sub_group');
    CALL waymark_wall('sub_group_member');
    CALL waymark_append_only('enrolment_change');
    -- Who evaluates, and who leads sessions, reads who is on a cohort and in which group, and changes none of it.
    CALL waymark_readable('cohort_word');
    CALL waymark_readable('cohort_stage_change');
    CALL waymark_readable('enrolment');
    CALL waymark_readable('enrolment_change');
    CALL waymark_readable('sub_group');
    CALL waymark_readable('sub_group_member');

    -- A place belongs to the person who has it, once they were told of it; to the organisation it was given for, where somebody holds a role there through the provider
    -- of the place; and to who is the person's line manager there, where that provider knows them: whoever keeps somebody's details writes
    -- down who manages them. What counts of a day (a job that has ended) is for queries to ask: the wall knows no calendar.
    CREATE FUNCTION waymark_has_place(enrolment uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE COST 1
      RETURN EXISTS (SELECT 1 FROM enrolment e WHERE e.id = enrolment AND e.person_id = waymark_person() AND e.told_at IS NOT NULL);
    CREATE FUNCTION waymark_own_place(person uuid, organisation uuid, provider uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE COST 1
      RETURN person = waymark_person()
        OR EXISTS (SELECT 1 FROM waymark_organisations() o WHERE o.organisation_id = organisation AND o.provider_id = provider)
        OR EXISTS (SELECT 1 FROM employment j JOIN person_provider k ON k.person_id = j.line_manager_id
                    WHERE j.person_id = person AND j.line_manager_id = waymark_person() AND k.provider_id = provider);
    CREATE FUNCTION waymark_place_on_cohort(cohort uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE COST 1
      RETURN EXISTS (SELECT 1 FROM enrolment e WHERE e.cohort_id = cohort AND e.told_at IS NOT NULL
        AND waymark_own_place(e.person_id, e.organisation_id, e.provider_id));
    CREATE FUNCTION waymark_place_on_programme(programme uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE COST 1
      RETURN EXISTS (SELECT 1 FROM enrolment e WHERE e.programme_id = programme AND e.person_id = waymark_person() AND e.told_at IS NOT NULL)
        OR EXISTS (SELECT 1 FROM waymark_organisations() o JOIN enrolment e ON e.organisation_id = o.organisation_id AND e.provider_id = o.provider_id
                    WHERE e.programme_id = programme AND e.told_at IS NOT NULL)
        OR EXISTS (SELECT 1 FROM employment j JOIN enrolment e ON e.person_id = j.person_id
                     JOIN person_provider k ON k.provider_id = e.provider_id AND k.person_id = j.line_manager_id
                    WHERE j.line_manager_id = waymark_person() AND e.programme_id = programme AND e.told_at IS NOT NULL);

    CREATE POLICY enrolment_own ON enrolment FOR SELECT USING (told_at IS NOT NULL AND waymark_own_place(person_id, organisation_id, provider_id));
    CREATE POLICY enrolment_own_change ON enrolment FOR UPDATE USING (told_at IS NOT NULL AND person_id = waymark_person());
    -- What they need at the venue, and nothing else of it.
    CREATE TRIGGER enrolment_own_changes BEFORE UPDATE ON enrolment FOR EACH ROW WHEN (NOT waymark_sees(OLD.provider_id, OLD.cohort_id))
      EXECUTE FUNCTION waymark_changes_only('access_needs', 'version');
    CREATE POLICY sub_group_member_own ON sub_group_member FOR SELECT USING (waymark_has_place(enrolment_id));
    CREATE POLICY cohort_of_place ON cohort FOR SELECT USING (waymark_place_on_cohort(id));
    CREATE POLICY programme_of_place ON programme FOR SELECT USING (waymark_place_on_programme(id));

    -- What a provider's catalogue holds is read by people who reach only one of its cohorts: named rooms, venues, facilitators, programmes,
    -- and how long the way between two venues takes.
    CREATE FUNCTION waymark_sees_catalogue(provider uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE COST 1
      RETURN EXISTS (SELECT 1 FROM scope s WHERE s.id = ANY (waymark_cohorts() || waymark_reading()) AND s.provider_id = provider);
    CREATE POLICY programme_of_cohort ON programme FOR SELECT USING (waymark_sees_catalogue(provider_id));
    CREATE POLICY venue_of_cohort ON venue FOR SELECT USING (waymark_sees_catalogue(provider_id));
    CREATE POLICY room_of_cohort ON room FOR SELECT USING (waymark_sees_catalogue(provider_id));
    CREATE POLICY facilitator_of_cohort ON facilitator FOR SELECT USING (waymark_sees_catalogue(provider_id));
    CREATE POLICY venue_travel_of_cohort ON venue_travel FOR SELECT USING (waymark_sees_catalogue(provider_id));
    CREATE POLICY organisation_of_cohort ON organisation FOR SELECT USING (waymark_sees_catalogue(provider_id));

    -- Staff of one cohort put people of its provider on it.
    CREATE POLICY person_provider_of_cohort ON person_provider FOR SELECT USING (EXISTS (SELECT 1 FROM scope s WHERE s.id = ANY (waymark_cohorts()) AND s.provider_id = person_provider.provider_id));
    -- Whoever sees a place sees who has it; staff of one cohort the people whom its provider knows; and who has a place, or leads sessions, sees
    -- who leads the cohort and who facilitates; who reads a cohort, those and its staff. Read with everything, as the walls of places ask jobs: see waymark_knows.
    CREATE FUNCTION waymark_is_on_cohort(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        reading uuid[] := waymark_reading();
        read_of uuid[];
        there boolean;
      BEGIN
        PERFORM set_config('waymark.everything', 'on', true);
        there := EXISTS (
            SELECT 1 FROM enrolment e WHERE e.person_id = asked AND (e.provider_id = ANY (waymark_providers()) OR e.cohort_id = ANY (waymark_cohorts())
               OR EXISTS (SELECT 1 FROM waymark_organisations() o WHERE o.organisation_id = e.organisation_id AND o.provider_id = e.provider_id)))
          OR (waymark_cohorts() IS NOT NULL AND EXISTS (
            SELECT 1 FROM scope s JOIN person_provider k ON k.provider_id = s.provider_id AND k.person_id = asked WHERE s.id = ANY (waymark_cohorts())))
          OR EXISTS (SELECT 1 FROM enrolment e JOIN cohort c ON c.id = e.cohort_id WHERE e.person_id = waymark_person() AND e.told_at IS NOT NULL AND c.lead_id = asked)
          OR EXISTS (SELECT 1 FROM facilitator f WHERE f.person_id = asked AND (f.provider_id = ANY (waymark_providers())
               OR EXISTS (SELECT 1 FROM enrolment e WHERE e.person_id = waymark_person() AND e.told_at IS NOT NULL AND e.provider_id = f.provider_id)
               OR EXISTS (SELECT 1 FROM facilitator o WHERE o.person_id = waymark_person() AND o.provider_id = f.provider_id)));
        IF NOT there AND reading IS NOT NULL THEN
          read_of := ARRAY(SELECT s.provider_id FROM scope s WHERE s.id = ANY (reading)) || reading;
          there := EXISTS (SELECT 1 FROM enrolment e WHERE e.person_id = asked AND (e.cohort_id = ANY (reading) OR e.provider_id = ANY (reading)))
            OR EXISTS (SELECT 1 FROM cohort c WHERE c.lead_id = asked AND (c.id = ANY (reading) OR c.provider_id = ANY (reading)))
            OR EXISTS (SELECT 1 FROM facilitator f WHERE f.person_id = asked AND f.provider_id = ANY (read_of))
            OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = asked AND r.role IN ('administrator', 'programme_staff')
                  AND (r.scope_id IS NULL OR r.scope_id = ANY (read_of)));
        END IF;
        PERFORM set_config('waymark.everything', everything, true);
        RETURN there;
      END $$;
    CREATE POLICY person_of_cohort ON person FOR SELECT USING (waymark_is_on_cohort(id));
    -- Where the people of a cohort work is on its list, which who reads it reads: not their addresses.
    CREATE FUNCTION waymark_reads_place_of(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
      DECLARE
        everything text := coalesce(current_setting('waymark.everything', true), '');
        there boolean;
      BEGIN
        IF waymark_reading() IS NULL THEN RETURN false; END IF;
        PERFORM set_config('waymark.everything', 'on', true);
        there := EXISTS (SELECT 1 FROM enrolment e WHERE e.person_id = asked AND waymark_reads(e.provider_id, e.cohort_id));
        PERFORM set_config('waymark.everything', everything, true);
        RETURN there;
      END $$;
    CREATE POLICY employment_of_reading ON employment FOR SELECT USING (waymark_reads_place_of(person_id));

    -- Who has a live place on the programme of a cohort, on a cohort that the transaction does not see: a rule that holds for the whole
    -- provider is judged by all of it, whoever asks. Answered for a cohort that is seen, with what the walls read widened to its provider
    -- for as long as this lasts: see waymark_taken, which does the same for schedules.
    CREATE FUNCTION waymark_placed_unseen(asked uuid) RETURNS SETOF uuid LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    DECLARE
      providers text := coalesce(current_setting('waymark.providers', true), '');
      whose uuid;
      offered uuid;
    BEGIN
      SELECT c.provider_id, c.programme_id INTO whose, offered FROM cohort c WHERE c.id = asked AND waymark_sees(c.provider_id, c.id);
      IF whose IS NULL OR waymark_sees(whose, NULL) THEN RETURN; END IF;
      PERFORM set_config('waymark.providers', whose::text, true);
      RETURN QUERY SELECT e.person_id FROM enrolment e
        WHERE e.programme_id = offered AND e.provider_id = whose AND e.status IN ('confirmed', 'active')
          AND NOT coalesce(e.cohort_id = ANY (waymark_cohorts()), false);
      PERFORM set_config('waymark.providers', providers, true);
    END $$;

    -- What happened on a cohort is recorded with its provider.
    ALTER TABLE event ADD CONSTRAINT event_cohort_id_fkey FOREIGN KEY (cohort_id, provider_id) REFERENCES cohort (id, provider_id);
    -- The catalogue books rooms for cohorts, and knows nothing of them but their ids.
    CALL waymark_readable('room_booking');
    ALTER TABLE room_booking ADD CONSTRAINT room_booking_cohort_id_fkey FOREIGN KEY (cohort_id, provider_id) REFERENCES cohort (id, provider_id);
  `;
}
