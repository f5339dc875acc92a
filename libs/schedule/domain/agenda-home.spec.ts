import { wallMinute } from '@waymark/shared/kernel/wall-clock';
import { nextOf, offOf, stepsOf } from './agenda-home';

describe('nextOf', () => {
  const at = (startsAt: `${number}:${number}`, cancelled = false, postponed = false) => ({
    session: { date: '2027-06-24' as const, startsAt, duration: 60, cancelled, postponed },
  });

  it('is the first session that has not ended and takes place', () => {
    const agenda = [at('09:30'), at('11:00', true), at('12:00')];
    expect(nextOf(agenda, wallMinute('2027-06-24', '10:29'))).toBe(agenda[0]);
    expect(nextOf(agenda, wallMinute('2027-06-24', '10:30'))).toBe(agenda[2]);
    expect(nextOf(agenda, wallMinute('2027-06-24', '13:00'))).toBeNull();
  });
});

describe('offOf', () => {
  const put = { cancelled: false, postponed: true };
  it.each([
    ['planning', [], null],
    ['postponed', [], 'postponed'],
    ['planning', [put], 'postponed'],
    ['cancelled', [put], 'cancelled'],
  ] as const)('says of a cohort in %s with %j: %s', (stage, sessions, off) => {
    expect(offOf(stage, sessions)).toBe(off);
  });
});

describe('stepsOf', () => {
  const cohort = { enrolledOn: '2027-05-01', place: 'Essex' } as const;

  it('goes from the place over preparing to each run of days', () => {
    expect(
      stepsOf(cohort, ['2027-06-24', '2027-06-25', '2027-09-10'], '2027-06-24').map(({ title, detail, state }) => [title, detail, state]),
    ).toEqual([
      ['Place confirmed', '1 May 2027', 'done'],
      ['Prepare', 'Until 23 June 2027', 'done'],
      ['Essex, part 1', '24 to 25 June 2027', 'now'],
      ['Essex, part 2', '10 September 2027', 'next'],
    ]);
  });

  it('says no days before they are released', () => {
    expect(stepsOf(cohort, [], '2027-06-24').map(({ title, detail, state }) => [title, detail, state])).toEqual([
      ['Place confirmed', '1 May 2027', 'done'],
      ['Essex', 'Dates to be confirmed', 'next'],
    ]);
  });

  it('leaves no time to prepare to those who come late', () => {
    const late = { ...cohort, enrolledOn: '2027-06-24' } as const;
    expect(stepsOf(late, ['2027-06-24'], '2027-06-24').map(({ title }) => title)).toEqual(['Place confirmed', 'Essex']);
  });
});
