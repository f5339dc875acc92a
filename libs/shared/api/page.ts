import { z } from 'zod';

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

/** `{ count, more }` of a `SELECT count(*) FROM (… LIMIT 1001)`. */
export const counted = z.object({ count: z.number().int(), more: z.boolean() });
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
