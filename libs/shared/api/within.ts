import type { Reach } from './actor';
import { sql, type Column, type Sql } from './sql';

/**
 * The one condition that keeps a list or a look-up to what the actor may see: rows of the providers of a reach and, where a column says which
 * cohort a row is of, of its cohorts. A reach of the whole installation is kept to nothing.
 */
export function within({ all, providers, cohorts }: Reach, providerColumn: Column, cohortColumn?: Column): Sql {
  if (all) return sql`true`;
  const ofProviders = sql`${sql.column(providerColumn)} = ANY(${providers}::uuid[])`;
  return cohortColumn === undefined ? ofProviders : sql`(${ofProviders} OR ${sql.column(cohortColumn)} = ANY(${cohorts}::uuid[]))`;
}
