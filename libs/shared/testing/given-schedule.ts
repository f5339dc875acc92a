import { newId } from '@waymark/shared/kernel/ids';
import type { LocalDate } from '@waymark/shared/kernel/dates';
import { fromWall, wallMinute } from '@waymark/shared/kernel/wall-clock';
import type { TestApp } from './app';

type Over = Record<string, unknown>;

/** '2027-06-24 09:30' on the wall clock of Europe/London. */
export const moment = (text: string): Date => fromWall(wallMinute(text.slice(0, 10) as LocalDate, text.slice(11)));

export interface GivenSchedule {
  providerId: string;
  programmeId: string;
  cohortId: string;
  venueId: string;
  rooms: { chelmer: string; colne: string; crouch: string };
}

/** A cohort in planning, 24 and 25 June 2027, at a venue with three rooms: 60, 16 and 12 seats, the last not step-free. */
export async function givenSchedule(app: TestApp, { providerId, ...over }: Over & { providerId?: string } = {}): Promise<GivenSchedule> {
  const { given } = app;
  const provider = providerId ?? ((await given.provider()).id as string);
  const n = given.next();
  const programme = await given.row('programme', {
    id: newId(),
    provider_id: provider,
    title: 'Top Talent',
    code: `T${n}`,
    summary: '',
    status: 'active',
    rules: {},
  });
  const blueprint = await given.row('blueprint', {
    id: newId(),
    provider_id: provider,
    programme_id: programme.id,
    number: 1,
    status: 'published',
    published_at: app.clock.now(),
    capacity: 26,
    min_viable: 12,
  });
  const venue = await given.row('venue', {
    id: newId(),
    provider_id: provider,
    name: `Chelmsford Civic Centre ${n}`,
    address: 'Duke Street, Chelmsford',
    nation: 'ENG',
    access: ['step_free'],
  });
  const room = (name: string, position: number, seats: number, access: string[]) =>
    given.row('room', {
      id: newId(),
      provider_id: provider,
      venue_id: venue.id,
      name,
      position,
      capacities: { theatre: seats },
      access,
      equipment: [],
    });
  const chelmer = await room('Chelmer suite', 1, 60, ['step_free']);
  const colne = await room('Colne room', 2, 16, ['step_free']);
  const crouch = await room('Crouch room', 3, 12, []);
  const cohort = await given.row('cohort', {
    id: newId(),
    provider_id: provider,
    programme_id: programme.id,
    blueprint_id: blueprint.id,
    code: `TT-ESSEX-${n}`,
    name: 'Top Talent: Essex 2027',
    place: 'Essex',
    nation: 'ENG',
    venue_id: venue.id,
    starts_on: '2027-06-24',
    ends_on: '2027-06-25',
    capacity: 10,
    min_viable: 5,
    stage: 'planning',
    ...over,
  });
  await given.scope(cohort);
  return {
    providerId: provider,
    programmeId: programme.id,
    cohortId: cohort.id,
    venueId: venue.id,
    rooms: { chelmer: chelmer.id, colne: colne.id, crouch: crouch.id },
  };
}

/** A session of an hour; `at` is '2027-06-24 09:30', or nothing for one that is not on the schedule. */
export async function givenSession(
  app: TestApp,
  { providerId, cohortId }: Pick<GivenSchedule, 'providerId' | 'cohortId'>,
  {
    at = null,
    duration = 60,
    facilitators = [],
    groups = [],
    ...over
  }: Over & { at?: string | null; duration?: number; facilitators?: string[]; groups?: string[] } = {},
) {
  const id = newId();
  const start = at === null ? null : moment(at);
  const session = await app.given.row('session', {
    id,
    provider_id: providerId,
    cohort_id: cohortId,
    title: `Session ${app.given.next()}`,
    kind: 'workshop',
    purpose: '',
    starts_at: start,
    ends_at: start && new Date(start.getTime() + duration * 60_000),
    duration,
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
  const whose = { session_id: id, provider_id: providerId, cohort_id: cohortId };
  for (const facilitator_id of facilitators) {
    await app.given.row('session_facilitator', { ...whose, facilitator_id, role: 'lead', status: 'confirmed' });
  }
  for (const sub_group_id of groups) await app.given.row('session_group', { ...whose, sub_group_id });
  return session;
}

/** Somebody who leads sessions for the provider. */
export async function givenLeader(app: TestApp, providerId: string, name = 'Amara Nwosu') {
  const [given_name, family_name] = name.split(' ');
  const person = await app.given.person({ providerId, given_name, family_name });
  return app.given.row('facilitator', {
    id: newId(),
    provider_id: providerId,
    person_id: person.id,
    status: 'active',
    skills: [],
    note: '',
  });
}

/** Somebody with a confirmed place, in these groups. */
export async function givenParticipant(
  app: TestApp,
  { providerId, cohortId, programmeId }: GivenSchedule,
  { groups = [], personId, ...over }: Over & { groups?: string[]; personId?: string } = {},
) {
  const person = personId ?? ((await app.given.person({ providerId })).id as string);
  const enrolment = await app.given.row('enrolment', {
    id: newId(),
    provider_id: providerId,
    cohort_id: cohortId,
    programme_id: programmeId,
    person_id: person,
    place_type: 'funded',
    source: 'direct',
    status: 'confirmed',
    enrolled_on: '2027-05-01',
    access_needs: [],
    ...over,
  });
  for (const sub_group_id of groups) {
    await app.given.row('sub_group_member', {
      sub_group_id,
      enrolment_id: enrolment.id,
      provider_id: providerId,
      cohort_id: cohortId,
      starts_on: '2027-05-01',
    });
  }
  return enrolment;
}

export async function givenSubGroup(app: TestApp, { providerId, cohortId }: GivenSchedule, name: string) {
  return app.given.row('sub_group', {
    id: newId(),
    provider_id: providerId,
    cohort_id: cohortId,
    name,
    kind: 'breakout',
    position: app.given.next(),
  });
}
