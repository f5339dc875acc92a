import { dateIn, orderOf, saysNoDate } from './import-dates';

const JUNE = [
  '2027-06-24',
  '24/06/2027',
  '24/6/27',
  '24.06.2027',
  '24-06-2027',
  '24 June 2027',
  '24 Jun 27',
  '24-Jun-27',
  '24-Jun-2027',
  '24/Jun/2027',
  '24 Jun, 2027',
  '24th June 2027',
  '24th of June 2027',
  'Thursday 24 June 2027',
  'Thu 24 Jun 2027',
  'Thursday, June 24, 2027',
  'June 24, 2027',
  'Jun 24 2027',
  '2027/06/24',
  '2027.06.24',
  '20270624',
  '24062027',
  '24/06/2027 00:00',
  '24/06/2027 00:00:00',
  '2027-06-24T00:00:00Z',
  '2027-06-24 00:00:00.000',
  '24/06/2027 9:00 AM',
  '46562',
  '46562.0',
  '46562.375',
  '24 / 06 / 2027',
  '24/06/27.',
  '24-06-27',
  '24–06–2027',
  "'24/06/2027",
  '2027-06-24+01:00',
];
const NO_DATES = `|TBC|29/02/2027|31/04/2027|02/13/2027|6/24/2027|2027-13-01|12|24 Smarch 2027|99999999|75231|99999|80001|19999|24/06/2127|2100-01-01|31/12/1899|30/12/1899|24/06/0027|24/06/1027|00/00/0000|0000-00-00|########|Jun-27|June 2027|06/2027|2027|Sept 2027|24 June|Monday|now|24 !!June$$27|24.Juni 2027`;

describe('dateIn', () => {
  it.each(JUNE)('reads %s as 24 June 2027', (text) => expect(dateIn(text)).toEqual({ date: '2027-06-24', ambiguous: false }));

  it.each([
    ['1-Apr-74', '1974-04-01', false],
    ['24 Sept 2027', '2027-09-24', false],
    ['1 September 2027', '2027-09-01', false],
    ['29/02/2028', '2028-02-29', false],
    ['01/01/1900', '1900-01-01', false],
    ['20000', '1954-10-03', false],
    ['03/04/2027', '2027-04-03', true],
    ['05/05/2027', '2027-05-05', false],
  ])('reads %s as %s', (text, date, ambiguous) => expect(dateIn(text)).toEqual({ date, ambiguous }));

  it.each(NO_DATES.split('|'))('does not read %s as a date', (text) => expect(dateIn(text)).toBeNull());

  it('reads the month first where the column does', () => {
    expect(dateIn('02/13/2026', 'month-first')).toEqual({ date: '2026-02-13', ambiguous: false });
    expect(dateIn('03/04/2026', 'month-first')).toEqual({ date: '2026-03-04', ambiguous: true });
    expect(dateIn('13/02/2026', 'month-first')).toBeNull();
    expect(dateIn('13 Feb 2026', 'month-first')).toEqual({ date: '2026-02-13', ambiguous: false });
  });
});

describe('orderOf', () => {
  it.each([
    [['02/13/2026', '03/04/2026', '12/31/2025', '1/5/2026'], { order: 'month-first', how: 'sure' }],
    [['13/02/2026', '03/04/2026'], { order: 'day-first', how: 'sure' }],
    [['03/04/2026', 'TBC', ''], { order: 'day-first', how: 'assumed' }],
    [['13/02/2026', '02/13/2026'], { order: 'day-first', how: 'mixed' }],
    [['2026-02-13', '5/5/2026', '24 June 2027', ''], null],
  ])('tells of %j that it is %j', (column, order) => expect(orderOf(column)).toEqual(order));
});

describe('saysNoDate', () => {
  it.each(['-', 'n/a', 'TBC', 'Not known'])('takes %s for an empty cell', (text) => expect(saysNoDate(text)).toBe(true));
  it('takes no date for one', () => expect(saysNoDate('24 June')).toBe(false));
});
