import { eventSentence } from '@waymark/shared/kernel/event-sentence';
import { scheduleManifest } from './manifest';

it('says which version of a schedule was released, and with how many changes', () => {
  const released = { name: 'schedule.released', personName: null, facts: { number: 2, changes: 1 } };
  expect(eventSentence(released, scheduleManifest.events)).toBe('Schedule released (release 2): 1 change');
});
