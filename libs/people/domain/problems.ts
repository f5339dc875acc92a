/** Every "no" this domain can say: the stable code, and the words people see. */
export const peopleProblems = {
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
} as const;

export type PeopleCode = keyof typeof peopleProblems;
