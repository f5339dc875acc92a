import { Injectable } from '@nestjs/common';
import type { Actor } from '@waymark/shared/api/actor';
import { Clock } from '@waymark/shared/api/clock';
import { Db } from '@waymark/shared/api/db';
import { TaskSources } from '@waymark/shared/api/task-sources';
import { addDays } from '@waymark/shared/kernel/dates';
import { atRisk, cohortTasks } from '@waymark/cohorts/domain/cohort-tasks';
import { CohortAspects, mayOf } from '../cohort-aspects';
import { CurrentCohortsQueries } from '../current-cohorts';
import type { StaffHomeView } from './staff-home.contract';

@Injectable()
export class StaffHomeQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly current: CurrentCohortsQueries,
    private readonly aspects: CohortAspects,
    private readonly tasks: TaskSources,
  ) {
    tasks.add('staff', {
      domain: 'cohorts',
      tasks: async (read, actor) => {
        const { cohorts } = await this.current.of(read, actor);
        return cohorts.flatMap((cohort) => {
          const may = mayOf(actor, { providerId: cohort.providerId, cohortId: cohort.id });
          return cohortTasks(cohort, this.aspects.checks(cohort, may), this.clock.today());
        });
      },
    });
  }

  /** What the actor's cohorts, and whatever else they work with, ask of them today. */
  home(actor: Actor): Promise<StaffHomeView> {
    const today = this.clock.today();
    return this.db.reading(actor, async (read) => {
      const { cohorts, more } = await this.current.of(read, actor);
      const ids = cohorts.map(({ id }) => id);
      return {
        today,
        attention: await this.tasks.of('staff', read, actor),
        week: await this.aspects.diary(read, ids, today, addDays(today, 7)),
        atRisk: cohorts
          .filter((cohort) => atRisk(cohort, today))
          .map(({ id, name, stage, startsOn, held, minViable, capacity }) => ({
            cohort: { id, name },
            stage,
            startsOn,
            held,
            minViable,
            capacity,
          })),
        cohorts: { count: cohorts.length, more },
      };
    });
  }
}
