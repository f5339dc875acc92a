import { clock, span } from './board-words';

describe('the words of times', () => {
  it('are those a clock shows, also past midnight', () => {
    expect(clock(795)).toBe('13:15');
    expect(span(1410, 1530)).toBe('23:30 to 1:30 the next day');
    expect(span(1380, 1440)).toBe('23:00 to midnight');
    expect(span(30, 90)).toBe('0:30 to 1:30');
  });
});
