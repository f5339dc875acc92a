import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import { CohortBookings } from '@waymark/catalogue/api/cohort-bookings';
import { stageRefusals, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { EnrolmentStatus, StatusWish } from '@waymark/cohorts/domain/enrolment-status';
import { CohortAspects, MAY_ALL } from '../cohort-aspects';
import { CohortFollowers } from '../cohort-followers';
import { lockCohort, type LockedCohort } from '../cohort-locks';
import { CohortStageChange } from './cohort.entity';
import { CohortMakingQueries } from './cohort-making.queries';
import type { ChangeStage, CohortView } from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';
import { EnrolmentWriter } from '../enrolment-writer';

@Injectable()
export class CohortStagesService {
  constructor(
    private readonly db: Db,
    private readonly cohorts: CohortsQueries,
    private readonly making: CohortMakingQueries,
    private readonly enrolments: EnrolmentWriter,
    private readonly aspects: CohortAspects,
    private readonly followers: CohortFollowers,
    private readonly bookings: CohortBookings,
  ) {}

  /** Takes a cohort to its next stage, with all that follows for its people, its rooms and whatever else hangs on it. */
  change(actor: Actor, id: string, { to, reason: given, version }: ChangeStage): Promise<CohortView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, id, 'cohorts:stage');
      await mustBeCurrent(tx, cohort, version, { stage: cohort.stage });
      const reason = given || null;
      const kept = await this.cohorts.facts(tx, id);
      // Who confirms a cohort promises it to people: that goes by what is true now, whatever it takes to find out.
      const facts = to === 'confirmed' ? await this.aspects.judged(tx, id, kept, MAY_ALL) : kept;
      must(
        stageRefusals(
          { ...cohort, held: facts.held, told: facts.told },
          to,
          reason,
          tx.clock.today(),
          this.aspects.stageRefusals(facts, to),
        ),
      );

      await this.making.setStage(tx, id, to);
      await tx.rows.insert(CohortStageChange, {
        id: newId(),
        providerId: cohort.providerId,
        cohortId: id,
        fromStage: cohort.stage,
        toStage: to,
        reason,
        actorId: actor.personId,
        at: tx.clock.now(),
      });
      await tx.record('cohort.stageChanged', id, { from: cohort.stage, to, reason }, { providerId: cohort.providerId, cohortId: id });
      await this.follow(tx, cohort, to, reason ?? '');
      return this.cohorts.view(tx, actor, id);
    });
  }

  /** What has taken place stays as it was; everything ahead is called off and everything held is let go. People hear of it before they lose their places. */
  private async follow(tx: Tx, cohort: LockedCohort, to: CohortStage, reason: string): Promise<void> {
    if (to === 'in_delivery') await this.moveAll(tx, cohort.id, ['confirmed'], { to: 'active', reasonCode: null, note: null });
    if (to === 'postponed') await this.followers.each('postponed', tx, cohort);
    if (to !== 'cancelled') return;
    await this.followers.each('cancelled', tx, cohort);
    await this.bookings.letGo(tx, cohort.id, reason);
    await this.moveAll(tx, cohort.id, ['confirmed', 'active'], { to: 'withdrawn', reasonCode: 'cohort_cancelled', note: null });
  }

  private async moveAll(tx: Tx, cohortId: string, from: readonly EnrolmentStatus[], wish: StatusWish): Promise<void> {
    const rows = await this.enrolments.lockAllOf(tx, cohortId, from);
    if (rows.length > 0) await this.enrolments.move(tx, rows, wish);
  }
}
