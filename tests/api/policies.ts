import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { givenProvider } from '@waymark/people/testing/people.factories';
import type { Role } from '@waymark/shared/kernel/roles';
import type { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import type { DomainPolicy, Place, Rule } from '@waymark/shared/testing/policy';

const LIBS = join(__dirname, '../../libs');

/** What each domain says, found where it stands. */
export const policies: readonly DomainPolicy[] = readdirSync(LIBS)
  .map((domain) => join(LIBS, domain, 'testing/policy'))
  .filter((path) => existsSync(`${path}.ts`))
  .map((path) => (require(path) as { policy: DomainPolicy }).policy);

export const POLICY: Readonly<Record<string, Rule>> = together(policies.map(({ routes }) => routes));
export const things = together(policies.map((one) => one.things ?? {}));
const actors = together(policies.map((one) => one.actors ?? {})) as NonNullable<DomainPolicy['actors']>;

export async function givenPlace(app: TestApp): Promise<Place> {
  let place = { providerId: (await givenProvider(app)).id } as Place;
  let waiting = policies.flatMap((policy) => policy.place ?? []);
  while (waiting.length > 0) {
    const next = waiting.find(({ from = [] }) => from.every((name) => name in place));
    if (!next) throw new Error('Places wait for ids that no domain adds');
    place = { ...place, ...(await next.add(app, place)) };
    waiting = waiting.filter((one) => one !== next);
  }
  return place;
}

export const samplesOf = (at: Place): Record<string, unknown> => ({
  ...at,
  ...together(policies.map((one) => one.samples?.(at) ?? {})),
});

/** Somebody who has this role at a place: at its provider, unless a domain says where else it is held. */
export const signedInAs = (app: TestApp, role: Role, at: Place): Promise<SignedIn> =>
  actors[role]?.(app, at) ?? app.signedIn(role, { providerId: at.providerId });

/** Whoever gets furthest: an administrator, unless the route is for others alone. */
export function somebodyFor(app: TestApp, route: string, place: Place): Promise<SignedIn> {
  const { by } = POLICY[route] ?? { by: 'signed-in' };
  if (typeof by === 'string' || by.includes('administrator')) return signedInAs(app, 'administrator', place);
  const role = by.at(-1)!;
  return role === 'installation' ? app.signedIn('administrator') : signedInAs(app, role, place);
}

/** A rule's own body gets the place where it asks for a scope, and an id of the place where it says `{roomId}`. */
export const placed = (body: Record<string, unknown> | undefined, at: Place): Record<string, unknown> =>
  body
    ? {
        ...Object.fromEntries(
          Object.entries(body).map(([key, value]) => [
            key,
            value === undefined
              ? undefined
              : JSON.parse(JSON.stringify(value).replace(/\{(\w+Id)\}/g, (_, id: string) => at[id as keyof Place])),
          ]),
        ),
        ...('scopeKind' in body ? { scopeId: at.providerId, providerId: at.providerId } : {}),
      }
    : {};

function together<Value>(parts: readonly Readonly<Record<string, Value>>[]): Record<string, Value> {
  const all: Record<string, Value> = {};
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    if (name in all) throw new Error(`Two domains say ${name}`);
    all[name] = value;
  }
  return all;
}
