import { createHash } from 'node:crypto';

/** What can stand in the place of a parameter. JSON goes in as text (`JSON.stringify`), an array as one value (`= ANY(${ids}::uuid[])`). */
type Value = string | number | boolean | null | Date | Uint8Array | readonly Value[];

/** What the driver is given. `name` is made from the text, so that PostgreSQL plans each text once per connection. */
interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** A column as statements write it: of a table or its alias, `c.provider_id`. */
export type Column = `${string}.${string}`;

/** A statement, or a part of one. Only this module makes them. */
class Fragment {
  private made: Statement | undefined;

  constructor(
    /** @internal */
    readonly parts: readonly string[],
    /** @internal */
    readonly slots: readonly (Value | Fragment)[],
  ) {}

  get statement(): Statement {
    return (this.made ??= statementOf(this));
  }

  /** With `$1`, `$2` … in the order in which the values appear. */
  get text(): string {
    return this.statement.text;
  }

  get values(): unknown[] {
    return this.statement.values;
  }
}
export type Sql = Fragment;

/**
 * The one way to write a statement: ``sql`SELECT name FROM venue WHERE id = ${id} AND ${within(reach, 'venue.provider_id')}` ``. What is put in is a
 * value, sent beside the text and never in it, unless it is a fragment made by this tag: so a string is always
 * a value. A type is said in the text: `${ids}::uuid[]`.
 */
export function sql(parts: TemplateStringsArray, ...slots: (Value | Sql)[]): Sql {
  return new Fragment(parts, slots);
}

/** What is only said when something is given: ``${sql.when(status, (status) => sql`AND b.status = ${status}`)}``. An empty text gives nothing. */
sql.when = <Given>(given: Given | null | undefined | false | '', make: (given: Given) => Sql): Sql =>
  given === undefined || given === null || given === false || given === '' ? NOTHING : make(given);

/** The fragments one after the other. Each number of them is a text of its own, so a list of values is an array and not this. */
sql.join = (fragments: readonly Sql[], separator: Sql): Sql => {
  const [first, ...rest] = fragments;
  return rest.reduce((before, next) => sql`${before}${separator}${next}`, first ?? NOTHING);
};

/** A column whose name an argument says. */
sql.column = (name: Column): Sql => constant(name, /^[a-z_]+\.[a-z_]+$/);

/** A whole number of our own in the text, where PostgreSQL plans better when it knows it, as in `LIMIT`. */
sql.number = (number: number): Sql => constant(String(number), /^\d+$/);

function constant(text: string, allowed: RegExp): Sql {
  let fragment = constants.get(text);
  if (fragment) return fragment;
  if (!allowed.test(text)) throw new Error(`Not a part of a statement: ${text}`);
  constants.set(text, (fragment = new Fragment([text], [])));
  return fragment;
}

const NOTHING = new Fragment([''], []);
const constants = new Map<string, Fragment>();

/**
 * Texts that have been made, so that a hot statement costs no concatenation and no hashing. The strings of a template are one object however
 * often it is evaluated; so the strings of the outermost fragment, and then which strings come next in which slot, say what the text is. Values
 * only count: a place is reached by a path of identities, as in a trie whose nodes have one way on as a rule.
 */
interface Place {
  ways: { slot: number; parts: readonly string[]; to: Place }[];
  known: { name: string; text: string } | undefined;
}
const roots = new Map<readonly string[], Place>();

/** How many slots of the statement being looked up have been passed: the same strings in another slot are another text. */
let passed = 0;

function statementOf(fragment: Fragment): Statement {
  let root = roots.get(fragment.parts);
  if (!root) roots.set(fragment.parts, (root = { ways: [], known: undefined }));
  const values: unknown[] = [];
  passed = 0;
  const place = follow(root, fragment, values);
  const { name, text } = (place.known ??= named(textOf(fragment)));
  return { name, text, values };
}

function follow(from: Place, { slots }: Fragment, values: unknown[]): Place {
  let place = from;
  for (const slot of slots) {
    passed++;
    if (slot instanceof Fragment) place = follow(onward(place, slot.parts), slot, values);
    else values.push(slot);
  }
  return place;
}

function onward(place: Place, parts: readonly string[]): Place {
  for (const way of place.ways) if (way.parts === parts && way.slot === passed) return way.to;
  const to: Place = { ways: [], known: undefined };
  place.ways.push({ slot: passed, parts, to });
  return to;
}

function textOf(fragment: Fragment): string {
  let text = '';
  let number = 0;
  const write = ({ parts, slots }: Fragment): void => {
    parts.forEach((part, i) => {
      text += part;
      if (i >= slots.length) return;
      const slot = slots[i];
      if (slot instanceof Fragment) write(slot);
      else if (isInQuotes(text)) throw new Error(`A value inside quotes is not seen by PostgreSQL: ${text}`);
      else text += `$${++number}`;
    });
  };
  write(fragment);
  return text;
}

const isInQuotes = (text: string): boolean => text.split("'").length % 2 === 0;

const named = (text: string) => ({ name: createHash('sha1').update(text).digest('base64url'), text });
