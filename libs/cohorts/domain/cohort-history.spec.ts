import { cohortSentence } from '@waymark/shared/kernel/event-sentence';
import { cohortHistory } from './cohort-history';

describe('cohortHistory', () => {
  it.each([
    ['cohort.made', null, {}, 'Created from the blueprint'],
    ['cohort.shifted', null, { from: '2027-06-24', to: '2027-07-01' }, 'Whole schedule moved from 24 June 2027 to 1 July 2027'],
    ['cohort.stageChanged', null, { to: 'cancelled', reason: 'The venue flooded' }, 'Cancelled: The venue flooded'],
    ['cohort.stageChanged', null, { to: 'in_delivery', reason: null }, 'In delivery'],
    ['enrolment.made', 'Ada Okafor', {}, 'Ada Okafor given a place'],
    ['enrolment.made', null, {}, 'Someone given a place'],
    ['enrolment.needsChanged', null, {}, 'Access needs of someone changed'],
    ['enrolment.statusChanged', 'Ada Okafor', { to: 'withdrawn', reasonCode: 'health' }, 'Ada Okafor: withdrawn (ill health)'],
    ['group.split', null, { count: 3, people: 24 }, '24 people split into 3 groups'],
    ['group.assigned', null, { groupId: null, people: 1 }, '1 person removed from their groups'],
  ])('says %s of %s', (name, subject, facts, words) => {
    expect(cohortSentence({ name, subject, facts }, cohortHistory)).toBe(words);
  });
});
