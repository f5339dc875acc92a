import { problemsIn } from '@waymark/cohorts/domain/readiness';
import { scheduleReadiness, stageRefusals, type ScheduleFacts } from './schedule-readiness';

type Facts = Parameters<typeof scheduleReadiness>[0];
const ready: Facts = {
  hasVenue: true,
  sessions: 14,
  inPerson: 12,
  unscheduled: 0,
  uncontracted: 0,
  unconfirmedFacilitators: 0,
  released: 1,
  unreleased: 0,
  needsUnmet: 0,
  blocking: 0,
  gaps: { no_room: 0, no_link: 0, no_facilitator: 0, not_scheduled: 0 },
  rules: {},
  scheduleVersion: 1,
};
const lacking = (gaps: Partial<Facts['gaps']>) => ({ ...ready.gaps, ...gaps });
const check = (code: string, facts: Partial<Facts>) => scheduleReadiness({ ...ready, ...facts }).find((one) => one.code === code);

describe('scheduleReadiness', () => {
  it('has nothing to say against a schedule that is ready', () => {
    expect(scheduleReadiness(ready).every(({ state }) => state === 'done')).toBe(true);
    expect(problemsIn(scheduleReadiness(ready))).toBe(0);
  });

  it.each<[string, Partial<Facts>, string, string]>([
    ['venue', { hasVenue: false }, 'Choose a venue', 'There is no venue yet'],
    [
      'venue',
      { gaps: lacking({ no_room: 1 }), uncontracted: 3 },
      'Contract rooms',
      '3 sessions have no contracted room, including 1 on the schedule with no room at all',
    ],
    ['venue', { uncontracted: 2 }, 'Contract rooms', '2 sessions have no contracted room'],
    ['unscheduled', { sessions: 0 }, 'Schedule the sessions', 'There are no sessions yet'],
    ['unscheduled', { unscheduled: 2 }, 'Schedule the sessions', '2 sessions have no day and time'],
    ['facilitators', { gaps: lacking({ no_facilitator: 1 }), unscheduled: 3 }, 'Assign facilitators', '1 session has no facilitator'],
    ['facilitators', { unconfirmedFacilitators: 2 }, 'Assign facilitators', '2 facilitators are not confirmed'],
    ['clashes', { blocking: 3 }, 'Resolve clashes', '3 clashes block the release'],
    ['requirements', { needsUnmet: 1 }, 'Meet access needs', '1 person has an access need that a room does not meet'],
    ['release', { unreleased: 1 }, 'Release the schedule', '1 session has changes that are not released'],
    ['release', { released: null }, 'Release the schedule', 'The schedule is ready to release'],
    [
      'release',
      { released: null, gaps: lacking({ no_room: 17, no_link: 1 }), rules: { no_room: 'warn' } },
      'Release the schedule',
      'The schedule can be released as it is: 17 sessions have no room, 1 online session has no link',
    ],
  ])('asks for attention to %s, and says what is done there', (code, facts, action, detail) => {
    expect(check(code, facts)).toMatchObject({ state: 'attention', action, detail });
    expect(problemsIn(scheduleReadiness({ ...ready, ...facts }))).toBeGreaterThanOrEqual(1);
  });

  it('leads to where rooms are contracted', () => {
    expect([
      check('venue', { uncontracted: 2 })?.page,
      check('venue', {})?.page,
      check('venue', { uncontracted: 1, gaps: lacking({ no_room: 1 }) })?.page,
      check('venue', { uncontracted: 1, unscheduled: 1 })?.page,
    ]).toEqual(['rooms', 'rooms', 'schedule', 'schedule']);
  });

  it('needs no venue where everything is online', () => {
    expect(check('venue', { hasVenue: false, inPerson: 0 })).toMatchObject({ state: 'done', detail: 'Every session is online' });
  });

  it('does not press for a release that something still blocks', () => {
    expect(check('release', { released: null, unscheduled: 14 })).toMatchObject({ state: 'waiting' });
    expect(check('release', { released: null, unscheduled: 1 })).toMatchObject({ state: 'attention' });
    expect(check('release', { released: null, blocking: 1 })).toMatchObject({ state: 'waiting' });
    const gaps = lacking({ no_room: 17 });
    expect(check('release', { released: null, gaps })).toMatchObject({ state: 'waiting', detail: 'Waiting: 17 sessions have no room' });
    expect(check('release', { released: null, gaps, rules: { no_room: 'warn' } })).toMatchObject({ state: 'attention' });
  });

  it('says of nothing that it is done for want of sessions', () => {
    const none = { sessions: 0, inPerson: 0 };
    expect(check('facilitators', none)).toMatchObject({ state: 'waiting' });
    expect(check('venue', none)).toMatchObject({ state: 'waiting' });
    expect(check('facilitators', { unscheduled: 14 })).toMatchObject({ state: 'waiting' });
  });

  it('says nothing about clashes that nobody looked for', () => {
    expect(check('clashes', { blocking: null })).toBeUndefined();
  });
});

describe('stageRefusals', () => {
  const codes = (facts: Partial<ScheduleFacts>, to: Parameters<typeof stageRefusals>[1] = 'confirmed') =>
    stageRefusals({ ...ready, ...facts }, to).map(({ code, facts }) => [code, facts?.['count']]);

  it('keeps a cohort from being confirmed without contracted rooms or with a serious clash, and says both', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ uncontracted: 2, blocking: 3 })).toEqual([
      ['schedule_venue_not_contracted', 2],
      ['schedule_blocking_clashes', 3],
    ]);
    expect(codes({ blocking: null })).toEqual([]);
  });

  it('has nothing against any other step', () => {
    expect(codes({ uncontracted: 2, blocking: 3 }, 'cancelled')).toEqual([]);
    expect(codes({ uncontracted: 2, blocking: 3 }, 'in_delivery')).toEqual([]);
  });
});
