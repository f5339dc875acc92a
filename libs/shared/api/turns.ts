/** How many turns there are, and how long somebody waits for theirs. */
export interface TurnLimits {
  /** At once, of everybody. */
  atOnce: number;
  /** At once of one owner, while others are about: one of them, while more of it than that wait. */
  each: number;
  /** At once of one owner that nobody else was about beside for a minute. */
  alone: number;
  /** Of one owner that may wait. */
  waiting: number;
  /** Milliseconds that one waits at most. */
  within: number;
}

/** One's own others are too many, or took too long: 503, and again in `retryAfter` seconds. Nothing was done. */
export class Busy extends Error {
  readonly retryAfter: number;

  constructor({ within }: Pick<TurnLimits, 'within'>) {
    super('Waymark is still busy with what your team asked before. Try again in a moment');
    this.retryAfter = Math.ceil(within / 2_000);
  }
}

interface Waiter {
  go(): void;
}

interface Owner {
  /** When those that are taken began. */
  taken: number[];
  waiting: Waiter[];
}

const ABOUT_FOR = 60_000;
/** What takes longer waits for something itself, and hardly for the processor. */
const SLOW = 500;

/**
 * Who goes next, fairly by owner: everybody has so many turns at once, those who wait are served owner by owner in a round, and of one owner in the
 * order they came. Who has more waiting than could go at once gets one after the other, or one more beside what is slow: neighbours share the
 * processor with one of theirs, and not with all. Costs nothing to speak of while there are turns left.
 */
export class Turns {
  private taken = 0;
  private readonly owners = new Map<string, Owner>();
  /** Owners with somebody waiting, whose turn is next first. */
  private readonly round = new Set<Owner>();
  private last = '';
  private changedAt = -Infinity;
  private looking: NodeJS.Timeout | undefined;

  constructor(private readonly limits: TurnLimits) {}

  get counts(): { taken: number; waiting: number } {
    let waiting = 0;
    for (const owner of this.round) waiting += owner.waiting.length;
    return { taken: this.taken, waiting };
  }

  /**
   * Takes a turn, which `give` gives back. Answers nothing when there is one at once, or what to wait for. `gone`: calls what it is given when
   * whoever waits has left.
   * @throws Busy at once when too many of the same owner wait, or later when it took too long.
   */
  take(of: string, gone: (leave: () => void) => void = () => undefined): Promise<void> | undefined {
    this.notice(of);
    let owner = this.owners.get(of);
    if (!owner) this.owners.set(of, (owner = { taken: [], waiting: [] }));
    if (owner.waiting.length === 0 && this.mayGo(owner)) {
      this.begin(owner);
      return undefined;
    }
    if (owner.waiting.length >= this.limits.waiting) throw new Busy(this.limits);
    return this.wait(of, owner, gone);
  }

  give(of: string): void {
    const owner = this.owners.get(of)!;
    owner.taken.pop();
    this.taken--;
    this.forget(of, owner);
    this.next();
  }

  private wait(of: string, owner: Owner, gone: (leave: () => void) => void): Promise<void> {
    return new Promise<void>((done, fail) => {
      const leave = () => {
        const at = owner.waiting.indexOf(waiter);
        if (at < 0) return;
        clearTimeout(tooLong);
        owner.waiting.splice(at, 1);
        if (owner.waiting.length === 0) this.round.delete(owner);
        this.forget(of, owner);
        fail(new Busy(this.limits));
      };
      const tooLong = setTimeout(leave, this.limits.within);
      const waiter: Waiter = {
        go: () => {
          clearTimeout(tooLong);
          done();
        },
      };
      owner.waiting.push(waiter);
      this.round.add(owner);
      this.look();
      gone(leave);
    });
  }

  /** The next owner in the round that may, and so on while there are turns. */
  private next(): void {
    for (const owner of [...this.round]) {
      if (this.taken >= this.limits.atOnce) return;
      if (!this.mayGo(owner)) continue;
      this.round.delete(owner);
      const waiter = owner.waiting.shift()!;
      // To the end of the round.
      if (owner.waiting.length > 0) this.round.add(owner);
      this.begin(owner);
      waiter.go();
    }
  }

  private mayGo({ taken, waiting }: Owner): boolean {
    const { atOnce, each, alone } = this.limits;
    if (this.taken >= atOnce) return false;
    const now = performance.now();
    if (now - this.changedAt >= ABOUT_FOR) return taken.length < alone;
    if (taken.length === 0) return true;
    return taken.length < each && (waiting.length < each || now - taken.at(-1)! > SLOW);
  }

  private begin(owner: Owner): void {
    owner.taken.push(performance.now());
    this.taken++;
  }

  /** While somebody waits: what is taken becomes slow without saying so. */
  private look(): void {
    this.looking ??= setTimeout(() => {
      this.looking = undefined;
      this.next();
      if (this.round.size > 0) this.look();
    }, SLOW / 2).unref();
  }

  private notice(of: string): void {
    // Whoever is signed out is nobody's neighbour: a page that asks whether it is signed in would make everybody wait.
    if (of === this.last || of === SIGNED_OUT) return;
    if (this.last !== '') this.changedAt = performance.now();
    this.last = of;
  }

  private forget(of: string, owner: Owner): void {
    if (owner.taken.length === 0 && owner.waiting.length === 0) this.owners.delete(of);
  }
}

/** Those of whom nobody knows yet who they are wait for each other. */
export const SIGNED_OUT = 'signed out';
