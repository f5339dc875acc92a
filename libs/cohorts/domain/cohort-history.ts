import { longDate, type LocalDate } from '@waymark/shared/kernel/dates';
import { factText } from '@waymark/shared/kernel/event-sentence';
import type { CohortWords } from '@waymark/shared/kernel/manifest';
import { COHORT_STAGES, type CohortStage } from './cohort-lifecycle';
import { ENROLMENT_REASONS, ENROLMENT_STATUSES, type EnrolmentReason, type EnrolmentStatus } from './enrolment-status';

/** What happens to a cohort and its people, as its own history says it. What staff wrote as a reason is part of that. */
export const cohortHistory = {
  'cohort.made': ({ facts }) => (facts['copiedFrom'] ? 'Created as a copy of another cohort' : 'Created from the blueprint'),
  'cohort.changed': 'Settings changed',
  'cohort.exported': ({ facts }) => `List of ${people(facts['people'])} downloaded`,
  'cohort.shifted': ({ facts }) => `Whole schedule moved from ${day(facts['from'])} to ${day(facts['to'])}`,
  'cohort.stageChanged': ({ facts }) =>
    `${COHORT_STAGES[facts['to'] as CohortStage] ?? factText(facts['to'])}${facts['reason'] ? `: ${factText(facts['reason'])}` : ''}`,
  'enrolment.made': ({ subject }) => `${subject ?? 'Someone'} given a place`,
  'enrolment.statusChanged': ({ subject, facts }) => {
    const status = ENROLMENT_STATUSES[facts['to'] as EnrolmentStatus] ?? factText(facts['to']);
    const reason = ENROLMENT_REASONS[facts['reasonCode'] as EnrolmentReason];
    return `${subject ?? 'Someone'}: ${status.toLowerCase()}${reason ? ` (${reason.toLowerCase()})` : ''}`;
  },
  'enrolment.needsChanged': ({ subject }) => `Access needs of ${subject ?? 'someone'} changed`,
  'enrolment.groupsChanged': ({ subject }) => `Groups of ${subject ?? 'someone'} changed`,
  'enrolment.needsConfirmed': ({ subject }) => `${subject ?? 'Someone'} confirmed what they need at the venue`,
  'group.added': ({ facts }) => `${factText(facts['name'])} added`,
  'group.changed': ({ facts }) => `${factText(facts['name'])} changed`,
  'group.removed': ({ facts }) => `${factText(facts['name'])} removed`,
  'group.assigned': ({ facts }) => `${people(facts['people'])} ${facts['groupId'] ? 'added to a group' : 'removed from their groups'}`,
  'group.split': ({ facts }) => `${people(facts['people'])} split into ${factText(facts['count'])} groups`,
} satisfies CohortWords;

const day = (fact: unknown): string => longDate(factText(fact) as LocalDate);
const people = (fact: unknown): string => (fact === 1 ? '1 person' : `${factText(fact)} people`);
