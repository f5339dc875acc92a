import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';

/** How much there is: about half of it belongs to the first provider, the rest to 49 others in equal parts. */
export interface Scale {
  /** A multiple of 100. */
  cohorts: number;
  /** A multiple of `cohorts`, at least four times as many and room for those of the large cohorts. */
  persons: number;
  organisations: number;
}

export const FULL: Scale = { cohorts: 100_000, persons: 2_000_000, organisations: 2_000 };

export interface Seeded {
  providerId: string;
  /** Signed in as programme staff of the first provider. */
  cookie: string;
  /** Another one, a fiftieth of the first, with one of its staff, and cohorts of four people each. */
  neighbour: { providerId: string; cookie: string; cohorts: string[] };
  /** Cohorts of the first provider by how many people they have, each with eight sessions, four groups and a few access needs. */
  cohortsOf: Record<7 | 70 | 700, string[]>;
}

const PROVIDERS = 50;
/** Of every 100 cohorts, and of every 100 persons, so many are the first provider's; the 49 others have one each. */
const FIRST = 51;
const PEOPLE_OF_OTHERS = 4;
const LARGE: readonly { size: 7 | 70 | 700; at: number; count: number }[] = [
  { size: 70, at: 0, count: 40 },
  { size: 7, at: 1, count: 40 },
  { size: 700, at: 2, count: 3 },
];

const TABLES = { provider: 1, organisation: 2, programme: 3, blueprint: 4, venue: 5, room: 6, person: 7, email: 8, cohort: 9, enrolment: 10, employment: 11, group: 12, session: 13, facilitator: 14, booking: 15 }; // prettier-ignore
type Table = keyof typeof TABLES;

/** Version 7 ids which count up, as those that the product makes do. */
const idOf = (table: Table, number: number): string => `01900000-00${hex(TABLES[table], 2)}-7000-8000-${hex(number, 12)}`;
const id = (table: Table, number: string): string =>
  `('01900000-00${hex(TABLES[table], 2)}-7000-8000-' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`;
const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** The provider of the cohort or the person with this number. */
const providerOf = (number: string): string => `(CASE WHEN (${number}) % 100 < ${FIRST} THEN 0 ELSE (${number}) % 100 - ${FIRST - 1} END)`;
/** The first provider's person number `nth`, counted from where the people of the small cohorts end. */
const personOf = (nth: string, cohorts: number): string =>
  `(${PEOPLE_OF_OTHERS * cohorts} + (${nth}) / ${FIRST} * 100 + (${nth}) % ${FIRST})`;
const one = (words: readonly string[], by: string): string =>
  `(ARRAY[${words.map((word) => `'${word}'`).join(', ')}])[1 + (${by}) % ${words.length}]`;

const GIVEN = ['Amira', 'Ben', 'Carys', 'Dev', 'Éilis', 'Fiona', 'Gethin', 'Hana', 'Idris', 'Jo', 'Kwame', 'Lena', 'Morag', 'Niamh', 'Owen', 'Priya', 'Quentin', 'Rhys', 'Siân', 'Tom']; // prettier-ignore
const FAMILY = ['Ahmed', 'Begum', 'Campbell', 'Davies', 'Evans', 'Farah', 'Green', 'Hughes', 'Ito', 'Jones', 'Khan', 'Lewis', 'Murphy', 'Nowak', 'Okafor', 'Patel', 'Quinn', 'Roberts', 'Singh', 'Taylor', 'Usman', 'Vaughan', 'Williams', 'Young', 'Zhang']; // prettier-ignore
const PLACES = ['Essex', 'Leeds', 'Ynys Môn', 'Fife', 'Kent', 'Derry', 'Cornwall', 'Powys', 'Moray', 'Hull', 'Dorset'];
const STAGES = ['planning', 'open_for_applications', 'confirmed', 'in_delivery', 'delivered', 'closed', 'closed', 'cancelled'];

/** Fills a migrated, empty database. `now` is the time that the server which reads it believes in. */
export async function seedCohorts(url: string, scale: Scale, now: Date): Promise<Seeded> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Rows are right by construction: foreign keys are not looked up one by one, and indexes are built when the rows are there.
    await client.query(`SET session_replication_role = replica; SET maintenance_work_mem = '512MB'; SET work_mem = '128MB'`);
    const indexes = await dropIndexes(client);
    for (const statement of rowsOf(scale)) await client.query(statement);
    const cookie = await signIn(client, 0, now);
    const neighbour = {
      providerId: idOf('provider', 1),
      cookie: await signIn(client, 1, now),
      cohorts: Array.from({ length: scale.cohorts / 100 }, (_, n) => idOf('cohort', n * 100 + FIRST)),
    };
    for (const index of indexes) await client.query(index);
    await client.query('VACUUM (ANALYZE)');
    const cohortsOf = { 7: [], 70: [], 700: [] } as Seeded['cohortsOf'];
    for (const { size, at, count } of LARGE) cohortsOf[size] = Array.from({ length: count }, (_, n) => idOf('cohort', n * 100 + at));
    return { providerId: idOf('provider', 0), cookie, neighbour, cohortsOf };
  } finally {
    await client.end();
  }
}

const LARGE_TABLES = `'{person,person_email,person_provider,cohort,enrolment,employment,session,session_group,sub_group_member,room_booking}'::regclass[]`;

/** The indexes of large tables that no key needs, and the rules that are costly row by row. @returns the statements that make them again */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows: rules } = await client.query<{ owner: string; name: string; made: string }>(
    `SELECT conrelid::regclass::text AS owner, conname AS name, pg_get_constraintdef(oid) AS made FROM pg_constraint WHERE contype = 'x' AND conrelid = ANY (${LARGE_TABLES})`,
  );
  const { rows: indexes } = await client.query<{ name: string; made: string }>(`
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS made FROM pg_index i
     WHERE i.indrelid = ANY (${LARGE_TABLES}) AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`);
  for (const { owner, name } of rules) await client.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  return [
    ...indexes.map(({ made }) => made),
    ...rules.map(({ owner, name, made }) => `ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${made}`),
  ];
}

function rowsOf({ cohorts, persons, organisations }: Scale): string[] {
  const large = `(VALUES ${LARGE.map(({ size, at, count }) => `(${size}, ${at}, ${count})`).join(', ')}) AS large(size, at, count)`;
  // Every large cohort with its number, its size and how many people stand before its own.
  const sized = `(SELECT *, coalesce(sum(size) OVER (ORDER BY size, number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::int AS before
                    FROM (SELECT nth * 100 + at AS number, size FROM ${large}, generate_series(0, count - 1) nth) s) AS sized`;
  const series = (count: number): string => `generate_series(0, ${count - 1}) i`;
  return [
    `INSERT INTO provider (id, name) SELECT ${id('provider', 'i')}, 'Provider ' || i FROM ${series(PROVIDERS)}`,
    `INSERT INTO organisation (id, official_name, short_name, sector, nation, source)
       SELECT ${id('organisation', 'i')}, 'Organisation ' || i || ' Council', 'Organisation ' || i, ${one(['council', 'health', 'police', 'charity'], 'i')}, 'ENG', 'bench' FROM ${series(organisations)}`,
    `INSERT INTO programme (id, provider_id, title, code, summary, status, rules)
       SELECT ${id('programme', 'i')}, ${id('provider', 'i')}, 'Top Talent', 'TT', '', 'active', '{}' FROM ${series(PROVIDERS)}`,
    `INSERT INTO blueprint (id, provider_id, programme_id, number, status, published_at, capacity, min_viable)
       SELECT ${id('blueprint', 'i')}, ${id('provider', 'i')}, ${id('programme', 'i')}, 1, 'published', '2024-01-01', 26, 16 FROM ${series(PROVIDERS)}`,
    `INSERT INTO venue (id, provider_id, name, address, nation, access)
       SELECT ${id('venue', 'i')}, ${id('provider', 'i')}, 'Venue ' || i, '', 'ENG', '{step_free}' FROM ${series(PROVIDERS)}`,
    `INSERT INTO room (id, provider_id, venue_id, name, position, capacities, access, equipment)
       SELECT ${id('room', 'i')}, ${id('provider', 'i / 10')}, ${id('venue', 'i / 10')}, 'Room ' || i % 10, i % 10, '{"cabaret": 24, "theatre": 80}',
              CASE WHEN i % 3 = 0 THEN '{step_free,hearing_loop}'::text[] ELSE '{step_free}' END, '{screen}' FROM ${series(PROVIDERS * 10)}`,

    `INSERT INTO person (id, given_name, family_name)
       SELECT ${id('person', 'i')}, ${one(GIVEN, 'i / 7')}, ${one(FAMILY, 'i / 3')} || '-' || i FROM ${series(persons)}`,
    `INSERT INTO person_email (id, person_id, email, folded, is_primary)
       SELECT ${id('email', 'i')}, ${id('person', 'i')}, 'person' || i || '@example.org', 'person' || i || '@example.org', true FROM ${series(persons)}`,
    `INSERT INTO person_provider (person_id, provider_id, sort_name, since)
       SELECT p.id, ${id('provider', providerOf('i'))}, waymark_fold(p.family_name || ' ' || p.given_name), '2024-01-01'
         FROM (SELECT p.*, ('x' || right(p.id::text, 12))::bit(48)::bigint AS i FROM person p) p`,
    `INSERT INTO facilitator (id, provider_id, person_id, status, skills, note)
       SELECT ${id('facilitator', 'i')}, ${id('provider', providerOf('i'))}, ${id('person', 'i')}, 'active', '{}', '' FROM ${series(500)}`,

    `INSERT INTO cohort (id, provider_id, programme_id, blueprint_id, code, name, place, nation, venue_id, lead_id, starts_on, ends_on, capacity, min_viable, go_decision_on, stage)
       SELECT ${id('cohort', 'i')}, ${id('provider', 'p')}, ${id('programme', 'p')}, ${id('blueprint', 'p')}, 'TT-' || i, 'Top Talent: ' || place || ' ' || i, place, 'ENG',
              ${id('venue', 'p')}, ${id('person', '(i % 5) * 100 + i % 100')}, starts_on, starts_on + 60, capacity, capacity / 2, starts_on - 28, stage
         FROM (SELECT i, ${providerOf('i')} AS p, ${one(PLACES, 'i')} AS place, date '2022-01-01' + (i::bigint * 7919 % 3650)::int AS starts_on,
                      coalesce(sized.size * 5 / 4, 24)::int AS capacity, CASE WHEN sized.size IS NULL THEN ${one(STAGES, 'i / 100')} ELSE 'confirmed' END AS stage
                 FROM ${series(cohorts)} LEFT JOIN ${sized} ON sized.number = i) made`,
    // Somebody has touched every schedule.
    `INSERT INTO cohort_schedule (cohort_id, provider_id) SELECT id, provider_id FROM cohort`,
    // Each person stands on one cohort at most: those of small cohorts first, then those of the large ones.
    `INSERT INTO enrolment (id, provider_id, cohort_id, programme_id, person_id, organisation_id, place_type, source, status, enrolled_on, access_needs)
       SELECT ${id('enrolment', 'person')}, ${id('provider', 'p')}, ${id('cohort', 'cohort')}, ${id('programme', 'p')}, ${id('person', 'person')},
              ${id('organisation', `person % ${organisations}`)}, ${one(['funded', 'employer_funded'], 'person')}, 'application', ${one(['confirmed', 'active'], 'person')}, '2026-01-15',
              CASE WHEN person % 20 = 0 THEN '{hearing_loop}'::text[] ELSE '{}' END
         FROM (
           SELECT i % ${cohorts} AS cohort, i AS person, ${providerOf('i')} AS p FROM ${series(cohorts * PEOPLE_OF_OTHERS)}
            WHERE i % ${cohorts} NOT IN (SELECT number FROM ${sized})
           UNION ALL
           SELECT number, ${personOf('before + nth', cohorts)}, 0 FROM ${sized}, generate_series(0, size - 1) nth
         ) made`,
    // A few have changed employer since.
    `INSERT INTO employment (id, person_id, organisation_id, job_title, line_manager_email, starts_on)
       SELECT ${id('employment', 'i')}, person_id, CASE WHEN i % 25 = 0 THEN ${id('organisation', `(i + 1) % ${organisations}`)} ELSE organisation_id END,
              ${one(['Service designer', 'Policy officer', 'Data analyst', 'Team leader'], 'i')}, CASE WHEN i % 10 = 0 THEN NULL ELSE 'manager@example.org' END, '2024-01-01'
         FROM (SELECT *, ('x' || right(id::text, 12))::bit(48)::bigint AS i FROM enrolment) e`,

    `INSERT INTO sub_group (id, provider_id, cohort_id, name, kind, position)
       SELECT ${id('group', 'i * 4 + nth')}, provider_id, id, 'Group ' || nth + 1, 'learning_set', nth + 1
         FROM (SELECT *, ('x' || right(id::text, 12))::bit(48)::bigint AS i FROM cohort) c, generate_series(0, 3) nth`,
    `INSERT INTO sub_group_member (sub_group_id, enrolment_id, provider_id, cohort_id, starts_on)
       SELECT ${id('group', 'cohort * 4 + i % 4')}, id, provider_id, cohort_id, '2026-02-01'
         FROM (SELECT *, ('x' || right(id::text, 12))::bit(48)::bigint AS i, ('x' || right(cohort_id::text, 12))::bit(48)::bigint AS cohort FROM enrolment) e
        WHERE i % 15 > 0`,
    `INSERT INTO session (id, provider_id, cohort_id, title, kind, purpose, starts_at, ends_at, duration, mandatory, mode, room_id, layout, equipment, set_up, clear_up, note, status, position, ics_uid)
       SELECT ${id('session', 'i * 8 + nth')}, provider_id, id, 'Session ' || nth + 1, 'workshop', '', at, at + interval '60 minutes', 60, true, 'in_person',
              ${id('room', 'provider * 10 + nth')}, 'cabaret', '{screen}', 15, 15, '', 'draft', nth + 1, (i * 8 + nth) || '@bench'
         FROM (SELECT *, ('x' || right(id::text, 12))::bit(48)::bigint AS i, ('x' || right(provider_id::text, 12))::bit(48)::bigint AS provider FROM cohort) c
         LEFT JOIN ${sized} ON sized.number = i
        CROSS JOIN LATERAL (SELECT nth, starts_on + (nth % 2) + make_interval(hours => 9 + nth / 2) AS at FROM generate_series(0, CASE WHEN sized.size IS NULL THEN 1 ELSE 7 END) nth) s`,
    // Every second session is for one group.
    `INSERT INTO session_group (session_id, sub_group_id, provider_id, cohort_id)
       SELECT id, ${id('group', 'i / 8 * 4 + i % 4')}, provider_id, cohort_id
         FROM (SELECT *, ('x' || right(id::text, 12))::bit(48)::bigint AS i FROM session) s WHERE i % 2 = 1`,
    `INSERT INTO session_facilitator (session_id, facilitator_id, provider_id, cohort_id, role, status)
       SELECT id, ${id('facilitator', '(i / 8) % 5 * 100 + (i / 8) % 100')}, provider_id, cohort_id, 'lead', ${one(['confirmed', 'confirmed', 'requested'], 'i / 8')}
         FROM (SELECT *, ('x' || right(id::text, 12))::bit(48)::bigint AS i FROM session) s`,
    `INSERT INTO room_booking (id, provider_id, room_id, cohort_id, holder, starts_at, ends_at, set_up, clear_up, status)
       SELECT ${id('booking', 'i')}, provider_id, room_id, cohort_id, 'Top Talent', starts_at, ends_at, 15, 15, 'enquiry'
         FROM (SELECT *, ('x' || right(id::text, 12))::bit(48)::bigint AS i FROM session) s WHERE i % 2 = 0`,
  ];
}

async function signIn(client: pg.Client, provider: number, now: Date): Promise<string> {
  const person = `01900000-00ff-7000-8000-${hex(provider + 1, 12)}`;
  const token = randomBytes(32).toString('base64url');
  await client.query(`INSERT INTO person (id, given_name, family_name) VALUES ($1, 'Sam', 'Staff')`, [person]);
  await client.query(
    `INSERT INTO role_assignment (id, person_id, role, scope_kind, scope_id, granted_by, granted_at) VALUES ($1, $1, 'programme_staff', 'provider', $2, $1, $3)`,
    [person, idOf('provider', provider), now],
  );
  await client.query(`INSERT INTO account (id, person_id, email, folded_email, created_at) VALUES ($1, $1, $3, $3, $2)`, [
    person,
    now,
    `staff${provider}@bench.example.org`,
  ]);
  await client.query(
    `INSERT INTO auth_session (id, token_hash, account_id, created_at, last_seen_at, idle_minutes, expires_at, device) VALUES ($1, $2, $1, $3, $3, 100000, '2100-01-01', 'bench')`,
    [person, createHash('sha256').update(token).digest(), now],
  );
  return `waymark=${token}`;
}
