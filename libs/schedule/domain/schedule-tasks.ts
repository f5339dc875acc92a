import { cohortTask, isAhead, isNear, type CurrentCohort } from '@waymark/cohorts/domain/cohort-tasks';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Task } from '@waymark/shared/kernel/task';
import { many } from '@waymark/shared/kernel/words';
import type { ScheduleFacts } from './schedule-readiness';

/** What the schedule of a cohort asks of its team today. Changes that nobody has been told of are always said. */
export function scheduleTasks(
  cohort: Pick<CurrentCohort, 'id' | 'name' | 'stage' | 'startsOn'> &
    Pick<ScheduleFacts, 'blocking' | 'unscheduled' | 'unconfirmedFacilitators' | 'unreleased'>,
  today: LocalDate,
): Task[] {
  const { blocking, unscheduled, unconfirmedFacilitators, unreleased } = cohort;
  const tasks: Task[] = [];
  const ask = (said: Pick<Task, 'code' | 'title' | 'tone'>) => tasks.push(cohortTask(cohort, { ...said, page: 'schedule' }));
  const near = isNear(cohort, today);
  if (isAhead(cohort.stage) && blocking)
    ask({ code: 'clashes', title: `${many(blocking, 'clash blocks', 'clashes block')} the release`, tone: 'alert' });
  if (near && unscheduled > 0)
    ask({ code: 'unscheduled', title: `${many(unscheduled, 'session has', 'sessions have')} no day and time`, tone: 'warn' });
  if (near && unconfirmedFacilitators > 0)
    ask({
      code: 'facilitators',
      title: `${many(unconfirmedFacilitators, 'facilitator is', 'facilitators are')} not confirmed`,
      tone: 'warn',
    });
  if (unreleased > 0)
    ask({
      code: 'unreleased',
      title: `${many(unreleased, 'session has', 'sessions have')} changes that are not released`,
      tone: 'warn',
    });
  return tasks;
}
