import type { Role } from './roles';

/** Whoever holds a permission: a role, wherever it is held, or `installation` for an administrator of the whole installation alone. */
export type Holder = Role | 'installation';

/** Something that happened to a cohort. `subject` is the name of the person or session it is about, or null when it may not be seen. */
export interface HappenedInCohort {
  name: string;
  subject: string | null;
  facts: Readonly<Record<string, unknown>>;
}

/** How the history of a cohort says an event: closer by than the audit log, which tells of many cohorts. */
export type CohortWords = Readonly<Record<`${string}.${string}`, string | ((happened: HappenedInCohort) => string)>>;

/**
 * What a domain adds to the product: the names that others may use, and what each means. It stands in the domain's `domain/manifest.ts`, and
 * an application merges those of the domains it is made of. A manifest also adds itself to `Manifests`, so that a name which is in none does
 * not compile.
 */
export interface Manifest {
  /** `scope:verb` to who holds it. */
  permissions: Readonly<Record<`${string}:${string}`, readonly Holder[]>>;
  /** The noun with which names of its events begin to what the things are called, for whoever narrows the audit log to one of them. */
  kinds?: Readonly<Record<string, string>>;
  /** `noun.pastVerb` to how the audit log says it: see `eventSentence`. */
  events: Readonly<Record<`${string}.${string}`, string | ((facts: Readonly<Record<string, unknown>>) => string)>>;
  /** The same for those that belong to the history of a cohort: see `cohortSentence`. */
  inCohort?: CohortWords;
  /** `domain_reason` to the words people see: `{curly}` words are facts of the refusal. A constraint that guards a rule has the refusal's name. */
  refusals: Readonly<Record<string, string>>;
}

/** What every domain can say. */
export const sharedManifest = {
  permissions: {},
  events: {},
  refusals: {
    idempotency_key_reused: 'This Idempotency-Key was used for a different request. Use a new one',
    shared_day: 'This would put a date before 1900 or after 2099. Choose another date',
    stale: 'Someone else has changed this since you opened it',
    gone: 'Something you chose has been removed. Refresh the page, then try again',
  },
} as const satisfies Manifest;

/**
 * The manifests there are, by domain: types alone. Each adds itself where it stands:
 *
 *     declare module '@waymark/shared/kernel/manifest' {
 *       interface Manifests {
 *         people: typeof peopleManifest;
 *       }
 *     }
 */
export interface Manifests {
  shared: typeof sharedManifest;
}

type NamesOf<Part extends 'permissions' | 'events' | 'refusals'> = {
  [Domain in keyof Manifests]: keyof Manifests[Domain][Part] & string;
}[keyof Manifests];

/** A permission that some manifest has. */
export type Permission = NamesOf<'permissions'>;
/** The name of an event that some manifest has. */
export type EventName = NamesOf<'events'>;
/** The code of a refusal that some manifest has. */
export type RefusalCode = NamesOf<'refusals'>;

/** One manifest of many. A name that stands in two of them is a mistake, and throws. */
export function mergedManifest(manifests: readonly Manifest[]): Required<Manifest> {
  return {
    permissions: together(manifests.map(({ permissions }) => permissions)),
    kinds: together(manifests.map(({ kinds = {} }) => kinds)),
    events: together(manifests.map(({ events }) => events)),
    inCohort: together(manifests.map(({ inCohort = {} }) => inCohort)),
    refusals: together(manifests.map(({ refusals }) => refusals)),
  };
}

function together<Value>(parts: readonly Readonly<Record<string, Value>>[]): Record<string, Value> {
  const all: Record<string, Value> = {};
  for (const [name, value] of parts.flatMap((part) => Object.entries(part))) {
    if (name in all) throw new Error(`${name} stands in two manifests`);
    all[name] = value;
  }
  return all;
}
