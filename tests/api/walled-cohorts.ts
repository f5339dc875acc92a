import { givenEmployment, givenOrganisation, givenPerson } from '@waymark/people/testing/people.factories';
import { AccessConfirmation } from '@waymark/schedule/api/my-agenda/access-confirmation.entity';
import { ScheduleLook } from '@waymark/schedule/api/my-agenda/schedule-look.entity';
import {
  givenBreakout,
  givenLeader,
  givenParticipant,
  givenRelease,
  givenSchedule,
  givenSession,
} from '@waymark/schedule/testing/schedule.factories';
import type { Actor } from '@waymark/shared/api/actor';
import { Db, type Reader } from '@waymark/shared/api/db';
import { sql, type Sql } from '@waymark/shared/api/sql';
import type { TestApp } from '@waymark/shared/testing/app';

/** A released cohort of a provider, and the people it means something to. */
export interface WalledCohort {
  providerId: string;
  cohortId: string;
  /** A place in it: the enrolment, whose it is, who pays, and who manages them. */
  place: Record<'id' | 'person' | 'organisation' | 'manager', string>;
  /** Leads a session. */
  leader: { id: string; personId: string };
  /** Leads none any more, and was told so by the release. */
  toldOnly: { id: string; personId: string };
}

/** Two cohorts of two providers, each with everything the other has, so that whatever is seen too much is there to be seen. */
export async function givenWalledCohorts(app: TestApp): Promise<Record<'ours' | 'theirs', WalledCohort>> {
  return { theirs: await givenWalledCohort(app), ours: await givenWalledCohort(app) };
}

async function givenWalledCohort(app: TestApp): Promise<WalledCohort> {
  const schedule = await givenSchedule(app);
  const { providerId, cohortId, rooms } = schedule;
  const of = { providerId, cohortId };
  const group = await givenBreakout(app, schedule, 'Red');
  const organisation = (await givenOrganisation(app)).id;
  const manager = (await givenPerson(app, { providerId })).id;
  const enrolment = await givenParticipant(app, schedule, { organisationId: organisation, groups: [group.id] });
  await givenEmployment(app, enrolment.personId, organisation, { lineManagerId: manager });
  await givenParticipant(app, schedule, { organisationId: (await givenOrganisation(app)).id });
  const leader = await givenLeader(app, providerId);
  const toldOnly = await givenLeader(app, providerId, 'Ruth Calder');
  await givenSession(app, schedule, { at: '2027-06-24 09:30', facilitators: [leader.id], roomId: rooms.chelmer });
  const release = await givenRelease(app, of, { number: 1, affected: {} });
  await app.given.row('schedule_release_facilitator', {
    ...{ release_id: release.id, facilitator_id: toldOnly.id, provider_id: providerId, cohort_id: cohortId },
  });
  await app.given.entity(AccessConfirmation, { enrolmentId: enrolment.id, ...of, at: app.clock.now() });
  await app.given.entity(ScheduleLook, { ...of, personId: enrolment.personId, releaseNumber: 1, at: app.clock.now() });
  return { ...of, place: { id: enrolment.id, person: enrolment.personId, organisation, manager }, leader, toldOnly };
}

/** A table by its name. */
export const tableOf = (name: string): Sql => sql.column(`public.${name}`);

/** Reads as `by`, with statements that forget every condition. */
export const readingAs = <T>(app: TestApp, by: Actor, work: (read: Reader) => Promise<T>): Promise<T> => app.app.get(Db).reading(by, work);
