import { atRisk, cohortTasks, startsIn, type CurrentCohort } from './cohort-tasks';

const calm: CurrentCohort = {
  id: 'essex',
  name: 'Top Talent: Essex 2027',
  providerId: 'lgt',
  stage: 'planning',
  startsOn: '2027-06-24',
  endsOn: '2027-06-25',
  goDecisionOn: '2027-05-27',
  holds: [],
  capacity: 24,
  minViable: 10,
  held: 20,
};
const titles = (over: Partial<CurrentCohort> = {}, today: `${number}-${number}-${number}` = '2027-05-03') =>
  cohortTasks({ ...calm, ...over }, [], today).map(({ title }) => title);

describe('cohortTasks', () => {
  it('asks nothing of a calm cohort', () => {
    expect(titles()).toEqual([]);
  });

  it('asks for the decision two weeks before, and louder once it is due', () => {
    expect(titles({}, '2027-05-13')).toEqual(['Decide whether it goes ahead by 27 May 2027']);
    expect(titles({}, '2027-05-28')).toEqual(['Decide whether it goes ahead. This was due on 27 May 2027']);
    expect(titles({ stage: 'confirmed' }, '2027-05-28')).toEqual([]);
    const tone = (today: `${number}-${number}-${number}`) => cohortTasks(calm, [], today)[0]!.tone;
    expect([tone('2027-05-13'), tone('2027-05-28')]).toEqual(['warn', 'alert']);
  });

  it('says that too few people are enrolled when the start is near', () => {
    expect(titles({ held: 3 })).toEqual(['3 of at least 10 people enrolled, starts in 52 days']);
    expect(titles({ held: 3 }, '2027-01-03')).toEqual([]);
  });

  it('warns of holds that end within two weeks', () => {
    const holds = [
      { room: 'Colne', expiresOn: '2027-05-10' as const },
      { room: 'Crouch', expiresOn: '2027-06-10' as const },
    ];
    expect(titles({ holds })).toEqual(['The hold on Colne ends on 10 May 2027']);
    expect(titles({ holds }, '2027-05-11')).toEqual(['The hold on Colne ended on 10 May 2027']);
  });

  it('says when a stage is behind the calendar', () => {
    expect(titles({ stage: 'confirmed' }, '2027-06-24')).toEqual(['Start delivery: the cohort has reached its first day']);
    expect(titles({ stage: 'in_delivery' }, '2027-06-26')).toEqual(['Mark it as delivered: the last day has passed']);
  });

  it('says how many checks need attention, however far the start is', () => {
    const check = { code: 'venue', page: 'rooms', name: 'Venue', action: 'Contract rooms', detail: '' };
    const checks = [
      { ...check, state: 'attention' as const },
      { ...check, state: 'done' as const },
    ];
    expect(cohortTasks(calm, checks, '2026-07-03')).toMatchObject([
      { code: 'checks', title: '1 check needs attention', tone: 'todo', link: '/cohorts/essex/overview' },
    ]);
  });

  it('leads to the page of the cohort where it is done, and says by when', () => {
    expect(cohortTasks({ ...calm, held: 3 }, [], '2027-05-03')).toMatchObject([
      {
        code: 'below_viable',
        due: '2027-06-24',
        link: '/cohorts/essex/people',
        about: { name: 'Top Talent: Essex 2027', link: '/cohorts/essex/overview' },
      },
    ]);
  });
});

describe('atRisk', () => {
  it('is near, before delivery and short of people', () => {
    expect(atRisk({ ...calm, held: 3 }, '2027-05-03')).toBe(true);
    expect(atRisk(calm, '2027-05-03')).toBe(false);
    expect(atRisk({ ...calm, stage: 'in_delivery', held: 3 }, '2027-05-03')).toBe(false);
  });
});

describe('startsIn', () => {
  it('counts days as people say them', () => {
    expect(startsIn('2027-06-24', '2027-06-24')).toBe('starts today');
    expect(startsIn('2027-06-24', '2027-06-23')).toBe('starts tomorrow');
    expect(startsIn('2027-06-24', '2027-06-12')).toBe('starts in 12 days');
    expect(startsIn('2027-06-24', '2027-06-26')).toBe('started 2 days ago');
  });
});
