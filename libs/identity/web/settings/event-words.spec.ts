import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_WORDS, eventWords } from './event-words';

describe('eventWords', () => {
  const words = (name: string, facts: Record<string, unknown> = {}, personName: string | null = null) =>
    eventWords({ name, personName, facts });

  it('names the person and the role', () => {
    expect(words('role.granted', { role: 'programme_staff' }, 'Priya Nair')).toBe('Priya Nair has the role Programme staff');
    expect(words('provider.added', { name: 'East' })).toBe('Provider East added');
    expect(words('invitation.made', { role: 'employer' })).toBe('Somebody invited: Employer');
  });

  it('says dates, codes and how many as people do', () => {
    expect(words('cohort.shifted', { from: '2027-01-05', to: '2027-02-02' })).toBe(
      'Start of a cohort moved from 5 January 2027 to 2 February 2027',
    );
    expect(words('enrolment.statusChanged', { from: 'waiting_list', to: 'confirmed' }, 'Ben Hartley')).toBe(
      'Place of Ben Hartley in a cohort changed from waiting list to confirmed',
    );
    expect(words('group.split', { count: 4, people: 1 })).toBe('1 person split into 4 groups');
    expect(words('schedule.released', { number: 2, changes: 1 })).toBe('Version 2 of a schedule published: 1 change');
  });

  it('leaves out what an older event does not say', () => {
    expect(words('roomBooking.added')).toBe('Room booking added');
    expect(words('group.added')).toBe('Group added');
  });

  it('never repeats what people wrote', () => {
    const written = { reason: 'ill', title: 'ill', clashKey: 'ill', fileName: 'ill' };
    for (const name of Object.keys(EVENT_WORDS)) expect(words(name, written)).not.toMatch(/\bill\b/);
    for (const of of Object.values(EVENT_WORDS)) expect(of).not.toMatch(/{(reason|title|clashKey|fileName|before|after)/);
  });

  it('says an event that has no words by its name', () => {
    expect(words('thing.wasDone', {}, 'Ben Hartley')).toBe('Thing was done: Ben Hartley');
  });

  it('has words for every event that is recorded, and for no other', () => {
    const recorded = [...new Set(sources().flatMap(namesIn))].sort();
    expect(recorded.length).toBeGreaterThan(50);
    expect(Object.keys(EVENT_WORDS).sort()).toEqual(recorded);
  });
});

/** The API's own sources, which record events. */
function sources(): string[] {
  const libs = join(__dirname, '../../..');
  return readdirSync(libs).flatMap((domain) => {
    const api = join(libs, domain, 'api');
    const files = domain === 'shared' || !readdirSync(join(libs, domain)).includes('api') ? [] : readdirSync(api, { recursive: true });
    return files
      .map(String)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('spec.ts'))
      .map((file) => readFileSync(join(api, file), 'utf8'));
  });
}

/** The event names in the calls of `record`, or of a function that hands its name on to `record`. */
function namesIn(source: string): string[] {
  const calls = source.match(/\b(?:record|tell)\((?:\s*[\w.]+,)*[^;{]*?'[a-zA-Z]+\.[a-zA-Z]+'[^;{]*/g) ?? [];
  return calls.flatMap((call) => [...call.matchAll(/'([a-z][a-zA-Z]*\.[a-z][a-zA-Z]*)'/g)].map(([, name]) => name!));
}
