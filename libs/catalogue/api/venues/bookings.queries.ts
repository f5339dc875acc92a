import { Injectable } from '@nestjs/common';
import { LIVE_STATUSES, type Booking, type BookingStatus } from '@waymark/catalogue/domain/bookings';
import type { Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { cursorIn, cursorOf, page, type Page } from '@waymark/shared/api/page';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { addDays, type LocalDate } from '@waymark/shared/kernel/dates';
import { found } from '@waymark/shared/kernel/refusal';
import { fromWall, toWall, wallDate, wallMinute, wallTime, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import { editors, readable, readers } from '../readable';
import type { BookingView, ListBookings } from './bookings.contract';

/** Set-up and clear-up reach this far at most, in minutes: of one booking and of its neighbour. */
const REACH = 2 * 480;

@Injectable()
export class BookingsQueries {
  constructor(private readonly db: Db) {}

  ofVenue(actor: Actor, venueId: string, { from, to, after, limit }: ListBookings): Promise<Page<BookingView>> {
    const [start, id] = cursorIn(after, 2) ?? [null, null];
    return this.db.reading(actor, async (read) => {
      const reading = readers(actor, 'venues:read');
      found((await read.query(`SELECT 1 FROM venue v WHERE v.id = $1 AND ${readable('v.provider_id', 2)}`, [venueId, ...reading]))[0]);
      const rows = await read.query<Row>(
        `${VIEW} WHERE r.venue_id = $1 AND b.starts_at < $3 AND b.ends_at > $2
            AND ($4::timestamptz IS NULL OR (b.starts_at, b.id) > ($4::timestamptz, $5::uuid))
          ORDER BY b.starts_at, b.id LIMIT $6`,
        [venueId, instant(from), instant(addDays(to, 1)), start, id, limit + 1],
      );
      return page(rows.map(viewOf), limit, (view) => cursorOf(fromWall(wallMinute(view.startsOn, view.startsAt)).toISOString(), view.id));
    });
  }

  async one(read: Reader, id: string): Promise<BookingView> {
    const [row] = await read.query<Row>(`${VIEW} WHERE b.id = $1`, [id]);
    return viewOf(found(row));
  }

  /** Which room a booking that the actor may change is for. */
  async roomOf(read: Reader, actor: Actor, id: string): Promise<string> {
    const [row] = await read.query<{ roomId: string }>(
      'SELECT b.room_id AS "roomId" FROM room_booking b WHERE b.id = $1 AND b.provider_id = ANY($2::uuid[]) FOR UPDATE',
      [id, editors(actor, 'venues:edit')],
    );
    return found(row).roomId;
  }

  /** The live bookings of a room that could come near this span, with the room locked by the caller. */
  async near(read: Reader, roomId: string, { start, end }: Span): Promise<Booking[]> {
    const rows = await read.query<Row>(
      `${VIEW} WHERE b.room_id = $1 AND b.status = ANY($2::text[]) AND b.starts_at < $4 AND b.ends_at > $3 ORDER BY b.starts_at, b.id`,
      [roomId, [...LIVE_STATUSES], fromWall(start - REACH), fromWall(end + REACH)],
    );
    return rows.map(judged);
  }

  /** The same for several rooms at once. */
  async nearAny(read: Reader, roomIds: readonly string[], { start, end }: Span): Promise<(Booking & { roomId: string })[]> {
    const rows = await read.query<Row>(
      `${VIEW} WHERE b.room_id = ANY($1::uuid[]) AND b.status = ANY($2::text[]) AND b.starts_at < $4 AND b.ends_at > $3 ORDER BY b.starts_at, b.id`,
      [roomIds, [...LIVE_STATUSES], fromWall(start - REACH), fromWall(end + REACH)],
    );
    return rows.map(judged);
  }

  async some(read: Reader, ids: readonly string[]): Promise<BookingView[]> {
    return (await read.query<Row>(`${VIEW} WHERE b.id = ANY($1::uuid[]) ORDER BY b.starts_at, r.position, b.id`, [ids])).map(viewOf);
  }

  /** Several bookings that the actor may change, locked in one order; 404 unless all are there. */
  async forEdit(read: Reader, actor: Actor, ids: readonly string[]): Promise<BookingView[]> {
    if (ids.length === 0) return [];
    const rows = await read.query<Row>(
      `${VIEW} WHERE b.id = ANY($1::uuid[]) AND b.provider_id = ANY($2::uuid[]) ORDER BY b.id FOR UPDATE OF b`,
      [ids, editors(actor, 'venues:edit')],
    );
    return ids.map((id) => viewOf(found(rows.find((row) => row.id === id))));
  }

  /** Whose name a booking bears: the cohort's, which must be of this provider, or somebody's. */
  async holderOf(read: Reader, providerId: string, { cohortId, holder }: { cohortId: string | null; holder: string }): Promise<string> {
    if (cohortId === null) return holder;
    const name = await this.cohortName(read, providerId, cohortId);
    if (name === undefined) throw Malformed.at('/cohortId', 'Choose a cohort');
    return name;
  }

  private async cohortName(read: Reader, providerId: string, id: string): Promise<string | undefined> {
    const [row] = await read.query<{ name: string }>('SELECT name FROM cohort WHERE id = $1 AND provider_id = $2', [id, providerId]);
    return row?.name;
  }
}

interface Span {
  start: WallMinute;
  end: WallMinute;
}

type Row = Omit<BookingView, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'> & { status: BookingStatus; startsAt: Date; endsAt: Date };

function viewOf({ startsAt, endsAt, ...row }: Row): BookingView {
  const [start, end] = [toWall(startsAt), toWall(endsAt)];
  return { ...row, startsOn: wallDate(start), startsAt: wallTime(start), endsOn: wallDate(end), endsAt: wallTime(end) };
}

const judged = (row: Row) => ({ ...row, room: row.roomName, start: toWall(row.startsAt), end: toWall(row.endsAt) });

const instant = (day: LocalDate): Date => fromWall(wallMinute(day, '00:00'));

const VIEW = `
  SELECT b.id, b.room_id AS "roomId", r.name AS "roomName", r.venue_id AS "venueId", b.cohort_id AS "cohortId", c.name AS "cohortName",
         coalesce(c.name, b.holder) AS holder, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.set_up AS "setUp",
         b.clear_up AS "clearUp", b.status, b.hold_expires_on AS "holdExpiresOn", b.cost_pence AS "costPence", b.version
    FROM room_booking b JOIN room r ON r.id = b.room_id LEFT JOIN cohort c ON c.id = b.cohort_id`;
