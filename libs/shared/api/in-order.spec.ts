import { inOrder, type PartOf } from './in-order';

const names = (...parts: PartOf[]) => inOrder(parts).map(({ domain }) => domain);

describe('inOrder', () => {
  it('is the same, whoever came first', () => {
    const [mentoring, placements, schedule] = [
      { domain: 'mentoring', after: ['schedule'] },
      { domain: 'placements' },
      { domain: 'schedule' },
    ];
    for (const parts of [
      [mentoring, placements, schedule],
      [schedule, placements, mentoring],
      [placements, schedule, mentoring],
    ])
      expect(names(...parts)).toEqual(['placements', 'schedule', 'mentoring']);
  });

  it('needs nobody to be there that somebody comes after', () => {
    expect(names({ domain: 'mentoring', after: ['schedule'] })).toEqual(['mentoring']);
  });

  it('refuses two that each come after the other, and a domain that comes twice', () => {
    expect(() => names({ domain: 'a', after: ['b'] }, { domain: 'b', after: ['a'] })).toThrow('a, b');
    expect(() => names({ domain: 'a' }, { domain: 'a' })).toThrow('a has two');
  });
});
