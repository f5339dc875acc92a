import { cohortSentence, eventSentence } from '@waymark/shared/kernel/event-sentence';
import { catalogueManifest } from './manifest';

it('leaves out what an older event does not say', () => {
  const added = { name: 'roomBooking.added', personName: null, facts: {} };
  expect(eventSentence(added, catalogueManifest.events)).toBe('Room booking added');
});

it.each([
  ['roomBooking.added', {}, 'Room booked'],
  ['roomBooking.statusChanged', { to: 'contracted' }, 'Room booking contracted'],
  ['roomBooking.statusChanged', {}, 'Room booking changed'],
])('says %s of %j in the history of a cohort', (name, facts, words) => {
  expect(cohortSentence({ name, subject: null, facts }, catalogueManifest.inCohort)).toBe(words);
});
