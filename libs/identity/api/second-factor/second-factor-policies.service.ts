import { Injectable } from '@nestjs/common';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import { Missing, must } from '@waymark/shared/kernel/refusal';
import { Mailer } from '@waymark/messages/api/mailer';
import { AccountsService } from '../accounts/accounts.service';
import { SessionsService } from '../sessions/sessions.service';
import { FactorsQueries } from './factors.queries';
import type { SetPolicy } from './second-factor.contract';

const DAYS = 30;

/** What administrators decide of second factors: whether their staff must have one, and that somebody who lost theirs begins again. */
@Injectable()
export class SecondFactorPoliciesService {
  constructor(
    private readonly db: Db,
    private readonly queries: FactorsQueries,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionsService,
    private readonly mailer: Mailer,
  ) {}

  async of(actor: Actor, providerId: string) {
    mustReach(actor, providerId);
    const policy = await this.db.reading(actor, (read) => this.queries.policy(read, providerId));
    return { required: policy !== null, graceDays: policy?.graceDays ?? DAYS };
  }

  async set(actor: Actor, { providerId, required, graceDays }: SetPolicy): Promise<void> {
    mustReach(actor, providerId);
    await this.db.tx(actor, async (tx) => {
      // Whoever asks it of others would be shut out by it first.
      must(!required || (await this.queries.isStrong(tx, actor.sessionId)) ? [] : [{ code: 'identity_second_factor_own' }]);
      await (required ? this.require(tx, providerId, graceDays) : this.release(tx, providerId));
    });
  }

  async require(tx: Tx, providerId: string, graceDays: number): Promise<void> {
    await this.queries.require(tx, providerId, graceDays);
    await tx.record('secondFactor.asked', providerId, { days: graceDays }, { providerId });
  }

  private async release(tx: Tx, providerId: string): Promise<void> {
    if ((await this.queries.policy(tx, providerId)) === null) return;
    await this.queries.release(tx, providerId);
    await tx.record('secondFactor.released', providerId, {}, { providerId });
  }

  /** Somebody lost all they had. They are signed out everywhere, sign in without a second factor, and are told, so that nobody does it behind their back. */
  reset(actor: Actor, accountId: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const personId = await this.accounts.mustReset(tx, accountId);
      await this.queries.removeAll(tx, accountId);
      await this.sessions.endAll(tx, accountId);
      await this.accounts.record(tx, 'secondFactor.reset', accountId, personId);
      const { email } = await this.queries.owner(tx, accountId);
      const text = [
        'An administrator has removed the second step from your Waymark account, and signed you out everywhere.',
        'Next time you sign in without it. Set up a new one under Your details.',
        'If you did not ask for this, tell the administrators of your team.',
      ];
      await this.mailer.send(tx, { to: email, subject: 'Your second step of signing in was reset', text: text.join('\n\n') });
    });
  }
}

function mustReach(actor: Actor, providerId: string): void {
  if (!mayAt(actor, 'roles:edit', { providerId })) throw new Missing();
}
