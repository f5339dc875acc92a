import { atRisk, attentionIn, startsIn, type AttentionFacts } from './cohort-attention';

const calm: AttentionFacts = {
  stage: 'planning',
  startsOn: '2027-06-24',
  endsOn: '2027-06-25',
  goDecisionOn: '2027-05-27',
  holds: [],
  capacity: 24,
  minViable: 10,
  held: 20,
  hasVenue: true,
  sessions: 4,
  inPerson: 4,
  unscheduled: 0,
  withoutRoom: 0,
  uncontracted: 0,
  withoutFacilitator: 0,
  unconfirmedFacilitators: 0,
  released: null,
  unreleased: 0,
  needsUnmet: 0,
  blocking: 0,
};
const texts = (over: Partial<AttentionFacts> = {}, today: `${number}-${number}-${number}` = '2027-05-03') =>
  attentionIn({ ...calm, ...over }, today).map(({ text }) => text);

describe('attentionIn', () => {
  it('has nothing to say about a calm cohort', () => {
    expect(texts()).toEqual([]);
  });

  it('asks for the decision two weeks before, and louder once it is due', () => {
    expect(texts({}, '2027-05-13')).toEqual(['Decide whether it goes ahead by 27 May 2027']);
    expect(texts({}, '2027-05-28')).toEqual(['Decide whether it goes ahead: this was due on 27 May 2027']);
    expect(texts({ stage: 'confirmed' }, '2027-05-28')).toEqual([]);
  });

  it('says that too few people are enrolled when the start is near', () => {
    expect(texts({ held: 3 })).toEqual(['3 of at least 10 people enrolled, starts in 52 days']);
    expect(texts({ held: 3 }, '2027-01-03')).toEqual([]);
  });

  it('lists clashes before what can wait', () => {
    expect(texts({ unscheduled: 1, unconfirmedFacilitators: 2, unreleased: 1, blocking: 3 })).toEqual([
      '3 clashes block the release',
      '1 session has no day and time',
      '2 facilitators are not confirmed',
      '1 session has changes that are not released',
    ]);
  });

  it('warns of holds that end within two weeks', () => {
    const holds = [
      { room: 'Colne', expiresOn: '2027-05-10' as const },
      { room: 'Crouch', expiresOn: '2027-06-10' as const },
    ];
    expect(texts({ holds })).toEqual(['The hold on Colne ends on 10 May 2027']);
    expect(texts({ holds }, '2027-05-11')).toEqual(['The hold on Colne ended on 10 May 2027']);
  });

  it('says when a stage is behind the calendar', () => {
    expect(texts({ stage: 'confirmed' }, '2027-06-24')).toEqual(['The first day has come: start delivery']);
    expect(texts({ stage: 'in_delivery' }, '2027-06-26')).toEqual(['The last day is over: mark it as delivered']);
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
