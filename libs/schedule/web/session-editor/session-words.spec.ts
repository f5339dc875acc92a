import type { ScheduleData } from '../schedule-page/schedule-data';
import { newDraft, type SessionDraft } from './session-draft';
import { SESSION_LABELS, sessionWords } from './session-words';

const data = {
  rooms: [{ id: 'colne', name: 'Colne room' }],
  groups: [{ id: 'one', name: 'Group 1' }],
  sessions: [{ id: 'b', title: 'Welcome' }],
  facilitators: [{ id: 'rao', name: 'Sunita Rao' }],
} as unknown as ScheduleData;
const draft: SessionDraft = {
  ...newDraft('2027-06-24'),
  title: 'Seminar',
  roomId: 'colne',
  layout: 'theatre',
  equipment: ['projector'],
  groupIds: ['one'],
  facilitators: [{ facilitatorId: 'rao', role: 'support', status: 'stood_down', reason: 'Two others lead' }],
  after: 'b',
  agenda: [{ title: 'Input', kind: 'input', startsAt: '09:45', duration: '30', presenter: '' }],
};

describe('sessionWords', () => {
  it.each<[keyof SessionDraft, string]>([
    ['title', 'Seminar'],
    ['kind', 'Workshop'],
    ['date', 'Thursday 24 June 2027, 09:30'],
    ['mode', 'In person'],
    ['roomId', 'Colne room'],
    ['layout', 'Theatre'],
    ['equipment', 'Projector'],
    ['mandatory', 'Everyone must attend'],
    ['groupIds', 'Group 1'],
    ['facilitators', 'Sunita Rao (supports, stood down: Two others lead)'],
    ['after', 'Welcome'],
    ['agenda', '09:45 Input, 30 min'],
  ])('say %s', (field, words) => expect(sessionWords(field, draft, data)).toBe(words));

  it('say what is empty', () => {
    const empty = { ...newDraft(''), mandatory: [] };
    const said = (['date', 'roomId', 'layout', 'equipment', 'mandatory', 'groupIds', 'facilitators', 'after', 'agenda'] as const).map(
      (field) => sessionWords(field, empty, data),
    );
    expect(said).toEqual([
      'Not on the schedule',
      'No room',
      'Any layout',
      'None',
      'Optional',
      'Everyone',
      'None',
      'No other session',
      'Empty',
    ]);
  });
});

describe('SESSION_LABELS', () => {
  it('name every field that two people can both change', () => {
    const along: (keyof SessionDraft)[] = ['startsAt', 'minGap', 'otherAfter'];
    expect((Object.keys(draft) as (keyof SessionDraft)[]).filter((field) => !SESSION_LABELS[field])).toEqual(along);
  });
});
