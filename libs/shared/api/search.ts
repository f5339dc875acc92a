import { searchWords } from '@waymark/shared/kernel/search';
import { sql, type Column, type Sql } from './sql';

// The one way to search: every word that somebody typed is a word of what is found, or the beginning of one, in any order.

/** More words than this say nothing more, and each is asked for by itself. */
const MOST = 8;
/** Greater than any letter: what begins with a word lies between the word and the word with this after it. */
const AFTER = '\u{10ffff}';

/** A row of a table of words begins with this one. A comparison and no LIKE, so that the index serves it behind row-level security. */
export const begins = (column: Column, word: string): Sql =>
  sql`${sql.column(column)} >= ${word} AND ${sql.column(column)} < ${word + AFTER}`;

/**
 * The ids that have all words of what somebody typed, as an array that is asked for once a statement; `of` selects those that have one, from a
 * table of words. Null where nothing was typed; what has no words in it, as a lone hyphen, finds nothing.
 */
export function idsFound(typed: string, of: (word: string) => Sql): Sql | null {
  if (typed.trim() === '') return null;
  const words = searchWords(typed).slice(0, MOST);
  if (words.length === 0) return sql`'{}'::uuid[]`;
  return sql`ARRAY(${sql.join(words.map(of), sql` INTERSECT `)})`;
}

/** The same for a short list, whose text is looked through row by row. */
export const textFound = (typed: string, text: Sql): Sql =>
  typed.trim() === '' ? sql`true` : sql`waymark_finds(${text}, ${searchWords(typed)}::text[])`;
