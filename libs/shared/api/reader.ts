import type { Sql } from './sql';

/** What both reading and writing can do. Statements are named by their text, so PostgreSQL plans each once per connection. */
export interface Reader {
  query<Row = Record<string, unknown>>(statement: Sql): Promise<Row[]>;
}
