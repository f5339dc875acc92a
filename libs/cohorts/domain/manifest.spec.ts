import { eventSentence } from '@waymark/shared/kernel/event-sentence';
import { cohortsManifest } from './manifest';

describe('the events of cohorts', () => {
  const say = (name: string, facts: Record<string, unknown> = {}, personName: string | null = null) =>
    eventSentence({ name, personName, facts }, cohortsManifest.events);

  it('say dates, codes and how many as people do', () => {
    expect(say('cohort.shifted', { from: '2027-01-05', to: '2027-02-02' })).toBe(
      'Start of a cohort moved from 5 January 2027 to 2 February 2027',
    );
    expect(say('enrolment.statusChanged', { from: 'waiting_list', to: 'confirmed' }, 'Ben Hartley')).toBe(
      'Place of Ben Hartley on a cohort changed from waiting list to confirmed',
    );
    expect(say('group.split', { count: 4, people: 1 })).toBe('1 person split into 4 groups');
  });

  it('leave out what an older one does not say', () => {
    expect(say('group.added')).toBe('Group added');
  });
});
