import { bodyOf, draftOf, formProblem, newDraft, type SessionDetail } from './session-draft';

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
  facilitators: [{ facilitatorId: 'nwosu', role: 'lead', status: 'accepted', reason: '' }],
  after: [
    { sessionId: 'b', minGap: 30 },
    { sessionId: 'c', minGap: 0 },
  ],
  agenda: [{ title: 'Input', kind: 'input', offset: 15, duration: 30, presenter: null }],
  wasReleased: false,
};

describe('bodyOf', () => {
  it('gives back what the draft was made from', () => {
    const { id: _, version: _v, status: _s, position: _p, wasReleased: _w, ...values } = session;
    expect(bodyOf(draftOf(session))).toEqual(values);
  });

  it('shows the parts of an agenda at their wall times', () => {
    expect(draftOf(session).agenda[0]!.startsAt).toBe('09:45');
  });

  it('sends nothing for an empty box and for what is no number, so that the API says what is wrong', () => {
    const draft = { ...draftOf(session), date: '', startsAt: '', duration: 'an hour', roomId: '', onlineUrl: ' ' };
    expect(bodyOf(draft)).toMatchObject({ date: null, startsAt: null, duration: null, roomId: null, onlineUrl: null });
  });

  it('leaves the room out of an online session, and lines that name no facilitator', () => {
    const facilitators = [{ facilitatorId: '', role: 'lead', status: 'proposed' as const, reason: '' }];
    expect(bodyOf({ ...draftOf(session), mode: 'online', facilitators })).toMatchObject({ roomId: null, facilitators: [] });
  });
});

describe('newDraft', () => {
  it('starts on the first day of the cohort', () => {
    expect(newDraft('2027-06-24')).toMatchObject({
      date: '2027-06-24',
      startsAt: '09:30',
      duration: '60',
    });
  });
});

describe('formProblem', () => {
  it('leads to the boxes that the form has', () => {
    const at = (pointer: string) => ({ code: 'malformed', detail: 'No', pointer });
    const problem = formProblem({
      title: 'No',
      errors: [at('/agenda/1/offset'), at('/after/0/minGap'), at('/title'), { code: 'x', detail: 'No' }],
    });
    expect(problem!.errors!.map(({ pointer }) => pointer)).toEqual(['/agenda/1/startsAt', '/minGap', '/title', undefined]);
    expect(formProblem(null)).toBeNull();
  });
});
