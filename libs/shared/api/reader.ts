import { createHash } from 'node:crypto';
import type { Sql, Statement } from './sql';

/** What both reading and writing can do. Statements are named by their text, so PostgreSQL plans each once per connection. */
export interface Reader {
  query<Row = Record<string, unknown>>(statement: Sql): Promise<Row[]>;
  query<Row = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** As the driver takes it. Statements that are still written as text are named like those of the `sql` tag. */
export function statementOf(statement: Sql | string, values: readonly unknown[]): Statement {
  return typeof statement === 'string' ? { name: nameOf(statement), text: statement, values: [...values] } : statement.statement;
}

const names = new Map<string, string>();
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha1').update(text).digest('base64url')));
  return name;
}
