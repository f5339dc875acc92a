import type { CohortStage } from '@waymark/cohorts/domain/cohort-lifecycle';
import type { CohortFigures, ReadinessCheck } from '@waymark/cohorts/domain/readiness';
import type { Refusal } from '@waymark/shared/kernel/refusal';
import { many } from '@waymark/shared/kernel/words';
import type { Severity } from '@waymark/engines/timetable/model';
import { gapTitle, missingWords, type GapCounts } from './release-gaps';
import type { ScheduleCode } from './manifest';

/** What is known about the schedule of a cohort when it is asked whether it is ready. Sessions that are cancelled count nowhere. */
export interface ScheduleFacts {
  sessions: number;
  /** Sessions that people attend in person. */
  inPerson: number;
  unscheduled: number;
  /** In person, and no room is contracted at their time; optional sessions count once they have a day and time. */
  uncontracted: number;
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
  /** What sessions lack, as a release counts it too, and what the programme makes of it. */
  gaps: GapCounts;
  rules: Readonly<Record<string, Severity>>;
  /** Counts the changes of the schedule. */
  scheduleVersion: number;
}

/**
 * What a cohort's schedule still needs, in the order in which a team does it. Nothing is done for want of sessions, and what the page of a release
 * counts is counted the same here.
 */
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
    facilitators(facts),
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

function facilitators({ gaps, unconfirmedFacilitators, ...facts }: ScheduleFacts): ReadinessCheck {
  const check = { code: 'facilitators', page: 'schedule', name: 'Facilitators assigned', action: 'Assign facilitators' };
  if (gaps.no_facilitator > 0) return { ...check, state: 'attention', detail: gapTitle('no_facilitator', gaps.no_facilitator) };
  if (unconfirmedFacilitators > 0) {
    const detail = `${many(unconfirmedFacilitators, 'facilitator is', 'facilitators are')} not confirmed`;
    return { ...check, state: 'attention', detail };
  }
  return facts.sessions === facts.unscheduled
    ? { ...check, state: 'waiting', detail: 'Waiting for sessions on the schedule' }
    : { ...check, state: 'done', detail: 'Every session on the schedule that needs a facilitator has one' };
}

function venue(facts: ScheduleFacts & Pick<CohortFigures, 'hasVenue'>): ReadinessCheck {
  const check = { code: 'venue', name: 'Venue contracted', action: 'Contract rooms' };
  if (facts.sessions > 0 && facts.inPerson === 0) return { ...check, page: 'schedule', state: 'done', detail: 'Every session is online' };
  if (!facts.hasVenue) return { ...check, page: 'settings', state: 'attention', action: 'Choose a venue', detail: 'There is no venue yet' };
  if (facts.uncontracted > 0) {
    const { no_room: noRoom } = facts.gaps;
    const contracted = `${many(facts.uncontracted, 'session has', 'sessions have')} no contracted room`;
    return {
      ...check,
      page: noRoom + facts.unscheduled > 0 ? 'schedule' : 'rooms',
      state: 'attention',
      detail: noRoom > 0 ? `${contracted}, including ${noRoom} on the schedule with no room at all` : contracted,
    };
  }
  if (facts.sessions === 0) return { ...check, page: 'schedule', state: 'waiting', detail: 'Waiting for sessions' };
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
  const { blocking, without } = missingWords(facts.gaps, facts.rules);
  if (blocking.length > 0) return { ...check, state: 'waiting', detail: `Waiting: ${blocking.join(', ')}` };
  if (facts.sessions === facts.unscheduled || (facts.blocking ?? 0) > 0)
    return { ...check, state: 'waiting', detail: 'Waiting for the checks above' };
  const detail = without.length > 0 ? `The schedule can be released as it is: ${without.join(', ')}` : 'The schedule is ready to release';
  return { ...check, state: 'attention', detail };
}

/** What the schedule has against a stage: people are promised a cohort once its rooms are contracted and nothing serious clashes. */
export function stageRefusals({ uncontracted, blocking }: ScheduleFacts, to: CohortStage): Refusal<ScheduleCode>[] {
  if (to !== 'confirmed') return [];
  const refusals: Refusal<ScheduleCode>[] = [];
  if (uncontracted > 0) refusals.push({ code: 'schedule_venue_not_contracted', facts: { count: uncontracted } });
  if (blocking !== null && blocking > 0) refusals.push({ code: 'schedule_blocking_clashes', facts: { count: blocking } });
  return refusals;
}
