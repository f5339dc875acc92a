import type { LocalDate } from './dates';
import fc from 'fast-check';
import { fromWall, toWall, wallDate, wallMinute, wallTime, isOnWall } from './wall-clock';

const london = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
const inLondon = (instant: Date) => london.format(instant);
const written = (minute: number) => `${wallDate(minute)} ${wallTime(minute)}`;

describe('isOnWall', () => {
  it('is true of every minute but those of the hour that is left out in March', () => {
    const shown = (date: LocalDate, time: string) => isOnWall(wallMinute(date, time));
    expect([
      shown('2027-03-28', '00:59'),
      shown('2027-03-28', '01:00'),
      shown('2027-03-28', '01:59'),
      shown('2027-03-28', '02:00'),
    ]).toEqual([true, false, false, true]);
    // In October an hour comes twice.
    expect(shown('2027-10-31', '01:30')).toBe(true);
  });
});

describe('toWall', () => {
  it('says what a clock in London says, at any minute from 1996 to 2099', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1996, 0) / 60_000, max: Date.UTC(2099, 0) / 60_000 }), (utc) => {
        const instant = new Date(utc * 60_000);
        expect(written(toWall(instant))).toBe(inLondon(instant));
      }),
      { numRuns: 500 },
    );
  });
});

describe('fromWall', () => {
  it('finds the instant again, except in the hour that comes twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1996, 0) / 60_000, max: Date.UTC(2099, 0) / 60_000 }), (utc) => {
        const instant = new Date(utc * 60_000);
        const back = fromWall(toWall(instant)).getTime();
        expect([instant.getTime(), instant.getTime() - 3_600_000]).toContain(back);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a winter morning', '2027-01-11', '09:30', '2027-01-11T09:30:00.000Z'],
    ['a summer morning', '2027-06-24', '09:30', '2027-06-24T08:30:00.000Z'],
    ['the hour that does not exist', '2027-03-28', '01:30', '2027-03-28T01:30:00.000Z'],
    ['the first of the hour that comes twice', '2027-10-31', '01:30', '2027-10-31T00:30:00.000Z'],
  ] as const)('puts %s where it belongs', (_, date, time, instant) => {
    expect(fromWall(wallMinute(date, time)).toISOString()).toBe(instant);
  });
});
