import { Injectable } from '@nestjs/common';
import { LIVE_STATUSES, type Booking, type BookingStatus } from '@waymark/catalogue/domain/bookings';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { cursorIn, cursorOf, page, type Page } from '@waymark/shared/api/page';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import { addDays, type LocalDate } from '@waymark/shared/kernel/dates';
import { found } from '@waymark/shared/kernel/refusal';
import { fromWall, toWall, wallDate, wallMinute, wallTime, type WallMinute } from '@waymark/shared/kernel/wall-clock';
import { withinCatalogue } from '../within-catalogue';
import type { BookingView, ListBookings } from './bookings.contract';

/** Set-up and clear-up reach this far at most, in minutes: of one booking and of its neighbour. */
const REACH = 2 * 480;

@Injectable()
export class BookingsQueries {
  constructor(private readonly db: Db) {}

  ofVenue(actor: Actor, venueId: string, { from, to, after, limit }: ListBookings): Promise<Page<BookingView>> {
    return this.db.reading(actor, async (read) => {
      const reach = reachOf(actor, 'venues:read');
      found((await read.query(sql`SELECT 1 FROM venue v WHERE v.id = ${venueId} AND ${withinCatalogue(reach, 'v.provider_id')}`))[0]);
      const rows = await read.query<Row>(
        sql`${VIEW} WHERE r.venue_id = ${venueId} AND b.starts_at < ${instant(addDays(to, 1))} AND b.ends_at > ${instant(from)}
            ${sql.when(cursorIn(after, 2), ([start, id]) => sql`AND (b.starts_at, b.id) > (${start}::timestamptz, ${id}::uuid)`)}
          ORDER BY b.starts_at, b.id LIMIT ${limit + 1}`,
      );
      return page(rows.map(viewOf), limit, (view) => cursorOf(fromWall(wallMinute(view.startsOn, view.startsAt)).toISOString(), view.id));
    });
  }

  async one(read: Reader, id: string): Promise<BookingView> {
    const [row] = await read.query<Row>(sql`${VIEW} WHERE b.id = ${id}`);
    return viewOf(found(row));
  }

  /** Which room a booking that the actor may change is for. */
  async roomOf(read: Reader, actor: Actor, id: string): Promise<string> {
    const [row] = await read.query<{ roomId: string }>(
      sql`SELECT b.room_id AS "roomId" FROM room_booking b WHERE b.id = ${id} AND ${within(reachOf(actor, 'venues:edit'), 'b.provider_id')} FOR UPDATE`,
    );
    return found(row).roomId;
  }

  /** The live bookings of a room that could come near this span, with the room locked by the caller. */
  async near(read: Reader, roomId: string, span: Span): Promise<Booking[]> {
    const rows = await read.query<Row>(sql`${VIEW} WHERE b.room_id = ${roomId} AND ${comingNear(span)} ORDER BY b.starts_at, b.id`);
    return rows.map(judged);
  }

  /** The same for several rooms at once. */
  async nearAny(read: Reader, roomIds: readonly string[], span: Span): Promise<(Booking & { roomId: string })[]> {
    const rows = await read.query<Row>(
      sql`${VIEW} WHERE b.room_id = ANY(${roomIds}::uuid[]) AND ${comingNear(span)} ORDER BY b.starts_at, b.id`,
    );
    return rows.map(judged);
  }

  async some(read: Reader, ids: readonly string[]): Promise<BookingView[]> {
    return (await read.query<Row>(sql`${VIEW} WHERE b.id = ANY(${ids}::uuid[]) ORDER BY b.starts_at, r.position, b.id`)).map(viewOf);
  }

  /** Several bookings that the actor may change, locked in one order; 404 unless all are there. */
  async forEdit(read: Reader, actor: Actor, ids: readonly string[]): Promise<BookingView[]> {
    if (ids.length === 0) return [];
    const rows = await read.query<Row>(
      sql`${VIEW} WHERE b.id = ANY(${ids}::uuid[]) AND ${within(reachOf(actor, 'venues:edit'), 'b.provider_id')} ORDER BY b.id FOR UPDATE OF b`,
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
    const [row] = await read.query<{ name: string }>(
      sql`SELECT name FROM scope WHERE kind = 'cohort' AND id = ${id} AND provider_id = ${providerId}`,
    );
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

const comingNear = ({ start, end }: Span): Sql =>
  sql`b.status = ANY(${LIVE_STATUSES}::text[]) AND b.starts_at < ${fromWall(end + REACH)} AND b.ends_at > ${fromWall(start - REACH)}`;

const VIEW = sql`
  SELECT b.id, b.room_id AS "roomId", r.name AS "roomName", r.venue_id AS "venueId", b.cohort_id AS "cohortId", c.name AS "cohortName",
         coalesce(c.name, b.holder) AS holder, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.set_up AS "setUp",
         b.clear_up AS "clearUp", b.status, b.hold_expires_on AS "holdExpiresOn", b.cost_pence AS "costPence", b.reason, b.version
    FROM room_booking b JOIN room r ON r.id = b.room_id LEFT JOIN scope c ON c.kind = 'cohort' AND c.id = b.cohort_id`;
