import { at, facilitator, plan, room, session } from './given';
import { openTimetable } from './timetable';

const open = () =>
  openTimetable(
    plan({
      rooms: [room('Crouch room')],
      facilitators: [facilitator('Ruth Calder')],
      sessions: [session('A', '10:00', { facilitatorIds: ['ruth-calder'] }), session('B', '11:00', { facilitatorIds: ['ruth-calder'] })],
    }),
  );

describe('judge', () => {
  it('says what a move would bring, and changes nothing', () => {
    const timetable = open();
    const verdict = timetable.judge([{ sessionId: 'b', start: at('10:30'), roomId: null }]);
    expect(verdict.added.map(({ title }) => title)).toEqual(['Ruth Calder is in 2 sessions']);
    expect(timetable.clashes()).toEqual([]);
    expect(timetable.session('b')!.start).toBe(at('11:00'));
  });
  it('looks at moves together: two sessions may change places', () => {
    const swap = [
      { sessionId: 'a', start: at('11:00'), roomId: null },
      { sessionId: 'b', start: at('10:00'), roomId: null },
    ];
    expect(open().judge(swap)).toEqual({ added: [], removed: [], changed: [] });
  });
  it('tells a clash that stays from one that is new', () => {
    const timetable = open();
    timetable.apply([{ sessionId: 'b', start: at('10:30'), roomId: null }]);
    const { added, removed, changed } = timetable.judge([{ sessionId: 'b', start: at('10:45'), roomId: null }]);
    expect([added, removed]).toEqual([[], []]);
    expect(changed.map(({ span }) => span)).toEqual([{ start: at('10:45'), end: at('11:00') }]);
  });
  it('finds a session taken off the schedule in nobody’s way', () => {
    const timetable = open();
    timetable.apply([{ sessionId: 'b', start: at('10:30'), roomId: null }]);
    expect(timetable.judge([{ sessionId: 'b', start: null, roomId: null }]).removed).toHaveLength(1);
  });
  it('refuses ids the plan does not have', () => {
    expect(() => open().judge([{ sessionId: 'c', start: null, roomId: null }])).toThrow(RangeError);
    expect(() => open().judge([{ sessionId: 'a', start: null, roomId: 'c' }])).toThrow(RangeError);
    expect(() => open().heatMap('c', { starts: [], roomIds: [] })).toThrow(RangeError);
  });
});

describe('plan', () => {
  it('is the one opened, with the moves made, and leaves the one opened alone', () => {
    const opened = plan({ rooms: [room('Crouch room')], sessions: [session('A', '10:00')] });
    const timetable = openTimetable(opened);
    timetable.apply([{ sessionId: 'a', start: null, roomId: 'crouch-room' }]);
    expect(timetable.plan().sessions).toEqual([{ ...opened.sessions[0], start: null, roomId: 'crouch-room' }]);
    expect(opened.sessions[0]!.start).toBe(at('10:00'));
  });
});
