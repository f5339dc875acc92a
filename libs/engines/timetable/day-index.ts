import { DayNumber, Span } from './model';
import { dayOf, lastDayOf, overlap } from './time';

export interface Entry<T> {
  span: Span;
  value: T;
}

/** Spans by the days they touch, so that a question about an hour looks at one day. */
export class DayIndex<T> {
  private readonly days = new Map<DayNumber, Entry<T>[]>();

  add(span: Span, value: T): void {
    for (let day = dayOf(span.start); day <= lastDayOf(span); day++) {
      const entries = this.days.get(day);
      if (entries) entries.push({ span, value });
      else this.days.set(day, [{ span, value }]);
    }
  }

  /** Takes out what was added with the same span and value. */
  remove(span: Span, value: T): void {
    for (let day = dayOf(span.start); day <= lastDayOf(span); day++) {
      const entries = this.days.get(day);
      const at = entries?.findIndex((entry) => entry.value === value) ?? -1;
      if (at >= 0) entries!.splice(at, 1);
    }
  }

  /** What touches a day. What touches several stands in each of them. */
  on(day: DayNumber): readonly Entry<T>[] {
    return this.days.get(day) ?? [];
  }

  /** Visits once every value whose span overlaps. */
  overlapping(span: Span, visit: (value: T) => void): void {
    const first = dayOf(span.start);
    const last = lastDayOf(span);
    for (let day = first; day <= last; day++) {
      for (const entry of this.days.get(day) ?? []) {
        if (overlap(span, entry.span) && countsOn(day, first, entry.span)) visit(entry.value);
      }
    }
  }
}

/** A span over several days stands in each: it counts on the first day that it shares with a question that begins on `first`. */
export function countsOn(day: DayNumber, first: DayNumber, { start }: Span): boolean {
  return day === Math.max(first, dayOf(start));
}
