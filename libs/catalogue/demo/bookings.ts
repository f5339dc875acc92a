import type { Actor } from '@waymark/shared/api/actor';
import type { Demo } from '@waymark/shared/api/demo';
import type { LocalDate, LocalTime } from '@waymark/shared/kernel/dates';
import { BookingBatchesService } from '../api/venues/booking-batches.service';
import { ROOM, type RoomName } from './venues';

/** A room for part of a day. */
export type RoomTime = readonly [RoomName, on: LocalDate, from: LocalTime, to: LocalTime];

/** Contracts rooms for a cohort, or for somebody else whom `holder` names. */
export async function contractRooms(
  demo: Demo,
  by: Actor,
  who: { cohortId: string } | { holder: string },
  times: readonly RoomTime[],
): Promise<void> {
  await demo.service(BookingBatchesService).book(by, {
    ...{ cohortId: null, holder: '', ...who },
    status: 'contracted',
    holdExpiresOn: null,
    setUp: 0,
    clearUp: 0,
    costPence: null,
    add: times.map(([room, on, startsAt, endsAt]) => ({ roomId: demo.the(ROOM, room), startsOn: on, startsAt, endsOn: on, endsAt })),
    change: [],
  });
}
