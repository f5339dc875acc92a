/** The lengths keep this linear in whatever a message holds. */
const ADDRESS = /[^\s@"'<>()=,;:]{1,64}@[^\s@"'<>()=,;:]{1,255}/g;
const LONGEST = 8_000;

/** An error as it stands in a log: where it happened, without the addresses of people that a mail server or a database puts into its words. */
export function loggedError(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.slice(0, LONGEST).replace(ADDRESS, '(address)');
}
