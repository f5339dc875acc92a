import { dateIn } from './import-dates';

describe('dateIn', () => {
  it.each([
    ['2027-06-24', '2027-06-24', false],
    ['24/06/2027', '2027-06-24', false],
    ['24.6.27', '2027-06-24', false],
    ['24 June 2027', '2027-06-24', false],
    ['24th Jun 2027', '2027-06-24', false],
    ['46562', '2027-06-24', false],
    ['03/04/2027', '2027-04-03', true],
    ['05/05/2027', '2027-05-05', false],
    ['6/24/2027', '2027-06-24', true],
  ])('reads %s as %s', (text, date, ambiguous) => {
    expect(dateIn(text)).toEqual({ date, ambiguous });
  });

  it.each(['', 'TBC', '31/02/2027', '2027-13-01', '12', '24 Smarch 2027', '99999999', '75231', '24/06/2127', '2100-01-01', '31/12/1899'])(
    'does not read %s as a date',
    (text) => {
      expect(dateIn(text)).toBeNull();
    },
  );
});
