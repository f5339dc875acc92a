import { newId } from '@waymark/shared/kernel/ids';
import type { TestApp } from './app';
import { givenBlueprint, givenProgramme } from './given-catalogue';

type Over = Record<string, unknown>;

/** A cohort in planning with 24 places on 24 and 25 June 2027, with a programme and a blueprint of its own unless you give their ids. */
export async function givenCohort(app: TestApp, providerId: string, over: Over = {}) {
  const n = app.given.next();
  const programmeId = over['programme_id'] ?? (await givenProgramme(app, providerId)).id;
  const blueprintId = over['blueprint_id'] ?? (await givenBlueprint(app, { id: programmeId, provider_id: providerId }, { number: n })).id;
  const cohort = await app.given.row('cohort', {
    id: newId(),
    provider_id: providerId,
    programme_id: programmeId,
    blueprint_id: blueprintId,
    code: `C-${n}`,
    name: `Cohort ${n}`,
    place: 'Essex',
    nation: 'ENG',
    starts_on: '2027-06-24',
    ends_on: '2027-06-25',
    capacity: 24,
    min_viable: 8,
    stage: 'planning',
    ...over,
  });
  await app.given.scope(cohort);
  return cohort;
}

/** A confirmed enrolment of a new person known to the provider, unless you say who. */
export async function givenEnrolment(app: TestApp, cohort: { id: string; provider_id: string; programme_id: string }, over: Over = {}) {
  return app.given.row('enrolment', {
    id: newId(),
    provider_id: cohort.provider_id,
    cohort_id: cohort.id,
    programme_id: cohort.programme_id,
    person_id: over['person_id'] ?? (await app.given.person({ providerId: cohort.provider_id })).id,
    place_type: 'funded',
    source: 'direct',
    status: 'confirmed',
    enrolled_on: app.clock.today(),
    access_needs: [],
    ...over,
  });
}

/** Somebody's job, current unless you say otherwise. */
export function givenEmployment(app: TestApp, personId: string, organisationId: string, over: Over = {}) {
  return app.given.row('employment', {
    id: newId(),
    person_id: personId,
    organisation_id: organisationId,
    job_title: 'Service designer',
    starts_on: '2024-01-01',
    ...over,
  });
}

export function givenSubGroup(app: TestApp, cohort: { id: string; provider_id: string }, over: Over = {}) {
  const n = app.given.next();
  return app.given.row('sub_group', {
    id: newId(),
    provider_id: cohort.provider_id,
    cohort_id: cohort.id,
    name: `Group ${n}`,
    kind: 'learning_set',
    position: n,
    ...over,
  });
}

/** A workshop on 24 June 2027 from 9:30 to 10:30 in London, unless you say otherwise. */
export function givenCohortSession(app: TestApp, cohort: { id: string; provider_id: string }, over: Over = {}) {
  const id = newId();
  return app.given.row('session', {
    id,
    provider_id: cohort.provider_id,
    cohort_id: cohort.id,
    title: 'Workshop',
    kind: 'workshop',
    purpose: '',
    starts_at: '2027-06-24T08:30:00Z',
    ends_at: '2027-06-24T09:30:00Z',
    duration: 60,
    mandatory: true,
    mode: 'in_person',
    equipment: [],
    set_up: 0,
    clear_up: 0,
    note: '',
    status: 'draft',
    position: app.given.next(),
    ics_uid: `${id}@waymark`,
    ...over,
  });
}

/** `COUNT` people of the provider with an employment each and a live enrolment, in three statements: for tests that need a crowd. */
export async function givenCrowd(
  app: TestApp,
  cohort: { id: string; provider_id: string; programme_id: string },
  count: number,
  over: { status?: string } = {},
): Promise<string[]> {
  const organisation = await app.given.organisation();
  const n = app.given.next();
  const people = await app.sql<{ id: string }>(
    `WITH made AS (
       INSERT INTO person (id, given_name, family_name)
       SELECT gen_random_uuid(), 'Crowd', 'Member ' || $2::text || ' ' || lpad(i::text, 6, '0') FROM generate_series(1, $1::integer) i RETURNING id, family_name
     ), known AS (
       INSERT INTO person_provider (person_id, provider_id, sort_name, since) SELECT id, $3, lower(family_name), now() FROM made
     )
     SELECT id FROM made`,
    [count, n, cohort.provider_id],
  );
  const ids = people.map(({ id }) => id);
  await app.sql(
    `INSERT INTO employment (id, person_id, organisation_id, job_title, starts_on) SELECT gen_random_uuid(), id, $2, 'Officer', '2024-01-01' FROM unnest($1::uuid[]) id`,
    [ids, organisation.id],
  );
  await app.sql(
    `INSERT INTO enrolment (id, provider_id, cohort_id, programme_id, person_id, organisation_id, place_type, source, status, enrolled_on, access_needs)
     SELECT gen_random_uuid(), $2, $3, $4, id, $5, 'funded', 'direct', $6, '2027-04-01', '{}' FROM unnest($1::uuid[]) id`,
    [ids, cohort.provider_id, cohort.id, cohort.programme_id, organisation.id, over.status ?? 'confirmed'],
  );
  return ids;
}
