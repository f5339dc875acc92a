import { DataSource } from 'typeorm';
import { TestApp } from '@waymark/shared/testing/app';
import { prepareDatabase } from '../../apps/api/database';
import { configOf } from '../../apps/api/config';
import { migrations } from '../../apps/api/domains';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

describe('migrations', () => {
  it('have built the database of every test from nothing, and run again change nothing', async () => {
    const before = await app.sql('SELECT name FROM schema_migration ORDER BY id');
    // TypeORM sorts by the number in a name: it must not say anything but the list.
    expect(before.map(({ name }) => name)).toEqual(migrations.map((Each) => new Each().name));
    const { settings } = configOf({ DATABASE_URL: app.url });
    await Promise.all([prepareDatabase(settings), prepareDatabase(settings), prepareDatabase(settings)]);
    expect(await app.sql('SELECT name FROM schema_migration ORDER BY id')).toEqual(before);
  });

  it('index every foreign key that a large table is searched by', async () => {
    const bare = await app.sql(`
      SELECT c.conrelid::regclass::text AS tbl, a.attname AS col FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
       WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conrelid::regclass::text IN ('enrolment', 'session', 'sub_group_member', 'session_group', 'employment', 'person_email')
         AND a.attname IN ('cohort_id', 'person_id', 'enrolment_id')
         AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = a.attnum)`);
    expect(bare).toEqual([]);
  });
});

describe('a day', () => {
  it('is kept only where pages can say it, in every table', async () => {
    const columns = await app.sql<{ table: string; column: string; domain: string | null }>(
      `SELECT table_name AS table, column_name AS column, domain_name AS domain FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type = 'date' AND is_updatable = 'YES'`,
    );
    expect(columns.length).toBeGreaterThan(12);
    expect(columns.filter(({ domain }) => domain !== 'waymark_day')).toEqual([]);
    for (const far of ['2100-01-01', '1899-12-31'])
      await expect(app.sql('SELECT $1::waymark_day', [far])).rejects.toMatchObject({ constraint: 'shared_day' });
    for (const edge of ['1900-01-01', '2099-12-31'])
      expect(await app.sql('SELECT $1::waymark_day AS day', [edge])).toEqual([{ day: edge }]);
  });
});

describe('entities', () => {
  it('have the columns of their tables, with the same types and the same nulls', async () => {
    const entities = app.app.get(DataSource).entityMetadatas;
    expect(entities.length).toBeGreaterThan(5);
    const wrong: string[] = [];
    for (const entity of entities) {
      const columns = await app.sql<{ name: string; type: string; nullable: boolean }>(
        `SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, NOT a.attnotnull AS nullable FROM pg_attribute a
          WHERE a.attrelid = to_regclass($1) AND a.attnum > 0 AND NOT a.attisdropped`,
        [`public.${entity.tableName}`],
      );
      const inDatabase = new Map(columns.map((column) => [column.name, `${short(column.type)}${column.nullable ? ' null' : ''}`]));
      const inCode = new Map(
        entity.columns.map((column) => [
          column.databaseName,
          `${short(String(column.type))}${column.isArray ? '[]' : ''}${column.isNullable ? ' null' : ''}`,
        ]),
      );
      for (const name of new Set([...inDatabase.keys(), ...inCode.keys()])) {
        if (inDatabase.get(name) !== inCode.get(name))
          wrong.push(
            `${entity.tableName}.${name}: the table has ${inDatabase.get(name) ?? 'nothing'}, the entity ${inCode.get(name) ?? 'nothing'}`,
          );
      }
    }
    expect(wrong).toEqual([]);
  });
});

const NAMES: Record<string, string> = {
  waymark_day: 'date',
  'timestamp with time zone': 'timestamptz',
  int4: 'integer',
  int: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  float8: 'double precision',
  varchar: 'character varying',
};
const short = (type: string): string => {
  const bare = type.replace('[]', '').toLowerCase();
  return (NAMES[bare] ?? bare) + (type.endsWith('[]') ? '[]' : '');
};
