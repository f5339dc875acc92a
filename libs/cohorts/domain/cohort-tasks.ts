import { addDays, dayNumber, longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import type { Task } from '@waymark/shared/kernel/task';
import { many } from '@waymark/shared/kernel/words';
import type { CohortStage } from './cohort-lifecycle';
import { problemsIn, type ReadinessCheck } from './readiness';

/** A cohort that a team looks after now: in delivery, or starting before long. */
export interface CurrentCohort {
  id: string;
  name: string;
  providerId: string;
  stage: CohortStage;
  startsOn: LocalDate;
  endsOn: LocalDate;
  goDecisionOn: LocalDate | null;
  capacity: number;
  minViable: number;
  held: number;
  /** Rooms held for the cohort, with the day each hold ends. */
  holds: readonly { room: string; expiresOn: LocalDate }[];
}

/** Days before a decision, a hold's end or a start from which they are said. */
const SOON = 14;
/** Days before the start in which too few people or an unfinished schedule is pressing. */
const NEAR = 56;

const BEFORE_DELIVERY: readonly CohortStage[] = ['planning', 'open_for_applications', 'selecting', 'confirmed'];
const UNDECIDED: readonly CohortStage[] = ['planning', 'open_for_applications', 'selecting'];

/** Is delivery still ahead? */
export const isAhead = (stage: CohortStage): boolean => BEFORE_DELIVERY.includes(stage);

/** Does it start so soon that what is missing is pressing? */
export const isNear = ({ stage, startsOn }: Pick<CurrentCohort, 'stage' | 'startsOn'>, today: LocalDate): boolean =>
  isAhead(stage) && startsOn <= addDays(today, NEAR);

/** Near and with too few people: these may have to be called off. */
export const atRisk = (cohort: Pick<CurrentCohort, 'stage' | 'startsOn' | 'held' | 'minViable'>, today: LocalDate): boolean =>
  isNear(cohort, today) && cohort.held < cohort.minViable;

/** A task about a cohort, done on one of its pages: by its first day, unless another day is said. */
export function cohortTask(
  { id, name, startsOn }: Pick<CurrentCohort, 'id' | 'name' | 'startsOn'>,
  { page, ...said }: Pick<Task, 'code' | 'title' | 'tone'> & { page: string; due?: LocalDate | null },
): Task {
  return {
    detail: '',
    status: '',
    due: startsOn,
    ...said,
    link: `/cohorts/${id}/${page}`,
    fragment: null,
    about: { id, name, link: `/cohorts/${id}/overview` },
  };
}

/**
 * What a cohort itself asks of its team today; and how many of its checks ask for attention, which is the number beside it in the list of cohorts,
 * so that a home never says "nothing" where the list says otherwise.
 */
export function cohortTasks(cohort: CurrentCohort, checks: readonly ReadinessCheck[], today: LocalDate): Task[] {
  const { stage, startsOn, endsOn, goDecisionOn, holds, held, minViable } = cohort;
  const tasks: Task[] = [];
  const ask = (said: Parameters<typeof cohortTask>[1]) => tasks.push(cohortTask(cohort, said));
  if (UNDECIDED.includes(stage) && goDecisionOn && goDecisionOn <= addDays(today, SOON))
    ask({
      code: 'go_decision',
      title:
        goDecisionOn < today
          ? `Decide whether it goes ahead. This was due on ${longDate(goDecisionOn)}`
          : `Decide whether it goes ahead by ${longDate(goDecisionOn)}`,
      tone: goDecisionOn <= today ? 'alert' : 'warn',
      due: goDecisionOn,
      page: 'overview',
    });
  if (stage === 'confirmed' && startsOn <= today)
    ask({ code: 'start', title: 'Start delivery: the cohort has reached its first day', tone: 'alert', page: 'overview' });
  if (stage === 'in_delivery' && endsOn < today)
    ask({ code: 'deliver', title: 'Mark it as delivered: the last day has passed', tone: 'warn', due: endsOn, page: 'overview' });
  if (atRisk(cohort, today))
    ask({
      code: 'below_viable',
      title: `${held} of at least ${many(minViable, 'person', 'people')} enrolled, ${startsIn(startsOn, today)}`,
      tone: 'alert',
      page: 'people',
    });
  for (const { room, expiresOn } of holds) {
    if (expiresOn > addDays(today, SOON)) continue;
    ask({
      code: 'hold',
      title:
        expiresOn < today ? `The hold on ${room} ended on ${longDate(expiresOn)}` : `The hold on ${room} ends on ${longDate(expiresOn)}`,
      tone: expiresOn <= today ? 'alert' : 'warn',
      due: expiresOn,
      page: 'schedule',
    });
  }
  const problems = problemsIn(checks);
  if (problems > 0)
    ask({ code: 'checks', title: `${many(problems, 'check needs', 'checks need')} attention`, tone: 'todo', page: 'overview' });
  return tasks;
}

/** "starts today", "starts tomorrow", "starts in 12 days" */
export function startsIn(startsOn: LocalDate, today: LocalDate): string {
  const days = dayNumber(startsOn) - dayNumber(today);
  if (days === 0) return 'starts today';
  if (days < 0) return days === -1 ? 'started yesterday' : `started ${-days} days ago`;
  return days === 1 ? 'starts tomorrow' : `starts in ${days} days`;
}
