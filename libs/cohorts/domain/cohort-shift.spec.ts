import { shiftDays, type Jump } from '@waymark/catalogue/domain/shift';
import { shiftRefusals } from './cohort-shift';

describe('shiftRefusals', () => {
  const refused = (...jumps: Jump[]) => shiftRefusals(shiftDays(['2027-06-24', '2027-06-25'], 1, jumps), jumps);

  it('keeps the days in order, and says which day somebody chose is against it', () => {
    expect(refused({ from: '2027-06-25', to: '2027-06-28' })).toEqual([]);
    expect(refused({ from: '2027-06-24', to: '2027-06-24' }, { from: '2027-06-25', to: '2027-06-24' })).toEqual([
      { code: 'cohorts_shift_order', facts: { day: 'Friday 25 June 2027' }, pointer: '/jumps/1/to' },
    ]);
  });

  it('knows of no day on which nothing is planned', () => {
    expect(refused({ from: '2027-06-30', to: '2027-07-02' })).toEqual([
      { code: 'cohorts_shift_unplanned', facts: { day: 'Wednesday 30 June 2027' }, pointer: '/jumps/0/from' },
    ]);
  });
});
