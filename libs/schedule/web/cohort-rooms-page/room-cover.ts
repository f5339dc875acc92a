import type { CoverBooking, RoomHours, RoomSession, Wanted } from '@waymark/schedule/domain/room-cover';
import type { components } from '@waymark/shared/client/schema';
import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { wallDate, wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';

export type RoomCover = components['schemas']['RoomCover'];
type BookRooms = components['schemas']['BookRooms'];

/** The sessions that stand in a room at a time, for the rule to judge. */
export const sessionsIn = (cover: RoomCover): (RoomSession & { title: string })[] =>
  cover.sessions.flatMap(({ id, title, roomId, startsOn, startsAt, endsOn, endsAt, setUp, clearUp }) =>
    roomId !== null && startsOn !== null && startsAt !== null && endsOn !== null && endsAt !== null
      ? [{ id, title, roomId, start: minute(startsOn, startsAt), end: minute(endsOn, endsAt), setUp, clearUp }]
      : [],
  );

export const bookingsIn = (cover: RoomCover): CoverBooking[] =>
  cover.bookings.map(({ startsOn, startsAt, endsOn, endsAt, ...booking }) => ({
    ...booking,
    start: minute(startsOn, startsAt),
    end: minute(endsOn, endsAt),
  }));

/** What to send so that these hours are booked: new bookings, and the cohort's own with their versions. */
export function batchFor(
  { cohortId, status, holdExpiresOn }: { cohortId: string; status: Wanted; holdExpiresOn: string },
  hours: readonly RoomHours[],
  cover: RoomCover,
): BookRooms {
  const spanOf = ({ start, end }: RoomHours) => ({
    startsOn: wallDate(start),
    startsAt: wallTime(start),
    endsOn: wallDate(end),
    endsAt: wallTime(end),
  });
  return {
    cohortId,
    holder: '',
    status,
    holdExpiresOn: status === 'held' ? holdExpiresOn || null : null,
    setUp: 0,
    clearUp: 0,
    costPence: null,
    add: hours.filter(({ bookingId }) => bookingId === null).map((one) => ({ roomId: one.roomId, ...spanOf(one) })),
    change: hours.flatMap((one) =>
      cover.bookings.filter(({ id }) => id === one.bookingId).map(({ id, version }) => ({ id, version, ...spanOf(one) })),
    ),
  };
}

export const dayWords = (at: number): string => longDate(wallDate(at), { withWeekday: true });
export const timeWords = ({ start, end }: { start: number; end: number }): string =>
  wallDate(start) === wallDate(end)
    ? `${wallTime(start)} to ${wallTime(end)}`
    : `${wallTime(start)} to ${wallTime(end)} on ${longDate(wallDate(end))}`;

const minute = (day: string, time: string): number => wallMinute(day as LocalDate, time);
