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

/**
 * The same for what belongs to an organisation: rows of the organisations of a reach, at the providers through which they are reached. Both
 * columns are asked together: the same organisation is reached through one provider and not through another.
 */
export function withinOrganisations({ organisations }: Reach, organisationColumn: Column, providerColumn: Column): Sql {
  const ids = organisations.map(({ organisationId }) => organisationId);
  const providers = organisations.map(({ providerId }) => providerId);
  return sql`(${sql.column(organisationColumn)}, ${sql.column(providerColumn)}) IN (SELECT * FROM unnest(${ids}::uuid[], ${providers}::uuid[]))`;
}
