import type { ScheduleData } from '../schedule-page/schedule-data';
import type { SessionDetail } from './session-draft';
import { summaryOf } from './session-summary';

const session = (over: Partial<SessionDetail> = {}): SessionDetail => ({
  id: 'a',
  version: 3,
  title: 'Systems leadership',
  kind: 'workshop',
  status: 'draft',
  purpose: 'Map a problem of your own.',
  note: '',
  onlineUrl: null,
  date: '2027-06-24',
  startsAt: '10:45',
  duration: 90,
  mode: 'in_person',
  roomId: 'colne',
  layout: null,
  equipment: [],
  setUp: 0,
  clearUp: 0,
  mandatory: true,
  position: 1,
  groupIds: ['one'],
  facilitators: [
    { facilitatorId: 'nwosu', role: 'lead', status: 'confirmed', reason: '' },
    { facilitatorId: 'rao', role: 'support', status: 'proposed', reason: '' },
    { facilitatorId: 'calder', role: 'lead', status: 'declined', reason: 'Away' },
  ],
  after: [],
  agenda: [],
  wasReleased: false,
  ...over,
});
const person = (name: string, groupIds: string[]) => ({ id: name, name, groupIds, needs: [] });
const data = {
  rooms: [{ id: 'colne', name: 'Colne room', venueName: 'Civic Centre' }],
  groups: [{ id: 'one', name: 'Group 1' }],
  sessions: [{ id: 'b', title: 'Welcome' }],
  facilitators: ['nwosu', 'rao', 'calder'].map((id) => ({ id, name: id.toUpperCase() })),
  people: [person('Ada Bell', ['one']), person('Ben Cole', ['two'])],
} as unknown as ScheduleData;
const said = (over: Partial<SessionDetail> = {}, of = data) =>
  Object.fromEntries(summaryOf(session(over), of).map(({ key, value }) => [key, value]));

describe('summaryOf', () => {
  it('says when, where, with whom and what for, and nothing of what is not given', () => {
    expect(said()).toEqual({
      When: 'Thursday 24 June 2027, 10:45 to 12:15',
      Where: 'Colne room, Civic Centre',
      Facilitators: 'NWOSU; RAO (supports, proposed)',
      Purpose: 'Map a problem of your own.',
      For: 'Group 1',
      People: '1 person: Ada Bell',
      Kind: 'Workshop',
      Attendance: 'Everyone must attend',
    });
  });

  it('says what is not settled yet', () => {
    expect(said({ date: null, startsAt: null, roomId: null, facilitators: [], groupIds: [] })).toMatchObject({
      When: 'Not on the schedule yet, 90 minutes',
      Where: 'No room yet',
      Facilitators: 'None yet',
      For: 'Everyone',
      People: '2 people: Ada Bell, Ben Cole',
    });
  });

  it('counts no people for readers who do not know them, and names none of very many', () => {
    expect(said({}, { ...data, people: [] })).not.toHaveProperty('People');
    const people = Array.from({ length: 41 }, (_, at) => person(`Person ${at}`, []));
    expect(said({ groupIds: [] }, { ...data, people })['People']).toBe('41 people');
  });

  it('says how to join, what comes before and the parts at their times', () => {
    const part = { title: 'Input', kind: 'input' as const, offset: 15, duration: 30, presenter: 'Sunita Rao' };
    expect(
      said({
        mode: 'hybrid',
        onlineUrl: 'https://example.org/meet',
        after: [{ sessionId: 'b', minGap: 0 }],
        agenda: [part],
        layout: 'u_shape',
        equipment: ['projector'],
        startsAt: '23:30',
      }),
    ).toMatchObject({
      When: 'Thursday 24 June 2027, 23:30 to 01:00',
      'How people take part': 'In person and online',
      'Meeting link': 'https://example.org/meet',
      'Comes after': 'Welcome',
      'Agenda item 1': '23:45 Input, 30 minutes, Sunita Rao',
      Layout: 'U-shape',
      Equipment: 'Projector',
    });
  });
});
