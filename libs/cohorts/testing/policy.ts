import { givenCohort, givenEnrolment, givenSubGroup } from '@waymark/cohorts/testing/cohorts.factories';
import { STAFF, to, type DomainPolicy, type Place } from '@waymark/shared/testing/policy';

declare module '@waymark/shared/testing/policy' {
  interface Place {
    cohortId: string;
    enrolmentId: string;
    groupId: string;
  }
}

const READERS = [...STAFF, 'facilitator', 'evaluator'] as const;
const TEACHING = [...STAFF, 'facilitator'] as const;
const MANAGERS = ['line_manager', 'employer'] as const;

/** The very cohort of a place, where its facilitators and participants hold their roles. */
export const cohortOf = ({ cohortId, providerId, programmeId }: Place) => ({
  id: cohortId,
  providerId,
  programmeId,
});

export const policy: DomainPolicy = {
  routes: {
    'GET /cohorts': to(READERS),
    'POST /cohorts': to(STAFF),
    'POST /cohort-previews': to(STAFF),
    'GET /cohorts/{id}': to(READERS, 'cohort'),
    'PUT /cohorts/{id}': to(STAFF, 'cohort'),
    'GET /cohorts/{id}/shift-preview': to(STAFF, 'cohort', { query: { startsOn: '2027-07-01' } }),
    'POST /cohorts/{id}/shifts': to(STAFF, 'cohort', { body: { startsOn: '2027-07-01' }, fullBody: { days: undefined } }),
    'POST /cohorts/{id}/copies': to(STAFF, 'cohort'),
    'PUT /cohorts/{id}/stage': to(STAFF, 'cohort'),
    'GET /cohorts/{id}/overview': to(READERS, 'cohort'),
    'GET /cohorts/{id}/history': to(READERS, 'cohort'),
    'GET /staff-home': to([...READERS, 'register_keeper']),
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
    'GET /my/reports': to(MANAGERS),
    // Of ids that are not one's own people it answers nothing.
    'GET /my/reports/enrolments': to(MANAGERS),
  },
  things: {
    cohort: async (_, at) => cohortOf(at),
    enrolment: (app, at) => givenEnrolment(app, cohortOf(at)),
    group: (app, at) => givenSubGroup(app, cohortOf(at)),
  },
  place: {
    from: ['programmeId'],
    add: async (app, at) => {
      const cohort = await givenCohort(app, at.providerId, { programmeId: at.programmeId });
      return {
        cohortId: cohort.id,
        enrolmentId: (await givenEnrolment(app, cohort)).id,
        groupId: (await givenSubGroup(app, cohort)).id,
      };
    },
  },
  samples: ({ personId, enrolmentId }) => ({ leadId: personId, personIds: personId, enrolmentIds: enrolmentId, ids: enrolmentId }),
  actors: {
    facilitator: (app, { cohortId }) => app.signedIn('facilitator', { cohortId }),
    participant: async (app, at) => {
      const { personId: personId } = await givenEnrolment(app, cohortOf(at));
      return app.signedIn('participant', { cohortId: at.cohortId, personId });
    },
  },
};
