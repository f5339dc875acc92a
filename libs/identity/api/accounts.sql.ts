import { sql, type Column, type Sql } from '@waymark/shared/api/sql';

/** Has the person of this column an account that is open? Who has none sees nothing of Waymark, whatever was put there for them. */
export const canSignIn = (person: Column): Sql =>
  sql`EXISTS (SELECT 1 FROM account a WHERE a.person_id = ${sql.column(person)} AND a.disabled_at IS NULL)`;
