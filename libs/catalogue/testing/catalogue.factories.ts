import { Facilitator } from '@waymark/catalogue/api/facilitators/facilitator.entity';
import { Blueprint } from '@waymark/catalogue/api/programmes/blueprint.entity';
import { Programme } from '@waymark/catalogue/api/programmes/programme.entity';
import { SessionTemplate } from '@waymark/catalogue/api/programmes/session-template.entity';
import { RoomBooking } from '@waymark/catalogue/api/venues/room-booking.entity';
import { Room } from '@waymark/catalogue/api/venues/room.entity';
import { Venue } from '@waymark/catalogue/api/venues/venue.entity';
import { givenScope } from '@waymark/identity/testing/identity.factories';
import { givenPerson } from '@waymark/people/testing/people.factories';
import { newId } from '@waymark/shared/kernel/ids';
import type { Ground } from '@waymark/shared/testing/given';

type Owned<Row> = Pick<Row, Extract<'id' | 'providerId', keyof Row>>;

export function givenProgramme({ given }: Ground, providerId: string, over: Partial<Programme> = {}) {
  const n = given.next();
  return given.entity(Programme, {
    id: newId(),
    providerId,
    title: `Programme ${n}`,
    code: `P${n}`,
    summary: '',
    status: 'active',
    rules: {},
    ...over,
  });
}

/** A version of a programme; published unless you say otherwise. */
export function givenBlueprint({ given, clock }: Ground, { id, providerId }: Owned<Programme>, over: Partial<Blueprint> = {}) {
  return given.entity(Blueprint, {
    id: newId(),
    providerId,
    programmeId: id,
    number: 1,
    status: 'published',
    publishedAt: clock.now(),
    capacity: 24,
    minViable: 8,
    ...over,
  });
}

/** A session of a blueprint: a workshop on the first day at 09:30 unless you say otherwise. */
export function givenTemplate({ given }: Ground, { id, providerId }: Owned<Blueprint>, over: Partial<SessionTemplate> = {}) {
  return given.entity(SessionTemplate, {
    id: newId(),
    providerId,
    blueprintId: id,
    position: 1,
    title: 'Workshop',
    kind: 'workshop',
    purpose: '',
    dayOffset: 0,
    startsAt: '09:30',
    duration: 60,
    mandatory: true,
    mode: 'in_person',
    equipment: [],
    setUp: 0,
    clearUp: 0,
    perGroup: false,
    ...over,
  });
}

export function givenVenue({ given }: Ground, providerId: string, over: Partial<Venue> = {}) {
  return given.entity(Venue, {
    id: newId(),
    providerId,
    name: `Venue ${given.next()}`,
    address: '1 High Street',
    nation: 'ENG',
    access: [],
    ...over,
  });
}

export function givenRoom({ given }: Ground, { id, providerId }: Owned<Venue>, over: Partial<Room> = {}) {
  const n = given.next();
  return given.entity(Room, {
    id: newId(),
    providerId,
    venueId: id,
    name: `Room ${n}`,
    position: n,
    capacities: { cabaret: 24, theatre: 40 },
    access: [],
    equipment: [],
    ...over,
  });
}

/** A contracted booking of 24 June 2027, 09:00 to 17:00 in London, by somebody else, unless you say otherwise. */
export function givenBooking({ given }: Ground, { id, providerId }: Owned<Room>, over: Partial<RoomBooking> = {}) {
  return given.entity(RoomBooking, {
    id: newId(),
    providerId,
    roomId: id,
    holder: 'Somebody else',
    startsAt: new Date('2027-06-24T08:00:00Z'),
    endsAt: new Date('2027-06-24T16:00:00Z'),
    setUp: 0,
    clearUp: 0,
    status: 'contracted',
    ...over,
  });
}

/** A facilitator of the provider, with a person of their own unless you give `personId`. */
export async function givenFacilitator(app: Ground, providerId: string, over: Partial<Facilitator> = {}) {
  return app.given.entity(Facilitator, {
    id: newId(),
    providerId,
    personId: over.personId ?? (await givenPerson(app, { providerId })).id,
    status: 'active',
    skills: [],
    note: '',
    ...over,
  });
}

/** A cohort, which is of a domain above the catalogue: its row as it is in the database, with no more than bookings ask for. */
export async function givenCohortOf(app: Ground, { id, providerId }: Owned<Programme>, name = 'Top Talent') {
  const blueprint = await givenBlueprint(app, { id, providerId });
  const cohort = await app.given.row('cohort', {
    ...{ id: newId(), provider_id: providerId, programme_id: id, blueprint_id: blueprint.id },
    ...{ code: `C${app.given.next()}`, name, place: 'Essex', nation: 'ENG', starts_on: '2027-06-24', ends_on: '2027-06-25' },
    ...{ capacity: 24, min_viable: 8, stage: 'planning' },
  });
  await givenScope(app, { id: cohort.id, providerId, name });
  return cohort;
}
