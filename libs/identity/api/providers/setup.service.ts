import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
import { NOBODY } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Settings } from '@waymark/shared/api/settings';
import type { Tx } from '@waymark/shared/api/tx';
import { foldEmail } from '@waymark/shared/kernel/email';
import { newId } from '@waymark/shared/kernel/ids';
import { must, Refused } from '@waymark/shared/kernel/refusal';
import { addPerson, addProvider, makeKnown } from '@waymark/people/api/people.rows';
import { Account } from '../accounts/account.entity';
import { PasswordsService } from '../accounts/passwords.service';
import { RolesService } from '../roles.service';
import { hashOf } from '../sessions/session-token';
import { actingAs, SessionsService, type Browser, type Started } from '../sessions/sessions.service';
import { Attempts } from '../sign-in/attempts';
import type { SetUp, SetupView } from './setup.contract';
import { SetupQueries } from './setup.queries';

/** The first administrator, who keeps the register until others do, and the first provider, while there is no account at all. */
@Injectable()
export class SetupService implements OnApplicationBootstrap {
  private readonly logger = new Logger(SetupService.name);

  constructor(
    private readonly db: Db,
    private readonly settings: Settings,
    private readonly attempts: Attempts,
    private readonly passwords: PasswordsService,
    private readonly roles: RolesService,
    private readonly sessions: SessionsService,
    private readonly queries: SetupQueries,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.production || !(await this.queries.isNeeded())) return;
    const { origin, setupCode } = this.settings;
    this.logger.warn(
      setupCode === null
        ? 'No one has an account yet. Set SETUP_CODE and start again, so that Waymark can be set up'
        : `No one has an account yet. Open ${origin}/setup and enter what SETUP_CODE says`,
    );
  }

  async view(): Promise<SetupView> {
    const needed = await this.queries.isNeeded();
    return { needed, code: needed && this.settings.production, demo: this.settings.demo && !this.settings.production };
  }

  async setUp(wish: SetUp, address: string, browser: Browser): Promise<Started> {
    must((await this.queries.isNeeded()) ? [] : [{ code: 'identity_set_up' }]);
    const right = await this.attempts.guessed({ what: 'setup', address }, () => Promise.resolve(this.opens(wish.code) ? true : null));
    must(right ? [] : [{ code: 'identity_setup_code', pointer: '/code' }]);
    const context = { names: [wish.givenName, wish.familyName], email: wish.email, places: [wish.providerName] };
    const passwordHash = await this.passwords.judged(wish.password, context);

    return this.db.tx(NOBODY, async (nobody) => {
      const account = await this.begin(nobody, wish, passwordHash);
      return this.sessions.start(nobody.as(actingAs(account.personId, account.accountId)), account, 'setup', browser);
    });
  }

  /** Somebody who finds a new installation on the internet does not have what its operator chose. Without one, nobody sets up in production. */
  private opens(code: string | undefined): boolean {
    const { production, setupCode } = this.settings;
    return !production || (setupCode !== null && same(setupCode, code?.trim() ?? ''));
  }

  /** Makes both, once: of two who come at the same moment, the second finds that it is done. Without a password, they sign in by a link. */
  async begin(
    nobody: Tx,
    { givenName, familyName, email, providerName }: Pick<SetUp, 'givenName' | 'familyName' | 'email' | 'providerName'>,
    passwordHash: string | null,
  ): Promise<{ personId: string; accountId: string; providerId: string }> {
    if (!(await this.queries.isStillNeeded(nobody))) throw new Refused([{ code: 'identity_set_up' }]);

    const personId = await addPerson(nobody, { givenName, familyName, email }, 'identity');
    const accountId = newId();
    const tx = nobody.as(actingAs(personId, accountId));
    const now = tx.clock.now();
    await tx.rows.insert(Account, {
      id: accountId,
      personId,
      email,
      foldedEmail: foldEmail(email),
      passwordHash,
      passwordChangedAt: passwordHash === null ? null : now,
      disabledAt: null,
      createdAt: now,
    });
    await tx.record('account.created', accountId, { personId, by: 'setup' });
    const providerId = await addProvider(tx, providerName);
    await makeKnown(tx, personId, providerId, email);
    await this.roles.grant(tx, { personId, role: 'administrator', scopeKind: 'installation', scopeId: null });
    await this.roles.grant(tx, { personId, role: 'administrator', scopeKind: 'provider', scopeId: providerId });
    await this.roles.grant(tx, { personId, role: 'register_keeper', scopeKind: 'installation', scopeId: null });
    return { personId, accountId, providerId };
  }
}

/** Hashes are of one length, and comparing them tells nothing about how much was right. */
const same = (code: string, given: string): boolean => timingSafeEqual(hashOf(code), hashOf(given));
