import type { LocalDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import { bookingEditRefusals, bookingRefusals, BOOKING_TRANSITIONS, statusRefusals, type Booking, type BookingStatus } from './bookings';
import type { CatalogueCode } from './manifest';

/** A booking as it would be afterwards. `was` is its status before, or null for a new one; `pointer` is its place in what was sent. */
export interface BatchItem {
  roomId: string;
  pointer: string;
  booking: Booking;
  was: BookingStatus | null;
}

/** A booking that is changed together with others keeps its status where the wished one would be a step back. */
export function batchStatus(was: BookingStatus, wished: BookingStatus): BookingStatus {
  return BOOKING_TRANSITIONS[was].includes(wished) ? wished : was;
}

/**
 * Why these bookings cannot be made together: each is judged beside what is there already and beside those before it. What is the same
 * for all of them, such as the end of a hold, is said once.
 */
export function batchRefusals(
  items: readonly BatchItem[],
  others: readonly (Booking & { roomId: string })[],
  today: LocalDate,
): Refusal<CatalogueCode>[] {
  const changed = new Set(items.map(({ booking }) => booking.id));
  const there = others.filter(({ id }) => !changed.has(id));
  const said = new Map<string, Refusal<CatalogueCode>>();
  items.forEach((item, at) => {
    const before = items.slice(0, at).filter(({ roomId }) => roomId === item.roomId);
    const rivals = [...there.filter(({ roomId }) => roomId === item.roomId), ...before.map(({ booking }) => booking)];
    for (const refusal of refusalsOf(item, rivals, today)) {
      const pointer = SHARED.includes(refusal.pointer ?? '') ? refusal.pointer! : `${item.pointer}${refusal.pointer ?? ''}`;
      said.set(`${pointer} ${refusal.code}`, { ...refusal, pointer });
    }
  });
  return [...said.values()];
}

const SHARED = ['/holdExpiresOn'];

function refusalsOf({ booking, was }: BatchItem, rivals: Booking[], today: LocalDate): Refusal<CatalogueCode>[] {
  if (was === null) return bookingRefusals(booking, rivals, today);
  const over = bookingEditRefusals(was);
  if (over.length > 0) return over;
  if (was === booking.status) return bookingRefusals(booking, rivals, today);
  return [
    ...(booking.end <= booking.start ? bookingRefusals({ ...booking, status: 'enquiry' }, [], today) : []),
    ...statusRefusals({ ...booking, status: was }, booking.status, rivals, today),
  ];
}
