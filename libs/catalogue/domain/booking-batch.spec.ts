import { wallMinute } from '@waymark/shared/kernel/wall-clock';
import { batchRefusals, batchStatus, type BatchItem } from './booking-batch';
import type { Booking } from './bookings';

const today = '2027-05-03';

describe('batchRefusals', () => {
  it('lets rooms and days stand beside each other', () => {
    expect(batchRefusals([item('a', '09:00', '17:00', 0), item('b', '09:00', '17:00', 1)], [], today)).toEqual([]);
  });

  it('names each room that somebody has, in its place', () => {
    const theirs = { ...booking('16:00', '18:00', { id: 'theirs', holder: 'Essex County Council' }), roomId: 'b' };
    expect(batchRefusals([item('a', '09:00', '17:00', 0), item('b', '09:00', '17:00', 1)], [theirs], today)).toEqual([
      {
        code: 'catalogue_room_booked',
        facts: { room: 'Room b', holder: 'Essex County Council', when: '24 June 2027, 16:00 to 18:00' },
        pointer: '/add/1/startsAt',
      },
    ]);
  });

  it('does not book one room twice', () => {
    const refusals = batchRefusals([item('a', '09:00', '12:00', 0), item('a', '11:00', '13:00', 1)], [], today);
    expect(refusals.map(({ code, pointer }) => [code, pointer])).toEqual([['catalogue_room_booked', '/add/1/startsAt']]);
  });

  it('says once what is the same for all', () => {
    const held = { status: 'held' as const };
    const refusals = batchRefusals([item('a', '09:00', '12:00', 0, held), item('b', '09:00', '12:00', 1, held)], [], today);
    expect(refusals).toEqual([{ code: 'catalogue_hold_needs_end', pointer: '/holdExpiresOn' }]);
  });

  it('puts a changed booking in the place of what it was', () => {
    const was = { ...booking('09:00', '12:00', { id: 'ours', status: 'held' }), roomId: 'a' };
    const longer: BatchItem = { roomId: 'a', pointer: '/change/0', was: 'held', booking: booking('09:00', '17:00', { id: 'ours' }) };
    expect(batchRefusals([longer], [was], today)).toEqual([]);
    const backwards = { ...longer, booking: { ...longer.booking, end: longer.booking.start } };
    expect(batchRefusals([backwards], [was], today)).toEqual([{ code: 'catalogue_booking_order', pointer: '/change/0/endsAt' }]);
    const over = { ...longer, was: 'cancelled' as const };
    expect(batchRefusals([over], [], today).map(({ code }) => code)).toEqual(['catalogue_booking_over']);
  });
});

describe('batchStatus', () => {
  it('goes forward, and never back', () => {
    expect([batchStatus('held', 'contracted'), batchStatus('contracted', 'held'), batchStatus('used', 'contracted')]).toEqual([
      'contracted',
      'contracted',
      'used',
    ]);
  });
});

function booking(from: string, to: string, over: Partial<Booking> = {}): Booking {
  return {
    id: null,
    room: 'Room a',
    holder: 'Top Talent: Essex 2027',
    start: wallMinute('2027-06-24', from),
    end: wallMinute('2027-06-24', to),
    setUp: 0,
    clearUp: 0,
    status: 'contracted',
    holdExpiresOn: null,
    ...over,
  };
}

function item(roomId: string, from: string, to: string, at: number, over: Partial<Booking> = {}): BatchItem {
  return { roomId, pointer: `/add/${at}`, was: null, booking: booking(from, to, { room: `Room ${roomId}`, ...over }) };
}
