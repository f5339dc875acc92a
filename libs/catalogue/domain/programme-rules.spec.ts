import { DEFAULT_PROGRAMME_RULES, PROGRAMME_RULES, rulesOf } from './programme-rules';

describe('rulesOf', () => {
  it('takes the default for what a programme does not say', () => {
    expect(rulesOf({})).toEqual(DEFAULT_PROGRAMME_RULES);
    expect(rulesOf({ holiday: 'block_release' })).toEqual({ ...DEFAULT_PROGRAMME_RULES, holiday: 'block_release' });
    expect(Object.keys(rulesOf({})).sort()).toEqual([...PROGRAMME_RULES].sort());
  });
});
