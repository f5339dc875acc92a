import { BoardDay, BoardGroup, BoardHold, BoardPerson, BoardRoom, BoardSession } from './board-model';

// An invented cohort in planning: two days, five rooms, three problems and a warning.

export const THU = '2027-06-24';
const FRI = '2027-06-25';

export const days: BoardDay[] = [
  { date: THU, title: 'Thursday 24 June', opens: 540, closes: 1020 },
  { date: FRI, title: 'Friday 25 June', opens: 540, closes: 1020 },
];

export const rooms: BoardRoom[] = [
  { id: 'chelmer', name: 'Chelmer suite', detail: '60 seats · step-free' },
  { id: 'colne', name: 'Colne room', detail: '16 seats · step-free' },
  { id: 'blackwater', name: 'Blackwater room', detail: '16 seats · step-free' },
  { id: 'crouch', name: 'Crouch room', detail: '12 seats · stairs only' },
  { id: null, name: 'Online', detail: 'Teams meeting' },
];

export const holds: BoardHold[] = [{ id: 'hold-1', day: FRI, roomId: 'chelmer', start: 810, end: 870, holder: 'Essex CC' }];

export const groups: BoardGroup[] = [
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

export const sessions: BoardSession[] = [
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

export const people: BoardPerson[] = [
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
