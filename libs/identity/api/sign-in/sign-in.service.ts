import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { NOBODY } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import { foldEmail } from '@waymark/shared/kernel/email';
import { Refused } from '@waymark/shared/kernel/refusal';
import { AccountsQueries } from '../accounts/accounts.queries';
import { KnownDevicesQueries } from '../sessions/known-devices.queries';
import type { SignIn } from '../sessions/session.contract';
import { actingAs, SessionsService, type Browser, type Started } from '../sessions/sessions.service';
import { Attempts } from './attempts';
import { PasswordHasher } from '../password-hasher';
import { SignInQueries } from './sign-in.queries';
import { authenticate, passwordStrategy, type Known } from './strategies';

/** Signing in by email and password. */
@Injectable()
export class SignInService {
  private readonly byPassword = passwordStrategy((email, password) => this.check(email, password));

  constructor(
    private readonly db: Db,
    private readonly attempts: Attempts,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
    private readonly queries: SignInQueries,
    private readonly accounts: AccountsQueries,
    private readonly devices: KnownDevicesQueries,
    private readonly clock: Clock,
  ) {}

  /** @returns what the cookies hold. Every way of being wrong costs the same and reads the same. */
  async signIn(wish: SignIn, address: string, browser: Browser): Promise<Started> {
    const email = foldEmail(wish.email);
    const device = await this.devices.known(browser.device, email, this.clock.now());
    const known = await this.attempts.guessed({ what: 'sign-in', account: email, device, address }, () =>
      authenticate(this.byPassword, wish),
    );
    const started = known && (await this.db.tx(NOBODY, (nobody) => this.begin(nobody, known, browser)));
    if (!started) {
      await this.recordFailure(email);
      throw new Refused([{ code: 'identity_credentials', pointer: '/email' }]);
    }
    return started;
  }

  /** Null where the account was closed since its password was checked, or has another. */
  private async begin(nobody: Tx, known: Known, browser: Browser): Promise<Started | null> {
    const { accountId, personId, version, stronger } = known;
    if ((await this.accounts.lock(nobody, accountId)) !== version) return null;
    const tx = nobody.as(actingAs(personId, accountId));
    if (stronger) await this.accounts.strengthenPassword(tx, accountId, stronger);
    return this.sessions.start(tx, known, 'password', browser);
  }

  private async check(email: string, password: string): Promise<Known | null> {
    const account = await this.queries.account(foldEmail(email));
    if (!(await this.hasher.matches(account?.hash ?? null, password))) return null;
    const { email: _, hash, ...known } = account!;
    // Only now is the password at hand to be hashed with today's cost.
    const stronger = this.hasher.outdated(hash!) ? { from: hash!, to: await this.hasher.hash(password) } : undefined;
    return { ...known, ...(stronger ? { stronger } : {}) };
  }

  /** The log tells a guesser's work by a hash of the address that was tried, and keeps neither the address nor the password. */
  private recordFailure(email: string): Promise<void> {
    const hash = createHash('sha256').update(email).digest('hex');
    return this.db.tx(NOBODY, (tx) => tx.record('session.refused', NOBODY.personId, { emailHash: hash }));
  }
}
