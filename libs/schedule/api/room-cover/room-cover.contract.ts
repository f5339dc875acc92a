import { z } from 'zod';
import { BOOKING_STATUS_CODES } from '@waymark/catalogue/domain/bookings';
import { Id, localDate, localTime, version } from '@waymark/shared/api/schema';

const hours = { startsOn: localDate, startsAt: localTime, endsOn: localDate, endsAt: localTime };
const around = { setUp: z.number(), clearUp: z.number() };

/**
 * What a cohort needs rooms for, and what is booked: its sessions that people attend, and every live booking of the rooms they are in,
 * whoever has it. Of one that the reader may not see there is only when it takes the room: no holder, and an id that is good for nothing else.
 * A session without a day has no `startsOn`; times are wall-clock times in London.
 */
export const RoomCoverView = z
  .object({
    venue: z.object({ id: Id, name: z.string() }).nullable(),
    sessions: z.array(
      z.object({
        id: Id,
        title: z.string(),
        roomId: Id.nullable(),
        startsOn: localDate.nullable(),
        startsAt: localTime.nullable(),
        endsOn: localDate.nullable(),
        endsAt: localTime.nullable(),
        ...around,
      }),
    ),
    rooms: z.array(z.object({ id: Id, name: z.string(), venueId: Id, venueName: z.string() })),
    bookings: z.array(
      z.object({
        id: Id,
        version,
        roomId: Id,
        ours: z.boolean(),
        holder: z.string().nullable(),
        ...hours,
        ...around,
        status: z.enum(BOOKING_STATUS_CODES),
        holdExpiresOn: localDate.nullable(),
      }),
    ),
  })
  .meta({ id: 'RoomCover' });
export type RoomCoverView = z.infer<typeof RoomCoverView>;
