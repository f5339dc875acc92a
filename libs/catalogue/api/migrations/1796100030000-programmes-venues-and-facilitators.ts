import { Migration } from '@waymark/shared/api/migration';

/** What a provider keeps to build cohorts from: programmes, blueprints, venues, rooms and their bookings, facilitators, bank holidays. */
export class ProgrammesVenuesAndFacilitators1796100030000 extends Migration {
  readonly name = 'ProgrammesVenuesAndFacilitators1796100030000';

  protected readonly sql = `
    CREATE TABLE programme (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      title text NOT NULL,
      code text NOT NULL,
      summary text NOT NULL,
      status text NOT NULL,
      rules jsonb NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT catalogue_programme_code UNIQUE (provider_id, code),
      CONSTRAINT catalogue_programme_status CHECK (status IN ('active', 'retired'))
    );

    -- One that is no longer offered leaves its title to another.
    CREATE UNIQUE INDEX catalogue_programme_title ON programme (provider_id, waymark_fold(title)) WHERE status = 'active';

    CREATE TABLE blueprint (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      programme_id uuid NOT NULL REFERENCES programme,
      number integer NOT NULL,
      status text NOT NULL,
      published_at timestamptz,
      capacity integer NOT NULL,
      min_viable integer NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT catalogue_blueprint_number UNIQUE (programme_id, number),
      CONSTRAINT catalogue_blueprint_status CHECK (status IN ('draft', 'published')),
      CONSTRAINT catalogue_blueprint_places CHECK (capacity BETWEEN 1 AND 10000 AND min_viable BETWEEN 0 AND capacity)
    );
    CREATE UNIQUE INDEX catalogue_blueprint_one_draft ON blueprint (programme_id) WHERE status = 'draft';

    CREATE TABLE session_template (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      blueprint_id uuid NOT NULL REFERENCES blueprint,
      position integer NOT NULL,
      title text NOT NULL,
      kind text NOT NULL,
      purpose text NOT NULL,
      day_offset integer,
      starts_at text,
      duration integer NOT NULL,
      mandatory boolean NOT NULL,
      mode text NOT NULL,
      layout text,
      equipment text[] NOT NULL,
      set_up integer NOT NULL,
      clear_up integer NOT NULL,
      per_group boolean NOT NULL,
      after_position integer,
      min_gap integer NOT NULL DEFAULT 0,
      CONSTRAINT catalogue_template_position UNIQUE (blueprint_id, position),
      CONSTRAINT catalogue_template_duration CHECK (duration BETWEEN 5 AND 1440),
      CONSTRAINT catalogue_template_day CHECK (day_offset BETWEEN 0 AND 1000),
      CONSTRAINT catalogue_template_set_up CHECK (set_up BETWEEN 0 AND 480 AND clear_up BETWEEN 0 AND 480)
    );

    CREATE TABLE venue (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      name text NOT NULL,
      address text NOT NULL,
      postcode text,
      nation text NOT NULL,
      latitude double precision,
      longitude double precision,
      access text[] NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT catalogue_venue_nation CHECK (nation IN ('ENG', 'WLS', 'SCT', 'NIR'))
    );
    -- Names are compared as people read them: Hall and HALL are one venue.
    CREATE UNIQUE INDEX catalogue_venue_name ON venue (provider_id, waymark_fold(name));
    CREATE TABLE room (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      venue_id uuid NOT NULL REFERENCES venue,
      name text NOT NULL,
      position integer NOT NULL,
      capacities jsonb NOT NULL,
      access text[],
      equipment text[] NOT NULL,
      version integer NOT NULL DEFAULT 1
    );
    CREATE UNIQUE INDEX catalogue_room_name ON room (venue_id, waymark_fold(name));
    -- What somebody finds in a room: roomAccess in SQL. A room that says nothing of its own has what its venue has; what belongs to the
    -- building is there in either case.
    CREATE FUNCTION waymark_room_access(room text[], venue text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN (SELECT coalesce(array_agg(DISTINCT has.feature ORDER BY has.feature), '{}')
        FROM (SELECT unnest(coalesce(room, venue)) AS feature
              UNION SELECT v.feature FROM unnest(venue) AS v(feature)
               WHERE v.feature IN ('accessible_wc', 'gender_neutral_wc', 'parking', 'prayer_room', 'quiet_room')) has);
    CREATE TABLE venue_travel (
      provider_id uuid NOT NULL REFERENCES provider,
      from_venue_id uuid NOT NULL REFERENCES venue,
      to_venue_id uuid NOT NULL REFERENCES venue,
      minutes integer NOT NULL,
      PRIMARY KEY (from_venue_id, to_venue_id),
      CONSTRAINT catalogue_travel_minutes CHECK (minutes BETWEEN 0 AND 2880),
      CONSTRAINT catalogue_travel_self CHECK (from_venue_id <> to_venue_id)
    );

    CREATE TABLE facilitator (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      person_id uuid NOT NULL REFERENCES person,
      status text NOT NULL,
      skills text[] NOT NULL,
      note text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT catalogue_facilitator_twice UNIQUE (provider_id, person_id),
      CONSTRAINT catalogue_facilitator_status CHECK (status IN ('active', 'stood_down'))
    );
    CREATE TABLE facilitator_availability (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      facilitator_id uuid NOT NULL REFERENCES facilitator,
      kind text NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      CONSTRAINT shared_day CHECK (waymark_in_calendar(starts_at, ends_at)),
      note text NOT NULL,
      CONSTRAINT catalogue_availability_kind CHECK (kind IN ('available', 'unavailable')),
      CONSTRAINT catalogue_availability_order CHECK (ends_at > starts_at)
    );
    CREATE INDEX facilitator_availability_facilitator ON facilitator_availability (facilitator_id, starts_at);

    -- Who has a room when. cohort_id is null for somebody else's booking, which the holder names.
    CREATE TABLE room_booking (
      id uuid PRIMARY KEY,
      provider_id uuid NOT NULL REFERENCES provider,
      room_id uuid NOT NULL REFERENCES room,
      cohort_id uuid,
      holder text NOT NULL,
      starts_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL,
      CONSTRAINT shared_day CHECK (waymark_in_calendar(starts_at, ends_at)),
      set_up integer NOT NULL,
      clear_up integer NOT NULL,
      status text NOT NULL,
      hold_expires_on waymark_day,
      cost_pence integer,
      reason text NOT NULL DEFAULT '',
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT catalogue_booking_order CHECK (ends_at > starts_at),
      CONSTRAINT catalogue_booking_status CHECK (status IN ('enquiry', 'held', 'contracted', 'used', 'released', 'expired', 'cancelled')),
      CONSTRAINT catalogue_booking_times CHECK (set_up BETWEEN 0 AND 480 AND clear_up BETWEEN 0 AND 480),
      CONSTRAINT catalogue_room_taken EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status IN ('held', 'contracted', 'used'))
    );
    CREATE INDEX room_booking_room ON room_booking (room_id, starts_at);
    CREATE INDEX room_booking_cohort ON room_booking (cohort_id) WHERE cohort_id IS NOT NULL;

    CREATE TABLE bank_holiday (
      division text NOT NULL,
      date waymark_day NOT NULL,
      title text NOT NULL,
      notes text NOT NULL,
      source text NOT NULL,
      fetched_at timestamptz NOT NULL,
      PRIMARY KEY (division, date, title),
      CONSTRAINT catalogue_division CHECK (division IN ('england-and-wales', 'scotland', 'northern-ireland'))
    );

    ALTER TABLE bank_holiday ENABLE ROW LEVEL SECURITY;
    ALTER TABLE bank_holiday FORCE ROW LEVEL SECURITY;
    CREATE POLICY bank_holiday_shared ON bank_holiday FOR SELECT USING (true);
    CREATE POLICY bank_holiday_kept ON bank_holiday USING (waymark_register());

    CALL waymark_wall('programme');
    CALL waymark_wall('blueprint');
    CALL waymark_wall('session_template');
    CALL waymark_wall('venue');
    CALL waymark_wall('room');
    CALL waymark_wall('venue_travel');
    CALL waymark_wall('facilitator');
    CALL waymark_wall('facilitator_availability');
    CALL waymark_wall('room_booking');
    CREATE POLICY facilitator_own ON facilitator FOR SELECT USING (person_id = waymark_person());
    CALL waymark_readable('programme');
    CALL waymark_readable('blueprint');
    CALL waymark_readable('session_template');
    CALL waymark_readable('venue');
    CALL waymark_readable('room');
    CALL waymark_readable('venue_travel');
    CALL waymark_readable('facilitator');
  `;
}
