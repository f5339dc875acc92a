import { Booking, Session, Span, WallMinute } from './model';

/** A session on the schedule. */
export type Placed = Session & { start: WallMinute };

export function isPlaced(session: Session): session is Placed {
  return session.start !== null;
}

/** When its people are busy. */
export function spanOf({ start, duration }: Pick<Placed, 'start' | 'duration'>): Span {
  return { start, end: start + duration };
}

/** When its room is busy: with set-up and clear-up. */
export function roomSpanOf({ start, duration, setUp, clearUp }: Pick<Placed, 'start' | 'duration' | 'setUp' | 'clearUp'>): Span {
  return { start: start - setUp, end: start + duration + clearUp };
}

/** When a booking takes the room: with set-up and clear-up. */
export function bookingSpanOf({ start, end, setUp, clearUp }: Booking): Span {
  return { start: start - setUp, end: end + clearUp };
}

/** Spans in order, those that touch or overlap made one. */
export function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else result.push({ ...span });
  }
  return result;
}

/** The earlier of two first: by start, then end, then id, so that the answer does not depend on who asks. */
export function inOrder<T extends Placed>(one: T, other: T): [T, T] {
  const before = one.start - other.start || one.duration - other.duration || (one.id < other.id ? -1 : 1);
  return before <= 0 ? [one, other] : [other, one];
}
