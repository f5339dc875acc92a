import { newId } from '@waymark/shared/kernel/ids';
import type { TestApp } from './app';

type Over = Record<string, unknown>;

/** Rows of a provider's catalogue for tests. Columns are named as in the database; each answers the row. */
export function givenProgramme(app: TestApp, providerId: string, over: Over = {}) {
  const n = app.given.next();
  return app.given.row('programme', {
    id: newId(),
    provider_id: providerId,
    title: `Programme ${n}`,
    code: `P${n}`,
    summary: '',
    status: 'active',
    rules: {},
    ...over,
  });
}

/** A version of a programme; published unless you say otherwise. */
export function givenBlueprint(app: TestApp, programme: { id: string; provider_id: string }, over: Over = {}) {
  return app.given.row('blueprint', {
    id: newId(),
    provider_id: programme.provider_id,
    programme_id: programme.id,
    number: 1,
    status: 'published',
    published_at: app.clock.now(),
    capacity: 24,
    min_viable: 8,
    ...over,
  });
}

/** A session of a blueprint: a workshop on the first day at 09:30 unless you say otherwise. */
export function givenTemplate(app: TestApp, blueprint: { id: string; provider_id: string }, over: Over = {}) {
  return app.given.row('session_template', {
    id: newId(),
    provider_id: blueprint.provider_id,
    blueprint_id: blueprint.id,
    position: 1,
    title: 'Workshop',
    kind: 'workshop',
    purpose: '',
    day_offset: 0,
    starts_at: '09:30',
    duration: 60,
    mandatory: true,
    mode: 'in_person',
    layout: null,
    equipment: [],
    set_up: 0,
    clear_up: 0,
    per_group: false,
    after_position: null,
    ...over,
  });
}

export function givenVenue(app: TestApp, providerId: string, over: Over = {}) {
  return app.given.row('venue', {
    id: newId(),
    provider_id: providerId,
    name: `Venue ${app.given.next()}`,
    address: '1 High Street',
    nation: 'ENG',
    access: [],
    ...over,
  });
}

export function givenRoom(app: TestApp, venue: { id: string; provider_id: string }, over: Over = {}) {
  const n = app.given.next();
  return app.given.row('room', {
    id: newId(),
    provider_id: venue.provider_id,
    venue_id: venue.id,
    name: `Room ${n}`,
    position: n,
    capacities: { cabaret: 24, theatre: 40 },
    access: [],
    equipment: [],
    ...over,
  });
}

/** A contracted booking of 24 June 2027, 09:00 to 17:00 in London, by somebody else, unless you say otherwise. */
export function givenBooking(app: TestApp, room: { id: string; provider_id: string }, over: Over = {}) {
  return app.given.row('room_booking', {
    id: newId(),
    provider_id: room.provider_id,
    room_id: room.id,
    cohort_id: null,
    holder: 'Somebody else',
    starts_at: '2027-06-24T08:00:00Z',
    ends_at: '2027-06-24T16:00:00Z',
    set_up: 0,
    clear_up: 0,
    status: 'contracted',
    ...over,
  });
}

/** A facilitator of the provider, with a person of their own unless you give `person_id`. */
export async function givenFacilitator(app: TestApp, providerId: string, over: Over = {}) {
  return app.given.row('facilitator', {
    id: newId(),
    provider_id: providerId,
    person_id: over['person_id'] ?? (await app.given.person({ providerId })).id,
    status: 'active',
    skills: [],
    note: '',
    ...over,
  });
}
