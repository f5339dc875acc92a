import { givenEmployment, givenKnown, givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { NOWHERE, type Actor } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { sql, type Sql } from '@waymark/shared/api/sql';
import { newId } from '@waymark/shared/kernel/ids';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import { OrganisationAlias } from './organisation.entity';

// Organisations are shared by every provider, so what all see of them is changed by the register's keeper alone.

let app: TestApp;
let eastId: string;
let northId: string;
let east: SignedIn;
let north: SignedIn;
let keeper: SignedIn;

beforeAll(async () => {
  app = await TestApp.open();
  [eastId, northId] = [(await givenProvider(app)).id, (await givenProvider(app)).id];
  east = await app.signedIn('programme_staff', { providerId: eastId });
  north = await app.signedIn('programme_staff', { providerId: northId });
  keeper = await app.signedIn('register_keeper');
});
afterAll(() => app.close());

const facts = (over: object = {}): { officialName: string; shortName: string; sector: string; nation: string | null } => ({
  ...{ officialName: 'Tees Valley Trust', shortName: 'Tees Valley', sector: 'charity', nation: null },
  ...over,
});
const namesFor = async (by: SignedIn, query: string): Promise<string[]> =>
  (await app.get('/organisations', by, { query })).body.items.map(({ officialName }: { officialName: string }) => officialName);
const codesOf = (body: { errors?: { code: string }[] }) => (body.errors ?? []).map(({ code }) => code);
const proposed = (by: SignedIn, id: string, over: object, version = 1) =>
  app.post(`/organisations/${id}/proposals`, by, { ...facts(over), version, providerId: by === east ? eastId : northId });

describe('what all providers share', () => {
  it('is not changed by staff of a provider, nor by whoever administers one or all of them, nor brought in by them', async () => {
    const { id } = await givenOrganisation(app, { officialName: 'Essex County Council' });
    const edit = { ...facts({ officialName: 'Renamed' }), version: 1 };
    const others = {
      'staff of a provider': east,
      'staff of a cohort': await app.signedIn('programme_staff', { cohortId: newId() }),
      'an administrator of a provider': await app.signedIn('administrator', { providerId: eastId }),
      'an administrator of the installation': await app.signedIn('administrator'),
    };
    for (const [who, by] of Object.entries(others)) {
      const asked = [
        await app.put(`/organisations/${id}`, by, edit),
        await app.put(`/register/organisations/${id}`, by, edit),
        await app.post('/register/organisations', by, facts()),
        await app.post('/organisation-imports', by, { fileName: 'a.csv', content: '', apply: true }),
        await app.post('/holiday-imports', by, { fileName: 'a.json', content: '{}', apply: true }),
      ];
      expect([who, ...asked.map(({ status }) => status)]).toEqual([who, 409, 403, 403, 403, 403]);
      expect(codesOf(asked[0]!.body)).toEqual(['people_organisation_shared']);
    }
    expect(await app.sql('SELECT official_name AS name, version FROM organisation WHERE id = $1', [id])).toEqual([
      { name: 'Essex County Council', version: 1 },
    ]);
  });

  it('is changed by its keeper, from the version they saw', async () => {
    const added = await app.post('/register/organisations', keeper, facts({ aliases: ['TVT'] }));
    expect([added.status, added.body.owner]).toEqual([201, null]);
    const edit = { ...facts({ shortName: 'Tees', validTo: '2027-03-31' }), version: 1 };
    expect((await app.put(`/register/organisations/${added.body.id}`, keeper, edit)).body).toMatchObject({ shortName: 'Tees', version: 2 });
    expect((await app.put(`/register/organisations/${added.body.id}`, keeper, edit)).body.type).toBe('/problems/stale');
    expect(
      await app.sql(`SELECT facts -> 'after' AS after FROM event WHERE subject_id = $1 AND name = 'organisation.edited'`, [added.body.id]),
    ).toEqual([{ after: { shortName: 'Tees', aliases: [], validTo: '2027-03-31' } }]);
  });

  it('is replaced only by others of the register, and never by itself', async () => {
    const [{ id: old }, { id: next }, { id: own }] = [
      await givenOrganisation(app),
      await givenOrganisation(app),
      await givenOrganisation(app, { providerId: eastId }),
    ];
    const say = (...ids: string[]) =>
      app.put(`/register/organisations/${old}`, keeper, { ...facts(), successors: ids.map((id) => ({ id })), version: 1 });
    expect((await say(next, old, own)).body.errors.map(({ code, pointer }: any) => [code, pointer])).toEqual([
      ['people_successor_self', '/successors/1/id'],
      ['people_successor_unknown', '/successors/2/id'],
    ]);
    expect((await say(next)).body.successors).toMatchObject([{ id: next }]);
    expect((await app.get(`/organisations/${next}`, east)).body.predecessors).toMatchObject([{ id: old }]);
  });
});

describe('an organisation that is not there yet', () => {
  it('is its provider’s at once and no one else’s, until the keeper takes it in', async () => {
    const added = await app.post('/organisations', east, {
      ...facts({ officialName: 'Fens Trust', aliases: ['FT'], identifiers: [{ scheme: 'charity', value: '111' }] }),
      providerId: eastId,
    });
    expect([added.status, added.body.owner.id, added.body.waiting]).toEqual([201, eastId, [{ id: expect.any(String), kind: 'add' }]]);
    const { id } = added.body;
    expect([await namesFor(east, 'fens'), await namesFor(north, 'fens'), await namesFor(keeper, 'fens')]).toEqual([['Fens Trust'], [], []]);
    expect((await app.get(`/organisations/${id}`, north)).status).toBe(404);
    expect((await app.put(`/organisations/${id}`, north, { ...facts(), version: 1 })).status).toBe(404);
    // People can work there from now on, and a spreadsheet finds it; another provider's people cannot.
    const person = { givenName: 'Ada', familyName: 'Obi', email: 'ada.fens@example.org' };
    const job = { organisationId: id, jobTitle: 'Warden', startsOn: '2026-01-01' };
    expect((await app.post('/people', east, { ...person, providerId: eastId, employment: job })).status).toBe(201);
    const theirs = await app.post('/people', north, { ...person, email: 'ada.north@example.org', providerId: northId, employment: job });
    expect(codesOf(theirs.body)).toEqual(['people_organisation_unknown']);

    const proposal = (await app.get('/register-proposals', keeper, { status: 'waiting' })).body.items.find(
      (one: any) => one.organisation.id === id,
    );
    const seen = (await app.get(`/register-proposals/${proposal.id}`, keeper)).body;
    expect([seen.before, seen.after.officialName, seen.fields]).toEqual([
      null,
      'Fens Trust',
      ['officialName', 'shortName', 'aliases', 'sector', 'identifiers'],
    ]);
    const taken = await app.put(`/register-proposals/${proposal.id}/taking`, keeper, {
      version: seen.version,
      organisationVersion: seen.organisationVersion,
    });
    expect([taken.status, taken.body.status]).toEqual([200, 'taken']);
    expect([await namesFor(north, 'fens'), await namesFor(north, 'ft'), await namesFor(north, '111')]).toEqual([
      ['Fens Trust'],
      ['Fens Trust'],
      ['Fens Trust'],
    ]);
    expect((await app.get(`/register-proposals/${proposal.id}`, east)).body).toMatchObject({
      status: 'taken',
      after: { officialName: 'Fens Trust' },
    });
    expect((await app.put(`/organisations/${id}`, east, { ...facts(), version: 2 })).status).toBe(409);
  });

  it('is named by a spreadsheet of its provider, and not by another’s', async () => {
    await app.post('/organisations', east, { ...facts({ officialName: 'Wherry Trust' }), providerId: eastId });
    const check = async (by: SignedIn, providerId: string) => {
      const content = Buffer.from('First name,Last name,Email,Organisation\nAda,Obi,a.wherry@example.org,Wherry Trust').toString('base64');
      return (await app.post('/people-imports', by, { providerId, fileName: 'people.csv', content })).body.counts;
    };
    expect(await check(east, eastId)).toMatchObject({ new: 1, attention: 0 });
    expect(await check(north, northId)).toMatchObject({ new: 0, attention: 1 });
  });

  it('may have the code of another provider’s own, and is not taken in beside it', async () => {
    const add = (by: SignedIn, providerId: string) =>
      app.post('/organisations', by, { ...facts({ identifiers: [{ scheme: 'charity', value: '222' }] }), providerId });
    const [first, second] = [await add(east, eastId), await add(north, northId)];
    expect([first.status, second.status]).toEqual([201, 201]);
    const take = (body: any) => app.put(`/register-proposals/${body.waiting[0].id}/taking`, keeper, { version: 1, organisationVersion: 1 });
    expect((await take(first.body)).status).toBe(200);
    expect(codesOf((await take(second.body)).body)).toEqual(['people_identifier_taken']);
  });

  it('stays its provider’s when the keeper leaves it, who says why, and may be proposed again', async () => {
    const { body } = await app.post('/organisations', east, { ...facts({ officialName: 'Left Trust' }), providerId: eastId });
    const [{ id }] = body.waiting;
    expect((await app.put(`/register-proposals/${id}/leaving`, keeper, { version: 1, answer: ' ' })).body.errors[0]).toMatchObject({
      pointer: '/answer',
    });
    expect(
      (await app.put(`/register-proposals/${id}/leaving`, keeper, { version: 1, answer: 'It is there as Fens Trust' })).body.status,
    ).toBe('left');
    expect((await app.get(`/register-proposals/${id}`, east)).body).toMatchObject({ status: 'left', answer: 'It is there as Fens Trust' });
    expect((await app.get(`/organisations/${body.id}`, east)).body).toMatchObject({ owner: { id: eastId }, waiting: [] });
    expect((await proposed(east, body.id, { officialName: 'Left Trust' })).body).toMatchObject({ kind: 'add', status: 'waiting' });
    expect(codesOf((await proposed(east, body.id, { officialName: 'Left Trust' }, 2)).body)).toEqual(['people_proposal_waiting']);
  });

  it('is known by name where somebody works there whom another provider knows too', async () => {
    const { id: organisationId } = await givenOrganisation(app, { providerId: eastId, shortName: 'Quiet Trust' });
    const shared = await givenPerson(app, { providerId: eastId });
    await givenKnown(app, shared.id, northId, { since: new Date('2099-01-01') });
    await givenEmployment(app, shared.id, organisationId);
    expect((await app.get(`/people/${shared.id}`, north)).body.employments).toMatchObject([{ organisationId }]);
    expect(await namesFor(north, 'quiet')).toEqual([]);
  });
});

describe('a proposed change', () => {
  it('changes nothing until a keeper takes it, and then what it is about, beside what was changed since', async () => {
    const { id } = await givenOrganisation(app, facts());
    const { body } = await proposed(east, id, { shortName: 'TV', region: 'North East' });
    expect([body.status, body.fields, body.since]).toEqual(['waiting', ['shortName', 'region'], []]);
    expect((await app.get(`/organisations/${id}`, north)).body).toMatchObject({ shortName: 'Tees Valley', region: null, version: 1 });
    expect((await app.get(`/organisations/${id}`, north)).body.waiting).toEqual([]);
    expect((await app.get(`/register-proposals/${body.id}`, north)).status).toBe(404);

    await app.put(`/register/organisations/${id}`, keeper, { ...facts({ nation: 'ENG', region: 'North' }), version: 1 });
    const seen = (await app.get(`/register-proposals/${body.id}`, keeper)).body;
    expect([seen.since, seen.before.region, seen.after.region, seen.now.region]).toEqual([['region'], null, 'North East', 'North']);
    const take = (organisationVersion: number) =>
      app.put(`/register-proposals/${body.id}/taking`, keeper, { version: 1, organisationVersion });
    expect(codesOf((await take(1)).body)).toEqual(['people_proposal_moved']);
    expect((await take(2)).body.status).toBe('taken');
    expect((await app.get(`/organisations/${id}`, north)).body).toMatchObject({
      shortName: 'TV',
      region: 'North East',
      nation: 'ENG',
      version: 3,
    });
  });

  it('is made from what stands there, and of something', async () => {
    const { id } = await givenOrganisation(app, facts());
    expect(codesOf((await proposed(east, id, {})).body)).toEqual(['people_proposal_none']);
    expect((await proposed(east, id, { shortName: 'TV' }, 7)).body.type).toBe('/problems/stale');
    expect(
      (await app.post(`/organisations/${id}/proposals`, east, { ...facts({ shortName: 'TV' }), version: 1, providerId: northId })).status,
    ).toBe(404);
  });

  it('is decided once, however many keepers press', async () => {
    const other = await app.signedIn('register_keeper');
    const { id } = await givenOrganisation(app, facts());
    const { body } = await proposed(east, id, { shortName: 'TV' });
    const answers = await Promise.all([
      app.put(`/register-proposals/${body.id}/taking`, keeper, { version: 1, organisationVersion: 1 }),
      app.put(`/register-proposals/${body.id}/leaving`, other, { version: 1, answer: 'No' }),
      app.put(`/register-proposals/${body.id}/withdrawal`, east, { version: 1 }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.flatMap(({ body }) => codesOf(body))).toEqual(['people_proposal_decided', 'people_proposal_decided']);
    const decided = await app.sql(`SELECT name FROM event WHERE subject_id = $1 AND name LIKE 'proposal.%' AND name <> 'proposal.made'`, [
      id,
    ]);
    expect(decided).toHaveLength(1);
  });

  it('is a task of the keeper, and told in the audit log of who made it', async () => {
    const { id } = await givenOrganisation(app, facts({ officialName: 'Told Trust' }));
    const { body } = await proposed(north, id, { officialName: 'Told Trust', shortName: 'Told' });
    const tasks = async (by: SignedIn) => (await app.get('/staff-home', by)).body.attention.filter(({ code }: any) => code === 'proposals');
    expect(await tasks(keeper)).toMatchObject([
      { title: expect.stringMatching(/^\d+ proposed changes? waits? for your decision$/), link: '/organisations/proposals' },
    ]);
    expect(await tasks(north)).toEqual([]);
    await app.put(`/register-proposals/${body.id}/taking`, keeper, { version: 1, organisationVersion: 1 });
    const administrator = await app.signedIn('administrator', { providerId: northId });
    const sentences = (await app.get('/events', administrator, { providerId: northId })).body.items.map(({ sentence }: any) => sentence);
    expect(sentences).toEqual(
      expect.arrayContaining([
        'Proposed change to Told Trust taken by the register keeper',
        'Change to Told Trust proposed to the register keeper',
      ]),
    );
  });
});

describe('an organisation of one’s own', () => {
  it('is changed by one of two who edit and propose it at once', async () => {
    for (let time = 0; time < 3; time++) {
      const added = await app.post('/organisations', east, { ...facts(), providerId: eastId });
      const { id, waiting } = added.body;
      await app.put(`/register-proposals/${waiting[0].id}/withdrawal`, east, { version: 1 });
      const { version } = (await app.get(`/organisations/${id}`, east)).body;
      const answers = await Promise.all([
        app.put(`/organisations/${id}`, east, { ...facts({ region: 'Edited' }), version }),
        app.post(`/organisations/${id}/proposals`, east, { ...facts({ region: 'Proposed' }), providerId: eastId, version }),
      ]);
      expect(answers.map(({ status }) => status < 300)).toContain(true);
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
      expect(answers.find(({ status }) => status >= 300)!.body.type).toBe('/problems/stale');
    }
  });
});

describe('what a provider calls another’s organisation', () => {
  it('stays that provider’s alone when the organisation is taken in', async () => {
    const added = await app.post('/organisations', east, { ...facts({ officialName: 'Nicknamed Trust' }), providerId: eastId });
    const { id, waiting } = added.body;
    await app.given.entity(OrganisationAlias, { id: newId(), organisationId: id, providerId: northId, alias: 'Zed', folded: 'zed' });
    const { version, organisationVersion } = (await app.get(`/register-proposals/${waiting[0].id}`, keeper)).body;
    const taken = await app.put(`/register-proposals/${waiting[0].id}/taking`, keeper, { version, organisationVersion });
    expect(taken.status).toBe(200);
    expect((await app.get(`/organisations/${id}`, east)).body.aliases).toEqual([]);
    expect([await namesFor(north, 'zed'), await namesFor(east, 'zed')]).toEqual([['Nicknamed Trust'], []]);
  });
});

describe('what a provider says for itself', () => {
  it('is seen, searched and changed by that provider alone', async () => {
    const { id } = await givenOrganisation(app, { officialName: 'Shared Council' });
    const own = {
      providerId: eastId,
      aliases: ['The Hall', 'the hall'],
      contacts: [{ name: 'Lee Park', about: 'Training', email: 'lee@example.org' }],
    };
    const said = await app.put(`/organisations/${id}/own-details`, east, { ...own, version: 0 });
    expect(said.body.own).toEqual([
      {
        providerId: eastId,
        aliases: ['the hall'],
        contacts: [{ name: 'Lee Park', about: 'Training', email: 'lee@example.org', phone: null }],
        version: 1,
      },
    ]);
    expect([said.body.aliases, said.body.version]).toEqual([[], 1]);
    for (const by of [north, keeper]) expect((await app.get(`/organisations/${id}`, by)).body.own).toEqual([]);
    expect([await namesFor(east, 'the hall'), await namesFor(north, 'the hall'), await namesFor(keeper, 'the hall')]).toEqual([
      ['Shared Council'],
      [],
      [],
    ]);
    expect((await app.put(`/organisations/${id}/own-details`, north, { ...own, version: 0 })).status).toBe(404);
    // The keeper's edit leaves it, and another provider may use the same name for something else.
    await app.put(`/register/organisations/${id}`, keeper, { ...facts({ officialName: 'Shared Council' }), version: 1 });
    expect((await app.get(`/organisations/${id}`, east)).body.own[0].aliases).toEqual(['the hall']);
    const { id: other } = await givenOrganisation(app);
    expect(
      (await app.put(`/organisations/${other}/own-details`, north, { providerId: northId, aliases: ['The Hall'], version: 0 })).status,
    ).toBe(200);
  });

  it('is said by one of two at once, and the other is told what is there now', async () => {
    const { id } = await givenOrganisation(app);
    const say = (name: string, version: number) =>
      app.put(`/organisations/${id}/own-details`, east, { providerId: eastId, contacts: [{ name }], version });
    const answers = await Promise.all([say('Lee Park', 0), say('Jo Reed', 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const contacts = await app.sql('SELECT name FROM organisation_contact WHERE organisation_id = $1', [id]);
    expect(answers.find(({ status }) => status === 409)!.body.current).toMatchObject({ version: 1, values: { contacts } });
    expect([contacts.length, (await say('Ann Hart', 1)).status]).toEqual([1, 200]);
    // Said again to be nothing, it is still known how often it was said.
    const none = await app.put(`/organisations/${id}/own-details`, east, { providerId: eastId, version: 2 });
    expect(none.body.own).toEqual([{ providerId: eastId, aliases: [], contacts: [], version: 3 }]);
  });
});

describe('the database', () => {
  const by = (scope: Partial<Actor['scope']>): Actor => ({
    ...{ personId: newId(), accountId: newId(), sessionId: newId(), reach: new Map() },
    scope: { ...NOWHERE, ...scope },
  });
  const run = (scope: Partial<Actor['scope']>, statement: Sql) =>
    app.app
      .get(Db)
      .tx(by(scope), (tx) => tx.query(statement))
      .then(
        (rows) => rows.length,
        (error: Error) => error.message,
      );

  it('lets nobody but the keeper write what all share, whatever a statement forgets', async () => {
    const { id } = await givenOrganisation(app);
    const { id: next } = await givenOrganisation(app);
    const statements = {
      rename: sql`UPDATE organisation SET short_name = 'Mine' WHERE id = ${id} RETURNING id`,
      add: sql`INSERT INTO organisation (id, official_name, short_name, sector, source) VALUES (${newId()}, 'New', 'New', 'other', 'x') RETURNING id`,
      alias: sql`INSERT INTO organisation_alias (id, organisation_id, alias, folded) VALUES (${newId()}, ${id}, 'Mine', 'mine') RETURNING id`,
      code: sql`INSERT INTO organisation_identifier (id, organisation_id, scheme, value) VALUES (${newId()}, ${id}, 'gss', 'X') RETURNING id`,
      succeed: sql`INSERT INTO organisation_succession VALUES (${id}, ${next}) RETURNING 1`,
      holiday: sql`INSERT INTO bank_holiday VALUES ('scotland', '2031-01-01', 'A', '', 'x', now()) RETURNING 1`,
      forget: sql`DELETE FROM bank_holiday RETURNING 1`,
    };
    for (const [what, statement] of Object.entries(statements)) {
      for (const scope of [{ providers: [eastId] }, { all: true }, { cohorts: [newId()] }])
        expect([what, await run(scope, statement)]).toEqual([
          what,
          ['rename', 'forget'].includes(what) ? 0 : expect.stringContaining('row-level security'),
        ]);
    }
    for (const what of ['rename', 'add', 'alias', 'code', 'succeed', 'holiday'] as const)
      expect([what, await run({ register: true }, statements[what])]).toEqual([what, 1]);
  });

  it('gives what a provider has added to that provider, and to the keeper to take in, not to keep', async () => {
    const { id } = await givenOrganisation(app, { providerId: eastId });
    const read = sql`SELECT 1 FROM organisation WHERE id = ${id}`;
    const rename = sql`UPDATE organisation SET short_name = 'Mine' WHERE id = ${id} RETURNING id`;
    const share = sql`UPDATE organisation SET provider_id = NULL WHERE id = ${id} RETURNING id`;
    expect([await run({ providers: [northId] }, read), await run({ providers: [northId] }, rename)]).toEqual([0, 0]);
    expect([await run({ providers: [eastId] }, read), await run({ providers: [eastId] }, rename)]).toEqual([1, 1]);
    expect(await run({ providers: [eastId] }, share)).toContain('row-level security');
    expect(await run({ register: true }, rename)).toContain('row-level security');
    expect(await run({ register: true }, share)).toBe(1);
  });
});
