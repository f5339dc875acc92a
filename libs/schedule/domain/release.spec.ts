import fc from 'fast-check';
import {
  affectedBy,
  calledOff,
  changesBetween,
  isMaterial,
  raiseSequences,
  snapshotOf,
  type ReleasedSession,
  type Snapshot,
} from './release';

const session = (over: Partial<ReleasedSession> = {}): ReleasedSession => ({
  id: 'welcome',
  title: 'Welcome',
  kind: 'plenary',
  purpose: '',
  date: '2027-06-24',
  startsAt: '09:30',
  duration: 60,
  mode: 'in_person',
  roomId: 'chelmer',
  roomName: 'Chelmer suite',
  venueName: 'Civic Centre',
  venueAddress: 'Duke Street',
  onlineUrl: null,
  mandatory: true,
  cancelled: false,
  postponed: false,
  groupIds: [],
  groupNames: [],
  facilitators: [],
  agenda: [],
  icsUid: 'welcome@waymark',
  icsSequence: 0,
  ...over,
});
const of = (...sessions: ReleasedSession[]): Snapshot => ({ sessions });
const kinds = (before: Partial<ReleasedSession>, after: Partial<ReleasedSession>) =>
  changesBetween(of(session(before)), of(session(after))).flatMap((change) => change.kinds);

describe('snapshotOf', () => {
  it('holds what is on the schedule, and a cancelled session only when people were told of it', () => {
    const told = session({ id: 'told' });
    const sessions = [
      session(),
      { ...session({ id: 'tray' }), date: null, startsAt: null },
      session({ id: 'told', cancelled: true }),
      session({ id: 'never', cancelled: true }),
    ];
    expect(snapshotOf(sessions, of(told)).sessions.map(({ id }) => id)).toEqual(['welcome', 'told']);
    expect(snapshotOf(sessions, null).sessions.map(({ id }) => id)).toEqual(['welcome']);
  });
});

describe('changesBetween', () => {
  it.each<[string, Partial<ReleasedSession>, string[]]>([
    ['another time', { startsAt: '10:00' }, ['moved']],
    ['another day', { date: '2027-07-02' }, ['moved']],
    ['another length', { duration: 90 }, ['moved']],
    ['another room', { roomId: 'colne' }, ['place']],
    ['a link', { onlineUrl: 'https://example.org' }, ['place']],
    ['another title', { title: 'Opening' }, ['retitled']],
    ['other groups', { groupIds: ['one'] }, ['people']],
    ['another facilitator', { facilitators: [{ id: 'nwosu', name: 'Nwosu' }] }, ['people']],
    ['another agenda', { agenda: [{ title: 'Input', kind: 'input', offset: 0, duration: 30, presenter: null }] }, ['details']],
    ['several things', { startsAt: '10:00', title: 'Opening' }, ['moved', 'retitled']],
    ['being put off', { postponed: true, startsAt: '10:00' }, ['postponed']],
    ['its end', { cancelled: true, startsAt: '10:00' }, ['cancelled']],
    ['a room that was renamed', { roomName: 'Chelmer hall' }, []],
    ['nothing', {}, []],
  ])('tells of %s', (_, after, expected) => {
    expect(kinds({}, after)).toEqual(expected);
  });

  it('tells of a cancellation once', () => {
    expect(kinds({ cancelled: true }, { cancelled: true })).toEqual([]);
  });

  it('calls everything new before the first release', () => {
    expect(changesBetween(null, of(session()))).toEqual([expect.objectContaining({ kinds: ['added'], before: null })]);
  });

  it('finds nothing between a state and itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ startsAt: fc.constantFrom('09:30', '14:00') as fc.Arbitrary<'09:30'>, cancelled: fc.boolean() })),
        (states) => {
          const snapshot = of(...states.map((state, at) => session({ id: String(at), ...state })));
          expect(changesBetween(snapshot, snapshot)).toEqual([]);
        },
      ),
    );
  });
});

describe('raiseSequences', () => {
  it('raises each materially changed session by exactly one, however much of it changed, and no other', () => {
    const before = of(session({ id: 'a' }), session({ id: 'b', icsSequence: 3 }), session({ id: 'c' }), session({ id: 'd' }));
    const after = of(
      session({ id: 'a', startsAt: '10:00', roomId: 'colne', title: 'Opening' }),
      session({ id: 'b', icsSequence: 3, cancelled: true }),
      session({ id: 'c', purpose: 'Only words' }),
      session({ id: 'd' }),
      session({ id: 'new' }),
    );
    const { snapshot, raised } = raiseSequences(after, changesBetween(before, after));
    expect(raised.sort()).toEqual(['a', 'b']);
    expect(snapshot.sessions.map(({ icsSequence }) => icsSequence)).toEqual([1, 4, 0, 0, 0]);
  });
});

describe('isMaterial', () => {
  it('is never so for a session that nobody knew', () => {
    expect(isMaterial({ before: null, kinds: ['added'] })).toBe(false);
  });
});

describe('affectedBy', () => {
  const people = [
    { id: 'ada', groupIds: ['one'] },
    { id: 'ben', groupIds: ['two'] },
  ];

  it('counts those who had the session and those who have it now', () => {
    const before = session({ groupIds: ['one'], facilitators: [{ id: 'old', name: 'Old' }] });
    const after = session({ groupIds: ['two'], facilitators: [{ id: 'new', name: 'New' }] });
    expect(affectedBy({ before, after }, people)).toEqual({ participantIds: ['ada', 'ben'], facilitatorIds: ['old', 'new'] });
    expect(affectedBy({ before: null, after }, people)).toEqual({ participantIds: ['ben'], facilitatorIds: ['new'] });
    expect(affectedBy({ before: null, after: session() }, people).participantIds).toEqual(['ada', 'ben']);
  });
});

describe('calledOff', () => {
  it('cancels what it is told to, keeps what people know, and raises each entry once', () => {
    const last = { sessions: [session({ id: 'a', icsSequence: 4 }), session({ id: 'b' })] };
    const off = calledOff(last, ['a', 'unknown']);
    expect(off.sessions.map(({ id, cancelled, startsAt }) => [id, cancelled, startsAt])).toEqual([
      ['a', true, last.sessions[0]!.startsAt],
      ['b', false, last.sessions[1]!.startsAt],
    ]);
    const changes = changesBetween(last, off);
    expect(changes.map(({ sessionId, kinds }) => [sessionId, kinds])).toEqual([['a', ['cancelled']]]);
    expect(raiseSequences(off, changes).snapshot.sessions.map(({ icsSequence }) => icsSequence)).toEqual([
      5,
      last.sessions[1]!.icsSequence,
    ]);
    expect(changesBetween(off, calledOff(off, ['a']))).toEqual([]);
  });
});
