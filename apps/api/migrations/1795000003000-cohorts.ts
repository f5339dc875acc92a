import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programmes, blueprints, venues, facilitators, cohorts and everything below them. All of it belongs to a provider. */
export class Cohorts1795000003000 implements MigrationInterface {
  name = 'Cohorts1795000003000';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
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
        CONSTRAINT catalogue_venue_name UNIQUE (provider_id, name),
        CONSTRAINT catalogue_venue_nation CHECK (nation IN ('ENG', 'WLS', 'SCT', 'NIR'))
      );
      CREATE TABLE room (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES provider,
        venue_id uuid NOT NULL REFERENCES venue,
        name text NOT NULL,
        position integer NOT NULL,
        capacities jsonb NOT NULL,
        access text[] NOT NULL,
        equipment text[] NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT catalogue_room_name UNIQUE (venue_id, name)
      );
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
        note text NOT NULL,
        CONSTRAINT catalogue_availability_kind CHECK (kind IN ('available', 'unavailable')),
        CONSTRAINT catalogue_availability_order CHECK (ends_at > starts_at)
      );
      CREATE INDEX facilitator_availability_facilitator ON facilitator_availability (facilitator_id, starts_at);

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
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        capacity integer NOT NULL,
        min_viable integer NOT NULL,
        go_decision_on date,
        zone text NOT NULL DEFAULT 'Europe/London',
        stage text NOT NULL,
        schedule_version integer NOT NULL DEFAULT 1,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT cohorts_code_taken UNIQUE (provider_id, code),
        CONSTRAINT cohorts_dates CHECK (ends_on >= starts_on AND ends_on <= starts_on + 1500),
        CONSTRAINT cohorts_places CHECK (capacity BETWEEN 1 AND 10000 AND min_viable BETWEEN 0 AND capacity),
        CONSTRAINT cohorts_nation CHECK (nation IN ('ENG', 'WLS', 'SCT', 'NIR')),
        CONSTRAINT cohorts_stage CHECK (stage IN ('planning', 'open_for_applications', 'selecting', 'confirmed', 'in_delivery', 'delivered', 'closed', 'postponed', 'cancelled'))
      );
      CREATE INDEX cohort_order ON cohort (provider_id, starts_on, id);
      CREATE INDEX cohort_stage ON cohort (provider_id, stage, starts_on, id);
      CREATE INDEX cohort_programme ON cohort (programme_id, starts_on, id);
      CREATE INDEX cohort_name_trgm ON cohort USING gin (waymark_fold(name) gin_trgm_ops);

      CREATE TABLE cohort_stage_change (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
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
        cohort_id uuid NOT NULL REFERENCES cohort,
        programme_id uuid NOT NULL REFERENCES programme,
        person_id uuid NOT NULL REFERENCES person,
        organisation_id uuid REFERENCES organisation,
        place_type text NOT NULL,
        source text NOT NULL,
        status text NOT NULL,
        status_reason text,
        enrolled_on date NOT NULL,
        ended_on date,
        substituted_for_id uuid REFERENCES enrolment,
        continued_from_id uuid REFERENCES enrolment,
        access_needs text[] NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT cohorts_enrolment_status CHECK (status IN ('confirmed', 'active', 'completed', 'not_completed', 'deferred', 'withdrawn', 'substituted', 'transferred')),
        CONSTRAINT cohorts_enrolment_place CHECK (place_type IN ('funded', 'self_funded', 'employer_funded')),
        CONSTRAINT cohorts_enrolment_source CHECK (source IN ('application', 'import', 'direct', 'substitution', 'deferral', 'transfer'))
      );
      CREATE INDEX enrolment_cohort ON enrolment (cohort_id, id);
      CREATE INDEX enrolment_person ON enrolment (person_id);
      -- A person has one live place on a programme at a time, and stands once on a cohort's list.
      CREATE UNIQUE INDEX cohorts_already_on_programme ON enrolment (programme_id, person_id) WHERE status IN ('confirmed', 'active');

      CREATE TABLE enrolment_change (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        enrolment_id uuid NOT NULL REFERENCES enrolment,
        from_status text,
        to_status text NOT NULL,
        reason_code text,
        note text,
        effective_on date NOT NULL,
        actor_id uuid NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX enrolment_change_enrolment ON enrolment_change (enrolment_id, id);
      CREATE TRIGGER enrolment_change_append_only BEFORE UPDATE OR DELETE ON enrolment_change FOR EACH ROW EXECUTE FUNCTION event_append_only();

      CREATE TABLE sub_group (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        name text NOT NULL,
        kind text NOT NULL,
        position integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT cohorts_group_name UNIQUE (cohort_id, name),
        CONSTRAINT cohorts_group_kind CHECK (kind IN ('learning_set', 'project', 'breakout', 'guests'))
      );
      CREATE TABLE sub_group_member (
        sub_group_id uuid NOT NULL REFERENCES sub_group,
        enrolment_id uuid NOT NULL REFERENCES enrolment,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        starts_on date NOT NULL,
        ends_on date,
        PRIMARY KEY (sub_group_id, enrolment_id),
        CONSTRAINT cohorts_member_dates CHECK (ends_on IS NULL OR ends_on >= starts_on)
      );
      CREATE INDEX sub_group_member_enrolment ON sub_group_member (enrolment_id);
      CREATE INDEX sub_group_member_cohort ON sub_group_member (cohort_id);

      -- Who has a room when. cohort_id is null for somebody else's booking, which the holder names.
      CREATE TABLE room_booking (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES provider,
        room_id uuid NOT NULL REFERENCES room,
        cohort_id uuid REFERENCES cohort,
        holder text NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        set_up integer NOT NULL,
        clear_up integer NOT NULL,
        status text NOT NULL,
        hold_expires_on date,
        cost_pence integer,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT catalogue_booking_order CHECK (ends_at > starts_at),
        CONSTRAINT catalogue_booking_status CHECK (status IN ('enquiry', 'held', 'contracted', 'used', 'released', 'expired', 'cancelled')),
        CONSTRAINT catalogue_booking_times CHECK (set_up BETWEEN 0 AND 480 AND clear_up BETWEEN 0 AND 480),
        CONSTRAINT catalogue_room_taken EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status IN ('held', 'contracted', 'used'))
      );
      CREATE INDEX room_booking_room ON room_booking (room_id, starts_at);
      CREATE INDEX room_booking_cohort ON room_booking (cohort_id) WHERE cohort_id IS NOT NULL;

      CREATE TABLE session (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        template_id uuid REFERENCES session_template,
        title text NOT NULL,
        kind text NOT NULL,
        purpose text NOT NULL,
        starts_at timestamptz,
        ends_at timestamptz,
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
        CONSTRAINT cohorts_session_mode CHECK (mode IN ('in_person', 'online', 'hybrid')),
        CONSTRAINT schedule_session_room CHECK (mode <> 'online' OR room_id IS NULL),
        CONSTRAINT schedule_session_set_up CHECK (set_up BETWEEN 0 AND 480 AND clear_up BETWEEN 0 AND 480),
        CONSTRAINT cohorts_session_status CHECK (status IN ('draft', 'released', 'in_progress', 'delivered', 'register_closed', 'cancelled'))
      );
      CREATE INDEX session_cohort ON session (cohort_id, starts_at, id);
      CREATE INDEX session_room ON session (room_id, starts_at) WHERE room_id IS NOT NULL;
      CREATE INDEX session_when ON session (provider_id, starts_at);

      CREATE TABLE session_group (
        session_id uuid NOT NULL REFERENCES session,
        sub_group_id uuid NOT NULL REFERENCES sub_group,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        PRIMARY KEY (session_id, sub_group_id)
      );
      CREATE INDEX session_group_cohort ON session_group (cohort_id);
      CREATE TABLE session_facilitator (
        session_id uuid NOT NULL REFERENCES session,
        facilitator_id uuid NOT NULL REFERENCES facilitator,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        role text NOT NULL,
        status text NOT NULL,
        PRIMARY KEY (session_id, facilitator_id),
        CONSTRAINT cohorts_session_facilitator_role CHECK (role IN ('lead', 'support')),
        CONSTRAINT cohorts_session_facilitator_status CHECK (status IN ('proposed', 'requested', 'accepted', 'confirmed', 'declined', 'stood_down'))
      );
      CREATE INDEX session_facilitator_facilitator ON session_facilitator (facilitator_id);
      CREATE INDEX session_facilitator_cohort ON session_facilitator (cohort_id);
      CREATE TABLE session_order (
        session_id uuid NOT NULL REFERENCES session,
        after_id uuid NOT NULL REFERENCES session,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        min_gap integer NOT NULL,
        PRIMARY KEY (session_id, after_id),
        CONSTRAINT schedule_order_self CHECK (session_id <> after_id),
        CONSTRAINT schedule_order_gap CHECK (min_gap BETWEEN 0 AND 100000)
      );
      CREATE INDEX session_order_cohort ON session_order (cohort_id);
      CREATE TABLE agenda_item (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        session_id uuid NOT NULL REFERENCES session,
        position integer NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        offset_minutes integer NOT NULL,
        duration integer NOT NULL,
        presenter text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT schedule_agenda_times CHECK (offset_minutes >= 0 AND duration BETWEEN 5 AND 1440),
        CONSTRAINT cohorts_agenda_kind CHECK (kind IN ('input', 'exercise', 'break', 'meal'))
      );
      CREATE INDEX agenda_item_session ON agenda_item (session_id, offset_minutes);
      CREATE INDEX agenda_item_cohort ON agenda_item (cohort_id);

      CREATE TABLE schedule_release (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        number integer NOT NULL,
        released_at timestamptz NOT NULL,
        released_by uuid NOT NULL,
        note text NOT NULL,
        snapshot jsonb NOT NULL,
        changes jsonb NOT NULL,
        affected jsonb NOT NULL,
        CONSTRAINT schedule_release_number UNIQUE (cohort_id, number)
      );
      CREATE TABLE clash_override (
        id uuid PRIMARY KEY,
        provider_id uuid NOT NULL REFERENCES provider,
        cohort_id uuid NOT NULL REFERENCES cohort,
        clash_key text NOT NULL,
        rule text NOT NULL,
        reason text NOT NULL,
        overridden_by uuid NOT NULL,
        at timestamptz NOT NULL,
        withdrawn_at timestamptz
      );
      CREATE UNIQUE INDEX schedule_override_twice ON clash_override (cohort_id, clash_key) WHERE withdrawn_at IS NULL;

      CREATE TABLE bank_holiday (
        division text NOT NULL,
        date date NOT NULL,
        title text NOT NULL,
        notes text NOT NULL,
        source text NOT NULL,
        fetched_at timestamptz NOT NULL,
        PRIMARY KEY (division, date, title),
        CONSTRAINT catalogue_division CHECK (division IN ('england-and-wales', 'scotland', 'northern-ireland'))
      );
    `);
    // The second wall: whatever a query forgets, a transaction sees only the providers and cohorts its actor reaches.
    for (const [table, cohort] of OWNED) {
      await q.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_scope ON ${table} USING (
          (SELECT waymark_everything()) OR provider_id = ANY ((SELECT waymark_providers())::uuid[])${cohort ? ` OR ${cohort} = ANY ((SELECT waymark_cohorts())::uuid[])` : ''}
        );
      `);
    }
    // What a provider's catalogue holds is read by people who reach only one of its cohorts: named rooms, venues, facilitators, blueprints.
    for (const [table, exists] of CATALOGUE) {
      await q.query(`
        CREATE POLICY ${table}_of_cohort ON ${table} FOR SELECT USING (
          EXISTS (SELECT 1 FROM cohort c WHERE c.id = ANY ((SELECT waymark_cohorts())::uuid[]) AND ${exists})
        );
      `);
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead');
  }
}

/** Table, and the column that names its cohort. */
const OWNED: [string, string | null][] = [
  ['programme', null],
  ['blueprint', null],
  ['session_template', null],
  ['venue', null],
  ['room', null],
  ['venue_travel', null],
  ['facilitator', null],
  ['facilitator_availability', null],
  ['cohort', 'id'],
  ...[
    'cohort_stage_change',
    'enrolment',
    'enrolment_change',
    'sub_group',
    'sub_group_member',
    'room_booking',
    'session',
    'session_group',
    'session_facilitator',
    'session_order',
    'agenda_item',
    'schedule_release',
    'clash_override',
  ].map((table): [string, string] => [table, 'cohort_id']),
];

const CATALOGUE: [string, string][] = [
  ['programme', 'c.provider_id = programme.provider_id'],
  ['venue', 'c.provider_id = venue.provider_id'],
  ['room', 'c.provider_id = room.provider_id'],
  ['facilitator', 'c.provider_id = facilitator.provider_id'],
];
