import { settingsRefusals } from './cohort-settings';

const session = (title: string, day: `${number}-${number}-${number}`) => ({ title, firstDay: day, lastDay: day });
const cohort = { stage: 'planning' as const, held: 20, sessions: [session('Day 1', '2027-06-24'), session('Day 2', '2027-06-25')] };
const wish = { startsOn: '2027-06-24', endsOn: '2027-06-25', capacity: 24 } as const;

describe('settingsRefusals', () => {
  it('lets dates change as long as every session stays inside', () => {
    expect(settingsRefusals(cohort, { ...wish, startsOn: '2027-06-20', endsOn: '2027-07-01' })).toEqual([]);
  });

  it('names the sessions that would be outside, at the date that puts them there', () => {
    expect(settingsRefusals(cohort, { ...wish, startsOn: '2027-06-25' })).toEqual([
      { code: 'cohorts_outside_dates', facts: { sessions: '“Day 1”' }, pointer: '/startsOn' },
    ]);
    expect(settingsRefusals(cohort, { ...wish, endsOn: '2027-06-24' })).toMatchObject([
      { facts: { sessions: '“Day 2”' }, pointer: '/endsOn' },
    ]);
  });

  it('names two of many', () => {
    const sessions = ['A', 'B', 'C', 'D', 'E'].map((title) => session(title, '2027-06-24'));
    expect(settingsRefusals({ ...cohort, sessions }, { ...wish, startsOn: '2027-06-25' })[0]!.facts).toEqual({
      sessions: '“A”, “B” and 3 more sessions',
    });
    expect(settingsRefusals({ ...cohort, sessions: sessions.slice(0, 3) }, { ...wish, startsOn: '2027-06-25' })[0]!.facts).toEqual({
      sessions: '“A”, “B” and “C”',
    });
  });

  it('takes no place away from anybody', () => {
    expect(settingsRefusals(cohort, { ...wish, capacity: 19 })).toEqual([
      { code: 'cohorts_below_held', facts: { held: 20 }, pointer: '/capacity' },
    ]);
    expect(settingsRefusals(cohort, { ...wish, capacity: 20 })).toEqual([]);
  });

  it('changes nothing once the cohort is over', () => {
    expect(settingsRefusals({ ...cohort, stage: 'closed' }, wish)).toMatchObject([{ code: 'cohorts_over' }]);
  });
});
