/** What a description says of a value, as far as hostile ones are made from it. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  minItems?: number;
  minLength?: number;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}
export type Schemas = Record<string, Schema>;

/** Where a value stands in a body: `['moves', 0, 'roomId']`. */
export type Path = (string | number)[];

/** Values by the names of fields: ids of things that exist. */
export type Known = Readonly<Record<string, unknown>>;

/** A body with every field the description has, so that each can be spoilt in turn; or with those alone that it must have. */
export function fullBody(schema: Schema, schemas: Schemas, known: Known, name = '', needed: 'all' | 'needed' = 'all'): unknown {
  const { $ref, const: only, enum: values, anyOf, oneOf, allOf } = schema;
  if ($ref) return fullBody(schemas[$ref.split('/').at(-1)!]!, schemas, known, name, needed);
  const choice = anyOf ?? oneOf ?? allOf;
  if (schema.type !== 'array' && schema.type !== 'object' && name in known) return known[name];
  if (only !== undefined) return only;
  if (values) return values[0];
  if (choice) return fullBody(choice.find(({ type }) => type !== 'null') ?? choice[0]!, schemas, known, name, needed);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => needed === 'all' || schema.required?.includes(key))
          .map(([key, value]) => [key, fullBody(value, schemas, known, key, needed)]),
      );
    case 'array':
      return needed === 'needed' && !schema.minItems ? [] : [fullBody(schema.items ?? {}, schemas, known, name, needed)];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return textOf(schema);
    default:
      return {};
  }
}

function textOf({ format, pattern, minLength }: Schema): string {
  if (format === 'uuid') return '01900000-0000-7000-8000-00000000dead';
  if (format === 'date') return '2027-06-24';
  if (format === 'date-time') return '2027-06-24T09:00:00Z';
  if (format === 'email') return 'somebody@example.org';
  if (pattern && new RegExp(pattern).test('09:30')) return '09:30';
  return 'x'.repeat(Math.max(1, minLength ?? 1));
}

/** Every place in a body where something could stand, the outermost first. */
export function placesIn(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((one, index) => placesIn(one, [...path, index]))];
  if (value !== null && typeof value === 'object')
    return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))];
  return [path];
}

/** JSON as it is sent: some of these no `JSON.stringify` would write. */
const HOSTILE = {
  any: ['null', 'true', '{}', '[]', '[null]', '"\\ud800"', '{"__proto__":{"admin":true}}', '1e999', '"\\u202e\\u0301\\uffff"'],
  number: ['-0', '-1', '0', '1.5', '0.1e-320', '1e308', '2147483647', '2147483648', '-9007199254740993', '"1"', '1e9'],
  date: [
    '"0001-01-01"',
    '"0000-01-01"',
    '"9999-12-31"',
    '"10000-01-01"',
    '"2027-02-30"',
    '"infinity"',
    '"1752-09-14"',
    '"2027-10-31"',
    '"-0044-03-15"',
  ],
  time: ['"24:00"', '"00:00"', '"23:59"', '"9:30"', '"25:61"'],
  id: ['"00000000-0000-0000-0000-000000000000"', '"ffffffff-ffff-ffff-ffff-ffffffffffff"', '"01900000-0000-7000-8000-00000000dead"', '"1"'],
  text: [
    '""',
    '"  "',
    `"'; DROP TABLE person; --"`,
    '"%_\\\\%"',
    '"=1+1"',
    '"\\r\\nSet-Cookie: a=b"',
    '"😀"',
    '"İ"',
    `"${'a'.repeat(5000)}"`,
    '"\\udfff\\ud800x"',
  ],
  list: ['[[]]', '[1,2,3]', `[${'null,'.repeat(2000)}null]`, '[{}]', '"x"'],
} as const;

export function hostileTo(value: unknown): readonly string[] {
  if (Array.isArray(value)) return [...HOSTILE.list, ...HOSTILE.any];
  if (typeof value === 'number') return [...HOSTILE.number, ...HOSTILE.any];
  if (typeof value !== 'string') return HOSTILE.any;
  if (/^\d{4}-\d\d-\d\d/.test(value)) return [...HOSTILE.date, ...HOSTILE.any];
  if (/^\d\d:\d\d$/.test(value)) return [...HOSTILE.time, ...HOSTILE.any];
  if (/^[0-9a-f]{8}-/.test(value)) return [...HOSTILE.id, ...HOSTILE.any];
  return [...HOSTILE.text, ...HOSTILE.any];
}

const HERE = '@@here@@';

/** The body with `json` at one place, as text. */
export function spoilt(body: unknown, path: Path, json: string): string {
  return JSON.stringify(put(body, path)).replace(`"${HERE}"`, () => json);
}

function put(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return HERE;
  if (Array.isArray(value)) return value.map((one, index) => (index === step ? put(one, rest) : one));
  return { ...(value as object), [step]: put((value as Record<string, unknown>)[step], rest) };
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], value);
}

/** A place in a body, and what may just stand there, the least first. */
export interface Limit {
  path: Path;
  kind: 'text' | 'day' | 'number' | 'choice';
  values: unknown[];
}

/** What no calendar of ours goes beyond: `waymark_day` in the database, `LocalDate` in contracts. */
const DAYS = ['1900-01-01', '2099-12-31'];

/** Every limit that a description of a body names, and some that it does not: letters that grow when they are compared, days at the ends of the calendar. */
export function limitsIn(schema: Schema, schemas: Schemas, path: Path = []): Limit[] {
  const { $ref, const: only, enum: values, anyOf, oneOf, allOf } = schema;
  if ($ref) return limitsIn(schemas[$ref.split('/').at(-1)!]!, schemas, path);
  if (only !== undefined) return [];
  if (values) return [{ path, kind: 'choice', values: [...values] }];
  const choice = anyOf ?? oneOf ?? allOf;
  if (choice) {
    const nothing = choice.some(({ type }) => type === 'null') ? [{ path, kind: 'choice' as const, values: [null] }] : [];
    return [...nothing, ...limitsIn(choice.find(({ type }) => type !== 'null') ?? choice[0]!, schemas, path)];
  }
  switch (schema.type) {
    case 'object':
      return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => limitsIn(value, schemas, [...path, key]));
    case 'array':
      return [{ path, kind: 'choice', values: [[]] }, ...limitsIn(schema.items ?? {}, schemas, [...path, 0])];
    case 'integer':
    case 'number':
      return [{ path, kind: 'number', values: [schema.minimum, schema.maximum].map((at) => inReach(at ?? 0)) }];
    case 'boolean':
      return [{ path, kind: 'choice', values: [false, true] }];
    case 'string':
      return textLimits(schema, path);
    default:
      return [];
  }
}

const inReach = (value: number): number => (Math.abs(value) > 2 ** 52 ? Math.sign(value) * (2 ** 31 - 1) : value);

function textLimits({ format, pattern, minLength, maxLength = 200 }: Schema, path: Path): Limit[] {
  if (format === 'uuid' || maxLength > 10_000) return [];
  if (format === 'date') return [{ path, kind: 'day', values: DAYS }];
  if (format === 'date-time') return [{ path, kind: 'day', values: [`${DAYS[0]}T00:00:00Z`, `${DAYS.at(-1)}T23:59:59Z`] }];
  if (pattern && new RegExp(pattern).test('23:59')) return [{ path, kind: 'day', values: ['00:00', '23:59'] }];
  const grows = '\ufdfa';
  return [{ path, kind: 'text', values: ['x'.repeat(minLength ?? 1), grows.repeat(maxLength), 'W'.repeat(maxLength)] }];
}
