import { changeRefusals, codeTyped, recoveryCode, removalRefusals, stepOf, waitingFor } from './second-factor';

const now = new Date('2027-05-03T09:00:00Z');

describe('what a session waits for', () => {
  it.each([
    [true, null, 'factor'],
    [true, '2027-05-04', 'factor'],
    [false, null, null],
    [false, '2027-05-03T09:00:01Z', null],
    [false, '2027-05-03T09:00:00Z', 'enrolment'],
  ] as const)('enrolled %s, due %s: %s', (enrolled, due, expected) => {
    expect(waitingFor({ enrolled, due: due === null ? null : new Date(due), now })).toBe(expected);
  });
});

describe('changing how one signs in', () => {
  it('is for whoever has just shown who they are', () => {
    const after = (minutes: number) => changeRefusals({ since: new Date(now.getTime() - minutes * 60_000), now });
    expect([after(15), after(15.1)]).toEqual([[], [{ code: 'identity_second_factor_stale' }]]);
  });
});

describe('the last second factor', () => {
  it('stays where a provider asks for one', () => {
    expect(removalRefusals({ left: 0, due: now })).toEqual([{ code: 'identity_second_factor_needed' }]);
    expect([removalRefusals({ left: 1, due: now }), removalRefusals({ left: 0, due: null })]).toEqual([[], []]);
  });
});

describe('codes', () => {
  it('are of a step of 30 seconds', () => {
    expect(stepOf(new Date(30_000 * 7 + 29_999), -1)).toBe(6);
  });

  it('for recovery have 24 letters of five bits that are read as they were meant', () => {
    const code = recoveryCode(Uint8Array.from([0, 1, 17, 18, 19, 31, 32, 200, 255, 10, ...Array.from({ length: 14 }, (_, i) => i + 40)]));
    expect(code).toMatch(/^([0-9A-Z]{6}-){3}[0-9A-Z]{6}$/);
    expect(codeTyped(` ${code.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')} `)).toEqual({
      kind: 'recovery',
      code: code.replaceAll('-', ''),
    });
    expect(codeTyped('123 456')).toEqual({ kind: 'totp', code: '123456' });
  });
});
