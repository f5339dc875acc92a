import { DEFAULT_RULES, RULE_CODES } from '@waymark/engines/timetable/model';
import { rulesOf } from './programme-rules';

describe('rulesOf', () => {
  it('takes the default for what a programme does not say', () => {
    expect(rulesOf({})).toEqual(DEFAULT_RULES);
    expect(rulesOf({ holiday: 'block_release' })).toEqual({ ...DEFAULT_RULES, holiday: 'block_release' });
    expect(Object.keys(rulesOf({})).sort()).toEqual([...RULE_CODES].sort());
  });
});
