import { Injectable } from '@nestjs/common';
import { estimatedTravel } from '@waymark/catalogue/domain/travel';
import { reachOf, type Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { countUpTo, cursorIn, cursorOf, page, type CountedPage } from '@waymark/shared/api/page';
import { textFound } from '@waymark/shared/api/search';
import { sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import type { Tx } from '@waymark/shared/api/tx';
import { found } from '@waymark/shared/kernel/refusal';
import { withinCatalogue } from '../within-catalogue';
import type { ListVenues, RoomView, VenueItem, VenueView } from './venues.contract';

@Injectable()
export class VenuesQueries {
  constructor(private readonly db: Db) {}

  list(actor: Actor, { query = '', access = [], after, limit }: ListVenues): Promise<CountedPage<VenueItem>> {
    const matches = sql`${withinCatalogue(reachOf(actor, 'venues:read'), 'v.provider_id')}
            AND ${textFound(query, sql`concat_ws(' ', v.name, v.address, v.postcode)`)}
            AND v.access @> ${access}::text[]`;
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<VenueItem>(
        sql`SELECT v.id, v.provider_id AS "providerId", v.name, v.address, v.postcode, v.nation, v.access, v.version,
                (SELECT count(*)::int FROM room r WHERE r.venue_id = v.id) AS rooms,
                (SELECT max(seats.value::int) FROM room r, jsonb_each_text(r.capacities) seats WHERE r.venue_id = v.id) AS largest
           FROM venue v
          WHERE ${matches}
            ${sql.when(cursorIn(after, 2), ([name, id]) => sql`AND (v.name, v.id) > (${name}::text, ${id}::uuid)`)}
          ORDER BY v.name, v.id LIMIT ${limit + 1}`,
      );
      const total = await countUpTo(read, sql`SELECT 1 FROM venue v WHERE ${matches}`);
      return { ...page(rows, limit, (row) => cursorOf(row.name, row.id)), total };
    });
  }

  seen(actor: Actor, id: string): Promise<VenueView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<Row>(
        sql`${VIEW} WHERE v.id = ${id} AND ${withinCatalogue(reachOf(actor, 'venues:read'), 'v.provider_id')}`,
      );
      return viewOf(found(row));
    });
  }

  async one(read: Reader, id: string): Promise<VenueView> {
    const [row] = await read.query<Row>(sql`${VIEW} WHERE v.id = ${id}`);
    return viewOf(found(row));
  }

  /** Locks a venue that the actor may change. */
  async forEdit(read: Reader, actor: Actor, id: string): Promise<VenueView> {
    const held = await read.query(
      sql`SELECT 1 FROM venue v WHERE v.id = ${id} AND ${within(reachOf(actor, 'venues:edit'), 'v.provider_id')} FOR UPDATE`,
    );
    found(held[0]);
    return this.one(read, id);
  }

  /** Locks a room that the actor may change: bookings of one room wait for each other. */
  async roomForEdit(read: Reader, actor: Actor, id: string): Promise<RoomView & { providerId: string }> {
    const [row] = await read.query<RoomView & { providerId: string }>(
      sql`${ROOM} WHERE r.id = ${id} AND ${within(reachOf(actor, 'venues:edit'), 'r.provider_id')} FOR UPDATE`,
    );
    return found(row);
  }

  /** Several rooms for a change, locked in one order; 404 unless all are there. */
  async roomsForEdit(read: Reader, actor: Actor, ids: readonly string[]): Promise<Map<string, RoomView & { providerId: string }>> {
    const rows = await read.query<RoomView & { providerId: string }>(
      sql`${ROOM} WHERE r.id = ANY(${ids}::uuid[]) AND ${within(reachOf(actor, 'venues:edit'), 'r.provider_id')} ORDER BY r.id FOR UPDATE`,
    );
    const rooms = new Map(rows.map((row) => [row.id, row]));
    for (const id of ids) found(rooms.get(id));
    return rooms;
  }

  async room(read: Reader, id: string): Promise<RoomView> {
    const [row] = await read.query<RoomView>(sql`${ROOM} WHERE r.id = ${id}`);
    return found(row);
  }

  /** Which of these are venues of the provider. */
  async known(read: Reader, providerId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await read.query<{ id: string }>(sql`SELECT id FROM venue WHERE provider_id = ${providerId} AND id = ANY(${ids}::uuid[])`);
    return new Set(rows.map(({ id }) => id));
  }

  /** The way back goes as well: otherwise a way that was taken off here would still be read from the other side. */
  async forgetTravel(tx: Tx, id: string): Promise<void> {
    await tx.query(sql`DELETE FROM venue_travel WHERE from_venue_id = ${id} OR to_venue_id = ${id}`);
  }
}

interface Point {
  latitude: number | null;
  longitude: number | null;
}
type Way = Point & { venueId: string; name: string; minutes: number | null };
type Row = Omit<VenueView, 'travel'> & { ways: Way[] };

const viewOf = ({ ways, ...venue }: Row): VenueView => ({
  ...venue,
  travel: ways.map(({ venueId, name, minutes, ...place }) => ({ venueId, name, minutes, estimated: estimatedTravel(venue, place) })),
});

const ROOM = sql`
  SELECT r.id, r.provider_id AS "providerId", r.venue_id AS "venueId", r.name, r.position, r.capacities, r.access, r.equipment, r.version
    FROM room r`;

const VIEW = sql`
  SELECT v.id, v.provider_id AS "providerId", v.name, v.address, v.postcode, v.nation, v.latitude, v.longitude, v.access, v.version,
         coalesce((
           SELECT json_agg(json_build_object(
                    'id', r.id, 'venueId', r.venue_id, 'name', r.name, 'position', r.position, 'capacities', r.capacities,
                    'access', r.access, 'equipment', r.equipment, 'version', r.version) ORDER BY r.position, r.name)
             FROM room r WHERE r.venue_id = v.id
         ), '[]'::json) AS rooms,
         coalesce((
           SELECT json_agg(json_build_object(
                    'venueId', o.id, 'name', o.name, 'latitude', o.latitude, 'longitude', o.longitude,
                    'minutes', coalesce(there.minutes, back.minutes)) ORDER BY o.name)
             FROM venue o
             LEFT JOIN venue_travel there ON there.from_venue_id = v.id AND there.to_venue_id = o.id
             LEFT JOIN venue_travel back ON back.from_venue_id = o.id AND back.to_venue_id = v.id
            WHERE o.provider_id = v.provider_id AND o.id <> v.id
         ), '[]'::json) AS ways
    FROM venue v`;
