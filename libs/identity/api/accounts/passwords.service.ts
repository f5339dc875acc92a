import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { must } from '@waymark/shared/kernel/refusal';
import { recordForProviders } from '@waymark/people/api/people.rows';
import { passwordRefusals, type PasswordContext } from '@waymark/identity/domain/passwords';
import { SessionsService } from '../sessions/sessions.service';
import { Attempts } from '../sign-in/attempts';
import { PasswordHasher } from '../password-hasher';
import type { ChangePassword } from './account.contract';
import { AccountsQueries } from './accounts.queries';

@Injectable()
export class PasswordsService {
  constructor(
    private readonly db: Db,
    private readonly queries: AccountsQueries,
    private readonly attempts: Attempts,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
  ) {}

  /** Hashing is done before the transaction: it is long, and would hold a connection. Every other session ends: whoever knew the old password is out. */
  async change(actor: Actor, wish: ChangePassword): Promise<void> {
    const account = await this.db.reading(actor, (read) => this.queries.forPassword(read, actor.accountId));
    if (account.hash !== null) {
      const right = await this.attempts.guessed({ what: 'password', account: actor.accountId }, async () =>
        (await this.hasher.matches(account.hash, wish.current ?? '')) ? true : null,
      );
      must(right ? [] : [{ code: 'identity_current_password', pointer: '/current' }]);
    }
    must(passwordRefusals(wish.password, account.context));
    const hash = await this.hasher.hash(wish.password);
    await this.db.tx(actor, async (tx) => {
      // Whoever was put out meanwhile, by another new password, must not have the last word.
      const unchanged = (await this.queries.lock(tx, actor.accountId)) === account.version;
      must(unchanged ? [] : [{ code: 'identity_current_password', pointer: '/current' }]);
      await this.queries.setPassword(tx, actor.accountId, hash);
      await this.sessions.endAll(tx, actor.accountId, actor.sessionId);
      await recordForProviders(tx, 'password.changed', actor.personId, {}, actor.accountId);
    });
  }

  /** Hash of a first password, judged. */
  async judged(password: string, context: PasswordContext): Promise<string> {
    must(passwordRefusals(password, context));
    return this.hasher.hash(password);
  }
}
