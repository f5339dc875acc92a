import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import type { EventName } from '@waymark/shared/kernel/manifest';
import { must } from '@waymark/shared/kernel/refusal';
import type { IdentityCode } from '@waymark/identity/domain/manifest';
import { RolesService } from '../roles.service';
import { SessionsService } from '../sessions/sessions.service';
import { AccountsQueries } from './accounts.queries';

/** Closing the account of somebody who leaves, and opening it again. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Db,
    private readonly queries: AccountsQueries,
    private readonly roles: RolesService,
    private readonly sessions: SessionsService,
  ) {}

  close(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const { personId, closed } = await this.within(tx, id);
      if (closed) return;
      must(id === actor.accountId ? [{ code: 'identity_account_self' }] : []);
      await this.roles.mustLeaveAdministrators(tx, personId);
      await this.queries.close(tx, id);
      await this.sessions.endAll(tx, id);
      await this.record(tx, 'account.closed', id, personId);
    });
  }

  open(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const { personId, closed } = await this.within(tx, id);
      if (!closed) return;
      await this.queries.open(tx, id);
      await this.record(tx, 'account.opened', id, personId);
    });
  }

  /** One who also has roles elsewhere, or whom another provider knew first, is not one provider's to close. */
  private async within(
    tx: Tx,
    id: string,
    code: IdentityCode = 'identity_account_elsewhere',
  ): Promise<{ personId: string; closed: boolean }> {
    const { elsewhere, ...account } = await this.queries.forEdit(tx, id);
    must(elsewhere ? [{ code }] : []);
    return account;
  }

  /** Whose account this is, if the actor may take away what guards it. */
  async mustReset(tx: Tx, id: string): Promise<string> {
    must(id === tx.actor.accountId ? [{ code: 'identity_second_factor_self' }] : []);
    return (await this.within(tx, id, 'identity_second_factor_elsewhere')).personId;
  }

  async record(tx: Tx, name: EventName, id: string, personId: string): Promise<void> {
    await tx.record(name, id, { personId }, { providerId: await this.queries.providerFor(tx, personId) });
  }
}
