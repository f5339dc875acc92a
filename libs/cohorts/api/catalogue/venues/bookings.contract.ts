import { z } from 'zod';
import { BOOKING_STATUS_CODES, FIRST_STATUSES } from '@waymark/cohorts/domain/catalogue-bookings';
import { pageAsked, pageOf } from '@waymark/shared/api/page';
import { Id, localDate, localTime, prose, version, wholeNumber } from '@waymark/shared/api/schema';
import { dayNumber } from '@waymark/shared/kernel/dates';

const upToEightHours = wholeNumber('Enter 0 to 480 minutes', 0, 480);
const pence = wholeNumber('Enter a cost from £0 to £1,000,000', 0, 100_000_000);

const facts = {
  roomId: Id,
  cohortId: z.uuid('Choose a cohort').nullable(),
  holder: prose(200),
  startsOn: localDate,
  startsAt: localTime,
  endsOn: localDate,
  endsAt: localTime,
  setUp: upToEightHours,
  clearUp: upToEightHours,
  holdExpiresOn: localDate.nullable(),
  costPence: pence.nullable(),
};
const somebody = ({ cohortId, holder }: { cohortId: string | null; holder: string }) => cohortId !== null || holder !== '';
const whoWords = { message: 'Enter who the booking is for', path: ['holder'] };

/** Who has the room is a cohort, or somebody whom `holder` names. Times are wall-clock times in London. */
export const AddBooking = z
  .strictObject({ ...facts, status: z.enum(FIRST_STATUSES, 'Choose enquiry, held or contracted') })
  .refine(somebody, whoWords)
  .meta({ id: 'AddRoomBooking' });
export type AddBooking = z.infer<typeof AddBooking>;

export const EditBooking = z
  .strictObject({ version, ...facts })
  .refine(somebody, whoWords)
  .meta({ id: 'EditRoomBooking' });
export type EditBooking = z.infer<typeof EditBooking>;

/** `holdExpiresOn` and `costPence` change with the status when they are given: a hold has an end, a cancellation may have a price. */
export const SetBookingStatus = z
  .strictObject({
    version,
    status: z.enum(BOOKING_STATUS_CODES, 'Choose a status'),
    holdExpiresOn: localDate.nullable().optional(),
    costPence: pence.nullable().optional(),
  })
  .meta({ id: 'SetRoomBookingStatus' });
export type SetBookingStatus = z.infer<typeof SetBookingStatus>;

export const BookingView = z
  .object({
    id: Id,
    ...facts,
    roomName: z.string(),
    venueId: Id,
    cohortName: z.string().nullable(),
    holder: z.string(),
    status: z.enum(BOOKING_STATUS_CODES),
    version,
  })
  .meta({ id: 'RoomBookingView' });
export type BookingView = z.infer<typeof BookingView>;
export const BookingPage = pageOf(BookingView).meta({ id: 'RoomBookingPage' });

const LONGEST = 366;

/** Bookings that touch the days from `from` to `to`, both included. */
export const ListBookings = pageAsked
  .extend({ from: localDate, to: localDate })
  .refine(({ from, to }) => to >= from, { message: 'Choose an end on or after the start', path: ['to'] })
  .refine(({ from, to }) => dayNumber(to) - dayNumber(from) < LONGEST, { message: `Choose ${LONGEST} days or fewer`, path: ['to'] });
export type ListBookings = z.infer<typeof ListBookings>;
