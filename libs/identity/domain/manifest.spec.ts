import { eventSentence } from '@waymark/shared/kernel/event-sentence';
import { identityManifest } from './manifest';

describe('the events of identity', () => {
  const say = (name: string, facts: Record<string, unknown>, personName: string | null = null) =>
    eventSentence({ name, personName, facts }, identityManifest.events);

  it('name the person and the role', () => {
    expect(say('role.granted', { role: 'programme_staff' }, 'Priya Nair')).toBe('Priya Nair was given the role Programme staff');
    expect(say('invitation.made', { role: 'employer' })).toBe('Someone invited: Employer');
  });
});
