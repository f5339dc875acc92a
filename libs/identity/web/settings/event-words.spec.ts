import { eventWords } from './event-words';

describe('eventWords', () => {
  it('names the person and the role', () => {
    expect(eventWords({ name: 'role.granted', personName: 'Priya Nair', facts: { role: 'programme_staff' } })).toBe(
      'Priya Nair has the role Programme staff',
    );
    expect(eventWords({ name: 'provider.added', personName: null, facts: { name: 'East' } })).toBe('Provider East added');
    expect(eventWords({ name: 'invitation.made', personName: null, facts: { role: 'employer' } })).toBe('Somebody invited: Employer');
  });

  it('says an event that has no words by its name', () => {
    expect(eventWords({ name: 'cohort.stageChanged', personName: null, facts: {} })).toBe('Cohort stage changed');
    expect(eventWords({ name: 'enrolment.made', personName: 'Ben Hartley', facts: {} })).toBe('Enrolment made: Ben Hartley');
  });
});
