import { begins, idsFound } from '@waymark/shared/api/search';
import { sql, type Column, type Sql } from '@waymark/shared/api/sql';
import { foldEmail } from '@waymark/shared/kernel/email';
import type { LocalDate } from '@waymark/shared/kernel/dates';

// What other domains read of people in their own statements, so that it means the same everywhere. `person` is the alias of a row of `person`.

const of = (alias: string, column: string): Sql => sql.column(`${alias}.${column}` as Column);

/** By which lists of people are in order: the family name first, without accents and case. `person_provider.sort_name` is a copy of it. */
export const sortNameOf = (person: string): Sql => sql`waymark_fold(${of(person, 'family_name')} || ' ' || ${of(person, 'given_name')})`;

/**
 * Those who are found by what somebody typed: by words of their names and of their addresses before the @, or by an address as far as it was
 * typed. Null where nothing was. What it answers takes the column with their ids.
 */
export function peopleFound(typed: string): ((id: Column) => Sql) | null {
  const [local = '', rest] = typed.trim().split('@', 2);
  // Before the @ of "@essex.gov.uk" nothing is named: nobody is found by it.
  if (local === '' && rest !== undefined) return () => sql`false`;
  const ids = idsFound(local, (word) => sql`SELECT w.person_id FROM person_word w WHERE ${begins('w.word', word)}`);
  if (!ids) return null;
  return (id) =>
    sql`${sql.column(id)} = ANY(${ids}) ${sql.when(
      rest !== undefined,
      () =>
        sql`AND EXISTS (SELECT 1 FROM person_email typed WHERE typed.person_id = ${sql.column(id)} AND starts_with(typed.folded, ${foldEmail(typed)}))`,
    )}`;
}

/** The main address. */
export const emailOf = (person: string): Sql =>
  sql`(SELECT pe.email FROM person_email pe WHERE pe.person_id = ${of(person, 'id')} AND pe.is_primary)`;

/** Is the row `job` of `employment` in force on a day? */
export const heldOn = (job: string, day: LocalDate | Sql): Sql =>
  sql`${of(job, 'starts_on')} <= ${day}::date AND (${of(job, 'ends_on')} IS NULL OR ${of(job, 'ends_on')} >= ${day}::date)`;

/**
 * Joins the job that somebody has on a day as `job`: the one in force, of several that which began last, none when none is. `first` goes before
 * that, to prefer one of several: ``sql`j.organisation_id = e.organisation_id DESC NULLS LAST` ``.
 */
export const jobOn = (person: Column, day: LocalDate | Sql, first?: Sql): Sql => sql`
  LEFT JOIN LATERAL (
    SELECT j.organisation_id, j.job_title, j.line_manager_id, j.line_manager_email FROM employment j
     WHERE j.person_id = ${sql.column(person)} AND ${heldOn('j', day)}
     ORDER BY ${sql.when(first, (first) => sql`${first}, `)}j.starts_on DESC, j.id LIMIT 1
  ) job ON true`;

/** The short name of the organisation of that job, as a value. */
export const employerOn = (person: Column, day: LocalDate | Sql): Sql => sql`
  (SELECT o.short_name FROM employment j JOIN organisation o ON o.id = j.organisation_id
    WHERE j.person_id = ${sql.column(person)} AND ${heldOn('j', day)} ORDER BY j.starts_on DESC, j.id LIMIT 1)`;
