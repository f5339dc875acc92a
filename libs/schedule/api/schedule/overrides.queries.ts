import { Injectable } from '@nestjs/common';
import { reachOf } from '@waymark/shared/api/actor';
import { sql } from '@waymark/shared/api/sql';
import type { Tx } from '@waymark/shared/api/tx';
import { within } from '@waymark/shared/api/within';
import { found } from '@waymark/shared/kernel/refusal';
import type { OverrideView } from './schedule.contract';

@Injectable()
export class OverridesQueries {
  /** Takes an override back that the actor may give. Answers what it was. */
  async withdraw(tx: Tx, id: string): Promise<Omit<OverrideView, 'scheduleVersion'> & { cohortId: string; providerId: string }> {
    const [row] = await tx.query<Omit<OverrideView, 'scheduleVersion'> & { cohortId: string; providerId: string }>(
      sql`UPDATE clash_override o SET withdrawn_at = ${tx.clock.now()}
           WHERE o.id = ${id} AND o.withdrawn_at IS NULL AND ${within(reachOf(tx.actor, 'schedule:override'), 'o.provider_id', 'o.cohort_id')}
          RETURNING o.id, o.clash_key AS "clashKey", o.rule, o.reason, o.cohort_id AS "cohortId", o.provider_id AS "providerId"`,
    );
    return found(row);
  }
}
