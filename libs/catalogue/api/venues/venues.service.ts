import { Injectable } from '@nestjs/common';
import { travelRefusals } from '@waymark/catalogue/domain/travel';
import { mayAt, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { mustBeCurrent } from '@waymark/shared/api/stale';
import { newId } from '@waymark/shared/kernel/ids';
import { Missing, must } from '@waymark/shared/kernel/refusal';
import { Room } from './room.entity';
import { Venue } from './venue.entity';
import { VenueTravel } from './venue-travel.entity';
import type { AddRoom, AddVenue, EditRoom, EditVenue, RoomView, SetTravel, VenueView } from './venues.contract';
import { VenuesQueries } from './venues.queries';

@Injectable()
export class VenuesService {
  constructor(
    private readonly db: Db,
    private readonly queries: VenuesQueries,
  ) {}

  add(actor: Actor, wish: AddVenue): Promise<VenueView> {
    return this.db.tx(actor, async (tx) => {
      if (!mayAt(actor, 'venues:edit', wish)) throw new Missing();
      const id = newId();
      await tx.rows.insert(Venue, { id, ...wish, version: 1 });
      await tx.record('venue.added', id, { name: wish.name, nation: wish.nation }, wish);
      return this.queries.one(tx, id);
    });
  }

  edit(actor: Actor, id: string, { version, ...wish }: EditVenue): Promise<VenueView> {
    return this.db.tx(actor, async (tx) => {
      const now = await this.queries.forEdit(tx, actor, id);
      const { name, address, postcode, nation, latitude, longitude, access } = now;
      await mustBeCurrent(tx, now, version, { name, address, postcode, nation, latitude, longitude, access });
      await tx.rows.update(Venue, { id }, { ...wish, version: version + 1 });
      await tx.record('venue.edited', id, { name: wish.name, nation: wish.nation, access: wish.access }, now);
      return this.queries.one(tx, id);
    });
  }

  addRoom(actor: Actor, venueId: string, wish: AddRoom): Promise<RoomView> {
    return this.db.tx(actor, async (tx) => {
      const { providerId, rooms } = await this.queries.forEdit(tx, actor, venueId);
      const id = newId();
      const position = Math.max(0, ...rooms.map((room) => room.position)) + 1;
      await tx.rows.insert(Room, { id, providerId, venueId, position, ...wish, version: 1 });
      await tx.record('room.added', id, { name: wish.name, venueId }, { providerId });
      return this.queries.room(tx, id);
    });
  }

  editRoom(actor: Actor, id: string, { version, ...wish }: EditRoom): Promise<RoomView> {
    return this.db.tx(actor, async (tx) => {
      const now = await this.queries.roomForEdit(tx, actor, id);
      const { name, capacities, access, equipment } = now;
      await mustBeCurrent(tx, now, version, { name, capacities, access, equipment });
      await tx.rows.update(Room, { id }, { ...wish, version: version + 1 });
      await tx.record('room.edited', id, { name: wish.name, capacities: wish.capacities, access: wish.access }, now);
      return this.queries.room(tx, id);
    });
  }

  setTravel(actor: Actor, id: string, { version, times }: SetTravel): Promise<VenueView> {
    return this.db.tx(actor, async (tx) => {
      const now = await this.queries.forEdit(tx, actor, id);
      const { providerId, travel } = now;
      await mustBeCurrent(tx, now, version, { travel });
      const known = await this.queries.known(
        tx,
        providerId,
        times.map(({ toVenueId }) => toVenueId),
      );
      must(travelRefusals(id, times, known));
      await this.queries.forgetTravel(tx, id);
      if (times.length > 0)
        await tx.rows.insert(
          VenueTravel,
          times.map((way) => ({ providerId, fromVenueId: id, ...way })),
        );
      await tx.rows.update(Venue, { id }, { version: version + 1 });
      await tx.record('venue.travelSet', id, { times }, { providerId });
      return this.queries.one(tx, id);
    });
  }
}
