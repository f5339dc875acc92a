import { Injectable } from '@nestjs/common';
import { bookingEditRefusals, bookingRefusals, statusRefusals } from '@waymark/catalogue/domain/bookings';
import type { Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { Malformed } from '@waymark/shared/api/problem.filter';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import { newId } from '@waymark/shared/kernel/ids';
import { must } from '@waymark/shared/kernel/refusal';
import { bookingOf, columnsOf, placeOf } from './booking-rows';
import type { AddBooking, BookingView, EditBooking, SetBookingStatus } from './bookings.contract';
import { BookingsQueries } from './bookings.queries';
import { RoomBooking } from './room-booking.entity';
import type { RoomView } from './venues.contract';
import { VenuesQueries } from './venues.queries';

/** Every change locks the room first, so that two of them judge one after the other. */
@Injectable()
export class BookingsService {
  constructor(
    private readonly db: Db,
    private readonly queries: BookingsQueries,
    private readonly venues: VenuesQueries,
  ) {}

  add(actor: Actor, wish: AddBooking): Promise<BookingView> {
    return this.db.tx(actor, async (tx) => {
      const room = await this.venues.roomForEdit(tx, actor, wish.roomId);
      const holder = await this.queries.holderOf(tx, room.providerId, wish);
      const booking = bookingOf({ ...wish, id: null, room: room.name, holder });
      must(bookingRefusals(booking, await this.queries.near(tx, room.id, booking), tx.clock.today()));

      const id = newId();
      await tx.rows.insert(RoomBooking, { id, providerId: room.providerId, ...columnsOf(wish), holder, status: wish.status, version: 1 });
      await tx.record('roomBooking.added', id, { roomId: room.id, status: wish.status }, placeOf(room, wish));
      return this.queries.one(tx, id);
    });
  }

  edit(actor: Actor, id: string, { version, ...wish }: EditBooking): Promise<BookingView> {
    return this.db.tx(actor, async (tx) => {
      // In one order: two bookings that swap rooms would wait for each other.
      const rooms = new Map<string, RoomView & { providerId: string }>();
      const current = await this.queries.roomOf(tx, actor, id);
      for (const roomId of [...new Set([current, wish.roomId])].sort()) rooms.set(roomId, await this.venues.roomForEdit(tx, actor, roomId));
      const room = rooms.get(wish.roomId)!;
      if (room.providerId !== rooms.get(current)!.providerId) throw Malformed.at('/roomId', 'Choose a room');
      const now = await this.queries.one(tx, id);
      await mustBeCurrent(tx, now, version, now);
      const holder = await this.queries.holderOf(tx, room.providerId, wish);
      const booking = bookingOf({ ...wish, id, room: room.name, holder, status: now.status });
      must(bookingEditRefusals(now.status));
      must(bookingRefusals(booking, await this.queries.near(tx, room.id, booking), tx.clock.today()));

      await tx.rows.update(RoomBooking, { id }, { ...columnsOf(wish), holder, version: version + 1 });
      await tx.record('roomBooking.edited', id, { roomId: room.id }, placeOf(room, wish));
      return this.queries.one(tx, id);
    });
  }

  setStatus(actor: Actor, id: string, { version, status, reason, ...given }: SetBookingStatus): Promise<BookingView> {
    return this.db.tx(actor, async (tx) => {
      const room = await this.venues.roomForEdit(tx, actor, await this.queries.roomOf(tx, actor, id));
      const now = await this.queries.one(tx, id);
      await mustBeCurrent(tx, now, version, now);
      const { holdExpiresOn = now.holdExpiresOn, costPence = now.costPence } = given;
      const booking = bookingOf({ ...now, room: room.name, holdExpiresOn });
      must(statusRefusals({ ...booking, reason }, status, await this.queries.near(tx, room.id, booking), tx.clock.today()));

      const why = reason ? { reason } : {};
      await tx.rows.update(RoomBooking, { id }, { status, holdExpiresOn, costPence, ...why, version: version + 1 });
      await tx.record('roomBooking.statusChanged', id, { from: now.status, to: status, costPence, ...why }, placeOf(room, now));
      return this.queries.one(tx, id);
    });
  }
}
