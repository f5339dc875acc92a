// What the product is measured against: node:http and `pg`, named statements, the same answers, and nothing else. No session, no
// authorisation, no row-level security, no checks of what comes in or goes out. Runs by itself:
// `DATABASE_URL=… PORT=… PROVIDER=… node tests/bench/bare-server.ts`, and prints a line when it listens.
import { createServer } from 'node:http';
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

const provider = process.env['PROVIDER']!;
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const today = new Date().toISOString().slice(0, 10);

const LIVE = `('confirmed', 'active')`;
const NAME = (person: string) => `${person}.given_name || ' ' || ${person}.family_name`;

/** Numbers of a cohort `c`, each one look-up along an index. */
const NUMBERS = `
  (SELECT count(*)::int FROM enrolment e WHERE e.cohort_id = c.id AND e.status IN ${LIVE}) AS held,
  (SELECT count(DISTINCT sf.facilitator_id)::int FROM session_facilitator sf JOIN session s ON s.id = sf.session_id AND s.status <> 'cancelled'
    WHERE sf.cohort_id = c.id AND sf.status IN ('proposed', 'requested', 'accepted')) AS unconfirmed,
  (SELECT max(sr.number) FROM schedule_release sr WHERE sr.cohort_id = c.id) AS released,
  (SELECT count(*)::int FROM enrolment e WHERE e.cohort_id = c.id AND e.status IN ${LIVE} AND e.access_needs <> '{}' AND EXISTS (
     SELECT 1 FROM session s JOIN room r ON r.id = s.room_id WHERE s.cohort_id = c.id AND s.status <> 'cancelled' AND NOT e.access_needs <@ r.access
        AND (NOT EXISTS (SELECT 1 FROM session_group g WHERE g.session_id = s.id)
             OR EXISTS (SELECT 1 FROM session_group g JOIN sub_group_member m ON m.sub_group_id = g.sub_group_id
                         WHERE g.session_id = s.id AND m.enrolment_id = e.id AND m.ends_on IS NULL)))) AS unmet,
  n.*`;
const SESSIONS = `
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS sessions, count(*) FILTER (WHERE s.mode <> 'online')::int AS in_person,
           count(*) FILTER (WHERE s.starts_at IS NULL)::int AS unscheduled,
           count(*) FILTER (WHERE s.mode <> 'online' AND NOT EXISTS (SELECT 1 FROM room_booking b WHERE b.cohort_id = c.id AND b.room_id = s.room_id
             AND b.status IN ('contracted', 'used') AND b.starts_at <= s.starts_at AND b.ends_at >= s.ends_at))::int AS uncontracted,
           count(*) FILTER (WHERE s.starts_at IS NOT NULL AND s.kind NOT IN ('break', 'meal') AND NOT EXISTS (SELECT 1 FROM session_facilitator sf
             WHERE sf.session_id = s.id AND sf.status NOT IN ('declined', 'stood_down')))::int AS unled
      FROM session s WHERE s.cohort_id = c.id AND s.status <> 'cancelled'
  ) n`;

interface Numbers {
  held: number;
  unconfirmed: number;
  released: number | null;
  unmet: number;
  sessions: number;
  in_person: number;
  unscheduled: number;
  uncontracted: number;
  unled: number;
}

/** The seeded cohorts have released nothing. Clashes count where they were counted for the schedule as it is. */
function problemsIn(
  row: Numbers & {
    min_viable: number;
    venue_id: string | null;
    schedule_version: number;
    counted_version: number | null;
    blocking_clashes: number | null;
  },
): number {
  const online = row.sessions > 0 && row.in_person === 0;
  return [
    row.held < Math.max(row.min_viable, 1),
    !online && (row.venue_id === null || row.uncontracted > 0),
    row.sessions === 0 || row.unscheduled > 0,
    row.unled > 0 || row.unconfirmed > 0,
    row.unmet > 0,
    row.counted_version === row.schedule_version && (row.blocking_clashes ?? 0) > 0,
    row.released === null && row.sessions > row.unscheduled,
  ].filter(Boolean).length;
}

async function cohort(id: string) {
  const [{ rows: heads }, { rows: groups }] = await Promise.all([
    pool.query({
      name: 'cohort',
      text: `SELECT c.*, coalesce(k.version, 1) AS schedule_version, k.counted_version, k.blocking_clashes, pr.title, pr.code AS programme_code, b.number, v.name AS venue, ${NAME('l')} AS lead, ${NUMBERS},
                    (SELECT json_object_agg(s.status, s.count) FROM (
                       SELECT e.status, count(*)::int AS count FROM enrolment e WHERE e.cohort_id = c.id GROUP BY e.status) s) AS by_status
               FROM cohort c JOIN programme pr ON pr.id = c.programme_id JOIN blueprint b ON b.id = c.blueprint_id
               LEFT JOIN venue v ON v.id = c.venue_id LEFT JOIN person l ON l.id = c.lead_id
               LEFT JOIN cohort_schedule k ON k.cohort_id = c.id ${SESSIONS} WHERE c.id = $1`,
      values: [id],
    }),
    pool.query({
      name: 'groups',
      text: `SELECT g.id, g.name, g.kind, g.position, (SELECT count(*)::int FROM sub_group_member m WHERE m.sub_group_id = g.id AND m.ends_on IS NULL) AS count, g.version
               FROM sub_group g WHERE g.cohort_id = $1 AND g.removed_on IS NULL ORDER BY g.position, g.name`,
      values: [id],
    }),
  ]);
  const c = heads[0];
  if (!c) return null;
  const byStatus: Record<string, number> = c.by_status ?? {};
  return {
    id: c.id,
    providerId: c.provider_id,
    code: c.code,
    name: c.name,
    stage: c.stage,
    programme: { id: c.programme_id, title: c.title, code: c.programme_code },
    blueprint: { id: c.blueprint_id, number: c.number },
    place: c.place,
    nation: c.nation,
    venue: c.venue_id && { id: c.venue_id, name: c.venue },
    lead: c.lead_id && { id: c.lead_id, name: c.lead },
    startsOn: c.starts_on,
    endsOn: c.ends_on,
    capacity: c.capacity,
    minViable: c.min_viable,
    goDecisionOn: c.go_decision_on,
    scheduleVersion: c.schedule_version,
    version: c.version,
    people: { held: c.held, total: Object.values(byStatus).reduce((sum, count) => sum + count, 0), byStatus },
    sessions: { total: c.sessions, unscheduled: c.unscheduled },
    groups,
    clashes: c.counted_version === c.schedule_version ? c.blocking_clashes : null,
    problems: problemsIn(c),
    may: { edit: true, stage: true, enrol: true, needs: true, people: true },
  };
}

const ENROLMENTS = `
  SELECT e.id, e.status, e.status_reason, e.place_type, e.enrolled_on, e.ended_on, e.told_at, e.version, e.access_needs, e.organisation_id AS paying, e.person_id,
         ${NAME('p')} AS name, em.job_title, em.organisation_id AS employer, em.managed, o.id AS organisation_id, o.short_name, o.sector, g.groups,
         waymark_fold(p.family_name || ' ' || p.given_name) AS sort_key,
         e.access_needs <> '{}' AND EXISTS (
           SELECT 1 FROM session s JOIN room r ON r.id = s.room_id WHERE s.cohort_id = e.cohort_id AND s.status <> 'cancelled' AND NOT e.access_needs <@ r.access
              AND (NOT EXISTS (SELECT 1 FROM session_group g WHERE g.session_id = s.id)
                   OR EXISTS (SELECT 1 FROM session_group g JOIN sub_group_member m ON m.sub_group_id = g.sub_group_id
                               WHERE g.session_id = s.id AND m.enrolment_id = e.id AND m.ends_on IS NULL))) AS unmet,
         EXISTS (
           SELECT 1 FROM enrolment other JOIN session theirs ON theirs.cohort_id = other.cohort_id AND theirs.status <> 'cancelled'
             JOIN session ours ON ours.cohort_id = e.cohort_id AND ours.status <> 'cancelled' AND ours.starts_at < theirs.ends_at AND ours.ends_at > theirs.starts_at
            WHERE other.person_id = e.person_id AND other.cohort_id <> e.cohort_id AND other.status IN ${LIVE}
              AND NOT EXISTS (SELECT 1 FROM session_group sg WHERE sg.session_id IN (ours.id, theirs.id))) AS elsewhere
    FROM enrolment e
    JOIN person p ON p.id = e.person_id
    LEFT JOIN LATERAL (
      SELECT em.organisation_id, em.job_title, em.line_manager_id IS NOT NULL OR em.line_manager_email IS NOT NULL AS managed
        FROM employment em WHERE em.person_id = e.person_id AND em.starts_on <= $2::date AND (em.ends_on IS NULL OR em.ends_on >= $2::date)
       ORDER BY em.organisation_id = e.organisation_id DESC NULLS LAST, em.starts_on DESC LIMIT 1
    ) em ON true
    LEFT JOIN organisation o ON o.id = coalesce(em.organisation_id, e.organisation_id)
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', g.id, 'name', g.name) ORDER BY g.position, g.name) AS groups
        FROM sub_group_member m JOIN sub_group g ON g.id = m.sub_group_id WHERE m.enrolment_id = e.id AND m.ends_on IS NULL
    ) g ON true
   WHERE e.cohort_id = $1 ORDER BY sort_key, e.id`;

const STATUSES: Record<string, string> = { confirmed: 'Confirmed', active: 'Active' };
const ATTENTION: Record<string, string> = {
  needs_unmet: 'Access need not met',
  elsewhere: 'In two sessions at once',
  changed_employer: 'Changed employer',
  no_employer: 'No employer',
  no_manager: 'No line manager',
  no_group: 'Not in a group',
};

/** Everybody of a cohort on one page, by name. */
async function enrolments(id: string) {
  const [{ rows }, { rows: groups }] = await Promise.all([
    pool.query({ name: 'enrolments', text: ENROLMENTS, values: [id, today] }),
    pool.query({ name: 'names', text: 'SELECT id, name FROM sub_group WHERE cohort_id = $1 AND removed_on IS NULL ORDER BY position, name', values: [id] }),
  ]);
  const count = { status: new Map(), group: new Map(), sector: new Map(), organisation: new Map(), attention: new Map() } as Record<
    string,
    Map<string, number>
  >;
  const names = new Map<string, string>();
  const add = (facet: string, value: string) => count[facet]!.set(value, (count[facet]!.get(value) ?? 0) + 1);
  const items = rows.map((e) => {
    const attention = [
      e.unmet && 'needs_unmet',
      e.elsewhere && 'elsewhere',
      e.employer && e.paying && e.employer !== e.paying && 'changed_employer',
      !e.organisation_id && 'no_employer',
      e.managed === false && 'no_manager',
      groups.length > 0 && !e.groups && 'no_group',
    ].filter(Boolean) as string[];
    add('status', e.status);
    if (e.sector) add('sector', e.sector);
    if (e.organisation_id) add('organisation', e.organisation_id);
    if (e.organisation_id) names.set(e.organisation_id, e.short_name);
    for (const code of attention) add('attention', code);
    for (const group of e.groups ?? []) add('group', group.id);
    return {
      id: e.id,
      person: { id: e.person_id, name: e.name },
      jobTitle: e.job_title,
      organisation: e.organisation_id && { id: e.organisation_id, name: e.short_name },
      sector: e.sector,
      status: e.status,
      statusReason: e.status_reason,
      placeType: e.place_type,
      enrolledOn: e.enrolled_on,
      endedOn: e.ended_on,
      groups: e.groups ?? [],
      attention,
      needs: e.access_needs,
      told: e.told_at !== null,
      version: e.version,
    };
  });
  const facet = (name: string, words: (value: string) => string) =>
    [...count[name]!].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value, count]) => ({ value, label: words(value), count }));
  return {
    items,
    next: null,
    total: items.length,
    everyone: items.length,
    facets: {
      status: facet('status', (value) => STATUSES[value]!),
      group: groups.map((group) => ({ value: group.id, label: group.name, count: count['group']!.get(group.id) ?? 0 })),
      sector: facet('sector', (value) => value.charAt(0).toUpperCase() + value.slice(1)),
      organisation: [...names]
        .sort(([a, one], [b, other]) => (one === other ? (a < b ? -1 : 1) : one < other ? -1 : 1))
        .map(([value, label]) => ({ value, label, count: count['organisation']!.get(value)! })),
      attention: facet('attention', (value) => ATTENTION[value]!),
    },
  };
}

const STAGES = [
  'planning',
  'open_for_applications',
  'selecting',
  'confirmed',
  'in_delivery',
  'delivered',
  'closed',
  'postponed',
  'cancelled',
];

/** Each stage is one walk along an index, merged, as the product does it. */
const LIST = (after: boolean) => `
  SELECT c.*, k.version AS schedule_version, k.counted_version, k.blocking_clashes, pr.title, ${NAME('l')} AS lead, ${NUMBERS}
    FROM (
      SELECT c.* FROM unnest($2::text[]) AS asked(stage) CROSS JOIN LATERAL (
        SELECT * FROM cohort c WHERE c.provider_id = $1 AND c.stage = asked.stage ${after ? 'AND (c.starts_on, c.id) > ($4::date, $5::uuid)' : ''}
         ORDER BY c.starts_on, c.id LIMIT $3
      ) c ORDER BY c.starts_on, c.id LIMIT $3
    ) c
    JOIN programme pr ON pr.id = c.programme_id LEFT JOIN person l ON l.id = c.lead_id
    LEFT JOIN cohort_schedule k ON k.cohort_id = c.id ${SESSIONS} ORDER BY c.starts_on, c.id`;

const COUNTS = `
  SELECT s.stage, (SELECT count(*)::int FROM (SELECT 1 FROM cohort c WHERE c.provider_id = $1 AND c.stage = s.stage LIMIT 1001) c) AS count
    FROM unnest($2::text[]) WITH ORDINALITY AS s(stage, at) ORDER BY s.at`;

const counted = (count: number) => ({ count: Math.min(count, 1000), more: count > 1000 });

async function cohorts(query: URLSearchParams) {
  const stages = query.getAll('stage');
  const limit = Number(query.get('limit') ?? 50);
  const after = query.get('after');
  const key: string[] = after ? JSON.parse(Buffer.from(after, 'base64url').toString()) : [];
  const [{ rows }, { rows: counts }] = await Promise.all([
    pool.query({ name: after ? 'list-after' : 'list', text: LIST(after !== null), values: [provider, stages, limit + 1, ...key] }),
    pool.query({ name: 'counts', text: COUNTS, values: [provider, STAGES] }),
  ]);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((c) => ({
      id: c.id,
      code: c.code,
      name: c.name,
      stage: c.stage,
      programme: { id: c.programme_id, title: c.title },
      place: c.place,
      startsOn: c.starts_on,
      endsOn: c.ends_on,
      capacity: c.capacity,
      minViable: c.min_viable,
      held: c.held,
      problems: problemsIn(c),
      lead: c.lead_id && { id: c.lead_id, name: c.lead },
    })),
    next: rows.length > limit ? Buffer.from(JSON.stringify([last.starts_on, last.id])).toString('base64url') : null,
    total: counted(counts.reduce((sum, { stage, count }) => sum + (stages.includes(stage) ? count : 0), 0)),
    stages: counts.filter(({ count }) => count > 0).map(({ stage, count }) => ({ stage, ...counted(count) })),
  };
}

function answer(address: string): Promise<unknown> {
  const [path = '', query = ''] = address.split('?');
  const [, , , id, below] = path.split('/');
  if (!id) return cohorts(new URLSearchParams(query));
  return below === 'enrolments' ? enrolments(id) : cohort(id);
}

createServer((request, response) => {
  answer(request.url!).then(
    (body) => {
      const text = JSON.stringify(body);
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }).end(text);
    },
    (error: Error) => response.writeHead(500).end(error.message),
  );
}).listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('listening'));
process.on('disconnect', () => process.exit());
