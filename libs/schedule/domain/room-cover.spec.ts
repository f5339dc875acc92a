import { wallDate, wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';
import { bookingRefusals } from '@waymark/catalogue/domain/bookings';
import { planWords, roomPlan, uncovered, usualHours, type CoverBooking, type RoomPlan, type RoomSession } from './room-cover';

const DAY = { from: '08:30', to: '17:00' } as const;

describe('uncovered', () => {
  it('wants one booking of the cohort from start to end', () => {
    const seminar = session('seminar', 'a', '09:30', '12:30');
    expect(ids(uncovered([seminar], [ours('a', '09:30', '12:30')], 'contracted'))).toEqual([]);
    expect(ids(uncovered([seminar], [ours('a', '09:30', '11:00'), ours('a', '11:00', '12:30')], 'contracted'))).toEqual(['seminar']);
    expect(ids(uncovered([seminar], [ours('b', '09:30', '12:30')], 'contracted'))).toEqual(['seminar']);
    expect(ids(uncovered([seminar], [theirs('a', '09:30', '12:30')], 'contracted'))).toEqual(['seminar']);
  });

  it('takes a hold for what it is', () => {
    const seminar = session('seminar', 'a', '09:30', '12:30');
    const hold = ours('a', '09:00', '13:00', { status: 'held' });
    expect([ids(uncovered([seminar], [hold], 'contracted')), ids(uncovered([seminar], [hold], 'held'))]).toEqual([['seminar'], []]);
    expect(ids(uncovered([seminar], [{ ...hold, status: 'expired' }], 'held'))).toEqual(['seminar']);
  });
});

describe('usualHours', () => {
  it('reaches around every session with set-up and clear-up, out to the half hour', () => {
    const sessions = [
      session('a', 'a', '09:10', '10:00', { setUp: 30 }),
      session('b', 'b', '15:00', '16:45', { clearUp: 10, day: '2027-06-25' }),
    ];
    expect(usualHours(sessions)).toEqual({ from: '08:30', to: '17:00' });
    expect(usualHours([])).toBeNull();
  });

  it('stays within the day', () => {
    expect(usualHours([session('late', 'a', '00:10', '23:50', { setUp: 60, clearUp: 60 })])).toEqual({ from: '00:00', to: '23:59' });
  });
});

describe('roomPlan', () => {
  it('books each room once a day, for the hours asked', () => {
    const sessions = [
      session('one', 'a', '09:30', '10:30'),
      session('two', 'a', '11:00', '12:00'),
      session('three', 'b', '13:00', '14:00'),
      session('four', 'a', '09:30', '10:30', { day: '2027-06-25' }),
    ];
    const plan = roomPlan(sessions, [], 'contracted', DAY);
    expect(said(plan)).toEqual([
      '2027-06-24 a 08:30-17:00 new: one two',
      '2027-06-24 b 08:30-17:00 new: three',
      '2027-06-25 a 08:30-17:00 new: four',
    ]);
    expect(planWords(plan.hours, 'contracted')).toBe('Contract 2 rooms for 24 and 25 June 2027, 08:30 to 17:00');
  });

  it('is longer where a session is, and has nothing to do where all is contracted', () => {
    const early = session('early', 'a', '07:00', '08:00');
    expect(said(roomPlan([early], [], 'contracted', DAY))).toEqual(['2027-06-24 a 07:00-17:00 new: early']);
    expect(roomPlan([early], [ours('a', '07:00', '08:00')], 'contracted', DAY)).toEqual({ hours: [], blocked: [] });
  });

  it('leaves out the hours that others have, with their set-up and clear-up', () => {
    const sessions = [session('morning', 'a', '09:30', '12:00'), session('evening', 'a', '16:00', '16:30')];
    const rival = theirs('a', '13:00', '15:00', { setUp: 30, clearUp: 15 });
    const plan = roomPlan(sessions, [rival], 'contracted', DAY);
    expect(said(plan)).toEqual(['2027-06-24 a 08:30-12:30 new: morning', '2027-06-24 a 15:15-17:00 new: evening']);
    expect(planWords(plan.hours, 'held')).toBe('Hold 1 room for 24 June 2027, between 08:30 and 17:00');
  });

  it('says which session cannot have its room, and books the others', () => {
    const sessions = [session('morning', 'a', '09:30', '12:00'), session('after', 'a', '14:00', '16:00')];
    const rival = theirs('a', '13:00', '15:00');
    const plan = roomPlan(sessions, [rival], 'contracted', DAY);
    expect(plan.blocked).toEqual([{ sessionId: 'after', bookingId: rival.id }]);
    expect(said(plan)).toEqual(['2027-06-24 a 08:30-13:00 new: morning']);
  });

  it('contracts a hold, and lengthens a booking that is too short', () => {
    const sessions = [session('morning', 'a', '09:30', '12:00'), session('other', 'b', '09:30', '12:00')];
    const bookings = [ours('a', '08:00', '18:00', { status: 'held' }), ours('b', '10:00', '11:00')];
    expect(said(roomPlan(sessions, bookings, 'contracted', DAY))).toEqual([
      `2027-06-24 a 08:00-18:00 ${bookings[0]!.id}: morning`,
      `2027-06-24 b 08:30-17:00 ${bookings[1]!.id}: other`,
    ]);
  });

  it('keeps clear of the cohort’s own bookings of other hours', () => {
    const sessions = [session('morning', 'a', '09:30', '12:00'), session('after', 'a', '13:00', '14:00')];
    const plan = roomPlan(sessions, [ours('a', '13:00', '14:00')], 'contracted', DAY);
    expect(said(plan)).toEqual(['2027-06-24 a 08:30-13:00 new: morning']);
  });

  it('joins no two bookings of the cohort by itself', () => {
    const halves = [ours('a', '09:00', '11:00'), ours('a', '11:00', '13:00')];
    const plan = roomPlan([session('long', 'a', '10:00', '12:00')], halves, 'contracted', DAY);
    expect(plan).toEqual({ hours: [], blocked: [{ sessionId: 'long', bookingId: halves[1]!.id }] });
  });

  it('plans what may be booked, whatever is there already, and covers every session it does not refuse', () => {
    const random = seeded(7);
    for (let round = 0; round < 300; round++) {
      const sessions = many(random, 5, (n) => session(`s${n}`, pick(random, ['a', 'b']), ...hours(random)));
      const bookings = many(random, 4, (n) => {
        const make = pick(random, [ours, theirs]);
        return make(pick(random, ['a', 'b']), ...hours(random), { id: `k${n}`, status: pick(random, ['held', 'contracted'] as const) });
      }).filter(
        (one, at, all) => !all.slice(0, at).some((other) => other.roomId === one.roomId && other.start < one.end && one.start < other.end),
      );
      const plan = roomPlan(sessions, bookings, 'contracted', DAY);
      const after: CoverBooking[] = bookings.map((one) => ({
        ...one,
        ...plan.hours.find(({ bookingId }) => bookingId === one.id),
        status: 'contracted' as const,
      }));
      after.push(
        ...plan.hours
          .filter(({ bookingId }) => bookingId === null)
          .map((one, n) => ({ ...theirs(one.roomId, '00:00', '00:01'), ...one, id: `new${n}`, ours: true })),
      );
      for (const one of after) {
        const rivals = after.filter((other) => other.roomId === one.roomId && other !== one).map((other) => ({ ...BOOKING, ...other }));
        expect(bookingRefusals({ ...BOOKING, ...one }, rivals, '2027-05-03')).toEqual([]);
      }
      const refused = plan.blocked.map(({ sessionId }) => sessionId);
      expect(ids(uncovered(sessions, after, 'held')).filter((id) => !refused.includes(id))).toEqual([]);
    }
  });
});

describe('planWords', () => {
  it('names days that lie together, and counts those that do not', () => {
    const on = (...days: string[]) =>
      planWords(
        days.map((day) => ({ roomId: 'a', bookingId: null, start: minute('09:00', day), end: minute('17:00', day), sessionIds: [] })),
        'contracted',
      );
    expect(on('2027-06-24')).toBe('Contract 1 room for 24 June 2027, 09:00 to 17:00');
    expect(on('2027-06-30', '2027-07-01')).toBe('Contract 1 room for 30 June to 1 July 2027, 09:00 to 17:00');
    expect(on('2027-06-24', '2027-07-01')).toBe('Contract 1 room for 2 days from 24 June 2027 to 1 July 2027, 09:00 to 17:00');
  });
});

const BOOKING = { room: 'Room', holder: 'Somebody', setUp: 0, clearUp: 0, status: 'contracted' as const, holdExpiresOn: null };
const minute = (time: string, day = '2027-06-24') => wallMinute(day as `${number}-${number}-${number}`, time);
const ids = (sessions: { id: string }[]) => sessions.map(({ id }) => id);

function session(
  id: string,
  roomId: string,
  from: string,
  to: string,
  { day, setUp = 0, clearUp = 0 }: { day?: string; setUp?: number; clearUp?: number } = {},
): RoomSession {
  return { id, roomId, start: minute(from, day), end: minute(to, day), setUp, clearUp };
}

function theirs(roomId: string, from: string, to: string, over: Partial<CoverBooking> = {}): CoverBooking {
  const span = { start: minute(from), end: minute(to) };
  return { id: `theirs ${roomId} ${from}`, roomId, ours: false, ...span, setUp: 0, clearUp: 0, status: 'contracted', ...over };
}

const ours = (roomId: string, from: string, to: string, over: Partial<CoverBooking> = {}): CoverBooking =>
  theirs(roomId, from, to, { id: `ours ${roomId} ${from}`, ours: true, ...over });

const said = ({ hours }: RoomPlan) =>
  hours.map(
    ({ roomId, bookingId, start, end, sessionIds }) =>
      `${wallDate(start)} ${roomId} ${wallTime(start)}-${wallTime(end)} ${bookingId ?? 'new'}: ${sessionIds.join(' ')}`,
  );

/** The same numbers every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
const pick = <Item>(random: () => number, items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const many = <Item>(random: () => number, most: number, make: (n: number) => Item): Item[] =>
  Array.from({ length: 1 + Math.floor(random() * most) }, (_, n) => make(n));
function hours(random: () => number): [string, string] {
  const start = 480 + Math.floor(random() * 16) * 30;
  return [wallTime(start), wallTime(start + 30 + Math.floor(random() * 4) * 30)];
}
