/** By what the audit log can be narrowed: the kind of thing that something happened to, which is how its event's name begins. */
export const EVENT_KINDS = {
  account: 'Accounts',
  bankHolidays: 'Bank holidays',
  blueprint: 'Blueprints',
  clash: 'Overridden clashes',
  cohort: 'Cohorts',
  employment: 'Jobs',
  enrolment: 'Places on cohorts',
  facilitator: 'Facilitators',
  group: 'Groups',
  invitation: 'Invitations',
  link: 'Sign-in links',
  organisation: 'Organisations',
  organisations: 'Imports of councils',
  password: 'Passwords',
  people: 'Imports of people',
  person: 'People',
  programme: 'Programmes',
  proposal: 'Proposed changes to the register',
  provider: 'Providers',
  role: 'Roles',
  room: 'Rooms',
  roomBooking: 'Room bookings',
  schedule: 'Releases of schedules',
  secondFactor: 'Second steps of signing in',
  session: 'Sessions, and signing in',
  venue: 'Venues',
} as const satisfies Readonly<Record<string, string>>;

export type EventKind = keyof typeof EVENT_KINDS;
export const EVENT_KIND_CODES = Object.keys(EVENT_KINDS) as [EventKind, ...EventKind[]];
