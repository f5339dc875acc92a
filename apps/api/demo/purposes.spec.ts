import { TOP_TALENT } from './blueprint';
import { purposeOf } from './purposes';

describe('purposeOf', () => {
  it('says in a sentence what people do in every session of the plan', () => {
    for (const { title } of TOP_TALENT) expect(purposeOf(title)).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('is the same for every group of a session', () => {
    expect(purposeOf('Action learning set 3')).toBe(purposeOf('Action learning set'));
  });

  it('does not let a session through without one', () => {
    expect(() => purposeOf('Another session')).toThrow('No purpose is written for the session "Another session"');
  });
});
