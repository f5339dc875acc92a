import { givenBlueprint, givenProgramme, givenTemplate } from '@waymark/catalogue/testing/catalogue.factories';
import { givenCohort } from '@waymark/cohorts/testing/cohorts.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import type { Place } from '@waymark/shared/testing/policy';
import { documentOf } from '../../apps/api/openapi';
import { fullBody, limitsIn, spoilt, valueAt, type Known, type Limit, type Schema, type Schemas } from './fuzz';
import { givenPlace, placed, POLICY, samplesOf, signedInAs, somebodyFor, things } from './policies';

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

let app: TestApp;
let place: Place;
let known: Known;
let by: SignedIn;
let paths: Record<string, Record<string, Operation>>;
let schemas: Schemas;

beforeAll(async () => {
  app = await TestApp.open({ SIGN_IN_LIMIT: '1000000' });
  const document = documentOf(app.app);
  paths = Object.fromEntries(Object.entries(document.paths).map(([path, of]) => [path.replace(/^\/api(?=\/)/, ''), of])) as never;
  schemas = document.components!.schemas as never;
});
// Somewhere of its own for each route, so that nothing is full, taken or over because of what another one did.
beforeEach(async () => {
  place = await givenPlace(app);
  known = { version: 1, ...samplesOf(place) };
  by = await signedInAs(app, 'administrator', place);
});
afterAll(() => app.close());

/** Routes that end the session of whoever calls them, or need somebody who has none. */
const APART = /^(POST|PUT|DELETE) \/(session|sign-in|invitation-acceptances|my\/password|my\/sessions)/;
const writes = Object.keys(POLICY).filter((route) => /^(POST|PUT) /.test(route) && !APART.test(route));

/** Whatever one route takes at the limits of its contract, every page that shows it can still be read: by whoever gets furthest. */
it.each(writes)('%s stores nothing that cannot be read', async (route) => {
  const [method, path] = route.split(' ') as ['POST' | 'PUT', string];
  const schema = paths[path]![method.toLowerCase()]!.requestBody?.content['application/json']?.schema;
  if (!schema) return;
  const broken: string[] = [];
  let taken = 0;
  const writer = await somebodyFor(app, route, place);
  // Nobody is moved to where they are.
  if (/(deferral|transfer)$/.test(route))
    known = { ...known, cohortId: (await givenCohort(app, place.providerId, { programmeId: place.programmeId })).id };
  const limits = limitsIn(schema, schemas);
  const { body: least, fullBody: full } = POLICY[route]!;
  const every = bodiesAt(limits, { ...(fullBody(schema, schemas, known) as object), ...placed(full, place) });
  // Where fields depend on each other the full one is refused, and one with the fewest is not.
  const fewest = bodiesAt(limits, { ...(fullBody(schema, schemas, known, '', 'needed') as object), ...placed(least, place) });
  for (const [index, written] of [...every, ...fewest].entries()) {
    if (index >= every.length && taken * 4 > every.length) break;
    const id = await idFor(route);
    const payload = await current(written, path, id, index);
    const answer = await send(method, path.replace('{id}', id), payload, writer);
    if (answer.statusCode >= 500) broken.push(`${answer.statusCode} to ${payload.slice(0, 300)}`);
    if (answer.statusCode >= 300) continue;
    taken++;
    const made = /json/.test(String(answer.headers['content-type'])) && answer.body ? (answer.json() as { id?: unknown }) : {};
    const unread = [
      ...(await unreadable(path.includes('{id}') ? path.replace(/\{id\}.*/, '{id}') : path, id)),
      ...(typeof made.id === 'string' ? await unreadable(`${path.replace(/\/\{id\}/, '')}/{id}`, made.id) : []),
    ];
    if (unread.length > 0) broken.push(`${unread.join(', ')} after ${payload.slice(0, 300)}`);
  }
  for (const list of lists()) {
    const { statusCode } = await send('GET', list);
    if (statusCode >= 500) broken.push(`${statusCode} ${list} at the end`);
  }
  expect({ broken, taken: taken > 0 }).toEqual({ broken: [], taken: !(route in TAKES_NONE) });
});

/** Routes that take nothing of what is sent here, and why. */
const TAKES_NONE: Readonly<Record<string, string>> = {
  'POST /setup': 'is done once',
  'POST /invitation-lookups': 'asks for a secret',
  'PUT /account/password': 'asks for a secret',
  'PUT /account/totp/confirmation': 'asks for a code of the moment',
  'PUT /account/passkeys': 'asks for what a device has signed',
  'PUT /people-imports/{id}/application': 'needs a file with people in it; imports have tests of their limits of their own',
  'POST /cohorts/{id}/clash-overrides': 'needs a clash',
  'POST /cohorts/{id}/releases': 'needs a room for every session',
};

/** What is read of one thing: everything below its address. */
async function unreadable(address: string, id: string): Promise<string[]> {
  const broken: string[] = [];
  for (const route of Object.keys(POLICY)) {
    if (!route.startsWith(`GET ${address}`) || !address.includes('{id}')) continue;
    const url = route.slice(4).replace('{id}', id);
    const { statusCode } = await send('GET', url + asked(route));
    if (statusCode >= 500) broken.push(`${statusCode} ${url}`);
  }
  return broken;
}

const lists = (): string[] =>
  Object.keys(POLICY)
    .filter((route) => route.startsWith('GET ') && !route.includes('{') && route !== 'GET /health/ready')
    .map((route) => route.slice(4) + asked(route));

/** The questions that a list must be asked. */
function asked(route: string): string {
  const parameters = paths[route.slice(4)]!['get']!.parameters ?? [];
  const values: Record<string, string> = { providerId: place.providerId, from: '1900-01-01', to: '1900-03-01', query: 'xx' };
  const needed = parameters.filter(({ in: at, name, required }) => at === 'query' && (required || name === 'providerId') && name in values);
  const query = new URLSearchParams(needed.map(({ name }) => [name, values[name]!]));
  for (const [name, value] of Object.entries(POLICY[route]!.query ?? {})) query.set(name, String(value));
  return query.size > 0 ? `?${query}` : '';
}

/** With the version that the thing has now, and with names that nobody has yet. */
async function current(payload: string, path: string, id: string, index: number): Promise<string> {
  const route = `GET ${path.replace(/\{id\}.*/, '{id}')}`;
  const fresh = payload.replaceAll('"x"', `"x${index}"`).replaceAll('somebody@', `somebody${index}@`);
  if (!(route in POLICY) || !payload.includes('"version":1')) return fresh;
  const answer = await send('GET', route.slice(4).replace('{id}', id) + asked(route));
  const { version = 1 } = answer.statusCode === 200 ? (answer.json() as { version?: number }) : {};
  return fresh.replaceAll('"version":1', `"version":${version}`);
}

/** Each limit by itself, and all of one kind together: the longest texts, the first and the last days, the least and the most. */
function bodiesAt(all: readonly Limit[], body: object): string[] {
  const limits = all.filter(({ path }) => valueAt(body, path.slice(0, -1)) != null);
  const single = limits.flatMap(({ path, values }) => values.map((value) => spoilt(body, path, JSON.stringify(value))));
  const together = ['text', 'day', 'number'].flatMap((kind) => {
    const of = limits.filter((limit) => limit.kind === kind);
    return [0, -1].map((at) =>
      of.reduce((json, { path, values }) => spoilt(JSON.parse(json), path, JSON.stringify(values.at(at))), JSON.stringify(body)),
    );
  });
  return [...new Set([JSON.stringify(body), ...single, ...together])];
}

const send = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: string, { cookie } = by) =>
  app.app.inject({
    method,
    url: `/api${url}`,
    headers: {
      cookie,
      ...(method === 'POST' ? { 'idempotency-key': newId() } : {}),
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(payload === undefined ? {} : { payload }),
  });

async function idFor(route: string): Promise<string> {
  const { of } = POLICY[route]!;
  if (/^PUT \/blueprints/.test(route)) return (await draft()).id;
  return of && things[of] ? (await things[of]!(app, place, by)).id : newId();
}

/** A version that can still be changed: what is published is in the way of every limit. */
async function draft(): Promise<{ id: string }> {
  const blueprint = await givenBlueprint(app, await givenProgramme(app, place.providerId), { status: 'draft', publishedAt: null });
  await givenTemplate(app, blueprint);
  return blueprint;
}
