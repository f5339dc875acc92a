/** Every "no" the catalogue part can say: the stable code, and the words people see. */
export const catalogueProblems = {
  cohorts_programme_code: 'Another programme has this code. Use a different one',
  cohorts_programme_status: 'A programme is active or retired',
  cohorts_programme_retired: 'This programme is retired. Make it active before you start a new version',

  cohorts_blueprint_number: 'Somebody has just started this version. Open it from the programme',
  cohorts_blueprint_one_draft: 'This programme already has a draft. Publish it before you start another version',
  cohorts_blueprint_status: 'A version is a draft or published',
  cohorts_blueprint_places: 'Enter 1 to 10,000 places, and no more places for the minimum than there are',
  cohorts_blueprint_published: 'This version is published and stays as it is. Start a new version to change it',
  cohorts_blueprint_empty: 'Add at least one session before you publish',

  cohorts_template_position: 'Two sessions have the same place in the list',
  cohorts_template_duration: 'A session lasts from 5 minutes to 24 hours',
  cohorts_template_day: 'A session is on one of the first 1,001 days',
  cohorts_template_set_up: 'Setting up and clearing up take up to 8 hours each',
  cohorts_template_needs_day: 'Choose a day for {title}, or take its time away',
  cohorts_template_needs_time: 'Enter a start time for {title}, or leave it unscheduled',
  cohorts_template_past_midnight: '{title} must end by midnight. Start it earlier or make it shorter',
  cohorts_template_order: '{title} can only come after a session above it in the list',
  cohorts_template_gap: '{title} must start at least {gap} minutes after {first} ends',

  cohorts_venue_name: 'There is already a venue with this name',
  cohorts_venue_nation: 'Choose England, Wales, Scotland or Northern Ireland',
  cohorts_room_name: 'There is already a room with this name at the venue',
  cohorts_travel_minutes: 'Travel takes from 0 minutes to 48 hours',
  cohorts_travel_self: 'Choose another venue to travel to',

  cohorts_room_taken: 'The room is booked at that time. Choose another time or room',
  cohorts_room_not_clear: '{holder} has the room from {from} to {to}, with set-up and clear-up. Leave time between the two',
  cohorts_booking_order: 'The end must be after the start',
  cohorts_booking_status: 'A booking is an enquiry, held, contracted, used, released, expired or cancelled',
  cohorts_booking_times: 'Setting up and clearing up take up to 8 hours each',
  cohorts_booking_transition: 'A booking cannot go from {from} to {to}',
  cohorts_booking_not_started: 'A room is used from the day of the booking on',
  cohorts_booking_over: 'This booking is {status} and can no longer be changed. Add a new one',
  cohorts_hold_needs_end: 'Enter the day the hold ends',
  cohorts_hold_in_past: 'The hold must end today or later',
  cohorts_hold_not_over: 'The hold has not ended yet. Release it instead',

  cohorts_facilitator_twice: 'This person is already a facilitator',
  cohorts_facilitator_status: 'A facilitator is active or stood down',
  cohorts_availability_kind: 'Somebody is available or unavailable',
  cohorts_availability_order: 'The end must be after the start',
  cohorts_availability_overlap: 'This overlaps another time in the list. Join the two or change one',

  cohorts_division: 'Choose England and Wales, Scotland or Northern Ireland',
} as const;
