import { problemsIn, readiness, type CohortFacts, type ReadinessCheck } from './readiness';

const ready: CohortFacts = {
  capacity: 26,
  minViable: 16,
  held: 24,
  hasVenue: true,
  sessions: 14,
  inPerson: 12,
  unscheduled: 0,
  withoutRoom: 0,
  uncontracted: 0,
  withoutFacilitator: 0,
  unconfirmedFacilitators: 0,
  released: 1,
  unreleased: 0,
  needsUnmet: 0,
  blocking: 0,
};
const check = (code: ReadinessCheck['code'], facts: Partial<CohortFacts>) =>
  readiness({ ...ready, ...facts }).find((one) => one.code === code);

describe('readiness', () => {
  it('has nothing to say against a cohort that is ready', () => {
    expect(readiness(ready).every(({ state }) => state === 'done')).toBe(true);
    expect(problemsIn(readiness(ready))).toBe(0);
  });

  it.each<[ReadinessCheck['code'], Partial<CohortFacts>, string]>([
    ['places', { held: 15 }, '15 of 26 places filled. The cohort needs at least 16'],
    ['venue', { hasVenue: false }, 'Choose a venue'],
    ['venue', { withoutRoom: 1, uncontracted: 3 }, '3 sessions have no contracted room, 1 of them no room at all'],
    ['venue', { uncontracted: 2 }, '2 sessions have no contracted room'],
    ['unscheduled', { sessions: 0 }, 'There are no sessions yet'],
    ['unscheduled', { unscheduled: 2 }, '2 sessions have no day and time'],
    ['facilitators', { withoutFacilitator: 1 }, '1 session has no facilitator'],
    ['facilitators', { unconfirmedFacilitators: 2 }, '2 facilitators are not confirmed'],
    ['clashes', { blocking: 3 }, '3 clashes block the release'],
    ['requirements', { needsUnmet: 1 }, '1 person has an access need that a room does not meet'],
    ['release', { unreleased: 1 }, '1 session has changes that are not released'],
    ['release', { released: null }, 'The schedule is ready to release'],
  ])('asks for attention to %s', (code, facts, detail) => {
    expect(check(code, facts)).toMatchObject({ state: 'attention', detail });
    expect(problemsIn(readiness({ ...ready, ...facts }))).toBeGreaterThanOrEqual(1);
  });

  it('leads to where rooms are contracted', () => {
    expect([
      check('venue', { uncontracted: 2 })?.page,
      check('venue', {})?.page,
      check('venue', { uncontracted: 1, withoutRoom: 1 })?.page,
    ]).toEqual(['rooms', 'rooms', 'schedule']);
  });

  it('needs no venue where everything is online', () => {
    expect(check('venue', { hasVenue: false, inPerson: 0 })).toMatchObject({ state: 'done', detail: 'Every session is online' });
  });

  it('does not press for a release that something still blocks', () => {
    expect(check('release', { released: null, unscheduled: 1 })).toMatchObject({ state: 'waiting' });
    expect(check('release', { released: null, blocking: 1 })).toMatchObject({ state: 'waiting' });
  });

  it('says nothing about clashes that nobody looked for', () => {
    expect(check('clashes', { blocking: null })).toBeUndefined();
  });
});
