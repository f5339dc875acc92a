import type { LocalDate } from '@waymark/shared/kernel/dates';
import { wallMinute } from '@waymark/shared/kernel/wall-clock';
import {
  BOOKING_STATUS_CODES,
  bookingEditRefusals,
  BOOKING_TRANSITIONS,
  bookingRefusals,
  FIRST_STATUSES,
  nextStatuses,
  statusRefusals,
  type Booking,
} from './bookings';

const today: LocalDate = '2027-05-03';

describe('bookingRefusals', () => {
  it('lets one booking follow another to the minute', () => {
    expect(codes(bookingRefusals(booking('12:00', '14:00'), [booking('09:00', '12:00')], today))).toEqual([]);
  });

  it('refuses two live bookings of a room at once, and only live ones', () => {
    const rival = booking('09:00', '12:00');
    expect(codes(bookingRefusals(booking('11:00', '14:00'), [rival], today))).toEqual(['catalogue_room_booked']);
    for (const status of ['enquiry', 'released', 'expired', 'cancelled'] as const)
      expect(codes(bookingRefusals(booking('11:00', '14:00'), [{ ...rival, status }], today))).toEqual([]);
    expect(codes(bookingRefusals(booking('11:00', '14:00', { status: 'enquiry' }), [rival], today))).toEqual([]);
  });

  it('says who has the room, and when', () => {
    expect(bookingRefusals(booking('11:00', '14:00'), [booking('09:00', '12:00', { holder: 'Essex County Council' })], today)).toEqual([
      {
        code: 'catalogue_room_booked',
        facts: { room: 'Crouch room', holder: 'Essex County Council', when: '24 June 2027, 09:00 to 12:00' },
        pointer: '/startsAt',
      },
    ]);
  });

  it('is not in its own way', () => {
    const one = booking('09:00', '12:00', { id: 'b1' });
    expect(codes(bookingRefusals({ ...one, end: one.end + 60 }, [one], today))).toEqual([]);
  });

  it('keeps set-up and clear-up apart, and says who is there', () => {
    const rival = booking('09:00', '12:00', { clearUp: 30, holder: 'Essex County Council' });
    expect(bookingRefusals(booking('12:15', '14:00'), [rival], today)).toEqual([
      {
        code: 'catalogue_room_not_clear',
        facts: { room: 'Crouch room', holder: 'Essex County Council', from: '09:00', to: '12:30' },
        pointer: '/setUp',
      },
    ]);
    expect(codes(bookingRefusals(booking('13:00', '14:00', { setUp: 45 }), [rival], today))).toEqual(['catalogue_room_not_clear']);
    expect(codes(bookingRefusals(booking('13:00', '14:00', { setUp: 30 }), [rival], today))).toEqual([]);
  });

  it('wants an end after the start, and a hold that ends', () => {
    expect(codes(bookingRefusals(booking('12:00', '12:00'), [], today))).toEqual(['catalogue_booking_order']);
    expect(codes(bookingRefusals(booking('12:00', '13:00', { status: 'held' }), [], today))).toEqual(['catalogue_hold_needs_end']);
    expect(codes(bookingRefusals(booking('12:00', '13:00', { status: 'held', holdExpiresOn: '2027-05-02' }), [], today))).toEqual([
      'catalogue_hold_in_past',
    ]);
    expect(codes(bookingRefusals(booking('12:00', '13:00', { status: 'held', holdExpiresOn: today }), [], today))).toEqual([]);
  });
});

describe('statusRefusals', () => {
  it('goes along the table and nowhere else', () => {
    for (const from of BOOKING_STATUS_CODES)
      for (const to of BOOKING_STATUS_CODES) {
        const one = booking('09:00', '12:00', { status: from, holdExpiresOn: to === 'expired' ? '2027-05-02' : '2027-05-20' });
        const refused = codes(statusRefusals(one, to, [], to === 'used' ? '2027-06-24' : today));
        expect([from, to, refused.includes('catalogue_booking_transition')]).toEqual([from, to, !BOOKING_TRANSITIONS[from].includes(to)]);
      }
  });

  it('reaches every status', () => {
    const reached = new Set<string>(FIRST_STATUSES);
    for (const to of Object.values(BOOKING_TRANSITIONS).flat()) reached.add(to);
    expect([...reached].sort()).toEqual([...BOOKING_STATUS_CODES].sort());
  });

  it('takes an enquiry to a hold only while the room is free', () => {
    const enquiry = booking('09:00', '12:00', { id: 'mine', status: 'enquiry', holdExpiresOn: '2027-06-01' });
    expect(codes(statusRefusals(enquiry, 'held', [booking('11:00', '13:00')], today))).toEqual(['catalogue_room_booked']);
    expect(codes(statusRefusals(enquiry, 'held', [], today))).toEqual([]);
    expect(codes(statusRefusals({ ...enquiry, holdExpiresOn: null }, 'held', [], today))).toEqual(['catalogue_hold_needs_end']);
  });

  it('asks why a booking is cancelled', () => {
    expect(codes(statusRefusals(booking('09:00', '12:00'), 'cancelled', [], today))).toEqual(['catalogue_booking_reason']);
    expect(codes(statusRefusals({ ...booking('09:00', '12:00'), reason: 'The venue flooded' }, 'cancelled', [], today))).toEqual([]);
  });

  it('uses a room when the day has come, and expires a hold when it is over', () => {
    expect(codes(statusRefusals(booking('09:00', '12:00'), 'used', [], today))).toEqual(['catalogue_booking_not_started']);
    expect(codes(statusRefusals(booking('09:00', '12:00'), 'used', [], '2027-06-24'))).toEqual([]);
    const held = booking('09:00', '12:00', { status: 'held', holdExpiresOn: '2027-05-03' });
    expect(codes(statusRefusals(held, 'expired', [], '2027-05-03'))).toEqual(['catalogue_hold_not_over']);
    expect(codes(statusRefusals(held, 'expired', [], '2027-05-04'))).toEqual([]);
  });
});

describe('bookingEditRefusals', () => {
  it('keeps what is over', () => {
    expect(bookingEditRefusals('cancelled')).toEqual([{ code: 'catalogue_booking_over', facts: { status: 'cancelled' } }]);
    expect(bookingEditRefusals('held')).toEqual([]);
  });
});

describe('nextStatuses', () => {
  it('offers what can be done today', () => {
    expect(nextStatuses({ status: 'enquiry', startsOn: '2027-06-24' }, today)).toEqual(['held', 'contracted', 'cancelled']);
    expect(nextStatuses({ status: 'held', startsOn: '2027-06-24' }, today)).toEqual(['contracted', 'released']);
    expect(nextStatuses({ status: 'contracted', startsOn: '2027-06-24' }, today)).toEqual(['cancelled']);
    expect(nextStatuses({ status: 'contracted', startsOn: today }, today)).toEqual(['used', 'cancelled']);
    expect(nextStatuses({ status: 'expired', startsOn: today }, today)).toEqual([]);
  });
});

const codes = (refusals: { code: string }[]) => refusals.map(({ code }) => code);

function booking(from: string, to: string, over: Partial<Booking> = {}): Booking {
  return {
    id: null,
    room: 'Crouch room',
    holder: 'Somebody else',
    start: wallMinute('2027-06-24', from),
    end: wallMinute('2027-06-24', to),
    setUp: 0,
    clearUp: 0,
    status: 'contracted',
    holdExpiresOn: null,
    ...over,
  };
}
