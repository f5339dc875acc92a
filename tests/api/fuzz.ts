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
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}
export type Schemas = Record<string, Schema>;

/** Where a value stands in a body: `['moves', 0, 'roomId']`. */
export type Path = (string | number)[];

/** Values by the names of fields: ids of things that exist. */
export type Known = Readonly<Record<string, unknown>>;

/** A body with every field the description has, so that each can be spoilt in turn. */
export function fullBody(schema: Schema, schemas: Schemas, known: Known, name = ''): unknown {
  const { $ref, const: only, enum: values, anyOf, oneOf, allOf } = schema;
  if ($ref) return fullBody(schemas[$ref.split('/').at(-1)!]!, schemas, known, name);
  const choice = anyOf ?? oneOf ?? allOf;
  if (schema.type !== 'array' && schema.type !== 'object' && name in known) return known[name];
  if (only !== undefined) return only;
  if (values) return values[0];
  if (choice) return fullBody(choice.find(({ type }) => type !== 'null') ?? choice[0]!, schemas, known, name);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, value]) => [key, fullBody(value, schemas, known, key)]));
    case 'array':
      return [fullBody(schema.items ?? {}, schemas, known, name)];
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
  return path.reduce((at, step) => (at as Record<string | number, unknown>)[step], value);
}
