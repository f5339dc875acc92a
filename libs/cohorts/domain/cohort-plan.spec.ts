import type { LocalDate } from '@waymark/shared/kernel/dates';
import { cohortCode, cohortName, freeCode, keyDates, planDays } from './cohort-plan';

const EASTER_2027 = new Set<LocalDate>(['2027-03-26', '2027-03-29']);
const NONE = new Set<LocalDate>();

describe('planDays', () => {
  it('counts days from the start where no holiday is met', () => {
    expect([...planDays('2027-06-24', [0, 1], NONE)]).toEqual([
      [0, '2027-06-24'],
      [1, '2027-06-25'],
    ]);
  });

  it('takes a day on Good Friday to the Tuesday after Easter, past the weekend', () => {
    expect(planDays('2027-03-25', [0, 1], EASTER_2027).get(1)).toBe('2027-03-30');
  });

  it('keeps days in order and apart when one was pushed onto another', () => {
    expect([...planDays('2027-03-26', [0, 4], EASTER_2027).values()]).toEqual(['2027-03-30', '2027-03-31']);
  });

  it('takes a day on a Saturday to the Monday', () => {
    expect(planDays('2027-06-25', [0, 1], NONE).get(1)).toBe('2027-06-28');
  });

  it('lets a cohort that starts at a weekend stay there', () => {
    expect([...planDays('2027-06-26', [0, 1], NONE).values()]).toEqual(['2027-06-26', '2027-06-27']);
  });
});

describe('cohortCode', () => {
  it('names programme, place and month', () => {
    expect(cohortCode({ programmeCode: 'TT', place: 'Essex', startsOn: '2027-06-24' })).toBe('TT-ESSEX-2027-06');
  });

  it('writes any place in capitals, digits and dashes', () => {
    expect(cohortCode({ programmeCode: 'TT', place: 'Ynys Môn & Gwynedd', startsOn: '2027-06-24' })).toBe('TT-YNYS-MON-GWYNEDD-2027-06');
  });

  it('gives a second cohort the first free number', () => {
    expect(freeCode('A', [])).toBe('A');
    expect(freeCode('A', ['A'])).toBe('A-2');
    expect(freeCode('A', ['A', 'A-2', 'A-4'])).toBe('A-3');
  });
});

describe('cohortName', () => {
  it('reads as people say it', () => {
    expect(cohortName({ programmeTitle: 'Top Talent', place: 'Essex', startsOn: '2027-06-24' })).toBe('Top Talent: Essex 2027');
  });
});

describe('keyDates', () => {
  it('lists what a team works towards, in order', () => {
    expect(keyDates({ startsOn: '2027-06-24', endsOn: '2027-06-25', goDecisionOn: '2027-05-27' }, NONE)).toEqual([
      { code: 'go_decision', day: '2027-05-27' },
      { code: 'joining_instructions', day: '2027-06-10' },
      { code: 'starts', day: '2027-06-24' },
      { code: 'ends', day: '2027-06-25' },
    ]);
  });

  it('has no decision where none is planned', () => {
    expect(keyDates({ startsOn: '2027-06-24', endsOn: '2027-06-25', goDecisionOn: null }, NONE).map(({ code }) => code)).not.toContain(
      'go_decision',
    );
  });
});
