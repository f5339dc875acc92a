import { DEFAULT_PROGRAMME_RULES } from '@waymark/catalogue/domain/programme-rules';
import { givenBlueprint, givenProgramme, givenTemplate } from '@waymark/catalogue/testing/catalogue.factories';
import { givenProvider } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let provider: { id: string };
let staff: SignedIn;
let stranger: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  provider = await givenProvider(app);
  staff = await app.signedIn('programme_staff', { providerId: provider.id });
  stranger = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
});
afterAll(() => app.close());

describe('POST /programmes', () => {
  it('adds an active programme with the default rules, and leaves an audit row', async () => {
    const { status, body } = await add({ title: '  Top Talent ', code: 'tt', summary: 'For tomorrow’s leaders' });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      providerId: provider.id,
      title: 'Top Talent',
      code: 'TT',
      summary: 'For tomorrow’s leaders',
      status: 'active',
      rules: DEFAULT_PROGRAMME_RULES,
      published: null,
      publishedId: null,
      draftId: null,
      cohorts: 0,
      version: 1,
    });
    expect(await app.sql('SELECT name, provider_id, facts FROM event WHERE subject_id = $1', [body.id])).toEqual([
      { name: 'programme.added', provider_id: provider.id, facts: { code: 'TT' } },
    ]);
  });

  it('refuses the title of an active programme, however it is written', async () => {
    await add({ title: 'Élan vital', code: 'EV' });
    for (const title of ['ÉLAN VITAL', ' elan  vital '])
      expect((await add({ title, code: 'EV2' })).body.errors).toMatchObject([{ code: 'catalogue_programme_title' }]);
  });

  it('refuses a code twice, also in a race', async () => {
    const answers = await Promise.all([1, 2, 3].map((n) => add({ title: `Race ${n}`, code: 'RACE' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.flatMap(({ body }) => body.errors ?? []).map(({ code }) => code)).toEqual([
      'catalogue_programme_code',
      'catalogue_programme_code',
    ]);
  });

  it('answers the same request twice with one programme', async () => {
    const twice = () =>
      app.call('POST', '/programmes', {
        by: staff,
        body: { providerId: provider.id, title: 'Once', code: 'ONCE' },
        headers: { 'idempotency-key': 'the-same-key-twice' },
      });
    const [first, second] = [await twice(), await twice()];
    expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
  });

  it('points at what is wrong', async () => {
    const { status, body } = await add({ title: ' ', code: 'T T', nope: 1 });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer, detail }: any) => [pointer, detail])).toEqual(
      expect.arrayContaining([
        ['/title', 'Enter a title'],
        ['/code', 'Use letters and numbers only, like TT'],
      ]),
    );
  });

  it('is for those who may: 401, 403, and 404 at somebody else’s provider', async () => {
    const body = { providerId: provider.id, title: 'No', code: 'NO' };
    expect((await app.post('/programmes', undefined, body)).status).toBe(401);
    expect((await app.post('/programmes', await app.signedIn(), body)).status).toBe(403);
    expect((await app.post('/programmes', stranger, body)).status).toBe(404);
  });
});

describe('GET /programmes', () => {
  it('lists by title in pages, with versions and cohorts, in a fixed number of statements', async () => {
    const own = await givenProvider(app);
    const by = await app.signedIn('programme_staff', { providerId: own.id });
    for (const title of ['Aspire', 'Bridge', 'Climb']) {
      const programme = await givenProgramme(app, own.id, { title });
      await givenBlueprint(app, programme, { number: 1 });
      await givenBlueprint(app, programme, { number: 2 });
      await givenBlueprint(app, programme, { number: 3, status: 'draft', publishedAt: null });
    }
    const first = await app.get('/programmes', by, { limit: 2 });
    const second = await app.get('/programmes', by, { limit: 2, after: first.body.next });
    expect([...first.body.items, ...second.body.items].map(({ title, published, draftId }: any) => [title, published, !!draftId])).toEqual([
      ['Aspire', 2, true],
      ['Bridge', 2, true],
      ['Climb', 2, true],
    ]);
    expect(second.body.next).toBeNull();
    expect((await app.get('/programmes', by, { query: 'brid' })).body.items.map(({ title }: any) => title)).toEqual(['Bridge']);
    expect((await app.get('/programmes', by, { query: '%' })).body.items).toEqual([]);
    expect((await app.get('/programmes', by, { status: 'retired' })).body.items).toEqual([]);
    expect((await app.get('/programmes', stranger)).body.items).toEqual([]);
    const few = await app.statementsOf(() => app.get('/programmes', by, { limit: 1 }));
    expect(await app.statementsOf(() => app.get('/programmes', by))).toBe(few);
  });
});

describe('PUT /programmes/:id', () => {
  it('edits facts and rules, and says who was first when somebody else was', async () => {
    const programme = await givenProgramme(app, provider.id);
    const wish = {
      title: 'New',
      code: programme.code,
      summary: '',
      status: 'active',
      rules: { ...DEFAULT_PROGRAMME_RULES, holiday: 'ignore' },
    };
    const { status, body } = await app.put(`/programmes/${programme.id}`, staff, { ...wish, version: 1 });
    expect([status, body.title, body.rules.holiday, body.version]).toEqual([200, 'New', 'ignore', 2]);
    const late = await app.put(`/programmes/${programme.id}`, staff, { ...wish, title: 'Other', version: 1 });
    expect([late.status, late.body.errors[0].code, late.body.current.version, late.body.current.values.title]).toEqual([
      409,
      'stale',
      2,
      'New',
    ]);
  });

  it('wants a severity for every rule', async () => {
    const programme = await givenProgramme(app, provider.id);
    const { holiday: _, ...rules } = DEFAULT_PROGRAMME_RULES;
    const { status, body } = await app.put(`/programmes/${programme.id}`, staff, {
      version: 1,
      title: 'New',
      code: 'X1',
      summary: '',
      status: 'active',
      rules: { ...rules, order: 'loud' },
    });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: any) => pointer).sort()).toEqual(['/rules/holiday', '/rules/order']);
  });

  it('does not find somebody else’s', async () => {
    const { id } = await givenProgramme(app, provider.id);
    const wish = { version: 1, title: 'New', code: 'X2', summary: '', status: 'active', rules: DEFAULT_PROGRAMME_RULES };
    expect((await app.put(`/programmes/${id}`, stranger, wish)).status).toBe(404);
    expect((await app.get(`/programmes/${id}`, stranger)).status).toBe(404);
    expect((await app.get(`/programmes/${newId()}`, staff)).status).toBe(404);
    expect((await app.get(`/programmes/${id}/blueprints`, stranger)).status).toBe(404);
    expect((await app.post(`/programmes/${id}/blueprints`, stranger, {})).status).toBe(404);
  });
});

describe('POST /programmes/:id/blueprints', () => {
  it('starts with an empty draft, and then copies the latest published version', async () => {
    const programme = await givenProgramme(app, provider.id);
    const first = await app.post(`/programmes/${programme.id}/blueprints`, staff, {});
    expect([first.status, first.body.number, first.body.status, first.body.templates]).toEqual([201, 1, 'draft', []]);
    const edited = await app.put(
      `/blueprints/${first.body.id}`,
      staff,
      plan(1, [template('Welcome'), template('Workshop', { startsAt: '10:30', afterPosition: 1 })]),
    );
    expect(edited.status).toBe(200);
    expect((await app.put(`/blueprints/${first.body.id}/publication`, staff, { version: 2 })).status).toBe(200);

    const second = await app.post(`/programmes/${programme.id}/blueprints`, staff, {});
    expect([second.body.number, second.body.capacity, second.body.minViable]).toEqual([2, 20, 6]);
    const withoutIds = ({ templates }: any) => templates.map(({ id: _, ...rest }: any) => rest);
    expect(withoutIds(second.body)).toEqual(withoutIds(edited.body));
    expect(second.body.templates[0].id).not.toBe(edited.body.templates[0].id);

    const { body } = await app.get(`/programmes/${programme.id}/blueprints`, staff);
    expect(body.items.map(({ number, status, sessions, days }: any) => [number, status, sessions, days])).toEqual([
      [2, 'draft', 2, 1],
      [1, 'published', 2, 1],
    ]);
  });

  it('gives two people who start at once one draft', async () => {
    const programme = await givenProgramme(app, provider.id);
    const answers = await Promise.all([1, 2, 3].map(() => app.post(`/programmes/${programme.id}/blueprints`, staff, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.flatMap(({ body }) => body.errors ?? []).map(({ code }) => code)).toEqual([
      'catalogue_blueprint_one_draft',
      'catalogue_blueprint_one_draft',
    ]);
  });

  it('starts nothing for a retired programme', async () => {
    const programme = await givenProgramme(app, provider.id, { status: 'retired' });
    const { status, body } = await app.post(`/programmes/${programme.id}/blueprints`, staff, {});
    expect([status, body.errors[0].code]).toEqual([409, 'catalogue_programme_retired']);
  });
});

describe('PUT /blueprints/:id', () => {
  it('keeps the whole list in its order, and answers with it', async () => {
    const draft = await givenDraft();
    await app.put(
      `/blueprints/${draft.id}`,
      staff,
      plan(1, [template('A'), template('B', { startsAt: '11:00' }), template('C', { startsAt: '13:00' })]),
    );
    const { body } = await app.put(
      `/blueprints/${draft.id}`,
      staff,
      plan(2, [template('C'), template('A', { dayOffset: null, startsAt: null })]),
    );
    expect(body.templates.map(({ position, title, dayOffset }: any) => [position, title, dayOffset])).toEqual([
      [1, 'C', 0],
      [2, 'A', null],
    ]);
    expect(body.version).toBe(3);
    expect((await app.get(`/blueprints/${draft.id}`, staff)).body).toEqual(body);
  });

  it('points at the session whose order or time is wrong', async () => {
    const draft = await givenDraft();
    const { status, body } = await app.put(
      `/blueprints/${draft.id}`,
      staff,
      plan(1, [template('A', { afterPosition: 2 }), template('B', { startsAt: '23:30' })]),
    );
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      {
        code: 'catalogue_template_order',
        detail: 'A can only come after a session above it in the list',
        pointer: '/templates/0/afterPosition',
      },
      {
        code: 'catalogue_template_past_midnight',
        detail: 'B must end by midnight. Start it earlier or make it shorter',
        pointer: '/templates/1/duration',
      },
    ]);
  });

  it('points at malformed fields', async () => {
    const draft = await givenDraft();
    const { status, body } = await app.put(`/blueprints/${draft.id}`, staff, {
      ...plan(1, [template('', { kind: 'party', duration: 2, startsAt: '9.30' })]),
      minViable: 30,
    });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: any) => pointer)).toEqual(
      expect.arrayContaining(['/templates/0/title', '/templates/0/kind', '/templates/0/startsAt', '/templates/0/duration']),
    );
    const places = await app.put(`/blueprints/${draft.id}`, staff, { ...plan(1, []), minViable: 30 });
    expect([places.status, places.body.errors[0].pointer]).toEqual([400, '/minViable']);
  });

  it('gives the slower of two editors the other’s list', async () => {
    const draft = await givenDraft();
    const answers = await Promise.all(
      [template('Mine'), template('Yours')].map((one) => app.put(`/blueprints/${draft.id}`, staff, plan(1, [one]))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = answers.sort((a, b) => a.status - b.status);
    expect(lost!.body.current.values.templates).toEqual(won!.body.templates);
  });

  it('leaves a published version as it is', async () => {
    const published = await givenBlueprint(app, await givenProgramme(app, provider.id));
    await givenTemplate(app, published);
    for (const { status, body } of [
      await app.put(`/blueprints/${published.id}`, staff, plan(1, [])),
      await app.put(`/blueprints/${published.id}/publication`, staff, { version: 1 }),
    ])
      expect([status, body.errors[0].code]).toEqual([409, 'catalogue_blueprint_published']);
  });

  it('does not find somebody else’s', async () => {
    const draft = await givenDraft();
    expect((await app.get(`/blueprints/${draft.id}`, stranger)).status).toBe(404);
    expect((await app.put(`/blueprints/${draft.id}`, stranger, plan(1, []))).status).toBe(404);
    expect((await app.put(`/blueprints/${draft.id}/publication`, stranger, { version: 1 })).status).toBe(404);
  });
});

describe('PUT /blueprints/:id/publication', () => {
  it('needs a session', async () => {
    const draft = await givenDraft();
    const { status, body } = await app.put(`/blueprints/${draft.id}/publication`, staff, { version: 1 });
    expect([status, body.errors[0].code]).toEqual([409, 'catalogue_blueprint_empty']);
  });

  it('dates the version, once', async () => {
    const draft = await givenDraft();
    await givenTemplate(app, draft);
    const answers = await Promise.all([1, 2].map(() => app.put(`/blueprints/${draft.id}/publication`, staff, { version: 1 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 200)!.body).toMatchObject({
      status: 'published',
      publishedAt: '2027-05-03T09:00:00.000Z',
    });
  });
});

const add = (over: object) => app.post('/programmes', staff, { providerId: provider.id, ...over });
const givenDraft = async () => givenBlueprint(app, await givenProgramme(app, provider.id), { status: 'draft', publishedAt: null });
const plan = (version: number, templates: object[]) => ({ version, capacity: 20, minViable: 6, templates });
const template = (title: string, over: object = {}) => ({
  title,
  kind: 'workshop',
  purpose: '',
  dayOffset: 0,
  startsAt: '09:30',
  duration: 60,
  mandatory: true,
  mode: 'in_person',
  layout: 'cabaret',
  equipment: ['projector'],
  setUp: 15,
  clearUp: 15,
  perGroup: false,
  afterPosition: null,
  minGap: 0,
  ...over,
});
