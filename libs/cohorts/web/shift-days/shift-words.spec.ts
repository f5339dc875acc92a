import { dayOptions, shiftWords, troubleWords, whatWords, type ShiftDay } from './shift-words';

const day = (over: Partial<ShiftDay> = {}): ShiftDay => ({
  from: '2027-06-24',
  to: '2027-06-25',
  sessions: 3,
  decision: false,
  trouble: null,
  holiday: '',
  instead: ['2027-06-24', '2027-06-28'],
  ...over,
});

describe('the words of a shift', () => {
  const days = [day(), day({ from: '2027-06-25', to: '2027-06-26', trouble: 'weekend' })];

  it('say which days fall on a day off, until somebody chooses another', () => {
    expect(shiftWords(days, days)).toBe(
      'The days stay as far apart as they are. 1 day falls on a weekend or a bank holiday. Choose another day, or leave it where it falls.',
    );
    expect(shiftWords(days, [days[0]!, { from: '2027-06-25', to: '2027-06-28' }])).toBe(
      '1 day goes to another day, as you chose. None falls on a weekend or a bank holiday.',
    );
  });

  it('name the bank holiday, and what is on a day', () => {
    expect(troubleWords({ trouble: 'bank_holiday', holiday: 'Good Friday' })).toBe('Bank holiday: Good Friday');
    expect(troubleWords({ trouble: 'weekend', holiday: '' })).toBe('Weekend');
    expect(troubleWords({ trouble: 'weekend', holiday: 'Christmas Day' })).toBe('Weekend: Christmas Day');
    expect(whatWords(day({ decision: true }))).toBe('Decide whether it goes ahead, 3 sessions');
    expect(whatWords(day({ sessions: 0 }))).toBe('First or last day, without sessions');
  });

  it('offer the days in order, with the one it falls on among them', () => {
    expect(dayOptions(day()).map(({ label }) => label)).toEqual(['Thursday 24 June 2027', 'Friday 25 June 2027', 'Monday 28 June 2027']);
  });
});
