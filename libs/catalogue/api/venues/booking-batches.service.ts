import { Injectable } from '@nestjs/common';
import { batchRefusals, batchStatus, type BatchItem } from '@waymark/catalogue/domain/booking-batch';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import type { Tx } from '@waymark/shared/api/tx';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import { bookingOf, columnsOf, placeOf } from './booking-rows';
import type { BookedRooms, BookRooms } from './bookings.contract';
import { BookingsQueries } from './bookings.queries';
import { RoomBooking } from './room-booking.entity';
import { VenuesQueries } from './venues.queries';

/** Rooms and days booked together: all or none. Bookings are locked before rooms, and each in one order, as for one booking. */
@Injectable()
export class BookingBatchesService {
  constructor(
    private readonly db: Db,
    private readonly queries: BookingsQueries,
    private readonly venues: VenuesQueries,
  ) {}

  book(actor: Actor, wish: BookRooms): Promise<BookedRooms> {
    return this.db.tx(actor, async (tx) => {
      const changed = await this.queries.forEdit(
        tx,
        actor,
        wish.change.map(({ id }) => id),
      );
      const roomIds = [...new Set([...wish.add, ...changed].map(({ roomId }) => roomId))];
      const rooms = await this.venues.roomsForEdit(tx, actor, roomIds);
      const { providerId } = rooms.get(roomIds[0]!)!;
      if ([...rooms.values()].some((room) => room.providerId !== providerId))
        throw Malformed.at('/add', 'Choose rooms that belong to one provider');
      const holder = await this.queries.holderOf(tx, providerId, wish);
      for (const [at, now] of changed.entries()) await mustBeCurrent(tx, now, wish.change[at]!.version, now);
      must(
        changed.flatMap((now, at) =>
          wish.cohortId !== null && now.cohortId === wish.cohortId
            ? []
            : [{ code: 'catalogue_booking_not_theirs', pointer: `/change/${at}` }],
        ),
      );

      const nameOf = (roomId: string) => rooms.get(roomId)!.name;
      const items: BatchItem[] = [
        ...wish.change.map((hours, at) => {
          const now = changed[at]!;
          const status = batchStatus(now.status, wish.status);
          const holdExpiresOn = status === 'held' ? (wish.holdExpiresOn ?? now.holdExpiresOn) : now.holdExpiresOn;
          const booking = bookingOf({ ...now, ...hours, room: nameOf(now.roomId), status, holdExpiresOn });
          return { roomId: now.roomId, pointer: `/change/${at}`, was: now.status, booking };
        }),
        ...wish.add.map((hours, at) => {
          const booking = bookingOf({ ...wish, ...hours, id: null, room: nameOf(hours.roomId), holder });
          return { roomId: hours.roomId, pointer: `/add/${at}`, was: null, booking };
        }),
      ];
      const span = {
        start: Math.min(...items.map(({ booking }) => booking.start)),
        end: Math.max(...items.map(({ booking }) => booking.end)),
      };
      must(batchRefusals(items, await this.queries.nearAny(tx, roomIds, span), tx.clock.today()));

      const ids = [...(await this.change(tx, wish, changed, items, providerId)), ...(await this.add(tx, wish, holder, providerId))];
      return { items: await this.queries.some(tx, ids) };
    });
  }

  private async change(tx: Tx, wish: BookRooms, changed: BookedRooms['items'], items: BatchItem[], providerId: string): Promise<string[]> {
    for (const [at, now] of changed.entries()) {
      const { version, ...hours } = wish.change[at]!;
      const { status, holdExpiresOn } = items[at]!.booking;
      await tx.rows.update(
        RoomBooking,
        { id: now.id },
        { ...columnsOf({ ...now, ...hours, holdExpiresOn }), status, version: version + 1 },
      );
      const place = placeOf({ providerId }, now);
      await tx.record('roomBooking.edited', now.id, { roomId: now.roomId }, place);
      if (status !== now.status)
        await tx.record('roomBooking.statusChanged', now.id, { from: now.status, to: status, costPence: now.costPence }, place);
    }
    return changed.map(({ id }) => id);
  }

  private async add(tx: Tx, wish: BookRooms, holder: string, providerId: string): Promise<string[]> {
    const rows = wish.add.map((hours) => ({
      id: newId(),
      providerId,
      ...columnsOf({ ...wish, ...hours }),
      holder,
      status: wish.status,
      version: 1,
    }));
    if (rows.length > 0) await tx.rows.insert(RoomBooking, rows);
    for (const { id, roomId } of rows)
      await tx.record('roomBooking.added', id, { roomId, status: wish.status }, placeOf({ providerId }, wish));
    return rows.map(({ id }) => id);
  }
}
