import { grantRefusals, lastAdministratorRefusals, resendRefusals } from './granting';

const codes = (...args: Parameters<typeof grantRefusals>) => grantRefusals(...args).map(({ code }) => code);

describe('grantRefusals', () => {
  it('lets staff give the roles of a cohort, and line managers', () => {
    expect(codes({ role: 'facilitator', scopeKind: 'cohort', editsRoles: false })).toEqual([]);
    expect(codes({ role: 'line_manager', scopeKind: 'organisation', editsRoles: false })).toEqual([]);
  });

  it('keeps administrators, programme staff and employers to those who edit roles', () => {
    expect(codes({ role: 'employer', scopeKind: 'organisation', editsRoles: false })).toEqual(['identity_role_administrators']);
    expect(codes({ role: 'programme_staff', scopeKind: 'provider', editsRoles: false })).toEqual(['identity_role_administrators']);
    expect(codes({ role: 'administrator', scopeKind: 'provider', editsRoles: false })).toEqual(['identity_role_administrators']);
    expect(codes({ role: 'administrator', scopeKind: 'provider', editsRoles: true })).toEqual([]);
  });

  it('refuses a role where it cannot be held', () => {
    expect(codes({ role: 'participant', scopeKind: 'provider', editsRoles: true })).toEqual(['identity_role_scope']);
    expect(codes({ role: 'evaluator', scopeKind: 'installation', editsRoles: true })).toEqual(['identity_role_scope']);
  });
});

describe('resendRefusals', () => {
  it('lets an open invitation be sent once a minute, and a settled one never', () => {
    expect(resendRefusals({ settled: false, since: 60_000 })).toEqual([]);
    expect(resendRefusals({ settled: false, since: 59_999 })).toEqual([{ code: 'identity_invitation_soon' }]);
    expect(resendRefusals({ settled: true, since: 60_000 })).toEqual([{ code: 'identity_invitation_settled' }]);
  });
});

describe('lastAdministratorRefusals', () => {
  it('keeps one', () => {
    expect(lastAdministratorRefusals({ others: 0 })).toEqual([{ code: 'identity_role_last' }]);
    expect(lastAdministratorRefusals({ others: 1 })).toEqual([]);
  });
});
