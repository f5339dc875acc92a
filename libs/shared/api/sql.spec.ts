import { NOWHERE, type Reach } from './actor';
import { sql } from './sql';
import { within, withinOrganisations } from './within';

const reach: Reach = { all: false, providers: ['p1', 'p2'], organisations: [], cohorts: ['c1'] };

describe('sql', () => {
  it('sends values beside the text, numbered as they appear', () => {
    const { text, values } = sql`SELECT name FROM venue WHERE id = ${'v1'} AND position > ${3} LIMIT ${50}`;
    expect(text).toBe('SELECT name FROM venue WHERE id = $1 AND position > $2 LIMIT $3');
    expect(values).toEqual(['v1', 3, 50]);
  });

  it('takes a string for a value, whatever it says', () => {
    const said = `'; DROP TABLE venue; --`;
    expect(sql`SELECT ${said}`).toMatchObject({ text: 'SELECT $1', values: [said] });
  });

  it('takes a list for one value', () => {
    expect(sql`SELECT 1 WHERE id = ANY(${['a', 'b']}::uuid[])`).toMatchObject({
      text: 'SELECT 1 WHERE id = ANY($1::uuid[])',
      values: [['a', 'b']],
    });
  });

  it('numbers through fragments in fragments', () => {
    const ofRoom = (room: string, statuses: string[]) => sql`b.room_id = ${room} AND ${sql`b.status = ANY(${statuses}::text[])`}`;
    const statement = sql`SELECT ${1} FROM room_booking b WHERE ${ofRoom('r1', ['held'])} OR (${ofRoom('r2', ['used'])}) LIMIT ${9}`;
    expect(statement.text).toBe(
      'SELECT $1 FROM room_booking b WHERE b.room_id = $2 AND b.status = ANY($3::text[]) OR (b.room_id = $4 AND b.status = ANY($5::text[])) LIMIT $6',
    );
    expect(statement.values).toEqual([1, 'r1', ['held'], 'r2', ['used'], 9]);
  });

  it('makes the text of a template once, and names it alike', () => {
    const find = (id: string) => sql`SELECT ${sql.column('v.name')} FROM venue v WHERE v.id = ${id}`.statement;
    const [first, second] = [find('v1'), find('v2')];
    expect(second.text).toBe(first.text);
    expect(second.name).toBe(first.name);
    expect([first.values, second.values]).toEqual([['v1'], ['v2']]);
  });

  it('tells apart what differs only by where a fragment stands', () => {
    const one = sql`now()`;
    const pair = (a: string | typeof one, b: string | typeof one) => sql`SELECT ${a}, ${b}`;
    const inside = (a: string | typeof one, b: string | typeof one) => sql`SELECT ${sql`(${a}, ${'x'})`}, ${b}`;
    const outside = (a: string | typeof one, b: string | typeof one) => sql`SELECT ${sql`(${'x'}, ${a})`}, ${b}`;
    const texts = [pair('a', one), pair(one, 'b'), pair(one, one), pair('a', 'b'), pair('a', one)].map(({ text }) => text);
    expect(texts).toEqual(['SELECT $1, now()', 'SELECT now(), $1', 'SELECT now(), now()', 'SELECT $1, $2', 'SELECT $1, now()']);
    expect([inside('a', one), inside(one, 'b'), outside(one, 'b'), outside('a', one)].map(({ text }) => text)).toEqual([
      'SELECT ($1, $2), now()',
      'SELECT (now(), $1), $2',
      'SELECT ($1, now()), $2',
      'SELECT ($1, $2), now()',
    ]);
  });

  it('gives a caller values of its own each time', () => {
    const find = () => sql`SELECT ${1}`.statement;
    find().values.push(2);
    expect(find().values).toEqual([1]);
  });

  it('refuses a string as text, and what is no value, when it is compiled', () => {
    const column = String('v.name');
    // @ts-expect-error a string that came from somewhere
    expect(sql.column(column).text).toBe('v.name');
    // @ts-expect-error nothing that is not there: say null
    expect(sql`SELECT ${undefined}`.values).toEqual([undefined]);
    // @ts-expect-error what will come is not there yet
    expect(sql`SELECT ${Promise.resolve(1)}`.values).toHaveLength(1);
    // @ts-expect-error nobody makes a fragment but the tag
    const forged: ReturnType<typeof sql> = { parts: [column], slots: [], statement: { name: '', text: column, values: [] } };
    expect(forged).toBeDefined();
  });

  it('refuses a value inside quotes, where PostgreSQL would read its number for text', () => {
    const minutes = 5;
    expect(() => sql`SELECT now() - interval '${minutes} minutes'`.text).toThrow('inside quotes');
    expect(sql`SELECT 'it''s', ${minutes} * interval '1 minute'`.text).toBe(`SELECT 'it''s', $1 * interval '1 minute'`);
  });

  it('refuses anything but a column for a column, when it runs', () => {
    expect(() => sql.column(`v.name; DROP TABLE venue` as `v.name`)).toThrow('Not a part of a statement');
    expect(() => sql.column('v.name"' as `v.name`)).toThrow('Not a part of a statement');
    expect(sql`LIMIT ${sql.number(1001)}`.text).toBe('LIMIT 1001');
    expect(() => sql.number(Number('1.5'))).toThrow('Not a part of a statement');
  });
});

describe('sql.when', () => {
  it('says something of what is given, and nothing of what is not', () => {
    const list = (query: string, status?: string) =>
      sql`SELECT 1 FROM venue WHERE true${sql.when(query, (words) => sql` AND name LIKE ${`${words}%`}`)}${sql.when(status, (status) => sql` AND status = ${status}`)} LIMIT ${5}`;
    expect(list('Hall', 'open')).toMatchObject({
      text: 'SELECT 1 FROM venue WHERE true AND name LIKE $1 AND status = $2 LIMIT $3',
      values: ['Hall%', 'open', 5],
    });
    expect(list('', 'open')).toMatchObject({ text: 'SELECT 1 FROM venue WHERE true AND status = $1 LIMIT $2', values: ['open', 5] });
    expect(list('')).toMatchObject({ text: 'SELECT 1 FROM venue WHERE true LIMIT $1', values: [5] });
    expect([sql.when(0, (n) => sql`${n}`), sql.when(false, () => sql`no`), sql.when(null, () => sql`no`)].map(({ text }) => text)).toEqual([
      '$1',
      '',
      '',
    ]);
  });
});

describe('sql.join', () => {
  const columns = (...values: number[]) => {
    const changes = values.map((value) => sql`position = ${value}`);
    return sql`UPDATE room SET ${sql.join(changes, sql`, `)}`;
  };

  it('puts fragments one after the other', () => {
    expect(columns(1, 2, 3)).toMatchObject({
      text: 'UPDATE room SET position = $1, position = $2, position = $3',
      values: [1, 2, 3],
    });
    expect(columns(4, 5)).toMatchObject({ text: 'UPDATE room SET position = $1, position = $2', values: [4, 5] });
    expect(columns(6).text).toBe('UPDATE room SET position = $1');
    expect(columns().text).toBe('UPDATE room SET ');
    expect(sql.join([sql`a`, sql`b`], sql` AND `).text).toBe('a AND b');
  });
});

describe('withinOrganisations', () => {
  it('keeps rows to organisations of a reach, each at the provider through which it is reached', () => {
    const organisations = [
      { organisationId: 'essex', providerId: 'p1' },
      { organisationId: 'kent', providerId: 'p2' },
    ];
    expect(withinOrganisations({ ...NOWHERE, organisations }, 'e.organisation_id', 'e.provider_id')).toMatchObject({
      text: '(e.organisation_id, e.provider_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))',
      values: [
        ['essex', 'kent'],
        ['p1', 'p2'],
      ],
    });
  });
});

describe('within', () => {
  it('keeps rows to the providers of a reach', () => {
    expect(within(reach, 'v.provider_id')).toMatchObject({ text: 'v.provider_id = ANY($1::uuid[])', values: [['p1', 'p2']] });
  });

  it('or to its cohorts, where a row says which it is of', () => {
    expect(sql`SELECT 1 FROM cohort c WHERE c.id = ${'c9'} AND ${within(reach, 'c.provider_id', 'c.id')}`).toMatchObject({
      text: 'SELECT 1 FROM cohort c WHERE c.id = $1 AND (c.provider_id = ANY($2::uuid[]) OR c.id = ANY($3::uuid[]))',
      values: ['c9', ['p1', 'p2'], ['c1']],
    });
  });

  it('lets nothing through for somebody who reaches nothing', () => {
    expect(within(NOWHERE, 'c.provider_id', 'c.id').values).toEqual([[], []]);
  });

  it('keeps nothing back from somebody who reaches the whole installation', () => {
    expect(within({ ...reach, all: true }, 'c.provider_id', 'c.id').text).toBe('true');
  });
});
