import { reachOf, type Actor } from '@waymark/shared/api/actor';
import type { Permission } from '@waymark/shared/kernel/manifest';

/**
 * Who may read a provider's catalogue: whoever holds the permission there, or at one of its cohorts. Takes two parameters from `first`
 * on: `readers(actor, permission)`.
 */
export const readable = (providerColumn: string, first: number): string =>
  `(${providerColumn} = ANY($${first}::uuid[]) OR ${providerColumn} IN (SELECT reached.provider_id FROM cohort reached WHERE reached.id = ANY($${first + 1}::uuid[])))`;

export function readers(actor: Actor, permission: Permission): [readonly string[], readonly string[]] {
  const { providers, cohorts } = reachOf(actor, permission);
  return [providers, cohorts];
}

/** Where somebody may change a provider's catalogue: at providers only. */
export function editors(actor: Actor, permission: Permission): readonly string[] {
  return reachOf(actor, permission).providers;
}
