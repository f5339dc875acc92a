import { Injectable } from '@nestjs/common';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { InvitationFollowers } from '@waymark/identity/api/invitation-followers';
import { RolesService } from '@waymark/identity/api/roles.service';
import { lockKnownCohort } from './cohort-locks';

/**
 * A place is a plan of the staff until its person is told of it, by an invitation or by the first release of their cohort: before that neither
 * they nor their employer find it anywhere. Who comes to a cohort that has been released is told at once.
 */
@Injectable()
export class ToldPlaces {
  constructor(
    invitations: InvitationFollowers,
    private readonly roles: RolesService,
  ) {
    invitations.add(async (tx, { personId, role, scopeKind, scopeId }) => {
      if (role !== 'participant' || scopeKind !== 'cohort') return;
      // Whoever is giving a place at this moment finds the invitation when they come after, and is found here when they came before.
      await lockKnownCohort(tx, scopeId!);
      await this.tell(tx, scopeId!, [personId]);
    });
  }

  /** Everybody with a place on a cohort, and whoever gets one from now on: part of the transaction that releases its schedule. */
  async tellAll(tx: Tx, cohortId: string): Promise<void> {
    await tx.query(sql`UPDATE cohort SET told_at = ${tx.clock.now()} WHERE id = ${cohortId} AND told_at IS NULL`);
    await this.tell(tx, cohortId, null);
  }

  private async tell(tx: Tx, cohortId: string, personIds: readonly string[] | null): Promise<void> {
    const told = await tx.query<{ personId: string }>(
      sql`UPDATE enrolment SET told_at = ${tx.clock.now()}
           WHERE cohort_id = ${cohortId} AND told_at IS NULL AND status IN ('confirmed', 'active', 'completed', 'not_completed')
             ${sql.when(personIds, (ids) => sql`AND person_id = ANY (${ids}::uuid[])`)}
          RETURNING person_id AS "personId"`,
    );
    await this.roles.tell(
      tx,
      told.map(({ personId }) => personId),
      { role: 'participant', scopeKind: 'cohort', scopeId: cohortId },
    );
  }
}
