import { Component, computed, signal } from '@angular/core';
import {
  BoardClash,
  BoardDay,
  BoardGroup,
  BoardHeat,
  BoardHold,
  BoardMove,
  BoardPerson,
  BoardRepair,
  BoardRoom,
  BoardSession,
  BoardVerdict,
  placeKey,
} from './board-model';
import { ScheduleBoard } from './schedule-board';

const THU = '2027-06-24';
const FRI = '2027-06-25';

const days: BoardDay[] = [
  { date: THU, title: 'Thursday 24 June', opens: 540, closes: 1020 },
  { date: FRI, title: 'Friday 25 June', opens: 540, closes: 1020 },
];

const rooms: BoardRoom[] = [
  { id: 'chelmer', name: 'Chelmer suite', detail: '60 seats · step-free' },
  { id: 'colne', name: 'Colne room', detail: '16 seats · step-free' },
  { id: 'blackwater', name: 'Blackwater room', detail: '16 seats · step-free' },
  { id: 'crouch', name: 'Crouch room', detail: '12 seats · stairs only' },
  { id: null, name: 'Online', detail: 'Teams meeting' },
];

const holds: BoardHold[] = [{ id: 'hold-1', day: FRI, roomId: 'chelmer', start: 810, end: 870, holder: 'Essex CC' }];

const groups: BoardGroup[] = [
  { id: 'g1', name: 'Group 1' },
  { id: 'g2', name: 'Group 2' },
];

const everyone = { who: 'everyone', wholeCohort: true };
const group1 = { who: 'Group 1 (12 people)', groupIds: ['g1'] };
const group2 = { who: 'Group 2 (13 people)', groupIds: ['g2'] };
const plenary = { kind: 'plenary', kindWord: 'everyone', ...everyone } as const;
const pause = { kind: 'break', kindWord: 'break', ...everyone } as const;
const workshop = { kind: 'workshop', kindWord: 'workshop' } as const;
const mentors = { kind: 'mentoring', kindWord: 'mentors' } as const;

const sessions: BoardSession[] = [
  on(THU, 'chelmer', 540, 570, { id: 'registration', title: 'Registration and coffee', ...pause }),
  on(THU, 'chelmer', 570, 630, { id: 'welcome', title: 'Welcome: leading through place', ...plenary, leaders: ['Sarah Okafor'] }),
  on(THU, 'colne', 645, 735, { id: 'systems-1', title: 'Systems leadership', ...workshop, ...group1, leaders: ['Dr Amara Nwosu'] }),
  on(THU, 'blackwater', 645, 735, { id: 'data-2', title: 'Data and AI for leaders', ...workshop, ...group2, leaders: ['James Whitfield'] }),
  on(THU, 'chelmer', 735, 795, { id: 'lunch-thu', title: 'Lunch and networking', ...pause }),
  on(THU, 'colne', 795, 885, { id: 'data-1', title: 'Data and AI for leaders', ...workshop, ...group1, leaders: ['James Whitfield'] }),
  on(THU, 'crouch', 795, 885, { id: 'systems-2', title: 'Systems leadership', ...workshop, ...group2, leaders: ['Dr Amara Nwosu'] }),
  on(THU, null, 795, 840, { id: 'briefing', title: 'Sponsor briefing', ...workshop, who: '9 sponsors', leaders: ['Dr Amara Nwosu'] }),
  on(THU, 'colne', 900, 960, { id: 'mentor-1', title: 'First mentor meetings', ...mentors, who: '6 pairs' }),
  on(THU, 'blackwater', 900, 960, { id: 'mentor-2', title: 'First mentor meetings', ...mentors, who: '6 pairs' }),
  on(THU, null, 900, 960, { id: 'mentor-3', title: 'First mentor meetings', ...mentors, who: '3 pairs, remote' }),
  on(THU, 'chelmer', 975, 1020, { id: 'close', title: 'Reflection and close', ...plenary, leaders: ['Priya Nair'] }),
  on(FRI, 'chelmer', 540, 600, {
    id: 'panel',
    title: 'Panel: one public service',
    ...plenary,
    leaders: ['Leaders of four services'],
    movable: false,
    lockedReason: 'The panel is booked for this time only.',
  }),
  on(FRI, 'colne', 615, 705, { id: 'als-1', title: 'Action learning set 1', ...workshop, who: '6 people', leaders: ['Sunita Rao'] }),
  on(FRI, 'blackwater', 615, 705, { id: 'als-2', title: 'Action learning set 2', ...workshop, who: '6 people', leaders: ['Ruth Calder'] }),
  on(FRI, 'crouch', 615, 705, { id: 'als-3', title: 'Action learning set 3', ...workshop, who: '6 people', leaders: ['James Whitfield'] }),
  on(FRI, null, 615, 705, {
    id: 'als-4',
    title: 'Action learning set 4',
    ...workshop,
    who: '6 people, remote',
    leaders: ['Dr Amara Nwosu'],
  }),
  on(FRI, 'chelmer', 705, 765, { id: 'lunch-fri', title: 'Lunch and networking', ...pause }),
  on(FRI, 'chelmer', 765, 855, { id: 'fair', title: 'Secondment fair', kind: 'placement', kindWord: 'placements', who: '9 employers' }),
  on(FRI, 'colne', 870, 915, { id: 'clinic-1', title: 'Skills gap clinic', ...mentors, who: '4 people', leaders: ['Anil Mehta'] }),
  on(FRI, 'blackwater', 870, 915, { id: 'clinic-2', title: 'Skills gap clinic', ...mentors, who: '4 people', leaders: ['Helen Marsh'] }),
  on(FRI, 'chelmer', 930, 990, { id: 'showcase', title: 'Showcase and certificates', ...plenary, who: 'everyone, 18 guests' }),
  on(null, null, 0, 45, { id: 'drop-in', title: 'Sponsor drop-in', kind: 'online', kindWord: 'online', who: 'online' }),
  on(null, null, 0, 30, { id: 'wellbeing', title: 'Wellbeing check-in', ...mentors, who: '2 people' }),
  on(null, null, 0, 30, { id: 'photographs', title: 'Photographs', ...plenary }),
];

const people: BoardPerson[] = [
  { id: 'nwosu', name: 'Dr Amara Nwosu', role: 'Facilitator', sessionIds: ['systems-1', 'systems-2', 'briefing', 'als-4'] },
  { id: 'whitfield', name: 'James Whitfield', role: 'Facilitator', sessionIds: ['data-1', 'data-2', 'als-3'] },
  {
    id: 'farah',
    name: 'Hodan Farah',
    role: 'Participant, Group 1',
    sessionIds: [
      'registration',
      'welcome',
      'systems-1',
      'lunch-thu',
      'data-1',
      'mentor-1',
      'close',
      'panel',
      'als-1',
      'lunch-fri',
      'fair',
      'showcase',
    ],
  },
];

/** The board with an invented cohort in planning, two days, three problems and a warning; moves are kept in memory and judged by three simple rules. */
@Component({
  selector: 'app-schedule-board-examples',
  imports: [ScheduleBoard],
  template: `
    <app-schedule-board
      [days]="days"
      [rooms]="rooms"
      [sessions]="sessions()"
      [holds]="holds"
      [clashes]="clashes()"
      [people]="people"
      [groups]="groups"
      [judge]="judge"
      [heat]="heat"
      [canEdit]="true"
      [canUndo]="past().length > 0"
      [canRedo]="future().length > 0"
      [saved]="saved()"
      presence="Sam Okoro is also here"
      (move)="apply([$event])"
      (place)="apply([$event])"
      (repair)="apply($event.repair.moves)"
      (override)="accept($event)"
      (undo)="back()"
      (redo)="forth()"
    />
  `,
})
export class ScheduleBoardExamples {
  protected readonly days = days;
  protected readonly rooms = rooms;
  protected readonly holds = holds;
  protected readonly groups = groups;
  protected readonly people = people;

  protected readonly sessions = signal<readonly BoardSession[]>(sessions);
  protected readonly past = signal<(readonly BoardSession[])[]>([]);
  protected readonly future = signal<(readonly BoardSession[])[]>([]);
  protected readonly saved = signal('Draft, saved 10:42');
  private readonly accepted = signal<ReadonlySet<string>>(new Set());

  protected readonly clashes = computed<BoardClash[]>(() =>
    clashesOf(this.sessions()).map((clash) =>
      this.accepted().has(clash.key)
        ? { ...clash, overridden: { by: 'Priya Nair', reason: 'Agreed with everyone concerned', at: '20 June 2027 at 10:42' } }
        : clash,
    ),
  );

  protected readonly judge = (move: BoardMove): BoardVerdict => {
    const found = clashesOf(moved(this.sessions(), [move])).filter((clash) => clash.sessionIds.includes(move.sessionId));
    const worst = found.some((clash) => clash.severity === 'block') ? 'block' : found.length ? 'warn' : 'ok';
    return { severity: worst, words: found.map((clash) => `${clash.title}.`) };
  };

  protected readonly heat = (sessionId: string): BoardHeat => {
    const heat = new Map<string, BoardVerdict['severity']>();
    for (const day of days)
      for (const room of rooms)
        for (let start = day.opens; start < day.closes; start += 15) {
          const place = { day: day.date, roomId: room.id, start };
          heat.set(placeKey(place), this.judge({ sessionId, ...place }).severity);
        }
    return heat;
  };

  protected apply(moves: BoardMove[]): void {
    this.past.update((past) => [...past, this.sessions()]);
    this.future.set([]);
    this.sessions.set(moved(this.sessions(), moves));
    this.saved.set('Draft, saved just now');
  }

  protected accept(clash: BoardClash): void {
    this.accepted.update((keys) => new Set([...keys, clash.key]));
  }

  protected back(): void {
    const before = this.past().at(-1);
    if (!before) return;
    this.future.update((future) => [this.sessions(), ...future]);
    this.past.update((past) => past.slice(0, -1));
    this.sessions.set(before);
  }

  protected forth(): void {
    const [next, ...rest] = this.future();
    if (!next) return;
    this.past.update((past) => [...past, this.sessions()]);
    this.future.set(rest);
    this.sessions.set(next);
  }
}

function on(
  day: string | null,
  roomId: string | null,
  start: number,
  end: number,
  more: Partial<BoardSession> & Pick<BoardSession, 'id' | 'title' | 'kind' | 'kindWord' | 'who'>,
): BoardSession {
  return {
    day,
    roomId,
    start,
    end,
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

const moved = (plan: readonly BoardSession[], moves: readonly BoardMove[]): BoardSession[] =>
  plan.map((session) => {
    const move = moves.find((one) => one.sessionId === session.id);
    return move
      ? {
          ...session,
          day: move.day,
          roomId: move.roomId,
          start: move.start,
          end: move.start + session.end - session.start,
          version: session.version + 1,
        }
      : session;
  });

/** Enough rules to make the example answer: one leader in two places, one room for two things, seats, and steps. */
function clashesOf(plan: readonly BoardSession[]): BoardClash[] {
  const clashes: BoardClash[] = [];
  const placed = plan.filter((session) => session.day !== null);
  const meets = (one: { day: string | null; start: number; end: number }, other: { day: string | null; start: number; end: number }) =>
    one.day === other.day && one.start < other.end && other.start < one.end;
  const when = (session: BoardSession) =>
    `${session.day === THU ? 'Thu' : 'Fri'} ${Math.floor(session.start / 60)}:${String(session.start % 60).padStart(2, '0')}`;
  const to = (session: BoardSession, place: Partial<BoardMove>): BoardMove => ({
    sessionId: session.id,
    day: session.day,
    start: session.start,
    roomId: session.roomId,
    ...place,
  });

  placed.forEach((one, index) => {
    for (const other of placed.slice(index + 1)) {
      if (!meets(one, other)) continue;
      const shared = one.leaders.find((leader) => other.leaders.includes(leader));
      const surname = shared?.split(' ').at(-1);
      const ids = [one.id, other.id];
      const repairs: BoardRepair[] = [{ label: 'Move to 12:15', moves: [to(other, { start: 735 })] }];
      if (shared)
        clashes.push({
          key: `leader ${ids}`,
          severity: 'block',
          title: `${shared} is in 2 sessions`,
          sentence: `${when(one)}. ${other.title} and ${one.title}.`,
          sessionIds: ids,
          short: `${surname} in 2 places`,
          repairs,
        });
      if (one.roomId !== null && one.roomId === other.roomId)
        clashes.push({
          key: `room ${ids}`,
          severity: 'block',
          title: `${one.title} and ${other.title} share a room`,
          sentence: `${when(other)}. Both are in the same room.`,
          sessionIds: ids,
          short: 'Room clash',
          repairs: [],
        });
    }
    const size = Number(/\((\d+)/.exec(one.who)?.[1] ?? 0);
    if (one.roomId === 'crouch' && size > 12)
      clashes.push({
        key: `seats ${one.id}`,
        severity: 'block',
        title: 'Crouch room is too small',
        sentence: `${when(one)}. ${size} people, 12 seats. Blackwater room (16 seats) is free.`,
        sessionIds: [one.id],
        short: 'Too small',
        repairs: [{ label: 'Move to Blackwater', moves: [to(one, { roomId: 'blackwater' })] }],
      });
    const held = holds.find((hold) => hold.roomId === one.roomId && meets(one, hold));
    if (held)
      clashes.push({
        key: `hold ${one.id}`,
        severity: 'block',
        title: `Chelmer suite is held by ${held.holder}`,
        sentence: `Fri 13:30 to 14:30. Overlaps ${one.title} by ${Math.min(one.end, held.end) - Math.max(one.start, held.start)} minutes.`,
        sessionIds: [one.id],
        short: 'Room clash',
        repairs: [{ label: 'Move to Thursday 10:45', moves: [to(one, { day: THU, start: 645 })] }],
      });
    if (one.roomId === 'crouch' && one.id.startsWith('als'))
      clashes.push({
        key: `steps ${one.id}`,
        severity: 'warn',
        title: 'Access request not met',
        sentence: `${when(one)}. Crouch room has no step-free access.`,
        sessionIds: [one.id],
        short: 'No step-free access',
        repairs: [
          {
            label: 'Swap with Colne',
            moves: [
              to(one, { roomId: 'colne' }),
              ...plan.filter((other) => other.id === 'als-1').map((other) => to(other, { roomId: 'crouch' })),
            ],
          },
        ],
      });
  });
  return clashes;
}
