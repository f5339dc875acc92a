import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { openPage } from '@waymark/shared/testing-web/open-page';
import { Unsaved } from '@waymark/shared/ui/form/unsaved';
import { BoardClash, BoardDay, BoardHold, BoardMove, BoardRoom, BoardSession, BoardVerdict } from './board-model';
import { ScheduleBoard } from './schedule-board';

describe('ScheduleBoard', () => {
  describe('on the board', () => {
    it('puts each session into the column of its room and says its kind in words', async () => {
      const { one, all } = await open();
      expect(one('[data-day="2027-06-24"][data-room="colne"]').textContent).toContain('Systems leadership');
      expect(one('[data-session="systems"]').textContent).toContain('10:45 to 12:15, workshop');
      expect(all('app-board-day-grid')).toHaveLength(2);
    });

    it('has a legend that gives each colour the words of its blocks', async () => {
      const { all } = await open();
      const legend = new Map(
        all('.legend li').map((line) => [line.querySelector('i')!.className, line.textContent!.trim().toLowerCase()] as const),
      );
      const blocks = all('li.session[data-session]');
      expect(blocks.length).toBeGreaterThan(2);
      for (const block of blocks) {
        const colour = [...block.classList].find((name) => legend.has(name));
        expect(legend.get(colour!)).toContain(
          block.querySelector('.session__word, .session__about')!.textContent!.split(', ').at(-1)!.trim(),
        );
      }
    });

    it('gives a keyboard user all facts of a block in the name of its title', async () => {
      const { one } = await open();
      expect(heardName(one('[data-session="systems"] .session__title'))).toBe(
        'Systems leadership, workshop, 10:45 to 12:15, Colne room, Dr Amara Nwosu, Group 1 (12 people). Nwosu in 2 places.',
      );
    });

    it('hatches the other rooms while everyone is in one', async () => {
      const { all, one } = await open();
      expect(all('.busy')).toHaveLength(2);
      expect(one('[data-room="chelmer"]').querySelector('.busy')).toBeNull();
    });

    it("shows other people's bookings without a way to move them", async () => {
      const { one } = await open();
      const held = one('.session--held');
      expect(held.textContent).toContain('Held by Essex CC');
      expect(held.querySelector('button')).toBeNull();
    });

    it('flags a clash on its blocks', async () => {
      const { one } = await open();
      expect(one('[data-session="systems"] .session__flag').textContent).toContain('Nwosu in 2 places');
      expect(one('[data-session="systems"]').className).toContain('session--clash');
    });

    it('opens a session by a plain click', async () => {
      const { one, heard } = await open();
      one('[data-session="systems"] .session__title').click();
      expect(heard.open).toEqual(['systems']);
    });

    it('has nothing to move with for people who may only look', async () => {
      const { all, one, press, heard } = await open({ canEdit: false });
      expect(all('button.session__move, app-board-tray .mini')).toHaveLength(0);
      await press(one('[data-session="systems"] .session__title'), 'm', 'ArrowDown', 'Enter');
      expect(heard.move).toEqual([]);
    });

    it('shows one day when asked, and sets other groups apart', async () => {
      const { all, one, click, choose } = await open();
      await choose('.schedule-group select', 'g2');
      expect(one('[data-session="systems"]').className).toContain('session--quiet');
      expect(one('[data-session="welcome"]').className).not.toContain('session--quiet');
      await click('Fri 25');
      expect(all('app-board-day-grid h2').map((heading) => heading.textContent)).toEqual(['Friday 25 June']);
    });
  });

  describe('by keyboard', () => {
    it('moves a session by a quarter hour and a room, and says each place with its verdict', async () => {
      const { one, press, heard, said } = await open();
      const title = one('[data-session="systems"] .session__title');
      await press(title, 'm');
      expect(said()).toContain('Picked up Systems leadership. Thursday 24 June, 10:45 to 12:15, Colne room.');
      await press(title, 'ArrowDown');
      expect(said()).toBe('Thursday 24 June, 11:00 to 12:30, Colne room. No clashes with this time and room.');
      await press(title, 'ArrowLeft');
      expect(said()).toBe('Thursday 24 June, 11:00 to 12:30, Chelmer suite. The room is held by Essex CC.');
      expect(one('.landing').className).toContain('landing--block');
      await press(title, 'Enter');
      expect(heard.move).toEqual([{ sessionId: 'systems', day: '2027-06-24', start: 660, roomId: 'chelmer' }]);
      expect(said()).toContain('Systems leadership is now on Thursday 24 June, 11:00 to 12:30, Chelmer suite.');
    });

    it('moves to the other day', async () => {
      const { one, press, heard } = await open();
      await press(one('[data-session="systems"] .session__title'), 'm', 'PageDown', 'Enter');
      expect(heard.move).toEqual([{ sessionId: 'systems', day: '2027-06-25', start: 645, roomId: 'colne' }]);
    });

    it('leaves the session where it was after Escape', async () => {
      const { one, all, press, heard, said } = await open();
      await press(one('[data-session="systems"] .session__title'), 'm', 'ArrowDown', 'Escape');
      expect(heard.move).toEqual([]);
      expect(all('.landing, .session--carried')).toHaveLength(0);
      expect(said()).toBe('Move cancelled. The session stays where it was.');
    });

    it('lets go when the focus goes elsewhere', async () => {
      const { one, all, press, heard, view } = await open();
      const title = one('[data-session="systems"] .session__title');
      title.focus();
      await press(title, 'm', 'ArrowDown');
      one('[data-session="welcome"] .session__title').focus();
      await view.whenStable();
      expect(all('.landing')).toHaveLength(0);
      expect(heard.move).toEqual([]);
    });

    it('lets go of a session that somebody else moves meanwhile, and says so', async () => {
      const { one, all, press, view, said, heard } = await open();
      const title = one('[data-session="systems"] .session__title');
      await press(title, 'm', 'ArrowDown');
      view.componentRef.setInput(
        'sessions',
        sessions.map((session) => (session.id === 'briefing' ? { ...session, title: 'Briefing for sponsors' } : session)),
      );
      await view.whenStable();
      expect(all('.landing')).toHaveLength(1);
      view.componentRef.setInput(
        'sessions',
        sessions.map((session) => (session.id === 'systems' ? { ...session, start: 780, end: 870 } : session)),
      );
      await view.whenStable();
      expect(all('.landing')).toHaveLength(0);
      expect(said()).toBe('Someone else has just changed Systems leadership, so your move has been cancelled.');
      expect(heard.move).toEqual([]);
    });

    it('says why a locked session does not move', async () => {
      const { one, press, said, all } = await open();
      await press(one('[data-session="welcome"] .session__title'), 'm');
      expect(said()).toBe('Welcome cannot be moved. The speaker has this time only.');
      expect(all('.landing')).toHaveLength(0);
    });

    it('keeps the focus on a session whose block is drawn anew in another column', async () => {
      const { one, press, view } = await open();
      const title = one('[data-session="systems"] .session__title');
      title.focus();
      await press(title, 'm', 'ArrowRight', 'Enter');
      view.componentRef.setInput(
        'sessions',
        sessions.map((session) => (session.id === 'systems' ? { ...session, roomId: null } : session)),
      );
      await view.whenStable();
      expect(document.activeElement?.closest('[data-session]')?.getAttribute('data-session')).toBe('systems');
      expect(document.activeElement?.closest('[data-column]')?.getAttribute('data-room')).toBeNull();
    });

    it('undoes and redoes only what can be', async () => {
      const { one, heard, view } = await open({ canUndo: true });
      const title = one('[data-session="systems"] .session__title');
      title.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
      title.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, shiftKey: true, bubbles: true }));
      await view.whenStable();
      expect([heard.undo, heard.redo]).toEqual([1, 0]);
    });
  });

  describe('the Move dialog', () => {
    it('moves by choosing, and says at once what the choice would mean', async () => {
      const { one, choose, click, heard, view } = await open();
      one('[data-session="systems"] .session__move').click();
      await view.whenStable();
      expect(one('dialog h2').textContent).toContain('Move Systems leadership');
      expect(one('.verdict').textContent).toContain('No clashes with this time and room.');
      await choose('#board-move-room', 'chelmer');
      await choose('#board-move-start', '690');
      expect(one('.verdict').textContent).toContain('The room is held by Essex CC.');
      await click('Move session');
      expect(heard.move).toEqual([{ sessionId: 'systems', day: '2027-06-24', start: 690, roomId: 'chelmer' }]);
    });

    it('takes a session off the schedule', async () => {
      const { one, all, choose, click, heard, view } = await open();
      one('[data-session="systems"] .session__move').click();
      await view.whenStable();
      await choose('#board-move-day', '');
      expect(all('#board-move-start, #board-move-room')).toHaveLength(0);
      await click('Move session');
      expect(heard.move).toEqual([{ sessionId: 'systems', day: null, start: 645, roomId: 'colne' }]);
    });

    it('sends nothing when it is closed or nothing has changed', async () => {
      const { one, click, heard, view } = await open();
      one('[data-session="systems"] .session__move').click();
      await view.whenStable();
      await click('Move session');
      one('[data-session="systems"] .session__move').click();
      await view.whenStable();
      await click('Cancel');
      expect(heard.move).toEqual([]);
      expect(one<HTMLDialogElement>('dialog').open).toBe(false);
    });

    it('asks before Escape gives up another place, and never about one that was only looked at', async () => {
      const { one, choose, click, heard, view } = await open();
      const unsaved = TestBed.inject(Unsaved);
      const dialog = () => one<HTMLDialogElement>('app-move-dialog dialog');
      const escape = async () => {
        dialog().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
        await view.whenStable();
        return unsaved.asking();
      };
      one('[data-session="systems"] .session__move').click();
      await view.whenStable();
      expect([await escape(), unsaved.some]).toEqual([false, false]);
      await choose('#board-move-room', 'chelmer');
      expect([await escape(), unsaved.some]).toEqual([true, true]);
      unsaved.decide(false);
      await view.whenStable();
      expect(dialog().open).toBe(true);
      await click('Cancel');
      expect([dialog().open, unsaved.some, heard.move]).toEqual([false, false, []]);
    });

    it('places a session from the tray', async () => {
      const { one, choose, click, heard, view } = await open();
      expect(one('app-board-tray').textContent).toContain('45 min · online');
      one('[aria-label="Place Sponsor drop-in"]').click();
      await view.whenStable();
      await choose('#board-move-day', '2027-06-25');
      await click('Place session');
      expect(heard.place).toEqual([{ sessionId: 'drop-in', day: '2027-06-25', start: 540, roomId: 'chelmer' }]);
      expect(heard.move).toEqual([]);
    });
  });

  describe('the checks', () => {
    it('offer each repair, Show and Override', async () => {
      const { one, click, heard, all } = await open();
      expect(one('#board-checks').textContent).toContain('1 clash');
      await click('Move briefing to 12:15');
      expect(heard.repair).toEqual([]);
      await click('Make this change');
      await click('Override Dr Amara Nwosu is in 2 sessions');
      await click('Show Dr Amara Nwosu is in 2 sessions');
      expect(all('.landing, .repair')).toHaveLength(0);
      expect(heard.repair).toEqual([{ clash: 'leader', moves: [{ sessionId: 'briefing', day: '2027-06-24', start: 735, roomId: null }] }]);
      expect(heard.override).toEqual(['leader']);
      expect(heard.show).toEqual(['leader']);
      expect(all('.session--selected').map((block) => block.getAttribute('data-session'))).toEqual(['systems']);
    });

    it('show a repair on the board and in words before it is made: from where, to where, what it solves and causes', async () => {
      const { one, all, click, heard, view } = await open();
      await click('Fri 25');
      await click('Move briefing to 12:15');
      await view.whenStable();
      expect(squeezed(one('.landing'))).toBe('12:15 Sponsor briefing');
      expect(all('.session--carried').map((block) => block.getAttribute('data-session'))).toEqual(['briefing']);
      expect(all('.repair dl > *').map(squeezed)).toEqual([
        'Sponsor briefing',
        'From Thursday 24 June, 11:30 to 12:15, Online',
        'To Thursday 24 June, 12:15 to 13:00, Online',
        'Solves',
        'Dr Amara Nwosu is in 2 sessions',
        'Causes',
        'Dr Amara Nwosu has too little time to travel',
      ]);
      expect(one('app-schedule-board > p[role=status], p[role=status].visually-hidden').textContent).toContain('Nothing has changed yet.');
      await click('Leave it as it is');
      expect([all('.landing, .repair, .session--carried').length, heard.repair]).toEqual([0, []]);
      await click('Move briefing to 12:15');
      view.componentRef.setInput('clashes', []);
      await view.whenStable();
      expect(all('.landing, .repair, .session--carried')).toHaveLength(0);
    });

    it('say of a second problem which repair above solves it too', async () => {
      const { one } = await open({ clashes: [clash, { ...clash, key: 'group', repairs: [], solvedBy: 'Move briefing to 12:15' }] });
      expect(one('app-board-checks').textContent).toContain('“Move briefing to 12:15” above solves this too.');
    });

    it('brings back the day a clash is on', async () => {
      const { click, one } = await open();
      await click('Fri 25');
      await click('Show Dr Amara Nwosu is in 2 sessions');
      expect(one('[data-session="systems"]').className).toContain('session--selected');
    });

    it('point at a session that the group filter has hidden from the list', async () => {
      const { click, choose, one, view } = await open();
      await click('List');
      await choose('.schedule-group select', 'g2');
      await click('Show Dr Amara Nwosu is in 2 sessions');
      await view.whenStable();
      expect(document.activeElement?.textContent?.trim()).toBe('Systems leadership');
      expect(one('[data-session="systems"]').contains(document.activeElement)).toBe(true);
    });

    it('say so when there is nothing wrong', async () => {
      const { one } = await open({ clashes: [] });
      expect(one('app-board-checks').textContent).toContain('No clashes');
    });

    it('keep what was overridden, with who and why, and leave its blocks alone', async () => {
      const { one, all } = await open({
        clashes: [{ ...clash, overridden: { by: 'Priya Nair', reason: 'She leaves early', at: '20 June 2027 at 10:42' } }],
      });
      expect(one('.accepted').textContent).toContain('Overridden by Priya Nair, 20 June 2027 at 10:42: “She leaves early”');
      expect(all('.session--clash')).toHaveLength(0);
    });
  });

  describe('as list and by person', () => {
    it('is a list with the same Move dialog', async () => {
      const { click, one, all, view } = await open();
      await click('List');
      expect(all('app-board-day-grid')).toHaveLength(0);
      expect(squeezed(one('.schedule-list [data-session="systems"]'))).toContain('Colne room, workshop');
      one('[aria-label="Move Systems leadership, 10:45"]').click();
      await view.whenStable();
      expect(one<HTMLDialogElement>('dialog').open).toBe(true);
    });

    it('is a list on a phone, where the board is not offered', async () => {
      const { one, all } = await open({}, true);
      expect(all('app-board-list')).toHaveLength(1);
      expect(all('app-board-day-grid')).toHaveLength(0);
      expect(one('[aria-label="View"]').textContent).not.toContain('Board');
    });

    it("shows one person's days with gaps and clashes", async () => {
      const { click, one, choose, heard } = await open();
      await click('By person');
      expect(one('.schedule-who [role="status"]').textContent).toBe('Dr Amara Nwosu: 2 sessions, 1 clash');
      expect(one('app-board-by-person').textContent).toContain('Nwosu in 2 places');
      await choose('#board-person', 'farah');
      expect(one('.schedule-list__gap').textContent).toContain('Free, 15 min');
      expect(heard.person).toEqual(['farah']);
    });
  });

  describe('the toolbar', () => {
    it('says what is saved and who else is here, and passes its buttons on', async () => {
      const { one, click, heard } = await open({ saved: 'Draft, saved 10:42', presence: 'Sam Okoro is also here' });
      expect(one('.schedule-bar__say').textContent).toContain('Draft, saved 10:42');
      expect(one('.schedule-bar__say').textContent).toContain('Sam Okoro is also here');
      await click('Undo');
      await click('Print');
      await click('Add session');
      await click('Check and release');
      expect([heard.undo, heard.print, heard.add, heard.release]).toEqual([0, 1, 1, 1]);
    });

    it('tells the page which view, day and group were chosen', async () => {
      const { click, choose, heard } = await open();
      await click('Thu 24');
      await choose('.schedule-group select', 'g1');
      await click('List');
      expect([heard.day, heard.group, heard.view]).toEqual([['2027-06-24'], ['g1'], ['list']]);
    });
  });

  const noMedia = window.matchMedia;
  afterEach(() => jest.restoreAllMocks());

  async function open(more: Record<string, unknown> = {}, phone = false) {
    jest
      .spyOn(window, 'matchMedia')
      .mockImplementation((query) => ({ ...noMedia(query), matches: phone && query.includes('max-width') }) as MediaQueryList);
    const inputs = { days, rooms, sessions, holds, clashes: [clash], people, groups, judge, canEdit: true, ...more };
    const { fixture: view, host, one, all, press: click, type, settle } = await openPage(ScheduleBoard, { inputs });
    const heard = listen(view);
    const choose = async (selector: string, value: string) => {
      type(selector, value);
      await settle();
    };
    const press = async (target: HTMLElement, ...keys: string[]) => {
      for (const key of keys) {
        target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await settle();
      }
    };
    const said = () => host.querySelector(':scope > [role="status"]')?.textContent;
    return { view, heard, all, one, click, choose, press, said };
  }

  function listen(view: ComponentFixture<ScheduleBoard>) {
    const heard = {
      move: [] as BoardMove[],
      place: [] as BoardMove[],
      open: [] as string[],
      repair: [] as { clash: string; moves: BoardMove[] }[],
      override: [] as string[],
      show: [] as string[],
      view: [] as unknown[],
      day: [] as unknown[],
      group: [] as unknown[],
      person: [] as unknown[],
      undo: 0,
      redo: 0,
      print: 0,
      add: 0,
      release: 0,
    };
    const board = view.componentInstance;
    board.move.subscribe((move) => heard.move.push(move));
    board.place.subscribe((move) => heard.place.push(move));
    board.open.subscribe((session) => heard.open.push(session.id));
    board.repair.subscribe((chosen) => heard.repair.push({ clash: chosen.clash.key, moves: chosen.repair.moves }));
    board.override.subscribe((one) => heard.override.push(one.key));
    board.show.subscribe((one) => heard.show.push(one.key));
    board.view.subscribe((value) => heard.view.push(value));
    board.day.subscribe((value) => heard.day.push(value));
    board.group.subscribe((value) => heard.group.push(value));
    board.person.subscribe((value) => heard.person.push(value));
    board.undo.subscribe(() => heard.undo++);
    board.redo.subscribe(() => heard.redo++);
    board.print.subscribe(() => heard.print++);
    board.addSession.subscribe(() => heard.add++);
    board.releaseAsked.subscribe(() => heard.release++);
    return heard;
  }

  /** The text without what is hidden from assistive technology. */
  const heardName = (element: Element) => {
    const copy = element.cloneNode(true) as Element;
    copy.querySelectorAll('[aria-hidden="true"]').forEach((hidden) => hidden.remove());
    return squeezed(copy);
  };

  const squeezed = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
});

const days: BoardDay[] = [
  { date: '2027-06-24', title: 'Thursday 24 June', opens: 540, closes: 1020 },
  { date: '2027-06-25', title: 'Friday 25 June', opens: 540, closes: 1020 },
];
const rooms: BoardRoom[] = [
  { id: 'chelmer', name: 'Chelmer suite', detail: '60 seats · step-free' },
  { id: 'colne', name: 'Colne room', detail: '16 seats · step-free' },
  { id: null, name: 'Online', detail: 'Teams meeting' },
];
const holds: BoardHold[] = [{ id: 'hold', day: '2027-06-24', roomId: 'chelmer', start: 660, end: 720, holder: 'Essex CC' }];
const groups = [
  { id: 'g1', name: 'Group 1' },
  { id: 'g2', name: 'Group 2' },
];
const people = [
  { id: 'nwosu', name: 'Dr Amara Nwosu', role: 'Facilitator', sessionIds: ['systems', 'briefing'] },
  { id: 'farah', name: 'Hodan Farah', role: 'Participant', sessionIds: ['welcome', 'systems'] },
];
const sessions: BoardSession[] = [
  session({
    id: 'welcome',
    title: 'Welcome',
    kind: 'plenary',
    kindWord: 'everyone',
    start: 570,
    end: 630,
    roomId: 'chelmer',
    wholeCohort: true,
    movable: false,
    lockedReason: 'The speaker has this time only.',
  }),
  session({
    id: 'systems',
    title: 'Systems leadership',
    start: 645,
    end: 735,
    roomId: 'colne',
    leaders: ['Dr Amara Nwosu'],
    who: 'Group 1 (12 people)',
    groupIds: ['g1'],
  }),
  session({
    id: 'briefing',
    title: 'Sponsor briefing',
    start: 690,
    end: 735,
    roomId: null,
    leaders: ['Dr Amara Nwosu'],
    who: '9 sponsors',
  }),
  session({ id: 'drop-in', title: 'Sponsor drop-in', day: null, start: 0, end: 45, roomId: null, who: 'online' }),
];
const clash: BoardClash = {
  key: 'leader',
  severity: 'block',
  title: 'Dr Amara Nwosu is in 2 sessions',
  sentence: 'Thu 11:30 to 12:15. Sponsor briefing and Systems leadership.',
  sessionIds: ['systems', 'briefing'],
  short: 'Nwosu in 2 places',
  repairs: [
    {
      label: 'Move briefing to 12:15',
      moves: [{ sessionId: 'briefing', day: '2027-06-24', start: 735, roomId: null }],
      handovers: [],
      solves: ['Dr Amara Nwosu is in 2 sessions'],
      causes: ['Dr Amara Nwosu has too little time to travel'],
    },
  ],
};

/** The Chelmer suite is held; everything else is fine. */
function judge(move: BoardMove): BoardVerdict {
  return move.roomId === 'chelmer' && move.day === '2027-06-24' && move.start < 720 && move.start + 90 > 660
    ? { severity: 'block', words: ['The room is held by Essex CC.'] }
    : { severity: 'ok', words: [] };
}

function session(more: Partial<BoardSession>): BoardSession {
  return {
    id: 's',
    title: 'Session',
    kind: 'workshop',
    kindWord: 'workshop',
    day: '2027-06-24',
    start: 540,
    end: 600,
    roomId: 'colne',
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
