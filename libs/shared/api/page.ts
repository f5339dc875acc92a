import { z } from 'zod';
import type { Reader } from './reader';
import { sql, type Sql } from './sql';

export interface Page<Row> {
  items: Row[];
  next: string | null;
}

export const FIRST = '00000000-0000-0000-0000-000000000000';

/** What every list asks for. `after` is the `next` of the page before. */
export const pageAsked = z.object({ after: z.string().max(300).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) });

export const pageOf = <View extends z.ZodType>(view: View) => z.object({ items: z.array(view), next: z.string().nullable() });

/** Ask the database for `limit + 1` rows in a fixed order; the extra row says that there is more. `keyOf` is what the next page starts after. */
export function page<Row>(rows: Row[], limit: number, keyOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? keyOf(items[limit - 1]!) : null };
}

/** Counting stops here: "1,000+" tells people enough, and costs the same however long the list is. */
export const COUNTED = 1000;

export const counted = z.object({ count: z.number().int(), more: z.boolean() });
/** A page of a list whose heading says how many there are: on all its pages, and never how many are on this one. */
export const countedPageOf = <View extends z.ZodType>(view: View) => pageOf(view).extend({ total: counted });

export interface CountedPage<Row> extends Page<Row> {
  total: z.infer<typeof counted>;
}

/** How many rows a `SELECT` finds, as far as counting goes. */
export async function countUpTo(read: Reader, rows: Sql): Promise<z.infer<typeof counted>> {
  const [total] = await read.query<{ n: number }>(sql`SELECT count(*) AS n FROM (${rows} LIMIT ${sql.number(COUNTED + 1)}) counted`);
  return countOf(total!.n);
}

export const countOf = (n: number): z.infer<typeof counted> => ({ count: Math.min(n, COUNTED), more: n > COUNTED });

type Keys<Length extends number, Found extends (string | number)[] = []> = Found['length'] extends Length
  ? Found
  : Keys<Length, [...Found, string | number]>;

/** A keyset of several columns as one opaque text, and back; an answer that does not parse reads as the first page. */
export const cursorOf = (...keys: (string | number)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

export function cursorIn<const Length extends number>(after: string | undefined, length: Length): Keys<Length> | null {
  if (!after) return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    return Array.isArray(keys) && keys.length === length && keys.every((key) => typeof key === 'string' || typeof key === 'number')
      ? (keys as Keys<Length>)
      : null;
  } catch {
    return null;
  }
}
