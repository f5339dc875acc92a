import { eventSentence } from '@waymark/shared/kernel/event-sentence';
import { peopleManifest } from './manifest';

it('names a provider that was added', () => {
  const added = { name: 'provider.added', personName: null, facts: { name: 'East' } };
  expect(eventSentence(added, peopleManifest.events)).toBe('Provider East added');
});
