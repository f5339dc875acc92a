import { givenFacilitator, givenRoom, givenVenue } from '@waymark/catalogue/testing/catalogue.factories';
import {
  givenCohort,
  givenEnrolment,
  givenMember,
  givenSubGroup,
  type Cohort,
  type Enrolment,
} from '@waymark/cohorts/testing/cohorts.factories';
import { givenPerson, givenProvider } from '@waymark/people/testing/people.factories';
import { ScheduleRelease } from '@waymark/schedule/api/releases/schedule-release.entity';
import { ClashOverride } from '@waymark/schedule/api/schedule/clash-override.entity';
import { Session, SessionFacilitator, SessionGroup } from '@waymark/schedule/api/schedule/session.entity';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { newId } from '@waymark/shared/kernel/ids';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import type { Ground } from '@waymark/shared/testing/given';

/** '2027-06-24 09:30' on the wall clock of Europe/London. */
export const moment = (text: string): Date => fromWall(wallMinute(text.slice(0, 10) as LocalDate, text.slice(11)));

/** Where a session is, or a release: a cohort by its id and its provider's. */
interface Where {
  providerId: string;
  cohortId: string;
}

export interface GivenSchedule extends Where {
  programmeId: string;
  venueId: string;
  rooms: { chelmer: string; colne: string; crouch: string };
}

/** A cohort in planning, 24 and 25 June 2027, at a venue with three rooms: 60, 16 and 12 seats, the last not step-free. */
export async function givenSchedule(app: Ground, { providerId, ...over }: Partial<Cohort> = {}): Promise<GivenSchedule> {
  const provider = providerId ?? (await givenProvider(app)).id;
  const n = app.given.next();
  const venue = await givenVenue(app, provider, {
    name: `Chelmsford Civic Centre ${n}`,
    address: 'Duke Street, Chelmsford',
    access: ['step_free'],
  });
  const room = (name: string, position: number, theatre: number, access: string[]) =>
    givenRoom(app, venue, { name, position, capacities: { theatre }, access });
  const chelmer = await room('Chelmer suite', 1, 60, ['step_free']);
  const colne = await room('Colne room', 2, 16, ['step_free']);
  const crouch = await room('Crouch room', 3, 12, []);
  const cohort = await givenCohort(app, provider, {
    code: `TT-ESSEX-${n}`,
    name: 'Top Talent: Essex 2027',
    venueId: venue.id,
    capacity: 10,
    minViable: 5,
    ...over,
  });
  return {
    providerId: provider,
    programmeId: cohort.programmeId,
    cohortId: cohort.id,
    venueId: venue.id,
    rooms: { chelmer: chelmer.id, colne: colne.id, crouch: crouch.id },
  };
}

/** A workshop on 24 June 2027 from 9:30 to 10:30 in London, unless you say otherwise. */
export function givenCohortSession({ given }: Ground, { id, providerId }: Pick<Cohort, 'id' | 'providerId'>, over: Partial<Session> = {}) {
  const sessionId = newId();
  return given.entity(Session, {
    id: sessionId,
    providerId,
    cohortId: id,
    title: 'Workshop',
    kind: 'workshop',
    purpose: '',
    startsAt: new Date('2027-06-24T08:30:00Z'),
    endsAt: new Date('2027-06-24T09:30:00Z'),
    duration: 60,
    mandatory: true,
    mode: 'in_person',
    equipment: [],
    setUp: 0,
    clearUp: 0,
    note: '',
    status: 'draft',
    position: given.next(),
    icsUid: `${sessionId}@waymark`,
    ...over,
  });
}

/** A session of an hour; `at` is '2027-06-24 09:30', or nothing for one that is not on the schedule. */
export async function givenSession(
  app: Ground,
  { providerId, cohortId }: Where,
  {
    at = null,
    duration = 60,
    facilitators = [],
    groups = [],
    ...over
  }: Partial<Session> & { at?: string | null; facilitators?: string[]; groups?: string[] } = {},
) {
  const start = at === null ? null : moment(at);
  const session = await givenCohortSession(
    app,
    { id: cohortId, providerId },
    {
      title: `Session ${app.given.next()}`,
      startsAt: start,
      endsAt: start && new Date(start.getTime() + duration * 60_000),
      duration,
      ...over,
    },
  );
  for (const facilitatorId of facilitators) await givenLead(app, session, facilitatorId);
  for (const subGroupId of groups) await givenGroupOf(app, session, subGroupId);
  return session;
}

type TheSession = Pick<Session, 'id' | 'providerId' | 'cohortId'>;

/** That a facilitator leads a session, and has said so unless you say otherwise. */
export function givenLead(
  { given }: Ground,
  { id, providerId, cohortId }: TheSession,
  facilitatorId: string,
  over: Partial<SessionFacilitator> = {},
) {
  return given.entity(SessionFacilitator, {
    sessionId: id,
    facilitatorId,
    providerId,
    cohortId,
    role: 'lead',
    status: 'confirmed',
    ...over,
  });
}

/** That a session is for a group. */
export function givenGroupOf({ given }: Ground, { id, providerId, cohortId }: TheSession, subGroupId: string) {
  return given.entity(SessionGroup, { sessionId: id, subGroupId, providerId, cohortId });
}

/** Somebody who leads sessions for the provider. */
export async function givenLeader(app: Ground, providerId: string, name = 'Amara Nwosu') {
  const [givenName, familyName] = name.split(' ');
  const { id: personId } = await givenPerson(app, { providerId, givenName, familyName });
  return givenFacilitator(app, providerId, { personId });
}

/** Somebody with a confirmed place, in these groups. */
export async function givenParticipant(
  app: Ground,
  { providerId, cohortId, programmeId }: Pick<GivenSchedule, 'providerId' | 'cohortId' | 'programmeId'>,
  { groups = [], ...over }: Partial<Enrolment> & { groups?: string[] } = {},
) {
  const enrolment = await givenEnrolment(app, { id: cohortId, providerId, programmeId }, { enrolledOn: '2027-05-01', ...over });
  for (const id of groups) await givenMember(app, enrolment, id);
  return enrolment;
}

/** A group for some of the sessions. */
export function givenBreakout(app: Ground, { providerId, cohortId }: Where, name: string) {
  return givenSubGroup(app, { id: cohortId, providerId }, { name, kind: 'breakout' });
}

/** A release of nothing, by somebody who is long gone. */
export function givenRelease({ given, clock }: Ground, { providerId, cohortId }: Where, over: Partial<ScheduleRelease> = {}) {
  return given.entity(ScheduleRelease, {
    id: newId(),
    providerId,
    cohortId,
    number: given.next(),
    releasedAt: clock.now(),
    releasedBy: newId(),
    note: '',
    snapshot: { sessions: [] },
    changes: [],
    affected: { participantIds: [], facilitatorIds: [] },
    ...over,
  });
}

/** That somebody agreed to a clash of rooms. */
export function givenOverride({ given, clock }: Ground, { providerId, cohortId }: Where, over: Partial<ClashOverride> = {}) {
  return given.entity(ClashOverride, {
    id: newId(),
    providerId,
    cohortId,
    clashKey: newId(),
    rule: 'room_overlap',
    reason: 'Agreed',
    overriddenBy: newId(),
    at: clock.now(),
    ...over,
  });
}
