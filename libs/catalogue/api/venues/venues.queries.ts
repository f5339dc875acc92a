import { Injectable } from '@nestjs/common';
import { estimatedTravel } from '@waymark/catalogue/domain/travel';
import type { Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { cursorIn, cursorOf, escaped, page, type Page } from '@waymark/shared/api/page';
import { found } from '@waymark/shared/kernel/refusal';
import { editors, readable, readers } from '../readable';
import type { ListVenues, RoomView, VenueItem, VenueView } from './venues.contract';

@Injectable()
export class VenuesQueries {
  constructor(private readonly db: Db) {}

  list(actor: Actor, { query = '', access = [], after, limit }: ListVenues): Promise<Page<VenueItem>> {
    const [name, id] = cursorIn(after, 2) ?? [null, null];
    return this.db.reading(actor, async (read) => {
      const rows = await read.query<VenueItem>(
        `SELECT v.id, v.provider_id AS "providerId", v.name, v.address, v.postcode, v.nation, v.access, v.version,
                (SELECT count(*)::int FROM room r WHERE r.venue_id = v.id) AS rooms,
                (SELECT max(seats.value::int) FROM room r, jsonb_each_text(r.capacities) seats WHERE r.venue_id = v.id) AS largest
           FROM venue v
          WHERE ${readable('v.provider_id', 1)}
            AND ($3 = '' OR waymark_fold(v.name || ' ' || v.address || ' ' || coalesce(v.postcode, '')) LIKE '%' || waymark_fold($3) || '%')
            AND v.access @> $4::text[]
            AND ($5::text IS NULL OR (v.name, v.id) > ($5::text, $6::uuid))
          ORDER BY v.name, v.id LIMIT $7`,
        [...readers(actor, 'venues:read'), escaped(query), access, name, id, limit + 1],
      );
      return page(rows, limit, (row) => cursorOf(row.name, row.id));
    });
  }

  seen(actor: Actor, id: string): Promise<VenueView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<Row>(`${VIEW} WHERE v.id = $1 AND ${readable('v.provider_id', 2)}`, [
        id,
        ...readers(actor, 'venues:read'),
      ]);
      return viewOf(found(row));
    });
  }

  async one(read: Reader, id: string): Promise<VenueView> {
    const [row] = await read.query<Row>(`${VIEW} WHERE v.id = $1`, [id]);
    return viewOf(found(row));
  }

  /** Locks a venue that the actor may change. */
  async forEdit(read: Reader, actor: Actor, id: string): Promise<VenueView> {
    const held = await read.query('SELECT 1 FROM venue v WHERE v.id = $1 AND v.provider_id = ANY($2::uuid[]) FOR UPDATE', [
      id,
      editors(actor, 'venues:edit'),
    ]);
    found(held[0]);
    return this.one(read, id);
  }

  /** Locks a room that the actor may change: bookings of one room wait for each other. */
  async roomForEdit(read: Reader, actor: Actor, id: string): Promise<RoomView & { providerId: string }> {
    const [row] = await read.query<RoomView & { providerId: string }>(
      `${ROOM} WHERE r.id = $1 AND r.provider_id = ANY($2::uuid[]) FOR UPDATE`,
      [id, editors(actor, 'venues:edit')],
    );
    return found(row);
  }

  /** Several rooms for a change, locked in one order; 404 unless all are there. */
  async roomsForEdit(read: Reader, actor: Actor, ids: readonly string[]): Promise<Map<string, RoomView & { providerId: string }>> {
    const rows = await read.query<RoomView & { providerId: string }>(
      `${ROOM} WHERE r.id = ANY($1::uuid[]) AND r.provider_id = ANY($2::uuid[]) ORDER BY r.id FOR UPDATE`,
      [ids, editors(actor, 'venues:edit')],
    );
    const rooms = new Map(rows.map((row) => [row.id, row]));
    for (const id of ids) found(rooms.get(id));
    return rooms;
  }

  async room(read: Reader, id: string): Promise<RoomView> {
    const [row] = await read.query<RoomView>(`${ROOM} WHERE r.id = $1`, [id]);
    return found(row);
  }

  /** Which of these are venues of the provider. */
  async known(read: Reader, providerId: string, ids: readonly string[]): Promise<Set<string>> {
    const rows = await read.query<{ id: string }>('SELECT id FROM venue WHERE provider_id = $1 AND id = ANY($2::uuid[])', [
      providerId,
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
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

const ROOM = `
  SELECT r.id, r.provider_id AS "providerId", r.venue_id AS "venueId", r.name, r.position, r.capacities, r.access, r.equipment, r.version
    FROM room r`;

const VIEW = `
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
