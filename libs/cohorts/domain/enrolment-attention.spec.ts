import { attentionOf, type PlaceFacts } from './enrolment-attention';

const calm: PlaceFacts = {
  live: true,
  waiting: false,
  needUnmet: false,
  elsewhere: false,
  employer: 'essex',
  takenFor: 'essex',
  managed: true,
  groups: ['set 1'],
};

describe('attentionOf', () => {
  it.each<[string, Partial<PlaceFacts>, string[]]>([
    ['nothing', {}, []],
    ['a need that is not met', { needUnmet: true }, ['needs_unmet']],
    ['another cohort at the same time', { elsewhere: true }, ['elsewhere']],
    ['a new employer', { employer: 'anglia' }, ['changed_employer']],
    ['a job begun since, where none was known', { takenFor: null }, []],
    ['no job today, but a place taken for an employer', { employer: null, managed: null }, []],
    ['no employer at all', { employer: null, takenFor: null, managed: null }, ['no_employer']],
    ['no line manager', { managed: false }, ['no_manager']],
    ['no group', { groups: [] }, ['no_group']],
    ['several, the most pressing first', { groups: [], managed: false, needUnmet: true }, ['needs_unmet', 'no_manager', 'no_group']],
    ['a place given up', { live: false, needUnmet: true, groups: [] }, []],
    ['a place put off', { live: false, waiting: true, groups: [] }, ['waiting']],
  ])('says %s', (_, over, codes) => {
    expect(attentionOf({ ...calm, ...over }, true)).toEqual(codes);
  });

  it('asks for no group where there are none', () => {
    expect(attentionOf({ ...calm, groups: [] }, false)).toEqual([]);
  });
});
