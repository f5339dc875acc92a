import { filesIn, read, withoutComments } from './files';

const STATEMENT = /\b(SELECT\b|INSERT INTO\b|UPDATE\s+\w+(\s+\w+)?\s+SET\b|DELETE FROM\b)/;
const TAG = /\bsql`|from '(@waymark\/shared\/api|\.{1,2})\/sql'/;

/** What a service or a controller says in SQL itself, though it belongs into queries. */
const sqlIn = (source: string): string | undefined => (STATEMENT.exec(withoutComments(source)) ?? TAG.exec(withoutComments(source)))?.[0];

describe('services and controllers', () => {
  it('leave SQL to queries', () => {
    const files = filesIn('libs', (path) => /\/api\/.*\.(service|controller)\.ts$/.test(path));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((path) => sqlIn(read(path)) !== undefined)).toEqual([]);
  });

  it.each([
    ['a statement', 'await tx.query(sql`SELECT 1 FROM venue WHERE id = ${id}`);'],
    ['a statement over several lines', 'const CLOSE = `\n  UPDATE account a\n     SET disabled_at = now()`;'],
    ['a part of one', 'const locked = sql`FOR UPDATE`;'],
    ['the tag', `import { sql, type Sql } from '@waymark/shared/api/sql';`],
  ])('are found with %s', (_, source) => {
    expect(sqlIn(source)).toBeDefined();
  });

  it.each([
    '// Whoever may SELECT here',
    "must([{ code: 'identity_set_up' }]);",
    "jobs.on('room.updated', 'cohorts.recount');",
    'select(id);',
  ])('may say %s', (source) => {
    expect(sqlIn(source)).toBeUndefined();
  });
});

describe('statements', () => {
  it('leave how a name is joined to nameOf, which leaves no blank where there is one name', () => {
    const files = filesIn('libs', (path) => /\/api\/.*(?<!spec)\.ts$/.test(path) && !path.endsWith('shared/api/name.sql.ts'));
    expect(files.filter((path) => /concat_ws\(' ', ([\w$]+)\.given_name, \1\.family_name\)/.test(read(path)))).toEqual([]);
  });

  // PostgreSQL takes coalesce for something that could leak rows past a wall, so that it reads a walled table whole instead of its index.
  it('join by a column or by CASE, never by coalesce', () => {
    const files = filesIn('libs', (path) => /\/api\/.*(?<!spec)\.ts$/.test(path));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((path) => /\bJOIN\s+\w+\s+\w+\s+ON\s+[\w."]+\s*=\s*coalesce\(/i.test(read(path)))).toEqual([]);
  });
});
