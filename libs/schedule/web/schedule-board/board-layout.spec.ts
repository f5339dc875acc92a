import {
  cascade,
  columnsFor,
  elsewhere,
  flagsOf,
  heatStrips,
  hourLabels,
  hoursShown,
  layDay,
  merged,
  rowHeight,
  rowsOf,
} from './board-layout';
import { BoardClash, BoardDay, BoardSession, placeKey } from './board-model';

describe('rowsOf', () => {
  it('counts quarter hours from the top of the day', () => {
    expect(rowsOf({ start: 795, end: 885 }, 540)).toEqual({ from: 17, rows: 6 });
  });

  it('keeps a session that starts between two quarters where it is', () => {
    expect(rowsOf({ start: 550, end: 570 }, 540).from).toBeCloseTo(10 / 15);
  });
});

describe('hoursShown', () => {
  it('is the opening hours when everything fits', () => {
    expect(hoursShown(day, [{ start: 600, end: 660 }])).toEqual({ start: 540, end: 1020 });
  });

  it('stretches to whole hours round what stands outside', () => {
    expect(
      hoursShown(day, [
        { start: 500, end: 520 },
        { start: 1000, end: 1050 },
      ]),
    ).toEqual({ start: 480, end: 1080 });
  });
});

describe('hourLabels', () => {
  it('labels full hours alone, also when the day opens at half past', () => {
    expect(hourLabels({ start: 510, end: 660 })).toEqual([
      { minutes: 540, row: 2 },
      { minutes: 600, row: 6 },
    ]);
  });
});

describe('rowHeight', () => {
  it('makes rows taller on a day with a quarter-hour session, so that its target is 24 pixels high', () => {
    expect(rowHeight([{ start: 540, end: 555 }]) - 3).toBeGreaterThanOrEqual(24);
    expect(rowHeight([{ start: 540, end: 570 }])).toBe(17);
  });
});

describe('cascade', () => {
  it('gives sessions one after the other the whole width', () => {
    expect(
      lefts([
        { start: 540, end: 600 },
        { start: 600, end: 660 },
      ]),
    ).toEqual([0, 0]);
  });

  it('lays the second of two overlapping sessions 30 per cent further in', () => {
    expect(
      lefts([
        { start: 540, end: 630 },
        { start: 585, end: 660 },
      ]),
    ).toEqual([0, 30]);
  });

  it('keeps three overlapping sessions visible, each a step further in', () => {
    const placed = cascade(
      [
        { start: 540, end: 720 },
        { start: 600, end: 720 },
        { start: 660, end: 720 },
      ],
      540,
    );
    expect(placed.map((one) => [one.left, one.right, one.layer])).toEqual([
      [0, 0, 0],
      [30, 0, 1],
      [60, 0, 2],
    ]);
  });

  it('puts sessions that begin together side by side, so that no Move button is covered', () => {
    const placed = cascade(
      [
        { start: 540, end: 600 },
        { start: 540, end: 630 },
        { start: 555, end: 600 },
      ],
      540,
    );
    for (const one of placed)
      for (const other of placed)
        if (one.layer < other.layer) expect(one.left + (100 - one.left - one.right)).toBeLessThanOrEqual(other.left + 0.001);
    expect(placed).toHaveLength(3);
  });

  it('says how many rows stay uncovered, so that words stand where they can be read', () => {
    const placed = cascade(
      [
        { start: 540, end: 720 },
        { start: 600, end: 720 },
      ],
      540,
    );
    expect(placed.map((one) => [one.rows, one.clear])).toEqual([
      [12, 4],
      [8, 8],
    ]);
  });

  it('uses a lane again as soon as it is free', () => {
    const placed = cascade(
      [
        { start: 540, end: 720 },
        { start: 570, end: 600 },
        { start: 600, end: 660 },
      ],
      540,
    );
    expect(placed.map((one) => one.layer)).toEqual([0, 1, 1]);
  });

  it('never lets two overlapping blocks share a lane, in any of many plans', () => {
    for (let seed = 1; seed < 200; seed++) {
      const items = Array.from({ length: 8 }, (_, at) => ({ start: 540 + ((seed * 37 + at * 91) % 24) * 15, end: 0 })).map((one, at) => ({
        start: one.start,
        end: one.start + 15 + ((seed + at * 7) % 6) * 15,
      }));
      const placed = cascade(items, 540);
      expect(placed).toHaveLength(8);
      placed.forEach((one, index) =>
        placed.forEach((other, at) => {
          if (at > index && one.item.start < other.item.end && other.item.start < one.item.end) expect(one.layer).not.toBe(other.layer);
        }),
      );
    }
  });

  const lefts = (items: { start: number; end: number }[]) => cascade(items, 540).map((one) => one.left);
});

describe('elsewhere', () => {
  it('hatches the other rooms while the whole cohort is in one, in one strip where sessions touch', () => {
    const plan = [
      session({ id: 'a', start: 540, end: 570, wholeCohort: true }),
      session({ id: 'b', start: 570, end: 630, wholeCohort: true }),
      session({ id: 'c', start: 645, end: 700 }),
    ];
    expect(elsewhere('colne', plan)).toEqual([{ start: 540, end: 630 }]);
    expect(elsewhere('chelmer', plan)).toEqual([]);
  });

  it('does not hatch for a cancelled session', () => {
    expect(elsewhere('colne', [session({ wholeCohort: true, status: 'cancelled' })])).toEqual([]);
  });
});

describe('merged', () => {
  it('joins spans in any order', () => {
    expect(
      merged([
        { start: 100, end: 120 },
        { start: 40, end: 60 },
        { start: 50, end: 70 },
      ]),
    ).toEqual([
      { start: 40, end: 70 },
      { start: 100, end: 120 },
    ]);
  });
});

describe('columnsFor', () => {
  it('adds a column for a session in a room that is not listed, so that it is not lost', () => {
    expect(
      columnsFor([{ id: 'colne', name: 'Colne', detail: '' }], [session({ roomId: 'old' }), session({ roomId: null })]).map(
        (room) => room.id,
      ),
    ).toEqual(['colne', 'old', null]);
  });
});

describe('flagsOf', () => {
  it('says the words of one clash, and counts several of the worst kind', () => {
    const flags = flagsOf([
      clash({ key: '1', sessionIds: ['a', 'b'], short: 'Room clash' }),
      clash({ key: '2', sessionIds: ['a'] }),
      clash({ key: '3', sessionIds: ['a', 'c'], severity: 'warn', short: 'Stairs only' }),
    ]);
    expect(flags.get('a')).toEqual({ severity: 'block', words: '2 clashes' });
    expect(flags.get('b')).toEqual({ severity: 'block', words: 'Room clash' });
    expect(flags.get('c')).toEqual({ severity: 'warn', words: 'Stairs only' });
  });

  it('keeps saying of a clash somebody overrode who did, and why', () => {
    const accepted = clash({
      key: '1',
      sessionIds: ['a'],
      short: 'Stairs only',
      overridden: { by: 'Priya Nair', reason: 'Agreed', at: 'today' },
    });
    expect(flagsOf([accepted]).get('a')).toEqual({ severity: 'info', words: 'Stairs only, overridden by Priya Nair: Agreed' });
    const open = clash({ key: '2', sessionIds: ['a'], short: 'Room clash' });
    expect(flagsOf([accepted, open]).get('a')).toEqual({
      severity: 'block',
      words: 'Room clash. Stairs only, overridden by Priya Nair: Agreed',
    });
  });
});

describe('layDay', () => {
  it('puts sessions and holds of the day into their columns', () => {
    const laid = layDay(
      day,
      [{ id: 'chelmer', name: 'Chelmer', detail: '' }],
      [session({ id: 'a', start: 765, end: 855 }), session({ id: 'z', day: '2027-06-25' })],
      [{ id: 'h', day: day.date, roomId: 'chelmer', start: 810, end: 870, holder: 'Council' }],
    );
    expect(laid.slots).toBe(32);
    expect(laid.columns[0]?.blocks.map((block) => [block.item.key, block.from, block.left])).toEqual([
      ['a', 15, 0],
      ['h', 18, 30],
    ]);
  });
});

describe('heatStrips', () => {
  it('joins starts of equal heat and leaves out what nobody judged', () => {
    const heat = new Map(
      (
        [
          [540, 'ok'],
          [555, 'ok'],
          [570, 'block'],
          [600, 'block'],
        ] as const
      ).map(([start, severity]) => [placeKey({ day: day.date, roomId: 'colne', start }), severity]),
    );
    expect(heatStrips(heat, day, 'colne', 540)).toEqual([
      { from: 0, rows: 2, severity: 'ok' },
      { from: 2, rows: 1, severity: 'block' },
      { from: 4, rows: 1, severity: 'block' },
    ]);
  });
});

const day: BoardDay = { date: '2027-06-24', title: 'Thursday 24 June', opens: 540, closes: 1020 };

function session(more: Partial<BoardSession>): BoardSession {
  return {
    id: 's',
    title: 'Session',
    kind: 'workshop',
    kindWord: 'workshop',
    day: day.date,
    start: 540,
    end: 600,
    roomId: 'chelmer',
    who: 'everyone',
    wholeCohort: false,
    groupIds: [],
    leaders: [],
    status: 'draft',
    version: 1,
    movable: true,
    lockedReason: null,
    ...more,
  };
}

function clash(more: Partial<BoardClash>): BoardClash {
  return {
    key: 'k',
    severity: 'block',
    title: 'A problem',
    sentence: 'What it is.',
    sessionIds: ['a'],
    short: 'Clash',
    repairs: [],
    ...more,
  };
}
