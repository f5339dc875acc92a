import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import { stageRefusals, type CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { EnrolmentStatus, StatusWish } from '@waymark/cohorts/domain/enrolment-status';
import { ReleasesService } from '@waymark/schedule/api/releases/releases.service';
import { ScheduleChecks } from '@waymark/schedule/api/schedule/schedule-checks';
import { lockCohort } from '../cohort-locks';
import { CohortStageChange } from './cohort.entity';
import type { ChangeStage, CohortView } from './cohorts.contract';
import { CohortsQueries } from './cohorts.queries';
import { EnrolmentWriter, type LockedEnrolment } from '../enrolment-writer';

@Injectable()
export class CohortStagesService {
  constructor(
    private readonly db: Db,
    private readonly cohorts: CohortsQueries,
    private readonly checks: ScheduleChecks,
    private readonly enrolments: EnrolmentWriter,
    private readonly releases: ReleasesService,
  ) {}

  /** Takes a cohort to its next stage, with all that follows for its people, sessions and rooms. */
  change(actor: Actor, id: string, { to, reason: given, version }: ChangeStage): Promise<CohortView> {
    return this.db.tx(actor, async (tx) => {
      const cohort = await lockCohort(tx, id, 'cohorts:stage');
      await mustBeCurrent(tx, cohort, version, { stage: cohort.stage });
      const reason = given || null;
      const { held, uncontracted } = await this.cohorts.facts(tx, id);
      const blocking = to === 'confirmed' ? await this.checks.blocking(tx, id) : 0;
      must(stageRefusals({ ...cohort, held, uncontracted, blocking }, to, reason, tx.clock.today()));

      await tx.query(`UPDATE cohort SET stage = $2, version = version + 1 WHERE id = $1`, [id, to]);
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
      await this.follow(tx, id, to);
      return this.cohorts.view(tx, actor, id);
    });
  }

  private async follow(tx: Tx, id: string, to: CohortStage): Promise<void> {
    if (to === 'in_delivery') await this.moveAll(tx, id, ['confirmed'], { to: 'active', reasonCode: null, note: null });
    if (to !== 'cancelled') return;
    // What has taken place stays as it was; everything ahead is called off and everything held is let go.
    await tx.query(
      `UPDATE session SET status = 'cancelled', version = version + 1 WHERE cohort_id = $1 AND status IN ('draft', 'released')
          AND (ends_at IS NULL OR ends_at > $2)`,
      [id, tx.clock.now()],
    );
    await tx.query(
      `UPDATE room_booking SET status = CASE status WHEN 'contracted' THEN 'cancelled' ELSE 'released' END, version = version + 1
        WHERE cohort_id = $1 AND status IN ('enquiry', 'held', 'contracted') AND ends_at > $2`,
      [id, tx.clock.now()],
    );
    await tx.query(`UPDATE cohort SET schedule_version = schedule_version + 1 WHERE id = $1`, [id]);
    await this.releases.callOff(tx, id);
    await this.moveAll(tx, id, ['confirmed', 'active'], { to: 'withdrawn', reasonCode: 'cohort_cancelled', note: null });
  }

  private async moveAll(tx: Tx, cohortId: string, from: readonly EnrolmentStatus[], wish: StatusWish): Promise<void> {
    const rows = await tx.query<LockedEnrolment>(
      `SELECT e.id, e.provider_id AS "providerId", e.cohort_id AS "cohortId", e.programme_id AS "programmeId", e.person_id AS "personId", e.status,
              e.place_type AS "placeType", e.access_needs AS "accessNeeds", e.version
         FROM enrolment e WHERE e.cohort_id = $1 AND e.status = ANY ($2) ORDER BY e.id FOR NO KEY UPDATE`,
      [cohortId, from],
    );
    if (rows.length > 0) await this.enrolments.move(tx, rows, wish);
  }
}
