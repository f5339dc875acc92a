import { evenSplit, groupNames, kindRefusals, SPLIT_KINDS, splitRefusals } from './sub-group-split';

const people = (...organisations: (string | null)[]) =>
  organisations.map((organisationId, index) => ({ id: `p${String(index).padStart(3, '0')}`, organisationId }));
const counts = (values: Iterable<string>) => {
  const all = new Map<string, number>();
  for (const value of values) all.set(value, (all.get(value) ?? 0) + 1);
  return [...all.values()];
};
const spread = (numbers: number[]) => Math.max(...numbers) - Math.min(...numbers);

describe('evenSplit', () => {
  it('makes groups whose sizes differ by one at most', () => {
    const split = evenSplit(people(...Array.from({ length: 25 }, (_, i) => `org${i % 7}`)), ['a', 'b', 'c', 'd']);
    expect(split.size).toBe(25);
    expect(spread(counts(split.values()))).toBeLessThanOrEqual(1);
  });

  it('spreads one employer over the groups', () => {
    const crowd = people('essex', 'essex', 'essex', 'essex', 'thurrock', null);
    const split = evenSplit(crowd, ['a', 'b']);
    expect(counts(crowd.filter((one) => one.organisationId === 'essex').map(({ id }) => split.get(id)!))).toEqual([2, 2]);
  });

  it('answers the same whatever order people come in', () => {
    const crowd = people('a', 'b', 'a', null, 'c', 'b', 'a');
    expect(evenSplit([...crowd].reverse(), ['x', 'y', 'z'])).toEqual(evenSplit(crowd, ['x', 'y', 'z']));
  });

  it('puts nobody anywhere without groups', () => {
    expect(evenSplit(people('a'), []).size).toBe(0);
  });
});

describe('groupNames', () => {
  it('uses the numbers that are free', () => {
    expect(groupNames(2, ['Group 1', 'group 3 '])).toEqual(['Group 2', 'Group 4']);
  });
});

describe('splitRefusals', () => {
  it('shares people out over every kind but guests', () => {
    expect(SPLIT_KINDS).toEqual(['learning_set', 'project', 'breakout']);
    expect(SPLIT_KINDS.flatMap(splitRefusals)).toEqual([]);
    expect(splitRefusals('guests')).toEqual([{ code: 'cohorts_group_guests', pointer: '/kind' }]);
  });
});

describe('kindRefusals', () => {
  it('keeps people out of two groups of a kind', () => {
    expect(kindRefusals('project', ['learning_set'])).toEqual([]);
    expect(kindRefusals('project', ['learning_set', 'project'])[0]).toMatchObject({
      code: 'cohorts_group_two',
      facts: { kind: 'project group' },
    });
  });
});
