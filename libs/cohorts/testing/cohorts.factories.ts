import { givenBlueprint, givenProgramme } from '@waymark/catalogue/testing/catalogue.factories';
import { Cohort } from '@waymark/cohorts/api/cohorts/cohort.entity';
import { Enrolment } from '@waymark/cohorts/api/enrolments/enrolment.entity';
import { SubGroup, SubGroupMember } from '@waymark/cohorts/api/sub-groups/sub-group.entity';
import { givenScope } from '@waymark/identity/testing/identity.factories';
import { givenOrganisation, givenPerson } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import type { Ground } from '@waymark/shared/testing/given';

/** As the factories of the domains above know them. */
export type { Cohort, Enrolment };

/** A cohort in planning with 24 places on 24 and 25 June 2027, with a programme and a blueprint of its own unless you give their ids. */
export async function givenCohort(app: Ground, providerId: string, over: Partial<Cohort> = {}) {
  const n = app.given.next();
  const programmeId = over.programmeId ?? (await givenProgramme(app, providerId)).id;
  const blueprintId = over.blueprintId ?? (await givenBlueprint(app, { id: programmeId, providerId }, { number: n })).id;
  const cohort = await app.given.entity(Cohort, {
    id: newId(),
    providerId,
    programmeId,
    blueprintId,
    code: `C-${n}`,
    name: `Cohort ${n}`,
    place: 'Essex',
    nation: 'ENG',
    startsOn: '2027-06-24',
    endsOn: '2027-06-25',
    capacity: 24,
    minViable: 8,
    stage: 'planning',
    ...over,
  });
  await givenScope(app, cohort);
  return cohort;
}

/** A confirmed enrolment of a new person known to the provider, unless you say who; they were told of it. */
export async function givenEnrolment(
  app: Ground,
  { id, providerId, programmeId }: Pick<Cohort, 'id' | 'providerId' | 'programmeId'>,
  over: Partial<Enrolment> = {},
) {
  return app.given.entity(Enrolment, {
    id: newId(),
    providerId,
    cohortId: id,
    programmeId,
    personId: over.personId ?? (await givenPerson(app, { providerId })).id,
    placeType: 'funded',
    source: 'direct',
    status: 'confirmed',
    enrolledOn: app.clock.today(),
    accessNeeds: [],
    toldAt: app.clock.now(),
    ...over,
  });
}

export function givenSubGroup({ given }: Ground, { id, providerId }: Pick<Cohort, 'id' | 'providerId'>, over: Partial<SubGroup> = {}) {
  const n = given.next();
  return given.entity(SubGroup, {
    id: newId(),
    providerId,
    cohortId: id,
    name: `Group ${n}`,
    kind: 'learning_set',
    position: n,
    ...over,
  });
}

/** That somebody with a place is in a group from the beginning of May 2027. */
export function givenMember({ given }: Ground, { id, providerId, cohortId }: Enrolment, subGroupId: string) {
  return given.entity(SubGroupMember, { subGroupId, enrolmentId: id, providerId, cohortId, startsOn: '2027-05-01' });
}

/** `count` people of the provider with an employment each and a live enrolment, in three statements: for tests that need a crowd. */
export async function givenCrowd(
  app: Ground,
  cohort: Pick<Cohort, 'id' | 'providerId' | 'programmeId'>,
  count: number,
  over: Pick<Partial<Enrolment>, 'status'> = {},
): Promise<string[]> {
  const organisation = await givenOrganisation(app);
  const n = app.given.next();
  const people = await app.sql<{ id: string }>(
    `WITH made AS (
       INSERT INTO person (id, given_name, family_name)
       SELECT gen_random_uuid(), 'Crowd', 'Member ' || $2::text || ' ' || lpad(i::text, 6, '0') FROM generate_series(1, $1::integer) i RETURNING id, family_name
     ), known AS (
       INSERT INTO person_provider (person_id, provider_id, sort_name, since) SELECT id, $3, lower(family_name), now() FROM made
     )
     SELECT id FROM made`,
    [count, n, cohort.providerId],
  );
  const ids = people.map(({ id }) => id);
  await app.sql(
    `INSERT INTO employment (id, person_id, organisation_id, job_title, starts_on) SELECT gen_random_uuid(), id, $2, 'Officer', '2024-01-01' FROM unnest($1::uuid[]) id`,
    [ids, organisation.id],
  );
  await app.sql(
    `INSERT INTO enrolment (id, provider_id, cohort_id, programme_id, person_id, organisation_id, place_type, source, status, enrolled_on, access_needs)
     SELECT gen_random_uuid(), $2, $3, $4, id, $5, 'funded', 'direct', $6, '2027-04-01', '{}' FROM unnest($1::uuid[]) id`,
    [ids, cohort.providerId, cohort.id, cohort.programmeId, organisation.id, over.status ?? 'confirmed'],
  );
  return ids;
}
