import { addDays, longPeriod, longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { wallMinute, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import { sessionState } from './agenda';
import { changesBetween, type ReleasedSession, type ScheduleChange, type Snapshot } from './release';

/**
 * Whether a cohort is put off or called off for somebody: there is nothing to prepare for and nothing comes next. One that staff plan again stays
 * put off until it is released again, as its sessions do.
 */
export function offOf(
  stage: CohortStage,
  sessions: readonly Pick<ReleasedSession, 'cancelled' | 'postponed'>[],
): 'cancelled' | 'postponed' | null {
  if (stage === 'cancelled') return 'cancelled';
  return stage === 'postponed' || sessions.some((session) => sessionState(session) === 'postponed') ? 'postponed' : null;
}

/** The first session that has not ended, and takes place. */
export function nextOf<One extends { session: Pick<ReleasedSession, 'date' | 'startsAt' | 'duration' | 'cancelled' | 'postponed'> }>(
  agenda: readonly One[],
  now: WallMinute,
): One | null {
  return (
    agenda.find(({ session }) => sessionState(session) === 'on' && wallMinute(session.date, session.startsAt) + session.duration > now) ??
    null
  );
}

/** What changed for somebody between the release they looked at and the last one. Nothing when they never looked: then all of it is new. */
export function changesFor(looked: Snapshot | null, last: Snapshot, isMine: (session: ReleasedSession) => boolean): ScheduleChange[] {
  if (looked === null) return [];
  return changesBetween(looked, last).filter(({ before, after }) => isMine(after) || (before !== null && isMine(before)));
}

interface Step {
  title: string;
  detail: string;
  state: 'done' | 'now' | 'next';
}

/**
 * A programme as its participant meets it: the place, time to prepare, and each run of days with sessions that were released. Days that are only
 * planned are said to nobody outside the team: participants, employers and calendars go by the release alone.
 */
export function stepsOf(
  { enrolledOn, place }: { enrolledOn: LocalDate; place: string },
  sessionDays: readonly LocalDate[],
  today: LocalDate,
): Step[] {
  const runs = runsOf(sessionDays);
  const steps: (Omit<Step, 'state'> & { from: LocalDate; to: LocalDate })[] = [
    { title: 'Place confirmed', detail: longDate(enrolledOn), from: enrolledOn, to: addDays(enrolledOn, -1) },
  ];
  const first = runs[0]?.from;
  if (first && enrolledOn < first) {
    const dayBefore = addDays(first, -1);
    steps.push({ title: 'Prepare', detail: `Until ${longDate(dayBefore)}`, from: enrolledOn, to: dayBefore });
  }
  for (const [at, { from, to }] of runs.entries()) {
    const title = runs.length > 1 ? `${place}, part ${at + 1}` : place;
    steps.push({ title, detail: longPeriod(from, to), from, to });
  }
  const dated = steps.map(({ title, detail, from, to }): Step => ({
    title,
    detail,
    state: to < today ? 'done' : from <= today ? 'now' : 'next',
  }));
  return first ? dated : [...dated, { title: place, detail: 'Dates to be confirmed', state: 'next' }];
}

/** Days that follow each other, as one run. */
function runsOf(days: readonly LocalDate[]): { from: LocalDate; to: LocalDate }[] {
  const runs: { from: LocalDate; to: LocalDate }[] = [];
  for (const day of [...new Set(days)].sort()) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) >= day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}
