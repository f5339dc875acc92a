import type { Refusal } from '@waymark/shared/kernel/refusal';
import { settingsRefusals } from './cohort-settings';

const cohort = { stage: 'planning' as const, held: 20 };
const outside: Refusal[] = [{ code: 'schedule_outside_dates', facts: { sessions: '“Day 1”' }, pointer: '/startsOn' }];

describe('settingsRefusals', () => {
  it('takes no place away from anybody', () => {
    expect(settingsRefusals(cohort, { capacity: 19 })).toEqual([{ code: 'cohorts_below_held', facts: { held: 20 }, pointer: '/capacity' }]);
    expect(settingsRefusals(cohort, { capacity: 20 })).toEqual([]);
  });

  it('passes on what others have against it', () => {
    expect(settingsRefusals(cohort, { capacity: 19 }, outside).map(({ code }) => code)).toEqual([
      'cohorts_below_held',
      'schedule_outside_dates',
    ]);
  });

  it('changes nothing once the cohort is over', () => {
    expect(settingsRefusals({ ...cohort, stage: 'closed' }, { capacity: 24 }, outside)).toMatchObject([{ code: 'cohorts_over' }]);
  });
});
