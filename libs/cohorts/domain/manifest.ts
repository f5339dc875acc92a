import type { Manifest } from '@waymark/shared/kernel/manifest';
import { STAFF } from '@waymark/shared/kernel/roles';
import { cohortHistory } from './cohort-history';

export const cohortsManifest = {
  permissions: {
    'cohorts:read': [...STAFF, 'facilitator', 'evaluator'],
    'cohorts:edit': STAFF,
    'cohorts:stage': STAFF,
    // What their work asks of them today, whichever domain asks it.
    'home:read': [...STAFF, 'facilitator', 'evaluator', 'register_keeper'],
    'enrolments:read': [...STAFF, 'facilitator'],
    'enrolments:edit': STAFF,
    'needs:read': STAFF,
  },
  kinds: {
    cohort: 'Cohorts',
    enrolment: 'Places on cohorts',
    group: 'Groups',
  },
  events: {
    'cohort.changed': 'Settings of a cohort changed',
    'cohort.exported': 'List of {people:person} downloaded from a cohort',
    'cohort.made': 'Cohort set up with {sessions:session}',
    'cohort.shifted': 'Start of a cohort moved from {from} to {to}',
    'cohort.stageChanged': 'Cohort moved from {from} to {to}',
    'enrolment.groupsChanged': 'Groups of {person} changed',
    'enrolment.made': '{person} added to a cohort',
    'enrolment.needsChanged': 'What {person} needs at the venue changed',
    'enrolment.needsConfirmed': 'A participant confirmed what they need at the venue',
    'enrolment.statusChanged': 'Place of {person} on a cohort changed from {from} to {to}',
    'group.added': 'Group {name} added',
    'group.assigned': '{people:person} added to a group, or removed from one',
    'group.changed': 'Group {name} changed',
    'group.removed': 'Group {name} removed',
    'group.split': '{people:person} split into {count:group}',
  },
  inCohort: cohortHistory,
  refusals: {
    cohorts_code_taken: 'Another cohort already has this code. Change the code',
    cohorts_dates: 'The last day must be on or after the first day, and within four years of it',
    cohorts_places: 'Places must be between 1 and 10,000, and the minimum number of people no more than that',
    cohorts_below_held: '{held} places are filled. Enter {held} or more',
    cohorts_over: 'This cohort is {stage}, so it cannot be changed',
    cohorts_blueprint_draft: 'This blueprint is a draft. Publish it first',
    cohorts_draft_sessions: 'This would create {sessions} sessions, but a cohort can have at most 1,000. Choose fewer groups',
    cohorts_shift_nothing: 'Choose another start date: the schedule already starts on this day',
    cohorts_shift_order: 'The days of a schedule stay in order. Choose another day for {day}',
    cohorts_shift_unplanned: 'Nothing is planned on {day} any more. Check the days again',

    cohorts_stage_not_next: 'A cohort cannot change from {from} to {to}',
    cohorts_stage_seen: 'People have been told of their places, so this step cannot be taken back. Postpone or cancel the cohort instead',
    cohorts_reason_needed: 'Enter a reason',
    cohorts_below_viable:
      '{held} people are enrolled and the cohort needs {minViable}. Enrol more people, or enter a reason to confirm anyway',
    cohorts_not_started: 'You can start delivery from the first day of the cohort',
    cohorts_not_ended: 'You can mark the cohort as delivered from its last day',

    cohorts_full: 'The cohort has {capacity} places and {left} left, so {adding} cannot be added',
    cohorts_takes_nobody: 'This cohort is {stage}, so no one can be added',
    cohorts_already_on_programme: '{name} already has a place on this programme',
    cohorts_person_twice: 'This person is already on this cohort',
    cohorts_same_cohort: 'Choose another cohort',
    cohorts_other_programme: 'Choose a cohort of the same programme',
    cohorts_already_continued: 'This person already has a new place that continues this one',
    cohorts_already_substituted: 'Someone has already taken over this place',

    cohorts_status_not_next: 'A person’s status cannot change from {from} to {to}',
    cohorts_status_another_way: 'You cannot set the status {to} here. Open the person’s place and choose the action for it instead',
    cohorts_status_reason: 'Choose a reason',
    cohorts_status_note: 'Enter a note to explain the reason',
    cohorts_status_too_early: 'A person can be active from the first day of the cohort',

    cohorts_group_name: 'This cohort already has a group with this name. Choose another name',
    cohorts_group_guests: 'Guests are added to their group one at a time. Choose another kind of group to split people',
    cohorts_group_two: 'Someone in this group is already in another group of this kind ({kind}). Remove them from one first',
    cohorts_group_not_here: 'Choose a group of this cohort',
    cohorts_member_dates: 'A person cannot leave a group before they join it',
    cohorts_not_live: 'Only people with a place on the cohort can be in a group',
  },
} as const satisfies Manifest;

export type CohortsCode = keyof (typeof cohortsManifest)['refusals'];

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    cohorts: typeof cohortsManifest;
  }
}
