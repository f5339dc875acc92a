import type { Cohort } from '@waymark/cohorts/api/cohorts/cohort.entity';
import { givenCohort, givenCrowd, givenEnrolment, givenSubGroup } from '@waymark/cohorts/testing/cohorts.factories';
import { givenEmployment, givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import type { Enrolment } from './enrolment.entity';

let app: TestApp;
let providerId: string;
let staff: SignedIn;
let cohort: Cohort;

beforeAll(async () => (app = await TestApp.open()));
afterAll(() => app.close());
beforeEach(async () => {
  providerId = (await givenProvider(app)).id;
  staff = await app.signedIn('programme_staff', { providerId });
  cohort = await givenCohort(app, providerId);
});

const person = async () => (await givenPerson(app, { providerId })).id;
const people = (count: number) => Promise.all(Array.from({ length: count }, person));
const add = (personIds: string[], by = staff, cohortId = cohort.id) =>
  app.post(`/cohorts/${cohortId}/enrolments`, by, { personIds, placeType: 'funded' });
const rolesOf = async (personId: string) =>
  (
    await app.sql(`SELECT scope_id FROM role_assignment WHERE person_id = $1 AND role = 'participant' AND ended_at IS NULL`, [personId])
  ).map((row) => row.scope_id);
const held = async (cohortId = cohort.id) =>
  (await app.sql(`SELECT count(*)::int AS n FROM enrolment WHERE cohort_id = $1 AND status IN ('confirmed', 'active')`, [cohortId]))[0].n;
const stranger = async () => app.signedIn('programme_staff', { providerId: (await givenProvider(app)).id });
const list = async (query = '') => (await app.get(`/cohorts/${cohort.id}/enrolments${query}`, staff)).body;
const codesIn = ({ status, body }: { status: number; body: any }) => [
  status,
  ...(body.errors ?? []).map(({ code }: { code: string }) => code),
];

describe('POST /cohorts/:id/enrolments', () => {
  it('gives each person a place, a history and the role of a participant', async () => {
    const ids = await people(2);
    const { status, body } = await add(ids);
    expect(status).toBe(201);
    expect(body).toMatchObject({ held: 2, capacity: 24 });
    expect(await rolesOf(ids[0]!)).toEqual([cohort.id]);
    const history = await app.get(`/enrolments/${body.added[0].id}/history`, staff);
    expect(history.body.items).toMatchObject([{ from: null, to: 'confirmed', effectiveOn: '2027-05-03' }]);
  });

  it('adds all or nobody', async () => {
    const small = await givenCohort(app, providerId, { capacity: 2, minViable: 0 });
    const answer = await add(await people(3), staff, small.id);
    expect(codesIn(answer)).toEqual([409, 'cohorts_full']);
    expect(answer.body.errors[0]).toMatchObject({
      pointer: '/personIds',
      detail: 'The cohort has 2 places and 2 are left, so 3 people cannot be added',
    });
    expect(await held(small.id)).toBe(0);
  });

  it('gives the last place to exactly one of 50 who come at once', async () => {
    const small = await givenCohort(app, providerId, { capacity: 3, minViable: 0 });
    await givenCrowd(app, small, 2);
    const answers = await Promise.all((await people(50)).map((id) => add([id], staff, small.id)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
    expect(await held(small.id)).toBe(3);
  });

  it('refuses somebody who has a place on the programme, named', async () => {
    const other = await givenCohort(app, providerId, { programmeId: cohort.programmeId, blueprintId: cohort.blueprintId });
    const ada = (await givenPerson(app, { providerId, givenName: 'Ada', familyName: 'Okafor' })).id;
    await add([ada], staff, other.id);
    const answer = await add([ada]);
    expect(codesIn(answer)).toEqual([409, 'cohorts_already_on_programme']);
    expect(answer.body.errors[0].detail).toBe('Ada Okafor already has a place on this programme');
  });

  it('lets two cohorts of a programme race for one person, and one wins', async () => {
    const other = await givenCohort(app, providerId, { programmeId: cohort.programmeId, blueprintId: cohort.blueprintId });
    const second = await app.signedIn('programme_staff', { providerId });
    for (let round = 0; round < 5; round++) {
      const id = await person();
      const answers = await Promise.all([add([id]), add([id], second, other.id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    }
  });

  it('is stopped by the database as well as by the rule', async () => {
    const other = await givenCohort(app, providerId, { programmeId: cohort.programmeId, blueprintId: cohort.blueprintId });
    const { personId } = await givenEnrolment(app, cohort);
    await expect(givenEnrolment(app, other, { personId })).rejects.toMatchObject({ constraint: 'cohorts_already_on_programme' });
  });

  it('takes nobody on a cohort that is cancelled', async () => {
    const gone = await givenCohort(app, providerId, { stage: 'cancelled' });
    expect(codesIn(await add([await person()], staff, gone.id))).toEqual([409, 'cohorts_takes_nobody']);
  });

  it.each([
    [{ personIds: [], placeType: 'funded' }, '/personIds'],
    [{ personIds: ['nobody'], placeType: 'funded' }, '/personIds/0'],
    [{ personIds: ['01890000-0000-7000-8000-000000000000'], placeType: 'funded' }, '/personIds'],
    [{ personIds: ['01890000-0000-7000-8000-000000000000'], placeType: 'free' }, '/placeType'],
  ])('points at what is wrong in %j', async (body, pointer) => {
    const answer = await app.post(`/cohorts/${cohort.id}/enrolments`, staff, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].pointer).toBe(pointer);
  });

  it('does not know another provider’s cohort, nor their people', async () => {
    expect((await add([await person()], await stranger())).status).toBe(404);
    expect((await add([(await givenPerson(app)).id])).status).toBe(400);
  });
});

describe('PUT /enrolments/:id/status', () => {
  const change = (id: string, body: object, by = staff) => app.put(`/enrolments/${id}/status`, by, { version: 1, ...body });

  it('withdraws with a reason: the place is free, the groups and the role end', async () => {
    const id = await person();
    const [made] = (await add([id])).body.added;
    const group = await givenSubGroup(app, cohort);
    await app.post(`/cohorts/${cohort.id}/group-assignments`, staff, { enrolmentIds: [made.id], groupId: group.id });
    const { status, body } = await change(made.id, { to: 'withdrawn', reasonCode: 'health', note: 'Long absence' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'withdrawn', statusReason: 'health', endedOn: '2027-05-03', version: 2 });
    expect(await held()).toBe(0);
    expect(await rolesOf(id)).toEqual([]);
    expect((await app.sql('SELECT ends_on FROM sub_group_member WHERE enrolment_id = $1', [made.id]))[0].ends_on).toBe('2027-05-03');
    expect((await app.get(`/enrolments/${made.id}/history`, staff)).body.items[0]).toMatchObject({
      from: 'confirmed',
      to: 'withdrawn',
      reasonCode: 'health',
      note: 'Long absence',
    });
  });

  it('refuses what the table does not have, and asks for a reason', async () => {
    const enrolment = await givenEnrolment(app, cohort);
    expect(codesIn(await change(enrolment.id, { to: 'completed' }))).toEqual([409, 'cohorts_status_not_next']);
    expect(codesIn(await change(enrolment.id, { to: 'withdrawn' }))).toEqual([409, 'cohorts_status_reason']);
    expect(codesIn(await change(enrolment.id, { to: 'substituted' }))).toEqual([409, 'cohorts_status_another_way']);
    expect(codesIn(await change(enrolment.id, { to: 'active' }))).toEqual([409, 'cohorts_status_too_early']);
  });

  it('tells the second of two staff who changed it first', async () => {
    const enrolment = await givenEnrolment(app, cohort);
    const answers = await Promise.all([1, 2].map(() => change(enrolment.id, { to: 'withdrawn', reasonCode: 'health' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      type: '/problems/stale',
      current: { version: 2, values: { status: 'withdrawn' } },
    });
  });

  it('is not there for another provider', async () => {
    const enrolment = await givenEnrolment(app, cohort);
    expect((await change(enrolment.id, { to: 'withdrawn', reasonCode: 'health' }, await stranger())).status).toBe(404);
  });
});

describe('POST /cohorts/:id/enrolment-changes', () => {
  it('changes all or nobody', async () => {
    const ended = await givenEnrolment(app, cohort, { status: 'withdrawn' });
    const rows = [await givenEnrolment(app, cohort), await givenEnrolment(app, cohort)];
    const body = { to: 'withdrawn', reasonCode: 'work_pressure' };
    expect(
      codesIn(await app.post(`/cohorts/${cohort.id}/enrolment-changes`, staff, { ...body, ids: [...rows, ended].map(({ id }) => id) })),
    ).toEqual([409, 'cohorts_status_not_next']);
    expect(await held()).toBe(2);
    expect((await app.post(`/cohorts/${cohort.id}/enrolment-changes`, staff, { ...body, ids: rows.map(({ id }) => id) })).body).toEqual({
      changed: 2,
    });
    expect(await held()).toBe(0);
  });

  it('does not reach into another cohort', async () => {
    const elsewhere = await givenEnrolment(app, await givenCohort(app, providerId));
    expect(
      (await app.post(`/cohorts/${cohort.id}/enrolment-changes`, staff, { ids: [elsewhere.id], to: 'withdrawn', reasonCode: 'health' }))
        .status,
    ).toBe(404);
  });
});

describe('POST /enrolments/:id/substitution', () => {
  it('hands the place, its kind and its groups over, and counts one place', async () => {
    const small = await givenCohort(app, providerId, { capacity: 1, minViable: 0 });
    const enrolment = await givenEnrolment(app, small, { placeType: 'self_funded' });
    const group = await givenSubGroup(app, small);
    await app.post(`/cohorts/${small.id}/group-assignments`, staff, { enrolmentIds: [enrolment.id], groupId: group.id });
    const { status, body } = await app.post(`/enrolments/${enrolment.id}/substitution`, staff, {
      personId: await person(),
      reasonCode: 'changed_role',
      note: 'Seconded to Leeds',
      version: 1,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'confirmed',
      placeType: 'self_funded',
      substituteFor: { id: enrolment.id },
      groups: [{ id: group.id }],
    });
    expect(await held(small.id)).toBe(1);
    expect((await app.get(`/enrolments/${enrolment.id}`, staff)).body).toMatchObject({
      status: 'substituted',
      substitutedBy: { id: body.id },
    });
  });

  it('changes nothing when the other person has a place on the programme', async () => {
    const [enrolment, other] = [await givenEnrolment(app, cohort), await givenEnrolment(app, cohort)];
    const answer = await app.post(`/enrolments/${enrolment.id}/substitution`, staff, {
      personId: other.personId,
      reasonCode: 'changed_role',
      version: 1,
    });
    expect(codesIn(answer)).toEqual([409, 'cohorts_already_on_programme']);
    expect(answer.body.errors[0].pointer).toBe('/personId');
    expect((await app.get(`/enrolments/${enrolment.id}`, staff)).body.status).toBe('confirmed');
  });
});

describe('POST /enrolments/:id/deferral', () => {
  it('puts somebody off to another cohort of the programme', async () => {
    const next = await givenCohort(app, providerId, { programmeId: cohort.programmeId, blueprintId: cohort.blueprintId });
    const id = await person();
    const [made] = (await add([id])).body.added;
    const { status, body } = await app.post(`/enrolments/${made.id}/deferral`, staff, {
      cohortId: next.id,
      reasonCode: 'parental_leave',
      version: 1,
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'confirmed', cohort: { id: next.id }, continuedFrom: { id: made.id } });
    expect([await held(), await held(next.id)]).toEqual([0, 1]);
    expect(await rolesOf(id)).toEqual([next.id]);
  });

  it('brings back somebody who was put off without a cohort, once', async () => {
    const next = await givenCohort(app, providerId, { programmeId: cohort.programmeId, blueprintId: cohort.blueprintId });
    const waiting = await givenEnrolment(app, cohort, { status: 'deferred' });
    const defer = () => app.post(`/enrolments/${waiting.id}/deferral`, staff, { cohortId: next.id, version: 1 });
    const answers = await Promise.all([defer(), defer()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await held(next.id)).toBe(1);
  });

  it('keeps the place when the other cohort is full, of another programme, or the same', async () => {
    const enrolment = await givenEnrolment(app, cohort);
    const full = await givenCohort(app, providerId, {
      programmeId: cohort.programmeId,
      blueprintId: cohort.blueprintId,
      capacity: 1,
      minViable: 0,
    });
    await givenEnrolment(app, full);
    const defer = (cohortId: string) =>
      app.post(`/enrolments/${enrolment.id}/deferral`, staff, { cohortId, reasonCode: 'health', version: 1 });
    expect(codesIn(await defer(full.id))).toEqual([409, 'cohorts_full']);
    expect(codesIn(await defer((await givenCohort(app, providerId)).id))).toEqual([409, 'cohorts_other_programme']);
    expect(codesIn(await defer(cohort.id))).toEqual([409, 'cohorts_same_cohort']);
    expect((await defer((await givenCohort(app, (await givenProvider(app)).id)).id)).status).toBe(400);
    expect(await held()).toBe(1);
  });
});

describe('POST /enrolments/:id/transfer', () => {
  it('moves somebody to a cohort of another programme, with what they need', async () => {
    const other = await givenCohort(app, providerId);
    const enrolment = await givenEnrolment(app, cohort, { accessNeeds: ['hearing_loop'] });
    const { body } = await app.post(`/enrolments/${enrolment.id}/transfer`, staff, {
      cohortId: other.id,
      reasonCode: 'other',
      note: 'The dates suit them better',
      version: 1,
    });
    expect(body).toMatchObject({ cohort: { id: other.id }, needs: ['hearing_loop'], continuedFrom: { id: enrolment.id } });
    expect([await held(), await held(other.id)]).toEqual([0, 1]);
    const [change] = (await app.get(`/enrolments/${enrolment.id}/history`, staff)).body.items;
    expect(change).toMatchObject({ to: 'transferred', reasonCode: 'other', note: 'The dates suit them better' });
  });

  it.each(['transfer', 'substitution'])('asks why at a %s, and says so in the log', async (what) => {
    const enrolment = await givenEnrolment(app, cohort);
    const wish = { cohortId: (await givenCohort(app, providerId)).id, personId: await person() };
    const { cohortId, personId } = wish;
    const send = (body: object) =>
      app.post(`/enrolments/${enrolment.id}/${what}`, staff, {
        ...(what === 'transfer' ? { cohortId } : { personId }),
        version: 1,
        ...body,
      });
    const refused = await send({});
    expect([refused.status, refused.body.errors]).toEqual([
      409,
      [{ code: 'cohorts_status_reason', pointer: '/reasonCode', detail: 'Choose a reason' }],
    ]);
    expect((await send({ reasonCode: 'work_pressure' })).status).toBe(201);
    const administrator = await app.signedIn('administrator', { providerId });
    const { body } = await app.get('/events', administrator, { providerId, cohortId: cohort.id, kind: 'enrolment' });
    expect(body.items.find(({ name, subjectId }: any) => name === 'enrolment.statusChanged' && subjectId === enrolment.id)).toMatchObject({
      sentence: expect.stringMatching(/^Place of .+ on a cohort changed from confirmed to (transferred|substituted)$/),
      reason: 'Pressure of work',
    });
  });

  it('can cross without waiting for each other for ever', async () => {
    const other = await givenCohort(app, providerId);
    const [a, b] = [await givenEnrolment(app, cohort), await givenEnrolment(app, other)];
    const answers = await Promise.all([
      app.post(`/enrolments/${a.id}/transfer`, staff, { cohortId: other.id, reasonCode: 'work_pressure', version: 1 }),
      app.post(`/enrolments/${b.id}/transfer`, staff, { cohortId: cohort.id, reasonCode: 'work_pressure', version: 1 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  });
});

describe('any sequence of requests', () => {
  it('never holds more places than there are', async () => {
    const two = [
      await givenCohort(app, providerId, {
        capacity: 3,
        minViable: 0,
        programmeId: cohort.programmeId,
        blueprintId: cohort.blueprintId,
      }),
      await givenCohort(app, providerId, {
        capacity: 2,
        minViable: 0,
        programmeId: cohort.programmeId,
        blueprintId: cohort.blueprintId,
      }),
    ];
    let state = 20270503;
    const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
    for (let step = 0; step < 12; step++) {
      const fresh = await people(4);
      const rows = await app.sql(
        `SELECT id, cohort_id, version FROM enrolment WHERE cohort_id = ANY ($1) AND status = 'confirmed' ORDER BY id`,
        [two.map(({ id }) => id)],
      );
      const works = fresh.map((id, index) => {
        const row = rows[random(Math.max(1, rows.length))];
        const target = two[random(2)]!;
        const kind = row ? random(4) : 0;
        if (kind === 1)
          return app.put(`/enrolments/${row.id}/status`, staff, { to: 'withdrawn', reasonCode: 'health', version: row.version });
        if (kind === 2)
          return app.post(`/enrolments/${row.id}/substitution`, staff, { personId: id, reasonCode: 'changed_role', version: row.version });
        if (kind === 3)
          return app.post(`/enrolments/${row.id}/deferral`, staff, { cohortId: target.id, reasonCode: 'health', version: row.version });
        return add(index % 2 ? [id, fresh[(index + 1) % 4]!] : [id], staff, target.id);
      });
      const answers = await Promise.all(works);
      expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
      expect(await held(two[0]!.id)).toBeLessThanOrEqual(3);
      expect(await held(two[1]!.id)).toBeLessThanOrEqual(2);
    }
  });
});

describe('a change of a place', () => {
  it('comes after whatever else changes its cohort, so that calendars are kept by both', async () => {
    const { id } = await givenEnrolment(app, cohort, { personId: await person() });
    const { id: other } = await givenEnrolment(app, cohort, { personId: await person() });
    const needs = await app.signedIn('administrator', { providerId });
    const changes: [string, () => Promise<{ status: number }>][] = [
      ['needs', () => app.put(`/enrolments/${id}/access-needs`, needs, { accessNeeds: ['hearing_loop'], version: 1 })],
      ['status', () => app.put(`/enrolments/${id}/status`, staff, { to: 'withdrawn', reasonCode: 'work_pressure', version: 2 })],
      [
        'statuses',
        () => app.post(`/cohorts/${cohort.id}/enrolment-changes`, staff, { ids: [other], to: 'withdrawn', reasonCode: 'work_pressure' }),
      ],
    ];
    for (const [what, change] of changes) {
      const release = await app.pool.connect();
      await release.query('BEGIN');
      await release.query('SELECT 1 FROM cohort WHERE id = $1 FOR NO KEY UPDATE', [cohort.id]);
      const changing = change();
      const first = await Promise.race([changing.then(() => what), new Promise((done) => setTimeout(done, 500, 'waits'))]);
      await release.query('COMMIT');
      release.release();
      expect([what, first, (await changing).status < 300]).toEqual([what, 'waits', true]);
    }
  });
});

describe('GET /cohorts/:id/enrolments', () => {
  beforeEach(async () => {
    const council = await givenOrganisation(app, { shortName: 'Essex', sector: 'council' });
    const trust = await givenOrganisation(app, { shortName: 'Anglia Trust', sector: 'health' });
    const named = async (givenName: string, familyName: string, organisation: { id: string } | null, over: Partial<Enrolment> = {}) => {
      const { id } = await givenPerson(app, { providerId, givenName, familyName });
      if (organisation)
        await givenEmployment(app, id, organisation.id, { jobTitle: `${givenName}'s job`, lineManagerEmail: 'boss@example.org' });
      return givenEnrolment(app, cohort, { personId: id, organisationId: organisation?.id ?? null, ...over });
    };
    await named('Zoe', 'Adams', council);
    await named('Ann', 'Wŷn', trust, { status: 'withdrawn', statusReason: 'health', endedOn: '2027-05-01' });
    await named('Ben', 'Moss', null);
  });

  it('lists people by family name with their job and employer', async () => {
    const { items, total, everyone } = await list();
    expect(items.map(({ person: { name } }: any) => name)).toEqual(['Zoe Adams', 'Ben Moss', 'Ann Wŷn']);
    expect(items[0]).toMatchObject({
      jobTitle: "Zoe's job",
      organisation: { name: 'Essex' },
      sector: 'council',
      status: 'confirmed',
      attention: [],
      needs: [],
    });
    expect(items[1].attention).toEqual(['no_employer']);
    expect([total, everyone]).toEqual([3, 3]);
  });

  it('shows the job of the day an enrolment ended, whatever came after', async () => {
    const row = (await list('?status=withdrawn')).items[0];
    await app.sql(`UPDATE employment SET ends_on = '2027-05-02' WHERE person_id = $1`, [row.person.id]);
    const later = await givenOrganisation(app, { shortName: 'Later' });
    await givenEmployment(app, row.person.id, later.id, { startsOn: '2027-05-03' });
    expect((await list('?status=withdrawn')).items[0].organisation.name).toBe('Anglia Trust');
  });

  it('filters, and says how many each filter would leave', async () => {
    const { items, facets, total } = await list('?sector=council&sector=health');
    expect([items.length, total]).toEqual([2, 2]);
    expect(facets.status).toEqual([
      { value: 'confirmed', label: 'Confirmed', count: 1 },
      { value: 'withdrawn', label: 'Withdrawn', count: 1 },
    ]);
    expect(facets.sector).toHaveLength(2);
    expect((await list('?search=wyn')).total).toBe(1);
    expect((await list('?attention=no_employer')).items[0].person.name).toBe('Ben Moss');
  });

  it.each(['name', '-name', 'organisation', '-organisation', 'status', '-status'])('pages by %s, each person once', async (sort) => {
    const all = (await list(`?sort=${sort}`)).items.map(({ id }: any) => id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const body: any = await list(`?sort=${sort}&limit=1${after ? `&after=${after}` : ''}`);
      seen.push(...body.items.map(({ id }: any) => id));
      after = body.next;
    } while (after);
    expect(seen).toEqual(all);
  });

  it('filters by group, and by none', async () => {
    const group = await givenSubGroup(app, cohort);
    const [first] = (await list()).items;
    await app.post(`/cohorts/${cohort.id}/group-assignments`, staff, { enrolmentIds: [first.id], groupId: group.id });
    expect((await list(`?group=${group.id}`)).items.map(({ id }: any) => id)).toEqual([first.id]);
    expect((await list('?group=none')).total).toBe(2);
    expect((await list()).items[1].attention).toContain('no_group');
  });

  it('takes five statements however many people there are', async () => {
    await givenCrowd(app, cohort, 150);
    expect(await app.statementsOf(() => list('?limit=200'))).toBe(5);
  });

  it('is not there for another provider', async () => {
    expect((await app.get(`/cohorts/${cohort.id}/enrolments`, await stranger())).status).toBe(404);
  });
});

describe('GET /cohorts/:id/enrolments.csv', () => {
  it('is a file that a spreadsheet reads, without formulas', async () => {
    const { id } = await givenPerson(app, { providerId, givenName: '=cmd', familyName: 'Wŷn', email: 'wyn@example.org' });
    const chosen = await givenEnrolment(app, cohort, { personId: id });
    await givenEnrolment(app, cohort);
    const { status, body, headers } = await app.get(`/cohorts/${cohort.id}/enrolments.csv?ids=${chosen.id}`, staff);
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(body.startsWith('\uFEFFName,Email,')).toBe(true);
    expect(body.trim().split('\r\n')).toHaveLength(2);
    expect(body).toContain("'=cmd Wŷn,wyn@example.org");
  });

  it('is not there for another provider', async () => {
    expect((await app.get(`/cohorts/${cohort.id}/enrolments.csv`, await stranger())).status).toBe(404);
  });
});

describe('GET /cohorts/:id/candidates', () => {
  it('finds people by name, and says why one cannot be added', async () => {
    const name = { providerId, familyName: 'Candidate' };
    const [free, here, away] = [
      await givenPerson(app, { ...name, givenName: 'Free' }),
      await givenPerson(app, { ...name, givenName: 'Here' }),
      await givenPerson(app, { ...name, givenName: 'Away' }),
    ];
    await givenEnrolment(app, cohort, { personId: here.id });
    const other = await givenCohort(app, providerId, {
      name: 'Leeds',
      programmeId: cohort.programmeId,
      blueprintId: cohort.blueprintId,
    });
    await givenEnrolment(app, other, { personId: away.id });
    const { body } = await app.get(`/cohorts/${cohort.id}/candidates`, staff, { query: 'candidate' });
    expect(body.items.map(({ id, whyNot }: any) => [id, whyNot]).sort()).toEqual(
      [
        [free.id, null],
        [here.id, 'Already on this cohort'],
        [away.id, 'Already on Leeds'],
      ].sort(),
    );
    expect(body.left).toBe(23);
    // Without a name, those who can be added come one after the other: nobody with a place stands in between.
    const offered = (await app.get(`/cohorts/${cohort.id}/candidates`, staff)).body.items.map(({ id }: any) => id);
    expect(offered).toContain(free.id);
    expect(offered).not.toContain(here.id);
    expect(offered).not.toContain(away.id);
    expect((await app.get(`/cohorts/${cohort.id}/candidates`, staff, { query: '%' })).body.items).toEqual([]);
  });
});

describe('groups of a cohort', () => {
  const groupsOf = async () => (await app.get(`/cohorts/${cohort.id}/groups`, staff)).body.items;

  it('can be added, renamed and removed', async () => {
    const { status, body } = await app.post(`/cohorts/${cohort.id}/groups`, staff, { name: 'North', kind: 'learning_set' });
    expect(status).toBe(201);
    const [group] = body.items;
    expect((await app.put(`/groups/${group.id}`, staff, { name: 'South', kind: 'project', version: 1 })).body.items[0]).toMatchObject({
      name: 'South',
      kind: 'project',
      version: 2,
    });
    expect((await app.put(`/groups/${group.id}`, staff, { name: 'East', kind: 'project', version: 1 })).status).toBe(409);
    expect((await app.delete(`/groups/${group.id}`, staff)).status).toBe(204);
    expect(await groupsOf()).toEqual([]);
  });

  it('have different names', async () => {
    await app.post(`/cohorts/${cohort.id}/groups`, staff, { name: 'North', kind: 'learning_set' });
    expect(codesIn(await app.post(`/cohorts/${cohort.id}/groups`, staff, { name: 'North', kind: 'learning_set' }))).toEqual([
      409,
      'cohorts_group_name',
    ]);
  });

  it('are split evenly, and again into another number', async () => {
    await givenCrowd(app, cohort, 11);
    await app.post(`/cohorts/${cohort.id}/group-splits`, staff, { kind: 'learning_set', count: 3 });
    expect((await groupsOf()).map(({ name, count }: any) => [name, count])).toEqual([
      ['Group 1', 4],
      ['Group 2', 4],
      ['Group 3', 3],
    ]);
    await app.post(`/cohorts/${cohort.id}/group-splits`, staff, { kind: 'learning_set', count: 4 });
    expect((await groupsOf()).map(({ count }: any) => count)).toEqual([3, 3, 3, 2]);
  });

  it('keep who was in them when, also once they are removed', async () => {
    const [a, b] = [await givenSubGroup(app, cohort, { name: 'North' }), await givenSubGroup(app, cohort, { name: 'South' })];
    const { id } = await givenEnrolment(app, cohort);
    const assign = (groupId: string | null) => app.post(`/cohorts/${cohort.id}/group-assignments`, staff, { enrolmentIds: [id], groupId });
    const history = async () =>
      (await app.get(`/enrolments/${id}/history`, staff)).body.groups.map(({ name, startsOn, endsOn }: any) => [name, startsOn, endsOn]);
    const begun = app.clock.at;
    try {
      await assign(a.id);
      await assign(a.id);
      app.clock.at = new Date('2027-05-10T09:00:00Z');
      await assign(b.id);
      app.clock.at = new Date('2027-05-17T09:00:00Z');
      await assign(a.id);
      await assign(null);
      await assign(a.id);
      expect((await app.delete(`/groups/${b.id}`, staff)).status).toBe(204);
      expect(await history()).toEqual([
        ['North', '2027-05-17', null],
        ['South', '2027-05-10', '2027-05-16'],
        ['North', '2027-05-03', '2027-05-09'],
      ]);
      expect((await groupsOf()).map(({ name, count }: any) => [name, count])).toEqual([['North', 1]]);
      expect((await list()).items[0].groups).toEqual([{ id: a.id, name: 'North' }]);
      expect((await app.post(`/cohorts/${cohort.id}/groups`, staff, { name: 'South', kind: 'project' })).status).toBe(201);
      await app.put(`/enrolments/${id}/status`, staff, { to: 'withdrawn', reasonCode: 'work_pressure', version: 1 });
      expect((await list()).items[0].groups).toEqual([{ id: a.id, name: 'North' }]);
    } finally {
      app.clock.at = begun;
    }
  });

  it('move a person out of another of their kind', async () => {
    const [a, b] = [await givenSubGroup(app, cohort), await givenSubGroup(app, cohort)];
    const enrolment = await givenEnrolment(app, cohort);
    for (const group of [a, b])
      await app.post(`/cohorts/${cohort.id}/group-assignments`, staff, { enrolmentIds: [enrolment.id], groupId: group.id });
    expect((await groupsOf()).map(({ count }: any) => count)).toEqual([0, 1]);
    expect((await app.put(`/enrolments/${enrolment.id}/groups`, staff, { groupIds: [a.id], version: 1 })).body.groups).toMatchObject([
      { id: a.id },
    ]);
  });

  it('keep names apart however they are written, also when one is renamed', async () => {
    await app.post(`/cohorts/${cohort.id}/groups`, staff, { name: 'North', kind: 'learning_set' });
    const again = await app.post(`/cohorts/${cohort.id}/groups`, staff, { name: 'NORTH', kind: 'project' });
    expect(codesIn(again)).toEqual([409, 'cohorts_group_name']);
    expect(again.body.errors[0].detail).toBe('This cohort already has a group with this name. Choose another name');
    const south = (await app.post(`/cohorts/${cohort.id}/groups`, staff, { name: 'South', kind: 'project' })).body.items[1];
    expect(codesIn(await app.put(`/groups/${south.id}`, staff, { name: 'north', kind: 'project', version: 1 }))).toEqual([
      409,
      'cohorts_group_name',
    ]);
  });

  it('deal nobody out to guests, and no guest out to others', async () => {
    const [guest] = await givenCrowd(app, cohort, 5);
    const guests = await givenSubGroup(app, cohort, { kind: 'guests', name: 'Sponsors' });
    const { items } = await list();
    const enrolment = items.find((one: any) => one.person.id === guest);
    await app.post(`/cohorts/${cohort.id}/group-assignments`, staff, { enrolmentIds: [enrolment.id], groupId: guests.id });
    expect(codesIn(await app.post(`/cohorts/${cohort.id}/group-splits`, staff, { kind: 'guests', count: 2 }))).toEqual([
      409,
      'cohorts_group_guests',
    ]);
    await app.post(`/cohorts/${cohort.id}/group-splits`, staff, { kind: 'learning_set', count: 2 });
    expect((await groupsOf()).map(({ name, count }: any) => [name, count])).toEqual([
      ['Sponsors', 1],
      ['Group 1', 2],
      ['Group 2', 2],
    ]);
  });

  it('do not become of a kind in which somebody would be twice', async () => {
    const enrolment = await givenEnrolment(app, cohort);
    const [set, project] = [await givenSubGroup(app, cohort), await givenSubGroup(app, cohort, { kind: 'project' })];
    for (const { id } of [set, project])
      await app.post(`/cohorts/${cohort.id}/group-assignments`, staff, { enrolmentIds: [enrolment.id], groupId: id });
    const change = (kind: string) => app.put(`/groups/${project.id}`, staff, { name: 'Project', kind, version: 1 });
    expect(codesIn(await change('learning_set'))).toEqual([409, 'cohorts_group_two']);
    expect((await change('breakout')).status).toBe(200);
  });

  it('take only groups of this cohort, and only people with a place', async () => {
    const theirs = await givenSubGroup(app, await givenCohort(app, providerId));
    const enrolment = await givenEnrolment(app, cohort);
    expect(
      codesIn(await app.post(`/cohorts/${cohort.id}/group-assignments`, staff, { enrolmentIds: [enrolment.id], groupId: theirs.id })),
    ).toEqual([409, 'cohorts_group_not_here']);
    const gone = await givenEnrolment(app, cohort, { status: 'withdrawn' });
    expect(codesIn(await app.post(`/cohorts/${cohort.id}/group-assignments`, staff, { enrolmentIds: [gone.id], groupId: null }))).toEqual([
      409,
      'cohorts_not_live',
    ]);
  });

  it('are not there for another provider', async () => {
    const group = await givenSubGroup(app, cohort);
    const other = await stranger();
    expect((await app.get(`/cohorts/${cohort.id}/groups`, other)).status).toBe(404);
    expect((await app.post(`/cohorts/${cohort.id}/groups`, other, { name: 'X', kind: 'project' })).status).toBe(404);
    expect((await app.put(`/groups/${group.id}`, other, { name: 'X', kind: 'project', version: 1 })).status).toBe(404);
    expect((await app.delete(`/groups/${group.id}`, other)).status).toBe(404);
  });
});
