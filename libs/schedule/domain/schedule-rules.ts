import { longDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import { isOnWall, wallDate, wallTime, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import type { Clash } from '@waymark/engines/timetable/model';
import { blockingGaps, gapNames, gapTitle, type Gap } from './release-gaps';
import type { ScheduleSession, SessionStatus } from './schedule';
import type { ScheduleCode } from './manifest';

const OVER = ['cancelled', 'closed'];
const PAST: readonly string[] = ['in_progress', 'delivered', 'register_closed'];

/** Why nothing may change in this schedule any more. */
export function scheduleRefusals({ stage }: { stage: string }): Refusal<ScheduleCode>[] {
  return OVER.includes(stage) ? [{ code: 'schedule_cohort_over' }] : [];
}

/** Why this session stays as it is. */
export function editRefusals({ status, title }: Pick<ScheduleSession, 'status' | 'title'>): Refusal<ScheduleCode>[] {
  if (status === 'cancelled') return [{ code: 'schedule_session_cancelled', facts: { title } }];
  if (PAST.includes(status)) return [{ code: 'schedule_session_past', facts: { title } }];
  return [];
}

interface Holdable {
  status: SessionStatus;
  startsAt: Date | null;
  /** People were told that it is put off. */
  putOff: boolean;
}

/** Was it held? What people were told of and whose time has come has taken place, whether or not anybody has said so yet; not what was put off. */
function wasHeld({ status, startsAt, putOff }: Holdable, now: Date): boolean {
  return PAST.includes(status) || (status === 'released' && !putOff && startsAt !== null && startsAt <= now);
}

/** Why a schedule may not be moved as a whole: what was held stays where it was. */
export function shiftRefusals(sessions: readonly Holdable[], now: Date): Refusal<ScheduleCode>[] {
  return sessions.some((session) => wasHeld(session, now)) ? [{ code: 'schedule_shift_delivered' }] : [];
}

/** Sessions that would start in the hour that no clock shows when it goes forward: kept, they would be an hour later, and never come back. */
export function clockRefusals(sessions: readonly { title: string; start: WallMinute | null }[]): Refusal<ScheduleCode>[] {
  return sessions.flatMap(({ title, start }) =>
    start === null || isOnWall(start)
      ? []
      : [{ code: 'schedule_no_such_time' as const, facts: { title, time: wallTime(start), day: longDate(wallDate(start)) } }],
  );
}

/** Why it may not go there. Who was told about a session hears of its end by a cancellation, not by its absence. */
export function moveRefusals(session: Pick<ScheduleSession, 'status' | 'title'>, to: { date: string | null }): Refusal<ScheduleCode>[] {
  const refusals = editRefusals(session);
  if (refusals.length === 0 && to.date === null && session.status === 'released') {
    refusals.push({ code: 'schedule_released_off', facts: { title: session.title } });
  }
  return refusals;
}

/** Why a session may not be deleted: once people were told about it, it is cancelled instead. */
export function deleteRefusals(
  { status, title }: Pick<ScheduleSession, 'status' | 'title'>,
  wasReleased: boolean,
): Refusal<ScheduleCode>[] {
  return status !== 'draft' || wasReleased ? [{ code: 'schedule_delete_released', facts: { title } }] : [];
}

/** Clashes that a change would bring and that may not be saved. */
export function saveRefusals(added: readonly Clash[]): Refusal<ScheduleCode>[] {
  return added
    .filter(({ severity }) => severity === 'block_save')
    .map(({ title, sentence }) => ({ code: 'schedule_clash_blocks_save', facts: { title, sentence } }));
}

/** A cohort that is put off is planned again before anything of it is released. */
export function postponedRefusals({ stage }: { stage: string }): Refusal<ScheduleCode>[] {
  return stage === 'postponed' ? [{ code: 'schedule_postponed' }] : [];
}

/** Why the schedule may not be released as it is. */
export function releaseRefusals({
  standing,
  gaps,
  changes,
  released,
}: {
  standing: readonly Clash[];
  gaps: readonly Gap[];
  changes: number;
  released: boolean;
}): Refusal<ScheduleCode>[] {
  if (changes === 0) return [{ code: released ? 'schedule_nothing_to_release' : 'schedule_nothing_scheduled' }];
  return [
    ...standing.map(({ title, sentence }) => ({ code: 'schedule_clash_blocks_release' as const, facts: { title, sentence } })),
    ...blockingGaps(gaps).map((gap) => ({
      code: 'schedule_gap_blocks_release' as const,
      facts: { title: gapTitle(gap.code, gap.sessions.length), names: gapNames(gap) },
    })),
  ];
}

/** Would these "comes after" links lead back to a session itself? `orders` holds every link of the schedule as it would be. */
export function orderRefusals(orders: readonly { id: string; afterIds: readonly string[] }[]): Refusal<ScheduleCode>[] {
  const after = new Map(orders.map(({ id, afterIds }) => [id, afterIds]));
  const done = new Set<string>();
  const leadsBack = (id: string, path: ReadonlySet<string>): boolean => {
    if (path.has(id)) return true;
    if (done.has(id)) return false;
    done.add(id);
    return (after.get(id) ?? []).some((earlier) => leadsBack(earlier, new Set([...path, id])));
  };
  return orders.some(({ id }) => leadsBack(id, new Set())) ? [{ code: 'schedule_order_circle', pointer: '/after' }] : [];
}
