import { hash, parseOptions, verify, type Options } from '@node-rs/argon2';
import { Injectable, ServiceUnavailableException } from '@nestjs/common';

/** OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane. About 60 ms of one core. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as Options;

const AT_ONCE = 2;
const WAITING = 50;

/** What is checked when there is no account or no password, so that "no such email" takes as long as "wrong password". */
const NOBODY = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** Every password goes through here. A few at once and a short queue: a crowd signing in, or an attack, must not take the processor from everybody else. */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  /** False, after the same work, when there is nothing to compare with. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const right = await this.inTurn(() => verify(stored ?? NOBODY, password));
    return right && stored !== null;
  }

  /** True for a hash made with less (or other) work than today's. */
  outdated(stored: string): boolean {
    const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(stored);
    return algorithm !== COST.algorithm || memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism;
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.queue.length >= WAITING) throw new ServiceUnavailableException('Too many people are signing in. Try again in a moment');
      await new Promise<void>((start) => this.queue.push(start));
    } else this.running++;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      // The place is handed on, so nobody slips in between.
      if (next) next();
      else this.running--;
    }
  }
}
