import type { Organisation } from '@waymark/people/api/organisations/organisation.entity';
import { givenEmployment, givenOrganisation, givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { SYSTEM } from '@waymark/shared/api/actor';
import { Db } from '@waymark/shared/api/db';
import { nameOf } from '@waymark/shared/api/name.sql';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { TestApp } from '@waymark/shared/testing/app';
import { employerOn, jobOn, sortNameOf } from './people.sql';

let app: TestApp;
let person: string;
let [essex, kent]: Organisation[] = [];
beforeAll(async () => {
  app = await TestApp.open();
  [essex, kent] = [await givenOrganisation(app), await givenOrganisation(app)];
  person = (await givenPerson(app)).id;
  await givenEmployment(app, person, essex!.id, { jobTitle: 'Planner', startsOn: '2024-01-01', endsOn: '2025-06-30' });
  await givenEmployment(app, person, kent!.id, { jobTitle: 'Director', startsOn: '2025-06-01', endsOn: '2026-12-31' });
  await givenEmployment(app, person, essex!.id, { jobTitle: 'Adviser', startsOn: '2028-01-01' });
});
afterAll(() => app.close());

const asked = async (what: Sql, rest: Sql = sql``) =>
  (
    await app.app
      .get(Db)
      .reading(SYSTEM, (read) =>
        read.query<{ answer: unknown }>(sql`SELECT ${what} AS answer FROM person p ${rest} WHERE p.id = ${person}`),
      )
  )[0]!.answer;

describe('The job on a day', () => {
  it.each([
    ['2023-12-31', null],
    ['2024-01-01', 'Planner'],
    ['2025-06-30', 'Director'],
    ['2026-12-31', 'Director'],
    ['2027-05-03', null],
    ['2028-01-01', 'Adviser'],
  ] as [LocalDate, string | null][])('is on %s: %s', async (day, title) => {
    expect(await asked(sql`job.job_title`, jobOn('p.id', day))).toBe(title);
    const at = { Planner: essex, Director: kent, Adviser: essex }[title ?? ''];
    expect(await asked(employerOn('p.id', day))).toBe(at?.shortName ?? null);
  });

  it('is the preferred one of two', async () => {
    expect(await asked(sql`job.job_title`, jobOn('p.id', '2025-06-15', sql`j.organisation_id = ${essex!.id} DESC`))).toBe('Planner');
  });
});

describe('Who is found', () => {
  it('is nobody by the end of an address alone', async () => {
    const providerId = (await givenProvider(app)).id;
    const staff = await app.signedIn('programme_staff', { providerId });
    await givenPerson(app, { providerId, email: 'found@a.example' });
    const found = async (query: string) => (await app.get('/people', staff, { query })).body.items.length;
    expect([await found('@a.example'), await found('found@a.ex'), await found(' ')]).toEqual([0, 1, 2]);
  });
});

describe('A name', () => {
  it('is null where there is nobody', async () => {
    expect(await asked(nameOf('nobody'), sql`LEFT JOIN person nobody ON false`)).toBeNull();
  });

  it('begins with what somebody has', async () => {
    for (const [givenName, familyName, name] of [
      ['Ada', 'Obi', 'Ada Obi'],
      ['', 'Sukarno', 'Sukarno'],
    ] as const) {
      const { id } = await givenPerson(app, { givenName, familyName });
      expect(await asked(nameOf('one'), sql`JOIN person one ON one.id = ${id}`)).toBe(name);
    }
  });

  it('sorts in statements as in the copy that lists walk along, added or changed', async () => {
    const providerId = (await givenProvider(app)).id;
    const staff = await app.signedIn('programme_staff', { providerId });
    const names = { givenName: 'Zoë', familyName: 'Łysa Ångström' };
    const { body } = await app.post('/people', staff, { ...names, providerId, email: 'zoe@example.org' });
    const copy = async () => (await app.sql('SELECT sort_name FROM person_provider WHERE person_id = $1', [body.id]))[0].sort_name;
    const key = async () => asked(sortNameOf('zoe'), sql`JOIN person zoe ON zoe.id = ${body.id}`);
    expect([await copy(), await key()]).toEqual(['lysa angstrom zoe', 'lysa angstrom zoe']);
    expect(
      (await app.put(`/people/${body.id}`, staff, { ...names, givenName: 'Đorđe', email: 'zoe@example.org', version: 1 })).status,
    ).toBe(200);
    expect([await copy(), await key()]).toEqual(['lysa angstrom dorde', 'lysa angstrom dorde']);
  });
});
