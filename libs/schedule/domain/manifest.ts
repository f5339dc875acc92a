import type { Manifest } from '@waymark/shared/kernel/manifest';
import { STAFF } from '@waymark/shared/kernel/roles';
import { scheduleHistory } from './schedule-history';

export const scheduleManifest = {
  permissions: {
    'schedule:read': [...STAFF, 'facilitator', 'evaluator'],
    'schedule:edit': STAFF,
    'schedule:release': STAFF,
    'schedule:override': STAFF,
  },
  events: {
    'clash.accepted': 'Clash overridden',
    'clash.reopened': 'Override of a clash withdrawn',
    'schedule.released': 'Version {number} of a schedule released: {changes:change}',
    'session.added': 'Session added to a schedule',
    'session.cancelled': 'Session of a schedule cancelled',
    'session.deleted': 'Session removed from a schedule',
    'session.edited': 'Session of a schedule changed',
    'session.moved': 'Session of a schedule moved',
  },
  inCohort: scheduleHistory,
  refusals: {
    schedule_cohort_over: 'This cohort has finished, so its schedule cannot be changed',
    schedule_session_cancelled: '{title} is cancelled. Copy it to use it again',
    schedule_session_past: '{title} has already taken place, so it cannot be moved',
    schedule_released_off: 'People have been told about {title}. Move it or cancel it, so that they are told about the change',
    schedule_delete_released: 'People have been told about {title}. Cancel it instead, so that they are told about the change',
    schedule_clash_blocks_save: '{title}. {sentence}',
    schedule_clash_blocks_release: '{title}. {sentence} Resolve it, or override it with a reason',
    schedule_clash_gone: 'This clash is no longer there',
    schedule_clash_needs_no_reason: 'This clash does not stop the release, so there is nothing to override',
    schedule_clash_must_be_resolved: 'This clash cannot be overridden. Resolve it on the board',
    schedule_nothing_to_release: 'Nothing has changed since the last release',
    schedule_changed_since_preview: 'The schedule has changed since you checked it. Check it again, then release it',
    schedule_agenda_outside: 'The session takes {minutes} minutes. Keep each part of the agenda within it',
    schedule_order_circle: 'These sessions would each have to come after the other. Remove one of them',
    schedule_override_twice: 'Somebody has already overridden this clash',
    schedule_release_number: 'Somebody else released the schedule at the same time. Check it again',
    schedule_session_duration: 'A session takes from 5 minutes to 24 hours',
    schedule_session_times: 'A session ends after it starts',
    schedule_session_uid: 'Another session has this calendar id. Try again',
    schedule_session_room: 'An online session has no room',
    schedule_session_set_up: 'Setting up and clearing up take from 0 to 480 minutes each',
    schedule_order_self: 'A session cannot come after itself',
    schedule_order_gap: 'The time between two sessions is from 0 to 100,000 minutes',
    schedule_agenda_times: 'A part of the agenda takes from 5 minutes to 24 hours',

    schedule_outside_dates: '{sessions} would be outside these dates. Move the sessions first, or move the whole plan',
    schedule_shift_delivered: 'A session of this cohort has taken place, so the whole plan cannot move. Move single sessions instead',
    schedule_venue_not_contracted:
      'Sessions in person without a contracted room: {count}. Contract their rooms first, or take those that will not take place out of the schedule',
    schedule_blocking_clashes: 'Clashes that block the schedule: {count}. Resolve or override them first',
    schedule_group_in_use: 'A session is planned for this group. Take the group off the session first',
  },
} as const satisfies Manifest;

export type ScheduleCode = keyof (typeof scheduleManifest)['refusals'];

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    schedule: typeof scheduleManifest;
  }
}
