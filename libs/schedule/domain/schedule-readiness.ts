import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { CohortFigures, ReadinessCheck } from '@waymark/cohorts/domain/readiness';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import { many } from '@waymark/shared/kernel/words';
import type { Severity } from '@waymark/engines/timetable/model';
import { blockingCounts, type GapCounts } from './release-gaps';
import type { ScheduleCode } from './manifest';

/** What is known about the schedule of a cohort when it is asked whether it is ready. Sessions that are cancelled count nowhere. */
export interface ScheduleFacts {
  sessions: number;
  /** Sessions that people attend in person. */
  inPerson: number;
  unscheduled: number;
  /** In person, without a room; optional sessions count once they have a day and time. */
  withoutRoom: number;
  /** The same and those whose room is not contracted at their time. */
  uncontracted: number;
  /** No facilitator who has not declined; breaks and meals need none. */
  withoutFacilitator: number;
  /** Facilitators asked for a session who have not been confirmed. */
  unconfirmedFacilitators: number;
  /** Number of the last release, or null. */
  released: number | null;
  /** Sessions changed since, or never released. */
  unreleased: number;
  /** People with an access need that the venue and the room of one of their sessions do not meet. */
  needsUnmet: number;
  /** Clashes that block a release; null where they were not counted, or are nothing to the reader. */
  blocking: number | null;
  /** What sessions lack that a release would go out without, and what the programme makes of it. */
  gaps: GapCounts;
  rules: Readonly<Record<string, Severity>>;
  /** Counts the changes of the schedule. */
  scheduleVersion: number;
}

/** What a cohort's schedule still needs, in the order in which a team does it. */
export function scheduleReadiness(facts: ScheduleFacts & Pick<CohortFigures, 'hasVenue'>): ReadinessCheck[] {
  return [
    venue(facts),
    {
      code: 'unscheduled',
      page: 'schedule',
      name: 'Sessions scheduled',
      action: 'Schedule the sessions',
      state: facts.sessions === 0 || facts.unscheduled > 0 ? 'attention' : 'done',
      detail:
        facts.sessions === 0
          ? 'There are no sessions yet'
          : facts.unscheduled > 0
            ? `${many(facts.unscheduled, 'session has', 'sessions have')} no day and time`
            : `${many(facts.sessions, 'session is', 'sessions are')} scheduled`,
    },
    {
      code: 'facilitators',
      page: 'schedule',
      name: 'Facilitators assigned',
      action: 'Assign facilitators',
      state: facts.withoutFacilitator > 0 || facts.unconfirmedFacilitators > 0 ? 'attention' : 'done',
      detail:
        facts.withoutFacilitator > 0
          ? `${many(facts.withoutFacilitator, 'session has', 'sessions have')} no facilitator`
          : facts.unconfirmedFacilitators > 0
            ? `${many(facts.unconfirmedFacilitators, 'facilitator is', 'facilitators are')} not confirmed`
            : 'Every session that needs a facilitator has one',
    },
    ...(facts.blocking === null
      ? []
      : [
          {
            code: 'clashes',
            page: 'schedule',
            name: 'Clashes resolved',
            action: 'Resolve clashes',
            state: facts.blocking > 0 ? ('attention' as const) : ('done' as const),
            detail:
              facts.blocking > 0 ? `${many(facts.blocking, 'clash blocks', 'clashes block')} the release` : 'No clashes block the release',
          },
        ]),
    {
      code: 'requirements',
      page: 'people',
      name: 'Access needs met',
      action: 'Meet access needs',
      state: facts.needsUnmet > 0 ? 'attention' : 'done',
      detail:
        facts.needsUnmet > 0
          ? `${many(facts.needsUnmet, 'person has', 'people have')} an access need that a room does not meet`
          : 'No access needs are unmet',
    },
    release(facts),
  ];
}

function venue(facts: ScheduleFacts & Pick<CohortFigures, 'hasVenue'>): ReadinessCheck {
  const check = { code: 'venue', name: 'Venue contracted', action: 'Contract rooms' };
  if (facts.sessions > 0 && facts.inPerson === 0) return { ...check, page: 'schedule', state: 'done', detail: 'Every session is online' };
  if (!facts.hasVenue) return { ...check, page: 'settings', state: 'attention', action: 'Choose a venue', detail: 'There is no venue yet' };
  if (facts.uncontracted > 0)
    return {
      ...check,
      page: facts.withoutRoom > 0 ? 'schedule' : 'rooms',
      state: 'attention',
      detail: `${many(facts.uncontracted, 'session has', 'sessions have')} no contracted room${facts.withoutRoom > 0 ? `, including ${facts.withoutRoom} with no room at all` : ''}`,
    };
  return { ...check, page: 'rooms', state: 'done', detail: 'Every room is contracted' };
}

function release(facts: ScheduleFacts): ReadinessCheck {
  const check = { code: 'release', name: 'Schedule released', action: 'Release the schedule', page: 'schedule' };
  if (facts.released !== null && facts.unreleased > 0)
    return {
      ...check,
      state: 'attention',
      detail: `${many(facts.unreleased, 'session has', 'sessions have')} changes that are not released`,
    };
  if (facts.released !== null) return { ...check, state: 'done', detail: `All changes are released (release ${facts.released})` };
  const missing = blockingCounts(facts.gaps, facts.rules);
  if (missing.length > 0) return { ...check, state: 'waiting', detail: `Waiting: ${missing.join(', ')}` };
  const blocked = facts.sessions === 0 || facts.unscheduled > 0 || (facts.blocking ?? 0) > 0;
  return {
    ...check,
    state: blocked ? 'waiting' : 'attention',
    detail: blocked ? 'Waiting for the checks above' : 'The schedule is ready to release',
  };
}

/** What the schedule has against a stage: people are promised a cohort once its rooms are contracted and nothing serious clashes. */
export function stageRefusals({ uncontracted, blocking }: ScheduleFacts, to: CohortStage): Refusal<ScheduleCode>[] {
  if (to !== 'confirmed') return [];
  const refusals: Refusal<ScheduleCode>[] = [];
  if (uncontracted > 0) refusals.push({ code: 'schedule_venue_not_contracted', facts: { count: uncontracted } });
  if (blocking !== null && blocking > 0) refusals.push({ code: 'schedule_blocking_clashes', facts: { count: blocking } });
  return refusals;
}
