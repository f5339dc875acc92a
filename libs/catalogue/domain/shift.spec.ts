import { addDays, dateOf, dayNumber, type LocalDate } from '@waymark/shared/kernel/dates';
import { fromWall, wallDate, wallMinute, wallTime } from '@waymark/shared/kernel/wall-clock';
import { holidaysOf } from './bank-holidays';
import { jumpsOf, outOfOrder, shiftDays, shiftPlan, troubleOf, workingDaysAround, type Jump } from './shift';

const england = holidaysOf('england-and-wales');
const landing = (plan: LocalDate[], by: number, jumps: Jump[] = []) => [...shiftDays(plan, by, jumps).values()];

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('shiftDays', () => {
  it('keeps the days as far apart as they were: over a weekend, and over Easter', () => {
    expect(landing(['2027-06-24', '2027-06-25'], 1)).toEqual(['2027-06-25', '2027-06-26']);
    expect(landing(['2027-03-25', '2027-03-30'], 4)).toEqual(['2027-03-29', '2027-04-03']);
  });

  it('lets only those days jump that somebody agreed to', () => {
    expect(landing(['2027-06-24', '2027-06-25'], 1, [{ from: '2027-06-25', to: '2027-06-28' }])).toEqual(['2027-06-25', '2027-06-28']);
  });

  it('is where it was after there and back, whatever the plan, the days and the jumps', () => {
    const below = numbers(7);
    for (let run = 0; run < 500; run++) {
      const first = dayNumber('2026-01-01') + below(900);
      const plan = [...new Set(Array.from({ length: 1 + below(12) }, () => dateOf(first + below(40))))].sort();
      const by = below(800) - 400;
      const jumps = plan.filter(() => below(3) === 0).map((from) => ({ from, to: addDays(from, by + below(5) - 2) }));
      const there = shiftDays(plan, by, jumps);
      if (outOfOrder(there, jumps)) continue;
      const moved = [...there].map(([from, to]) => ({ from, to }));
      const back = jumpsOf(moved, by).map(({ from, to }) => ({ from: to, to: from }));
      expect([...shiftDays([...there.values()], -by, back).values()]).toEqual(plan);
      const sessions = plan.map((day) => ({ start: wallMinute(day, '09:30') + below(400) }));
      expect(shiftPlan(shiftPlan(sessions, there), shiftDays([...there.values()], -by, back))).toEqual(sessions);
    }
  });
});

describe('outOfOrder', () => {
  const days: LocalDate[] = ['2027-06-24', '2027-06-25'];
  const found = (jumps: Jump[]) => outOfOrder(shiftDays(days, 1, jumps), jumps);

  it('names the day that would not follow the one before it any more', () => {
    expect(found([{ from: '2027-06-25', to: '2027-06-28' }])).toBeNull();
    expect(found([{ from: '2027-06-25', to: '2027-06-25' }])).toBe('2027-06-25');
    expect(found([{ from: '2027-06-24', to: '2027-06-28' }])).toBe('2027-06-24');
  });
});

describe('troubleOf and workingDaysAround', () => {
  it('say what a day is, and which working days lie around it', () => {
    const titles = new Map<LocalDate, string>([['2027-03-26', 'Good Friday']]);
    expect(troubleOf('2027-03-26', titles)).toEqual({ kind: 'bank_holiday', title: 'Good Friday' });
    expect(troubleOf('2027-03-27', titles)).toEqual({ kind: 'weekend', title: '' });
    expect(troubleOf('2027-03-25', titles)).toBeNull();
    expect(troubleOf('2027-12-25', new Map([['2027-12-25', 'Christmas Day']]))).toEqual({ kind: 'weekend', title: 'Christmas Day' });
    expect(workingDaysAround('2027-03-27', england, { before: 1, after: 2 })).toEqual(['2027-03-25', '2027-03-30', '2027-03-31']);
  });
});

describe('shiftPlan', () => {
  const at = (date: LocalDate, time: string) => ({ start: wallMinute(date, time) });

  it('keeps wall times across a clock change', () => {
    const [shifted] = shiftPlan([at('2027-03-18', '09:30')], shiftDays(['2027-03-18'], 14));
    expect(`${wallDate(shifted!.start)} ${wallTime(shifted!.start)}`).toBe('2027-04-01 09:30');
    expect(fromWall(wallMinute('2027-03-18', '09:30')).toISOString()).toBe('2027-03-18T09:30:00.000Z');
    expect(fromWall(shifted!.start).toISOString()).toBe('2027-04-01T08:30:00.000Z');
  });

  it('leaves sessions off the schedule', () => {
    expect(shiftPlan([{ start: null }], shiftDays([], 7))).toEqual([{ start: null }]);
  });
});
