import fc from 'fast-check';
import { dateOfDay, dayOf, dayOfDate, describeDay, describeSpan, timeOf, wallMinute } from './time';

describe('wallMinute', () => {
  it('counts from the first minute of 1970', () => {
    expect(wallMinute('1970-01-01', '00:00')).toBe(0);
    expect(wallMinute('1970-01-02', '00:01')).toBe(1441);
    expect(dayOf(wallMinute('2027-06-24', '13:15'))).toBe(dayOfDate('2027-06-24'));
    expect(timeOf(wallMinute('2027-06-24', '13:15'))).toBe('13:15');
  });
  it.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-6-24', 'today'])('refuses %s', (date) =>
    expect(() => wallMinute(date)).toThrow(RangeError),
  );
  it.each(['24:00', '9:30', '09:60'])('refuses %s', (time) => expect(() => wallMinute('2027-06-24', time)).toThrow(RangeError));
  it('gives a day with a clock change 1,440 minutes like any other', () => {
    expect(wallMinute('2027-03-29', '09:30') - wallMinute('2027-03-28', '09:30')).toBe(1440);
  });
});

describe('dateOfDay', () => {
  it('agrees with the calendar of the platform, centuries and leap days included', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 1_000_000 }), (day) => {
        const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dateOfDay(day)).toBe(date);
        expect(dayOfDate(date)).toBe(day);
        expect(describeDay(day).slice(0, 3)).toBe(new Date(day * 86_400_000).toUTCString().slice(0, 3));
      }),
    );
  });
});

describe('describeSpan', () => {
  const span = (start: [string, string], end: [string, string]) => describeSpan({ start: wallMinute(...start), end: wallMinute(...end) });

  it('says the day once', () => expect(span(['2027-06-24', '13:15'], ['2027-06-24', '14:00'])).toBe('Thu 24 June, 13:15 to 14:00'));
  it('says both days past midnight', () => {
    expect(span(['2027-06-24', '22:00'], ['2027-06-25', '01:00'])).toBe('Thu 24 June, 22:00 to Fri 25 June, 01:00');
  });
  it('says a moment as a moment', () => expect(span(['2027-06-24', '11:00'], ['2027-06-24', '11:00'])).toBe('Thu 24 June, 11:00'));
});
