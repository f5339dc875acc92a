import type { Manifest } from '@waymark/shared/kernel/manifest';
import { STAFF } from '@waymark/shared/kernel/roles';
import { scheduleEvents } from './schedule-events';
import { scheduleHistory } from './schedule-history';

export const scheduleManifest = {
  permissions: {
    'schedule:read': [...STAFF, 'facilitator', 'evaluator'],
    'schedule:edit': STAFF,
    'schedule:release': STAFF,
    'schedule:override': STAFF,
  },
  kinds: {
    agenda: 'Calendar files',
    clash: 'Overridden clashes',
    schedule: 'Releases of schedules',
    session: 'Sessions, and signing in',
  },
  events: scheduleEvents,
  inCohort: scheduleHistory,
  refusals: {
    schedule_cohort_over: 'This cohort has finished, so its schedule cannot be changed',
    schedule_session_cancelled: '{title} is cancelled. Copy it to use it again',
    schedule_session_past: '{title} has already taken place, so it cannot be moved',
    schedule_released_off: '{title} has been released. Move it or cancel it instead, so that the change is in people’s agendas',
    schedule_delete_released: '{title} has been released. Cancel it instead, so that people’s agendas say so',
    schedule_clash_blocks_save: '{title}. {sentence}',
    schedule_clash_blocks_release: '{title}. {sentence} Resolve it, or override it with a reason',
    schedule_clash_gone: 'This clash no longer exists',
    schedule_clash_needs_no_reason: 'This clash does not block the release, so you do not need to override it',
    schedule_clash_must_be_resolved: 'This clash cannot be overridden. Resolve it on the board',
    schedule_postponed: 'This cohort is postponed. Return it to planning on its overview, then release its schedule',
    schedule_gap_blocks_release: '{title}: {names}. Add what is missing, or change what blocks a release on the page of the programme',
    schedule_nothing_scheduled: 'Nothing is on the schedule yet, so there is nothing to release',
    schedule_nothing_to_release: 'Nothing has changed since the last release',
    schedule_changed_since_preview: 'The schedule has changed since you checked it. Check it again, then release it',
    schedule_facilitator_begins: 'A facilitator who is new to a session cannot begin as {to}',
    schedule_facilitator_not_next: 'A facilitator cannot go from {from} to {to}',
    schedule_facilitator_reason: 'Enter why this facilitator is {to}',
    schedule_facilitator_asked:
      'A facilitator who has been asked stays with the session. Change their status to declined or stood down, with a reason',
    schedule_agenda_outside: 'The session lasts {minutes} minutes. Keep each agenda item within it',
    schedule_order_circle: 'Each of these sessions is set to come after the other. Change one of them',
    schedule_override_twice: 'Someone has already overridden this clash',
    schedule_release_number: 'Someone else released the schedule at the same time. Check it again',
    schedule_no_such_time:
      '{title} would start at {time} on {day}, when the clocks go forward and that time does not exist. Choose another day',
    schedule_session_held: 'A session that has taken place stays where it was',
    schedule_session_duration: 'A session must last between 5 minutes and 24 hours',
    schedule_session_times: 'A session must end after it starts',
    schedule_session_uid: 'Another session has this calendar ID. Try again',
    schedule_session_room: 'An online session cannot have a room',
    schedule_session_set_up: 'Set-up and clear-up must be 8 hours or less each',
    schedule_order_self: 'A session cannot come after itself',
    schedule_order_gap: 'The time between two sessions must be between 0 and 100,000 minutes',
    schedule_agenda_times: 'An agenda item must last between 5 minutes and 24 hours',

    schedule_outside_dates: '{sessions} would be outside these dates. Move the sessions first, or move the whole schedule',
    schedule_shift_delivered:
      'A session of this cohort has taken place, so the whole schedule cannot be moved. Move single sessions instead',
    schedule_venue_not_contracted:
      'In-person sessions without a contracted room: {count}. Contract their rooms first, or remove sessions that will not take place',
    schedule_blocking_clashes: 'Clashes that block the release: {count}. Resolve or override them first',
    schedule_group_in_use: 'A session is planned for this group. Remove the group from the session first',
  },
} as const satisfies Manifest;

export type ScheduleCode = keyof (typeof scheduleManifest)['refusals'];

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    schedule: typeof scheduleManifest;
  }
}
