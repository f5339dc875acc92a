import { givenOrganisation, givenProvider } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';

let app: TestApp;
let staff: SignedIn;
let elsewhere: SignedIn;
let providerId: string;
let essex: string;
beforeAll(async () => {
  app = await TestApp.open();
  providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  elsewhere = await app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
  essex = (await givenOrganisation(app, { officialName: 'Essex County Council', shortName: 'Essex' })).id;
});
afterAll(() => app.close());

let n = 0;
const wish = (over: object = {}) => ({ providerId, givenName: 'Ada', familyName: 'Obi', email: `ada${++n}@example.org`, ...over });
const job = (over: object = {}) => ({ organisationId: essex, jobTitle: 'Analyst', startsOn: '2025-01-06', ...over });
const add = async (over: object = {}) => (await app.post('/people', staff, wish(over))).body;

describe('POST /people', () => {
  it('adds a person with their job', async () => {
    const { status, body } = await app.post('/people', staff, wish({ employment: job() }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      givenName: 'Ada',
      version: 1,
      employments: [{ organisation: 'Essex County Council', jobTitle: 'Analyst', startsOn: '2025-01-06', endsOn: null }],
    });
    expect(await app.sql(`SELECT name FROM event WHERE subject_id = $1 ORDER BY id`, [body.id])).toEqual([
      { name: 'person.added' },
      { name: 'employment.added' },
    ]);
  });

  it('gives one address to one person, whoever presses at once and however it is typed', async () => {
    const answers = await Promise.all(
      ['race@example.org', 'RACE@example.org', 'Race@Example.org'].map((email) => app.post('/people', staff, wish({ email }))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.flatMap(({ body }) => body.errors ?? []).map(({ code }) => code)).toEqual(['people_email_taken', 'people_email_taken']);
  });

  it('says what is wrong at the field, in the job too', async () => {
    const malformed = await app.post('/people', staff, wish({ familyName: '', email: 'nope' }));
    expect(malformed.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['/email', '/familyName']);
    const refused = await app.post('/people', staff, wish({ employment: job({ organisationId: newId(), endsOn: '2024-01-01' }) }));
    expect([refused.status, refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      409,
      ['/employment/endsOn', '/employment/organisationId'],
    ]);
    expect(await app.sql('SELECT 1 FROM person_email WHERE email LIKE $1', [`ada${n}@%`])).toEqual([]);
  });

  it('keeps what is one line on one line, where a mail may say it', async () => {
    const pointersOf = async (over: object) => {
      const { status, body } = await app.post('/people', staff, wish(over));
      return [status, ...(body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)];
    };
    expect(await pointersOf({ givenName: 'Ada\n\nhttps://evil.example' })).toEqual([400, '/givenName']);
    expect(await pointersOf({ pronouns: 'she\u202e/her' })).toEqual([400, '/pronouns']);
    const { body } = await app.post('/people', staff, wish({ givenName: ' Mary\u00a0 \u200bAnn ' }));
    expect(body.givenName).toBe('Mary Ann');
  });

  it('does not add to a provider that is not theirs', async () => {
    expect((await app.post('/people', elsewhere, wish())).status).toBe(404);
  });

  it('adds once when the same request comes twice', async () => {
    const body = wish();
    const headers = { 'idempotency-key': 'the-same-key-twice' };
    const [first, second] = [
      await app.call('POST', '/people', { by: staff, body, headers }),
      await app.call('POST', '/people', { by: staff, body, headers }),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect((await app.call('POST', '/people', { by: staff, body: wish(), headers })).body.errors[0].code).toBe('idempotency_key_reused');
    expect((await app.call('POST', '/people', { by: staff, body: wish(), headers: { 'idempotency-key': '' } })).status).toBe(400);
  });
});

describe('GET /people/:id', () => {
  it('is the same answer for not yours and not there', async () => {
    const { id } = await add();
    const [theirs, nobody] = [await app.get(`/people/${id}`, elsewhere), await app.get(`/people/${newId()}`, staff)];
    expect([theirs.status, theirs.body]).toEqual([nobody.status, nobody.body]);
    expect(theirs.status).toBe(404);
  });

  it('asks for a session, and for a role', async () => {
    const { id } = await add();
    expect((await app.get(`/people/${id}`)).status).toBe(401);
    expect((await app.get(`/people/${id}`, await app.signedIn('participant', { cohortId: newId() }))).status).toBe(403);
  });
});

describe('PUT /people/:id', () => {
  it('changes name and address, and refuses an old version', async () => {
    const person = await add();
    const edit = { givenName: 'Ada', familyName: 'Obi-Lane', email: 'new.ada@example.org', version: 1 };
    expect((await app.put(`/people/${person.id}`, staff, edit)).body).toMatchObject({
      familyName: 'Obi-Lane',
      email: 'new.ada@example.org',
      version: 2,
    });
    expect((await app.put(`/people/${person.id}`, staff, edit)).body).toMatchObject({ type: '/problems/stale', current: { version: 2 } });
  });
});

describe('POST /people/:id/employments', () => {
  it('keeps one job at one body at a time, whoever presses at once', async () => {
    const { id } = await add();
    const answers = await Promise.all([1, 2, 3].map(() => app.post(`/people/${id}/employments`, staff, job())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.flatMap(({ body }) => body.errors ?? []).map(({ code }) => code)).toEqual([
      'people_employment_overlap',
      'people_employment_overlap',
    ]);
  });

  it('ends a job and begins the next', async () => {
    const person = await add({ employment: job() });
    const [first] = person.employments;
    expect((await app.put(`/employments/${first.id}`, staff, { ...job({ endsOn: '2026-03-31' }), version: 1 })).status).toBe(200);
    const { body } = await app.post(`/people/${person.id}/employments`, staff, job({ jobTitle: 'Senior analyst', startsOn: '2026-04-01' }));
    expect(body.employments.map(({ jobTitle, endsOn }: { jobTitle: string; endsOn: string | null }) => [jobTitle, endsOn])).toEqual([
      ['Senior analyst', null],
      ['Analyst', '2026-03-31'],
    ]);
  });

  it('refuses a person as their own line manager, and a manager nobody here knows', async () => {
    const { id } = await add();
    expect((await app.post(`/people/${id}/employments`, staff, job({ lineManagerId: id }))).body.errors[0].code).toBe('people_own_manager');
    expect((await app.post(`/people/${id}/employments`, staff, job({ lineManagerId: elsewhere.personId }))).body.errors[0].code).toBe(
      'people_manager_unknown',
    );
  });
});

describe('PUT /employments/:id', () => {
  it('says who saved a job first, when, and what it says now', async () => {
    const person = await add({ employment: job() });
    const [{ id }] = person.employments;
    await app.put(`/employments/${id}`, staff, { ...job({ jobTitle: 'Senior analyst' }), version: 1 });
    const { status, body } = await app.put(`/employments/${id}`, staff, { ...job({ gradeBand: 'Band 8' }), version: 1 });
    const [saver] = await app.sql(`SELECT concat_ws(' ', given_name, family_name) AS name FROM person WHERE id = $1`, [staff.personId]);
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: '/problems/stale',
      current: { version: 2, changedBy: saver!['name'], changedAt: expect.any(String), values: { jobTitle: 'Senior analyst' } },
    });
  });
});

describe('GET /people', () => {
  it('finds by name without accents and by address, and only those the provider knows', async () => {
    const { id } = await add({ givenName: 'Carys', familyName: 'Wŷn-Evans', employment: job({ jobTitle: 'Data lead' }) });
    const { body } = await app.get('/people', staff, { query: 'wyn-ev' });
    expect(body).toMatchObject({
      items: [{ id, jobTitle: 'Data lead', organisation: 'Essex' }],
      next: null,
      total: { count: 1, more: false },
    });
    expect((await app.get('/people', elsewhere, { query: 'wyn-ev' })).body.items).toEqual([]);
  });

  it('pages by family name', async () => {
    for (const familyName of ['Zz-c', 'Zz-a', 'Zz-b', 'Zz-a']) await add({ familyName });
    const names: string[] = [];
    let after: string | undefined;
    do {
      const { body } = await app.get('/people', staff, { query: 'Zz-', limit: 1, after });
      names.push(body.items[0].familyName);
      after = body.next ?? undefined;
    } while (after);
    expect(names).toEqual(['Zz-a', 'Zz-a', 'Zz-b', 'Zz-c']);
  });

  it('answers a cursor that is nonsense with the first page', async () => {
    expect((await app.get('/people', staff, { after: 'nonsense' })).status).toBe(200);
    expect((await app.get('/people', staff, { limit: '1e99' })).status).toBe(400);
  });
});

describe('GET /my/reports', () => {
  it('shows an employer the people of their organisation, and nobody else', async () => {
    const { id } = await add({ familyName: 'Reported', employment: job() });
    const employer = await app.signedIn('employer', { organisationId: essex, providerId });
    expect((await app.get('/my/reports', employer, { limit: 200 })).body.items.map((person: { id: string }) => person.id)).toContain(id);
    const other = await app.signedIn('employer', { organisationId: (await givenOrganisation(app)).id, providerId });
    expect((await app.get('/my/reports', other)).body.items).toEqual([]);
    expect((await app.get('/people', employer)).status).toBe(403);
  });
});
