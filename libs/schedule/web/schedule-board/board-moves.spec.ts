import { BoardDay, BoardPerson, BoardPlace, BoardRoom, BoardSession } from './board-model';
import { fitted, personDay, startTimes, Step, stepFor, stepped } from './board-moves';

describe('stepFor', () => {
  it('reads arrows as a quarter hour or a room, and page keys or Shift as another day', () => {
    expect(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown'].map((key) => stepFor(key, false))).toEqual([
      'earlier',
      'later',
      'room-before',
      'room-after',
      'day-before',
      'day-after',
    ]);
    expect(stepFor('ArrowDown', true)).toBe('day-after');
    expect(stepFor('Tab', false)).toBeNull();
  });
});

describe('stepped', () => {
  it('moves 15 minutes or one room', () => {
    expect(go('later')).toEqual({ ...place, start: 795 });
    expect(go('earlier')).toEqual({ ...place, start: 765 });
    expect(go('room-after')).toEqual({ ...place, roomId: null });
    expect(go('room-before')).toEqual({ ...place, roomId: 'chelmer' });
  });

  it('brings a session that starts between two quarters to the next quarter', () => {
    expect(stepped({ ...place, start: 790 }, 'later', 60, field)).toEqual({ ...place, start: 795 });
    expect(stepped({ ...place, start: 790 }, 'earlier', 60, field)).toEqual({ ...place, start: 780 });
  });

  it('goes to the other day and keeps the time as far as the session fits there', () => {
    expect(go('day-after')).toEqual({ ...place, day: '2027-06-25' });
    expect(stepped({ ...place, start: 960 }, 'day-after', 60, field)).toEqual({ ...place, day: '2027-06-25', start: 930 });
  });

  it('says why it cannot go further', () => {
    expect(go('day-before')).toBe('This is the first day on screen.');
    expect(stepped({ ...place, start: 540 }, 'earlier', 60, field)).toBe('This is the start of the day.');
    expect(stepped({ ...place, start: 960 }, 'later', 60, field)).toBe('This is the end of the day.');
    expect(stepped({ ...place, roomId: null }, 'room-after', 60, field)).toBe('This is the last room.');
    expect(stepped({ ...place, roomId: 'chelmer' }, 'room-before', 60, field)).toBe('This is the first room.');
  });

  const go = (step: Step) => stepped(place, step, 60, field);
});

describe('fitted', () => {
  it('snaps to quarters and stays inside the day', () => {
    expect(fitted(787, 60, days[0] as BoardDay)).toBe(780);
    expect(fitted(10, 60, days[0] as BoardDay)).toBe(540);
    expect(fitted(1100, 60, days[0] as BoardDay)).toBe(960);
  });
});

describe('startTimes', () => {
  it('offers every quarter at which the session fits, and the present time though it is odd', () => {
    expect(startTimes({ ...(days[0] as BoardDay), opens: 540, closes: 615 }, 45, 550)).toEqual([540, 550, 555, 570]);
  });
});

describe('personDay', () => {
  it('shows sessions in order with the free time between them', () => {
    const rows = personDay(nwosu, days[0] as BoardDay, [
      session('c', 840, 900),
      session('a', 540, 600),
      session('b', 570, 660),
      session('x', 700, 720),
    ]);
    expect(rows.map((row) => (row.kind === 'gap' ? [row.start, row.end] : row.session.id))).toEqual(['a', 'b', [660, 840], 'c']);
  });
});

const days: BoardDay[] = [
  { date: '2027-06-24', title: 'Thursday 24 June', opens: 540, closes: 1020 },
  { date: '2027-06-25', title: 'Friday 25 June', opens: 540, closes: 990 },
];
const rooms: BoardRoom[] = [
  { id: 'chelmer', name: 'Chelmer suite', detail: '' },
  { id: 'colne', name: 'Colne room', detail: '' },
  { id: null, name: 'Online', detail: '' },
];
const field = { days, rooms };
const place: BoardPlace = { day: '2027-06-24', start: 780, roomId: 'colne' };
const nwosu: BoardPerson = { id: 'n', name: 'Dr Amara Nwosu', role: 'Facilitator', sessionIds: ['a', 'b', 'c'] };

function session(id: string, start: number, end: number): BoardSession {
  return {
    id,
    title: id,
    kind: 'workshop',
    kindWord: 'workshop',
    day: '2027-06-24',
    start,
    end,
    roomId: 'colne',
    who: 'everyone',
    wholeCohort: false,
    groupIds: [],
    leaders: [],
    status: 'draft',
    version: 1,
    movable: true,
    lockedReason: null,
  };
}
