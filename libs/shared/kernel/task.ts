import type { LocalDate } from './dates';

/** How pressing a task is, the most pressing first: late or about to be; soon; not seen yet; to be done; done. */
export const TASK_TONES = ['alert', 'warn', 'new', 'todo', 'done'] as const;
export type TaskTone = (typeof TASK_TONES)[number];

/** Something that somebody should do, in the words of the domain that asks for it. What is done stays in a list, so that people see it ticked. */
export interface Task {
  /** Which kind, for keys and tests. No page says anything of its own about it. */
  code: string;
  /** "3 clashes block the release", "Read your agenda" */
  title: string;
  /** What else there is to know, or nothing. */
  detail: string;
  tone: TaskTone;
  /** "Not started", "Changed": beside the task where a page shows how far people are with it. */
  status: string;
  /** The day by which, where there is one. */
  due: LocalDate | null;
  /** Where it is done: an address of the web, and the part of that page. */
  link: string;
  fragment: string | null;
  /** What it is about: a page puts tasks about one thing together. */
  about: { id: string; name: string; link: string };
}

/** The one order in which tasks are shown, whoever asks for them: by how pressing they are, then by the day; otherwise as they were asked for. */
export function byUrgency(tasks: readonly Task[]): Task[] {
  return [...tasks].sort(
    (one, other) =>
      TASK_TONES.indexOf(one.tone) - TASK_TONES.indexOf(other.tone) || compareDays(one.due ?? LATER_THAN_ANY, other.due ?? LATER_THAN_ANY),
  );
}

const LATER_THAN_ANY = '9999-12-31';
const compareDays = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
