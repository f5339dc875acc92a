import { BoardDrag } from './board-drag';
import { BoardDay, BoardPlace, BoardSession } from './board-model';
import { Carrying } from './carrying';

// jsdom lays nothing out, so the places of things are said here: two columns of 100 by 320 pixels, a tray to the right, rows of 10 pixels.
describe('BoardDrag', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('carries a session to the place under the mouse, on the quarter hour', () => {
    const { pointer, dropped, carrying } = board();
    pointer('pointerdown', 20, 105);
    pointer('pointermove', 130, 158);
    jest.advanceTimersByTime(40);
    expect(carrying.at()).toEqual({ day: '2027-06-24', start: 615, roomId: 'colne' });
    pointer('pointerup', 130, 158);
    expect(dropped).toEqual([
      [
        { day: '2027-06-24', start: 540, roomId: 'chelmer' },
        { day: '2027-06-24', start: 615, roomId: 'colne' },
      ],
    ]);
    expect(carrying.held()).toBeNull();
  });

  it('leaves a press that hardly moves to be a click', () => {
    const { pointer, dropped, carrying } = board();
    pointer('pointerdown', 20, 105);
    pointer('pointermove', 22, 106);
    pointer('pointerup', 22, 106);
    expect(dropped).toEqual([]);
    expect(carrying.held()).toBeNull();
  });

  it('swallows the click that ends a drag, and no other', () => {
    const { pointer, block } = board();
    let clicks = 0;
    block.addEventListener('click', () => clicks++);
    pointer('pointerdown', 20, 105);
    pointer('pointermove', 130, 158);
    pointer('pointerup', 130, 158);
    block.click();
    expect(clicks).toBe(0);
    jest.advanceTimersByTime(1);
    block.click();
    expect(clicks).toBe(1);
  });

  it('lets Escape put everything back', () => {
    const { pointer, dropped, carrying } = board();
    pointer('pointerdown', 20, 105);
    pointer('pointermove', 130, 158);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    pointer('pointerup', 130, 158);
    expect(dropped).toEqual([[{ day: '2027-06-24', start: 540, roomId: 'chelmer' }, null]]);
    expect(carrying.held()).toBeNull();
  });

  it('drops nowhere outside the board, and off the schedule over the tray', () => {
    const { pointer, dropped } = board();
    pointer('pointerdown', 20, 105);
    pointer('pointermove', 250, 600);
    pointer('pointerup', 250, 600);
    pointer('pointerdown', 20, 105);
    pointer('pointermove', 350, 150);
    pointer('pointerup', 350, 150);
    expect(dropped.map(([, to]) => to)).toEqual([null, { day: null, start: 540, roomId: 'chelmer' }]);
  });

  it('keeps a session within the day', () => {
    const { pointer, dropped } = board();
    pointer('pointerdown', 20, 105);
    pointer('pointermove', 130, 415);
    pointer('pointerup', 130, 415);
    expect(dropped[0]?.[1]).toEqual({ day: '2027-06-24', start: 960, roomId: 'colne' });
  });

  it('lifts by a finger only after a rest on the grip, so that a swipe scrolls', () => {
    const { pointer, carrying, grip, block } = board();
    pointer('pointerdown', 20, 105, 'touch', block);
    jest.advanceTimersByTime(1000);
    expect(carrying.held()).toBeNull();

    pointer('pointerdown', 20, 105, 'touch', grip);
    pointer('pointermove', 20, 130, 'touch');
    jest.advanceTimersByTime(1000);
    expect(carrying.held()).toBeNull();

    pointer('pointerdown', 20, 105, 'touch', grip);
    jest.advanceTimersByTime(400);
    expect(carrying.held()?.session.id).toBe('s');
  });

  it('starts nothing with another button or on a session that must stay', () => {
    const { pointer, carrying } = board(false);
    pointer('pointerdown', 20, 105);
    pointer('pointermove', 130, 158);
    expect(carrying.held()).toBeNull();
  });

  function board(movable = true) {
    document.body.innerHTML = `
      <div id="root"><div data-scroller><div data-column data-day="2027-06-24" data-room="chelmer" data-top="540"><ol>
        <li class="session" data-session="s"><button>Title</button><button data-handle>Grip</button></li></ol></div>
        <div data-column data-day="2027-06-24" data-room="colne" data-top="540"></div></div><div data-tray></div></div>`;
    const root = document.getElementById('root') as HTMLElement;
    const [chelmer, colne] = [...root.querySelectorAll<HTMLElement>('[data-column]')];
    const block = root.querySelector<HTMLElement>('.session') as HTMLElement;
    const grip = root.querySelector<HTMLElement>('[data-handle]') as HTMLElement;
    put(root.querySelector('[data-scroller]'), 0, 100, 200, 320);
    put(chelmer, 0, 100, 100, 320);
    put(colne, 100, 100, 100, 320);
    put(root.querySelector('[data-tray]'), 300, 100, 100, 320);
    put(block, 0, 100, 100, 40);
    for (const column of [chelmer, colne]) column?.style.setProperty('--row', '10px');

    const day: BoardDay = { date: '2027-06-24', title: 'Thursday 24 June', opens: 540, closes: 1020 };
    const session = { id: 's', title: 'Session', day: day.date, start: 540, end: 600, roomId: 'chelmer', movable } as BoardSession;
    const carrying = new Carrying();
    const dropped: [BoardPlace, BoardPlace | null][] = [];
    const drag = new BoardDrag(root, carrying, {
      session: (id) => (id === 's' ? session : undefined),
      canCarry: (one) => one.movable,
      days: () => [day],
      lifted: () => undefined,
      dropped: (_session, from, to) => dropped.push([from, to]),
    });
    drags.push(drag);
    const pointer = (type: string, x: number, y: number, pointerType = 'mouse', target: HTMLElement = block) => {
      const event = new MouseEvent(type, { bubbles: true, clientX: x, clientY: y, button: 0 });
      Object.assign(event, { pointerId: 1, isPrimary: true, pointerType });
      (type === 'pointerdown' ? target : window).dispatchEvent(event);
    };
    return { pointer, carrying, dropped, block, grip };
  }

  const drags: BoardDrag[] = [];
  afterEach(() => drags.splice(0).forEach((drag) => drag.destroy()));

  const put = (element: Element | null | undefined, left: number, top: number, width: number, height: number) => {
    if (element)
      element.getBoundingClientRect = () => ({
        left,
        top,
        width,
        height,
        right: left + width,
        bottom: top + height,
        x: left,
        y: top,
        toJSON: () => '',
      });
  };
});
