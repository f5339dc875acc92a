import { DayNumber, Span } from './model';
import { dayOf, lastDayOf, overlap } from './time';

/** Spans by the days they touch, so that a question about an hour looks at one day. */
export class DayIndex<T> {
  private readonly days = new Map<DayNumber, { span: Span; value: T }[]>();

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

  /** Visits once every value whose span overlaps. */
  overlapping(span: Span, visit: (value: T) => void): void {
    const first = dayOf(span.start);
    const last = lastDayOf(span);
    for (let day = first; day <= last; day++) {
      for (const entry of this.days.get(day) ?? []) {
        // A span over several days stands in each: it counts on the first day that both touch.
        if (overlap(span, entry.span) && day === Math.max(first, dayOf(entry.span.start))) visit(entry.value);
      }
    }
  }
}
