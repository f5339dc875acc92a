import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { found, must } from '@waymark/shared/kernel/refusal';
import { passwordRefusals, type PasswordContext } from '@waymark/identity/domain/passwords';
import { SessionsService } from '../sessions/sessions.service';
import { Attempts } from '../sign-in/attempts';
import { PasswordHasher } from '../password-hasher';
import type { ChangePassword } from './account.contract';

@Injectable()
export class PasswordsService {
  constructor(
    private readonly db: Db,
    private readonly attempts: Attempts,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionsService,
  ) {}

  /** Hashing is done before the transaction: it is long, and would hold a connection. Every other session ends: whoever knew the old password is out. */
  async change(actor: Actor, wish: ChangePassword): Promise<void> {
    const account = await this.db.reading(actor, (read) => this.account(read, actor.accountId));
    if (account.hash !== null) {
      await this.attempts.begin('password', [actor.accountId]);
      const right = await this.hasher.matches(account.hash, wish.current ?? '');
      must(right ? [] : [{ code: 'identity_current_password', pointer: '/current' }]);
      await this.attempts.forgive('password', actor.accountId, actor.accountId);
    }
    must(passwordRefusals(wish.password, account.context));
    const hash = await this.hasher.hash(wish.password);
    await this.db.tx(actor, async (tx) => {
      await tx.query('UPDATE account SET password_hash = $2, password_changed_at = $3, version = version + 1 WHERE id = $1', [
        actor.accountId,
        hash,
        tx.clock.now(),
      ]);
      await this.sessions.endAll(tx, actor.accountId, actor.sessionId);
      await tx.record('password.changed', actor.accountId);
    });
  }

  /** Hash of a first password, judged. */
  async judged(password: string, context: PasswordContext): Promise<string> {
    must(passwordRefusals(password, context));
    return this.hasher.hash(password);
  }

  private async account(read: Reader, accountId: string): Promise<{ hash: string | null; context: PasswordContext }> {
    const [row] = await read.query<{ hash: string | null; context: PasswordContext }>(ACCOUNT, [accountId]);
    return found(row);
  }
}

const ACCOUNT = `
  SELECT a.password_hash AS hash, json_build_object('names', json_build_array(p.given_name, p.family_name), 'email', a.email, 'places', coalesce((
           SELECT json_agg(v.name) FROM provider v
            WHERE v.id IN (SELECT provider_id FROM person_provider WHERE person_id = p.id
                           UNION SELECT scope_id FROM role_assignment WHERE person_id = p.id AND scope_kind = 'provider' AND ended_at IS NULL)
         ), '[]'::json)) AS context
    FROM account a JOIN person p ON p.id = a.person_id WHERE a.id = $1`;
