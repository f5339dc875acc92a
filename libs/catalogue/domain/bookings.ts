import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import { wallDate, wallTime, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import type { CatalogueCode } from './manifest';

export const BOOKING_STATUSES = {
  enquiry: 'enquiry',
  held: 'held',
  contracted: 'contracted',
  used: 'used',
  released: 'released',
  expired: 'expired',
  cancelled: 'cancelled',
} as const;
export type BookingStatus = keyof typeof BOOKING_STATUSES;
export const BOOKING_STATUS_CODES = Object.keys(BOOKING_STATUSES) as BookingStatus[];

/** From each status, where a booking can go. */
export const BOOKING_TRANSITIONS: Record<BookingStatus, readonly BookingStatus[]> = {
  enquiry: ['held', 'contracted', 'cancelled'],
  held: ['contracted', 'released', 'expired'],
  contracted: ['used', 'cancelled'],
  used: [],
  released: [],
  expired: [],
  cancelled: [],
};

/** A booking begins as one of these; the others are reached. */
export const FIRST_STATUSES = ['enquiry', 'held', 'contracted'] as const satisfies readonly BookingStatus[];

/** While a booking is one of these, nobody else has the room. */
export const LIVE_STATUSES = ['held', 'contracted', 'used'] as const satisfies readonly BookingStatus[];

export function isLive(status: BookingStatus): boolean {
  return (LIVE_STATUSES as readonly BookingStatus[]).includes(status);
}

/** Times are wall-clock minutes; set-up comes before the start and clear-up after the end. */
export interface Booking {
  id: string | null;
  /** The name of the room, for the words of a refusal. */
  room: string;
  holder: string;
  start: WallMinute;
  end: WallMinute;
  setUp: number;
  clearUp: number;
  status: BookingStatus;
  holdExpiresOn: LocalDate | null;
}

/** Why a booking cannot stand as it is written. `others` are the bookings of the same room around that time. */
export function bookingRefusals(booking: Booking, others: readonly Booking[], today: LocalDate): Refusal<CatalogueCode>[] {
  const refusals: Refusal<CatalogueCode>[] = [];
  if (booking.end <= booking.start) refusals.push({ code: 'catalogue_booking_order', pointer: '/endsAt' });
  if (booking.status === 'held') refusals.push(...holdRefusals(booking.holdExpiresOn, today));
  return [...refusals, ...roomRefusals(booking, others)];
}

/** Why this booking cannot go from its status to `to`. `booking` is as it would be afterwards, except for its status. */
export function statusRefusals(
  booking: Booking & { reason?: string | undefined },
  to: BookingStatus,
  others: readonly Booking[],
  today: LocalDate,
): Refusal<CatalogueCode>[] {
  const from = booking.status;
  if (!BOOKING_TRANSITIONS[from].includes(to))
    return [
      { code: 'catalogue_booking_transition', facts: { from: BOOKING_STATUSES[from], to: BOOKING_STATUSES[to] }, pointer: '/status' },
    ];
  if (to === 'cancelled' && !booking.reason) return [{ code: 'catalogue_booking_reason', pointer: '/reason' }];
  if (to === 'used' && wallDate(booking.start) > today) return [{ code: 'catalogue_booking_not_started', pointer: '/status' }];
  if (to === 'expired' && (booking.holdExpiresOn === null || booking.holdExpiresOn >= today))
    return [{ code: 'catalogue_hold_not_over', pointer: '/status' }];
  const after = { ...booking, status: to };
  return [...(to === 'held' ? holdRefusals(booking.holdExpiresOn, today) : []), ...roomRefusals(after, others)];
}

/** Why this booking cannot be edited: what is over stays as it was. */
export function bookingEditRefusals(status: BookingStatus): Refusal<CatalogueCode>[] {
  return BOOKING_TRANSITIONS[status].length === 0 ? [{ code: 'catalogue_booking_over', facts: { status: BOOKING_STATUSES[status] } }] : [];
}

function holdRefusals(expiresOn: LocalDate | null, today: LocalDate): Refusal<CatalogueCode>[] {
  if (expiresOn === null) return [{ code: 'catalogue_hold_needs_end', pointer: '/holdExpiresOn' }];
  return expiresOn < today ? [{ code: 'catalogue_hold_in_past', pointer: '/holdExpiresOn' }] : [];
}

/** One live booking at a time; and its set-up and clear-up stay clear of the neighbours'. */
function roomRefusals(booking: Booking, others: readonly Booking[]): Refusal<CatalogueCode>[] {
  if (!isLive(booking.status)) return [];
  const rivals = others.filter((other) => (booking.id === null || other.id !== booking.id) && isLive(other.status));
  const taken = rivals.find((other) => booking.start < other.end && other.start < booking.end);
  if (taken) {
    const facts = { room: booking.room, holder: taken.holder, when: spanWords(taken) };
    return [{ code: 'catalogue_room_booked', facts, pointer: '/startsAt' }];
  }
  const close = rivals.find(
    (other) => booking.start - booking.setUp < other.end + other.clearUp && other.start - other.setUp < booking.end + booking.clearUp,
  );
  if (!close) return [];
  const facts = {
    room: booking.room,
    holder: close.holder,
    from: wallTime(close.start - close.setUp),
    to: wallTime(close.end + close.clearUp),
  };
  return [{ code: 'catalogue_room_not_clear', facts, pointer: close.start < booking.start ? '/setUp' : '/clearUp' }];
}

/** "24 June 2027, 09:00 to 17:00", or with both days where it ends on another. */
function spanWords({ start, end }: { start: WallMinute; end: WallMinute }): string {
  const [from, to] = [wallDate(start), wallDate(end)];
  if (from === to) return `${longDate(from)}, ${wallTime(start)} to ${wallTime(end)}`;
  return `${wallTime(start)} on ${longDate(from)} to ${wallTime(end)} on ${longDate(to)}`;
}

/** Where somebody can take a booking today: along the table, but a room is used once its day has come, and a hold ends by itself. */
export function nextStatuses({ status, startsOn }: { status: BookingStatus; startsOn: LocalDate }, today: LocalDate): BookingStatus[] {
  return BOOKING_TRANSITIONS[status].filter((to) => to !== 'expired' && !(to === 'used' && startsOn > today));
}
