import { withOwnDays } from '@waymark/catalogue/domain/calendar';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { draftRefusals, draftCohort, type CohortWish, type DraftTemplate } from './cohort-draft';

const template = (position: number, over: Partial<DraftTemplate> = {}): DraftTemplate => ({
  id: `t${position}`,
  position,
  title: `Session ${position}`,
  kind: 'plenary',
  dayOffset: 0,
  startsAt: '09:30',
  duration: 60,
  perGroup: false,
  afterPosition: null,
  minGap: 0,
  ...over,
});
const easter = new Map<LocalDate, string>([
  ['2027-03-26', 'Good Friday'],
  ['2027-03-29', 'Easter Monday'],
]);
const wish: CohortWish = {
  programme: { code: 'TT', title: 'Top Talent' },
  templates: [template(1), template(2, { dayOffset: 1 })],
  groups: [],
  place: 'Essex',
  name: null,
  startsOn: '2027-06-24',
  goDecisionOn: null,
  holidays: new Set(easter.keys()),
};
const draft = (over: Partial<CohortWish> = {}) => draftCohort({ ...wish, ...over }, (day) => easter.get(day), '2027-05-03');

describe('draftCohort', () => {
  it('says how far bank holidays are known, when the plan goes beyond that', () => {
    const beyond = 'Bank holidays are known until 31 December 2027, so days after that were not checked against any';
    expect(draft({ startsOn: '2027-12-30' }).warnings).toEqual([]);
    expect(draft({ startsOn: '2027-12-31' }).warnings).toContain(beyond);
    expect(draft({ startsOn: '2029-06-21' }).warnings).toContain(beyond);
    expect(draft({ holidays: new Set() }).warnings).toContain('No bank holidays are known yet, so these days were not checked against any');
  });

  it('plans Essex on 24 and 25 June with its code, name and dates', () => {
    expect(draft()).toMatchObject({
      code: 'TT-ESSEX-2027-06',
      name: 'Top Talent: Essex 2027',
      startsOn: '2027-06-24',
      endsOn: '2027-06-25',
      warnings: [],
    });
    expect(draft().sessions.map(({ date }) => date)).toEqual(['2027-06-24', '2027-06-25']);
    expect(draft().keyDates).toContainEqual({ code: 'joining_instructions', day: '2027-06-10' });
  });

  it('says which day moved past which holiday', () => {
    const easterDraft = draft({ startsOn: '2027-03-25' });
    expect(easterDraft.endsOn).toBe('2027-03-30');
    expect(easterDraft.warnings).toContain('Day 2 moves to Tuesday 30 March 2027: Friday 26 March 2027 is a bank holiday (Good Friday)');
  });

  it('steps over a Christmas Day that has its bank holiday on another day, and says which it is', () => {
    const days = withOwnDays([{ division: 'england-and-wales', date: '2027-12-27', title: 'Christmas Day', notes: 'Substitute day' }]);
    const titles = new Map(days.map(({ date, title }) => [date, title]));
    const christmas = draftCohort(
      { ...wish, startsOn: '2027-12-25', holidays: new Set(titles.keys()) },
      (day) => titles.get(day),
      '2027-05-03',
    );
    expect(christmas.startsOn).toBe('2027-12-26');
    expect(christmas.warnings[0]).toBe('Day 1 moves to Sunday 26 December 2027: Saturday 25 December 2027 is Christmas Day');
  });

  it('leaves a session without a day or time off the schedule', () => {
    const { sessions, endsOn } = draft({ templates: [template(1), template(2, { dayOffset: 9, startsAt: null })] });
    expect(sessions[1]!.date).toBeNull();
    expect(endsOn).toBe('2027-06-24');
  });

  it('makes one session for each group, and orders each after its own', () => {
    const made = draft({
      groups: ['A', 'B'],
      templates: [template(1, { perGroup: true }), template(2, { perGroup: true, afterPosition: 1, minGap: 15 })],
    });
    expect(made.sessions.map(({ group }) => group)).toEqual([0, 1, 0, 1]);
    expect(made.orders).toEqual([
      { session: 3, after: 1, minGap: 15 },
      { session: 4, after: 2, minGap: 15 },
    ]);
  });

  it('makes one session for everybody where there are no groups', () => {
    expect(draft({ templates: [template(1, { perGroup: true })] }).sessions).toHaveLength(1);
  });

  it('orders a session for everybody after every group', () => {
    const made = draft({ groups: ['A', 'B'], templates: [template(1, { perGroup: true }), template(2, { afterPosition: 1 })] });
    expect(made.orders.map(({ after }) => after)).toEqual([1, 2]);
  });

  it('warns of a start in the past', () => {
    expect(draft({ startsOn: '2027-04-05' }).warnings).toEqual(['The first day, 5 April 2027, is in the past']);
  });

  it('is refused when it would be more than anybody can check', () => {
    const templates = Array.from({ length: 21 }, () => ({ perGroup: true }));
    expect(draftRefusals(templates, 50)).toEqual([{ code: 'cohorts_draft_sessions', facts: { sessions: 1050 }, pointer: '/groups/count' }]);
    expect(draftRefusals(templates.slice(1), 50)).toEqual([]);
    expect(draftRefusals(templates, 0)).toEqual([]);
  });
});
