import { blockingGaps, gapNames, gapsOf, gapTitle, missingWords } from './release-gaps';

type GapSession = Parameters<typeof gapsOf>[0][number];
const session = (id: string, over: Partial<GapSession> = {}): GapSession => ({
  id,
  title: id,
  kind: 'workshop',
  status: 'draft',
  date: '2027-06-24',
  mode: 'in_person',
  roomId: 'colne',
  onlineUrl: null,
  facilitators: [{ facilitatorId: 'nwosu', role: 'lead', status: 'confirmed' }],
  ...over,
});
const found = (sessions: GapSession[], rules = {}) =>
  gapsOf(sessions, rules).map(({ code, sessions }) => [code, sessions.map(({ id }) => id)]);

describe('gapsOf', () => {
  it('finds what is missing: rooms, links, facilitators, days', () => {
    const sessions = [
      session('whole'),
      session('roomless', { roomId: null }),
      session('online', { mode: 'online', roomId: null }),
      session('hybrid', { mode: 'hybrid' }),
      session('linked', { mode: 'online', roomId: null, onlineUrl: 'https://meet.example.org/1' }),
      session('unstaffed', { facilitators: [{ facilitatorId: 'rao', role: 'lead', status: 'declined' }] }),
      session('lunch', { kind: 'meal', facilitators: [] }),
      session('later', { date: null, roomId: null, facilitators: [] }),
      session('off', { status: 'cancelled', roomId: null }),
      session('held', { status: 'delivered', roomId: null }),
    ];
    expect(found(sessions)).toEqual([
      ['no_room', ['roomless']],
      ['no_link', ['online', 'hybrid']],
      ['no_facilitator', ['unstaffed']],
      ['not_scheduled', ['later']],
    ]);
  });

  it('lets each programme say what blocks, and what is not looked at', () => {
    const sessions = [session('one', { roomId: null, facilitators: [] })];
    const blocking = (rules: Parameters<typeof gapsOf>[1]) => blockingGaps(gapsOf(sessions, rules)).map(({ code }) => code);
    expect(blocking({})).toEqual(['no_room']);
    expect(blocking({ no_room: 'warn', no_facilitator: 'block_release' })).toEqual(['no_facilitator']);
    expect(found(sessions, { no_room: 'ignore' })).toEqual([['no_facilitator', ['one']]]);
  });
});

describe('the words of a gap', () => {
  it('say how many and which', () => {
    expect(gapTitle('no_room', 17)).toBe('17 sessions have no room');
    expect(gapTitle('no_link', 1)).toBe('1 online session has no link');
    expect(gapNames({ sessions: ['a', 'b', 'c'].map((title) => ({ id: title, title })) })).toBe('a, b and c');
    expect(gapNames({ sessions: 'abcdefgh'.split('').map((title) => ({ id: title, title })) })).toBe('a, b, c, d, e, f and 2 more');
    expect(missingWords({ no_room: 2, no_link: 1, no_facilitator: 0, not_scheduled: 0 }, {})).toEqual({
      blocking: ['2 sessions have no room'],
      without: ['1 online session has no link'],
    });
  });
});
