import { factText } from '@waymark/shared/kernel/event-sentence';
import type { CohortWords } from '@waymark/shared/kernel/manifest';

/** What happens to the schedule of a cohort, as the cohort's history says it. */
export const scheduleHistory = {
  'schedule.released': ({ facts }) => `Schedule released${facts['number'] ? ` (release ${factText(facts['number'])})` : ''}`,
  'session.added': ({ subject }) => `${subject ?? 'A session'} added to the schedule`,
  'session.edited': ({ subject }) => `${subject ?? 'A session'} changed`,
  'session.facilitatorChanged': ({ subject, facts }) =>
    `${subject ?? 'A session'}: a facilitator is ${factText(facts['to']).replace('_', ' ')}`,
  'session.moved': ({ subject }) => `${subject ?? 'A session'} moved`,
  'session.cancelled': ({ subject }) => `${subject ?? 'A session'} cancelled`,
  'session.deleted': ({ subject }) => `${subject ?? 'A session'} removed from the schedule`,
  'clash.accepted': 'Clash overridden',
  'clash.reopened': 'Override of a clash withdrawn',
} satisfies CohortWords;
