import { newId } from '@waymark/shared/kernel/ids';
import { ROLES } from '@waymark/shared/kernel/roles';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import type { Place } from '@waymark/shared/testing/policy';
import { documentOf } from '../../apps/api/openapi';
import { fullBody, hostileTo, placesIn, spoilt, valueAt, type Known, type Path, type Schema, type Schemas } from './fuzz';
import { givenPlace, placed, POLICY, samplesOf, signedInAs, somebodyFor, things } from './policies';

/** Variants for each route at most; `FUZZ=1000000` sends every one. */
const MOST = Number(process.env['FUZZ'] ?? 18);
const FEWEST = 12;

interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

let app: TestApp;
let place: Place;
let known: Known;
let paths: Record<string, Record<string, Operation>>;
let schemas: Schemas;

beforeAll(async () => {
  app = await TestApp.open({ SIGN_IN_LIMIT: '1000000' });
  const document = documentOf(app.app);
  paths = Object.fromEntries(Object.entries(document.paths).map(([path, of]) => [path.replace(/^\/api(?=\/)/, ''), of])) as never;
  schemas = document.components!.schemas as never;
  place = await givenPlace(app);
  known = { version: 1, ...samplesOf(place) };
});
afterAll(() => app.close());

it.each(Object.keys(POLICY).filter((route) => route !== 'GET /health/ready'))(
  '%s answers hostile requests without breaking',
  async (route) => {
    const { method, path, schema, query } = partsOf(route);
    let by = await somebodyFor(app, route, place);
    const target = async () => path.replace('{id}', await idFor(route, by));
    const broken: string[] = [];
    let sent = 0;
    const send = async (url: string, payload?: string) => {
      sent++;
      const answer = await inject(method, url, by, payload);
      if (answer.statusCode >= 500) broken.push(`${answer.statusCode} ${url} ${payload?.slice(0, 600) ?? ''}`);
      // Signing out is done as asked: whoever was signed in comes again.
      if (answer.statusCode === 401) by = await somebodyFor(app, route, place);
    };

    if (schema) {
      const body = { ...(fullBody(schema, schemas, known) as object), ...placed(POLICY[route]!.fullBody, place) };
      let at = await target();
      // Or else every variant would stop at the first field.
      const { statusCode, body: text } = await inject(method, at, by, JSON.stringify(body));
      expect({ statusCode, text: statusCode === 400 ? text : '' }).not.toMatchObject({ statusCode: 400 });
      for (const [index, payload] of some(variantsOf(body)).entries()) {
        // Once something was deleted, settled or moved on, another one of its kind is tried.
        if (index % 10 === 0) at = await target();
        await send(at, payload);
      }
    }
    for (const [name, json] of some(
      query.flatMap(({ name, schema: of }) => hostileTo(fullBody(of, schemas, known, name)).map((one) => [name, one] as const)),
    ))
      await send(`${await target()}?${name}=${asQuery(json)}`, method === 'GET' || method === 'DELETE' ? undefined : '{}');
    const bodyOf = method === 'GET' || method === 'DELETE' ? undefined : '{}';
    for (const id of IDS) await send(path.replace('{id}', id), bodyOf);
    while (sent < FEWEST) await send(`${await target()}?${ODD[sent % ODD.length]}`, bodyOf);
    expect(broken).toEqual([]);
  },
);

/** Who may not come is refused by other lines of code than who may: for somebody without a right those run on what they sent. */
it.each(Object.keys(POLICY).filter((route) => route !== 'GET /health/ready'))('%s breaks for nobody at all', async (route) => {
  const { method, path, schema, query } = partsOf(route);
  const body = schema && { ...(fullBody(schema, schemas, known) as object), ...placed(POLICY[route]!.fullBody, place) };
  const bodies = body
    ? [JSON.stringify(body), ...mixed(variantsOf(body)).slice(0, EVERYBODY.length - 1)]
    : [method === 'GET' || method === 'DELETE' ? undefined : '{}'];
  const queries = mixed(
    query.flatMap(({ name, schema: of }) => hostileTo(fullBody(of, schemas, known, name)).map((json) => `${name}=${asQuery(json)}`)),
  ).slice(0, EVERYBODY.length);
  const broken: string[] = [];
  for (const [index, actor] of EVERYBODY.entries()) {
    const by = actor === 'nobody' ? undefined : await actorNamed(actor);
    const answers = async (url: string, payload?: string) => {
      const { statusCode } = await inject(method, url, by, payload);
      if (statusCode >= 500) broken.push(`${actor}: ${statusCode} ${url} ${payload?.slice(0, 600) ?? ''}`);
    };
    // What is somebody's own is made for them; the rest is there for whoever comes.
    const { of } = POLICY[route]!;
    const owner = by ?? (await actorNamed('participant'));
    const at = path.replace('{id}', of && things[of] ? (await things[of]!(app, place, owner)).id : newId());
    // Each sends what is right and another part of what is not: what breaks one of them breaks most.
    for (const payload of new Set([bodies[0], bodies[index % bodies.length]])) await answers(at, payload);
    if (queries.length > 0) await answers(`${at}?${queries[index % queries.length]}`, bodies[0]);
    await answers(`${at}?${ODD[index % ODD.length]!}`, bodies[0]);
    await answers(path.replace('{id}', '%ed%a0%80'), bodies[0]);
  }
  expect(broken).toEqual([]);
});

const EVERYBODY = [...ROLES, 'installation', 'nobody'] as const;

const actorNamed = (actor: Exclude<(typeof EVERYBODY)[number], 'nobody'>): Promise<SignedIn> =>
  actor === 'installation' ? app.signedIn('administrator') : signedInAs(app, actor, place);

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

function partsOf(route: string) {
  const [method, path] = route.split(' ') as [Method, string];
  const operation = paths[path]![method.toLowerCase()]!;
  const schema = operation.requestBody?.content['application/json']?.schema;
  return { method, path, schema, query: operation.parameters?.filter((one) => one.in === 'query') ?? [] };
}

const inject = (method: Method, url: string, by: SignedIn | undefined, payload?: string) =>
  app.app.inject({
    method,
    url: `/api${url}`,
    headers: {
      ...(by ? { cookie: by.cookie } : {}),
      ...(method === 'POST' ? { 'idempotency-key': newId() } : {}),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  });

const IDS = [
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
  '1',
  '%27',
  '%ed%a0%80',
  'a'.repeat(199),
  '..%2f..%2f',
];
const ODD = [
  'after=%ff',
  'limit=1e99',
  'limit=-1',
  'after=WyIiXQ',
  'after[]=1',
  'limit=1&limit=2',
  '__proto__[x]=1',
  'constructor=1',
  'after=WzFlOTk5LCJ4Il0',
  '=',
  '%',
];

/** The last page of a list may be asked for by a keyset that somebody wrote by hand. */
const CURSORS = [
  ['x', 'y'],
  [1e300, 2],
  ['9999-99-99', newId()],
  ['\ud800', newId()],
  ['x', 'y', 'z'],
];

/** A value of the query: never JSON, and for a cursor also what looks like one. */
function asQuery(json: string): string {
  const value: unknown = json.includes('1e999') ? 'Infinity' : JSON.parse(json);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return encodeURIComponent(Buffer.from(text.slice(0, 6_000)).toString()).slice(0, 7_000);
}

function variantsOf(body: unknown): string[] {
  const whole = [
    'null',
    '[]',
    '"x"',
    '1',
    '{}',
    JSON.stringify(body),
    JSON.stringify({ ...(body as object), providerID: newId(), isAdmin: true }),
  ];
  const fields = placesIn(body).filter((path) => path.length > 0);
  return [...whole, ...mixed(fields.flatMap((path: Path) => hostileTo(valueAt(body, path)).map((json) => spoilt(body, path, json))))];
}

/** In another order, the same each time, so that the first so many touch every field. */
function mixed<T>(all: readonly T[]): T[] {
  return all
    .map((one, index) => ({ one, at: (index * 7_919) % 10_007 }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

const some = <T>(all: readonly T[]): T[] => all.slice(0, MOST);

async function idFor(route: string, by: SignedIn): Promise<string> {
  const { of } = POLICY[route]!;
  return of && things[of] ? (await things[of]!(app, place, by)).id : newId();
}

describe('a list', () => {
  it('answers a keyset that somebody wrote by hand', async () => {
    const broken: string[] = [];
    for (const route of Object.keys(POLICY).filter((one) => one.startsWith('GET '))) {
      const path = route.slice(4);
      if (!paths[path]!['get']!.parameters?.some(({ name }) => name === 'after')) continue;
      const by = await somebodyFor(app, route, place);
      const at = path.replace('{id}', await idFor(route, by));
      for (const sort of ['', '&sort=-name', '&sort=startsOn', '&sort=organisation'])
        for (const keys of CURSORS) {
          const after = Buffer.from(JSON.stringify(keys)).toString('base64url');
          const places = `providerId=${place.providerId}&from=2027-01-01&to=2027-02-01`;
          for (const query of [`after=${after}${sort}`, `after=${after}${sort}&${places}`]) {
            const { status } = await app.call('GET', `${at}?${query}`, { by });
            if (status >= 500) broken.push(`${status} ${at}?${query}`);
          }
        }
    }
    expect(broken).toEqual([]);
  });
});
