import type { Manifest } from '@waymark/shared/kernel/manifest';
import { STAFF } from '@waymark/shared/kernel/roles';

export const peopleManifest = {
  permissions: {
    'people:read': STAFF,
    'people:edit': STAFF,
    'people:import': STAFF,
    'organisations:read': [...STAFF, 'employer', 'register_keeper'],
    'organisations:edit': STAFF,
    'organisations:import': ['register_keeper'],
    // Proposing is organisations:edit, by those of a provider.
    'proposals:read': [...STAFF, 'register_keeper'],
    'register:keep': ['register_keeper'],
    // Those who name a line manager as theirs, and nobody else of the organisation.
    'reports:read': ['line_manager', 'employer'],
    'employees:read': ['employer'],
  },
  kinds: {
    employment: 'Jobs',
    organisation: 'Organisations',
    organisations: 'Imports of councils',
    people: 'Imports of people',
    person: 'People',
    proposal: 'Proposed changes to the register',
  },
  events: {
    'employment.added': 'Job added for {person}',
    'employment.edited': 'Job changed for {person}',
    'organisation.added': 'Organisation {officialName} added',
    'organisation.edited': 'Organisation {officialName} changed',
    'organisation.ownDetailsChanged': 'Own names and contacts of {officialName} changed',
    'organisations.imported': 'Councils imported',
    'people.exported': '{rows:row} of a file of people downloaded that need attention',
    'people.imported': 'People imported from a file',
    'person.added': '{person} added to people',
    'person.edited': 'Details of {person} changed',
    'provider.added': 'Provider {name} added',
    'provider.contactChanged': 'Contact address for participants {set}',
    'proposal.left': 'Proposed change to {officialName} left by the register keeper',
    'proposal.made': 'Change to {officialName} proposed to the register keeper',
    'proposal.taken': 'Proposed change to {officialName} taken by the register keeper',
    'proposal.withdrawn': 'Proposed change to {officialName} withdrawn',
  },
  refusals: {
    people_email_taken: 'Someone else already has this email address',
    people_email_shared: 'Another provider also works with this person, so their email address cannot be changed here',
    people_kept_elsewhere: 'Another provider manages this person’s details. Ask that provider to change them',
    people_email_folded: 'Enter the email address without accents or other special letters',
    people_email_one_primary: 'Choose one main email address',
    people_employment_overlap: 'This person already works there on those dates. End the earlier job first',
    people_employment_dates: 'The last day must be on or after the first day',
    people_own_manager: 'Choose someone else as the line manager',
    people_manager_unknown: 'Choose a line manager from the list',
    people_organisation_ended: 'This organisation ended on {day}. Choose what replaced it, or an earlier first day',
    people_organisation_unknown: 'Choose an organisation from the list',
    people_organisation_shared: 'All providers share this organisation. Propose the change, and the register keeper will decide',
    people_organisation_own: 'Only one provider has this organisation. Take it into the register first',
    people_successor_self: 'An organisation cannot be replaced by itself',
    people_successor_unknown: 'Choose an organisation from the list',
    people_proposal_none: 'You have not changed anything. Change what you want the register to say',
    people_proposal_decided: 'This has already been decided or withdrawn',
    people_proposal_moved: 'The organisation has changed since you opened this. Look at it again before you decide',
    people_proposal_waiting: 'This organisation has already been proposed to the register keeper',
    people_organisation_dates: 'The last day must be on or after the first day',
    people_identifier_taken: 'Another organisation has this code on those dates',
    people_alias_twice: 'This organisation already has this other name',
    people_provider_name: 'There is already a provider with this name',
    people_import_stale: 'This import has changed since you opened it. Check it again',
    people_import_nothing: 'There is nothing to import: no rows are new or changed',
    people_import_rejected_rows: 'Correct the rows that need attention, or choose to leave them out',
    people_mapping_known: 'These columns have just been saved by someone else. Try again',
  },
} as const satisfies Manifest;

export type PeopleCode = keyof (typeof peopleManifest)['refusals'];

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    people: typeof peopleManifest;
  }
}
