import { cohortSentence, eventSentence } from './event-sentence';

describe('eventSentence', () => {
  const say = (words: string, facts: Record<string, unknown> = {}, personName: string | null = null) =>
    eventSentence({ name: 'thing.wasDone', personName, facts }, { 'thing.wasDone': words });

  it('names the person and the role', () => {
    expect(say('{person} was given the role {role}', { role: 'programme_staff' }, 'Priya Nair')).toBe(
      'Priya Nair was given the role Programme staff',
    );
    expect(say('{person} invited: {role}', { role: 'employer' })).toBe('Someone invited: Employer');
  });

  it('says dates, codes and how many as people do', () => {
    expect(say('From {from} to {to}', { from: '2027-01-05', to: 'waiting_list' })).toBe('From 5 January 2027 to waiting list');
    expect(say('{people:person} split into {count:group}', { count: 4, people: 1 })).toBe('1 person split into 4 groups');
    expect(say('Version {number}: {changes:change}', { number: 2, changes: 1 })).toBe('Version 2: 1 change');
  });

  it('leaves out what an older event does not say', () => {
    expect(say('Room booking added: {status}')).toBe('Room booking added');
    expect(say('Group {name} added')).toBe('Group added');
  });

  it('says an event that has no words by its name', () => {
    const event = { name: 'thing.wasDone', personName: 'Ben Hartley', facts: {} };
    expect(eventSentence(event, {})).toBe('Thing was done: Ben Hartley');
  });
});

describe('cohortSentence', () => {
  it('says an event that has no words by its name, and what it is about', () => {
    expect(cohortSentence({ name: 'schedule.releasedAgain', subject: null, facts: {} }, {})).toBe('Schedule released again');
    expect(cohortSentence({ name: 'session.split', subject: 'Day 1', facts: {} }, {})).toBe('Session split: Day 1');
  });
});
