import { givenBreakout, givenLeader, type GivenSchedule, givenSchedule, givenSession } from '@waymark/schedule/testing/schedule.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let essex: GivenSchedule;

beforeAll(async () => {
  app = await TestApp.open();
});
beforeEach(async () => {
  essex = await givenSchedule(app);
  staff = await app.signedIn('programme_staff', { providerId: essex.providerId });
});
afterAll(() => app.close());

const wish = (over: object = {}) => ({
  title: 'Systems leadership',
  kind: 'workshop',
  purpose: 'Lead across organisations',
  date: '2027-06-24',
  startsAt: '09:30',
  duration: 90,
  mode: 'in_person',
  roomId: essex.rooms.colne,
  onlineUrl: null,
  layout: 'theatre',
  equipment: ['projector'],
  setUp: 15,
  clearUp: 0,
  mandatory: true,
  note: '',
  groupIds: [],
  facilitators: [],
  after: [],
  agenda: [],
  ...over,
});
const add = (over: object = {}) => app.post(`/cohorts/${essex.cohortId}/sessions`, staff, wish(over));
const edit = (id: string, version: number, over: object = {}) => app.put(`/cohort-sessions/${id}`, staff, { version, ...wish(over) });

describe('POST /cohorts/:id/sessions', () => {
  it('adds a session with its people, order and agenda', async () => {
    const leader = await givenLeader(app, essex.providerId);
    const group = await givenBreakout(app, essex, 'Group 1');
    const first = await givenSession(app, essex);
    const { status, body } = await add({
      groupIds: [group.id],
      facilitators: [{ facilitatorId: leader.id, role: 'lead', status: 'accepted' }],
      after: [{ sessionId: first.id, minGap: 30 }],
      agenda: [{ title: 'Input', kind: 'input', offset: 0, duration: 45, presenter: 'Dr Nwosu' }],
    });
    expect(status).toBe(201);
    const { id } = body.sessions[0];
    expect((await app.get(`/cohort-sessions/${id}`, staff)).body).toMatchObject({
      title: 'Systems leadership',
      startsAt: '09:30',
      version: 1,
      status: 'draft',
      wasReleased: false,
      groupIds: [group.id],
      facilitators: [{ facilitatorId: leader.id, role: 'lead', status: 'accepted' }],
      after: [{ sessionId: first.id, minGap: 30 }],
      agenda: [{ title: 'Input', offset: 0, duration: 45, presenter: 'Dr Nwosu' }],
    });
    expect(body.added.map(({ rule }: { rule: string }) => rule)).toContain('equipment_missing');
  });

  it('says which field is wrong', async () => {
    const elsewhere = await givenSchedule(app);
    const theirs = await givenBreakout(app, elsewhere, 'Theirs');
    const problem = async (over: object) => (await add(over)).body.errors[0];
    expect(await problem({ title: ' ' })).toMatchObject({ pointer: '/title', detail: 'Enter a title' });
    expect(await problem({ startsAt: null })).toMatchObject({ pointer: '/startsAt' });
    expect(await problem({ mode: 'online' })).toMatchObject({ pointer: '/roomId' });
    expect(await problem({ onlineUrl: 'javascript:alert(1)' })).toMatchObject({ pointer: '/onlineUrl' });
    expect(await problem({ roomId: elsewhere.rooms.colne })).toMatchObject({ pointer: '/roomId' });
    expect(await problem({ groupIds: [theirs.id] })).toMatchObject({ pointer: '/groupIds' });
    expect(await problem({ facilitators: [{ facilitatorId: theirs.id, role: 'lead', status: 'accepted' }] })).toMatchObject({
      pointer: '/facilitators',
    });
    expect(await problem({ agenda: [{ title: 'Late', kind: 'input', offset: 60, duration: 45, presenter: null }] })).toMatchObject({
      code: 'schedule_agenda_outside',
      pointer: '/agenda/0/duration',
    });
  });
});

describe('the facilitators of a session', () => {
  const leads = (status: string, reason?: string) => ({
    facilitatorId: leader,
    role: 'lead',
    status,
    ...(reason === undefined ? {} : { reason }),
  });
  let leader: string;
  let id: string;
  let version: number;
  beforeEach(async () => {
    leader = (await givenLeader(app, essex.providerId, 'Amara Nwosu')).id;
    ({ id } = await givenSession(app, essex, { title: 'Systems leadership' }));
    version = 1;
  });
  const set = async (...facilitators: object[]) => {
    const answer = await edit(id, version, { facilitators });
    if (answer.status === 200) version++;
    return answer.status === 200 ? 200 : answer.body.errors.map(({ code, pointer, detail }: any) => [code, pointer, detail]);
  };

  it('go from step to step along their table, and stay once they were asked', async () => {
    expect(await set(leads('declined', 'Away'))).toEqual([
      ['schedule_facilitator_begins', '/facilitators/0/status', 'A facilitator who is new to a session cannot begin as declined'],
    ]);
    expect(await set(leads('proposed'))).toBe(200);
    expect(await set()).toBe(200);
    expect(await set(leads('proposed'))).toBe(200);
    expect(await set(leads('confirmed'))).toEqual([
      ['schedule_facilitator_not_next', '/facilitators/0/status', 'A facilitator cannot go from proposed to confirmed'],
    ]);
    expect(await set(leads('requested'))).toBe(200);
    expect(await set()).toEqual([
      [
        'schedule_facilitator_asked',
        '/facilitators',
        'A facilitator who has been asked stays with the session. Change their status to declined or stood down, with a reason',
      ],
    ]);
  });

  it('decline with a reason, which is kept for those who may edit, and said in the log', async () => {
    expect(await set(leads('requested'))).toBe(200);
    for (const reason of [undefined, ' '])
      expect(await set(leads('declined', reason))).toEqual([
        ['schedule_facilitator_reason', '/facilitators/0/reason', 'Enter why this facilitator is declined'],
      ]);
    expect(await set(leads('declined', 'Teaches that day'))).toBe(200);
    const reasonFor = async (by = staff) => (await app.get(`/cohort-sessions/${id}`, by)).body.facilitators[0].reason;
    expect(await reasonFor()).toBe('Teaches that day');
    expect(await reasonFor(await app.signedIn('evaluator', { providerId: essex.providerId }))).toBe('');
    expect(JSON.stringify((await app.get(`/cohorts/${essex.cohortId}/schedule`, staff)).body)).not.toContain('Teaches that day');
    const administrator = await app.signedIn('administrator', { providerId: essex.providerId });
    const { items } = (await app.get('/events', administrator, { providerId: essex.providerId, cohortId: essex.cohortId, kind: 'session' }))
      .body;
    expect(items.find(({ name }: any) => name === 'session.facilitatorChanged')).toMatchObject({
      sentence: 'Facilitator Amara Nwosu of “Systems leadership” changed from requested to declined',
      reason: 'Teaches that day',
    });
    expect(await set(leads('requested'))).toBe(200);
    expect(await reasonFor()).toBe('');
  });

  it('are only proposed for a copy', async () => {
    expect(await set(leads('confirmed'))).toBe(200);
    const copy = (await app.post(`/cohort-sessions/${id}/copies`, staff)).body.sessions[0];
    expect(copy.facilitators).toEqual([leads('proposed')]);
  });
});

describe('PUT /cohort-sessions/:id', () => {
  it('changes everything about a session, and keeps its calendar uid', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30' });
    const { status, body } = await edit(session.id, 1, { title: 'Leading systems', startsAt: '13:15' });
    expect(status).toBe(200);
    expect(body.sessions[0]).toMatchObject({ version: 2, title: 'Leading systems', startsAt: '13:15' });
    const [row] = await app.sql('SELECT ics_uid, ics_sequence FROM session WHERE id = $1', [session.id]);
    expect(row).toEqual({ ics_uid: session.icsUid, ics_sequence: 0 });
  });

  it('tells who edited it first', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30' });
    await edit(session.id, 1, { title: 'Mine' });
    const { status, body } = await edit(session.id, 1, { title: 'Yours' });
    expect(status).toBe(409);
    expect(body.current).toMatchObject({ version: 2, values: { title: 'Mine' } });
  });

  it('refuses an order that leads back to itself', async () => {
    const one = await givenSession(app, essex);
    const two = await givenSession(app, essex);
    await edit(two.id, 1, { date: null, startsAt: null, after: [{ sessionId: one.id, minGap: 0 }] });
    const { body } = await edit(one.id, 1, { date: null, startsAt: null, after: [{ sessionId: two.id, minGap: 0 }] });
    expect(body.errors[0]).toMatchObject({ code: 'schedule_order_circle', pointer: '/after' });
  });

  it('is not there for another provider', async () => {
    const session = await givenSession(app, await givenSchedule(app));
    expect((await app.get(`/cohort-sessions/${session.id}`, staff)).status).toBe(404);
    expect((await edit(session.id, 1)).status).toBe(404);
    expect((await app.delete(`/cohort-sessions/${session.id}`, staff)).status).toBe(404);
  });
});

describe('DELETE /cohort-sessions/:id', () => {
  it('removes what nobody was told about, with all that hangs on it', async () => {
    const leader = await givenLeader(app, essex.providerId);
    const session = await givenSession(app, essex, { facilitators: [leader.id] });
    expect((await app.delete(`/cohort-sessions/${session.id}`, staff)).status).toBe(204);
    expect(await app.sql('SELECT id FROM session WHERE id = $1', [session.id])).toEqual([]);
  });

  it('refuses a released session: it is cancelled, with a reason, and stays', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30', status: 'released', title: 'Welcome' });
    expect((await app.delete(`/cohort-sessions/${session.id}`, staff)).body.errors).toEqual([
      {
        code: 'schedule_delete_released',
        detail: 'Welcome has been released. Cancel it instead, so that people’s agendas say so',
      },
    ]);
    const without = await app.put(`/cohort-sessions/${session.id}/cancellation`, staff, { version: 1, reason: '' });
    expect(without.body.errors[0]).toMatchObject({ pointer: '/reason' });
    const { body } = await app.put(`/cohort-sessions/${session.id}/cancellation`, staff, { version: 1, reason: 'The venue has flooded' });
    expect(body.sessions[0]).toMatchObject({ status: 'cancelled', date: '2027-06-24' });
    const [event] = await app.sql(`SELECT facts->>'reason' AS reason FROM event WHERE subject_id = $1 AND name = 'session.cancelled'`, [
      session.id,
    ]);
    expect(event).toEqual({ reason: 'The venue has flooded' });
  });
});

describe('POST /cohort-sessions/:id/copies', () => {
  it('makes another like it that is not on the schedule yet', async () => {
    const leader = await givenLeader(app, essex.providerId);
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30', facilitators: [leader.id], title: 'Welcome' });
    const { status, body } = await app.post(`/cohort-sessions/${session.id}/copies`, staff);
    expect(status).toBe(201);
    expect(body.sessions[0]).toMatchObject({ title: 'Welcome', date: null, status: 'draft', facilitators: [{ facilitatorId: leader.id }] });
    expect(body.sessions[0].id).not.toBe(session.id);
  });
});

describe('POST /cohorts/:id/clash-overrides', () => {
  const accept = (clashKey: string, reason = 'Agreed with both') =>
    app.post(`/cohorts/${essex.cohortId}/clash-overrides`, staff, { clashKey, reason });

  it('accepts a clash that is there now, once, with a reason, and takes it back', async () => {
    const one = await givenSession(app, essex, { at: '2027-06-24 09:30', roomId: essex.rooms.colne });
    const two = await givenSession(app, essex, { at: '2027-06-24 09:30', roomId: essex.rooms.colne });
    const key = `room_overlap:${[one.id, two.id].sort().join('+')}`;
    expect((await accept(key, '  ')).body.errors[0]).toMatchObject({ pointer: '/reason' });
    const { status, body } = await accept(key);
    expect(status).toBe(201);
    expect((await accept(key)).body.errors[0].code).toBe('schedule_override_twice');
    const schedule = await app.get(`/cohorts/${essex.cohortId}/schedule`, staff);
    expect(schedule.body.overrides).toEqual([expect.objectContaining({ id: body.id, clashKey: key, reason: 'Agreed with both' })]);
    expect((await app.put(`/clash-overrides/${body.id}/withdrawal`, staff)).status).toBe(200);
    expect((await app.put(`/clash-overrides/${body.id}/withdrawal`, staff)).status).toBe(404);
    expect((await accept(key)).status).toBe(201);
  });

  it('lets one of two people accept it at the same moment', async () => {
    const one = await givenSession(app, essex, { at: '2027-06-24 09:30', roomId: essex.rooms.colne });
    const two = await givenSession(app, essex, { at: '2027-06-24 09:30', roomId: essex.rooms.colne });
    const key = `room_overlap:${[one.id, two.id].sort().join('+')}`;
    const answers = await Promise.all([accept(key), accept(key)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('refuses what is not there, what needs no reason and what must be resolved', async () => {
    const session = await givenSession(app, essex, { at: '2027-06-24 09:30', roomId: essex.rooms.colne });
    expect((await accept('room_overlap:nothing')).body.errors[0].code).toBe('schedule_clash_gone');
    expect((await accept(`room_not_booked:${session.id}`)).body.errors[0].code).toBe('schedule_clash_needs_no_reason');
    await app.sql(`UPDATE programme SET rules = '{"room_not_booked": "block_save"}' WHERE id = $1`, [essex.programmeId]);
    expect((await accept(`room_not_booked:${session.id}`)).body.errors[0].code).toBe('schedule_clash_must_be_resolved');
  });
});
