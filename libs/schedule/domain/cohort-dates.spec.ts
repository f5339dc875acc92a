import type { LocalDate } from '@waymark/shared/kernel/dates';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import { datesRefusals } from './cohort-dates';

const session = (title: string, day: LocalDate | null, minutes = 60) => {
  const start = day && wallMinute(day, '09:30');
  return { title, startsAt: start === null ? null : fromWall(start), endsAt: start === null ? null : fromWall(start + minutes) };
};
const sessions = [session('Day 1', '2027-06-24'), session('Day 2', '2027-06-25'), session('Some time', null)];
const dates = { startsOn: '2027-06-24', endsOn: '2027-06-25' } as const;

describe('datesRefusals', () => {
  it('lets dates change as long as every session stays inside', () => {
    expect(datesRefusals(sessions, { startsOn: '2027-06-20', endsOn: '2027-07-01' })).toEqual([]);
    expect(datesRefusals(sessions, dates)).toEqual([]);
  });

  it('names the sessions that would be outside, at the date that puts them there', () => {
    expect(datesRefusals(sessions, { ...dates, startsOn: '2027-06-25' })).toEqual([
      { code: 'schedule_outside_dates', facts: { sessions: '“Day 1”' }, pointer: '/startsOn' },
    ]);
    expect(datesRefusals(sessions, { ...dates, endsOn: '2027-06-24' })).toMatchObject([
      { facts: { sessions: '“Day 2”' }, pointer: '/endsOn' },
    ]);
  });

  it('counts a session that ends at midnight to the day before', () => {
    expect(datesRefusals([session('Late', '2027-06-25', 870)], dates)).toEqual([]);
    expect(datesRefusals([session('Later', '2027-06-25', 875)], dates)).toHaveLength(1);
  });

  it('names two of many', () => {
    const many = ['A', 'B', 'C', 'D', 'E'].map((title) => session(title, '2027-06-24'));
    expect(datesRefusals(many, { ...dates, startsOn: '2027-06-25' })[0]!.facts).toEqual({ sessions: '“A”, “B” and 3 more sessions' });
    expect(datesRefusals(many.slice(0, 3), { ...dates, startsOn: '2027-06-25' })[0]!.facts).toEqual({ sessions: '“A”, “B” and “C”' });
  });
});
