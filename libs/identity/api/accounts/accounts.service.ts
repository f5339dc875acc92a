import { Injectable } from '@nestjs/common';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import type { Tx } from '@waymark/shared/api/tx';
import type { EventName } from '@waymark/shared/kernel/manifest';
import { found, must } from '@waymark/shared/kernel/refusal';
import { RolesService } from '../roles.service';
import { SessionsService } from '../sessions/sessions.service';

/** Closing the account of somebody who leaves, and opening it again. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly db: Db,
    private readonly roles: RolesService,
    private readonly sessions: SessionsService,
  ) {}

  close(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const { personId, closed } = await this.within(tx, id);
      if (closed) return;
      must(id === actor.accountId ? [{ code: 'identity_account_self' }] : []);
      await this.roles.mustLeaveAdministrators(tx, personId);
      await tx.query('UPDATE account SET disabled_at = $2, version = version + 1 WHERE id = $1', [id, tx.clock.now()]);
      await this.sessions.endAll(tx, id);
      await this.record(tx, 'account.closed', id, personId);
    });
  }

  open(actor: Actor, id: string): Promise<void> {
    return this.db.tx(actor, async (tx) => {
      const { personId, closed } = await this.within(tx, id);
      if (!closed) return;
      await tx.query('UPDATE account SET disabled_at = NULL, version = version + 1 WHERE id = $1', [id]);
      await this.record(tx, 'account.opened', id, personId);
    });
  }

  /** The account of somebody known to a provider within reach. One who also has roles elsewhere is not one provider's to close. */
  private async within(tx: Tx, id: string): Promise<{ personId: string; closed: boolean }> {
    const reach = reachOf(tx.actor, 'roles:edit');
    const [row] = await tx.query<{ personId: string; closed: boolean; elsewhere: boolean }>(ACCOUNT, [id, reach.providers, reach.all]);
    const { elsewhere, ...account } = found(row);
    must(elsewhere ? [{ code: 'identity_account_elsewhere' }] : []);
    return account;
  }

  private async record(tx: Tx, name: EventName, id: string, personId: string): Promise<void> {
    const reach = reachOf(tx.actor, 'roles:edit');
    const [place] = await tx.query<{ providerId: string }>(
      'SELECT provider_id AS "providerId" FROM person_provider WHERE person_id = $1 AND provider_id = ANY($2::uuid[]) ORDER BY since LIMIT 1',
      [personId, reach.providers],
    );
    await tx.record(name, id, { personId }, { providerId: place?.providerId ?? null });
  }
}

/** Roles at cohorts count for the cohort's provider; those at organisations belong to nobody, as people and organisations are shared. */
const ACCOUNT = `
  SELECT a.person_id AS "personId", a.disabled_at IS NOT NULL AS closed,
         NOT $3::boolean AND EXISTS (
           SELECT 1 FROM role_assignment r
            WHERE r.person_id = a.person_id AND r.ended_at IS NULL AND r.scope_kind <> 'organisation'
              AND NOT (r.scope_kind = 'provider' AND r.scope_id = ANY($2::uuid[]))
              AND NOT (r.scope_kind = 'cohort' AND EXISTS (SELECT 1 FROM cohort c WHERE c.id = r.scope_id AND c.provider_id = ANY($2::uuid[])))
         ) AS elsewhere
    FROM account a
   WHERE a.id = $1
     AND ($3::boolean
       OR EXISTS (SELECT 1 FROM person_provider k WHERE k.person_id = a.person_id AND k.provider_id = ANY($2::uuid[]))
       OR EXISTS (SELECT 1 FROM role_assignment r WHERE r.person_id = a.person_id AND r.ended_at IS NULL AND r.scope_kind = 'provider' AND r.scope_id = ANY($2::uuid[])))
     FOR UPDATE OF a`;
