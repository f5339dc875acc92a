import type { Reach } from '@waymark/shared/api/actor';
import { sql, type Column, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';

/**
 * Keeps a list or a look-up to what of the catalogue the actor may read: whoever holds the permission at a provider or at one of its cohorts
 * reads what that provider has. Changing it is for those who hold the permission at the provider: `within`.
 */
export function withinCatalogue(reach: Reach, providerColumn: Column): Sql {
  const ofCohorts = sql`SELECT reached.provider_id FROM scope reached WHERE reached.id = ANY(${reach.cohorts}::uuid[])`;
  return sql`(${within(reach, providerColumn)} OR ${sql.column(providerColumn)} IN (${ofCohorts}))`;
}
