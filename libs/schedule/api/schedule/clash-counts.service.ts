import { Injectable } from '@nestjs/common';
import { SYSTEM, type Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { Jobs } from '@waymark/shared/api/jobs';
import type { Tx } from '@waymark/shared/api/tx';
import { lockKnownCohort } from '@waymark/cohorts/api/cohort-locks';
import { ClashCountsQueries } from './clash-counts.queries';
import { ScheduleChecks } from './schedule-checks';

const COUNT = 'schedule.count-clashes';
const COUNT_AGAIN = 'schedule.count-clashes-again';
/** Minutes after which a number is counted again when somebody opens the schedule. */
const OLD = 10;

/**
 * How many clashes block the release of each cohort, kept for lists and for the head of its pages, which cannot afford to judge a whole
 * schedule for each row. A write to the schedule stores the number it has just judged. What changes a cohort from elsewhere (its people, its
 * groups, its dates) asks for a count, done by a job a moment after the change is committed. What other cohorts, bookings and availability do
 * to it is found when its overview or schedule is next opened, and for all cohorts every night. The number is not shown while the schedule is
 * at another version than the one that was counted; what a release is judged by is never this number.
 */
@Injectable()
export class ClashCounts {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly checks: ScheduleChecks,
    private readonly queries: ClashCountsQueries,
    jobs: Jobs,
  ) {
    jobs.handle(COUNT, ({ cohortId }: { cohortId: string }) => this.count(cohortId), { atOnce: 2 });
    jobs.on('cohort.made', COUNT);
    jobs.on('cohort.shifted', COUNT);
    jobs.handle(COUNT_AGAIN, () => this.countAgain());
    jobs.every('50 3 * * *', COUNT_AGAIN);
  }

  /** Stores a number the caller has just worked out, for the schedule's version after the caller's change. */
  async keep(tx: Tx, cohortId: string, blocking: number): Promise<void> {
    await this.queries.keep(tx, cohortId, blocking);
  }

  /** Has the clashes counted once this transaction is committed. */
  async ask(tx: Tx, cohortId: string): Promise<void> {
    await tx.enqueue(COUNT, { cohortId });
  }

  /** Has them counted when it is long ago. Whoever may edit and asks first says so at once, so that ten readers ask for one count. */
  async askIfOld(actor: Actor, cohortId: string, countedAt: string | null): Promise<void> {
    const old = new Date(this.clock.now().getTime() - OLD * 60_000);
    if (countedAt !== null && new Date(countedAt) > old) return;
    await this.db.tx(actor, async (tx) => {
      if (await this.queries.claim(tx, cohortId, old)) await this.ask(tx, cohortId);
    });
  }

  /** All that are still ahead or running, one short transaction each. */
  async countAgain(): Promise<void> {
    const ids = await this.db.reading(SYSTEM, (read) => this.queries.ahead(read));
    for (const id of ids) await this.count(id);
  }

  /** Holds the cohort while it counts, so that a change comes before all of it or after. */
  async count(cohortId: string): Promise<void> {
    await this.db.tx(SYSTEM, async (tx) => {
      await lockKnownCohort(tx, cohortId);
      const { blocking } = await this.checks.judged(tx, cohortId);
      await this.keep(tx, cohortId, blocking);
    });
  }
}
