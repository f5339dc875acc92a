import { Migration } from '@waymark/shared/api/migration';

/** Sessions and what hangs on them, releases, overridden clashes, and what people have looked at and confirmed. */
export class SessionsAndReleases1796100050000 extends Migration {
  readonly name = 'SessionsAndReleases1796100050000';

  protected readonly sql = `
    CREATE TABLE session (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      template_id uuid REFERENCES session_template,
      title text NOT NULL,
      kind text NOT NULL,
      purpose text NOT NULL,
      starts_at timestamptz,
      ends_at timestamptz,
      CONSTRAINT shared_day CHECK (waymark_in_calendar(starts_at, ends_at)),
      duration integer NOT NULL,
      zone text NOT NULL DEFAULT 'Europe/London',
      mandatory boolean NOT NULL,
      mode text NOT NULL,
      room_id uuid REFERENCES room,
      online_url text,
      layout text,
      equipment text[] NOT NULL,
      set_up integer NOT NULL,
      clear_up integer NOT NULL,
      note text NOT NULL,
      status text NOT NULL,
      position integer NOT NULL,
      ics_uid text NOT NULL,
      ics_sequence integer NOT NULL DEFAULT 0,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT schedule_session_uid UNIQUE (ics_uid),
      CONSTRAINT schedule_session_duration CHECK (duration BETWEEN 5 AND 1440),
      CONSTRAINT schedule_session_times CHECK ((starts_at IS NULL) = (ends_at IS NULL) AND (starts_at IS NULL OR ends_at > starts_at)),
      CONSTRAINT schedule_session_mode CHECK (mode IN ('in_person', 'online', 'hybrid')),
      CONSTRAINT schedule_session_room CHECK (mode <> 'online' OR room_id IS NULL),
      CONSTRAINT schedule_session_set_up CHECK (set_up BETWEEN 0 AND 480 AND clear_up BETWEEN 0 AND 480),
      CONSTRAINT schedule_session_status CHECK (status IN ('draft', 'released', 'in_progress', 'delivered', 'register_closed', 'cancelled'))
    );
    CREATE INDEX session_cohort ON session (cohort_id, starts_at, id);
    CREATE INDEX session_room ON session (room_id, starts_at) WHERE room_id IS NOT NULL;
    CREATE INDEX session_when ON session (provider_id, starts_at);

    -- What was held stays where it was, whoever writes.
    CREATE FUNCTION schedule_session_held() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'Session % was held', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'schedule_session_held'; END $$;
    CREATE TRIGGER schedule_session_held BEFORE UPDATE ON session FOR EACH ROW
      WHEN (OLD.status IN ('in_progress', 'delivered', 'register_closed')
        AND (OLD.starts_at, OLD.ends_at, OLD.room_id, OLD.cohort_id) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.room_id, NEW.cohort_id))
      EXECUTE FUNCTION schedule_session_held();

    CREATE TABLE session_group (
      session_id uuid NOT NULL REFERENCES session,
      sub_group_id uuid NOT NULL REFERENCES sub_group,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      PRIMARY KEY (session_id, sub_group_id)
    );
    CREATE INDEX session_group_cohort ON session_group (cohort_id);
    CREATE TABLE session_facilitator (
      session_id uuid NOT NULL REFERENCES session,
      facilitator_id uuid NOT NULL REFERENCES facilitator,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      role text NOT NULL,
      status text NOT NULL,
      reason text NOT NULL DEFAULT '',
      PRIMARY KEY (session_id, facilitator_id),
      CONSTRAINT schedule_session_facilitator_role CHECK (role IN ('lead', 'support')),
      CONSTRAINT schedule_session_facilitator_status CHECK (status IN ('proposed', 'requested', 'accepted', 'confirmed', 'declined', 'stood_down'))
    );
    CREATE INDEX session_facilitator_facilitator ON session_facilitator (facilitator_id);
    CREATE INDEX session_facilitator_cohort ON session_facilitator (cohort_id);
    CREATE TABLE session_order (
      session_id uuid NOT NULL REFERENCES session,
      after_id uuid NOT NULL REFERENCES session,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      min_gap integer NOT NULL,
      PRIMARY KEY (session_id, after_id),
      CONSTRAINT schedule_order_self CHECK (session_id <> after_id),
      CONSTRAINT schedule_order_gap CHECK (min_gap BETWEEN 0 AND 100000)
    );
    CREATE INDEX session_order_cohort ON session_order (cohort_id);
    CREATE TABLE agenda_item (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      session_id uuid NOT NULL REFERENCES session,
      position integer NOT NULL,
      title text NOT NULL,
      kind text NOT NULL,
      offset_minutes integer NOT NULL,
      duration integer NOT NULL,
      presenter text,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT schedule_agenda_times CHECK (offset_minutes >= 0 AND duration BETWEEN 5 AND 1440),
      CONSTRAINT schedule_agenda_kind CHECK (kind IN ('input', 'exercise', 'break', 'meal'))
    );
    CREATE INDEX agenda_item_session ON agenda_item (session_id, offset_minutes);
    CREATE INDEX agenda_item_cohort ON agenda_item (cohort_id);

    -- The schedule of a cohort as a whole. There is no row until somebody changes the schedule or counts its clashes: then it is at version 1.
    -- How many clashes kept it from being released when they were last counted, and which version of it was counted.
    CREATE TABLE cohort_schedule (
      cohort_id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      version integer NOT NULL DEFAULT 1,
      blocking_clashes integer,
      counted_version integer,
      counted_at timestamptz
    );
    CREATE TABLE schedule_release (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      number integer NOT NULL,
      released_at timestamptz NOT NULL,
      released_by uuid NOT NULL,
      note text NOT NULL,
      snapshot jsonb NOT NULL,
      changes jsonb NOT NULL,
      affected jsonb NOT NULL,
      CONSTRAINT schedule_release_number UNIQUE (cohort_id, number)
    );
    -- The facilitators whom a release concerned, also those it took off every session: found however many releases a provider has kept.
    -- An index over "affected" is of no use for that behind row-level security, which lets only leakproof operators use one.
    CREATE TABLE schedule_release_facilitator (
      release_id uuid NOT NULL REFERENCES schedule_release,
      facilitator_id uuid NOT NULL REFERENCES facilitator,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      PRIMARY KEY (facilitator_id, cohort_id, release_id)
    );
    CREATE INDEX schedule_release_facilitator_release ON schedule_release_facilitator (release_id);
    CREATE TABLE clash_override (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      clash_key text NOT NULL,
      rule text NOT NULL,
      reason text NOT NULL,
      overridden_by uuid NOT NULL,
      at timestamptz NOT NULL,
      withdrawn_at timestamptz
    );
    CREATE UNIQUE INDEX schedule_override_twice ON clash_override (cohort_id, clash_key) WHERE withdrawn_at IS NULL;

    CREATE TABLE schedule_presence (
      cohort_id uuid NOT NULL,
      person_id uuid NOT NULL REFERENCES person,
      provider_id uuid NOT NULL REFERENCES provider,
      seen_at timestamptz NOT NULL,
      PRIMARY KEY (cohort_id, person_id)
    );
    CREATE TABLE schedule_look (
      cohort_id uuid NOT NULL,
      person_id uuid NOT NULL REFERENCES person,
      provider_id uuid NOT NULL REFERENCES provider,
      release_number integer NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (cohort_id, person_id)
    );
    CREATE TABLE access_confirmation (
      enrolment_id uuid PRIMARY KEY REFERENCES enrolment,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      at timestamptz NOT NULL
    );

    -- What somebody's calendar says of a session they were told of: kept, because an entry that was once said is cancelled and never vanishes, and
    -- its sequence rises with each change that this person saw.
    CREATE TABLE calendar_entry (
      person_id uuid NOT NULL REFERENCES person,
      session_id uuid NOT NULL REFERENCES session,
      provider_id uuid NOT NULL REFERENCES provider,
      cohort_id uuid NOT NULL,
      sequence integer NOT NULL,
      said integer NOT NULL,
      is_on boolean NOT NULL,
      PRIMARY KEY (person_id, session_id)
    );
    CREATE INDEX calendar_entry_cohort ON calendar_entry (cohort_id);

    CALL waymark_wall('session');
    CALL waymark_wall('session_group');
    CALL waymark_wall('session_facilitator');
    CALL waymark_wall('session_order');
    CALL waymark_wall('agenda_item');
    CALL waymark_wall('cohort_schedule');
    CALL waymark_wall('schedule_release');
    CALL waymark_wall('schedule_release_facilitator');
    CALL waymark_wall('clash_override');
    CALL waymark_wall('schedule_presence');
    CALL waymark_wall('schedule_look');
    CALL waymark_wall('access_confirmation');
    CALL waymark_wall('calendar_entry');
    -- Who evaluates, and who leads sessions, reads the plan of a cohort, and says that they have it open.
    CALL waymark_readable('session');
    CALL waymark_readable('session_group');
    CALL waymark_readable('session_facilitator');
    CALL waymark_readable('session_order');
    CALL waymark_readable('agenda_item');
    CALL waymark_readable('cohort_schedule');
    CALL waymark_readable('schedule_release');
    CALL waymark_readable('schedule_release_facilitator');
    CALL waymark_readable('clash_override');
    CALL waymark_readable('schedule_presence');
    CALL waymark_readable('schedule_look');
    CALL waymark_readable('access_confirmation');
    CREATE POLICY schedule_presence_own ON schedule_presence USING (person_id = waymark_person() AND waymark_reads(provider_id, cohort_id));

    -- Who leads a session, or was told of one, sees its cohort and what was released of it; so does who has a place there. Nobody but
    -- staff sees the draft.
    CREATE FUNCTION waymark_is_facilitator(facilitator uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE COST 1
      RETURN EXISTS (SELECT 1 FROM facilitator f WHERE f.id = facilitator AND f.person_id = waymark_person());
    CREATE FUNCTION waymark_leads_on_cohort(cohort uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE COST 1
      RETURN EXISTS (SELECT 1 FROM facilitator f WHERE f.person_id = waymark_person()
        AND (EXISTS (SELECT 1 FROM session_facilitator sf WHERE sf.facilitator_id = f.id AND sf.cohort_id = cohort)
          OR EXISTS (SELECT 1 FROM schedule_release_facilitator rf WHERE rf.facilitator_id = f.id AND rf.cohort_id = cohort)));

    CREATE POLICY session_facilitator_own ON session_facilitator FOR SELECT USING (waymark_is_facilitator(facilitator_id));
    CREATE POLICY schedule_release_facilitator_own ON schedule_release_facilitator FOR SELECT USING (waymark_is_facilitator(facilitator_id));
    CREATE POLICY cohort_of_facilitator ON cohort FOR SELECT USING (waymark_leads_on_cohort(id));
    CREATE POLICY schedule_release_of_place ON schedule_release FOR SELECT USING (waymark_place_on_cohort(cohort_id) OR waymark_leads_on_cohort(cohort_id));
    CREATE POLICY calendar_entry_own ON calendar_entry FOR SELECT USING (person_id = waymark_person());
    CREATE POLICY schedule_look_own ON schedule_look USING (person_id = waymark_person());
    CREATE POLICY access_confirmation_own ON access_confirmation USING (waymark_has_place(enrolment_id));

    -- What a schedule must be judged by is its whole provider's, whoever asks: a room is taken though who plans may not see by whom. These
    -- functions, and waymark_placed_unseen for places, are the one way to that. They answer for a cohort that the transaction sees already,
    -- and nothing for any other; they widen what it sees to the provider of that cohort while they last, by the setting the walls read, so
    -- that they need no rights of their own and do the same for an owner whom the walls bind. (A setting in the head of a function would be
    -- taken back by itself, but only a superuser may write one of these there; an error takes the transaction with it.) They say ids of
    -- rooms, facilitators and places of that cohort, and hours; and the venue where one of its facilitators is, for the journey. An event has
    -- an id made of its own and the cohort's, the same for everybody who asks about that cohort, and its own only for those who see it.
    CREATE FUNCTION waymark_event_id(asked uuid, event uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN overlay(overlay(encode(substring(sha256(uuid_send(asked) || uuid_send(event)) FROM 1 FOR 16), 'hex') PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid;

    -- Sessions and bookings of others that take a room of these venues, a facilitator of the cohort or somebody who takes part in it; and when
    -- its facilitators have said that they are available, or not. On the cohort's own days also of those who could take over from them.
    CREATE FUNCTION waymark_taken(asked uuid, venues uuid[], since timestamptz, before timestamptz)
      RETURNS TABLE (what text, event_id uuid, seen_id uuid, starts_at timestamptz, ends_at timestamptz, set_up integer, clear_up integer,
                     room_id uuid, venue_id uuid, facilitator_ids uuid[], enrolment_ids uuid[])
      LANGUAGE plpgsql ROWS 20 SET search_path = public, pg_temp AS $$
    #variable_conflict use_column
    DECLARE
      providers text := coalesce(current_setting('waymark.providers', true), '');
      whose uuid := (SELECT c.provider_id FROM cohort c WHERE c.id = asked AND (waymark_sees(c.provider_id, c.id) OR waymark_reads(c.provider_id, c.id)));
      everybody boolean := waymark_sees(whose, NULL) OR waymark_reads(whose, NULL);
    BEGIN
      IF whose IS NULL THEN RETURN; END IF;
      PERFORM set_config('waymark.providers', whose::text, true);
      RETURN QUERY
      WITH rooms AS (
        SELECT r.id FROM room r WHERE r.venue_id = ANY (venues) AND r.provider_id = whose
      ), ours AS (
        SELECT DISTINCT sf.facilitator_id FROM session_facilitator sf WHERE sf.cohort_id = asked AND sf.status NOT IN ('declined', 'stood_down')
      ), days AS (
        SELECT DISTINCT s.starts_at::date AS day FROM session s WHERE s.cohort_id = asked AND s.status <> 'cancelled' AND s.starts_at IS NOT NULL
      ), able AS (
        -- Who could take over from one of ours: of interest on the cohort's own days alone.
        SELECT f.id FROM facilitator f WHERE f.provider_id = whose AND f.status = 'active' AND EXISTS (SELECT 1 FROM ours)
      ), also AS (
        SELECT e.id, o.id AS other_id, o.cohort_id FROM enrolment e JOIN enrolment o ON o.person_id = e.person_id AND o.cohort_id <> e.cohort_id
           AND o.provider_id = e.provider_id AND o.status IN ('confirmed', 'active', 'completed', 'not_completed')
         WHERE e.cohort_id = asked AND e.status IN ('confirmed', 'active', 'completed', 'not_completed')
      ), near AS MATERIALIZED (
        SELECT s.* FROM session s
         WHERE s.provider_id = whose AND s.cohort_id <> asked AND s.status <> 'cancelled' AND s.starts_at >= since AND s.starts_at < before
      ), led AS MATERIALIZED (
        SELECT sf.session_id, array_agg(sf.facilitator_id ORDER BY sf.facilitator_id) AS ids
          FROM near s JOIN LATERAL (
            SELECT l.session_id, l.facilitator_id FROM session_facilitator l WHERE l.session_id = s.id AND l.status NOT IN ('declined', 'stood_down') OFFSET 0
          ) sf ON sf.facilitator_id IN (SELECT o.facilitator_id FROM ours o)
               OR sf.facilitator_id IN (SELECT a.id FROM able a) AND s.starts_at::date IN (SELECT d.day FROM days d)
         GROUP BY sf.session_id
      ), others AS MATERIALIZED (
        SELECT s.* FROM near s
         WHERE s.room_id IN (SELECT r.id FROM rooms r) OR s.cohort_id IN (SELECT a.cohort_id FROM also a) OR s.id IN (SELECT l.session_id FROM led l)
      ), attended AS MATERIALIZED (
        -- One look-up along an index for each pair: values and not EXISTS, which would be answered by reading both tables whole.
        SELECT s.id, array_agg(DISTINCT a.id) AS ids FROM also a JOIN others s ON s.cohort_id = a.cohort_id
         WHERE (SELECT 1 FROM session_group sg WHERE sg.session_id = s.id LIMIT 1) IS NULL
            OR (SELECT 1 FROM session_group sg JOIN sub_group_member m ON m.sub_group_id = sg.sub_group_id
                 WHERE sg.session_id = s.id AND m.enrolment_id = a.other_id AND m.ends_on IS NULL LIMIT 1) IS NOT NULL
         GROUP BY s.id
      )
      SELECT 'session', waymark_event_id(asked, s.id), CASE WHEN everybody OR s.cohort_id = ANY (waymark_cohorts()) THEN s.id END,
             s.starts_at, s.ends_at, s.set_up, s.clear_up, x.id,
             CASE WHEN l.ids IS NOT NULL AND s.mode <> 'online'
                  THEN coalesce(r.venue_id, (SELECT c.venue_id FROM cohort c WHERE c.id = s.cohort_id)) END, coalesce(l.ids, '{}'), coalesce(p.ids, '{}')
        FROM others s LEFT JOIN room r ON r.id = s.room_id LEFT JOIN rooms x ON x.id = s.room_id
        LEFT JOIN led l ON l.session_id = s.id LEFT JOIN attended p ON p.id = s.id
       WHERE x.id IS NOT NULL OR l.ids IS NOT NULL OR p.ids IS NOT NULL
      UNION ALL
      SELECT 'booking', waymark_event_id(asked, b.id), CASE WHEN everybody OR b.cohort_id = ANY (waymark_cohorts()) THEN b.id END,
             b.starts_at, b.ends_at, b.set_up, b.clear_up, b.room_id, NULL, '{}', '{}'
        FROM room_booking b
       WHERE b.provider_id = whose AND b.room_id IN (SELECT r.id FROM rooms r) AND b.cohort_id IS DISTINCT FROM asked
         AND b.status IN ('held', 'contracted', 'used') AND b.ends_at > since AND b.starts_at < before
      UNION ALL
      SELECT a.kind, waymark_event_id(asked, a.id), NULL, a.starts_at, a.ends_at, 0, 0, NULL, NULL, ARRAY[a.facilitator_id], '{}'
        FROM (SELECT o.facilitator_id FROM ours o UNION SELECT a.id FROM able a) o JOIN facilitator_availability a ON a.facilitator_id = o.facilitator_id
       WHERE a.provider_id = whose AND a.ends_at > since AND a.starts_at < before;
      PERFORM set_config('waymark.providers', providers, true);
    END $$;

    -- Places of a cohort whose people are in a session of another cohort at the time of one of its own, both for everybody.
    CREATE FUNCTION waymark_elsewhere(asked uuid) RETURNS SETOF uuid LANGUAGE plpgsql ROWS 20 SET search_path = public, pg_temp AS $$
    DECLARE
      providers text := coalesce(current_setting('waymark.providers', true), '');
      whose uuid := (SELECT c.provider_id FROM cohort c WHERE c.id = asked AND (waymark_sees(c.provider_id, c.id) OR waymark_reads(c.provider_id, c.id)));
    BEGIN
      IF whose IS NULL THEN RETURN; END IF;
      PERFORM set_config('waymark.providers', whose::text, true);
      RETURN QUERY
      SELECT e.id FROM enrolment e
       WHERE e.cohort_id = asked AND e.status IN ('confirmed', 'active')
         AND EXISTS (
           SELECT 1 FROM enrolment other
             JOIN session theirs ON theirs.cohort_id = other.cohort_id AND theirs.status <> 'cancelled'
             JOIN session ours ON ours.cohort_id = asked AND ours.status <> 'cancelled'
              AND ours.starts_at < theirs.ends_at AND ours.ends_at > theirs.starts_at
            WHERE other.person_id = e.person_id AND other.cohort_id <> asked AND other.provider_id = whose AND other.status IN ('confirmed', 'active')
              AND NOT EXISTS (SELECT 1 FROM session_group sg WHERE sg.session_id IN (ours.id, theirs.id)));
      PERFORM set_config('waymark.providers', providers, true);
    END $$;
  `;
}
