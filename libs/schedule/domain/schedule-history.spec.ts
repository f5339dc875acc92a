import { cohortSentence } from '@waymark/shared/kernel/event-sentence';
import { scheduleHistory } from './schedule-history';

describe('scheduleHistory', () => {
  it.each([
    ['session.moved', 'Day 1', {}, 'Day 1 moved'],
    ['session.edited', null, {}, 'A session changed'],
    ['schedule.released', null, { number: 2 }, 'Schedule released (release 2)'],
  ])('says %s of %s', (name, subject, facts, words) => {
    expect(cohortSentence({ name, subject, facts }, scheduleHistory)).toBe(words);
  });
});
