import { dayCalled, localDate, timeCalled } from './schema';

describe('dayCalled', () => {
  const said = (typed: unknown) =>
    dayCalled('first day')
      .safeParse(typed)
      .error?.issues.map(({ message }) => message) ?? [];

  it.each([
    [undefined, 'Enter the first day'],
    [null, 'Enter the first day'],
    ['', 'Enter the first day'],
    ['2027--24', 'The first day must be a real date'],
    ['2027-02-30', 'The first day must be a real date'],
    [20270624, 'The first day must be a real date'],
    ['0027-06-24', 'The first day must have a year from 1900 to 2099, with 4 digits'],
  ])('says once what is wrong with %p', (typed, words) => expect(said(typed)).toEqual([words]));

  it('takes a day as it is, as a day without a name does', () => {
    expect(said('2027-06-24')).toEqual([]);
    expect(localDate.safeParse('2027-06-24').success).toBe(true);
  });
});

describe('timeCalled', () => {
  it.each([undefined, '', '9:30', '24:00'])('says what to enter instead of %p', (typed) => {
    const { error } = timeCalled('start time').safeParse(typed);
    expect(error?.issues.map(({ message }) => message)).toEqual(['Enter the start time, like 09:30']);
  });

  it('takes a time', () => expect(timeCalled('start time').parse('09:30')).toBe('09:30'));
});
