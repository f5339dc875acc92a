import { Secret, TOTP } from 'otpauth';
import { asCookie, cookieIn, givenAccount, PASSWORD } from '@waymark/identity/testing/identity.factories';
import { givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { givenSchedule, givenSession } from '@waymark/schedule/testing/schedule.factories';
import { RefusedRequests } from '@waymark/identity/api/audit/refused-requests';
import { readFileSync } from 'node:fs';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { workOff } from '@waymark/shared/testing/mails';

// The audit log in words: which session, which cohort, from where to where, and why; narrowed to what somebody looks for.

let app: TestApp;
let administrator: SignedIn;
let providerId: string;
beforeAll(async () => {
  app = await TestApp.open();
  providerId = (await givenProvider(app)).id;
  administrator = await app.signedIn('administrator', { providerId });
});
afterAll(() => app.close());

const events = async (query: object = {}) => {
  const { status, body } = await app.get('/events', administrator, { providerId, ...query });
  return status === 200
    ? (body.items as { name: string; sentence: string; reason: string; cohort: { id: string; name: string } | null }[])
    : status;
};

it('tells fifteen moves apart, with their cohort and why', async () => {
  const schedule = await givenSchedule(app, { providerId });
  const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'];
  const moments = ['2027-06-24', '2027-06-25'].flatMap((date) => times.map((startsAt) => ({ date, startsAt }))).slice(0, 15);
  const { id } = await givenSession(app, schedule, { title: 'Welcome', at: '2027-06-24 09:30' });
  let version = 1;
  for (const moment of moments) {
    const moves = [{ sessionId: id, version, ...moment, roomId: null }];
    const wish = { moves, reason: `So it fits ${version}` };
    const { status, body } = await app.post(`/cohorts/${schedule.cohortId}/session-moves`, administrator, wish);
    expect([status, body.errors]).toEqual([200, undefined]);
    version = body.sessions[0].version;
  }
  const told = await events({ kind: 'session', cohortId: schedule.cohortId });
  if (typeof told === 'number') throw new Error(String(told));
  const moves = told.filter(({ name }) => name === 'session.moved');
  expect(new Set(moves.map(({ sentence }) => sentence)).size).toBe(15);
  expect(moves[0]).toMatchObject({
    sentence: 'Session “Welcome” moved from Friday 25 June 2027 at 14:00 to Friday 25 June 2027 at 15:00',
    reason: 'So it fits 15',
    cohort: { id: schedule.cohortId, name: 'Top Talent: Essex 2027' },
  });
});

it('tells each provider that knows somebody how their way in was changed, by each kind that it can be narrowed to', async () => {
  const priya = await givenAccount(app, 'evaluator', { providerId });
  const other = (await givenProvider(app)).id;
  await app.sql(`SELECT waymark_make_known(ARRAY[$1::uuid], $2, now(), '{}') FROM set_config('waymark.everything', 'on', true)`, [
    priya.personId,
    other,
  ]);
  const browser = async (password = PASSWORD) =>
    asCookie(cookieIn(await app.call('POST', '/session', { body: { email: priya.email, password } })));
  await app.call('POST', '/sign-in-links', { body: { email: priya.email } });
  await workOff(app, 'identity.send-link');
  const by = await browser();
  await app.put('/account/password', by, { current: PASSWORD, password: 'quiet harbour before dawn' });
  const { secret } = (await app.put('/account/totp', by)).body;
  const code = (later = 0) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() + later });
  const whole = asCookie(cookieIn(await app.put('/account/totp/confirmation', by, { code: code() })));
  await app.put('/account/recovery-codes', whole);
  const waiting = await browser('quiet harbour before dawn');
  await app.put('/session/second-factor', waiting, { code: '000000' });
  await app.put('/session/second-factor', waiting, { code: code(30_000) });
  expect((await app.delete('/account/totp', whole)).status).toBe(204);
  const told = async (kind: string) => {
    const here = await events({ kind, personId: priya.personId });
    const there = await app.get('/events', await app.signedIn('administrator', { providerId: other }), { providerId: other, kind });
    const names = [here as { name: string }[], there.body.items as { name: string }[]].map((items) =>
      items.map(({ name }) => name).reverse(),
    );
    expect(names[1]).toEqual(names[0]);
    return names[0];
  };
  expect(await told('link')).toEqual(['link.sent']);
  expect(await told('password')).toEqual(['password.changed']);
  expect(await told('secondFactor')).toEqual(['added', 'renewed', 'refused', 'shown', 'removed'].map((what) => `secondFactor.${what}`));
});

it('is narrowed to a person, a cohort, a kind and days', async () => {
  const person = { providerId, givenName: 'Ada', familyName: 'Narrow', email: 'ada.narrow@example.org' };
  const { body: ada } = await app.post('/people', administrator, person);
  await givenPerson(app, { providerId });
  const said = async (query: object) => {
    const found = await events(query);
    return typeof found === 'number' ? found : found.map(({ sentence }) => sentence);
  };
  expect(await said({ personId: ada.id })).toEqual(['Ada Narrow added to people']);
  expect(await said({ personId: administrator.personId, kind: 'person' })).toEqual(['Ada Narrow added to people']);
  expect(await said({ kind: 'venue' })).toEqual([]);
  const today = app.clock.today();
  expect(await said({ kind: 'person', from: today, to: today })).toEqual(['Ada Narrow added to people']);
  expect(await said({ kind: 'person', to: '2001-01-01' })).toEqual([]);
  expect([await said({ kind: 'nonsense' }), await said({ from: 'soon' })]).toEqual([[], 400]);
  // What belongs to another provider is in nobody else's.
  const stranger = await app.signedIn('administrator', { providerId: (await givenProvider(app)).id });
  expect((await app.get('/events', stranger, { providerId, personId: ada.id })).status).toBe(404);
});

describe('what leaves as a file', () => {
  /** Each route that answers one. */
  const FILES = ['/cohorts/{id}/enrolments.csv', '/my/agenda.ics', '/people-imports/{id}/errors.csv'];

  it('is every route that does not answer JSON', () => {
    const { paths } = JSON.parse(readFileSync('libs/shared/client/openapi.json', 'utf8')) as {
      paths: Record<string, Record<string, { responses: Record<string, { content?: object }> }>>;
    };
    const files = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).some(({ responses }) =>
        Object.keys(responses['200']?.content ?? {}).some((type) => type !== 'application/json' && type !== 'application/problem+json'),
      )
        ? [path]
        : [],
    );
    expect(files.sort()).toEqual(FILES);
  });

  it('is said with who took it, how much and from where', async () => {
    const staff = await app.signedIn('programme_staff', { providerId });
    const { cohortId } = await givenSchedule(app, { providerId });
    const { status } = await app.get(`/cohorts/${cohortId}/enrolments.csv`, staff);
    const upload = { providerId, fileName: 'people.csv', content: Buffer.from('Name,Email\nNo Address,nothing\n').toString('base64') };
    const batch = await app.post('/people-imports', staff, upload);
    const rows = await app.get(`/people-imports/${batch.body.id}/errors.csv`, staff);
    const participant = await app.signedIn('participant', { cohortId });
    const file = await app.get('/my/agenda.ics', participant);
    expect([status, batch.status, rows.status, file.status]).toEqual([200, 201, 200, 200]);
    const said = await events({ personId: staff.personId });
    if (typeof said === 'number') throw new Error(String(said));
    expect(said.filter(({ name }) => name.endsWith('.exported')).map(({ name, sentence, cohort }) => [name, sentence, cohort?.id])).toEqual(
      [
        ['people.exported', '1 row of a file of people downloaded that need attention', undefined],
        ['cohort.exported', 'List of 0 people downloaded from a cohort', cohortId],
      ],
    );
  });
});

describe('what somebody is refused', () => {
  const refusals = async (by: SignedIn) => {
    await app.app.get(RefusedRequests).settle();
    const said = await events({ kind: 'access', personId: by.personId });
    return typeof said === 'number' ? said : said.map(({ sentence }) => sentence).sort();
  };

  it('is there in words: what their role does not allow, and what is not theirs', async () => {
    const { cohortId } = await givenSchedule(app, { providerId: (await givenProvider(app)).id });
    const staff = await app.signedIn('programme_staff', { providerId });
    expect((await app.get('/events', staff, { providerId })).status).toBe(403);
    expect((await app.get(`/cohorts/${cohortId}`, staff)).status).toBe(404);
    expect((await app.get('/cohorts', staff)).status).toBe(200);
    expect(await refusals(staff)).toEqual([
      'Tried to open cohorts, which is not there or not theirs',
      'Tried to open events, which their role does not allow',
    ]);
  });

  it('is there for whoever has a role at a cohort alone, and counted instead of filling the log', async () => {
    const { cohortId } = await givenSchedule(app, { providerId });
    const participant = await app.signedIn('participant', { cohortId });
    await Promise.all(Array.from({ length: 30 }, () => app.get(`/cohorts/${cohortId}`, participant)));
    expect(await refusals(participant)).toEqual([
      'Tried to open cohorts, which their role does not allow',
      'Tried to open cohorts, which their role does not allow (29 times in a minute)',
    ]);
  });

  it('is nobody’s who is not signed in', async () => {
    const before = await app.sql('SELECT count(*) FROM event');
    expect((await app.get('/cohorts')).status).toBe(401);
    await app.app.get(RefusedRequests).settle();
    expect(await app.sql('SELECT count(*) FROM event')).toEqual(before);
  });
});
