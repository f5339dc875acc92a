import { eventSentence } from '@waymark/shared/kernel/event-sentence';
import { catalogueManifest } from './manifest';

it('leaves out what an older event does not say', () => {
  const added = { name: 'roomBooking.added', personName: null, facts: {} };
  expect(eventSentence(added, catalogueManifest.events)).toBe('Room booking added');
});
