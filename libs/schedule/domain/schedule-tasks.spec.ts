import type { LocalDate } from '@waymark/shared/kernel/dates';
import { scheduleTasks } from './schedule-tasks';

const calm = {
  id: 'essex',
  name: 'Top Talent: Essex 2027',
  stage: 'planning' as const,
  startsOn: '2027-06-24' as const,
  blocking: 0,
  unscheduled: 0,
  unconfirmedFacilitators: 0,
  unreleased: 0,
};
const titles = (over: Partial<Parameters<typeof scheduleTasks>[0]>, today: LocalDate = '2027-05-03') =>
  scheduleTasks({ ...calm, ...over }, today).map(({ title }) => title);

describe('scheduleTasks', () => {
  it('asks nothing about a calm schedule', () => {
    expect(titles({})).toEqual([]);
    expect(titles({ blocking: null })).toEqual([]);
  });

  it('lists clashes before what can wait', () => {
    const tasks = scheduleTasks({ ...calm, unscheduled: 1, unconfirmedFacilitators: 2, unreleased: 1, blocking: 3 }, '2027-05-03');
    expect(tasks.map(({ title, tone }) => [title, tone])).toEqual([
      ['3 clashes block the release', 'alert'],
      ['1 session has no day and time', 'warn'],
      ['2 facilitators are not confirmed', 'warn'],
      ['1 session has changes that are not released', 'warn'],
    ]);
    expect(new Set(tasks.map(({ link }) => link))).toEqual(new Set(['/cohorts/essex/schedule']));
  });

  it('presses for a finished schedule when the start is near, and for telling people at any time', () => {
    const over = { unscheduled: 1, unconfirmedFacilitators: 2, unreleased: 1 };
    expect(titles(over, '2027-01-03')).toEqual(['1 session has changes that are not released']);
    expect(titles({ ...over, stage: 'in_delivery', blocking: 1 })).toEqual(['1 session has changes that are not released']);
  });
});
