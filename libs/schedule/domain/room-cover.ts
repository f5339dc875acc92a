import { dayNumber, longDate, longPeriod, type LocalDate, type LocalTime } from '@waymark/shared/kernel/dates';
import { wallDate, wallMinute, wallTime, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import { isLive, type BookingStatus } from '@waymark/catalogue/domain/bookings';

/** A session that people attend in a room. */
export interface RoomSession {
  id: string;
  roomId: string;
  start: WallMinute;
  end: WallMinute;
  /** Minutes. */
  setUp: number;
  clearUp: number;
}

/** A booking of a room; `ours` where it is for the cohort that asks. */
export interface CoverBooking {
  id: string;
  roomId: string;
  ours: boolean;
  start: WallMinute;
  end: WallMinute;
  setUp: number;
  clearUp: number;
  status: BookingStatus;
}

export type Wanted = 'held' | 'contracted';

/** Hours to book. `bookingId` is the cohort's own booking that is lengthened or contracted, or null for a new one. */
export interface RoomHours {
  roomId: string;
  bookingId: string | null;
  start: WallMinute;
  end: WallMinute;
  sessionIds: string[];
}

/** A session whose room cannot be booked for it, because of this booking. */
interface RoomBlock {
  sessionId: string;
  bookingId: string;
}

export interface RoomPlan {
  hours: RoomHours[];
  blocked: RoomBlock[];
}

/** The sessions that no single booking of the cohort covers from start to end. A hold is enough where only a hold is wanted. */
export function uncovered<Session extends RoomSession>(
  sessions: readonly Session[],
  bookings: readonly CoverBooking[],
  wanted: Wanted,
): Session[] {
  const good = bookings.filter(({ ours, status }) => ours && isLive(status) && (wanted === 'held' || status !== 'held'));
  return sessions.filter(({ roomId, start, end }) => !good.some((one) => one.roomId === roomId && one.start <= start && one.end >= end));
}

/** The hours that all of these sessions fall into, with set-up and clear-up, out to the half hour; null without a session. */
export function usualHours(sessions: readonly RoomSession[]): { from: LocalTime; to: LocalTime } | null {
  if (sessions.length === 0) return null;
  const inDay = (session: RoomSession, minute: WallMinute) => minute - dayNumber(wallDate(session.start)) * 1440;
  const from = Math.min(...sessions.map((one) => inDay(one, one.start - one.setUp)));
  const to = Math.max(...sessions.map((one) => inDay(one, one.end + one.clearUp)));
  // A day ends at 23:59: midnight is the next day's.
  return { from: wallTime(Math.max(0, Math.floor(from / 30) * 30)), to: wallTime(Math.min(1439, Math.ceil(to / 30) * 30)) };
}

/**
 * What to book so that every session is covered: for each room and day the hours from `from` to `to`, longer where a session is, without
 * the hours that others have with their set-up and clear-up. A booking of the cohort that is there already is lengthened.
 */
export function roomPlan(
  sessions: readonly RoomSession[],
  bookings: readonly CoverBooking[],
  wanted: Wanted,
  { from, to }: { from: LocalTime; to: LocalTime },
): RoomPlan {
  const plan: RoomPlan = { hours: [], blocked: [] };
  const live = bookings.filter(({ status }) => isLive(status));
  for (const group of byRoomAndDay(uncovered(sessions, bookings, wanted))) {
    const { roomId } = group[0]!;
    const inRoom = live.filter((one) => one.roomId === roomId);
    const own = inRoom.filter((one) => one.ours && one.status !== 'used' && group.some((session) => overlap(session, one)));
    const day = wallDate(group[0]!.start);
    const starts = [wallMinute(day, from), ...group.map(({ start }) => start), ...own.map(({ start }) => start)];
    const ends = [wallMinute(day, to), ...group.map(({ end }) => end), ...own.map(({ end }) => end)];
    const taken = inRoom.filter((one) => !own.includes(one)).map((one) => around(one, own));
    const pieces = without({ start: Math.min(...starts), end: Math.max(...ends) }, taken);
    for (const session of group)
      if (!pieces.some((piece) => within(session, piece)))
        plan.blocked.push({ sessionId: session.id, bookingId: taken.find((one) => overlap(session, one))!.id });
    for (const piece of pieces) {
      const here = group.filter((session) => within(session, piece));
      const mine = own.filter((one) => overlap(one, piece));
      if (here.length === 0) continue;
      if (mine.length > 1) plan.blocked.push(...here.map(({ id }) => ({ sessionId: id, bookingId: mine[1]!.id })));
      else plan.hours.push({ roomId, bookingId: mine[0]?.id ?? null, ...hull([piece, ...mine]), sessionIds: here.map(({ id }) => id) });
    }
  }
  return plan;
}

/** "Contract 5 rooms for 24 and 25 June 2027, 08:30 to 17:00" */
export function planWords(hours: readonly RoomHours[], wanted: Wanted): string {
  const rooms = new Set(hours.map(({ roomId }) => roomId)).size;
  const days = [...new Set(hours.map(({ start }) => wallDate(start)))].sort();
  const times = [...new Set(hours.map(({ start, end }) => `${wallTime(start)} to ${wallTime(end)}`))];
  const first = Math.min(...hours.map(({ start }) => start - dayNumber(wallDate(start)) * 1440));
  const last = Math.max(...hours.map(({ end }) => end - dayNumber(wallDate(end)) * 1440));
  const when = times.length === 1 ? times[0]! : `between ${wallTime(first)} and ${wallTime(last)}`;
  return `${wanted === 'held' ? 'Hold' : 'Contract'} ${rooms} ${rooms === 1 ? 'room' : 'rooms'} for ${daysWords(days)}, ${when}`;
}

function daysWords(days: readonly LocalDate[]): string {
  const [first, last] = [days[0]!, days.at(-1)!];
  if (days.length === 1) return longDate(first);
  const together = dayNumber(last) - dayNumber(first) === days.length - 1;
  if (days.length === 2 && together && first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))} and ${longDate(last)}`;
  return together ? longPeriod(first, last) : `${days.length} days from ${longDate(first)} to ${longDate(last)}`;
}

interface Span {
  start: WallMinute;
  end: WallMinute;
}
const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const within = (a: Span, b: Span): boolean => a.start >= b.start && a.end <= b.end;

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** The time that another's booking takes, with its own set-up and clear-up and with those of the booking that would be lengthened. */
function around<Taken extends CoverBooking>(taken: Taken, own: readonly CoverBooking[]): Taken {
  const most = (of: 'setUp' | 'clearUp') => Math.max(0, ...own.map((one) => one[of]));
  return { ...taken, start: taken.start - taken.setUp - most('clearUp'), end: taken.end + taken.clearUp + most('setUp') };
}

function without(span: Span, taken: readonly Span[]): Span[] {
  return taken.reduce(
    (pieces, { start, end }) =>
      pieces.flatMap((piece) =>
        overlap(piece, { start, end })
          ? [
              { start: piece.start, end: start },
              { start: end, end: piece.end },
            ].filter((part) => part.end > part.start)
          : [piece],
      ),
    [span],
  );
}

function byRoomAndDay<Session extends RoomSession>(sessions: readonly Session[]): Session[][] {
  const groups = new Map<string, Session[]>();
  for (const session of [...sessions].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))) {
    const key = `${wallDate(session.start)} ${session.roomId}`;
    groups.set(key, [...(groups.get(key) ?? []), session]);
  }
  return [...groups.values()];
}
