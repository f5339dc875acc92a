import { eventSentence } from '@waymark/shared/kernel/event-sentence';
import { scheduleManifest } from './manifest';

const say = (name: string, facts: Record<string, unknown>) => eventSentence({ name, personName: null, facts }, scheduleManifest.events);
const place = (over: object = {}) => ({ title: 'Welcome', date: '2027-06-24', startsAt: '09:30', roomId: 'a', mode: 'in_person', ...over });

describe('the audit log of a schedule', () => {
  it.each([
    [
      { date: '2027-06-25', startsAt: '14:00' },
      'Session “Welcome” moved from Thursday 24 June 2027 at 09:30 to Friday 25 June 2027 at 14:00',
    ],
    [
      { startsAt: '10:00', roomId: 'b' },
      'Session “Welcome” moved from Thursday 24 June 2027 at 09:30 to Thursday 24 June 2027 at 10:00, and to another room',
    ],
    [{ roomId: 'b' }, 'Session “Welcome” moved to another room'],
    [{ roomId: null }, 'Session “Welcome” moved to no room'],
    [{ date: null, startsAt: null }, 'Session “Welcome” moved off the schedule, from Thursday 24 June 2027 at 09:30'],
  ])('says which session moved, from where and to where: %j', (over, words) => {
    expect(say('session.moved', { before: place(), after: place(over) })).toBe(words);
  });

  it('says what else happened to which session', () => {
    expect(say('session.moved', { before: place({ date: null, startsAt: null }), after: place() })).toBe(
      'Session “Welcome” moved: on to Thursday 24 June 2027 at 09:30',
    );
    expect(say('session.added', { after: place() })).toBe('Session “Welcome” added: Thursday 24 June 2027 at 09:30');
    expect(say('session.cancelled', { after: place(), reason: 'snow' })).toBe(
      'Session “Welcome” cancelled: Thursday 24 June 2027 at 09:30',
    );
    expect(say('session.deleted', { title: 'Welcome', before: place({ date: null }) })).toBe('Session “Welcome” removed');
    expect(say('session.edited', { before: { title: 'Welcome', purpose: 'a' }, after: { title: 'Hello', purpose: 'b' } })).toBe(
      'Session “Welcome” changed: title, purpose',
    );
  });

  it('says of an older event what it tells', () => {
    expect(say('session.moved', {})).toBe('Session of a schedule moved');
    expect(say('clash.accepted', { rule: 'room_taken' })).toBe('Clash overridden: room taken');
  });

  it('says which version was released, and with how many changes', () => {
    expect(say('schedule.released', { number: 2, changes: 1 })).toBe('Schedule released (release 2): 1 change');
  });
});
