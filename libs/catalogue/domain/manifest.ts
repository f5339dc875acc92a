import { factText } from '@waymark/shared/kernel/event-sentence';
import type { Manifest } from '@waymark/shared/kernel/manifest';
import { STAFF } from '@waymark/shared/kernel/roles';

export const catalogueManifest = {
  permissions: {
    'programmes:read': [...STAFF, 'evaluator'],
    'programmes:edit': STAFF,
    'venues:read': STAFF,
    'venues:edit': STAFF,
    'facilitators:read': STAFF,
    'facilitators:edit': STAFF,
    'holidays:import': STAFF,
  },
  events: {
    'bankHolidays.imported': 'Bank holidays imported',
    'blueprint.edited': 'Blueprint changed: {sessions:session}',
    'blueprint.published': 'Version {number} of a blueprint published',
    'blueprint.started': 'Version {number} of a blueprint started',
    'facilitator.added': '{person} added as a facilitator',
    'facilitator.availabilitySet': 'Availability of a facilitator changed',
    'facilitator.edited': 'Facilitator changed',
    'programme.added': 'Programme {code} added',
    'programme.edited': 'Programme {code} changed',
    'room.added': 'Room added',
    'room.edited': 'Room changed',
    'roomBooking.added': 'Room booking added: {status}',
    'roomBooking.edited': 'Room booking changed',
    'roomBooking.statusChanged': 'Room booking changed from {from} to {to}',
    'venue.added': 'Venue added',
    'venue.edited': 'Venue changed',
    'venue.travelSet': 'Travel times of a venue changed',
  },
  inCohort: {
    'roomBooking.added': 'A room booked',
    'roomBooking.edited': 'A room booking changed',
    'roomBooking.statusChanged': ({ facts }) => `A room booking ${factText(facts['to']) || 'changed'}`,
  },
  refusals: {
    catalogue_programme_code: 'Another programme has this code. Use a different one',
    catalogue_programme_status: 'A programme is active or retired',
    catalogue_programme_retired: 'This programme is retired. Make it active before you start a new version',

    catalogue_blueprint_number: 'Somebody has just started this version. Open it from the programme',
    catalogue_blueprint_one_draft: 'This programme already has a draft. Publish it before you start another version',
    catalogue_blueprint_status: 'A version is a draft or published',
    catalogue_blueprint_places: 'Enter 1 to 10,000 places, and no more places for the minimum than there are',
    catalogue_blueprint_published: 'This version is published and stays as it is. Start a new version to change it',
    catalogue_blueprint_empty: 'Add at least one session before you publish',

    catalogue_template_position: 'Two sessions have the same place in the list',
    catalogue_template_duration: 'A session lasts from 5 minutes to 24 hours',
    catalogue_template_day: 'A session is on one of the first 1,001 days',
    catalogue_template_set_up: 'Setting up and clearing up take up to 8 hours each',
    catalogue_template_needs_day: 'Choose a day for {title}, or take its time away',
    catalogue_template_needs_time: 'Enter a start time for {title}, or leave it unscheduled',
    catalogue_template_past_midnight: '{title} must end by midnight. Start it earlier or make it shorter',
    catalogue_template_order: '{title} can only come after a session above it in the list',
    catalogue_template_gap: '{title} must start at least {gap} minutes after {first} ends',

    catalogue_venue_name: 'There is already a venue with this name',
    catalogue_venue_nation: 'Choose England, Wales, Scotland or Northern Ireland',
    catalogue_room_name: 'There is already a room with this name at the venue',
    catalogue_travel_minutes: 'Travel takes from 0 minutes to 48 hours',
    catalogue_travel_self: 'Choose another venue to travel to',
    catalogue_travel_unknown: 'Choose a venue from the list',

    catalogue_room_taken: 'The room is booked at that time. Choose another time or room',
    catalogue_room_booked: '{room} is booked for {holder}: {when}. Choose another time or room',
    catalogue_room_not_clear: '{holder} has {room} from {from} to {to}, with set-up and clear-up. Leave time between the two',
    catalogue_booking_order: 'The end must be after the start',
    catalogue_booking_status: 'A booking is an enquiry, held, contracted, used, released, expired or cancelled',
    catalogue_booking_times: 'Setting up and clearing up take up to 8 hours each',
    catalogue_booking_transition: 'A booking cannot go from {from} to {to}',
    catalogue_booking_not_started: 'A room is used from the day of the booking on',
    catalogue_booking_not_theirs: 'A booking in the list is not for this cohort. Open the page again',
    catalogue_booking_over: 'This booking is {status} and can no longer be changed. Add a new one',
    catalogue_hold_needs_end: 'Enter the day the hold ends',
    catalogue_hold_in_past: 'The hold must end today or later',
    catalogue_hold_not_over: 'The hold has not ended yet. Release it instead',

    catalogue_facilitator_twice: 'This person is already a facilitator',
    catalogue_facilitator_status: 'A facilitator is active or stood down',
    catalogue_availability_kind: 'Somebody is available or unavailable',
    catalogue_availability_order: 'The end must be after the start',
    catalogue_availability_overlap: 'This overlaps another time in the list. Join the two or change one',

    catalogue_division: 'Choose England and Wales, Scotland or Northern Ireland',
  },
} as const satisfies Manifest;

export type CatalogueCode = keyof (typeof catalogueManifest)['refusals'];

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    catalogue: typeof catalogueManifest;
  }
}
