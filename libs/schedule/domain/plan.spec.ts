import { openTimetable } from '@waymark/engines/timetable/timetable';
import { clashesOf, planOf, standing, titleFor } from './plan';
import { daysOf, modeAt, type Schedule, type ScheduleSession } from './schedule';

const session = (id: string, over: Partial<ScheduleSession> = {}): ScheduleSession => ({
  id,
  version: 1,
  title: id,
  kind: 'workshop',
  status: 'draft',
  date: '2027-06-24',
  startsAt: '09:30',
  duration: 60,
  mode: 'online',
  roomId: null,
  layout: null,
  equipment: [],
  setUp: 0,
  clearUp: 0,
  mandatory: true,
  position: 1,
  groupIds: [],
  facilitators: [],
  after: [],
  ...over,
});
const schedule = (over: Partial<Schedule> = {}): Schedule => ({
  cohort: { id: 'essex', name: 'Essex', startsOn: '2027-06-24', endsOn: '2027-06-25', nation: 'ENG', stage: 'planning', capacity: 24 },
  sessions: [],
  rooms: [],
  bookings: [],
  facilitators: [],
  groups: [],
  people: [],
  elsewhere: [],
  otherCohorts: [],
  holidays: [],
  travel: [],
  rules: {},
  ...over,
});
const found = (over: Partial<Schedule>) => {
  const whole = schedule(over);
  return clashesOf(openTimetable(planOf(whole)).clashes(), whole);
};
const rules = (over: Partial<Schedule>) => found(over).map(({ rule }) => rule);
const lead = (facilitatorId: string, status: ScheduleSession['facilitators'][number]['status'] = 'confirmed') => ({
  facilitators: [{ facilitatorId, role: 'lead' as const, status }],
});
const nwosu = { id: 'nwosu', name: 'Dr Amara Nwosu', subjects: [], availability: [] };
const colne = {
  id: 'colne',
  name: 'Colne room',
  venueId: 'civic',
  venueName: 'Civic Centre',
  nation: 'ENG',
  capacities: { theatre: 16 },
  access: [],
  venueAccess: [],
  equipment: [],
};

describe('titleFor', () => {
  const groups = [
    { id: 'a', name: 'Group 1' },
    { id: 'b', name: 'Group 2' },
  ] as Schedule['groups'];

  it('tells sessions of one title apart by their groups', () => {
    expect(titleFor(session('Systems', { groupIds: ['b'] }), groups)).toBe('Systems (Group 2)');
    expect(titleFor(session('Systems', { groupIds: ['a', 'b'] }), groups)).toBe('Systems (Group 1, Group 2)');
    expect(titleFor(session('Systems for Group 1', { groupIds: ['a'] }), groups)).toBe('Systems for Group 1');
    expect(titleFor(session('Systems'), groups)).toBe('Systems');
  });

  it('is what a clash says', () => {
    const room = { roomId: 'colne', mode: 'in_person' as const };
    const sessions = [
      session('x', { title: 'Systems', groupIds: ['a'], ...room }),
      session('y', { title: 'Systems', groupIds: ['b'], ...room }),
    ];
    expect(found({ groups, rooms: [colne], sessions }).find(({ rule }) => rule === 'room_overlap')?.sentence).toContain(
      'Systems (Group 1) (Colne room) and Systems (Group 2) (Colne room)',
    );
  });
});

describe('planOf', () => {
  it('finds a facilitator who is in two places, but not one who declined', () => {
    const one = session('one', { groupIds: ['a'], ...lead('nwosu') });
    const groups = ['a', 'b'].map((id) => ({ id, name: id, kind: 'breakout', members: 0 }));
    const with_ = (status: 'confirmed' | 'declined') =>
      rules({ groups, facilitators: [nwosu], sessions: [one, session('two', { groupIds: ['b'], ...lead('nwosu', status) })] });
    expect(with_('confirmed')).toEqual(['facilitator_overlap']);
    expect(with_('declined')).toEqual([]);
  });

  it('plans for a full cohort while it fills, and for those who came afterwards', () => {
    const sessions = [session('one', { mode: 'in_person', roomId: 'colne' })];
    expect(rules({ sessions, rooms: [colne] })).toContain('room_capacity');
    const cohort = { ...schedule().cohort, stage: 'in_delivery' };
    expect(rules({ sessions, rooms: [colne], cohort })).not.toContain('room_capacity');
  });

  it('does not count guests as the cohort: sponsors who come apart from a plenary are in nobody’s way', () => {
    const sessions = [session('plenary'), session('briefing', { groupIds: ['sponsors'] })];
    const against = (kind: string) => rules({ sessions, groups: [{ id: 'sponsors', name: 'Sponsors', kind, members: 0 }] });
    expect(against('guests')).toEqual([]);
    expect(against('breakout')).toEqual(['group_overlap']);
    // A participant who is also asked in as a guest is still in two places.
    const people = [{ id: 'e1', name: 'Ada Byron', groupIds: ['sponsors'], needs: [] }];
    const groups = [{ id: 'sponsors', name: 'Sponsors', kind: 'guests', members: 1 }];
    expect(rules({ sessions, groups, people })).toEqual(['person_overlap']);
  });

  it('leaves cancelled sessions and other cohorts’ own troubles out', () => {
    const elsewhere = ['x', 'y'].map((id) => ({
      id,
      eventId: `event-${id}`,
      cohortId: 'leeds',
      title: id,
      kind: 'workshop',
      start: '2027-06-25T09:30' as const,
      duration: 60,
      mode: 'online' as const,
      roomId: null,
      venueId: null,
      setUp: 0,
      clearUp: 0,
      facilitatorIds: ['nwosu'],
      personIds: [],
    }));
    const otherCohorts = [{ id: 'leeds', name: 'Leeds', startsOn: '2027-06-25', endsOn: '2027-06-25', nation: 'ENG' } as const];
    const sessions = [session('one', lead('nwosu')), session('two', { status: 'cancelled' })];
    expect(rules({ sessions, elsewhere, otherCohorts, facilitators: [nwosu] })).toEqual([]);
    const clashing = found({
      sessions: [session('one', { date: '2027-06-25', ...lead('nwosu') })],
      elsewhere,
      otherCohorts,
      facilitators: [nwosu],
    });
    expect(clashing.map(({ rule }) => rule)).toEqual(['facilitator_overlap', 'facilitator_overlap']);
    expect(clashing[0]!.sentence).toContain('Leeds');
  });

  it('says of what the reader may not see only that it takes a room and people, and calls the clash the same', () => {
    const people = [{ id: 'e1', name: 'Ada Byron', groupIds: [], needs: [] }];
    const sessions = [session('one', { mode: 'in_person', roomId: 'colne', ...lead('nwosu') })];
    const event = {
      id: 's',
      eventId: 'event',
      cohortId: 'leeds',
      title: 'Redundancies',
      kind: 'workshop',
      start: '2027-06-24T09:00' as const,
    };
    const place = { duration: 60, mode: 'in_person' as const, roomId: 'colne', venueId: 'civic', setUp: 0, clearUp: 0 };
    const seen = { ...event, ...place, facilitatorIds: ['nwosu'], personIds: ['e1'] };
    const unseen = { ...seen, id: 'event', cohortId: null, title: null, kind: null };
    const with_ = (...elsewhere: Schedule['elsewhere']) => found({ people, rooms: [colne], facilitators: [nwosu], sessions, elsewhere });
    const crossing = ({ rule }: { rule: string }) => ['room_overlap', 'facilitator_overlap', 'person_overlap'].includes(rule);
    const [told, hidden] = [with_(seen).filter(crossing), with_(unseen).filter(crossing)];
    expect(hidden.map(({ key }) => key)).toEqual(told.map(({ key }) => key));
    expect(hidden.map(({ title }) => title).sort()).toEqual([
      'Ada Byron is in 2 sessions',
      'Colne room is taken from 09:00 to 10:00',
      'Dr Amara Nwosu is in 2 sessions',
    ]);
    for (const { sentence } of hidden) expect(sentence).toBe('Thu 24 June, 09:30 to 10:00. one (Colne room) and an event you cannot see.');
    expect(told[0]!.sentence).toContain('Redundancies');
  });

  it('asks of a room what its page says it has: the venue’s, where it says nothing of its own', () => {
    const people = [{ id: 'e1', name: 'Ada Byron', groupIds: [], needs: ['step_free'] }];
    const sessions = [session('one', { mode: 'in_person', roomId: 'colne' })];
    const unmet = (access: string[] | null) =>
      found({ people, rooms: [{ ...colne, access, venueAccess: ['step_free'] }], sessions }).filter(({ rule }) => rule === 'access_unmet');
    expect(unmet(null)).toEqual([]);
    expect(unmet([])).toMatchObject([{ severity: 'block_release' }]);
  });

  it('never says who needs what', () => {
    const people = [{ id: 'e1', name: 'Ada Byron', groupIds: [], needs: ['step_free'] }];
    const clash = found({ people, rooms: [colne], sessions: [session('one', { mode: 'in_person', roomId: 'colne' })] }).find(
      ({ rule }) => rule === 'access_unmet',
    )!;
    expect(JSON.stringify(clash)).not.toMatch(/Ada|e1/);
  });

  it('uses the severities of the programme, and the usual ones for the rest', () => {
    const sessions = [session('one'), session('two')];
    expect(found({ sessions })[0]).toMatchObject({ rule: 'group_overlap', severity: 'block_release' });
    expect(found({ sessions, rules: { group_overlap: 'warn' } })[0]).toMatchObject({ severity: 'warn' });
    expect(found({ sessions, rules: { group_overlap: 'ignore' } })).toEqual([]);
  });
});

describe('standing', () => {
  it('counts what blocks a release and nobody accepted; what may not be saved cannot be accepted', () => {
    const [clash] = found({ sessions: [session('one'), session('two')] });
    expect(standing([clash!], [])).toEqual([clash]);
    expect(standing([clash!], [{ clashKey: clash!.key }])).toEqual([]);
    expect(standing([{ ...clash!, severity: 'warn' }], [])).toEqual([]);
    expect(standing([{ ...clash!, severity: 'block_save' }], [{ clashKey: clash!.key }])).toHaveLength(1);
  });
});

describe('daysOf', () => {
  it('shows each day of a short cohort and every day with sessions of a long one', () => {
    expect(daysOf(schedule({ sessions: [session('late', { date: '2027-07-02' })] }))).toEqual(['2027-06-24', '2027-06-25', '2027-07-02']);
    const cohort = { ...schedule().cohort, endsOn: '2027-12-01' as const };
    expect(daysOf(schedule({ cohort, sessions: [session('one', { date: '2027-09-01' })] }))).toEqual([
      '2027-06-24',
      '2027-09-01',
      '2027-12-01',
    ]);
  });
});

describe('modeAt', () => {
  it('brings an online session into the room it is moved to, and keeps any other as it is', () => {
    expect(modeAt(session('one'), 'colne')).toBe('in_person');
    expect(modeAt(session('one', { mode: 'hybrid' }), 'colne')).toBe('hybrid');
    expect(modeAt(session('one', { mode: 'hybrid' }), null, 'online')).toBe('online');
  });
});
