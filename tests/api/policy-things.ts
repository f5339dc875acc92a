import { newId } from '@waymark/shared/kernel/ids';
import type { TestApp } from '@waymark/shared/testing/app';
import type { SignedIn } from '@waymark/shared/testing/given';
import {
  givenBlueprint,
  givenBooking,
  givenFacilitator,
  givenProgramme,
  givenRoom,
  givenVenue,
} from '@waymark/shared/testing/given-catalogue';
import { givenCohort, givenCohortSession, givenEmployment, givenEnrolment, givenSubGroup } from '@waymark/shared/testing/given-cohorts';

/** One provider with a cohort: there are two of these, one of the actors' own and another. */
export interface Place {
  providerId: string;
  cohort: { id: string; provider_id: string; programme_id: string };
  organisationId: string;
  personId: string;
  roomId: string;
  enrolmentId: string;
  groupId: string;
  sessionId: string;
}

export async function givenPlace(app: TestApp): Promise<Place> {
  const providerId = (await app.given.provider()).id;
  const cohort = await givenCohort(app, providerId);
  return {
    providerId,
    cohort,
    organisationId: (await app.given.organisation()).id,
    personId: (await app.given.person({ providerId })).id,
    roomId: (await givenRoom(app, await givenVenue(app, providerId))).id,
    enrolmentId: (await givenEnrolment(app, cohort)).id,
    groupId: (await givenSubGroup(app, cohort)).id,
    sessionId: (await givenCohortSession(app, cohort)).id,
  };
}

/** A place that does not exist. */
export const nowhere = (): Place => ({
  providerId: newId(),
  cohort: { id: newId(), provider_id: newId(), programme_id: newId() },
  organisationId: newId(),
  personId: newId(),
  roomId: newId(),
  enrolmentId: newId(),
  groupId: newId(),
  sessionId: newId(),
});

type Make = (app: TestApp, at: Place, by: SignedIn) => Promise<{ id: string }>;

/** How to make a fresh thing of a place, by the name that the policy uses. */
export const things: Record<string, Make> = {
  organisation: (app) => app.given.organisation(),
  person: (app, { providerId }) => app.given.person({ providerId }),
  employment: async (app, { providerId, organisationId }) =>
    givenEmployment(app, (await app.given.person({ providerId })).id, organisationId),
  peopleImport: async (app, { providerId }) => {
    const staff = await app.given.signedIn('programme_staff', { providerId });
    return (
      await app.post('/people-imports', staff, {
        providerId,
        fileName: 'people.csv',
        content: Buffer.from('First name,Last name\nAda,Obi').toString('base64'),
      })
    ).body;
  },
  account: async (app, { providerId }) => ({ id: (await app.given.signedIn('evaluator', { providerId })).accountId }),
  roleAssignment: async (app, { providerId }) => app.given.role((await app.given.person({ providerId })).id, 'evaluator', { providerId }),
  invitation: async (app, { providerId }) =>
    app.given.row('invitation', {
      id: newId(),
      person_id: (await app.given.person({ providerId })).id,
      email: 'invited@example.org',
      token_hash: Buffer.from(newId()),
      role: 'evaluator',
      scope_kind: 'provider',
      scope_id: providerId,
      provider_id: providerId,
      invited_by: newId(),
      created_at: app.clock.now(),
      expires_at: '2027-06-01',
    }),
  mySession: async (app, at, by) =>
    app.given.row('auth_session', {
      id: newId(),
      token_hash: Buffer.from(newId()),
      account_id: by.accountId,
      created_at: app.clock.now(),
      last_seen_at: app.clock.now(),
      idle_minutes: 30,
      expires_at: '2100-01-01',
      device: at.providerId,
    }),
  programme: (app, { providerId }) => givenProgramme(app, providerId),
  blueprint: async (app, { providerId }) => givenBlueprint(app, await givenProgramme(app, providerId)),
  venue: (app, { providerId }) => givenVenue(app, providerId),
  room: async (app, { providerId }) => givenRoom(app, await givenVenue(app, providerId)),
  booking: async (app, { providerId }) => givenBooking(app, await givenRoom(app, await givenVenue(app, providerId))),
  facilitator: (app, { providerId }) => givenFacilitator(app, providerId),
  // The very cohort where facilitators of the place hold their role.
  cohort: async (_, { cohort }) => cohort,
  enrolment: (app, { cohort }) => givenEnrolment(app, cohort),
  group: (app, { cohort }) => givenSubGroup(app, cohort),
  session: (app, { cohort }) => givenCohortSession(app, cohort),
  override: (app, { cohort }) =>
    app.given.row('clash_override', {
      id: newId(),
      provider_id: cohort.provider_id,
      cohort_id: cohort.id,
      clash_key: newId(),
      rule: 'room_overlap',
      reason: 'Agreed',
      overridden_by: newId(),
      at: app.clock.now(),
    }),
  release: async (app, { cohort }) =>
    app.given.row('schedule_release', {
      id: newId(),
      provider_id: cohort.provider_id,
      cohort_id: cohort.id,
      number: app.given.next(),
      released_at: app.clock.now(),
      released_by: newId(),
      note: '',
      snapshot: { sessions: [] },
      changes: JSON.stringify([]),
      affected: { participantIds: [], facilitatorIds: [] },
    }),
};
