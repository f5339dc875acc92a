import { z } from 'zod';
import { BOOKING_STATUS_CODES, FIRST_STATUSES } from '@waymark/catalogue/domain/bookings';
import { pageAsked, pageOf } from '@waymark/shared/api/page';
import { dayCalled, Id, localDate, onTheClock, optionalLine, prose, timeCalled, version, wholeNumber } from '@waymark/shared/api/schema';
import { dayNumber } from '@waymark/shared/kernel/dates';

const around = {
  setUp: wholeNumber('Enter the minutes to set up, from 0 to 480', 0, 480),
  clearUp: wholeNumber('Enter the minutes to clear up, from 0 to 480', 0, 480),
};
const pence = wholeNumber('Enter a cost from £0 to £1,000,000', 0, 100_000_000);

const hours = {
  startsOn: dayCalled('first day'),
  startsAt: timeCalled('start time'),
  endsOn: dayCalled('last day'),
  endsAt: timeCalled('end time'),
};
const facts = {
  roomId: Id,
  cohortId: z.uuid('Choose a cohort').nullable(),
  holder: optionalLine(200),
  ...hours,
  ...around,
  holdExpiresOn: dayCalled('date the hold ends').nullable(),
  costPence: pence.nullable(),
};
const STARTS = onTheClock('startsOn', 'startsAt');
const ENDS = onTheClock('endsOn', 'endsAt');
const somebody = ({ cohortId, holder }: { cohortId: string | null; holder: string }) => cohortId !== null || holder !== '';
const whoWords = { message: 'Enter who the booking is for', path: ['holder'] };

/** Who has the room is a cohort, or somebody whom `holder` names. Times are wall-clock times in London. */
export const AddBooking = z
  .strictObject({ ...facts, status: z.enum(FIRST_STATUSES, 'Choose enquiry, held or contracted') })
  .superRefine(STARTS)
  .superRefine(ENDS)
  .refine(somebody, whoWords)
  .meta({ id: 'AddRoomBooking' });
export type AddBooking = z.infer<typeof AddBooking>;

export const EditBooking = z
  .strictObject({ version, ...facts })
  .superRefine(STARTS)
  .superRefine(ENDS)
  .refine(somebody, whoWords)
  .meta({ id: 'EditRoomBooking' });
export type EditBooking = z.infer<typeof EditBooking>;

/** `holdExpiresOn` and `costPence` change with the status when they are given: a hold has an end, a cancellation has a reason and may have a price. */
export const SetBookingStatus = z
  .strictObject({
    version,
    status: z.enum(BOOKING_STATUS_CODES, 'Choose a status'),
    holdExpiresOn: dayCalled('date the hold ends').nullable().optional(),
    costPence: pence.nullable().optional(),
    reason: prose(500).optional(),
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
    /** Why it was cancelled or let go, if somebody said. */
    reason: z.string(),
    version,
  })
  .meta({ id: 'RoomBookingView' });
export type BookingView = z.infer<typeof BookingView>;
export const BookingPage = pageOf(BookingView).meta({ id: 'RoomBookingPage' });

/**
 * Several bookings at once, all or none: new ones in `add`, and in `change` bookings of the same cohort that get new hours and, where it is
 * a step forward, the status. `setUp`, `clearUp` and `costPence` are of each new booking.
 */
export const BookRooms = z
  .strictObject({
    cohortId: facts.cohortId,
    holder: facts.holder,
    status: z.enum(FIRST_STATUSES, 'Choose enquiry, held or contracted'),
    holdExpiresOn: facts.holdExpiresOn,
    ...around,
    costPence: facts.costPence,
    add: z
      .array(
        z
          .strictObject({ roomId: Id, ...hours })
          .superRefine(STARTS)
          .superRefine(ENDS),
      )
      .max(200, 'Make 200 bookings or fewer at once'),
    change: z
      .array(
        z
          .strictObject({ id: Id, version, ...hours })
          .superRefine(STARTS)
          .superRefine(ENDS),
      )
      .max(200, 'Change 200 bookings or fewer at once'),
  })
  .refine(somebody, whoWords)
  .refine(({ add, change }) => add.length + change.length > 0, { message: 'Choose at least one room', path: ['add'] })
  .refine(({ change }) => new Set(change.map(({ id }) => id)).size === change.length, {
    message: 'Change each booking once',
    path: ['change'],
  })
  .meta({ id: 'BookRooms' });
export type BookRooms = z.infer<typeof BookRooms>;

export const BookedRooms = z.object({ items: z.array(BookingView) }).meta({ id: 'BookedRooms' });
export type BookedRooms = z.infer<typeof BookedRooms>;

const LONGEST = 366;

/** Bookings that touch the days from `from` to `to`, both included. */
export const ListBookings = pageAsked
  .extend({ from: localDate, to: localDate })
  .refine(({ from, to }) => to >= from, { message: 'The end must be on or after the start', path: ['to'] })
  .refine(({ from, to }) => dayNumber(to) - dayNumber(from) < LONGEST, { message: `Choose ${LONGEST} days or fewer`, path: ['to'] });
export type ListBookings = z.infer<typeof ListBookings>;
