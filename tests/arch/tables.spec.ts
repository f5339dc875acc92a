import { filesIn, read, withoutComments } from './files';
import { scopes } from './map';

// SQL counts as an import: a statement names tables as a file names modules, and the map says which.

const isMigration = (path: string) => /^libs\/\w[\w-]*\/api\/migrations\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts');
const isApi = (path: string) => /^libs\/\w[\w-]*\/api\/.*\.ts$/.test(path) && !path.endsWith('.spec.ts') && !isMigration(path);
const domainOf = (path: string): string => path.split('/')[1]!;

/** A table belongs to the domain whose migration makes it. */
const owners = new Map(
  filesIn('libs', isMigration).flatMap((file) =>
    [...read(file).matchAll(/CREATE TABLE (?:IF NOT EXISTS )?(\w+)/g)].map((match): [string, string] => [match[1]!, domainOf(file)]),
  ),
);

/** Where this will stay so, and why. */
const FOR_A_REASON: Record<string, string> = {
  'libs/shared/api/stale.ts reads person of people': 'who saved a row first is said by name, and every domain says it',
  'libs/shared/api/migrations refers to cohort of cohorts':
    'the wall ties a cohort_id to the cohort’s provider, in whichever domain the table is',
  'libs/people/api/migrations reads scope of identity': 'staff of one cohort make people known to its provider',
};

/** Tables whose names are put together: nothing but these files may do that. */
const PUT_TOGETHER: Record<string, string> = {
  'libs/people/api/persons/persons.queries.ts: FROM ${firstOfEach': 'a part of the statement, as the same file says',
  'libs/schedule/api/cohorts/cohort-sessions.queries.ts: FROM ${copied}': 'two arrays of ids side by side',
  'libs/schedule/api/cohorts/cohort-sessions.queries.ts: JOIN ${copied}': 'two arrays of ids side by side',
};

describe('statements', () => {
  const wrong = [...filesIn('libs', isApi), ...filesIn('libs', isMigration)].flatMap((file) => wrongTablesOf(file, read(file)));

  it('name the tables of their own domain, and read those of the domains it may use', () => {
    expect(owners.size).toBeGreaterThan(40);
    expect(wrong.filter((one) => !(one in FOR_A_REASON)).sort()).toEqual([]);
  });

  it('have no more exceptions than are made use of', () => {
    expect(Object.keys(FOR_A_REASON).filter((one) => !wrong.includes(one))).toEqual([]);
  });

  it('say their tables in their text', () => {
    const found = new Set(filesIn('libs', isApi).flatMap((file) => putTogetherIn(read(file)).map((what) => `${file}: ${what}`)));
    expect([...found]).toEqual(Object.keys(PUT_TOGETHER));
  });

  it('are read by this very test', () => {
    const api = (domain: string, text: string) => wrongTablesOf(`libs/${domain}/api/x/x.queries.ts`, `sql\`${text}\``);
    // Along an arrow: reading, not writing.
    expect(api('cohorts', 'SELECT p.id FROM person p JOIN role_assignment r ON true')).toEqual([]);
    expect(api('cohorts', 'UPDATE person SET phone = NULL')).toEqual(['libs/cohorts/api/x/x.queries.ts writes person of people']);
    expect(api('cohorts', 'INSERT INTO employment (id) SELECT id FROM enrolment')).toEqual([
      'libs/cohorts/api/x/x.queries.ts writes employment of people',
    ]);
    expect(api('cohorts', 'DELETE FROM person_email')).toEqual(['libs/cohorts/api/x/x.queries.ts writes person_email of people']);
    // Against it: neither.
    expect(api('identity', 'SELECT 1 FROM cohort')).toEqual(['libs/identity/api/x/x.queries.ts reads cohort of cohorts']);
    expect(api('people', 'SELECT (SELECT count(*) FROM ONLY enrolment) FROM person')).toHaveLength(1);
    expect(api('people', 'select 1 from person p, enrolment e')).toHaveLength(1);
    expect(api('people', 'SELECT 1 FROM person AS p CROSS JOIN LATERAL (SELECT 1) x, public.session s')).toHaveLength(1);
    expect(api('people', 'SELECT 1 FROM person WHERE id IN (SELECT person_id FROM "account")')).toHaveLength(1);
    expect(api('people', 'UPDATE person p SET phone = s.id FROM session s')).toHaveLength(1);
    expect(api('people', 'DELETE FROM person p USING enrolment e WHERE true')).toHaveLength(1);
    expect(api('people', 'MERGE INTO person p USING enrolment e ON true')).toHaveLength(1);
    expect(api('people', 'TRUNCATE enrolment')).toHaveLength(1);
    // The audit log is read by everybody and written by `tx.record`.
    expect(api('people', 'SELECT 1 FROM event')).toEqual([]);
    expect(api('people', 'INSERT INTO event (id) VALUES (1)')).toHaveLength(1);
    expect(api('people', 'SELECT 1 FROM idempotency_key')).toHaveLength(1);
    // Locks, conflicts and comparisons name no table.
    expect(api('people', 'SELECT 1 FROM person p WHERE p.id IS DISTINCT FROM cohort FOR UPDATE OF p')).toEqual([]);
    expect(api('people', 'INSERT INTO person (id) VALUES (1) ON CONFLICT DO UPDATE SET id = 2')).toEqual([]);
    expect(wrongTablesOf('libs/people/api/x.ts', '// SELECT 1 FROM cohort\n/* UPDATE cohort */')).toEqual([]);
    // Entities are tables, and foreign keys statements.
    expect(wrongTablesOf('libs/people/api/x.entity.ts', "@Entity('cohort')\nclass X {}")).toHaveLength(1);
    expect(wrongTablesOf('libs/people/api/migrations/1-x.ts', 'CREATE TABLE x (id uuid REFERENCES cohort)')).toEqual([
      'libs/people/api/migrations refers to cohort of cohorts',
    ]);
    expect(wrongTablesOf('libs/schedule/api/migrations/1-x.ts', 'CREATE TABLE x (id uuid REFERENCES cohort)')).toEqual([]);
    expect(putTogetherIn('sql`SELECT 1 FROM ${table}`; sql`DELETE FROM ${sql.raw(x)}`; `UPDATE ${table} SET`')).toHaveLength(3);
    expect(putTogetherIn('sql`WHERE a IS NOT DISTINCT FROM ${a} AND b IN (${b})`')).toEqual([]);
  });
});

function wrongTablesOf(file: string, source: string): string[] {
  const domain = domainOf(file);
  const text = withoutComments(source);
  const place = isMigration(file) ? file.replace(/\/[^/]*$/, '') : file;
  const named = [
    ...tablesAfter(text, /(?:\b(?:INTO|UPDATE|DELETE\s+FROM|TRUNCATE)|@Entity\()/).map((table) => ['writes', table] as const),
    ...tablesAfter(text, /(?<!\bDISTINCT\s+)(?<!\bDELETE\s+)\b(?:FROM|JOIN|USING)/).map((table) => ['reads', table] as const),
    ...(isMigration(file) ? tablesAfter(text, /\bREFERENCES/).map((table) => ['refers to', table] as const) : []),
  ];
  const wrong = named.filter(([how, table]) => !(how === 'writes' ? owners.get(table) === domain : mayRead(domain, table)));
  return [...new Set(wrong.map(([how, table]) => `${place} ${how} ${table} of ${owners.get(table)}`))];
}

function mayRead(domain: string, table: string): boolean {
  const owner = owners.get(table)!;
  return owner === domain || table === 'event' || (scopes[domain] ?? []).includes(owner);
}

/** The tables that are named after a word, those in a list of several too. Other names are of functions, of parts of the statement or PostgreSQL's own. */
function tablesAfter(text: string, word: RegExp): string[] {
  const list = new RegExp(
    `${word.source}\\s*((?:(?:ONLY|LATERAL|TABLE)\\s+)?['"\\w.]+(?:\\s+(?:AS\\s+)?\\w+)?(?:\\s*,\\s*(?:LATERAL\\s+)?["\\w.]+(?:\\s+(?:AS\\s+)?\\w+)?)*)`,
    'gi',
  );
  // After a subquery in the list too: `FROM (SELECT …) x, cohort c`.
  const after = /JOIN/.test(word.source) ? [...text.matchAll(/\)\s+(?:AS\s+)?\w+\s*,\s*((?:LATERAL\s+)?["\w.]+)\s+(?!FROM\b)\w+/gi)] : [];
  return [...text.matchAll(list), ...after].flatMap((match) =>
    match[1]!.split(',').flatMap((one) => {
      const name = one
        .trim()
        .replace(/^(?:ONLY|LATERAL|TABLE)\s+/i, '')
        .split(/\s/)[0]!
        .replace(/^public\./, '')
        .replace(/['"]/g, '');
      return owners.has(name) ? [name] : [];
    }),
  );
}

/** Places where a statement has its table put in. */
function putTogetherIn(source: string): string[] {
  const places = /(?<!\bDISTINCT\s+)\b(?:FROM|JOIN|INTO|UPDATE|USING|TRUNCATE)\s+\$\{\w+\b\}?/gi;
  return [...withoutComments(source).matchAll(places)].map((match) => match[0]);
}
