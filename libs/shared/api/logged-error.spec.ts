import { loggedError } from './logged-error';

describe('an error in the log', () => {
  it('says where it happened and leaves addresses out', () => {
    const error = new Error('550 5.1.1 <ada.byron@example.org>: no such user, Key (folded_email)=(ada.byron@example.org) already exists');
    const text = loggedError(error);
    expect(text).toContain('550 5.1.1 <(address)>: no such user, Key (folded_email)=((address)) already exists');
    expect(text).toContain('logged-error.spec.ts');
    expect(text).not.toContain('ada');
  });

  it('takes no longer for what is made to take long', () => {
    expect(loggedError('a'.repeat(5_000_000))).toHaveLength(8_000);
  });
});
