import type { OpenAPIObject } from '@nestjs/swagger';
import { newId } from '@waymark/shared/kernel/ids';
import { ROLES } from '@waymark/shared/kernel/roles';
import { TestApp, type Answer } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import type { Place, Rule } from '@waymark/shared/testing/policy';
import { documentOf } from '../../apps/api/openapi';
import { givenPlace, placed, POLICY, samplesOf, signedInAs, things } from './policies';

let app: TestApp;
let document: OpenAPIObject;
let own: Place;
let other: Place;

beforeAll(async () => {
  app = await TestApp.open({ DEMO: '1', SIGN_IN_LIMIT: '100000' });
  document = documentOf(app.app);
  // The table speaks of paths below /api, as the published description does.
  document.paths = Object.fromEntries(Object.entries(document.paths).map(([path, methods]) => [path.replace(/^\/api(?=\/)/, ''), methods]));
  own = await givenPlace(app);
  other = await givenPlace(app);
});
afterAll(() => app.close());

const ACTORS = [...ROLES, 'installation', 'nobody'] as const;
type ActorName = (typeof ACTORS)[number];
/** Of these, who reaches every provider's: all of it, or what it proposes to the register. */
const REACHES_ALL: readonly ActorName[] = ['installation', 'register_keeper'];
type Whose = 'own' | 'other' | 'random';

it('has one line for every route, and none for routes that are gone', () => {
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect({
    missing: routes.filter((route) => !POLICY[route]),
    gone: Object.keys(POLICY).filter((route) => !routes.includes(route)),
  }).toEqual({
    missing: [],
    gone: [],
  });
});

it.each(Object.keys(POLICY))('%s', async (route) => {
  const rule = POLICY[route]!;
  const wrong: string[] = [];
  // Those who may not come first, so that nobody's allowed change gets in the way.
  const cases = ACTORS.flatMap((actor) =>
    whoseOf(rule, actor).map((whose) => ({ actor, whose, expected: expectedOf(rule, actor, whose) })),
  );
  cases.sort((a, b) => Number(a.expected === 'allowed') - Number(b.expected === 'allowed'));
  for (const { actor, whose, expected } of cases) {
    const { status, body } = await call(route, rule, actor, whose);
    const right = expected === 'allowed' ? ![401, 403, 404].includes(status) && status < 500 : status === expected;
    if (!right) wrong.push(`${actor}, ${whose}: ${status} instead of ${expected} ${JSON.stringify(body.errors ?? '')}`);
  }
  expect(wrong).toEqual([]);
});

/** Whoever reaches every provider has nothing to learn from the id of none. Things that a domain calls “my…” are made for whoever asks. */
function whoseOf({ of, shared }: Rule, actor: ActorName): Whose[] {
  if (!of) return ['own'];
  if (of.startsWith('my') || shared) return ['own', 'random'];
  return of === 'provider' && actor === 'installation' ? ['own', 'other'] : ['own', 'other', 'random'];
}

function expectedOf({ by, of, otherwise = 403 }: Rule, actor: ActorName, whose: Whose): 'allowed' | 401 | 403 | 404 {
  if (by === 'anyone') return 'allowed';
  if (actor === 'nobody') return 401;
  if (by !== 'signed-in' && !by.includes(actor)) return otherwise;
  if (!of || whose === 'own') return 'allowed';
  if (REACHES_ALL.includes(actor) && whose === 'other') return 'allowed';
  return 404;
}

async function call(route: string, rule: Rule, actor: ActorName, whose: Whose): Promise<Answer> {
  const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
  const by = actor === 'nobody' ? undefined : await signedIn(actor);
  const at: Place = whose === 'own' ? own : whose === 'other' ? other : nowhere();
  const thing =
    rule.of && things[rule.of] && whose !== 'random'
      ? (await things[rule.of]!(app, at, by ?? (await signedIn('participant')))).id
      : newId();
  const provider = rule.of === 'provider' ? { providerId: at.providerId } : {};
  const operation = document.paths[path]![method.toLowerCase() as 'get'] as unknown as {
    requestBody?: { content: Record<string, { schema: Schema }> };
  };
  const schema = operation.requestBody?.content['application/json']?.schema;
  const body = schema
    ? { ...(sampled(schema, at) as object), ...placed(rule.body, at) }
    : method === 'GET' || method === 'DELETE'
      ? undefined
      : {};
  return app.call(method, path.replace('{id}', thing), { by, body, query: { ...(method === 'GET' ? provider : {}), ...rule.query } });
}

const signedIn = (actor: Exclude<ActorName, 'nobody'>): Promise<SignedIn> =>
  actor === 'installation' ? app.signedIn('administrator') : signedInAs(app, actor, own);

/** A place that does not exist. */
const nowhere = (): Place => Object.fromEntries(Object.keys(own).map((name) => [name, newId()])) as unknown as Place;

interface Schema {
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

/** The least that is well formed, with the ids of a place where their names say what they are. */
function sampled(schema: Schema, at: Place, name = ''): unknown {
  if (schema.$ref) return sampled((document.components!.schemas as Record<string, Schema>)[schema.$ref.split('/').at(-1)!]!, at, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice) return sampled(choice.find(({ type }) => type !== 'null') ?? choice[0]!, at, name);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((key) => [key, sampled(schema.properties?.[key] ?? {}, at, key)]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampled(schema.items ?? {}, at, name));
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return textOf(schema, at, name);
    default:
      return {};
  }
}

function textOf({ format, pattern, minLength }: Schema, at: Place, name: string): string {
  const known = samplesOf(at);
  if (typeof known[name] === 'string') return known[name];
  if (format === 'uuid') return newId();
  if (format === 'date') return '2027-06-24';
  if (format === 'date-time') return '2027-06-24T09:00:00Z';
  if (format === 'email') return 'somebody@example.org';
  if (pattern && new RegExp(pattern).test('09:30')) return '09:30';
  return 'x'.repeat(Math.max(1, minLength ?? 1));
}
