import { givenBooking, givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenCohort, givenEnrolment } from '@waymark/cohorts/testing/cohorts.factories';
import { givenRole } from '@waymark/identity/testing/identity.factories';
import { givenEmployment, givenOrganisation, givenPerson, givenProvider, givenKnown } from '@waymark/people/testing/people.factories';
import { givenOverride, givenSchedule, givenSession, moment } from '@waymark/schedule/testing/schedule.factories';
import { LoggedEvent } from '@waymark/shared/api/event.entity';
import { ProblemFilter } from '@waymark/shared/api/problem.filter';
import { newId } from '@waymark/shared/kernel/ids';
import { sharedManifest } from '@waymark/shared/kernel/manifest';
import { TestApp } from '@waymark/shared/testing/app';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.open({ SIGN_IN_LIMIT: '1000' });
});
afterAll(() => app.close());

const code = (answer: { body: any }) => answer.body.errors?.[0]?.code;

describe('an address that is written another way', () => {
  it.each(['/%61pi/people', '/api/people', '/a%70i/people'])('is guarded like any other: %s', async (url) => {
    const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };
    expect((await app.app.inject({ method: 'POST', url, headers, payload: '{}' })).statusCode).toBe(403);
    expect((await app.app.inject({ method: 'GET', url })).headers['cache-control']).toBe('no-store');
  });
});

describe('what the database says', () => {
  const answer = (database: string) => new ProblemFilter(sharedManifest).problemOf(Object.assign(new Error('secret'), { code: database }));

  it.each([
    ['23503', 409],
    ['40P01', 503],
    ['40001', 503],
    ['55P03', 503],
    ['57014', 503],
    ['22007', 400],
  ])('as %s is answered %i, without its words', (database, status) => {
    expect(answer(database).status).toBe(status);
    expect(JSON.stringify(answer(database))).not.toContain('secret');
  });
});

describe('two administrators who close each other’s accounts at once', () => {
  it('leave one who can sign in', async () => {
    for (let round = 0; round < 5; round++) {
      const providerId = (await givenProvider(app)).id;
      const [a, b] = [await app.signedIn('administrator', { providerId }), await app.signedIn('administrator', { providerId })];
      const answers = await Promise.all([app.put(`/accounts/${a.accountId}/disabled`, b), app.put(`/accounts/${b.accountId}/disabled`, a)]);
      const left = await app.sql(`SELECT 1 FROM account WHERE id = ANY($1::uuid[]) AND disabled_at IS NULL`, [[a.accountId, b.accountId]]);
      expect({ left: left.length, answers: answers.map(({ status }) => status).filter((status) => status === 204) }).toEqual({
        left: 1,
        answers: [204],
      });
    }
  });
});

describe('a person whom another provider knows too', () => {
  it('keeps their email address, which invitations are sent to', async () => {
    const [here, there] = [(await givenProvider(app)).id, (await givenProvider(app)).id];
    const person = await givenPerson(app, { providerId: here });
    const staff = await app.signedIn('programme_staff', { providerId: here });
    const edit = { givenName: 'Ada', familyName: 'Obi', version: 1 };
    const since = new Date(app.clock.now().getTime() + 1); // later than here: the first to know somebody keeps their details
    await givenKnown(app, person.id, there, { since });
    const refused = await app.put(`/people/${person.id}`, staff, { ...edit, email: 'mine@example.org' });
    expect([refused.status, code(refused), refused.body.errors[0].pointer]).toEqual([409, 'people_email_shared', '/email']);
    expect((await app.put(`/people/${person.id}`, staff, { ...edit, email: person.email })).status).toBe(200);
    await givenRole(app, staff.personId, 'programme_staff', { providerId: there });
    expect((await app.put(`/people/${person.id}`, staff, { ...edit, email: 'ours@example.org', version: 2 })).status).toBe(200);
  });
});

describe('a line manager', () => {
  it('sees who names them, and not the whole organisation', async () => {
    const [organisationId, providerId] = [(await givenOrganisation(app)).id, (await givenProvider(app)).id];
    const manager = await app.signedIn('line_manager', { organisationId, providerId });
    await givenKnown(app, manager.personId, providerId);
    const [theirs, other] = [await givenPerson(app, { providerId }), await givenPerson(app, { providerId })];
    await givenEmployment(app, theirs.id, organisationId, { lineManagerId: manager.personId });
    await givenEmployment(app, other.id, organisationId);
    expect((await app.get('/my/reports', manager)).body.items.map(({ id }: { id: string }) => id)).toEqual([theirs.id]);
  });
});

describe('that somebody has access needs', () => {
  it('is told neither by accepted clashes nor by the history to those who may not see needs', async () => {
    const { providerId, cohortId, programmeId } = await givenSchedule(app);
    const cohort = { id: cohortId, providerId, programmeId };
    const enrolment = await givenEnrolment(app, cohort);
    const staff = await app.signedIn('programme_staff', { providerId });
    for (const rule of ['access_unmet', 'room_overlap']) {
      await givenOverride(app, { providerId, cohortId }, { rule, reason: `Reason of ${rule}`, overriddenBy: staff.personId });
      await app.given.entity(LoggedEvent, {
        ...{ id: newId(), name: 'clash.accepted', subjectId: newId(), actorId: staff.personId, providerId, cohortId },
        ...{ at: app.clock.now(), facts: { rule, reason: `Reason of ${rule}` } },
      });
    }
    const needs = { accessNeeds: ['step_free'], version: enrolment.version };
    expect((await app.put(`/enrolments/${enrolment.id}/access-needs`, staff, needs)).status).toBe(200);

    const seen = async (by: typeof staff) => {
      const paths = ['schedule', 'history', 'overview', 'enrolments'].map((path) => `/cohorts/${cohortId}/${path}`);
      return JSON.stringify((await Promise.all(paths.map((path) => app.get(path, by)))).map(({ body }) => body));
    };
    expect(await seen(staff)).toMatch(/Reason of access_unmet[^]*needsChanged/);
    const facilitator = await app.signedIn('facilitator', { cohortId });
    for (const by of [facilitator, await app.signedIn('evaluator', { providerId })]) {
      const all = await seen(by);
      expect(all).not.toMatch(/Reason of access_unmet|needsChanged|"needs":\["step_free"/);
    }
    expect(await seen(facilitator)).toMatch(/Reason of room_overlap/);
  });
});

describe('staff of one cohort', () => {
  it('who move a session into a room that a hidden cohort has are told so, by no name, and do not release it', async () => {
    const ours = await givenSchedule(app, { name: 'Ours' });
    const theirs = await givenSchedule(app, { providerId: ours.providerId, name: 'Hidden cohort' });
    const [staff, all] = [
      await app.signedIn('programme_staff', { cohortId: ours.cohortId }),
      await app.signedIn('programme_staff', { providerId: ours.providerId }),
    ];
    const { id: sessionId } = await givenSession(app, ours, { at: '2027-06-24 09:30', roomId: ours.rooms.colne, title: 'Welcome' });
    const roomId = ours.rooms.chelmer;
    const taken = await givenSession(app, theirs, { at: '2027-06-24 13:00', duration: 90, roomId, title: 'Hidden talks' });
    const held = await givenBooking(
      app,
      { id: roomId, providerId: ours.providerId },
      { cohortId: theirs.cohortId, holder: 'Hidden holder', startsAt: moment('2027-06-24 13:00'), endsAt: moment('2027-06-24 14:30') },
    );
    const path = `/cohorts/${ours.cohortId}`;
    const move = { sessionId, version: 1, date: '2027-06-24', startsAt: '13:30', roomId };
    const moved = await app.post(`${path}/session-moves`, staff, { moves: [move] });
    expect([moved.status, moved.body.added.map(({ rule }: { rule: string }) => rule).sort()]).toEqual([200, ['room_held', 'room_overlap']]);
    const read = async (what: string, by = staff) => (await app.get(`${path}/${what}`, by)).body;
    const refused = await app.post(`${path}/releases`, staff, { scheduleVersion: moved.body.scheduleVersion, note: '' });
    expect([refused.status, code(refused)]).toEqual([409, 'schedule_clash_blocks_release']);
    const whole = await app.get(path, staff);
    expect([whole.body.clashes, (await read('overview')).clashes, (await read('overview', all)).clashes]).toEqual([2, 2, 2]);
    const pages = ['schedule', 'schedule/changes?since=1', 'release-preview', 'overview', 'history', 'room-cover', 'releases'];
    const told = JSON.stringify([moved.body, refused.body, whole.body, ...(await Promise.all(pages.map((page) => read(page))))]);
    expect(told).toContain('Chelmer suite is taken from 13:00 to 14:30');
    expect(told).toContain('an event you cannot see');
    for (const secret of ['Hidden', theirs.cohortId, theirs.programmeId, taken.id, held.id]) expect(told).not.toContain(secret);
  });

  it('cannot put somebody on a programme who has a place on a hidden cohort of it, and learn of no more', async () => {
    const providerId = (await givenProvider(app)).id;
    const ours = await givenCohort(app, providerId);
    const theirs = await givenCohort(app, providerId, {
      programmeId: ours.programmeId,
      blueprintId: ours.blueprintId,
      name: 'Hidden cohort',
    });
    const { id } = await givenPerson(app, { providerId, givenName: 'Ada', familyName: 'Okafor' });
    await givenEnrolment(app, theirs, { personId: id });
    const staff = await app.signedIn('programme_staff', { cohortId: ours.id });
    const path = `/cohorts/${ours.id}`;
    const found = (await app.get(`${path}/candidates`, staff, { query: 'okafor' })).body;
    expect(found.items).toEqual([expect.objectContaining({ id, whyNot: 'Already on another cohort of this programme' })]);
    expect((await app.get(`${path}/candidates`, staff)).body.items).toEqual([]);
    const refused = await app.post(`${path}/enrolments`, staff, { personIds: [id], placeType: 'funded' });
    expect([refused.status, code(refused)]).toEqual([409, 'cohorts_already_on_programme']);
    expect(refused.body.errors[0].detail).toBe('Ada Okafor already has a place on this programme');
    for (const secret of ['Hidden', theirs.id]) expect(JSON.stringify([found, refused.body])).not.toContain(secret);
  });
});

describe('a booking', () => {
  it('stays with its provider, also for somebody who works for two', async () => {
    const [here, there] = [(await givenProvider(app)).id, (await givenProvider(app)).id];
    const staff = await app.signedIn('programme_staff', { providerId: here });
    await givenRole(app, staff.personId, 'programme_staff', { providerId: there });
    const [mine, theirs] = [await givenRoom(app, await givenVenue(app, here)), await givenRoom(app, await givenVenue(app, there))];
    const booking = await givenBooking(app, mine);
    const wish = {
      ...{ roomId: theirs.id, cohortId: null, holder: 'Somebody else', startsOn: '2027-06-24', startsAt: '09:00' },
      ...{ endsOn: '2027-06-24', endsAt: '17:00', setUp: 0, clearUp: 0, holdExpiresOn: null, costPence: null, version: 1 },
    };
    const answer = await app.put(`/room-bookings/${booking.id}`, staff, wish);
    expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([400, '/roomId']);
  });

  it('swaps rooms with another at the same time, and neither breaks', async () => {
    const providerId = (await givenProvider(app)).id;
    const staff = await app.signedIn('programme_staff', { providerId });
    const venue = await givenVenue(app, providerId);
    const [one, two] = [await givenRoom(app, venue), await givenRoom(app, venue)];
    const move = (id: string, roomId: string, startsOn: string) =>
      app.put(`/room-bookings/${id}`, staff, {
        ...{ roomId, cohortId: null, holder: 'Somebody', startsOn, startsAt: '09:00', endsOn: startsOn, endsAt: '17:00' },
        ...{ setUp: 0, clearUp: 0, holdExpiresOn: null, costPence: null, version: 1 },
      });
    for (let day = 10; day < 20; day++) {
      const [date, other] = [`2027-06-${day}`, `2027-07-${day}`];
      const a = await givenBooking(app, one, { startsAt: new Date(`${date}T08:00:00Z`), endsAt: new Date(`${date}T16:00:00Z`) });
      const b = await givenBooking(app, two, { startsAt: new Date(`${other}T08:00:00Z`), endsAt: new Date(`${other}T16:00:00Z`) });
      const answers = await Promise.all([move(a.id, two.id, date), move(b.id, one.id, other)]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    }
  });
});

describe('a participant who says what they need while staff change their place', () => {
  it('waits for them, and does not keep them waiting in turn', async () => {
    const providerId = (await givenProvider(app)).id;
    const cohort = await givenCohort(app, providerId, { stage: 'in_delivery' });
    const { id, personId } = await givenEnrolment(app, cohort, { status: 'active' });
    const participant = await app.signedIn('participant', { cohortId: cohort.id, personId });
    const staff = await app.pool.connect();
    try {
      await staff.query(`BEGIN; SET LOCAL lock_timeout = '2s'`);
      await staff.query('SELECT 1 FROM enrolment WHERE id = $1 FOR NO KEY UPDATE', [id]);
      const said = app.put('/my/access-needs', participant, { cohortId: cohort.id, needs: ['step_free'] });
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await app.sql(waiting)).length === 0);
      // What a row that points to the cohort asks for when it is written.
      await staff.query('SELECT 1 FROM cohort WHERE id = $1 FOR KEY SHARE', [cohort.id]);
      await staff.query('COMMIT');
      expect((await said).status).toBe(200);
    } finally {
      await staff.query('ROLLBACK').catch(() => undefined);
      staff.release();
    }
  });
});
