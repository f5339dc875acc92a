import { sql, type Column, type Sql } from './sql';

/**
 * What somebody is called; null where there is nobody, as after a LEFT JOIN. `person` is the alias of a row of `person`. Who has one name has it
 * as their family name, and the given one is empty.
 */
export const nameOf = (person: string): Sql =>
  sql`nullif(ltrim(concat_ws(' ', ${sql.column(`${person}.given_name` as Column)}, ${sql.column(`${person}.family_name` as Column)})), '')`;
