import {
  ENROLMENT_STATUS_CODES,
  ENROLMENT_TRANSITIONS,
  LIVE_STATUSES,
  REASONS_FOR,
  reasonWords,
  SETTABLE_STATUSES,
  statusRefusals,
  type EnrolmentStatus,
  type StatusWish,
} from './enrolment-status';

const codes = (status: EnrolmentStatus, wish: Partial<StatusWish> & { to: EnrolmentStatus }, own = false) =>
  statusRefusals({ status, cohortStartsOn: '2027-06-24' }, { reasonCode: null, note: null, ...wish }, '2027-06-24', own).map(
    ({ code }) => code,
  );

describe('statusRefusals', () => {
  it('lets a confirmed person withdraw with a reason, and not without', () => {
    expect(codes('confirmed', { to: 'withdrawn', reasonCode: 'health' })).toEqual([]);
    expect(codes('confirmed', { to: 'withdrawn' })).toEqual(['cohorts_status_reason']);
  });

  it('refuses a reason that belongs to another status', () => {
    expect(codes('active', { to: 'not_completed', reasonCode: 'parental_leave' })).toEqual(['cohorts_status_reason']);
  });

  it('asks for a note with another reason', () => {
    expect(codes('confirmed', { to: 'withdrawn', reasonCode: 'other' })).toEqual(['cohorts_status_note']);
    expect(codes('confirmed', { to: 'withdrawn', reasonCode: 'other', note: 'Moved to Spain' })).toEqual([]);
  });

  it('refuses every status that is not in the table', () => {
    for (const from of ENROLMENT_STATUS_CODES)
      for (const to of ENROLMENT_STATUS_CODES)
        if (!ENROLMENT_TRANSITIONS[from].includes(to))
          expect(codes(from, { to, reasonCode: 'other', note: 'why' })).toEqual(['cohorts_status_not_next']);
  });

  it('leaves substitution and transfer to their own routes, which ask for a reason too', () => {
    for (const to of ['substituted', 'transferred'] as const) {
      expect(codes('confirmed', { to })).toEqual(['cohorts_status_another_way']);
      expect(codes('confirmed', { to }, true)).toEqual(['cohorts_status_reason']);
      expect(codes('confirmed', { to, reasonCode: 'other' }, true)).toEqual(['cohorts_status_note']);
      expect(codes('confirmed', { to, reasonCode: 'work_pressure' }, true)).toEqual([]);
    }
  });

  it('keeps nobody’s health, family or needs in the words of the log', () => {
    expect(reasonWords('work_pressure')).toBe('Pressure of work');
    expect(reasonWords('bereavement')).toBe('A private reason');
  });

  it('makes nobody active before the first day', () => {
    const early = statusRefusals(
      { status: 'confirmed', cohortStartsOn: '2027-06-24' },
      { to: 'active', reasonCode: null, note: null },
      '2027-06-23',
    );
    expect(early.map(({ code }) => code)).toEqual(['cohorts_status_too_early']);
    expect(codes('confirmed', { to: 'active' })).toEqual([]);
  });

  it('never brings somebody back to a place that was given up', () => {
    for (const from of ENROLMENT_STATUS_CODES) {
      if (LIVE_STATUSES.includes(from)) continue;
      expect(ENROLMENT_TRANSITIONS[from].filter((to) => LIVE_STATUSES.includes(to))).toEqual([]);
    }
  });

  it('asks for a reason wherever a person loses something', () => {
    expect(SETTABLE_STATUSES.filter((to) => REASONS_FOR[to].length > 0)).toEqual(['not_completed', 'deferred', 'withdrawn']);
    expect(ENROLMENT_STATUS_CODES.filter((to) => REASONS_FOR[to].length === 0)).toEqual(['confirmed', 'active', 'completed']);
  });
});
