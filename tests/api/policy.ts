import { DEFAULT_RULES } from '@waymark/engines/timetable/model';

/**
 * Who may call which route, on whose things: the table that the authorisation tests are made of. A new route needs one line here.
 * `by` are the roles that may; `of` names what the route is about (see `things` in policy-things.ts):
 * a thing of the actor's own place is theirs, one of another provider and one that does not exist are both 404.
 * `nothing` is a route about no thing in particular; `provider` names its provider in the body or the query.
 */
export type Who = 'anyone' | 'signed-in' | readonly string[];
export interface Rule {
  by: Who;
  of?: string;
  /** What to send, where the description of the body is not enough to make one that is well formed. */
  body?: Record<string, unknown>;
  query?: Record<string, unknown>;
  /** What the other roles get, where it is not the 403 of a role that may not. */
  otherwise?: 403 | 404;
  /** Shared by the installation: another provider's is as good as one's own. */
  shared?: true;
}

const INSTALLATION = ['installation'] as const;
const ADMINISTRATORS = ['administrator', ...INSTALLATION] as const;
const STAFF = ['programme_staff', ...ADMINISTRATORS] as const;
const READERS = [...STAFF, 'facilitator', 'evaluator'] as const;
const TEACHING = [...STAFF, 'facilitator'] as const;
const CATALOGUE = [...STAFF, 'evaluator'] as const;
const MANAGERS = ['line_manager', 'employer'] as const;

const anyone: Rule = { by: 'anyone' };
const signedIn: Rule = { by: 'signed-in' };
const to = (by: Who, of?: string, more: Partial<Rule> = {}): Rule => ({ by, ...(of ? { of } : {}), ...more });

export const POLICY: Record<string, Rule> = {
  'GET /health/live': anyone,
  'GET /health/ready': anyone,

  'POST /session': anyone,
  'POST /session/link': anyone,
  'POST /sign-in-links': anyone,
  'GET /demo-accounts': anyone,
  'GET /setup': anyone,
  'POST /setup': anyone,
  'POST /invitation-lookups': anyone,
  'POST /invitation-acceptances': anyone,
  'GET /session': signedIn,
  'DELETE /session': signedIn,
  'PUT /session/extension': signedIn,
  'GET /my/sessions': signedIn,
  'DELETE /my/sessions': signedIn,
  'DELETE /my/sessions/{id}': to('signed-in', 'mySession'),
  'PUT /account/password': signedIn,
  'PUT /accounts/{id}/disabled': to(ADMINISTRATORS, 'account'),
  'DELETE /accounts/{id}/disabled': to(ADMINISTRATORS, 'account'),
  'GET /providers': to(INSTALLATION),
  'POST /providers': to(INSTALLATION),
  'GET /invitations': to(STAFF, 'provider'),
  'POST /invitations': to(STAFF, 'provider', {
    body: { givenName: 'A', familyName: 'B', email: 'a.b@example.org', role: 'evaluator', scopeKind: 'provider' },
  }),
  'PUT /invitations/{id}/sending': to(STAFF, 'invitation'),
  'PUT /invitations/{id}/revocation': to(STAFF, 'invitation'),
  'GET /role-assignments': to(STAFF, 'provider'),
  'POST /role-assignments': to(ADMINISTRATORS, 'provider', { body: { role: 'evaluator', scopeKind: 'provider' } }),
  'PUT /role-assignments/{id}/end': to(ADMINISTRATORS, 'roleAssignment'),
  'GET /events': to(ADMINISTRATORS, 'provider'),

  'GET /organisations': to([...STAFF, 'employer']),
  'POST /organisations': to(STAFF),
  'GET /organisations/{id}': to([...STAFF, 'employer'], 'organisation', { shared: true }),
  'PUT /organisations/{id}': to(STAFF, 'organisation', { shared: true }),
  'POST /organisation-imports': to(STAFF),
  'GET /people': to(STAFF),
  'POST /people': to(STAFF, 'provider'),
  'GET /people/{id}': to(STAFF, 'person'),
  'PUT /people/{id}': to(STAFF, 'person'),
  'POST /people/{id}/employments': to(STAFF, 'person'),
  'PUT /employments/{id}': to(STAFF, 'employment'),
  'GET /my/reports': to(MANAGERS),
  // Of ids that are not one's own people it answers nothing.
  'GET /my/reports/enrolments': to(MANAGERS),
  'POST /people-imports': to(STAFF, 'provider'),
  'GET /people-imports/{id}': to(STAFF, 'peopleImport'),
  'GET /people-imports/{id}/rows': to(STAFF, 'peopleImport'),
  'PUT /people-imports/{id}/mapping': to(STAFF, 'peopleImport'),
  'PUT /people-imports/{id}/application': to(STAFF, 'peopleImport'),
  'GET /people-imports/{id}/errors.csv': to(STAFF, 'peopleImport'),

  'GET /programmes': to(CATALOGUE),
  'POST /programmes': to(STAFF, 'provider'),
  'GET /programmes/{id}': to(CATALOGUE, 'programme'),
  'PUT /programmes/{id}': to(STAFF, 'programme', { body: { code: 'TTE', rules: DEFAULT_RULES } }),
  'GET /programmes/{id}/blueprints': to(CATALOGUE, 'programme'),
  'POST /programmes/{id}/blueprints': to(STAFF, 'programme'),
  'GET /blueprints/{id}': to(CATALOGUE, 'blueprint'),
  'PUT /blueprints/{id}': to(STAFF, 'blueprint'),
  'PUT /blueprints/{id}/publication': to(STAFF, 'blueprint'),
  'GET /venues': to(STAFF),
  'POST /venues': to(STAFF, 'provider'),
  'GET /venues/{id}': to(STAFF, 'venue'),
  'PUT /venues/{id}': to(STAFF, 'venue'),
  'POST /venues/{id}/rooms': to(STAFF, 'venue'),
  'PUT /venues/{id}/travel': to(STAFF, 'venue'),
  'GET /venues/{id}/bookings': to(STAFF, 'venue', { query: { from: '2027-06-24', to: '2027-06-25' } }),
  'PUT /rooms/{id}': to(STAFF, 'room'),
  'POST /room-bookings': to(STAFF, 'room of the body'),
  'POST /room-booking-batches': to(STAFF, 'room of the body', {
    body: { add: [{ roomId: '{roomId}', startsOn: '2027-06-24', startsAt: '09:00', endsOn: '2027-06-24', endsAt: '17:00' }] },
  }),
  'GET /cohorts/{id}/room-cover': to(STAFF, 'cohort'),
  'PUT /room-bookings/{id}': to(STAFF, 'booking'),
  'PUT /room-bookings/{id}/status': to(STAFF, 'booking'),
  'GET /facilitators': to(STAFF),
  'POST /facilitators': to(STAFF, 'provider'),
  'GET /facilitators/{id}': to(STAFF, 'facilitator'),
  'PUT /facilitators/{id}': to(STAFF, 'facilitator'),
  'PUT /facilitators/{id}/availability': to(STAFF, 'facilitator'),
  'GET /facilitators/{id}/sessions': to(STAFF, 'facilitator'),
  'GET /facilitator-candidates': to(STAFF),
  'GET /bank-holidays': signedIn,
  'POST /holiday-imports': to(STAFF),

  'GET /cohorts': to(READERS),
  'POST /cohorts': to(STAFF),
  'POST /cohort-previews': to(STAFF),
  'GET /cohorts/{id}': to(READERS, 'cohort'),
  'PUT /cohorts/{id}': to(STAFF, 'cohort'),
  'POST /cohorts/{id}/shifts': to(STAFF, 'cohort', { body: { startsOn: '2027-07-01' } }),
  'POST /cohorts/{id}/copies': to(STAFF, 'cohort'),
  'PUT /cohorts/{id}/stage': to(STAFF, 'cohort'),
  'GET /cohorts/{id}/overview': to(READERS, 'cohort'),
  'GET /cohorts/{id}/history': to(READERS, 'cohort'),
  'GET /staff-home': to(READERS),
  'GET /cohorts/{id}/enrolments': to(TEACHING, 'cohort'),
  'POST /cohorts/{id}/enrolments': to(STAFF, 'cohort'),
  'GET /cohorts/{id}/enrolments.csv': to(STAFF, 'cohort'),
  'GET /cohorts/{id}/candidates': to(STAFF, 'cohort'),
  'POST /cohorts/{id}/enrolment-changes': to(STAFF, 'cohort'),
  'GET /cohorts/{id}/groups': to(READERS, 'cohort'),
  'POST /cohorts/{id}/groups': to(STAFF, 'cohort'),
  'POST /cohorts/{id}/group-assignments': to(STAFF, 'cohort'),
  'POST /cohorts/{id}/group-splits': to(STAFF, 'cohort'),
  'GET /enrolments/{id}': to(TEACHING, 'enrolment'),
  'GET /enrolments/{id}/history': to(TEACHING, 'enrolment'),
  'PUT /enrolments/{id}/status': to(STAFF, 'enrolment'),
  'POST /enrolments/{id}/substitution': to(STAFF, 'enrolment'),
  'POST /enrolments/{id}/deferral': to(STAFF, 'enrolment'),
  'POST /enrolments/{id}/transfer': to(STAFF, 'enrolment'),
  'PUT /enrolments/{id}/groups': to(STAFF, 'enrolment'),
  'PUT /enrolments/{id}/access-needs': to(STAFF, 'enrolment'),
  'PUT /groups/{id}': to(STAFF, 'group'),
  'DELETE /groups/{id}': to(STAFF, 'group'),

  'GET /cohorts/{id}/schedule': to(READERS, 'cohort'),
  'GET /cohorts/{id}/schedule/changes': to(READERS, 'cohort', { query: { since: 1 } }),
  'PUT /cohorts/{id}/schedule/presence': to(READERS, 'cohort'),
  // Leaving answers the same whether somebody was there or not.
  'DELETE /cohorts/{id}/schedule/presence': to(READERS),
  'POST /cohorts/{id}/session-moves': to(STAFF, 'cohort'),
  'POST /cohorts/{id}/sessions': to(STAFF, 'cohort'),
  'POST /cohorts/{id}/clash-overrides': to(STAFF, 'cohort'),
  'GET /cohorts/{id}/release-preview': to(STAFF, 'cohort'),
  'GET /cohorts/{id}/releases': to(READERS, 'cohort'),
  'POST /cohorts/{id}/releases': to(STAFF, 'cohort'),
  'GET /cohort-sessions/{id}': to(READERS, 'session'),
  'PUT /cohort-sessions/{id}': to(STAFF, 'session'),
  'DELETE /cohort-sessions/{id}': to(STAFF, 'session'),
  'PUT /cohort-sessions/{id}/cancellation': to(STAFF, 'session'),
  'POST /cohort-sessions/{id}/copies': to(STAFF, 'session'),
  'PUT /clash-overrides/{id}/withdrawal': to(STAFF, 'override'),
  'GET /releases/{id}': to(READERS, 'release'),

  'GET /my/home': signedIn,
  'GET /my/agenda': signedIn,
  'GET /my/agenda.ics': signedIn,
  'PUT /my/agenda/look': signedIn,
  'GET /my/access-needs': signedIn,
  // About one's own place on a cohort: who has none finds nothing.
  'PUT /my/access-needs': to(['participant'], 'ownPlace', { otherwise: 404 }),
};
