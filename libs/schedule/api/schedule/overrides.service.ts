import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { newId } from '@waymark/shared/kernel/ids';
import { Refused } from '@waymark/shared/kernel/refusal';
import { canBeAccepted, standing } from '@waymark/schedule/domain/plan';
import { ClashOverride } from './clash-override.entity';
import { ClashCounts } from './clash-counts.service';
import { OverridesQueries } from './overrides.queries';
import type { AcceptClash, OverrideView } from './schedule.contract';
import { ScheduleEditing } from './schedule-editing';
import { nextVersion } from './schedule-version';

/** Accepting a clash with a reason, and taking that back. */
@Injectable()
export class OverridesService {
  constructor(
    private readonly db: Db,
    private readonly queries: OverridesQueries,
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
    return this.db.tx(actor, async (tx) => {
      const { cohortId, providerId, ...override } = await this.queries.withdraw(tx, id);
      await tx.record('clash.reopened', id, { clashKey: override.clashKey, rule: override.rule }, { providerId, cohortId });
      const scheduleVersion = await nextVersion(tx, cohortId);
      await this.counts.ask(tx, cohortId);
      return { ...override, scheduleVersion };
    });
  }
}
