import { Injectable } from '@nestjs/common';
import { reachOf, reachValues, within, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { newId } from '@waymark/shared/kernel/ids';
import { Refused, found } from '@waymark/shared/kernel/refusal';
import { canBeAccepted, standing } from '@waymark/schedule/domain/plan';
import { ClashOverride } from './clash-override.entity';
import { ClashCounts } from './clash-counts.service';
import type { AcceptClash, OverrideView } from './schedule.contract';
import { ScheduleEditing } from './schedule-editing';

/** Accepting a clash with a reason, and taking that back. */
@Injectable()
export class OverridesService {
  constructor(
    private readonly db: Db,
    private readonly editing: ScheduleEditing,
    private readonly counts: ClashCounts,
  ) {}

  accept(actor: Actor, cohortId: string, { clashKey, reason }: AcceptClash): Promise<OverrideView> {
    return this.db.tx(actor, async (tx) => {
      const { cohort, schedule, before } = await this.editing.open(tx, cohortId, 'schedule:override');
      const clash = before.find(({ key }) => key === clashKey);
      if (!clash) throw new Refused([{ code: 'schedule_clash_gone' }]);
      if (!canBeAccepted(clash)) {
        throw new Refused([
          { code: clash.severity === 'block_save' ? 'schedule_clash_must_be_resolved' : 'schedule_clash_needs_no_reason' },
        ]);
      }
      if (schedule.overrides.some((one) => one.clashKey === clashKey)) throw new Refused([{ code: 'schedule_override_twice' }]);
      const id = newId();
      await tx.rows.insert(ClashOverride, {
        id,
        providerId: cohort.providerId,
        cohortId,
        clashKey,
        rule: clash.rule,
        reason,
        overriddenBy: actor.personId,
        at: tx.clock.now(),
        withdrawnAt: null,
      });
      await tx.record(
        'clash.accepted',
        id,
        { clashKey, rule: clash.rule, severity: clash.severity, reason },
        { providerId: cohort.providerId, cohortId },
      );
      const scheduleVersion = await nextVersion(tx, cohortId);
      const left = standing(before, schedule.overrides).filter(({ key }) => key !== clashKey);
      await this.counts.keep(tx, cohortId, left.length);
      return { id, clashKey, rule: clash.rule, reason, scheduleVersion };
    });
  }

  withdraw(actor: Actor, id: string): Promise<OverrideView> {
    const reach = reachOf(actor, 'schedule:override');
    return this.db.tx(actor, async (tx) => {
      const [row] = await tx.query<Omit<OverrideView, 'scheduleVersion'> & { cohortId: string; providerId: string }>(
        `UPDATE clash_override o SET withdrawn_at = $4 WHERE o.id = $1 AND o.withdrawn_at IS NULL AND (${reach.all} OR ${within('o.provider_id', 'o.cohort_id', 2)})
         RETURNING o.id, o.clash_key AS "clashKey", o.rule, o.reason, o.cohort_id AS "cohortId", o.provider_id AS "providerId"`,
        [id, ...reachValues(reach), tx.clock.now()],
      );
      const { cohortId, providerId, ...override } = found(row);
      await tx.record('clash.reopened', id, { clashKey: override.clashKey, rule: override.rule }, { providerId, cohortId });
      const scheduleVersion = await nextVersion(tx, cohortId);
      await this.counts.ask(tx, cohortId);
      return { ...override, scheduleVersion };
    });
  }
}

/** Other boards read the schedule again: what stands in the way of a release has changed. */
async function nextVersion(
  tx: { query<Row>(text: string, values: readonly unknown[]): Promise<Row[]> },
  cohortId: string,
): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    'UPDATE cohort SET schedule_version = schedule_version + 1 WHERE id = $1 RETURNING schedule_version AS version',
    [cohortId],
  );
  return row!.version;
}
