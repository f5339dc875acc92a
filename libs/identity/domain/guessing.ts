/** Wrong guesses in a row at one thing, as they are counted. */
export interface Guesses {
  failures: number;
  /** When the first and the last of them were. */
  since: Date;
  last: Date;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const LONGEST_WAIT = 60 * MINUTE;
const FORGOTTEN_AFTER = 24 * 60 * MINUTE;
const WINDOW = 15 * MINUTE;

/**
 * Milliseconds to wait until somebody may guess again at one account, or from one device that it knows. `free` guesses come at no cost; after
 * that each wrong one doubles the wait, from half a minute to an hour, so that a day has room for 30 or so and never for a dictionary.
 */
export function waitForAccount({ failures, last }: Guesses, free: number, now: Date): number {
  if (failures < free) return 0;
  const wait = Math.min(LONGEST_WAIT, (MINUTE / 2) * 2 ** (failures - free));
  return Math.max(0, last.getTime() + wait - now.getTime());
}

/** The same for a network address, which a whole training room shares: so many failures in 15 minutes, then nobody until those are over. */
export function waitForAddress({ failures, since }: Guesses, most: number, now: Date): number {
  return failures < most ? 0 : Math.max(0, since.getTime() + WINDOW - now.getTime());
}

/** Are these guesses so old that counting begins again? */
export const accountForgets = ({ last }: Guesses, now: Date): boolean => now.getTime() - last.getTime() >= FORGOTTEN_AFTER;
export const addressForgets = ({ since }: Guesses, now: Date): boolean => now.getTime() - since.getTime() >= WINDOW;

/** What guesses from a network address are counted under: an IPv6 address by the 64 bits of its network, as every home has all the rest to itself. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  return [...groups, ...Array<string>(missing).fill('0'), ...(tail ? tail.split(':') : [])]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
