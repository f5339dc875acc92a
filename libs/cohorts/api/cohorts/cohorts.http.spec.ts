import { givenBlueprint, givenProgramme, givenTemplate, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import { givenCohort, givenCrowd } from '@waymark/cohorts/testing/cohorts.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let providerId: string;
let staff: SignedIn;
let blueprint: Awaited<ReturnType<typeof givenBlueprint>>;
let wish: Record<string, unknown>;

beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());
beforeEach(async () => {
  providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  const programme = await givenProgramme(app, providerId, { title: 'Top Talent', code: 'TT' });
  blueprint = await givenBlueprint(app, programme, { number: 3 });
  await givenTemplate(app, blueprint, { position: 1, title: 'Day 1', startsAt: '09:30', duration: 420 });
  await givenTemplate(app, blueprint, { position: 2, title: 'Day 2', dayOffset: 1, startsAt: '09:30', duration: 420, afterPosition: 1 });
  wish = {
    providerId,
    programmeId: programme.id,
    blueprintId: blueprint.id,
    place: 'Essex',
    startsOn: '2027-06-24',
    nation: 'ENG',
    capacity: 26,
    minViable: 16,
  };
});
const make = (over: object = {}) => app.post('/cohorts', staff, { ...wish, ...over });
const sessionsOf = (id: string) =>
  app.sql(
    `SELECT title, starts_at, ends_at, status, ics_uid = id || '@waymark' AS own_uid, position FROM session WHERE cohort_id = $1 ORDER BY position`,
    [id],
  );

describe('POST /cohort-previews', () => {
  it('says what would be made, and makes nothing', async () => {
    const { status, body } = await app.post('/cohort-previews', staff, wish);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: 'TT-ESSEX-2027-06',
      name: 'Top Talent: Essex 2027',
      startsOn: '2027-06-24',
      endsOn: '2027-06-25',
      warnings: [],
    });
    expect(body.keyDates).toContainEqual({ code: 'joining_instructions', day: '2027-06-10' });
    expect(body.sessions).toEqual([
      { title: 'Day 1', kind: 'workshop', date: '2027-06-24', startsAt: '09:30', endsAt: '16:30', group: null },
      { title: 'Day 2', kind: 'workshop', date: '2027-06-25', startsAt: '09:30', endsAt: '16:30', group: null },
    ]);
    expect(await app.sql('SELECT 1 FROM cohort WHERE provider_id = $1', [providerId])).toEqual([]);
  });

  it('warns of the holidays of the nation of the venue', async () => {
    await app.sql(
      `INSERT INTO bank_holiday (division, date, title, notes, source, fetched_at) VALUES ('scotland', '2027-06-25', 'Test holiday', '', 'test', now()) ON CONFLICT DO NOTHING`,
    );
    const venue = await givenVenue(app, providerId, { nation: 'SCT' });
    const { body } = await app.post('/cohort-previews', staff, { ...wish, venueId: venue.id });
    expect(body.warnings).toEqual(['Day 2 moves to Monday 28 June 2027: Friday 25 June 2027 is a bank holiday (Test holiday)']);
    expect((await app.post('/cohort-previews', staff, wish)).body.warnings).toEqual([]);
  });
});

describe('days that no page could say', () => {
  const refused = [409, 'shared_day', '/startsOn'];
  const told = ({ status, body }: { status: number; body: any }) => [status, body.errors?.[0].code, body.errors?.[0].pointer];

  it('are refused before a cohort has them, whether it is looked at, made or moved there', async () => {
    expect(told(await app.post('/cohort-previews', staff, { ...wish, startsOn: '2099-12-31' }))).toEqual(refused);
    expect(told(await app.post('/cohort-previews', staff, { ...wish, startsOn: '1900-01-02' }))).toEqual(refused);
    expect(told(await make({ startsOn: '2099-12-31' }))).toEqual(refused);
    const { body } = await make({ startsOn: '2099-12-24' });
    const shift = (by: object) => app.post(`/cohorts/${body.id}/shifts`, staff, { version: 1, ...by });
    expect(told(await shift({ days: 600 }))).toEqual(refused);
    expect(told(await shift({ startsOn: '2099-12-31' }))).toEqual(refused);
    expect((await app.get(`/cohorts/${body.id}`, staff)).body).toMatchObject({ startsOn: '2099-12-24', version: 1 });
    expect((await app.get('/cohorts', staff)).status).toBe(200);
  });
});

describe('POST /cohorts', () => {
  it('makes the cohort with its sessions at 09:30 in London', async () => {
    const { status, body } = await make();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      code: 'TT-ESSEX-2027-06',
      stage: 'planning',
      endsOn: '2027-06-25',
      goDecisionOn: '2027-05-26',
      people: { held: 0 },
      may: { edit: true },
    });
    expect(await sessionsOf(body.id)).toEqual([
      {
        title: 'Day 1',
        starts_at: new Date('2027-06-24T08:30:00Z'),
        ends_at: new Date('2027-06-24T15:30:00Z'),
        status: 'draft',
        own_uid: true,
        position: 1,
      },
      {
        title: 'Day 2',
        starts_at: new Date('2027-06-25T08:30:00Z'),
        ends_at: new Date('2027-06-25T15:30:00Z'),
        status: 'draft',
        own_uid: true,
        position: 2,
      },
    ]);
    expect(await app.sql('SELECT min_gap FROM session_order WHERE cohort_id = $1', [body.id])).toHaveLength(1);
  });

  it('makes one session for each group of a session per group', async () => {
    await givenTemplate(app, blueprint, { position: 3, title: 'Learning set', perGroup: true, dayOffset: null, startsAt: null });
    const { body } = await make({ groups: { kind: 'learning_set', count: 3 } });
    expect(body.groups.map(({ name }: { name: string }) => name)).toEqual(['Group 1', 'Group 2', 'Group 3']);
    expect(body.sessions).toEqual({ total: 5, unscheduled: 3 });
    expect(await app.sql('SELECT DISTINCT sub_group_id FROM session_group WHERE cohort_id = $1', [body.id])).toHaveLength(3);
  });

  it('numbers a second cohort of the same place and month, also when both are made at once', async () => {
    const made = await Promise.all([make(), make(), make()]);
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(made.map(({ body }) => body.code).sort()).toEqual(['TT-ESSEX-2027-06', 'TT-ESSEX-2027-06-2', 'TT-ESSEX-2027-06-3']);
  });

  it('makes one cohort when the same request comes twice', async () => {
    const headers = { 'idempotency-key': 'one-cohort-please-0001' };
    const [first, second] = await Promise.all([1, 2].map(() => app.call('POST', '/cohorts', { by: staff, body: wish, headers })));
    expect(first!.body).toEqual(second!.body);
    expect(await app.sql('SELECT 1 FROM cohort WHERE provider_id = $1', [providerId])).toHaveLength(1);
  });

  it.each([
    [{ place: '' }, '/place'],
    [{ startsOn: '2027-02-30' }, '/startsOn'],
    [{ capacity: 0 }, '/capacity'],
    [{ minViable: 27 }, '/minViable'],
    [{ blueprintId: '01890000-0000-7000-8000-000000000000' }, '/blueprintId'],
    [{ programmeId: '01890000-0000-7000-8000-000000000000' }, '/programmeId'],
    [{ venueId: '01890000-0000-7000-8000-000000000000' }, '/venueId'],
    [{ leadId: '01890000-0000-7000-8000-000000000000' }, '/leadId'],
  ])('points at what is wrong with %j', async (over, pointer) => {
    const { status, body } = await make(over);
    expect(status).toBe(400);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  it('refuses a draft of a blueprint', async () => {
    const draft = await givenBlueprint(app, { id: blueprint.programmeId, providerId }, { number: 4, status: 'draft', publishedAt: null });
    const { status, body } = await make({ blueprintId: draft.id });
    expect([status, body.errors[0].code]).toEqual([409, 'cohorts_blueprint_draft']);
  });

  it('does not know another provider, nor its blueprints', async () => {
    const other = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
    expect((await app.post('/cohorts', other, wish)).status).toBe(404);
    const theirs = await givenProgramme(app, (await givenProvider(app)).id);
    expect((await make({ programmeId: theirs.id })).status).toBe(400);
  });

  it('is closed to facilitators and to people who are not signed in', async () => {
    const cohort = await givenCohort(app, providerId);
    const facilitator = await app.signedIn('facilitator', { cohortId: cohort.id });
    expect((await app.post('/cohorts', facilitator, wish)).status).toBe(403);
    expect((await app.post('/cohorts', undefined, wish)).status).toBe(401);
  });
});

describe('GET /cohorts', () => {
  const names = async (query: Record<string, unknown> = {}, by = staff) =>
    (await app.get('/cohorts', by, query)).body.items.map(({ name }: { name: string }) => name);
  beforeEach(async () => {
    await givenCohort(app, providerId, { name: 'Essex', startsOn: '2027-06-24', endsOn: '2027-06-25' });
    await givenCohort(app, providerId, { name: 'Leeds', startsOn: '2027-04-01', endsOn: '2027-04-02', stage: 'in_delivery' });
    await givenCohort(app, providerId, { name: 'Ynys Môn', startsOn: '2027-09-01', endsOn: '2027-09-02', stage: 'confirmed' });
  });

  it('lists by start, or by name, either way', async () => {
    expect(await names()).toEqual(['Leeds', 'Essex', 'Ynys Môn']);
    expect(await names({ sort: '-startsOn' })).toEqual(['Ynys Môn', 'Essex', 'Leeds']);
    expect(await names({ sort: 'name' })).toEqual(['Essex', 'Leeds', 'Ynys Môn']);
    expect(await names({ sort: '-name' })).toEqual(['Ynys Môn', 'Leeds', 'Essex']);
  });

  it.each(['startsOn', '-startsOn', 'name', '-name'])('pages through all of them by %s, each once', async (sort) => {
    const all = await names({ sort });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await app.get('/cohorts', staff, { sort, limit: 1, after });
      seen.push(...body.items.map(({ name }: { name: string }) => name));
      after = body.next ?? undefined;
    } while (after);
    expect(seen).toEqual(all);
  });

  it('filters by stage, dates and words, with or without accents', async () => {
    expect((await app.get('/cohorts?stage=planning&stage=confirmed', staff)).body.items.map(({ name }: { name: string }) => name)).toEqual([
      'Essex',
      'Ynys Môn',
    ]);
    expect(await names({ from: '2027-05-01', to: '2027-07-01' })).toEqual(['Essex']);
    expect(await names({ search: 'ynys mon' })).toEqual(['Ynys Môn']);
  });

  it('counts each stage over the other filters', async () => {
    const { body } = await app.get('/cohorts', staff, { stage: 'planning' });
    expect(body.total).toEqual({ count: 1, more: false });
    expect(body.stages).toEqual(
      ['planning', 'confirmed', 'in_delivery'].map((stage) => ({ stage, count: 1, more: false })), // in the order of a cohort's life
    );
    expect((await app.get('/cohorts?stage=planning&stage=planning', staff)).body.items).toHaveLength(1);
  });

  it('counts to a thousand and says that there are more, in each stage', async () => {
    const { id } = await givenCohort(app, providerId, {
      name: 'The last',
      startsOn: '2029-01-01',
      endsOn: '2029-01-02',
      stage: 'closed',
    });
    await app.sql(`
      INSERT INTO cohort SELECT (c.copy).* FROM (
        SELECT jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'code', 'M' || n, 'stage', 'planning', 'starts_on', '2028-01-01'::date + n % 300)) AS copy
          FROM cohort c, generate_series(1, 1001) n WHERE c.id = $1
      ) c`, [id]); // prettier-ignore
    const { body } = await app.get('/cohorts?stage=closed&stage=confirmed', staff);
    expect(body.total).toEqual({ count: 2, more: false });
    expect(body.stages).toEqual([
      { stage: 'planning', count: 1000, more: true },
      { stage: 'confirmed', count: 1, more: false },
      { stage: 'in_delivery', count: 1, more: false },
      { stage: 'closed', count: 1, more: false },
    ]);
    expect((await app.get('/cohorts', staff)).body.total).toEqual({ count: 1000, more: true });
  });

  it('shows places filled and problems', async () => {
    const full = await givenCohort(app, providerId, { name: 'Full', capacity: 10, minViable: 5 });
    await givenCrowd(app, full, 10);
    const { body } = await app.get('/cohorts', staff, { search: 'Full' });
    expect(body.items[0]).toMatchObject({ held: 10, capacity: 10 });
    expect(body.items[0].problems).toBeGreaterThan(0);
  });

  it('shows a facilitator their own cohort and nobody else another provider’s', async () => {
    const mine = await givenCohort(app, providerId, { name: 'Mine' });
    const facilitator = await app.signedIn('facilitator', { cohortId: mine.id });
    expect(await names({}, facilitator)).toEqual(['Mine']);
    const other = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
    expect(await names({}, other)).toEqual([]);
  });
});

describe('GET /cohorts/:id', () => {
  it.each([7, 70, 700])('takes four statements with %i people', async (count) => {
    const cohort = await givenCohort(app, providerId, { capacity: 1000 });
    await givenCrowd(app, cohort, count);
    await app.get(`/cohorts/${cohort.id}`, staff);
    let people: unknown;
    const statements = await app.statementsOf(async () => (people = (await app.get(`/cohorts/${cohort.id}`, staff)).body.people));
    expect(people).toEqual({ held: count, total: count, byStatus: { confirmed: count } });
    expect(statements).toBe(4);
  });

  it('is not there for another provider', async () => {
    const cohort = await givenCohort(app, providerId);
    const other = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
    expect((await app.get(`/cohorts/${cohort.id}`, other)).status).toBe(404);
    expect((await app.get('/cohorts/01890000-0000-7000-8000-000000000000', staff)).status).toBe(404);
    expect((await app.get('/cohorts/nonsense', staff)).status).toBe(400);
  });
});
