import { Injectable } from '@nestjs/common';
import { LIVE_STATUSES } from '@waymark/catalogue/domain/bookings';
import { reachOf, type Actor, type Reach } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { within } from '@waymark/shared/api/within';
import { found } from '@waymark/shared/kernel/refusal';
import type { RoomCoverView } from './room-cover.contract';

@Injectable()
export class RoomCoverQueries {
  constructor(private readonly db: Db) {}

  ofCohort(actor: Actor, id: string): Promise<RoomCoverView> {
    return this.db.reading(actor, async (read) => {
      const [row] = await read.query<RoomCoverView>(coverOf(id, reachOf(actor, 'venues:read')));
      return found(row);
    });
  }
}

const starts = (moment: Sql): Sql => sql`'startsOn', ${dateOf(moment)}, 'startsAt', ${timeOf(moment)}`;
const ends = (moment: Sql): Sql => sql`'endsOn', ${dateOf(moment)}, 'endsAt', ${timeOf(moment)}`;
const dateOf = (moment: Sql): Sql => sql`to_char(${moment} AT TIME ZONE 'Europe/London', 'YYYY-MM-DD')`;
const timeOf = (moment: Sql): Sql => sql`to_char(${moment} AT TIME ZONE 'Europe/London', 'HH24:MI')`;

/**
 * The bookings reach a day to both sides of the sessions: longer than set-up and clear-up of two neighbours together. Others' are told by
 * `waymark_taken`; of one that the reader does not see there is only that it takes the room, and its event in place of its id.
 */
const coverOf = (cohortId: string, reach: Reach): Sql => sql`
  WITH ours AS MATERIALIZED (
    SELECT s.id, s.title, s.room_id, s.starts_at, s.ends_at, s.set_up, s.clear_up
      FROM session s WHERE s.cohort_id = ${cohortId} AND s.status <> 'cancelled' AND s.mode <> 'online'
  ), used AS MATERIALIZED (
    SELECT o.room_id, min(o.starts_at) - interval '1 day' AS first, max(o.ends_at) + interval '1 day' AS last
      FROM ours o WHERE o.room_id IS NOT NULL AND o.starts_at IS NOT NULL GROUP BY o.room_id
  ), booked AS (
    SELECT b.id, b.version, b.room_id, true AS ours, holding.name AS holder, b.starts_at, b.ends_at, b.set_up, b.clear_up, b.status, b.hold_expires_on
      FROM room_booking b JOIN cohort holding ON holding.id = b.cohort_id WHERE b.cohort_id = ${cohortId} AND b.status = ANY(${LIVE_STATUSES}::text[])
     UNION ALL
    SELECT coalesce(b.id, t.event_id), coalesce(b.version, 1), t.room_id, false, coalesce(holding.name, b.holder), t.starts_at, t.ends_at, t.set_up, t.clear_up,
           coalesce(b.status, 'contracted'), b.hold_expires_on
      FROM waymark_taken(${cohortId}, ARRAY(SELECT DISTINCT r.venue_id FROM used u JOIN room r ON r.id = u.room_id),
                         (SELECT min(u.first) FROM used u), (SELECT max(u.last) FROM used u)) t
      LEFT JOIN room_booking b ON b.id = t.seen_id
      LEFT JOIN cohort holding ON holding.id = b.cohort_id
     WHERE t.what = 'booking'
  )
  SELECT (SELECT json_build_object('id', v.id, 'name', v.name) FROM venue v WHERE v.id = c.venue_id) AS venue,
         (SELECT coalesce(json_agg(json_build_object('id', o.id, 'title', o.title, 'roomId', o.room_id, ${starts(sql`o.starts_at`)},
                   ${ends(sql`o.ends_at`)}, 'setUp', o.set_up, 'clearUp', o.clear_up) ORDER BY o.starts_at, o.title, o.id), '[]') FROM ours o) AS sessions,
         (SELECT coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'venueId', v.id, 'venueName', v.name)
                   ORDER BY v.name, r.position, r.name, r.id), '[]')
            FROM room r JOIN venue v ON v.id = r.venue_id WHERE r.id IN (SELECT room_id FROM ours)) AS rooms,
         (SELECT coalesce(json_agg(json_build_object('id', b.id, 'version', b.version, 'roomId', b.room_id, 'ours', b.ours,
                   'holder', b.holder, ${starts(sql`b.starts_at`)}, ${ends(sql`b.ends_at`)},
                   'setUp', b.set_up, 'clearUp', b.clear_up, 'status', b.status, 'holdExpiresOn', b.hold_expires_on) ORDER BY b.starts_at, b.id), '[]')
            FROM used u JOIN booked b ON b.room_id = u.room_id AND b.starts_at < u.last AND b.ends_at > u.first) AS bookings
    FROM cohort c WHERE c.id = ${cohortId} AND ${within(reach, 'c.provider_id', 'c.id')}`;
