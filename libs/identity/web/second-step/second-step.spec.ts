import { openPage, refused } from '@waymark/shared/testing-web/open-page';
import { SecondStepPage } from './second-step-page';
import { SignInStepPage } from './sign-in-step-page';

const routes = [{ path: '**', children: [] }];
const SESSION = {
  person: { id: 'p1', name: 'Sam Okoro', initials: 'SO' },
  home: 'staff',
  can: [],
  roles: [],
  idleMinutes: 30,
  expiresAt: '2100-01-01T00:00:00Z',
};

describe('the rest of signing in', () => {
  it('takes a code, says at the field when it is wrong, and goes where the person wanted to go', async () => {
    const { answer, one, submit, type, url } = await openPage(SignInStepPage, { routes, inputs: { next: '/cohorts' } });
    await answer('/session/second-factor', { waitsFor: 'factor', totp: true, passkeys: false });
    expect(one('h1').textContent).toBe('Confirm that it is you');
    expect(one<HTMLInputElement>('#code').autocomplete).toBe('one-time-code');
    type('#code', '000000');
    await submit();
    expect((await answer('PUT /session/second-factor', refused('The code is not correct', '/code'), 409)).body).toEqual({ code: '000000' });
    expect(one('#code-error').textContent).toContain('The code is not correct');
    await submit();
    await answer('PUT /session/second-factor', null, 204);
    await answer('GET /session', SESSION);
    expect(url()).toBe('/cohorts');
  });

  it('says in our words when the browser has no passkey to show', async () => {
    const { answer, one, press, settle } = await openPage(SignInStepPage, { routes });
    await answer('/session/second-factor', { waitsFor: 'factor', totp: false, passkeys: true });
    await press('Use a passkey');
    await answer('PUT /session/passkey-challenge', { options: { challenge: 'AAAA', allowCredentials: [] } });
    await settle();
    expect(one('.govuk-error-summary').textContent).toContain('The passkey was not used. Try again, or use a code');
  });

  it('has somebody set one up whose team asks for it, and save the recovery codes', async () => {
    const { answer, one, press, submit, text, type } = await openPage(SignInStepPage, { routes });
    await answer('/session/second-factor', { waitsFor: 'enrolment', totp: false, passkeys: false });
    await press('Set up an authenticator app');
    await answer('PUT /account/totp', { secret: 'ABCDEFGHIJKLMNOP', uri: 'otpauth://totp/Waymark:sam?secret=ABCDEFGHIJKLMNOP' });
    expect(one('.key').textContent).toBe('ABCD EFGH IJKL MNOP');
    expect(one('svg path').getAttribute('d')).toMatch(/^M4 4h1v1h-1z/);
    type('#code', '123456');
    await submit();
    await answer('PUT /account/totp/confirmation', null, 204);
    await press('Show new recovery codes');
    await answer('PUT /account/recovery-codes', { codes: ['ABCDEF-123456-GHJKMN-789012'] });
    expect(text()).toContain('ABCDEF-123456-GHJKMN-789012');
  });

  it('begins again where nobody is signing in any more', async () => {
    const { answer, text } = await openPage(SignInStepPage, { routes });
    await answer('/session/second-factor', { title: 'Sign in to continue' }, 401);
    expect(text()).toContain('Sign in again');
  });
});

describe('SecondStepPage', () => {
  const view = (over: object = {}) => ({ totp: false, passkeys: [], recoveryCodes: 0, due: null, ...over });

  it('says by when the team asks for one', async () => {
    const { answer, text } = await openPage(SecondStepPage, { routes });
    await answer('/account/second-factors', view({ due: '2027-05-17T09:00:00.000Z' }));
    expect(text()).toContain('Set one up by 17 May 2027');
  });

  it('lists what there is, and says why the last one stays', async () => {
    const { answer, one, press, text } = await openPage(SecondStepPage, { routes });
    await answer('/account/second-factors', view({ totp: true, recoveryCodes: 8, due: '2027-05-17T09:00:00.000Z' }));
    expect(text()).not.toContain('Set one up by');
    expect(text()).toContain('You have 8 recovery codes');
    await press('Remove the authenticator app');
    await answer('DELETE /account/totp', refused('Set up another one before you remove this one'), 409);
    expect(one('.govuk-error-summary').textContent).toContain('Set up another one before you remove this one');
  });
});
