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
    'holidays:import': ['register_keeper'],
  },
  kinds: {
    bankHolidays: 'Bank holidays',
    blueprint: 'Blueprints',
    facilitator: 'Facilitators',
    programme: 'Programmes',
    room: 'Rooms',
    roomBooking: 'Room bookings',
    venue: 'Venues',
  },
  events: {
    'bankHolidays.imported': 'Bank holidays imported',
    'blueprint.edited': 'Blueprint changed: {sessions:session}',
    'blueprint.published': 'Version {number} of a blueprint published',
    'blueprint.started': 'Version {number} of a blueprint started',
    'facilitator.added': '{person} added as a facilitator',
    'facilitator.availabilitySet': 'Availability of a facilitator changed',
    'facilitator.edited': 'Facilitator changed: {person}',
    'programme.added': 'Programme {code} added',
    'programme.edited': 'Programme {code} changed',
    'room.added': 'Room {name} added',
    'room.edited': 'Room {name} changed',
    'roomBooking.added': 'Room booking added: {status}',
    'roomBooking.edited': 'Room booking changed',
    'roomBooking.statusChanged': 'Room booking changed from {from} to {to}',
    'venue.added': 'Venue {name} added',
    'venue.edited': 'Venue {name} changed',
    'venue.travelSet': 'Travel times of a venue changed',
  },
  inCohort: {
    'roomBooking.added': 'Room booked',
    'roomBooking.edited': 'Room booking changed',
    'roomBooking.statusChanged': ({ facts }) =>
      `Room booking ${factText(facts['to']) || 'changed'}${facts['reason'] ? `: ${factText(facts['reason'])}` : ''}`,
  },
  refusals: {
    catalogue_programme_code: 'Another programme has this code. Use a different one',
    catalogue_programme_status: 'Choose active or retired',
    catalogue_programme_retired: 'This programme is retired. Make it active before you start a new version',

    catalogue_blueprint_number: 'Someone has just started this version. Open it from the programme page',
    catalogue_blueprint_one_draft: 'This programme already has a draft. Publish it before you start another version',
    catalogue_blueprint_status: 'A version must be a draft or published',
    catalogue_blueprint_places: 'Enter 1 to 10,000 places, and a minimum that is no more than the number of places',
    catalogue_blueprint_published: 'This version is published, so it cannot be changed. Start a new version instead',
    catalogue_blueprint_empty: 'Add at least one session before you publish',

    catalogue_template_position: 'Two sessions have the same place in the list',
    catalogue_template_duration: 'A session must last between 5 minutes and 24 hours',
    catalogue_template_day: 'A session must be on one of the first 1,001 days',
    catalogue_template_set_up: 'Set-up and clear-up must be 8 hours or less each',
    catalogue_template_needs_day: 'Choose a day for {title}, or remove its start time',
    catalogue_template_needs_time: 'Enter a start time for {title}, or remove its day',
    catalogue_template_past_midnight: '{title} must end by midnight. Start it earlier or make it shorter',
    catalogue_template_order: '{title} can only come after a session above it in the list',
    catalogue_template_gap: '{title} must start at least {gap} minutes after {first} ends',

    catalogue_programme_title: 'There is already an active programme with this title',
    catalogue_venue_name: 'There is already a venue with this name',
    catalogue_venue_nation: 'Choose England, Wales, Scotland or Northern Ireland',
    catalogue_room_name: 'There is already a room with this name at the venue',
    catalogue_travel_minutes: 'Travel time must be between 0 minutes and 48 hours',
    catalogue_travel_self: 'Choose another venue to travel to',
    catalogue_travel_unknown: 'Choose a venue from the list',

    catalogue_room_taken: 'The room is booked at that time. Choose another time or room',
    catalogue_room_booked: '{room} is booked for {holder}: {when}. Choose another time or room',
    catalogue_room_not_clear: '{holder} has {room} from {from} to {to}, including set-up and clear-up. Leave time between the two bookings',
    catalogue_booking_order: 'The end must be after the start',
    catalogue_booking_status: 'A booking must be an enquiry, held, contracted, used, released, expired or cancelled',
    catalogue_booking_times: 'Set-up and clear-up must be 8 hours or less each',
    catalogue_booking_transition: 'A booking cannot change from {from} to {to}',
    catalogue_booking_reason: 'Enter why the booking is cancelled',
    catalogue_booking_not_started: 'You can mark a booking as used from the day it starts',
    catalogue_booking_not_theirs: 'A booking in the list is not for this cohort. Refresh the page, then try again',
    catalogue_booking_over: 'This booking is {status} and can no longer be changed. Add a new one',
    catalogue_hold_needs_end: 'Enter the date the hold ends',
    catalogue_hold_in_past: 'The date the hold ends must be today or in the future',
    catalogue_hold_not_over: 'The hold has not ended yet. Release it instead',

    catalogue_facilitator_twice: 'This person is already a facilitator',
    catalogue_facilitator_status: 'Choose active or stood down',
    catalogue_availability_kind: 'Choose available or not available',
    catalogue_availability_order: 'The end must be after the start',
    catalogue_availability_overlap: 'This time overlaps another one in the list. Join them or change one',

    catalogue_division: 'Choose England and Wales, Scotland or Northern Ireland',
  },
} as const satisfies Manifest;

export type CatalogueCode = keyof (typeof catalogueManifest)['refusals'];

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    catalogue: typeof catalogueManifest;
  }
}
