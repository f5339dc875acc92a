/** Every "no" this domain can say: the stable code, and the words people see. */
export const peopleProblems = {
  people_email_taken: 'Somebody else already has this email address',
  people_employment_overlap: 'This person already works there in those dates',
} as const;

export type PeopleCode = keyof typeof peopleProblems;
