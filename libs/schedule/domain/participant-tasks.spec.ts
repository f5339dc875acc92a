import { byUrgency } from '@waymark/shared/kernel/task';
import { participantTasks, type MyStanding } from './participant-tasks';

const standing: MyStanding = {
  cohortId: 'essex',
  name: 'Essex',
  takesPart: true,
  released: 2,
  looked: 1,
  changed: 1,
  needsConfirmed: false,
  days: ['2027-06-24', '2027-09-10'],
};
const tasks = (over: Partial<MyStanding> = {}, today: `${number}-${number}-${number}` = '2027-05-03') =>
  byUrgency(participantTasks([{ ...standing, ...over }], today));

describe('participantTasks', () => {
  it('asks for what can be done now, and lists what is done last', () => {
    const codes = (over: Partial<MyStanding>) => tasks(over).map(({ code, tone }) => `${code}${tone === 'done' ? ' done' : ''}`);
    expect(codes({})).toEqual(['agenda_changed', 'access_needs']);
    expect(codes({ changed: 0 })).toEqual(['access_needs']);
    expect(codes({ looked: null })).toEqual(['agenda_new', 'access_needs']);
    expect(codes({ released: null, looked: null, needsConfirmed: true })).toEqual(['access_needs done']);
    expect(codes({ takesPart: false, changed: 0 })).toEqual([]);
  });

  it('says by when to tell what one needs: before the next day there is a session', () => {
    const needs = (today: `${number}-${number}-${number}`, over: Partial<MyStanding> = {}) => tasks({ changed: 0, ...over }, today)[0]!;
    expect(needs('2027-05-03')).toMatchObject({
      title: 'Tell us what you need at the venue',
      detail: 'Essex. Tell us before Thursday 24 June',
      due: '2027-06-24',
      status: 'Not started',
      link: '/my/access-needs',
      fragment: 'needs-essex',
    });
    expect(needs('2027-06-24').detail).toBe('Essex. Tell us before Friday 10 September');
    expect(needs('2026-12-31').detail).toBe('Essex. Tell us before Thursday 24 June 2027');
    expect(needs('2027-09-10')).toMatchObject({ detail: 'Essex', due: null });
    expect(needs('2027-06-25', { days: ['2027-06-24'] }).detail).toBe('Essex');
    expect(needs('2027-05-03', { needsConfirmed: true })).toMatchObject({ detail: 'Essex', due: null, status: 'Completed' });
  });

  it('leads to the agenda, and tells a new one from one that changed', () => {
    expect(tasks()[0]).toMatchObject({ title: 'See what changed in your agenda', status: 'Changed', detail: 'Essex', link: '/my/agenda' });
    expect(tasks({ looked: null })[0]).toMatchObject({ title: 'Read your agenda', status: 'New' });
  });
});
