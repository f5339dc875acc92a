import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import type { Task } from '@waymark/shared/kernel/task';

/** Where somebody stands on one cohort of theirs. */
export interface MyStanding {
  cohortId: string;
  name: string;
  takesPart: boolean;
  /** Number of the last release with a session of theirs; `null` when nothing was released to them. */
  released: number | null;
  /** The release they last looked at. */
  looked: number | null;
  /** Changes of their own sessions since they looked. */
  changed: number;
  needsConfirmed: boolean;
  /** Those of their sessions that were released: the first after today is the one for which rooms are made ready next. */
  days: readonly LocalDate[];
}

/** Only what can be done now: an agenda to read when there is one, needs to confirm when they take part. */
export function participantTasks(standings: readonly MyStanding[], today: LocalDate): Task[] {
  return standings.flatMap((standing) => {
    const { cohortId, name, takesPart, released, looked, changed } = standing;
    const about = { id: cohortId, name, link: '/my/agenda' };
    const agenda = { detail: name, due: null, link: '/my/agenda', fragment: null, about };
    const tasks: Task[] = [];
    if (released !== null && looked !== null && changed > 0)
      tasks.push({ code: 'agenda_changed', title: 'See what changed in your agenda', tone: 'warn', status: 'Changed', ...agenda });
    if (released !== null && looked === null)
      tasks.push({ code: 'agenda_new', title: 'Read your agenda', tone: 'new', status: 'New', ...agenda });
    if (takesPart) tasks.push({ ...needsTask(standing, today), about });
    return tasks;
  });
}

function needsTask({ cohortId, name, needsConfirmed, days }: MyStanding, today: LocalDate): Omit<Task, 'about'> {
  const due = needsConfirmed ? null : (days.find((day) => day > today) ?? null);
  return {
    code: 'access_needs',
    title: 'Tell us what you need at the venue',
    detail: due ? `${name}. Tell us before ${dayWords(due, today)}` : name,
    due,
    link: '/my/access-needs',
    fragment: `needs-${cohortId}`,
    ...(needsConfirmed ? { tone: 'done', status: 'Completed' } : { tone: 'todo', status: 'Not started' }),
  };
}

/** 'Thursday 24 June', or 'Thursday 24 June 2027' when that is not the year of today. */
export function dayWords(date: LocalDate, today: LocalDate): string {
  const words = longDate(date, { withWeekday: true });
  return date.slice(0, 4) === today.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words;
}
