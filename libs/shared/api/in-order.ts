/** What a domain adds to something that others have a part in as well. */
export interface PartOf {
  /** Each domain has one part. */
  domain: string;
  /** The domains whose part comes first, if they have one. */
  after?: readonly string[];
}

/** The parts in one order, whichever domain was started first: by name, and each behind those it comes after. */
export function inOrder<Part extends PartOf>(parts: readonly Part[]): Part[] {
  const rest = [...parts].sort((one, other) => (one.domain < other.domain ? -1 : 1));
  const ordered: Part[] = [];
  while (rest.length > 0) {
    const next = rest.findIndex(({ domain, after = [] }) => !rest.some((other) => other.domain !== domain && after.includes(other.domain)));
    if (next === -1) throw new Error(`Each of these comes after another: ${rest.map(({ domain }) => domain).join(', ')}`);
    const [part] = rest.splice(next, 1) as [Part];
    if (ordered.some(({ domain }) => domain === part.domain)) throw new Error(`${part.domain} has two parts in the same`);
    ordered.push(part);
  }
  return ordered;
}
