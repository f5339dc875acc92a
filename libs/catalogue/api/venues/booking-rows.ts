import type { Booking } from '@waymark/catalogue/domain/bookings';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import type { AddBooking, EditBooking } from './bookings.contract';

type Times = Pick<AddBooking, 'startsOn' | 'startsAt' | 'endsOn' | 'endsAt'>;

const spanOf = ({ startsOn, startsAt, endsOn, endsAt }: Times) => ({
  start: wallMinute(startsOn, startsAt),
  end: wallMinute(endsOn, endsAt),
});

export function bookingOf(given: Times & Omit<Booking, 'start' | 'end'>): Booking {
  const { id, room, holder, setUp, clearUp, status, holdExpiresOn } = given;
  return { id, room, holder, setUp, clearUp, status, holdExpiresOn, ...spanOf(given) };
}

export function columnsOf(wish: Omit<EditBooking, 'version' | 'holder'>) {
  const { roomId, cohortId, setUp, clearUp, holdExpiresOn, costPence } = wish;
  const { start, end } = spanOf(wish);
  return { roomId, cohortId, setUp, clearUp, holdExpiresOn, costPence, startsAt: fromWall(start), endsAt: fromWall(end) };
}

export const placeOf = ({ providerId }: { providerId: string }, { cohortId }: { cohortId: string | null }) => ({ providerId, cohortId });
