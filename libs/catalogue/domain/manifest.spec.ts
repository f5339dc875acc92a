import { cohortSentence, eventSentence } from '@waymark/shared/kernel/event-sentence';
import { catalogueManifest } from './manifest';

it('leaves out what an older event does not say', () => {
  const added = { name: 'roomBooking.added', personName: null, facts: {} };
  expect(eventSentence(added, catalogueManifest.events)).toBe('Room booking added');
});

it.each([
  ['roomBooking.added', {}, 'A room booked'],
  ['roomBooking.statusChanged', { to: 'contracted' }, 'A room booking contracted'],
  ['roomBooking.statusChanged', {}, 'A room booking changed'],
])('says %s of %j in the history of a cohort', (name, facts, words) => {
  expect(cohortSentence({ name, subject: null, facts }, catalogueManifest.inCohort)).toBe(words);
});
