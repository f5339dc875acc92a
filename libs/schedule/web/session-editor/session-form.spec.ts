import { bodyOf, emptyForm, formOf, type SessionDetail } from './session-form';

const session: SessionDetail = {
  id: 'a',
  version: 3,
  title: 'Welcome',
  kind: 'plenary',
  status: 'draft',
  purpose: 'Meet',
  note: '',
  onlineUrl: null,
  date: '2027-06-24',
  startsAt: '09:30',
  duration: 60,
  mode: 'in_person',
  roomId: 'chelmer',
  layout: 'theatre',
  equipment: ['projector'],
  setUp: 15,
  clearUp: 0,
  mandatory: true,
  position: 1,
  groupIds: ['one'],
  facilitators: [{ facilitatorId: 'nwosu', role: 'lead', status: 'accepted' }],
  after: [
    { sessionId: 'b', minGap: 30 },
    { sessionId: 'c', minGap: 0 },
  ],
  agenda: [{ title: 'Input', kind: 'input', offset: 15, duration: 30, presenter: null }],
  wasReleased: false,
};

describe('bodyOf', () => {
  it('gives back what the form was made from', () => {
    const { id: _, version: _v, status: _s, position: _p, wasReleased: _w, ...values } = session;
    expect(bodyOf(formOf(session))).toEqual(values);
  });

  it('shows the parts of an agenda at their wall times', () => {
    expect(formOf(session).agenda[0]!.startsAt).toBe('09:45');
  });

  it('sends nothing for an empty box and for what is no number, so that the API says what is wrong', () => {
    const form = { ...formOf(session), date: '', startsAt: '', duration: 'an hour', roomId: '', onlineUrl: ' ' };
    expect(bodyOf(form)).toMatchObject({ date: null, startsAt: null, duration: null, roomId: null, onlineUrl: null });
  });

  it('leaves the room out of an online session, and lines that name no facilitator', () => {
    const leaders = [{ facilitatorId: '', role: 'lead', status: 'proposed' }];
    expect(bodyOf({ ...formOf(session), mode: 'online', leaders })).toMatchObject({ roomId: null, facilitators: [] });
  });
});

describe('emptyForm', () => {
  it('starts on the first day of the cohort', () => {
    expect(emptyForm({ cohort: { startsOn: '2027-06-24' } as never })).toMatchObject({
      date: '2027-06-24',
      startsAt: '09:30',
      duration: '60',
    });
  });
});
