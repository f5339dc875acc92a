import { fromDay, toDay, toTime } from './date-text';

describe('toDay', () => {
  it.each([
    [{ day: '4', month: '6', year: '2027' }, '2027-06-04'],
    [{ day: ' 24 ', month: 'june', year: '2027' }, '2027-06-24'],
    [{ day: '', month: '', year: '' }, ''],
    [{ day: '31', month: '2', year: '2027' }, '2027-02-31'],
    [{ day: '4', month: 'x', year: '' }, '-x-04'],
  ])('reads %j as %s', (parts, day) => expect(toDay(parts)).toBe(day));
});

describe('fromDay', () => {
  it('gives back the parts of a day, without leading zeros', () => {
    expect(fromDay('2027-06-04')).toEqual({ day: '4', month: '6', year: '2027' });
    expect(fromDay('0025-04-01').year).toBe('25'); // as it was typed: the API says that a year has 4 digits
    expect(fromDay('')).toEqual({ day: '', month: '', year: '' });
  });
});

describe('toTime', () => {
  it.each([
    ['9:30am', '09:30'],
    ['930', '09:30'],
    ['9.30', '09:30'],
    ['13:15', '13:15'],
    ['1315', '13:15'],
    ['12am', '00:00'],
    ['12:05 PM', '12:05'],
    ['9', '09:00'],
    ['25:00', '25:00'],
    ['13pm', '13pm'],
    ['soon', 'soon'],
    ['', ''],
  ])('reads %j as %j', (typed, time) => expect(toTime(typed)).toBe(time));
});
