import type { Manifest } from '@waymark/shared/kernel/manifest';
import { STAFF } from '@waymark/shared/kernel/roles';

export const peopleManifest = {
  permissions: {
    'people:read': STAFF,
    'people:edit': STAFF,
    'people:import': STAFF,
    'organisations:read': [...STAFF, 'employer'],
    'organisations:edit': STAFF,
    'organisations:import': STAFF,
    // Those who name a line manager as theirs, and nobody else of the organisation.
    'reports:read': ['line_manager', 'employer'],
    'employees:read': ['employer'],
  },
  events: {
    'employment.added': 'Job of {person} added',
    'employment.edited': 'Job of {person} changed',
    'organisation.added': 'Organisation {officialName} added',
    'organisation.edited': 'Organisation changed',
    'organisations.imported': 'Councils imported',
    'people.imported': 'People imported from a file',
    'person.added': 'Person added',
    'person.edited': 'Details of a person changed',
    'provider.added': 'Provider {name} added',
  },
  refusals: {
    people_email_taken: 'Somebody else already has this email address',
    people_email_shared: 'Another provider knows this person too, so their email address cannot be changed here',
    people_kept_elsewhere: 'Another provider keeps this person’s details. Ask them, or the person, to have them changed',
    people_email_folded: 'Write the email address with plain letters',
    people_email_one_primary: 'Choose one main email address',
    people_employment_overlap: 'This person already works there in those dates. End the earlier job first',
    people_employment_dates: 'The last day must be on or after the first day',
    people_own_manager: 'Choose somebody else as the line manager',
    people_manager_unknown: 'Choose a line manager from the list',
    people_organisation_unknown: 'Choose an organisation from the list',
    people_organisation_dates: 'The last day must be on or after the first day',
    people_identifier_taken: 'Another organisation has this code in those dates',
    people_alias_twice: 'This organisation already has that other name',
    people_provider_name: 'There is already a provider with this name',
    people_import_stale: 'This import has moved on since you opened it. Open it again',
    people_import_nothing: 'There is nothing to import: no row is new or changed',
    people_import_rejected_rows: 'Mend or leave out the rows that need attention, or choose to import the others',
    people_mapping_known: 'These columns have just been saved by somebody else. Try again',
  },
} as const satisfies Manifest;

export type PeopleCode = keyof (typeof peopleManifest)['refusals'];

declare module '@waymark/shared/kernel/manifest' {
  interface Manifests {
    people: typeof peopleManifest;
  }
}
