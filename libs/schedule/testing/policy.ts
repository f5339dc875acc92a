import { cohortOf } from '@waymark/cohorts/testing/policy';
import { givenCohortSession, givenOverride, givenRelease } from '@waymark/schedule/testing/schedule.factories';
import { signedIn, STAFF, to, type DomainPolicy } from '@waymark/shared/testing/policy';

declare module '@waymark/shared/testing/policy' {
  interface Place {
    sessionId: string;
  }
}

const READERS = [...STAFF, 'facilitator', 'evaluator'] as const;

export const policy: DomainPolicy = {
  routes: {
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
    'GET /cohorts/{id}/room-cover': to(STAFF, 'cohort'),
    'GET /facilitators/{id}/sessions': to(STAFF, 'facilitator'),

    'GET /my/home': signedIn,
    'GET /my/agenda': signedIn,
    'GET /my/agenda.ics': signedIn,
    'PUT /my/agenda/look': signedIn,
    'GET /my/access-needs': signedIn,
    // About one's own place on a cohort: who has none finds nothing.
    'PUT /my/access-needs': to(['participant'], 'ownPlace', { otherwise: 404 }),
  },
  things: {
    session: (app, at) => givenCohortSession(app, cohortOf(at)),
    override: (app, at) => givenOverride(app, at),
    release: (app, at) => givenRelease(app, at),
  },
  place: { from: ['cohortId'], add: async (app, at) => ({ sessionId: (await givenCohortSession(app, cohortOf(at))).id }) },
  samples: () => ({ onlineUrl: 'https://example.org/room' }),
};
