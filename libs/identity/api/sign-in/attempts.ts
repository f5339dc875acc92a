import { HttpException, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { NOBODY } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { Settings } from '@waymark/shared/api/settings';
import type { Tx } from '@waymark/shared/api/tx';
import { accountForgets, addressForgets, networkOf, waitForAccount, waitForAddress, type Guesses } from '@waymark/identity/domain/guessing';
import { AttemptsQueries } from './attempts.queries';

/** Answered as 429. `retryAfter`: seconds until the next attempt may be made. */
class TooManyAttempts extends HttpException {
  constructor(readonly retryAfter: number) {
    super(`There were too many attempts. Try again in ${inWords(retryAfter)}`, 429);
  }
}

/** What is guessed at, and by whom. */
interface Guess {
  /** `sign-in`: guesses at one thing do not count for another. */
  what: string;
  /** The account as it was named, whether there is one or not. */
  account?: string;
  /** A device that the account knows: then its own guesses count, and not those of everybody else. */
  device?: string | null;
  address?: string;
}

interface Counter {
  key: string;
  of: 'account' | 'address';
}

/**
 * Slows guessing down over all processes: by account, with a wait that grows, which holds up nobody who comes from a device that the account
 * knows or by a link; and by network address, where a whole room may come from one. Who is right is not counted.
 */
@Injectable()
export class Attempts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly queries: AttemptsQueries,
  ) {}

  /**
   * Does `check`, which answers null when the guess was wrong, unless there were too many wrong ones. A guess counts from before it is checked,
   * so that many at once are not one, until it turns out to be right, or that nobody could say.
   */
  async guessed<T>(guess: Guess, check: () => Promise<T | null>): Promise<T | null> {
    await this.count(guess);
    const counters = countersOf(guess);
    let right: T | null;
    try {
      right = await check();
    } catch (error) {
      await this.db.tx(NOBODY, (tx) => this.queries.giveBack(tx, counters.map(keyOf)));
      throw error;
    }
    if (right === null) return null;
    await this.db.tx(NOBODY, async (tx) => {
      await this.queries.forget(tx, counters.filter(({ of }) => of === 'account').map(keyOf));
      await this.queries.giveBack(tx, counters.filter(({ of }) => of === 'address').map(keyOf));
    });
    return right;
  }

  /** Counts one of those of which each counts, such as a mail that was asked for, or refuses it. What is refused is not counted: who waits gets in. */
  async count(guess: Guess): Promise<void> {
    const counters = countersOf(guess);
    const now = this.clock.now();
    const wait = await this.db.tx(NOBODY, async (tx) => {
      const known = await this.queries.locked(tx, counters.map(keyOf));
      const waits = counters.map(({ key, of }) => this.waitOf(of, known.get(key), now));
      const longest = Math.max(...waits);
      if (longest === 0) {
        for (const { key, of } of counters) await this.queries.add(tx, key, now, forgets(of, known.get(key), now));
      }
      return longest;
    });
    if (wait > 0) throw new TooManyAttempts(Math.ceil(wait / 1000));
  }

  /** What was counted of an account, and of the devices it knows, is settled: its owner has shown who they are. */
  async settle(tx: Tx, guesses: readonly Guess[]): Promise<void> {
    await this.queries.forget(tx, guesses.flatMap(countersOf).map(keyOf));
  }

  /** One more of what a provider may do so often a day. Answers whether it may; what is taken back with the transaction does not count. */
  spend(tx: Tx, what: string, providerId: string | null, most: number): Promise<boolean> {
    return this.queries.spend(tx, `${what}:${providerId ?? 'installation'}`, most);
  }

  private waitOf(of: Counter['of'], guesses: Guesses | undefined, now: Date): number {
    if (!guesses || forgets(of, guesses, now)) return 0;
    return of === 'account'
      ? waitForAccount(guesses, this.settings.signInLimit, now)
      : waitForAddress(guesses, this.settings.addressLimit, now);
  }
}

const forgets = (of: Counter['of'], guesses: Guesses | undefined, now: Date): boolean =>
  guesses !== undefined && (of === 'account' ? accountForgets(guesses, now) : addressForgets(guesses, now));

/** In one order, so that two requests for the same keys wait for each other and never lock each other out. */
function countersOf({ what, account, device, address }: Guess): Counter[] {
  const own = device ? ['device', device] : account === undefined ? null : ['account', account];
  return [
    ...(own ? [{ key: `${what}:${own[0]}:${hashed(own[1]!)}`, of: 'account' as const }] : []),
    ...(address === undefined ? [] : [{ key: `${what}:address:${hashed(networkOf(address))}`, of: 'address' as const }]),
  ];
}

const keyOf = ({ key }: Counter): string => key;
const hashed = (subject: string): string => createHash('sha256').update(subject).digest('base64url');

function inWords(seconds: number): string {
  if (seconds <= 60) return seconds > 45 ? 'a minute' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
