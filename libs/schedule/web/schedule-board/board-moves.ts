import { SLOT } from './board-layout';
import { BoardDay, BoardPerson, BoardPlace, BoardRoom, BoardSession } from './board-model';

/** Where sessions may go: the days on screen and the columns, in the order shown. */
interface Field {
  days: readonly BoardDay[];
  rooms: readonly BoardRoom[];
}

export type Step = 'earlier' | 'later' | 'room-before' | 'room-after' | 'day-before' | 'day-after';

/** The step a key asks for. Page keys change the day, and so do Shift and the up and down arrows, for keyboards without page keys. */
export function stepFor(key: string, shift: boolean): Step | null {
  switch (key) {
    case 'ArrowUp':
      return shift ? 'day-before' : 'earlier';
    case 'ArrowDown':
      return shift ? 'day-after' : 'later';
    case 'ArrowLeft':
      return shift ? 'day-before' : 'room-before';
    case 'ArrowRight':
      return shift ? 'day-after' : 'room-after';
    case 'PageUp':
      return 'day-before';
    case 'PageDown':
      return 'day-after';
    default:
      return null;
  }
}

/** The place one step on, or why there is none. `minutes` is how long the session takes. */
export function stepped(place: BoardPlace, step: Step, minutes: number, { days, rooms }: Field): BoardPlace | string {
  const at = days.findIndex((day) => day.date === place.day);
  const day = days[at];
  if (!day) return 'This day is not on the board.';
  if (step === 'earlier' || step === 'later') {
    const start = step === 'earlier' ? Math.ceil(place.start / SLOT - 1) * SLOT : Math.floor(place.start / SLOT + 1) * SLOT;
    if (start < day.opens) return 'This is the start of the day.';
    if (start + minutes > day.closes) return 'This is the end of the day.';
    return { ...place, start };
  }
  if (step === 'room-before' || step === 'room-after') {
    const room = rooms[rooms.findIndex((one) => one.id === place.roomId) + (step === 'room-after' ? 1 : -1)];
    return room ? { ...place, roomId: room.id } : step === 'room-after' ? 'This is the last room.' : 'This is the first room.';
  }
  const other = days[at + (step === 'day-after' ? 1 : -1)];
  if (!other) return step === 'day-after' ? 'This is the last day on screen.' : 'This is the first day on screen.';
  return { ...place, day: other.date, start: fitted(place.start, minutes, other) };
}

/** The nearest start on the raster at which the session fits between opening and closing. */
export function fitted(start: number, minutes: number, day: BoardDay): number {
  const last = Math.floor((day.closes - minutes) / SLOT) * SLOT;
  return Math.max(Math.ceil(day.opens / SLOT) * SLOT, Math.min(last, Math.round(start / SLOT) * SLOT));
}

/** Every start the Move dialog offers, with the present one even where it is off the raster or outside the hours. */
export function startTimes(day: BoardDay, minutes: number, present: number | null): number[] {
  const starts = new Set<number>(present === null ? [] : [present]);
  for (let start = Math.ceil(day.opens / SLOT) * SLOT; start + minutes <= day.closes; start += SLOT) starts.add(start);
  return [...starts].sort((one, other) => one - other);
}

/** Where the Move dialog begins for a session that stands nowhere yet: the first day and room. */
export const firstPlace = ({ days, rooms }: Field): BoardPlace => ({
  day: days[0]?.date ?? null,
  start: days[0]?.opens ?? 0,
  roomId: rooms[0]?.id ?? null,
});

type PersonRow = { kind: 'session'; session: BoardSession } | { kind: 'gap'; start: number; end: number };

/** One person's day in order, with the free time between sessions. Sessions that overlap leave no gap between them. */
export function personDay(person: BoardPerson, day: BoardDay, sessions: readonly BoardSession[]): PersonRow[] {
  const mine = new Set(person.sessionIds);
  const theirs = sessions
    .filter((session) => session.day === day.date && mine.has(session.id))
    .sort((one, other) => one.start - other.start || one.end - other.end);
  const rows: PersonRow[] = [];
  let until: number | null = null;
  for (const session of theirs) {
    if (until !== null && session.start > until) rows.push({ kind: 'gap', start: until, end: session.start });
    rows.push({ kind: 'session', session });
    until = Math.max(until ?? 0, session.end);
  }
  return rows;
}
